//! `sapa demo --nation`: an invented nation-year: some three thousand bodies, four quarters of reports from the village to
//! the Agency, a few of them late, returned, wrong or missing. The same year gives the same nation. Every fact comes out
//! of the law's own steps; a report is written in one piece, so that a nation is made in minutes.

mod people;
mod registry;

use std::collections::HashMap;

use jiff::civil::Date;
use law::{
    case::{Actor, Answers, CaseFile, Fact, Procedure, View, fact::seal, step},
    ch3_reports::{
        FormId, Review, Sheet,
        checks::{self, Beside},
        p60_routing::{Route, owed, rolls_into},
        report::{Part, case_id},
    },
    edition::Law,
    term::Quarter,
};
use serde_json::{Value, json};
use store::{
    blobs::digest,
    cases::{Commit, Frozen, commit_reports},
    journal::SealedFact,
};

use super::{
    plausible::{self, Dice},
    report_stories::{note, providers, services},
    stories::Result,
};
use crate::{
    app::Shared,
    readmodel,
    reports::{note::frozen_text, opening},
};

/// What becomes of a report in the invented year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    InTime,
    Late,
    Returned,
    /// Submitted, and not yet looked at.
    Waiting,
    /// Begun and never signed.
    Missing,
}

fn fate(body: &str, quarter: Quarter, top: bool) -> Fate {
    let roll = Dice::of(&["fate", body, &quarter.to_string()]).roll(100);
    match roll {
        0..=3 if !top => Fate::Missing,
        4..=5 if !top => Fate::Waiting,
        6..=9 => Fate::Returned,
        10..=16 => Fate::Late,
        _ => Fate::InTime,
    }
}

/// An accepted report, as its parent needs it.
struct Accepted {
    part: Part,
    whole: Sheet,
    on: Date,
}

/// Makes the nation of a year.
pub(super) async fn make(app: &Shared, year: i16) -> Result<()> {
    registry::villages(app).await?;
    people::everybody(app).await?;
    for number in 1..=4 {
        let quarter = Quarter::new(year, number).ok_or("no such year")?;
        let made = quarter_of(app, quarter).await?;
        println!("  {quarter}: {made}");
    }
    Ok(())
}

async fn quarter_of(app: &Shared, quarter: Quarter) -> Result<usize> {
    let registry = app.registry();
    let mut all = owed(&registry.tree, quarter);
    // Whoever is lowest reports first.
    all.sort_by_key(|(body, route)| (std::cmp::Reverse(registry.tree.above(body).count()), route.form, body.clone()));
    let mut below: HashMap<(FormId, String), Vec<String>> = HashMap::new();
    for (body, route) in &all {
        if let Some(above) = rolls_into(&registry.tree, body, route.form) {
            below.entry((route.form, above.id.clone())).or_default().push(body.clone());
        }
    }
    let mut accepted: HashMap<(FormId, String), Accepted> = HashMap::new();
    let mut made = 0;
    let mut batch = Vec::new();
    for (body, route) in all {
        if store::reports::board::of(&app.db, &body, route.form, quarter).await?.is_some() {
            continue;
        }
        let mut children = below.remove(&(route.form, body.clone())).unwrap_or_default();
        children.sort();
        let (commit, own, whole) = one(app, &body, &route, quarter, &children, &accepted)?;
        batch.push((commit, own));
        if let Some(whole) = whole {
            accepted.insert((route.form, body), whole);
        }
        made += 1;
        if batch.len() == 100 {
            commit_reports(&app.db, &std::mem::take(&mut batch)).await?;
        }
    }
    commit_reports(&app.db, &batch).await?;
    Ok(made)
}

/// The figures of a body.
fn figures(app: &Shared, body: &str, form: FormId, quarter: Quarter) -> Result<Sheet> {
    let registry = app.registry();
    let kind = registry.tree.get(body).ok_or("a body")?.kind;
    Ok(match form {
        FormId::Central | FormId::Local => plausible::report(form, quarter, body, kind, &services(&registry, body)),
        _ => plausible::results(form, quarter, &providers(&registry)),
    })
}

