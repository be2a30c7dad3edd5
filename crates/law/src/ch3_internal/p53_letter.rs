//! §53 1) and §54: the letter with measures to the head of the object, with its terms, and its receipt.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, OBJECT, UNIT, event, named, p45_notice::WAYS};
use crate::case::{
    Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View, happened},
};

/// Kinds of measures §53 1) lists; words are locale keys `measure-…`.
pub const MEASURES: [&str; 5] = ["eliminate", "improve-procedures", "amend-acts", "optimise", "liability"];

/// What the letter asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub measures: Vec<Measure>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub kind: String,
    pub text: String,
    /// Day by which it is to be done and reported, included.
    pub term: Date,
}

/// The letter reached the object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub by_name: String,
    pub way: String,
}

/// Whether leadership has decided on a letter that is not yet signed.
fn wanted(view: &View) -> bool {
    let event = event(view);
    event.decision.as_ref().is_some_and(|(_, d)| d.has("letter")) && event.letter_signed.is_none()
}

/// Terms must leave the object time after the letter.
fn check(view: &View, letter: &Letter) -> Result<(), Refusal> {
    match letter.measures.iter().find(|m| m.term <= view.today) {
        Some(m) => {
            Err(Refusal::new(53, "measure-term-past").date("term", m.term).date("today", view.today).at("measures"))
        }
        None => Ok(()),
    }
}

/// The unit drafts the letter from the recommendations of the act.
pub struct DraftLetter;

impl Step for DraftLetter {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-letter", 53, UNIT).awaited() }
    }

    /// Until there is a draft; after that it waits for the signature.
    fn turn(&self, case: &CaseFile) -> bool {
        case.event().is_some_and(|e| e.letter.is_none())
    }

    fn offer(&self, view: &View) -> Offer {
        if wanted(view) { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let event = event(view);
        let rows = match (&event.letter, &event.contents) {
            (Some(letter), _) => json!(letter.measures),
            (None, Some(act)) => {
                let rows = act.recommendations.iter();
                rows.map(|r| json!({"kind": "eliminate", "text": r.text, "term": r.term})).collect()
            }
            (None, None) => json!([]),
        };
        let row = vec![
            Field::choice("kind", "measure", &MEASURES),
            Field::lines("text"),
            Field::date("term", view.law.calendar.add_working(view.today, 20)),
        ];
        vec![Field::new("measures", FieldKind::Rows { fields: row, min: 1 }).with(rows)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let letter: Letter = answers.read();
        check(view, &letter)?;
        Ok(vec![Draft { on: view.today, what: FactKind::LetterDrafted(letter) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let term = view.law.calendar.add_working(view.today, 20);
        vec![Answers::of(json!({"measures": [{"kind": "eliminate", "text": "Бұзушылықты жою", "term": term}]}))]
    }
}

/// Leadership signs the letter.
pub struct SignLetter;

impl Step for SignLetter {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-letter", 53, LEADER).issuing(DocumentKind::Letter).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        if !wanted(view) {
            return Offer::Never;
        }
        match &event(view).letter {
            None => Offer::NotYet(Refusal::new(53, "letter-not-drafted")),
            Some(letter) => check(view, letter).map_or_else(Offer::NotYet, |()| Offer::Ready),
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::LetterSigned }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The object receives the letter: the five working days of §54 begin.
pub struct ReceiveLetter;

impl Step for ReceiveLetter {
    fn def(&self) -> &'static Def {
        const { &Def::new("receive-letter", 54, OBJECT).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.letter_signed.is_some() && event.letter_received.is_none() { named(view) } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::text("by_name"),
            Field::choice("way", "delivery", &WAYS).with("electronic"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        happened(view, 54, "on", on, event(view).letter_signed.unwrap_or(on))?;
        Ok(vec![Draft { on, what: FactKind::LetterReceived(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "by_name": "Демо В.", "way": "electronic"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::*;

    fn letter(term: &str) -> serde_json::Value {
        json!({"measures": [{"kind": "eliminate", "text": "Жою", "term": term}]})
    }

    #[test]
    fn p53_a_letter_leaves_time_for_its_measures() {
        let mut world = decided("2025-04-24", 1);
        assert_eq!(told(&world.not_yet("sign-letter", LEADER)), "§53 letter-not-drafted");
        let past = world.refused("draft-letter", UNIT_HEAD, letter("2025-04-24"));
        assert_eq!(told(&past), "§53 measure-term-past term=2025-04-24 today=2025-04-24 @measures");
        world.done("draft-letter", UNIT_HEAD, letter("2025-04-25"));
        let mut late = world.clone();
        world.sample("sign-letter", LEADER);
        assert!(world.never("sign-letter") && world.never("draft-letter"));
        // A draft that waited too long is drafted again.
        late.today = day("2025-04-25");
        assert_eq!(late.not_yet("sign-letter", LEADER).code, "measure-term-past");
        late.sample("draft-letter", EXECUTOR);
        late.sample("sign-letter", LEADER);
    }

    #[test]
    fn p53_leadership_signs_the_letter() {
        let mut world = decided("2025-04-24", 1);
        assert_eq!(world.refused("draft-letter", LEADER, json!({})).code, "not-yours");
        world.sample("draft-letter", UNIT_HEAD);
        assert_eq!(world.refused("sign-letter", UNIT_HEAD, json!({})).code, "not-yours");
        world.sample("sign-letter", LEADER);
        assert!(decided("2025-04-24", 0).never("draft-letter"));
    }

    #[test]
    fn p54_the_letter_is_received_after_it_was_signed() {
        let mut world = decided("2025-04-24", 1);
        world.sample("draft-letter", UNIT_HEAD);
        assert!(world.never("receive-letter") && world.never("submit-action-plan"));
        world.today = day("2025-04-25");
        world.sample("sign-letter", LEADER);
        assert_eq!(told(&world.not_yet("submit-action-plan", OBJECT)), "§54 letter-not-received");
        assert_eq!(told(&world.not_yet("receive-letter", UNNAMED)), "§45 only-named-executors");
        let early = world.refused("receive-letter", OBJECT, json!({"on": "2025-04-24"}));
        assert_eq!(told(&early), "§54 too-early earliest=2025-04-25 @on");
        let future = world.refused("receive-letter", OBJECT, json!({"on": "2025-04-28"}));
        assert_eq!(told(&future), "§54 in-the-future today=2025-04-25 @on");
        world.sample("receive-letter", OBJECT);
        assert!(world.never("receive-letter"));
    }
}
