//! The product around the law: web, API, command line, documents, jobs. The binary `sapa` is a thin door to it.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod door;
pub mod excel;
pub mod exchange;
pub mod external;
pub mod import;
pub mod jobs;
mod limits;
mod paper;
pub mod passwords;
pub mod readmodel;
pub mod registry;
pub mod reports;
mod sessions;
pub mod web;
pub mod words;

/// What the product may know of the world outside: `main` brings it, tests bring their own.
#[derive(Clone, Copy)]
pub struct Outside {
    pub now: fn() -> jiff::Timestamp,
    pub entropy: fn(&mut [u8]),
}
