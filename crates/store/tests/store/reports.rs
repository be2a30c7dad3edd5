//! Quarterly reports: cells in hand, what is said to them, what is frozen, and who sees which of it.

#[path = "reports/at_rest.rs"]
mod at_rest;
#[path = "reports/board.rs"]
mod board;
#[path = "reports/cells.rs"]
mod cells;
#[path = "reports/lines.rs"]
mod lines;
#[path = "reports/lives.rs"]
mod lives;
#[path = "reports/scope.rs"]
mod scope;
#[path = "reports/talk.rs"]
mod talk;
#[path = "reports/versions.rs"]
mod versions;
