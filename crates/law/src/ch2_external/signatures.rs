//! §24–25: who has signed a result. A signature stands as the act of whoever gave it; those who must still sign are the officers
//! named now. Once nobody of them is left the result is whole, whoever takes part later.

use jiff::civil::Date;

use crate::case::actor::Person;

/// The signatures under one document since it was written.
#[derive(Clone, Debug, Default)]
pub struct Signatures {
    /// In the order in which they were given, also by those who have left since.
    pub given: Vec<(Date, Person)>,
    whole: bool,
}

impl Signatures {
    /// An officer signs.
    pub(super) fn add(&mut self, on: Date, by: Person, officers: &[Person]) {
        self.given.push((on, by));
        self.settle(officers);
    }

    /// Whether it is whole by now: somebody has signed, and every officer named has.
    pub(super) fn settle(&mut self, officers: &[Person]) {
        self.whole |= !self.given.is_empty() && !officers.is_empty() && self.awaited(officers).next().is_none();
    }

    pub fn whole(&self) -> bool {
        self.whole
    }

    pub fn signed_by(&self, user: &str) -> bool {
        self.given.iter().any(|(_, person)| person.user == user)
    }

    /// Of these officers those who must still sign.
    pub fn awaited<'a>(&'a self, officers: &'a [Person]) -> impl Iterator<Item = &'a Person> {
        officers.iter().filter(|officer| !self.whole && !self.signed_by(&officer.user))
    }

    /// Whom the document names where these are the officers: those who have signed it or must still, and those who have signed it
    /// and left.
    pub fn signatories<'a>(&'a self, officers: &'a [Person]) -> impl Iterator<Item = &'a Person> {
        let named = officers.iter().filter(|officer| !self.whole || self.signed_by(&officer.user));
        let left = self.given.iter().map(|(_, person)| person);
        named.chain(left.filter(|person| officers.iter().all(|officer| officer.user != person.user)))
    }
}
