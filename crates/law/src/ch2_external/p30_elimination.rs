//! §30–32: the subject reports on the elimination within the prescription's term; where it is silent about significant and
//! insignificant violations it is asked within two working days and answers within three; the officers find each eliminated or not.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    OFFICERS, SUBJECT, day_of_answer, inspection, inspection::NumberedViolation, inspection_owed::report_due, named,
    numbered, p21_notice::WAYS,
};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

/// The subject reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Numbers of the violations.
    pub items: Vec<String>,
    pub text: String,
    pub files: Vec<String>,
    /// Whether the inspection that checks it had been appointed by then.
    #[serde(default)]
    pub after_follow_up: bool,
}

/// §31: the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRequest {
    pub way: String,
    /// Numbers of the violations about which nothing came.
    #[serde(default)]
    pub items: Vec<String>,
}

/// §32: the request came to the subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub by_name: String,
}

/// What the officers found of the elimination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub items: Vec<String>,
    pub reason: Option<String>,
}

fn unreported(view: &View) -> Vec<(String, String)> {
    let inspection = inspection(view);
    let settled = |v: &NumberedViolation| inspection.verdicts.get(&v.number).is_some_and(|(_, good)| *good);
    let lacked = |v: &NumberedViolation| inspection.lacked.contains_key(&v.number);
    numbered(view, |v| !settled(v) && (!inspection.reported.contains_key(&v.number) || lacked(v)))
}

fn followed(view: &View) -> bool {
    let own = |basis: &Option<String>| basis.as_deref() == Some(&view.case.id);
    let noted = inspection(view).follow_up.is_some();
    noted || view.dossier.checks().any(|(_, c)| own(&c.basis) && c.appointed.is_some() && !c.abandoned)
}

/// The subject reports on the elimination.
pub struct ReportElimination;

impl Step for ReportElimination {
    fn def(&self) -> &'static Def {
        const { &Def::new("report-elimination", 30, SUBJECT).discharging(&[RuleId::R30]) }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).delivered.is_none() || unreported(view).is_empty() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::new("items", FieldKind::Picks(unreported(view))),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let delivered = inspection(view).delivered.as_ref().map_or(view.today, |(on, _)| *on);
        let on = day_of_answer(view, 30, answers, delivered)?;
        let report = Report { after_follow_up: followed(view), ..answers.read() };
        Ok(vec![Draft { on, what: FactKind::EliminationReported(report) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let items: Vec<_> = unreported(view).into_iter().map(|(number, _)| number).collect();
        vec![Answers::of(
            json!({"on": view.today, "items": items, "text": "Бұзушылық жойылды, бұйрықтың көшірмесі қоса беріледі"}),
        )]
    }
}

/// §31: about these nothing came within the term.
fn silent<'a>(view: &'a View<'a>) -> impl Iterator<Item = &'a NumberedViolation> + 'a {
    let inspection = inspection(view);
    let delivered = inspection.delivered.as_ref().map_or(view.today, |(on, _)| *on);
    inspection.violations.iter().filter(move |v| {
        let due = inspection.terms.get(&v.number).map(|term| report_due(view.law, delivered, *term));
        let nothing = !inspection.reported.contains_key(&v.number) && !inspection.verdicts.contains_key(&v.number);
        v.violation.severity != "gross" && nothing && due.is_some_and(|due| view.today > due)
    })
}

/// The report is asked for.
pub struct RequestReport;

impl Step for RequestReport {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R31];
        const { &Def::new("request-report", 31, OFFICERS).discharging(RULES).issuing(DocumentKind::ReportRequest) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let asked = inspection.violations.iter().any(|v| {
            let open = !inspection.reported.contains_key(&v.number) && !inspection.verdicts.contains_key(&v.number);
            v.violation.severity != "gross" && open
        });
        let Some((delivered, _)) = inspection.delivered.as_ref().filter(|_| asked && inspection.requested.is_none())
        else {
            return Offer::Never;
        };
        if silent(view).next().is_none() {
            let due = inspection.unreported(view.law, *delivered).unwrap_or(view.today);
            return Offer::NotYet(Refusal::new(31, "term-still-runs").date("due", due));
        }
        named(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::choice("way", "delivery", &WAYS).with("electronic")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let items = silent(view).map(|v| v.number.to_string()).collect();
        let request = ReportRequest { items, ..answers.read() };
        Ok(vec![Draft { on: view.today, what: FactKind::ReportRequested(request) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"way": "electronic"}))]
    }
}

