//! A nation's external control: some three thousand subjects, appeals over three years, half-year lists with their visits,
//! inspections and controls without a visit. Every case is driven through the law and committed by the store, so that pages
//! open real facts; what becomes of a case is drawn by lot.

use std::{collections::BTreeMap, path::Path, time::Instant};

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use law::{
    case::{Answers, CaseFile, Procedure, Role, step::Halt},
    ch2_external::{
        dossier::{self, Told, What},
        p14_jurisdiction::competent,
    },
    sample::{Who, World, actor},
};
use sapa::registry::Registry;
use serde_json::{Value, json};
use store::{Db, Edit};

use crate::{
    Outcome,
    generate::{TODAY, commit, settled},
    registry,
    stats::Dice,
};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The Agency of the demo's registry.
pub const AGENCY: &str = "agency";
/// The list that is being drawn up.
pub const DRAFT: &str = "xlist-2027-1";
/// Days over which appeals came.
const DAYS: usize = 3 * 365;

pub async fn run(database: &str, dump: &str, appeals: &str, checks: &str) -> Outcome {
    let (appeals, checks): (usize, usize) = (appeals.parse()?, checks.parse()?);
    let begun = Instant::now();
    let mut nation = Nation::begin(Db::open(database, 2).await?).await?;
    for n in 0..appeals {
        nation.appeal(n).await?;
    }
    let entries = checks / 10;
    let halves = [(2024, 1), (2024, 2), (2025, 1), (2025, 2), (2026, 1), (2026, 2)];
    let mut visits = 0;
    for (year, half) in halves {
        for (entry, month) in nation.list(year, half, entries).await? {
            if nation.dice.below(100) < 85 {
                nation.visit(visits, entry, date(year, month, 1)).await?;
                visits += 1;
            }
        }
    }
    nation.list(2027, 1, entries).await?;
    for n in 0..checks.saturating_sub(visits).min(nation.grounds.len()) {
        nation.inspection(n).await?;
    }
    for n in 0..checks / 10 {
        nation.desk(n).await?;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let Nation { db, subjects, cases, halted, .. } = nation;
    println!(
        "external: {} cases about {} subjects driven and committed one by one in {seconds:.0} s",
        cases.values().sum::<usize>(),
        subjects.len()
    );
    println!("  {cases:?}; halted on their way {}, the first: {}", halted.len(), halted.first().map_or("-", |h| h));
    store::backup::dump(&db, Path::new(dump)).await?;
    db.close().await;
    Ok(())
}

struct Nation {
    db: Db,
    registry: Registry,
    world: World,
    dice: Dice,
    /// A subject, and the body that inspects it.
    subjects: Vec<(String, String)>,
    /// Inspectors of each body of the Agency.
    officers: BTreeMap<String, Vec<String>>,
    /// The first sample of registering an appeal.
    registration: Answers,
    /// What is told of each subject.
    told: BTreeMap<String, Vec<Told>>,
    /// Appeals accepted as a ground.
    grounds: Vec<Told>,
    cases: BTreeMap<&'static str, usize>,
    halted: Vec<String>,
}

impl Nation {
    async fn begin(db: Db) -> Result<Self> {
        let edit = Edit { by: json!({"name": "bench"}), at: jiff::Timestamp::UNIX_EPOCH };
        store::bodies::upsert(&db, &registry::villages(&store::bodies::all_bodies(&db).await?), &edit).await?;
        let law = store::settings::law(&db).await?;
        let registry = Registry::new(store::bodies::all_bodies(&db).await?, store::services::all_services(&db).await?);
        let tree = &registry.tree;
        let there = tree.iter().filter(|body| body.exists_on(TODAY));
        let by = there.filter_map(|body| Some((body.id.clone(), competent(tree, &body.id)?)));
        let mut subjects: Vec<(String, String)> = by.filter(|(id, by)| id != by).collect();
        subjects.sort();
        let mut dice = Dice(0xE87E);
        for at in (1..subjects.len()).rev() {
            subjects.swap(at, dice.below(at + 1));
        }
        let world = World { law, bodies: tree.clone(), ..World::external(Procedure::Appeal, AGENCY, TODAY) };
        let registration = world.samples("register-appeal", ("x", Role::Inspector, AGENCY)).remove(0);
        let mut officers = BTreeMap::new();
        for by in subjects.iter().map(|(_, by)| by) {
            if !officers.contains_key(by) {
                officers.insert(by.clone(), registry::employ(&db, by, &edit).await?);
            }
        }
        let (told, cases) = (BTreeMap::new(), BTreeMap::new());
        let (grounds, halted) = (Vec::new(), Vec::new());
        Ok(Self { db, registry, world, dice, subjects, officers, registration, told, grounds, cases, halted })
    }

    /// A subject: a tenth of them have most of what happens.
    fn subject(&mut self) -> (String, String) {
        let all = self.subjects.len();
        let of = if self.dice.below(10) < 6 { all / 10 } else { all };
        let at = self.dice.below(of).min(self.dice.below(of));
        self.subjects[at].clone()
    }

    /// A working day so many days back.
    fn working(&self, back: usize) -> Date {
        let day = TODAY.saturating_sub(i32::try_from(back).unwrap_or(0).days());
        self.world.law.calendar.sub_working(day.tomorrow().unwrap_or(day), 1)
    }

    /// An empty case of a body on a day, with two of its officers.
    fn open(&mut self, id: String, procedure: Procedure, by: &str, on: Date) -> [String; 2] {
        let all = &self.officers[by];
        let first = self.dice.below(all.len());
        let two = [first, (first + 1) % all.len()].map(|at| all[at].clone());
        let person = |user: &String| (Role::Inspector, actor((user.as_str(), Role::Inspector, by)).person());
        self.world.people = two.iter().map(person).collect();
        self.world.case = CaseFile::new(id, procedure, by);
        self.world.today = on;
        (self.world.dossier.told, self.world.dossier.from) = (Vec::new(), None);
        two
    }

    /// Takes a step with its first sample, changed so; not on a day to come.
    fn take(&mut self, step: &str, who: Who, changes: &Value) -> bool {
        let Some(mut answers) = self.world.samples(step, who).into_iter().next() else { return false };
        answers.0.extend(changes.as_object().cloned().unwrap_or_default());
        self.take_answers(step, who, &answers)
    }

    fn take_answers(&mut self, step: &str, who: Who, answers: &Answers) -> bool {
        if self.world.today > TODAY {
            return false;
        }
        let taken = self.world.take_answers(step, who, answers);
        if let Err(halt) = &taken {
            let why = match halt {
                Halt::Refused(refusal) => refusal.code.to_owned(),
                Halt::Wrong(errors) => format!("{errors:?}"),
            };
            self.halted.push(format!("{} {step}: {why}", self.world.case.id));
        }
        taken.is_ok()
    }

    fn pass(&mut self, days: usize) {
        self.world.pass(u32::try_from(days).unwrap_or(0));
    }

    /// Commits the case as far as it has come; what it tells.
    async fn keep(&mut self) -> Result<Vec<Told>> {
        if self.world.case.facts.is_empty() {
            return Ok(Vec::new());
        }
        self.world.today = self.world.today.min(TODAY);
        let case = settled(&self.world.case);
        store::cases::commit(&self.db, commit(&case, &self.world, &self.registry)).await?;
        let told = dossier::told(&case, &self.world.bodies);
        for one in &told {
            self.told.entry(one.subject.clone().unwrap_or_default()).or_default().push(one.clone());
        }
        *self.cases.entry(case.procedure.word()).or_default() += 1;
        Ok(told)
    }

    /// Registered; then answered, taken as a ground, handed to internal control, withdrawn, or still to be decided.
    async fn appeal(&mut self, n: usize) -> Outcome {
        let ((subject, by), back) = (self.subject(), self.dice.below(DAYS));
        let on = self.working(back);
        let [officer, _] = self.open(format!("xappeal-{n:06}"), Procedure::Appeal, &by, on);
        let officer = (officer.as_str(), Role::Inspector, by.as_str());
        let head = ("x.leader", Role::Leader, by.as_str());
        let mut answers = self.registration.clone();
        answers.0.insert("subject".into(), json!(subject));
        answers.0.insert("received_on".into(), json!(on));
        if !self.take_answers("register-appeal", officer, &answers) {
            return Ok(());
        }
        self.pass(1);
        let _ = match self.dice.below(100) {
            0..7 => self.take("accept-as-ground", head, &json!({})),
            7..15 => self.take("hand-to-internal-control", officer, &json!({})),
            15..18 => self.take("withdraw-appeal", officer, &json!({})),
            lot => {
                let (days, just) = (2 + self.dice.below(12), lot < 45);
                self.pass(days);
                let other = json!({"outcome": "explained", "recipients": 0, "measures": null, "restoration": null});
                let drafted = self.take("draft-appeal-answer", officer, if just { &Value::Null } else { &other });
                drafted && self.take("answer-appeal", head, &json!({}))
            }
        };
        let told = self.keep().await?;
        self.grounds.extend(told.into_iter().filter(|t| matches!(&t.what, What::Appeal(a) if a.ground.is_some())));
        Ok(())
    }

    /// A list of so many entries, approved and published but for the last one; its entries with their months.
    async fn list(&mut self, year: i16, half: u8, entries: usize) -> Result<Vec<(Told, i8)>> {
        let on = if half == 1 { date(year - 1, 11, 11) } else { date(year, 4, 15) };
        let on = self.world.law.calendar.sub_working(on, 1);
        let [officer, _] = self.open(format!("xlist-{year}-{half}"), Procedure::HalfYearList, AGENCY, on);
        let officer = (officer.as_str(), Role::Inspector, AGENCY);
        let chair = ("x.leader", Role::Leader, AGENCY);
        self.take("open-list", officer, &json!({"year": year, "half": half.to_string()}));
        let (mut months, mut at) = (Vec::new(), usize::from(half - 1) * entries);
        while months.len() < entries && at < self.subjects.len() {
            let subject = self.subjects[at].0.clone();
            let month = 1 + i8::try_from(self.dice.below(6)).unwrap_or(0) + if half == 2 { 6 } else { 0 };
            self.world.dossier.told = self.told.get(&subject).cloned().unwrap_or_default();
            let answers = Answers::of(json!({"subject": subject, "month": month, "reason": "bench"}));
            if self.take_answers("select-subject", officer, &answers) {
                months.push(month);
            }
            at += 1;
        }
        self.world.dossier.told = Vec::new();
        if self.world.case.id != DRAFT {
            for (step, who) in
                [("approve-list", chair), ("record-list-registration", officer), ("publish-list", officer)]
            {
                self.take(step, who, &json!({}));
                self.pass(2);
            }
        }
        let entries = self.keep().await?;
        Ok(entries.into_iter().zip(months).collect())
    }

    /// A visit on an entry of a list, in its month.
    async fn visit(&mut self, n: usize, entry: Told, month: Date) -> Outcome {
        let What::Entry(listed) = &entry.what else { return Ok(()) };
        let (by, subject) = (listed.by.clone(), entry.subject.clone().unwrap_or_default());
        let on = month.saturating_add(i32::try_from(self.dice.below(8)).unwrap_or(0).days());
        let on = self.world.law.calendar.add_working(on, 1);
        let officers = self.open(format!("xvisit-{n:05}"), Procedure::Visit, &by, on);
        self.world.dossier.told = vec![entry];
        self.check(&by, &subject, &officers).await
    }

    /// An inspection on an appeal that was accepted as a ground.
    async fn inspection(&mut self, n: usize) -> Outcome {
        let ground = self.grounds[n].clone();
        let (by, subject) = (ground.body.clone(), ground.subject.clone().unwrap_or_default());
        let on = self.world.law.calendar.add_working(ground.on, 3);
        let officers = self.open(format!("xinspection-{n:05}"), Procedure::Inspection, &by, on);
        self.world.dossier.from = Some(ground.name());
        self.world.dossier.told = vec![ground];
        self.check(&by, &subject, &officers).await
    }

    async fn check(&mut self, by: &str, subject: &str, officers: &[String; 2]) -> Outcome {
        let _ = self.checked(by, subject, officers);
        self.keep().await.map(|_| ())
    }

    /// From the appointment to the end, or as far as the days and the lot bring it.
    fn checked(&mut self, by: &str, subject: &str, officers: &[String; 2]) -> Option<()> {
        let [first, second] = [0, 1].map(|at| (officers[at].as_str(), Role::Inspector, by));
        let (head, object) = (("x.leader", Role::Leader, by), ("x.object", Role::ControlObjectHead, subject));
        let none = json!({});
        let go = |nation: &mut Self, step: &str, who| nation.take(step, who, &none).then_some(());
        go(self, "draft-appointment", first)?;
        go(self, "sign-appointment", head)?;
        go(self, "record-registration", first)?;
        go(self, "study-materials", first)?;
        if self.world.case.procedure == Procedure::Visit {
            go(self, "send-start-notice", first)?;
        }
        let start = self.world.case.inspection()?.appointment.as_ref()?.start;
        self.world.today = start;
        go(self, "start-inspection", first)?;
        let found = self.dice.below(4);
        let days = 2 + self.dice.below(5);
        self.pass(days);
        let mut named = ["4", "1", "7"];
        named.rotate_left(self.dice.below(3));
        for requirement in &named[..found] {
            self.take("record-violation", first, &json!({"requirement": requirement})).then_some(())?;
        }
        go(self, "mark-requirements", first)?;
        go(self, "draft-results", first)?;
        let visit = self.world.case.procedure == Procedure::Visit;
        if found > 0 {
            go(self, "draft-prescription", first)?;
        } else if visit {
            go(self, "draft-conclusion", first)?;
        }
        let steps: &[&str] = match (visit, found) {
            (true, 0) => &["sign-conclusion"],
            (true, _) => &["sign-prescription"],
            (false, 0) => &["sign-results"],
            (false, _) => &["sign-results", "sign-prescription"],
        };
        for step in steps {
            go(self, step, first)?;
            go(self, step, second)?;
        }
        go(self, "deliver-results", first)?;
        if found == 0 {
            self.pass(5);
            return go(self, "close-inspection", first);
        }
        let (days, lot) = (12 + self.dice.below(6), self.dice.below(10));
        self.pass(days);
        if lot < 2 {
            return None;
        }
        go(self, "report-elimination", object)?;
        self.pass(2);
        if lot == 2 {
            return go(self, "find-lacking", first);
        }
        go(self, "accept-elimination", first)?;
        self.pass(3);
        go(self, "close-inspection", first)
    }

    async fn desk(&mut self, n: usize) -> Outcome {
        let ((subject, by), back) = (self.subject(), self.dice.below(DAYS));
        let on = self.working(back);
        let [officer, _] = self.open(format!("xdesk-{n:05}"), Procedure::DeskControl, &by, on);
        let (officer, head) =
            ((officer.as_str(), Role::Inspector, by.as_str()), ("x.leader", Role::Leader, by.as_str()));
        let mut whole = self.take("open-desk-control", officer, &json!({"subject": subject}));
        for step in ["record-desk-source", "record-desk-violation", "draft-desk-outcome", "issue-desk-outcome"] {
            let who = if step.starts_with("issue") { head } else { officer };
            whole = whole && self.take(step, who, &json!({}));
            self.pass(1);
        }
        let _ = whole && self.take("close-desk-control", officer, &json!({}));
        self.keep().await.map(|_| ())
    }
}
