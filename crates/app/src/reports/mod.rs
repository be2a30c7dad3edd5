//! Quarterly reports as the product has them in hand: cells with what comes from below, findings, what a signature
//! freezes.

pub mod beside;
pub mod labels;
pub mod nation;
pub mod note;
pub mod opening;
pub mod own;
pub mod print;

use std::collections::HashMap;

use law::{
    bodies::BodyId,
    case::{Actor, CaseFile, Role},
    ch3_reports::{
        Place, Review, Sheet,
        checks::{self, Finding},
        p60_routing::children,
        report::{Comment, Part, Signature, Stage},
    },
};
use store::{
    blobs::digest,
    cases::Frozen,
    reports::{
        ReportMeta, board, cells,
        talk::{self, NoteText},
        versions,
    },
};

use crate::{app::Shared, door::Trouble};

/// A report as it is filled: by its own body, and with what came from below.
#[derive(Clone, Debug)]
pub struct Filled {
    pub meta: ReportMeta,
    /// What the body entered itself.
    pub own: Sheet,
    /// With the accepted reports of the bodies below.
    pub whole: Sheet,
    pub parts: Vec<Part>,
    /// Bodies below whose report has not been accepted.
    pub missing: Vec<BodyId>,
    /// The number of edits, and the edit that wrote each cell; of a frozen version nothing.
    pub edits: i64,
    pub written: HashMap<Place, i64>,
    /// The frozen version it shows; none while it is in hand.
    pub version: Option<u32>,
}

impl Filled {
    /// Whether anything comes from below.
    pub fn consolidates(&self) -> bool {
        !self.parts.is_empty() || !self.missing.is_empty()
    }
}

/// The accepted report of a body below, and its whole.
struct Below {
    part: Part,
    sheet: Sheet,
}

async fn below(app: &Shared, meta: &ReportMeta) -> Result<(Vec<Below>, Vec<BodyId>), Trouble> {
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    let registry = app.registry();
    for body in children(&registry.tree, &meta.body, meta.form, meta.quarter.last_day()) {
        let report = board::of(&app.db, &body, meta.form, meta.quarter).await?;
        let accepted = report.and_then(|r| r.accepted.map(|version| (r.case, version)));
        let Some((case, version)) = accepted else {
            missing.push(body);
            continue;
        };
        let Some(row) = versions::version(&app.db, &case, version).await? else { continue };
        let sheet = sheet_of(app, &row.whole).await?;
        parts.push(Below { part: Part { case, body, version, whole: row.whole }, sheet });
    }
    Ok((parts, missing))
}

/// The frozen sheet with this digest.
pub async fn sheet_of(app: &Shared, digest: &str) -> Result<Sheet, Trouble> {
    let text = talk::frozen(&app.db, digest).await?.ok_or(store::StoreError::NotFound("sheet"))?;
    Sheet::read(&text).map_err(|_| store::StoreError::Digest(digest.to_owned()).into())
}

/// The cells in hand with what came from below.
pub async fn in_hand(app: &Shared, meta: &ReportMeta) -> Result<Filled, Trouble> {
    let cells::InHand { edits, sheet: own, written } = cells::in_hand(&app.db, &meta.case).await?;
    let (parts, missing) = below(app, meta).await?;
    let mut whole = own.clone();
    for part in &parts {
        whole.add(&part.sheet);
    }
    let parts = parts.into_iter().map(|b| b.part).collect();
    Ok(Filled { meta: meta.clone(), own, whole, parts, missing, edits, written, version: None })
}

/// A signed version as it was frozen.
pub async fn frozen(app: &Shared, meta: &ReportMeta, case: &CaseFile, version: u32) -> Result<Filled, Trouble> {
    let signature = case.report().and_then(|r| r.signature(version));
    let Some((_, _, signed)) = signature else { return Err(Trouble::NotFound) };
    let Signature { own, whole, parts, missing, .. } = signed.clone();
    Ok(Filled {
        meta: meta.clone(),
        own: sheet_of(app, &own).await?,
        whole: sheet_of(app, &whole).await?,
        parts,
        missing,
        edits: 0,
        written: HashMap::new(),
        version: Some(version),
    })
}

