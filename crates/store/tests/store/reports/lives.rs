//! Lives of reports in the small world: four bodies, `asel` fills for `a`, `c` and `d`, `bolat` for `b`; `a` hands to `b`.

use jiff::civil::date;
use law::{
    case::{Actor, Capacity, Fact, FactKind, Procedure, Role},
    ch3_reports::{
        Cell, FormId, Place, Sheet,
        report::{Opening, Part, Return, Signature, Stage},
    },
    rules::RuleId,
    term::Quarter,
};
use store::{
    Db, Viewer,
    blobs::digest,
    bodies,
    cases::{CaseMeta, Commit, CommitError, Frozen, ReadModel, commit},
    grants,
    journal::SealedFact,
    reports::{
        ReportMeta, ReportModel, VersionRow,
        cells::{self, Change, Edit, Saved},
    },
};

use crate::fixtures::{at, body, edit, grant, meta, viewer, world};

pub const EXECUTOR: Role = Role::ReportExecutor;

pub fn quarter() -> Quarter {
    "2026-Q1".parse().unwrap()
}

/// Who fills the reports of a body.
pub fn fills(body: &str) -> Viewer {
    viewer(if body == "b" { "bolat" } else { "asel" }, body, EXECUTOR)
}

pub async fn people(db: &Db) {
    world(db).await;
    bodies::upsert(db, &[body("c", "Көлік министрлігі"), body("d", "Қаржы министрлігі")], &edit()).await.unwrap();
    for (user, body, role) in [
        ("asel", "a", EXECUTOR),
        ("asel", "c", EXECUTOR),
        ("asel", "d", EXECUTOR),
        ("asel", "d", Role::Leader),
        ("bolat", "b", EXECUTOR),
        ("bolat", "b", Role::Analyst),
        ("bolat", "a", Role::Analyst),
        ("closed", "a", EXECUTOR),
    ] {
        grants::create(db, &grant(user, body, role), &edit()).await.unwrap();
    }
}

pub fn place(row: &str, line: &str, column: &str) -> Place {
    Place::new(row, line, column)
}

/// Writes into a cell of a row whatever is there.
pub fn put(row: &str, column: &str, value: &str) -> Change {
    Change { place: place(row, "", column), value: value.into(), seen: None }
}

/// The same, if the edit that the person saw in it is still the last.
pub fn put_over(row: &str, column: &str, value: &str, seen: i64) -> Change {
    Change { seen: Some(seen), ..put(row, column, value) }
}

pub fn typed(changes: Vec<Change>) -> Edit {
    Edit { changes, way: "grid", ..Edit::default() }
}

/// A report with its life so far.
#[derive(Clone)]
pub struct Life {
    pub case: String,
    pub body: String,
    pub receiver: String,
    pub form: FormId,
    pub quarter: Quarter,
    pub stage: Stage,
    pub versions: Vec<VersionRow>,
    pub accepted: Option<u32>,
    /// The whole as it was signed last.
    pub whole: Option<Sheet>,
    pub submitted: bool,
    pub facts: Vec<SealedFact>,
}

impl Life {
    pub fn new(body: &str, receiver: &str) -> Self {
        Self {
            case: format!("r-{body}"),
            body: body.into(),
            receiver: receiver.into(),
            form: FormId::Central,
            quarter: quarter(),
            stage: Stage::Draft,
            versions: Vec::new(),
            accepted: None,
            whole: None,
            submitted: false,
            facts: Vec::new(),
        }
    }

    pub async fn begun(db: &Db, body: &str, receiver: &str) -> Self {
        let mut life = Self::new(body, receiver);
        life.begin(db).await;
        life
    }

    pub async fn begin(&mut self, db: &Db) {
        let opening =
            Opening { form: self.form, quarter: self.quarter, rule: RuleId::R60, to: vec![self.receiver.clone()] };
        self.take(db, FactKind::ReportOpened(opening)).await.unwrap();
    }

    /// The commit of one more fact.
    pub fn next(&self, what: FactKind) -> Commit {
        let seq = u32::try_from(self.facts.len()).unwrap() + 1;
        let by = Actor {
            user: "asel".into(),
            name: "Әсел".into(),
            position: "орындаушы".into(),
            body: self.body.clone(),
            role: EXECUTOR,
            capacity: Capacity::Head,
        };
        let fact = Fact {
            case: self.case.clone(),
            seq,
            on: date(2026, 4, 2),
            recorded_at: at(i64::from(seq)),
            by,
            what,
            documents: vec![],
            prev: self.facts.last().map(|f| f.hash.clone()).unwrap_or_default(),
        };
        Commit {
            model: self.model(seq),
            expected_version: seq - 1,
            facts: vec![SealedFact::seal(&fact)],
            documents: vec![],
            number: None,
            idempotency_key: None,
            around: Vec::new(),
            registered: Vec::new(),
            notices: vec![],
            packages: vec![],
            protect: vec![],
            frozen: None,
            accepted: None,
            now: at(i64::from(seq)),
        }
    }

