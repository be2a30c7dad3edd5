//! A database of many cases: some hundreds driven through the law and committed one by one, then copied under new ids with
//! their hashes reckoned anew, as a dump that either engine restores.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    time::Instant,
};

use jiff::{
    Timestamp,
    civil::{Date, date},
    tz::TimeZone,
};
use law::{
    bodies::BodyKind,
    case::{
        CaseFile, Fact, Procedure, Role,
        fact::{DocumentFile, DocumentLanguage, hex, seal},
    },
    sample::{World, actor},
};
use sapa::{readmodel, registry::Registry};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{Db, cases::Commit, journal::SealedFact};

use crate::{Outcome, stats::Dice};

/// The body whose people the measurements look through; it has a fifth of all cases.
pub const LARGEST: &str = "min-justice";
/// The day up to which they have come.
pub const TODAY: Date = date(2026, 11, 20);

/// How far a case has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Drafted,
    Started,
    Presented,
    Decided,
    Letter,
    Measures,
    Closed,
}

const OPEN: [Stage; 6] =
    [Stage::Drafted, Stage::Started, Stage::Presented, Stage::Decided, Stage::Letter, Stage::Measures];

/// A case to be copied.
struct Mould {
    largest: bool,
    closed: bool,
    /// Rows of `cases`, `case_readers`, `duties`, `awaited`: table and cells.
    rows: Vec<(String, Vec<Value>)>,
    facts: Vec<Vec<Value>>,
}