/// What this person sees of a report, or of a frozen version of it: its own body what is in hand as long as it is open,
/// everybody else what was submitted last.
pub async fn shown(
    app: &Shared,
    actor: &Actor,
    meta: &ReportMeta,
    case: &CaseFile,
    version: Option<u32>,
) -> Result<Filled, Trouble> {
    let last = last_seen(actor, meta, case);
    let asked = version.filter(|v| (1..=last).contains(v));
    let own = actor.body == meta.body;
    match asked {
        Some(version) => frozen(app, meta, case, version).await,
        None if own && (meta.stage.open() || last == 0) => in_hand(app, meta).await,
        None if last == 0 => Err(Trouble::NotFound),
        None => frozen(app, meta, case, last).await,
    }
}

/// The last frozen version that this person may see: of its own body every one that was signed, of others what was
/// submitted.
pub fn last_seen(actor: &Actor, meta: &ReportMeta, case: &CaseFile) -> u32 {
    if actor.body == meta.body {
        return meta.version;
    }
    case.report().and_then(|r| r.submitted_version).unwrap_or(0)
}

/// Everything that is wrong or odd in it.
pub async fn findings(app: &Shared, filled: &Filled) -> Result<Vec<Finding>, Trouble> {
    let known = beside::of(app, filled).await?;
    Ok(checks::check(&filled.own, &filled.whole, &known.beside()))
}

/// The texts of the analytical note: of a frozen version as they were frozen, else as they are in hand.
pub async fn note_of(app: &Shared, case: &CaseFile, filled: &Filled) -> Result<Vec<NoteText>, Trouble> {
    Ok(match filled.version.and_then(|v| case.report()?.signature(v)) {
        Some((_, _, signed)) => note::read(&talk::frozen(&app.db, &signed.note).await?.unwrap_or_default()),
        None => talk::note(&app.db, &case.id).await?,
    })
}

/// Whether this person may remark on a report now: its receiver, while it is submitted.
pub fn remarks(actor: &Actor, meta: &ReportMeta, case: &CaseFile) -> bool {
    receives(actor, case) && meta.stage == Stage::Submitted
}

/// Whether this person is one of those who receive a report and look through it.
pub fn receives(actor: &Actor, case: &CaseFile) -> bool {
    case.receivers().contains(&actor.body)
        && matches!(actor.role, Role::Analyst | Role::ReportExecutor | Role::UnitHead | Role::Leader)
}

/// What a step may know of the cells, and what its signature would freeze.
pub async fn review(app: &Shared, meta: &ReportMeta) -> Result<(Review, Frozen), Trouble> {
    let filled = in_hand(app, meta).await?;
    let findings = findings(app, &filled).await?;
    let comments: Vec<Comment> = talk::comments(&app.db, &meta.case).await?;
    let note = note::frozen_text(meta.form, meta.quarter, &talk::note(&app.db, &meta.case).await?);
    let files = store::files::digests(&app.db, &meta.case).await?;
    let (own, whole) = (filled.own.text(), filled.whole.text());
    let mut review = Review {
        own: digest(own.as_bytes()),
        whole: digest(whole.as_bytes()),
        note: note.as_ref().map(|n| digest(n.as_bytes())).unwrap_or_default(),
        evidence: files,
        parts: filled.parts,
        missing: filled.missing,
        remarks: talk::remarks(&app.db, &meta.case, meta.version).await?,
        ..Review::default()
    };
    review.weigh(&findings, &comments);
    let texts = [Some(own), Some(whole), note].into_iter().flatten().collect();
    Ok((review, Frozen { edits: filled.edits, texts }))
}