/// §32: the subject has the request; from now on its term runs.
pub struct ReceiveRequest;

impl Step for ReceiveRequest {
    fn def(&self) -> &'static Def {
        const { &Def::new("receive-report-request", 32, SUBJECT).awaited_by(2) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.requested.is_none() || inspection.request_received.is_some() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::text("by_name")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = day_of_answer(view, 32, answers, inspection(view).requested.unwrap_or(view.today))?;
        Ok(vec![Draft { on, what: FactKind::RequestReceived(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "by_name": "Демо Б."}))]
    }
}

/// §32: the subject answers the request. An answer that comes after the follow-up inspection was appointed is kept and marked.
pub struct AnswerReportRequest;

impl Step for AnswerReportRequest {
    fn def(&self) -> &'static Def {
        // The answer is the report.
        const RULES: &[RuleId] = &[RuleId::R32, RuleId::R30];
        const { &Def::new("answer-report-request", 32, SUBJECT).discharging(RULES) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.request_received.is_none() || inspection.request_answered.is_some() {
            Offer::Never
        } else {
            named(view)
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let of = numbered(view, |v| v.violation.severity != "gross");
        vec![
            Field::date("on", view.today),
            Field::new("items", FieldKind::Picks(of)),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let received = inspection(view).request_received.unwrap_or(view.today);
        let on = day_of_answer(view, 32, answers, received)?;
        let report = Report { after_follow_up: followed(view), ..answers.read() };
        Ok(vec![Draft { on, what: FactKind::ReportRequestAnswered(report) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let of = numbered(view, |v| v.violation.severity != "gross").into_iter().map(|(number, _)| number);
        vec![Answers::of(json!({"on": view.today, "items": of.collect::<Vec<_>>(), "text": "Бұзушылықтар жойылды"}))]
    }
}

fn judged(view: &View) -> Vec<(String, String)> {
    let inspection = inspection(view);
    numbered(view, |v| {
        let good = inspection.verdicts.get(&v.number).is_some_and(|(_, good)| *good);
        inspection.reported.contains_key(&v.number) && !good
    })
}

/// The officers find violations eliminated.
pub struct AcceptElimination;

impl Step for AcceptElimination {
    fn def(&self) -> &'static Def {
        const { &Def::new("accept-elimination", 30, OFFICERS).awaited() }
    }

    fn turn(&self, case: &crate::case::CaseFile) -> bool {
        let reported = |i: &super::inspection::Inspection| {
            i.violations.iter().any(|v| i.reported.contains_key(&v.number) && !i.verdicts.contains_key(&v.number))
        };
        case.inspection().is_some_and(reported)
    }

    fn offer(&self, view: &View) -> Offer {
        if judged(view).is_empty() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("items", FieldKind::Picks(judged(view))), Field::lines("reason").optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::EliminationAccepted(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let items: Vec<_> = judged(view).into_iter().map(|(number, _)| number).collect();
        vec![Answers::of(json!({"items": items}))]
    }
}

/// The officers find violations not eliminated, and say why.
pub struct FindLacking;

impl FindLacking {
    fn open(view: &View) -> Vec<(String, String)> {
        let inspection = inspection(view);
        let Some((delivered, _)) = &inspection.delivered else { return Vec::new() };
        let answer_over = inspection.request_received.is_some_and(|on| {
            let due = due_date(view.law, RuleId::R32, Start::Day(on), SubjectKind::Other);
            view.today > due.expect("the rule counts from a day")
        });
        let reminded = inspection.request_answered.is_some() || answer_over;
        numbered(view, |v| {
            let over =
                inspection.terms.get(&v.number).is_some_and(|t| view.today > report_due(view.law, *delivered, *t));
            let reported = inspection.reported.contains_key(&v.number);
            // Of a silent subject the others are asked first, once (§31).
            let known = v.violation.severity == "gross" || reminded;
            !inspection.verdicts.contains_key(&v.number) && (reported || (over && known))
        })
    }
}

impl Step for FindLacking {
    fn def(&self) -> &'static Def {
        const { &Def::new("find-lacking", 30, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if Self::open(view).is_empty() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("items", FieldKind::Picks(Self::open(view))), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::EliminationLacking(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let items: Vec<_> = Self::open(view).into_iter().map(|(number, _)| number).collect();
        vec![Answers::of(json!({"items": items, "reason": "Ұсынылған құжаттар жойылғанын растамайды"}))]
    }
}
