//! External control over all cases: who sees it, scores of subjects, lists and their visits, load of inspectors.

pub mod lateness;
pub mod lists;
pub mod load;
pub mod reach;
pub mod scores;
