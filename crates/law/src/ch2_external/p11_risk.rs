//! §11: risk criteria (Code art. 141): sets with weights, thresholds and validity dates; the score of a subject, each point of
//! which opens to the figures it comes from.

use serde::{Deserialize, Serialize};

/// A set of criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriteriaSet {
    pub id: String,
}
