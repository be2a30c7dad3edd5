//! Quarterly reports as browsers meet them.

#[path = "reports/access.rs"]
mod access;
#[path = "reports/cast.rs"]
mod cast;
#[path = "reports/correction.rs"]
mod correction;
#[path = "reports/figures.rs"]
mod figures;
#[path = "reports/grid.rs"]
mod grid;
#[path = "reports/import.rs"]
mod import;
#[path = "reports/nation.rs"]
mod nation;
#[path = "reports/pages.rs"]
mod pages;
#[path = "reports/race.rs"]
mod race;
#[path = "reports/versions.rs"]
mod versions;
