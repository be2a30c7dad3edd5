//! Bodies and services.

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Named, Names};

/// A body of the registry.
#[derive(Serialize, ToSchema)]
pub struct BodyShown {
    pub id: String,
    pub kind: Named,
    pub name: String,
    pub names: Names,
    pub short: Names,
    pub bin: String,
    pub parent: Option<String>,
    pub coordinated_by: Option<String>,
    pub territory: String,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct BodyList {
    pub items: Vec<BodyShown>,
}

/// A body with its place in the tree.
#[derive(Serialize, ToSchema)]
pub struct BodyFull {
    #[serde(flatten)]
    pub body: BodyShown,
    pub address: String,
    /// From the nearest to the highest.
    pub above: Vec<Named>,
    pub below: Vec<Named>,
    /// Services it is responsible for.
    pub services: Vec<Named>,
}

/// A public service.
#[derive(Serialize, ToSchema)]
pub struct ServiceShown {
    pub code: String,
    pub name: String,
    pub names: Names,
    pub owner: Named,
    /// 1 or 2 where the service is a permit of that category.
    pub permits_category: Option<u8>,
}

#[derive(Serialize, ToSchema)]
pub struct ServiceList {
    pub items: Vec<ServiceShown>,
}
