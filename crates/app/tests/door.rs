//! The door under load and under repetition: numbers without gap, read models from the journal, jobs that may run twice.

mod support;

#[path = "door/around.rs"]
mod around;
#[path = "door/exchange.rs"]
mod exchange;
#[path = "door/external.rs"]
mod external;
#[path = "door/jobs.rs"]
mod jobs;
#[path = "door/numbers.rs"]
mod numbers;
#[path = "door/read_models.rs"]
mod read_models;
#[path = "door/reports.rs"]
mod reports;
#[path = "door/scores.rs"]
mod scores;
