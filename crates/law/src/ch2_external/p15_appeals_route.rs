//! §15: an appeal about a provider whom nobody inspects under §14 is forwarded to the body that controls that sphere, and
//! tracked until that body has acknowledged it. §41: an appeal with specific facts may go to the internal control of a body.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    KEEPERS, OFFICERS, RECEIVING_UNIT,
    p14_handing::settled,
    p14_jurisdiction::competent,
    p15_appeals::{appeal, authorised, keeper},
};
use crate::{
    bodies::BodyId,
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Reach, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View, happened},
    },
    ch3_internal::p38_scope,
    rules::RuleId,
};

/// Where it is forwarded: a body of the registry, or one that only has a name here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarding {
    pub to_body: Option<BodyId>,
    pub to_organisation: Option<String>,
    pub reason: Option<String>,
    /// Whether the applicant is told at the same time.
    pub applicant_told: bool,
}

/// The other body has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Number under which the other body registered it; its day is that of the fact.
    pub number: String,
}

/// To whose internal control it is handed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handing {
    pub to_body: BodyId,
    pub reason: Option<String>,
}

/// Why the unit does not take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    pub reason: String,
}

/// An officer forwards the appeal.
pub struct ForwardAppeal;

impl Step for ForwardAppeal {
    fn def(&self) -> &'static Def {
        const STEP: Def = Def::new("forward-appeal", 15, OFFICERS);
        const { &STEP.discharging(&[RuleId::R15]).issuing(DocumentKind::ForwardingLetter) }
    }

    fn offer(&self, view: &View) -> Offer {
        let Some((_, registered)) = appeal(view).registration.as_ref().filter(|_| authorised(view)) else {
            return Offer::Never;
        };
        if registered.to_forward() {
            return Offer::Ready;
        }
        let by = competent(view.bodies, &registered.subject).unwrap_or_default();
        Offer::NotYet(Refusal::new(15, "not-to-forward").text("subject", &registered.subject).text("by", by))
    }

    /// The body that coordinates the provider is proposed.
    fn fields(&self, view: &View) -> Vec<Field> {
        let subject = appeal(view).subject().and_then(|id| view.bodies.get(id));
        let mut to = Field::new("to_body", FieldKind::Body(Reach::Any)).optional();
        to.default = subject.and_then(|b| b.coordinated_by.clone()).into();
        let mut fields = vec![to, Field::text("to_organisation").optional(), Field::lines("reason").optional()];
        if !appeal(view).anonymous() {
            fields.push(Field::flag("applicant_told"));
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        #[derive(Deserialize)]
        struct Input {
            to_body: Option<BodyId>,
            to_organisation: Option<String>,
            reason: Option<String>,
            #[serde(default)]
            applicant_told: bool,
        }
        let Input { to_body, to_organisation, reason, applicant_told } = answers.read();
        match (&to_body, &to_organisation) {
            (None, None) => return Err(Refusal::new(15, "forwarded-to-nobody").at("to_body")),
            (Some(body), _) if *body == view.case.body => return Err(Refusal::new(15, "to-oneself").at("to_body")),
            (Some(body), _) if view.bodies.get(body).is_none() => {
                return Err(Refusal::new(15, "unknown-body").text("body", body).at("to_body"));
            }
            _ => {}
        }
        if !applicant_told && !appeal(view).anonymous() {
            return Err(Refusal::new(15, "applicant-not-told").at("applicant_told"));
        }
        let forwarding = Forwarding { to_body, to_organisation, reason, applicant_told };
        Ok(vec![Draft { on: view.today, what: FactKind::AppealForwarded(forwarding) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let by = json!({"to_organisation": "Облыстық әділет департаменті", "reason": "Осы саладағы бақылау"});
        let mut by = Answers::of(by);
        if !appeal(view).anonymous() {
            by.0.insert("applicant_told".into(), true.into());
        }
        vec![by]
    }
}

/// The other body has acknowledged it: nothing is left to do here.
pub struct AcknowledgeForwarding;

impl Step for AcknowledgeForwarding {
    fn def(&self) -> &'static Def {
        const { &Def::new("acknowledge-forwarding", 15, OFFICERS).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        if appeal(view).forwarded.is_some() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::text("number")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let forwarded = appeal(view).forwarded.as_ref().map_or(view.today, |(on, _)| *on);
        let on = day(view, answers, forwarded)?;
        Ok(vec![Draft { on, what: FactKind::AppealForwardingAcknowledged(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "number": "ЖТ-118"}))]
    }
}

/// The day of what came on paper, between `earliest` and today.
pub fn day(view: &View, answers: &Checked, earliest: Date) -> Result<Date, Refusal> {
    let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
    happened(view, 15, "on", on, earliest)?;
    Ok(on)
}

/// The appeal is handed to the internal control of a body.
pub struct HandToInternalControl;

impl Step for HandToInternalControl {
    fn def(&self) -> &'static Def {
        const { &Def::new("hand-to-internal-control", 41, KEEPERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        let appeal = appeal(view);
        if appeal.registration.is_none() || appeal.forwarded.is_some() {
            return Offer::Never;
        }
        match &appeal.handed {
            Some((on, handing)) => {
                Offer::NotYet(Refusal::new(41, "handed-already").text("to", &handing.to_body).date("on", *on))
            }
            None => match settled(appeal) {
                Ok(()) => keeper(view, 41),
                Err(refusal) => Offer::NotYet(refusal),
            },
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::new("to_body", FieldKind::Body(Reach::Any)), Field::lines("reason").optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let handing: Handing = answers.read();
        if handing.to_body == view.case.body {
            return Err(Refusal::new(15, "to-oneself").at("to_body"));
        }
        let subject = appeal(view).subject().map_or("", String::as_str);
        p38_scope::check(view.bodies, &handing.to_body, subject).map_err(|refusal| refusal.at("to_body"))?;
        Ok(vec![Draft { on: view.today, what: FactKind::AppealHanded(handing) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let subject = appeal(view).subject().map_or("", String::as_str);
        let fits = |id: &str| id != view.case.body && p38_scope::check(view.bodies, id, subject).is_ok();
        let to = view.bodies.iter().map(|b| &b.id).filter(|id| fits(id)).min();
        to.map(|id| Answers::of(json!({"to_body": id, "reason": "Нақты фактілер бар"}))).into_iter().collect()
    }
}

/// Whether it lies before the unit to which it was handed.
fn lies(view: &View) -> Offer {
    let appeal = appeal(view);
    if appeal.handed.is_some() && appeal.taken_over.is_none() { Offer::Ready } else { Offer::Never }
}

/// The unit takes the appeal over.
pub struct TakeOver;

impl Step for TakeOver {
    fn def(&self) -> &'static Def {
        const { &Def::new("take-over-appeal", 41, RECEIVING_UNIT).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        lies(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::AppealTakenOver }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The unit declines it and says why.
pub struct Decline;

impl Step for Decline {
    fn def(&self) -> &'static Def {
        const { &Def::new("decline-appeal", 41, RECEIVING_UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        lies(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::AppealDeclined(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Мәселе бойынша бақылау іс-шарасы өткізілген"}))]
    }
}