    fn model(&self, seq: u32) -> ReadModel {
        let mut readers =
            vec![(self.body.clone(), EXECUTOR), (self.body.clone(), Role::Leader), (self.body.clone(), Role::Analyst)];
        if self.submitted {
            readers.extend([EXECUTOR, Role::Analyst, Role::Leader].map(|role| (self.receiver.clone(), role)));
        }
        let case = CaseMeta {
            procedure: Procedure::Report,
            body: self.body.clone(),
            plan_item: None,
            plan_year: None,
            plan_approved: false,
            stage: "stop-report-opened".into(),
            ..meta(&self.case, seq)
        };
        let report = ReportModel {
            meta: self.meta(),
            watchers: vec![self.body.clone(), self.receiver.clone()],
            versions: self.versions.clone(),
        };
        let (team, told) = (vec![], vec![]);
        ReadModel { case, duties: vec![], awaited: vec![], readers, team, told, report: Some(report) }
    }

    pub fn meta(&self) -> ReportMeta {
        ReportMeta {
            case: self.case.clone(),
            form: self.form,
            quarter: self.quarter,
            body: self.body.clone(),
            receiver: self.receiver.clone(),
            stage: self.stage,
            version: self.version(),
            accepted: self.accepted,
            due: date(2026, 4, 10),
            first_submitted: self.submitted.then(|| date(2026, 4, 2)),
            accepted_on: self.accepted.map(|_| date(2026, 4, 3)),
        }
    }

    pub fn version(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap()
    }

    /// The digests of the version signed last.
    pub fn last(&self) -> &VersionRow {
        self.versions.last().unwrap()
    }

    pub async fn take(&mut self, db: &Db, what: FactKind) -> Result<(), CommitError> {
        self.write(db, self.next(what)).await
    }

    pub async fn write(&mut self, db: &Db, written: Commit) -> Result<(), CommitError> {
        let facts = written.facts.clone();
        commit(db, written).await?;
        self.facts.extend(facts);
        Ok(())
    }

    /// Saves cells as the executor of the body.
    pub async fn save(&self, db: &Db, edit: Edit) -> Saved {
        cells::save(db, &fills(&self.body), &self.case, &edit, at(50)).await.unwrap()
    }

    /// Fills it so that no two bodies have the same numbers.
    pub async fn fill(&self, db: &Db, n: u64) {
        let mut sheet = Sheet::blank(self.form, self.quarter);
        sheet.set(&place("1.1", "", "m1"), Cell::Count(n));
        sheet.set(&place("2.1", "", "m2"), Cell::Count(2 * n));
        sheet.fill_rest_with_dashes();
        let changes = sheet.entered().map(|(place, cell)| Change { place, value: cell.to_string(), seen: None });
        self.save(db, typed(changes.collect())).await;
    }

    /// Signs what is in hand, with the reports of others in it.
    pub async fn sign(&mut self, db: &Db, parts: &[&Life]) {
        let hand = cells::in_hand(db, &self.case).await.unwrap();
        self.sign_as_read(db, &hand, parts).await.unwrap();
    }

    /// Signs what was read before.
    pub async fn sign_as_read(&mut self, db: &Db, hand: &cells::InHand, parts: &[&Life]) -> Result<(), CommitError> {
        let mut whole = hand.sheet.clone();
        parts.iter().for_each(|part| whole.add(part.whole.as_ref().unwrap()));
        let version = self.version() + 1;
        let texts = vec![hand.sheet.text(), whole.text(), format!("{} {version}", self.case)];
        let [own, of_whole, note] = [0, 1, 2].map(|at| digest(texts[at].as_bytes()));
        let signature = Signature {
            version,
            own: own.clone(),
            whole: of_whole.clone(),
            note: note.clone(),
            evidence: vec![],
            parts: parts
                .iter()
                .map(|p| Part {
                    case: p.case.clone(),
                    body: p.body.clone(),
                    version: p.version(),
                    whole: p.last().whole.clone(),
                })
                .collect(),
            missing: vec![],
            comments: vec![],
            phone: "8".into(),
            email: String::new(),
        };
        let parts = parts.iter().map(|p| (p.case.clone(), p.version())).collect();
        let mut signed = self.clone();
        signed.stage = Stage::Signed;
        signed.whole = Some(whole);
        signed.versions.push(VersionRow { version, own, whole: of_whole, note, parts });
        let mut commit = signed.next(FactKind::ReportSigned(signature));
        commit.frozen = Some(Frozen { edits: hand.edits, texts });
        signed.write(db, commit).await?;
        *self = signed;
        Ok(())
    }

    pub async fn submit(&mut self, db: &Db) {
        self.stage = Stage::Submitted;
        self.submitted = true;
        self.take(db, FactKind::ReportSubmitted).await.unwrap();
    }

    pub async fn send_back(&mut self, db: &Db) {
        self.stage = Stage::Returned;
        let returned = Return { reason: "қайта қаралсын".into(), remarks: vec![] };
        self.take(db, FactKind::ReportReturned(returned)).await.unwrap();
    }

    pub async fn accept(&mut self, db: &Db) {
        self.stage = Stage::Accepted;
        self.accepted = Some(self.version());
        let mut commit = self.next(FactKind::ReportAccepted);
        commit.accepted = self.accepted;
        self.write(db, commit).await.unwrap();
    }

    /// Filled with these numbers, signed, submitted, accepted.
    pub async fn through(&mut self, db: &Db, n: u64, parts: &[&Life]) {
        self.fill(db, n).await;
        self.sign(db, parts).await;
        self.submit(db).await;
        self.accept(db).await;
    }
}
