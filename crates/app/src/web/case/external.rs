//! What the page of a case of external control shows beside the rest: violations with their terms, the copies of what was issued,
//! entries of a list, what led to the case and what came of it.

use jiff::civil::Date;
use law::{
    case::Role,
    ch2_external::{
        dossier::{Told, What},
        exchange::PackageKind,
        p22_checklist::severity,
        p24_disclosure,
        p32_follow_up::due_ground,
    },
};

use store::packages::{Filter, PackageRow, State};

use crate::{app::Shared, door::Desk, web::error::Failure, words::Speaker};

/// Everything of external control on the page.
#[derive(Default)]
pub(super) struct Parts {
    pub violations: Vec<ViolationLine>,
    pub copies: Vec<CopyLine>,
    pub entries: Vec<EntryLine>,
    pub protected: Vec<ProtectedLine>,
    /// Buttons that open another case from this one.
    pub onward: Vec<Onward>,
    /// Cases that led here or came of it.
    pub related: Vec<Onward>,
    /// What legal statistics did not register, for those who look after it.
    pub unregistered: Vec<String>,
}

pub(super) struct ViolationLine {
    pub number: String,
    pub requirement: String,
    pub severity: String,
    pub gross: bool,
    pub description: String,
    pub term: String,
    pub state: String,
    pub kind: &'static str,
}

/// A copy of the result: whose it is, when and how it went there.
pub(super) struct CopyLine {
    pub copy: String,
    pub how: String,
    pub on: String,
}

pub(super) struct EntryLine {
    pub number: String,
    pub subject: String,
    pub subject_href: String,
    pub by: String,
    pub score: String,
    pub high: bool,
    pub month: String,
    pub reason: String,
    pub href: String,
}

pub(super) struct ProtectedLine {
    pub secret: String,
    pub href: String,
    pub on: String,
}

pub(super) struct Onward {
    pub label: String,
    pub href: String,
}

pub(super) async fn parts(app: &Shared, words: &Speaker, desk: &Desk) -> Result<Parts, Failure> {
    if !desk.case.procedure.external() {
        return Ok(Parts::default());
    }
    Ok(Parts {
        violations: violations(words, desk),
        copies: copies(app, words, desk).await?,
        entries: entries(words, desk),
        protected: protected(words, desk),
        onward: onward(app, words, desk).await?,
        related: related(app, words, desk).await?,
        unregistered: unregistered(app, words, desk).await?,
    })
}

async fn unregistered(app: &Shared, words: &Speaker, desk: &Desk) -> Result<Vec<String>, Failure> {
    if desk.actor.body != desk.case.body || !crate::exchange::looks_after(app, &desk.actor) {
        return Ok(Vec::new());
    }
    let filter = Filter { state: Some(State::Refused), case: Some(desk.case.id.clone()), page: 1, per_page: 20 };
    let found = store::packages::list(&app.db, &crate::door::viewer(app, &desk.actor), &filter).await?;
    let line = |p: PackageRow| {
        let kind = words.t(&format!("package-{}", p.kind.word()));
        format!("{} ({kind}): {}", words.t("case-package-refused"), p.last_error.unwrap_or_default())
    };
    Ok(found.items.into_iter().map(line).collect())
}

fn violations(words: &Speaker, desk: &Desk) -> Vec<ViolationLine> {
    let line = |number: u32, requirement: &str, severity: &str, description: &str| ViolationLine {
        number: number.to_string(),
        requirement: words.t(&format!("checklist-{requirement}")),
        severity: words.t(&format!("severity-{severity}")),
        gross: severity == "gross",
        description: description.to_owned(),
        term: String::new(),
        state: String::new(),
        kind: "",
    };
    if let Some(control) = desk.case.desk() {
        let found = control.violations.iter();
        return found
            .map(|v| {
                line(v.number, &v.violation.requirement, severity(&v.violation.requirement), &v.violation.description)
            })
            .collect();
    }
    let shown = p24_disclosure::results_shown(&desk.case, &desk.actor.body);
    let Some(inspection) = desk.case.inspection().filter(|_| shown) else { return Vec::new() };
    let found = inspection.violations.iter().map(|v| {
        let term = inspection.terms.get(&v.number).copied();
        let (state, kind) =
            match (inspection.verdicts.get(&v.number), inspection.reported.contains_key(&v.number), term) {
                (Some((_, true)), ..) => ("violation-eliminated", "done"),
                (Some((_, false)), ..) => ("violation-lacking", "late"),
                (None, true, _) => ("violation-reported", "soon"),
                (None, false, Some(term)) if desk.today > term => ("violation-late", "late"),
                (None, false, Some(_)) => ("violation-open", ""),
                (None, false, None) => ("violation-found", ""),
            };
        ViolationLine {
            term: term.map(|t| words.date(t)).unwrap_or_default(),
            state: words.t(state),
            kind,
            ..line(v.number, &v.violation.requirement, &v.violation.severity, &v.violation.description)
        }
    });
    found.collect()
}

