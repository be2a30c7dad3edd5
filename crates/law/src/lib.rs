//! The Rules of state control over the quality of public services (order № 116 of 1 July 2021) as a pure
//! library: facts of a case in, duties, steps and refusals out. No clock, no storage, no words for people.
//!
//! In the order of the Rules:
//! * chapter 1 (§1–3) – [`bodies`];
//! * chapter 2 (§4–34), external control – [`ch2_external`];
//! * chapter 3 (§37–56), the control event – [`ch3_internal`];
//! * chapter 3 (§60–63) and the annexes, the quarterly reports – [`ch3_reports`].
//!
//! What every chapter stands on: [`calendar`] (working days), [`rules`] and [`term`] (deadlines and their reckoning),
//! [`edition`] (what may change by decree), [`readings`] (where the text leaves room), [`paragraphs`] (where each
//! paragraph lives), [`case`] (journal, steps, duties), [`words`] (what every language has to say). [`sample`] has
//! invented worlds for examples and measurements.

pub mod bodies;
pub mod calendar;
pub mod case;
pub mod ch2_external;
pub mod ch3_internal;
pub mod ch3_reports;
pub mod edition;
pub mod paragraphs;
pub mod readings;
pub mod rules;
pub mod sample;
pub mod term;
pub mod words;

#[cfg(test)]
mod chance;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod walk;
