//! §24, §26–27: the second copy is handed over not later than the last day, and that day is the end. Whoever refuses to sign gets
//! it through the chancellery, whose incoming journal marks it. The first copy goes to legal statistics, the third stays.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    LEADER, OFFICERS, inspection, named, p21_notice::WAYS, p25_prescription::check_terms, p28_objections::last_day,
};
use crate::{
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Step, View, happened},
    },
    rules::RuleId,
};

/// How the result was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub to_name: String,
    pub to_position: String,
    pub way: String,
    /// §27: the mark of the incoming journal, where the subject refused to sign.
    #[serde(default)]
    pub incoming: Option<String>,
    #[serde(default)]
    pub explanation: Option<String>,
}

/// Why it ends without results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub reason: String,
}

/// The document whose next version shows the delivery.
fn delivered_kind(case: &CaseFile) -> DocumentKind {
    match case.inspection() {
        Some(i) if i.visit() && i.violations.is_empty() => DocumentKind::Conclusion,
        Some(i) if i.visit() => DocumentKind::Prescription,
        _ => DocumentKind::ResultsAct,
    }
}

fn deliverable(view: &View) -> Offer {
    let inspection = inspection(view);
    if inspection.started.is_none() || inspection.delivered.is_some() || inspection.suspended.is_some() {
        return Offer::Never;
    }
    if !inspection.signed() {
        return super::after(super::under_way(view), Refusal::new(24, "results-not-signed"));
    }
    if inspection.registered.is_none() {
        return Offer::NotYet(Refusal::new(17, "not-registered").breach(super::invalidity::Breach::Unregistered));
    }
    named(view)
}

fn check_day(view: &View, on: Date) -> Result<(), Refusal> {
    let inspection = inspection(view);
    let end = inspection.end_in_force().expect("a started inspection has an end");
    if on > end {
        return Err(Refusal { field: Some("on"), ..super::term_exceeded(end) });
    }
    happened(view, 26, "on", on, inspection.last_signature().unwrap_or(view.today))?;
    check_terms(view, &inspection.items, on, "on")
}

/// When it came to whom: the representative who was present, unless another is named.
fn received(view: &View) -> Vec<Field> {
    let contents = inspection(view).contents.clone().unwrap_or_default();
    vec![
        Field::date("on", view.today),
        Field::text("to_name").with(contents.representative_name),
        Field::text("to_position").with(contents.representative_position),
    ]
}

/// The result is handed over: the end.
pub struct DeliverResults;

impl Step for DeliverResults {
    fn def(&self) -> &'static Def {
        const { &Def::new("deliver-results", 26, OFFICERS).discharging(&[RuleId::R26]).marking(DocumentKind::ResultsAct) }
    }

    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        let kind = delivered_kind(case);
        case.document(kind).map(|_| Freeze::Next(kind))
    }

    fn offer(&self, view: &View) -> Offer {
        deliverable(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let mut fields = received(view);
        fields.push(Field::choice("way", "delivery", &WAYS).with("hand"));
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        check_day(view, on)?;
        Ok(vec![Draft { on, what: FactKind::ResultsDelivered(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let last = inspection(view).end_in_force().map_or(view.today, |end| end.min(view.today));
        vec![Answers::of(json!({"on": last, "to_name": "Демо Б.", "to_position": "басшы", "way": "hand"}))]
    }
}

/// §27: the subject refuses to sign: a protocol, and the chancellery's mark.
pub struct DeliverToChancellery;

impl Step for DeliverToChancellery {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R26];
        const {
            &Def::new("deliver-to-chancellery", 27, OFFICERS)
                .rare()
                .discharging(RULES)
                .issuing(DocumentKind::RefusalProtocol)
        }
    }

    fn offer(&self, view: &View) -> Offer {
        deliverable(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let mut fields = received(view);
        fields.extend([Field::lines("explanation").optional(), Field::text("incoming")]);
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        check_day(view, on)?;
        let text = |name: &str| answers.text(name).map(str::to_owned);
        let delivery = Delivery {
            to_name: text("to_name").unwrap_or_default(),
            to_position: text("to_position").unwrap_or_default(),
            way: "chancellery".into(),
            incoming: text("incoming"),
            explanation: text("explanation"),
        };
        Ok(vec![Draft { on, what: FactKind::ResultsDelivered(delivery) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let last = inspection(view).end_in_force().map_or(view.today, |end| end.min(view.today));
        vec![Answers::of(json!({"on": last, "to_name": "Демо Б.", "to_position": "басшы", "incoming": "№ 418"}))]
    }
}

/// Leadership ends it without results: it was not begun, or its term is over and a result would be invalid (art. 156).
pub struct AbandonInspection;

impl Step for AbandonInspection {
    fn def(&self) -> &'static Def {
        const { &Def::new("abandon-inspection", 26, LEADER).rare().signed() }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.drafted.is_none() || inspection.delivered.is_some() { Offer::Never } else { Offer::Ready }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::InspectionAbandoned(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Мерзім өтіп кетті"}))]
    }
}

/// The case is closed: nothing was violated, or everything was remedied, or another inspection checks it.
pub struct CloseInspection;

impl Step for CloseInspection {
    fn def(&self) -> &'static Def {
        const { &Def::new("close-inspection", 26, OFFICERS).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let Some((delivered, _)) = &inspection.delivered else { return Offer::Never };
        // Nobody is cut off from objecting in time.
        let due = last_day(view.law, *delivered);
        if inspection.objections.is_none() && view.today <= due {
            return Offer::NotYet(Refusal::new(28, "objections-possible").date("due", due));
        }
        if inspection.more_time_pending() {
            return Offer::NotYet(Refusal::new(29, "more-time-pending"));
        }
        if inspection.follow_up.is_some() {
            return named(view);
        }
        if !inspection.remedied() {
            return Offer::NotYet(Refusal::new(30, "not-remedied"));
        }
        if inspection.visit() && inspection.gross() {
            return Offer::NotYet(Refusal::new(8, "follow-up-owed"));
        }
        named(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::InspectionClosed }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