/// §24: three copies, each with its own way.
async fn copies(app: &Shared, words: &Speaker, desk: &Desk) -> Result<Vec<CopyLine>, Failure> {
    let Some((on, delivery)) = desk.case.inspection().and_then(|i| i.delivered.as_ref()) else { return Ok(Vec::new()) };
    let sent = store::packages::last_of(&app.db, &desk.case.id, PackageKind::Results).await?;
    let first = match sent.and_then(|p| p.delivered_at) {
        Some(at) => (words.t("copy-sent"), words.moment(at)),
        None => (words.t("copy-waits"), String::new()),
    };
    let mut second =
        format!("{}: {}, {}", words.t(&format!("delivery-{}", delivery.way)), delivery.to_name, delivery.to_position);
    if let Some(mark) = &delivery.incoming {
        second = format!("{second}; {}: {mark}", words.t("field-incoming"));
    }
    Ok(vec![
        CopyLine { copy: words.t("copy-first"), how: first.0, on: first.1 },
        CopyLine { copy: words.t("copy-second"), how: second, on: words.date(*on) },
        CopyLine { copy: words.t("copy-third"), how: words.t("copy-stays"), on: words.date(*on) },
    ])
}

/// Points as people write them: «87,5».
fn hundredths(points: u32) -> String {
    let (whole, rest) = (points / 100, points % 100);
    let text = format!("{whole},{rest:02}");
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

fn entries(words: &Speaker, desk: &Desk) -> Vec<EntryLine> {
    let Some(list) = desk.case.list() else { return Vec::new() };
    let may_open = desk.actor.role == Role::Inspector;
    let line = |entry: &law::ch2_external::p10_list::Entry| {
        let mine = may_open && list.approved.is_some() && entry.by == desk.actor.body;
        EntryLine {
            number: entry.number.to_string(),
            subject: desk.registry.name(&entry.subject, words.lang),
            subject_href: format!("/subjects/{}", entry.subject),
            by: desk.registry.name(&entry.by, words.lang),
            score: hundredths(entry.score.total),
            high: entry.score.high,
            month: entry.month.map(|month| words.month_within(month)).unwrap_or_default(),
            reason: entry.reason.clone(),
            href: if mine { format!("/open/visit?from={}/{}", desk.case.id, entry.number) } else { String::new() },
        }
    };
    list.entries.iter().map(line).collect()
}

/// §34: that there is something, for everybody; the way to it, for the team.
fn protected(words: &Speaker, desk: &Desk) -> Vec<ProtectedLine> {
    let team = crate::web::protected::in_team(&desk.case, &desk.actor);
    let Some(inspection) = desk.case.inspection() else { return Vec::new() };
    let on = |seq: u32| desk.case.facts.iter().find(|f| f.seq == seq).map(|f| words.date(f.on)).unwrap_or_default();
    let line = |(seq, kept): &(u32, law::ch2_external::p34_protected::Protected)| ProtectedLine {
        secret: words.t(&format!("secret-{}", kept.secret)),
        href: if team { format!("/cases/{}/protected/{seq}", desk.case.id) } else { String::new() },
        on: on(*seq),
    };
    inspection.protected.iter().map(line).collect()
}

/// What may be opened from here, with everything filled in.
async fn onward(app: &Shared, words: &Speaker, desk: &Desk) -> Result<Vec<Onward>, Failure> {
    let (id, mut out) = (&desk.case.id, Vec::new());
    let inspector = desk.actor.role == Role::Inspector && desk.actor.body == desk.case.body;
    let mut add = |key: &str, href: String| out.push(Onward { label: words.t(key), href });
    if let Some(appeal) = desk.case.appeal() {
        if inspector && appeal.accepted.is_some() && appeal.closed.is_none() {
            add("onward-inspection", format!("/open/inspection?from={id}"));
        }
        if let (Some(registered), Some(_)) = (&appeal.registration, appeal.taken_over)
            && matches!(desk.actor.role, Role::UnitHead | Role::ResponsibleExecutor)
            && desk.actor.body != desk.case.body
        {
            let (received, registered) = registered;
            let reference = desk.row.as_ref().map(|r| r.reference.clone()).unwrap_or_default();
            let query = serde_urlencoded::to_string([
                ("ground", "appeal"),
                ("reference", &reference),
                ("reference_on", &received.to_string()),
                ("facts", &registered.text),
                ("object", &registered.subject),
            ]);
            add("onward-event", format!("/open/control-event?{}", query.unwrap_or_default()));
        }
    }
    if let Some(control) = desk.case.desk()
        && inspector
        && control.closed.is_some()
    {
        add("onward-subject", format!("/subjects/{}", desk.case.object.as_deref().unwrap_or_default()));
    }
    if let Some(inspection) = desk.case.inspection()
        && inspector
        && inspection.follow_up.is_none()
        && inspection.closed.is_none()
    {
        let told = store::told::resting_on(&app.db, id).await?;
        let begun = told.iter().any(|t| follows(t, id));
        if !begun && due_ground(&desk.view(None)).is_some() {
            add("onward-follow-up", format!("/open/inspection?from={id}"));
        }
    }
    Ok(out)
}

/// Whether this is a check that rests on the case and was not ended without results.
fn follows(told: &Told, case: &str) -> bool {
    matches!(&told.what, What::Check(check) if !check.abandoned && check.basis.as_deref() == Some(case))
}

/// Cases that this one rests on, or that rest on it, as far as this person may read them.
async fn related(app: &Shared, words: &Speaker, desk: &Desk) -> Result<Vec<Onward>, Failure> {
    let id = &desk.case.id;
    let basis = desk.case.inspection().and_then(|i| i.appointment.as_ref()).and_then(|a| a.basis.clone());
    let mut cases: Vec<String> = basis.iter().filter_map(|b| b.split('/').next().map(str::to_owned)).collect();
    let rest = store::told::resting_on(&app.db, id).await?;
    let list = desk.case.list().is_some();
    cases.extend(rest.into_iter().filter(|t| list || follows(t, id)).map(|t| t.case));
    let viewer = crate::door::viewer(app, &desk.actor);
    let rows = store::cases::find_all(&app.db, &viewer, &cases).await?;
    let line = |case: &String| {
        let row = rows.iter().find(|row| row.meta.id == *case)?;
        let kind = words.t(&format!("procedure-{}", row.meta.procedure.word()));
        let title = super::title(words, &desk.registry, row);
        Some(Onward { label: format!("{kind} № {}: {title}", row.reference), href: format!("/cases/{case}") })
    };
    Ok(cases.iter().filter_map(line).collect())
}

/// Rows of «about» for a case of external control.
pub(super) fn about(words: &Speaker, desk: &Desk, row: &mut impl FnMut(&str, String)) {
    let date = |on: Option<Date>| on.map(|d| words.date(d)).unwrap_or_default();
    let name = |body: &str| desk.registry.name(body, words.lang);
    if let Some(subject) = desk.case.object.as_deref().filter(|_| desk.case.procedure.external()) {
        row("field-subject", name(subject));
    }
    if let Some(inspection) = desk.case.inspection()
        && let Some(a) = &inspection.appointment
    {
        row("case-ground", a.ground.as_ref().map(|g| words.t(&format!("inspection-ground-{g}"))).unwrap_or_default());
        row("field-reference", a.reference.clone().unwrap_or_default());
        row(
            "field-registration",
            if a.registration == "before" {
                String::new()
            } else {
                words.t(&format!("registration-{}", a.registration))
            },
        );
        row(
            "case-registered",
            inspection
                .registered
                .as_ref()
                .map(|(on, r)| format!("№ {}, {}", r.number, words.date(*on)))
                .unwrap_or_default(),
        );
        if let (Some(from), Some(to)) = (a.period_from, a.period_to) {
            row("case-period", format!("{} – {}", words.date(from), words.date(to)));
        }
        let start = inspection.started.unwrap_or(a.start);
        row("case-dates", format!("{} – {}", words.date(start), date(inspection.end_in_force())));
        row("case-suspended", date(inspection.suspended));
    }
    if let Some((received, r)) = desk.case.appeal().and_then(|a| a.registration.as_ref()) {
        row("field-received_on", words.date(*received));
        row("field-source", words.t(&format!("appeal-source-{}", r.source)));
        row("field-channel", words.t(&format!("appeal-channel-{}", r.channel)));
        row(
            "field-applicant",
            if r.anonymous { words.t("appeal-anonymous") } else { r.applicant.clone().unwrap_or_default() },
        );
    }
}
