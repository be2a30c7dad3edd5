//! Law on public services, art. 25 (§15): the answer to an appeal is drafted by those who keep the registry, or by the unit
//! that took it over, and signed by leadership. An anonymous appeal has nobody to answer: what was found is filed.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    KEEPERS,
    p15_appeals::{appeal, authorised, keeper, of_body},
    p15_appeals_route::day,
};
use crate::{
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal, Role,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Side, Step, View},
    },
    rules::RuleId,
};

/// What came of the review; words are locale keys `appeal-outcome-…`.
pub const OUTCOMES: [&str; 5] = ["justified", "partly", "unjustified", "explained", "left"];

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub outcome: String,
    pub text: String,
    pub measures: Option<String>,
    /// How many recipients' rights were restored, and how.
    pub recipients: u32,
    pub restoration: Option<String>,
}

impl Answer {
    /// Whether the appeal was found justified, in whole or in part.
    pub fn justified(&self) -> bool {
        matches!(self.outcome.as_str(), "justified" | "partly")
    }
}

/// The answer is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// Whether the term was over.
    pub late: bool,
}

/// The applicant does not insist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub reason: String,
    pub files: Vec<String>,
}

/// Whether it is reviewed here: what is to be forwarded is forwarded first (§15).
fn reviewed(view: &View) -> Offer {
    let appeal = appeal(view);
    if appeal.registration.is_none() {
        return Offer::Never;
    }
    if appeal.to_forward() && appeal.forwarded.is_none() {
        let subject = appeal.subject().cloned().unwrap_or_default();
        return Offer::NotYet(Refusal::new(15, "forward-first").text("subject", subject));
    }
    Offer::Ready
}

const DRAFTERS: &[(Side, Role)] = &[
    KEEPERS[0],
    KEEPERS[1],
    KEEPERS[2],
    (Side::Receiver, Role::UnitHead),
    (Side::Receiver, Role::ResponsibleExecutor),
];

/// The answer is drafted, and changed until it is signed.
pub struct DraftAnswer;

impl Step for DraftAnswer {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-appeal-answer", 15, DRAFTERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        match reviewed(view) {
            Offer::Ready if view.actor.body == view.case.body => keeper(view, 15),
            Offer::Ready if appeal(view).taken_over.is_none() => Offer::NotYet(Refusal::new(41, "not-taken-over")),
            other => other,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let mut fields = vec![
            Field::choice("outcome", "appeal-outcome", &OUTCOMES),
            Field::lines("text"),
            Field::lines("measures").optional(),
            Field::new("recipients", FieldKind::Number { min: 0, max: 1_000_000 }).with(0),
            Field::lines("restoration").optional(),
        ];
        if let Some((_, answer)) = &appeal(view).answer {
            let mut given = serde_json::to_value(answer).unwrap_or_default();
            for field in &mut fields {
                field.default = given[field.name].take();
            }
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let answer: Answer = answers.read();
        if answer.recipients > 0 && answer.restoration.is_none() {
            return Err(Refusal::new(15, "restoration-without-text").at("restoration"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::AppealAnswerDrafted(answer) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![
            Answers::of(json!({"outcome": "justified", "text": "Шағым негізді деп танылды", "recipients": 1,
                "measures": "Көрсетілетін қызметті берушіге хат жолданды", "restoration": "Қызмет нәтижесі берілді"})),
            Answers::of(
                json!({"outcome": "explained", "text": "Қызмет көрсету тәртібі түсіндірілді", "recipients": 0}),
            ),
        ]
    }
}

const SIGNERS: &[(Side, Role)] = &[(Side::Control, Role::Leader), (Side::Control, Role::UnitHead)];

/// Leadership signs the answer: the appeal is closed.
pub struct AnswerAppeal;

impl Step for AnswerAppeal {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R25Law5, RuleId::R25Law15, RuleId::R25LawMore];
        const { &Def::new("answer-appeal", 15, SIGNERS).discharging(RULES).issuing(DocumentKind::AppealAnswer) }
    }

    /// Nothing is sent to nobody.
    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        let named = case.appeal().is_some_and(|appeal| !appeal.anonymous());
        named.then_some(Freeze::New(DocumentKind::AppealAnswer))
    }

    fn offer(&self, view: &View) -> Offer {
        let may: &[Role] = if authorised(view) { &[Role::Leader] } else { &[Role::Leader, Role::UnitHead] };
        match reviewed(view) {
            Offer::Ready if appeal(view).answer.is_none() => Offer::NotYet(Refusal::new(15, "answer-not-drafted")),
            Offer::Ready => of_body(view, 15, may),
            other => other,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        let late = appeal(view).late(view.law, view.today);
        Ok(vec![Draft { on: view.today, what: FactKind::AppealAnswered(Signing { late }) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The applicant withdrew the appeal.
pub struct WithdrawAppeal;

impl Step for WithdrawAppeal {
    fn def(&self) -> &'static Def {
        const { &Def::new("withdraw-appeal", 15, KEEPERS).rare() }
    }

    /// Nobody withdraws what nobody signed.
    fn offer(&self, view: &View) -> Offer {
        let appeal = appeal(view);
        if appeal.registration.is_none() || appeal.anonymous() { Offer::Never } else { keeper(view, 15) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::lines("reason"), Field::new("files", FieldKind::Files).optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let received = appeal(view).registration.as_ref().map_or(view.today, |(on, _)| *on);
        let on = day(view, answers, received)?;
        Ok(vec![Draft { on, what: FactKind::AppealWithdrawn(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "reason": "Өтініш беруші шағымын қайтарып алды"}))]
    }
}
