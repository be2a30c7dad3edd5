//! §23: a refusal to accept the act or to be acquainted with the checklist, and every obstruction, is put into a protocol. A refusal
//! to accept the act does not stop the inspection: it begins on the day of the protocol.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection, named, p22_start};
use crate::case::{
    Answers, DocumentKind, FactKind, Field, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View, happened},
};

/// What was refused or obstructed; words are locale keys `obstruction-…`.
pub const OBSTRUCTIONS: [&str; 3] = ["act-refused", "checklist-refused", "access-obstructed"];

/// The protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protocol {
    pub obstruction: String,
    pub time: String,
    pub place: String,
    pub description: String,
    pub to_name: String,
    pub to_position: String,
    /// Whether the subject's head or representative signed it.
    pub signed_by_subject: bool,
    /// The written explanation of why it was not signed.
    pub explanation: Option<String>,
}

/// An officer draws up the protocol and signs it.
pub struct DrawProtocol;

impl Step for DrawProtocol {
    fn def(&self) -> &'static Def {
        const { &Def::new("draw-protocol", 23, OFFICERS).rare().issuing(DocumentKind::ObstructionProtocol) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.appointed.is_none() || inspection.delivered.is_some() {
            return Offer::Never;
        }
        if inspection.started.is_some() {
            return super::under_way(view);
        }
        match p22_start::possible(view) {
            Ok(()) => named(view),
            Err(refusal) => Offer::NotYet(refusal),
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::choice("obstruction", "obstruction", &OBSTRUCTIONS),
            Field::text("time"),
            Field::text("place"),
            Field::lines("description"),
            Field::text("to_name"),
            Field::text("to_position"),
            Field::flag("signed_by_subject"),
            Field::lines("explanation").optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let protocol: Protocol = answers.read();
        let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        match inspection(view).started {
            None if protocol.obstruction == "access-obstructed" => {
                return Err(Refusal::new(23, "nothing-to-obstruct").at("obstruction"));
            }
            None => p22_start::check_day(view, on)?,
            Some(_) if protocol.obstruction != "access-obstructed" => {
                return Err(Refusal::new(23, "begun-already").at("obstruction"));
            }
            Some(started) => happened(view, 23, "on", on, started)?,
        }
        Ok(vec![Draft { on, what: FactKind::ProtocolDrawn(protocol) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let begun = inspection(view).started.is_some();
        vec![Answers::of(json!({"on": view.today, "time": "10:00", "place": "Көкшетау қаласы",
            "obstruction": if begun { "access-obstructed" } else { "act-refused" },
            "description": "Басшы тағайындау туралы актіні қабылдаудан бас тартты",
            "to_name": "Демо Б.", "to_position": "басшы", "signed_by_subject": false,
            "explanation": "Актінің заңдылығына күмән бар"}))]
    }
}
