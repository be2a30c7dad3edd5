//! A case is a journal of facts; the law is a pure function of it.
//!
//! `fact` – what happened. `document` – what was issued. `file` – the journal folded. `step` – the one door by which a case changes.
//! `refusal` – why not, and what would be allowed. `duty` – who owes what, by when.
//! `form` – what a step asks. `procedure` – what the Rules call one order of proceeding.

pub mod actor;
pub mod document;
pub mod duty;
pub mod fact;
pub mod file;
pub mod form;
pub mod procedure;
pub mod refusal;
pub mod step;

pub use actor::{Actor, Capacity, Role};
pub use duty::{Duty, DutyState};
pub use fact::{DocumentKind, DocumentRef, Draft, Fact, FactKind};
pub use file::CaseFile;
pub use form::{Answers, Field, FieldError, FieldKind, Reach};
pub use procedure::Procedure;
pub use refusal::Refusal;
pub use step::{Offer, Step, View};
