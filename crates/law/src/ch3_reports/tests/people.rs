//! A report of a body with the people who deal with it.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::Sheet;
use crate::{
    bodies::{Body, BodyKind, BodyTree},
    case::{Answers, CaseFile, Procedure, Refusal, Role, step::Halt},
    ch3_reports::{FormId, Report, Review, report::Stage, review},
    sample::bodies,
    testing::{Who, World, day},
};

pub const EXECUTOR: Who = ("ex", Role::ReportExecutor, "akimat");
pub const OTHER_EXECUTOR: Who = ("ex2", Role::ReportExecutor, "akimat");
pub const SIGNATORY: Who = ("sig", Role::ReportSignatory, "akimat");
pub const HEAD: Who = ("akim", Role::Leader, "akimat");
pub const AGENCY: Who = ("agency-an", Role::Analyst, "agency");
pub const TERRITORIAL: Who = ("akmola-an", Role::Analyst, "agency-akmola");
pub const STRANGER: Who = ("min-ex", Role::ReportExecutor, "ministry");

/// The bodies of the samples with a State Corporation that the ministry coordinates.
pub fn with_corporation() -> BodyTree {
    let mut all: Vec<Body> = bodies().iter().cloned().collect();
    let like = all.iter().find(|b| b.id == "notary").expect("a provider").clone();
    all.push(Body { id: "corporation".into(), kind: BodyKind::StateCorporation, ..like });
    BodyTree::new(all)
}

/// What the door reads for a report without faults.
pub fn faultless() -> Review {
    let digest = |sign: &str| sign.repeat(64);
    Review { own: digest("a"), whole: digest("b"), note: digest("c"), ..Review::default() }
}

/// A case of this body before its first fact.
pub fn before(body: &str, on: &str) -> World {
    let mut world = World::new(Procedure::Report, day(on));
    world.case = CaseFile::new("case1", Procedure::Report, body);
    world.bodies = with_corporation();
    world.review = Some(faultless());
    world
}

/// The report of an oblast, begun on the first day of its quarter.
pub fn begun(quarter: &str, on: &str) -> World {
    let mut world = before("akimat", on);
    world.take("open-report", EXECUTOR, json!({"form": "2-mq", "quarter": quarter})).expect("begun");
    world
}

/// Answers by hand to each step of a report.
pub fn answers(step: &str) -> Answers {
    Answers::of(match step {
        "sign-report" => json!({"phone": "8 (7172) 00-00-00"}),
        "withdraw-report" | "return-report" => json!({"reason": "Қате табылды"}),
        "request-correction" => json!({"reason": "Қате есептелген", "files": ["d".repeat(64)]}),
        "decide-correction" => json!({"correction": "allow", "reason": "Құжаттар растайды"}),
        _ => json!({}),
    })
}

impl World {
    pub fn report(&self) -> &Report {
        self.case.report().expect("a report")
    }

    pub fn stage(&self) -> Stage {
        self.report().stage
    }

    /// Takes a step of a report that must be possible.
    pub fn goes(&mut self, step: &str, who: Who) {
        self.take_answers(step, who, &answers(step)).unwrap_or_else(|h| panic!("{step} on {}: {h:?}", self.today));
    }

    /// The refusal of a step of a report that must be refused; nothing is added by it.
    pub fn stops(&mut self, step: &str, who: Who) -> Refusal {
        self.stops_with(step, who, &answers(step))
    }

    pub fn stops_with(&mut self, step: &str, who: Who, answers: &Answers) -> Refusal {
        let before = self.case.facts.clone();
        let taken = self.take_answers(step, who, answers);
        assert_eq!(self.case.facts, before);
        match taken {
            Err(Halt::Refused(refusal)) => refusal,
            other => panic!("{step} should be refused, but: {other:?}"),
        }
    }

    /// Decides about a correction.
    pub fn decides(&mut self, correction: &str) {
        let answers: Value = json!({"correction": correction, "reason": "Құжаттар қаралды"});
        self.take("decide-correction", AGENCY, answers).expect("a decision");
    }

    pub fn on(mut self, day: &str) -> Self {
        self.today = day.parse::<Date>().expect("a day");
        self
    }

    /// Both signatures and the submission.
    pub fn submitted(mut self) -> Self {
        self.goes("sign-report", EXECUTOR);
        self.goes("countersign-report", SIGNATORY);
        self.goes("submit-report", EXECUTOR);
        self
    }

    pub fn accepted(mut self) -> Self {
        self.goes("accept-report", AGENCY);
        self
    }

    /// From the form to what is signed: what the checks find in this sheet.
    pub fn weighed(mut self, sheet: &Sheet, comments: &[(&str, &str)]) -> Self {
        let findings = crate::ch3_reports::checks::check(sheet, sheet, &Default::default());
        let comment = |(key, text): &(&str, &str)| crate::ch3_reports::report::Comment {
            key: (*key).into(),
            text: (*text).into(),
        };
        let comments: Vec<_> = comments.iter().map(comment).collect();
        let mut review: review::Review = faultless();
        review.weigh(&findings, &comments);
        self.review = Some(review);
        self
    }
}

/// A submitted report of the oblast's third quarter of 2026, on 8 October.
pub fn submitted() -> World {
    begun("2026-Q3", "2026-07-01").on("2026-10-08").submitted()
}

/// An accepted report of the fourth quarter of 2026, on 11 January 2027.
pub fn accepted_q4() -> World {
    begun("2026-Q4", "2026-10-01").on("2027-01-11").submitted().accepted()
}

/// The form that a body owes.
pub fn form_of(body: &str) -> FormId {
    if matches!(body, "akimat" | "district") { FormId::Local } else { FormId::Central }
}