pub async fn run(seed: &str, dump: &str, cases: &str) -> Outcome {
    let wanted: usize = cases.parse()?;
    let db = Db::open(seed, 4).await?;
    let begun = Instant::now();
    let (driven, facts) = drive_all(&db).await?;
    let (seconds, many) = (begun.elapsed().as_secs_f64(), driven.len());
    println!(
        "generate: {many} cases of {facts} facts driven and committed one by one in {seconds:.1} s ({:.0} commits/s)",
        many as f64 / seconds
    );
    let small = PathBuf::from(format!("{dump}.seed"));
    store::backup::dump(&db, &small).await?;
    db.close().await;
    let begun = Instant::now();
    let rows = multiply(&small, Path::new(dump), &driven, wanted)?;
    std::fs::remove_file(&small)?;
    println!("generate: {wanted} cases, {rows} rows, written to a dump in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

/// Puts the dump into an empty database.
pub async fn restore(dump: &str, database: &str) -> Outcome {
    let db = Db::open(database, 4).await?;
    db.migrate().await?;
    let begun = Instant::now();
    let rows: u64 = store::backup::restore(&db, Path::new(dump)).await?.rows.values().sum();
    let seconds = begun.elapsed().as_secs_f64();
    println!("restore ({}): {rows} rows in {seconds:.0} s ({:.0} rows/s)", db.engine().word(), rows as f64 / seconds);
    db.close().await;
    Ok(())
}

/// Drives cases of every ministry and akimat with something below it, to every stage; gives them, and how many facts.
async fn drive_all(db: &Db) -> Result<(BTreeSet<String>, usize), Box<dyn std::error::Error>> {
    let law = store::settings::law(db).await?;
    let registry = Registry::new(store::bodies::all_bodies(db).await?, store::services::all_services(db).await?);
    let mut bodies: Vec<String> = registry
        .tree
        .iter()
        .filter(|b| matches!(b.kind, BodyKind::Central | BodyKind::OblastAkimat) && b.exists_on(TODAY))
        .filter(|b| registry.tree.iter().any(|below| below.parent.as_ref() == Some(&b.id)))
        .map(|b| b.id.clone())
        .collect();
    bodies.sort();
    let mut dice = Dice(0xCA5E);
    let (mut driven, mut facts) = (BTreeSet::new(), 0);
    let mut halted = Vec::new();
    for body in bodies {
        let (closed, open) = if body == LARGEST { (60, 8) } else { (6, 1) };
        let stages = std::iter::repeat_n(Stage::Closed, closed).chain(OPEN.into_iter().cycle().take(6 * open));
        for stage in stages {
            let back = if stage == Stage::Closed { 70 + dice.below(1150) } else { 12 + dice.below(45) };
            let back = u32::try_from(back).unwrap_or(1);
            let mut world = World::event(law.calendar.sub_working(TODAY, back));
            world.law = law.clone();
            world.bodies = registry.tree.clone();
            world.case = CaseFile::new(format!("m{:011}", driven.len()), Procedure::ControlEvent, body.clone());
            if let Err(why) = drive(&mut world, &body, stage) {
                halted.push(why);
                continue;
            }
            let case = settled(&world.case);
            facts += case.facts.len();
            driven.insert(case.id.clone());
            store::cases::commit(db, commit(&case, &world, &registry)).await?;
        }
    }
    if let Some(why) = halted.first() {
        println!("generate: {} cases halted on their way and are left out, the first before {why}", halted.len());
    }
    Ok((driven, facts))
}

pub fn commit(case: &CaseFile, world: &World, registry: &Registry) -> Commit {
    let model = readmodel::read_model(case, &world.law, registry, world.today);
    Commit {
        now: model.case.last_at,
        model,
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
        frozen: None,
        accepted: None,
    }
}

/// Takes the case to a stage with the samples of each step; the step that halts it otherwise.
fn drive(world: &mut World, body: &str, stage: Stage) -> Result<(), String> {
    let short = if body == LARGEST { "justice" } else { body };
    let [lead, head, first, second] =
        ["leader", "unit-head", "executor1", "executor2"].map(|who| format!("{short}.{who}"));
    let lead = (lead.as_str(), Role::Leader, body);
    let head = (head.as_str(), Role::UnitHead, body);
    let [first, second] = [&first, &second].map(|user| (user.as_str(), Role::ResponsibleExecutor, body));
    world.people = [first, second].map(|who| (who.1, actor(who).person())).into();
    let take =
        |world: &mut World, step: &str, who| world.take_sample(step, who).map_err(|halt| format!("{step}: {halt:?}"));

    take(world, "draft-order", head)?;
    if stage == Stage::Drafted {
        return Ok(());
    }
    let object = world.case.object.clone().ok_or("no object")?;
    let object = ("object.head", Role::ControlObjectHead, object.as_str());
    take(world, "sign-order", lead)?;
    take(world, "send-notice", first)?;
    world.today = world.case.event().and_then(|e| e.start).ok_or("no start")?;
    take(world, "start-event", first)?;
    if stage == Stage::Started {
        return Ok(());
    }
    world.pass(1);
    take(world, "record-action", first)?;
    take(world, "record-finding", first)?;
    take(world, "record-finding", second)?;
    take(world, "mark-checklist", first)?;
    take(world, "draft-act", first)?;
    take(world, "sign-act", first)?;
    take(world, "sign-act", second)?;
    take(world, "present-act", first)?;
    if stage == Stage::Presented {
        return Ok(());
    }
    world.pass(1);
    take(world, "countersign-act", object)?;
    take(world, "submit-materials", head)?;
    take(world, "decide", lead)?;
    if stage == Stage::Decided {
        return Ok(());
    }
    world.pass(1);
    take(world, "draft-letter", head)?;
    take(world, "sign-letter", lead)?;
    take(world, "receive-letter", object)?;
    if stage == Stage::Letter {
        return Ok(());
    }
    world.pass(2);
    take(world, "submit-action-plan", object)?;
    take(world, "accept-action-plan", head)?;
    if stage == Stage::Measures {
        return Ok(());
    }
    world.pass(5);
    // As many as there are: the samples take the next open measure.
    while world.take_sample("report-measure", object).is_ok() && world.take_sample("accept-measure", head).is_ok() {}
    take(world, "close-event", head)
}

/// The case with times of recording, codes and digests of documents, and so other hashes.
pub fn settled(case: &CaseFile) -> CaseFile {
    let mut prev = String::new();
    let facts = case.facts.iter().map(|fact| {
        let at = fact.on.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp());
        let mut fact = Fact { recorded_at: at, prev: std::mem::take(&mut prev), ..fact.clone() };
        for document in &mut fact.documents {
            document.code = seal(&format!("{}{:?}", case.id, document.kind))[..10].to_owned();
            let sealed = |language| {
                let sha256 = seal(&format!("{}{}{language:?}", document.code, document.version));
                DocumentFile { copy: 1, language, sha256 }
            };
            document.files = DocumentLanguage::ALL.map(sealed).into();
        }
        prev = seal(&fact.canonical());
        fact
    });
    CaseFile::fold(&case.id, case.procedure, &case.body, facts.collect::<Vec<_>>())
}

/// Writes the lines of a dump with their digest and their counts.
struct Lines {
    out: zstd::Encoder<'static, BufWriter<File>>,
    digest: Sha256,
    rows: BTreeMap<String, u64>,
}

impl Lines {
    fn line(&mut self, line: &str) -> std::io::Result<()> {
        for bytes in [line.as_bytes(), b"\n"] {
            self.digest.update(bytes);
            self.out.write_all(bytes)?;
        }
        Ok(())
    }

    fn row(&mut self, table: &str, cells: &[Value]) -> std::io::Result<()> {
        *self.rows.entry(table.to_owned()).or_default() += 1;
        self.line(&json!([table, cells]).to_string())
    }
}

/// Copies the driven cases of a dump until there are as many as wanted; gives the number of rows.
fn multiply(
    from: &Path,
    to: &Path,
    driven: &BTreeSet<String>,
    wanted: usize,
) -> Result<u64, Box<dyn std::error::Error>> {
    let input = BufReader::new(zstd::Decoder::new(File::open(from)?)?);
    let out = zstd::Encoder::new(BufWriter::new(File::create(to)?), 1)?;
    let mut lines = Lines { out, digest: Sha256::new(), rows: BTreeMap::new() };
    let mut moulds: BTreeMap<String, Mould> = BTreeMap::new();
    let (mut links, mut head) = (0, String::new());
    for line in input.lines() {
        let line = line?;
        if !line.starts_with('[') {
            // The header; the trailer is written anew.
            if line.contains("sapa-dump") {
                lines.line(&line)?;
            }
            continue;
        }
        let (table, cells): (String, Vec<Value>) = serde_json::from_str(&line)?;
        if table == "heads" {
            if cells[0] == "chain" {
                (links, head) = (cells[1].as_i64().unwrap_or_default(), text(&cells[2]).to_owned());
            } else {
                lines.row(&table, &cells)?;
            }
            continue;
        }
        lines.row(&table, &cells)?;
        let case = text(&cells[0]).to_owned();
        if !driven.contains(&case) {
            continue;
        }
        match table.as_str() {
            "facts" => mould(&mut moulds, case).facts.push(cells),
            "cases" => {
                let mould = mould(&mut moulds, case);
                (mould.largest, mould.closed) = (cells[3] == LARGEST, !cells[8].is_null());
                mould.rows.push((table, cells));
            }
            "case_readers" | "duties" | "awaited" => mould(&mut moulds, case).rows.push((table, cells)),
            _ => {}
        }
    }
    let mut groups: [Vec<(&String, &Mould)>; 4] = Default::default();
    for (id, mould) in &moulds {
        groups[usize::from(mould.largest) * 2 + usize::from(mould.closed)].push((id, mould));
    }
    let mut dice = Dice(0xC0FFEE);
    for n in moulds.len()..wanted {
        // A fifth belongs to the largest body; four of five are closed.
        let group = &groups[usize::from(dice.below(5) == 0) * 2 + usize::from(dice.below(5) > 0)];
        let (from, mould) = group[dice.below(group.len())];
        let id = format!("n{n:011}");
        let (seq, hash) = copy_facts(&mut lines, from, &id, &mould.facts)?;
        let next = store::journal::head(&head, &id, seq, &hash);
        links += 1;
        lines.row("chain", &[json!(links), json!(id), json!(seq), json!(hash), json!(head), json!(next)])?;
        head = next;
        for (table, cells) in &mould.rows {
            let mut cells = cells.clone();
            cells[0] = json!(id);
            if table == "cases" {
                let reference = format!("{n}/{}", &text(&cells[7])[..4]);
                cells[15] = json!(text(&cells[15]).replacen(text(&cells[5]), &reference, 1));
                cells[5] = json!(reference);
            }
            lines.row(table, &cells)?;
        }
    }
    lines.row("heads", &[json!("chain"), json!(links), json!(head)])?;
    let Lines { mut out, digest, rows } = lines;
    writeln!(out, "{}", json!({ "rows": rows, "sha256": hex(&digest.finalize()) }))?;
    out.finish()?.flush()?;
    Ok(rows.values().sum())
}

fn mould(moulds: &mut BTreeMap<String, Mould>, case: String) -> &mut Mould {
    moulds.entry(case).or_insert_with(|| Mould { largest: false, closed: false, rows: Vec::new(), facts: Vec::new() })
}

fn text(cell: &Value) -> &str {
    cell.as_str().unwrap_or_default()
}

/// Writes the facts of a case under another id; gives number and hash of the last.
fn copy_facts(lines: &mut Lines, from: &str, to: &str, facts: &[Vec<Value>]) -> std::io::Result<(u32, String)> {
    let (mut old, mut new) = (String::new(), String::new());
    for cells in facts {
        let mut body = text(&cells[5]).replace(from, to);
        if !old.is_empty() {
            body = body.replace(&old, &new);
        }
        let mut cells = cells.clone();
        old = text(&cells[6]).to_owned();
        new = seal(&body);
        (cells[0], cells[5], cells[6]) = (json!(to), json!(body), json!(new));
        lines.row("facts", &cells)?;
    }
    Ok((u32::try_from(facts.len()).unwrap_or(u32::MAX), new))
}