/// A report's whole life: what is written of it, what its body entered, and the whole if it was accepted.
fn one(
    app: &Shared,
    body: &str,
    route: &Route,
    quarter: Quarter,
    below: &[String],
    accepted: &HashMap<(FormId, String), Accepted>,
) -> Result<(Commit, Sheet, Option<Accepted>)> {
    let registry = app.registry();
    let law = app.law();
    let top = below.len() > 1 || route.rule.id() == "62";
    let fate = fate(body, quarter, top);
    let life = Life::new(app, &law, body, route, quarter)?;
    let signed_on = life.signed_on(fate);
    let own = figures(app, body, route.form, quarter)?;
    let mut whole = own.clone();
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    for child in below {
        // What is accepted after the signature is not in it.
        match accepted.get(&(route.form, child.clone())) {
            Some(found) if found.on <= signed_on => {
                whole.add(&found.whole);
                parts.push(found.part.clone());
            }
            _ => missing.push(child.clone()),
        }
    }
    let note = frozen_text(route.form, quarter, &note(app, &whole, route.form, quarter)).ok_or("a whole note")?;
    let (own_text, whole_text) = (own.text(), whole.text());
    let mut review = Review {
        own: digest(own_text.as_bytes()),
        whole: digest(whole_text.as_bytes()),
        note: digest(note.as_bytes()),
        parts,
        missing,
        ..Review::default()
    };
    review.weigh(&checks::check(&own, &whole, &Beside::default()), &[]);
    let case = life.live(route, fate, &review)?;
    let version = case.report().and_then(|r| r.accepted_version());
    let model = readmodel::read_model(&case, &law, &registry, app.clock.today());
    let commit = Commit {
        expected_version: 0,
        facts: case.facts.iter().map(SealedFact::seal).collect(),
        documents: Vec::new(),
        number: None,
        idempotency_key: None,
        around: Vec::new(),
        registered: Vec::new(),
        notices: Vec::new(),
        packages: Vec::new(),
        protect: Vec::new(),
        frozen: (fate != Fate::Missing).then(|| Frozen { edits: 0, texts: vec![own_text, whole_text, note] }),
        accepted: version,
        now: model.case.last_at,
        model,
    };
    let part = |version| Part { case: case.id.clone(), body: body.to_owned(), version, whole: review.whole.clone() };
    let on = case.report().and_then(|r| r.accepted.last()).map_or(signed_on, |(on, _)| *on);
    Ok((commit, own, version.map(|version| Accepted { part: part(version), whole, on })))
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

/// The life of one report, day by day.
struct Life<'a> {
    app: &'a Shared,
    law: &'a Law,
    executor: Actor,
    head: Actor,
    case: CaseFile,
    quarter: Quarter,
    today: Date,
    due: Date,
}

impl<'a> Life<'a> {
    fn new(app: &'a Shared, law: &'a Law, body: &str, route: &Route, quarter: Quarter) -> Result<Self> {
        let due = route.due(law, quarter).ok_or("a due date")?.due;
        Ok(Self {
            app,
            law,
            executor: people::executor(body),
            head: people::head(body),
            case: CaseFile::new(case_id(body, route.form, quarter), Procedure::Report, body),
            quarter,
            today: quarter.first_day(),
            due,
        })
    }

    /// The day on which it is first signed and submitted.
    fn signed_on(&self, fate: Fate) -> Date {
        let early = i64::try_from(Dice::of(&["days", &self.case.id]).roll(3)).unwrap_or(0);
        if fate == Fate::Late { later(self.due, 1 + early * 3) } else { later(self.due, -early) }
    }

    fn live(mut self, route: &Route, fate: Fate, review: &Review) -> Result<CaseFile> {
        let product = opening::product(self.app, &self.case.body);
        let opening = json!({ "form": route.form, "quarter": self.quarter });
        self.take("open-report", &product, opening, None)?;
        if fate == Fate::Missing {
            return Ok(self.case);
        }
        self.today = self.signed_on(fate);
        self.sign(review)?;
        let receiver = people::receiver(&route.to[0]);
        if fate == Fate::Returned {
            self.today = later(self.today, 2);
            let reason = json!({ "reason": "Растайтын материалдар толық емес (демо)" });
            self.take("return-report", &receiver, reason, Some(review))?;
            self.today = later(self.today, 2);
            self.sign(review)?;
        }
        if fate != Fate::Waiting {
            self.today = later(self.today, 1);
            self.take("accept-report", &receiver, json!({}), None)?;
        }
        Ok(self.case)
    }

    fn sign(&mut self, review: &Review) -> Result<()> {
        let (executor, head) = (self.executor.clone(), self.head.clone());
        let contact = json!({ "phone": "8 (7172) 00-00-00", "email": "demo@example.kz" });
        self.take("sign-report", &executor, contact, Some(review))?;
        self.take("countersign-report", &head, json!({}), None)?;
        self.take("submit-report", &executor, json!({}), None)
    }

    fn take(&mut self, id: &str, by: &Actor, answers: Value, review: Option<&Review>) -> Result<()> {
        let registry = self.app.registry();
        let step = Procedure::Report.step(id).ok_or("no such step")?;
        let view = View {
            case: &self.case,
            actor: by,
            law: self.law,
            bodies: &registry.tree,
            today: self.today,
            people: &[],
            plan: &[],
            dossier: &law::ch2_external::dossier::NOTHING,
            issued: None,
            review,
        };
        let drafts =
            step::take(step, &view, &Answers::of(answers)).map_err(|e| format!("{id} in {}: {e:?}", self.case.id))?;
        let recorded_at = crate::clock::start_of(self.today)
            .saturating_add(jiff::SignedDuration::from_hours(10))
            .unwrap_or(jiff::Timestamp::MAX);
        for draft in drafts {
            let prev = self.case.facts.last().map(|f| seal(&f.canonical())).unwrap_or_default();
            self.case.apply(Fact {
                case: self.case.id.clone(),
                seq: u32::try_from(self.case.facts.len()).unwrap_or(0) + 1,
                on: draft.on,
                recorded_at,
                by: by.clone(),
                what: draft.what,
                documents: Vec::new(),
                prev,
            });
        }
        Ok(())
    }
}
