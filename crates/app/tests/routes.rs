//! The web as browsers meet it, on both engines.

mod support;

#[path = "routes/access.rs"]
mod access;
#[path = "routes/at_once.rs"]
mod at_once;
#[path = "routes/entry.rs"]
mod entry;
#[path = "routes/exchange.rs"]
mod exchange;
#[path = "routes/external_pages.rs"]
mod external_pages;
#[path = "routes/frame.rs"]
mod frame;
#[path = "routes/guesses.rs"]
mod guesses;
#[path = "routes/journey.rs"]
mod journey;
#[path = "routes/limits.rs"]
mod limits;
#[path = "routes/pages.rs"]
mod pages;
#[path = "routes/protected.rs"]
mod protected;
#[path = "routes/refusals.rs"]
mod refusals;
#[path = "routes/reports.rs"]
mod reports;
#[path = "routes/strangers.rs"]
mod strangers;
#[path = "routes/uploads.rs"]
mod uploads;
