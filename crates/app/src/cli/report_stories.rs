//! The demo's reports: the quarter before last accepted by the Agency, the last one on its way, the running one begun.

use jiff::civil::Date;
use law::{
    case::{Answers, Procedure, Role},
    ch3_reports::{FormId, Place, Sheet, report::case_id},
    term::Quarter,
};
use serde_json::{Value, json};
use store::reports::{
    board,
    cells::{Change, Edit, save},
    talk::{NoteText, write_note},
};

use super::{
    plausible,
    stories::{Result, Who, actor},
};
use crate::{
    app::Shared,
    door::{self, Request},
    reports::{
        beside::earlier,
        labels::Labels,
        note::{headings, sentences},
        opening,
    },
    words::Lang,
};

const DISTRICT: (Who, Who) = (("arshaly.report", Role::ReportExecutor), ("arshaly.head", Role::ReportSignatory));
const OBLAST: (Who, Who) = (("akmola.report", Role::ReportExecutor), ("akmola.signatory", Role::ReportSignatory));
const UNIT: (Who, Who) =
    (("justice-akmola.report", Role::ReportExecutor), ("justice-akmola.head", Role::ReportSignatory));
const MINISTRY: (Who, Who) = (("justice.report", Role::ReportExecutor), ("justice.signatory", Role::ReportSignatory));
const DIGITAL: (Who, Who) = (("digital.report", Role::ReportExecutor), ("digital.signatory", Role::ReportSignatory));
const AGENCY: Who = ("agency.analyst", Role::Analyst);
const TERRITORIAL: Who = ("td-akmola.inspector", Role::Analyst);

/// Fills the demo with reports; the clock ends where it began.
pub(super) async fn tell(app: &Shared) -> Result<()> {
    let told = tell_all(app).await;
    app.clock.move_to(0);
    told
}

async fn tell_all(app: &Shared) -> Result<()> {
    app.clock.move_to(0);
    let real = app.clock.today();
    let now = Quarter::of(real).ok_or("a quarter")?;
    let last = earlier(now)[1].ok_or("a quarter")?;
    let before = earlier(last)[1].ok_or("a quarter")?;
    for quarter in [before, last, now] {
        set_day(app, real, quarter.first_day());
        opening::begin_quarter(app, quarter).await?;
    }
    // The quarter before last, from the district to the nation.
    let day = |quarter: Quarter, days: i64| quarter.last_day().saturating_add(jiff::Span::new().days(days));
    set_day(app, real, day(before, 3).min(real));
    submit(app, DISTRICT, FormId::Local, before).await?;
    take(
        app,
        ("akmola.report", Role::ReportExecutor),
        &id_of(DISTRICT, app, FormId::Local, before).await?,
        "accept-report",
        json!({}),
    )
    .await?;
    submit(app, UNIT, FormId::Central, before).await?;
    take(app, TERRITORIAL, &id_of(UNIT, app, FormId::Central, before).await?, "accept-report", json!({})).await?;
    set_day(app, real, day(before, 8).min(real));
    for (people, form) in [
        (OBLAST, FormId::Local),
        (MINISTRY, FormId::Central),
        (DIGITAL, FormId::Corporation),
        (DIGITAL, FormId::Electronic),
    ] {
        submit(app, people, form, before).await?;
        take(app, AGENCY, &id_of(people, app, form, before).await?, "accept-report", json!({})).await?;
    }
    // The last quarter: the district's came late, the unit's was returned, the oblast and the ministry have not signed.
    set_day(app, real, day(last, 8).min(real));
    submit(app, DISTRICT, FormId::Local, last).await?;
    take(
        app,
        ("akmola.report", Role::ReportExecutor),
        &id_of(DISTRICT, app, FormId::Local, last).await?,
        "accept-report",
        json!({}),
    )
    .await?;
    submit(app, UNIT, FormId::Central, last).await?;
    let returned = id_of(UNIT, app, FormId::Central, last).await?;
    take(
        app,
        TERRITORIAL,
        &returned,
        "return-report",
        json!({"reason": "20-жолдың деректері растайтын материалдармен сәйкес емес (демо)"}),
    )
    .await?;
    Ok(())
}

async fn id_of((executor, _): (Who, Who), app: &Shared, form: FormId, quarter: Quarter) -> Result<String> {
    Ok(case_id(&actor(app, executor).await?.body, form, quarter))
}

fn set_day(app: &Shared, real: Date, day: Date) {
    app.clock.move_to(i64::from((day - real).get_days()));
}

/// Filled, signed by two people, submitted.
async fn submit(app: &Shared, (executor, head): (Who, Who), form: FormId, quarter: Quarter) -> Result<()> {
    let by = actor(app, executor).await?;
    let case = case_id(&by.body, form, quarter);
    fill(app, executor, form, quarter).await?;
    let contact = json!({"phone": "8 (7172) 00-00-00", "email": "demo@example.kz"});
    take(app, executor, &case, "sign-report", contact).await?;
    take(app, head, &case, "countersign-report", json!({})).await?;
    take(app, executor, &case, "submit-report", json!({})).await
}

/// Every change that makes a blank report this sheet.
pub(super) fn changes(sheet: &Sheet) -> Edit {
    let mut edit = Edit { way: "grid", ..Edit::default() };
    for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
        for key in cells.lines.keys() {
            edit.add_lines.push((row.number.to_owned(), key.clone()));
            for column in row.columns.reasons() {
                let place = Place::new(row.number, key.word(), *column);
                let value = sheet.reason(&place).to_owned();
                edit.changes.push(Change { place, value, seen: None });
            }
        }
    }
    let change = |(place, cell): (Place, law::ch3_reports::Cell)| Change { place, value: cell.to_string(), seen: None };
    edit.changes.extend(sheet.entered().map(change));
    edit
}

async fn fill(app: &Shared, executor: Who, form: FormId, quarter: Quarter) -> Result<()> {
    let by = actor(app, executor).await?;
    let registry = app.registry();
    let kind = registry.tree.get(&by.body).ok_or("a body")?.kind;
    let case = case_id(&by.body, form, quarter);
    let sheet = match form {
        FormId::Central | FormId::Local => {
            plausible::report(form, quarter, &by.body, kind, &services(&registry, &by.body))
        }
        _ => plausible::results(form, quarter, &providers(&registry)),
    };
    let viewer = door::viewer(app, &by);
    save(&app.db, &viewer, &case, &changes(&sheet), app.clock.now()).await?;
    let meta = board::load(&app.db, &case).await?.ok_or("a report")?;
    let filled = crate::reports::in_hand(app, &meta).await?;
    write_note(&app.db, &viewer, &case, &note(app, &filled.whole, form, quarter), app.clock.now()).await?;
    Ok(())
}

/// The note as the product proposes it.
pub(super) fn note(app: &Shared, whole: &Sheet, form: FormId, quarter: Quarter) -> Vec<NoteText> {
    let registry = app.registry();
    let mut texts = Vec::new();
    for heading in headings(form, quarter).into_iter().filter(|h| h.text) {
        for lang in [Lang::Kk, Lang::Ru] {
            let words = app.words.speaker(lang);
            let labels = Labels { words: &words, registry: &registry, form, quarter };
            let text = sentences(&labels, whole, &heading.key);
            texts.push(NoteText { heading: heading.key.clone(), language: lang.code().to_owned(), text });
        }
    }
    texts
}

/// Services of the body, or of the body above it that owns some, a few of all where there is none.
pub(super) fn services(registry: &crate::registry::Registry, body: &str) -> Vec<String> {
    let owners: Vec<&str> = [body].into_iter().chain(registry.tree.above(body).map(|b| b.id.as_str())).collect();
    let mut found: Vec<String> = Vec::new();
    for owner in owners {
        found = registry.services.values().filter(|s| s.owner == owner).map(|s| s.code.clone()).collect();
        if !found.is_empty() {
            break;
        }
    }
    if found.is_empty() {
        found = registry.services.keys().cloned().collect();
        found.sort();
        found.truncate(6);
    }
    found.sort();
    found
}

/// Central bodies that own services, with them.
pub(super) fn providers(registry: &crate::registry::Registry) -> Vec<(String, Vec<String>)> {
    let mut found: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for service in registry.services.values() {
        found.entry(service.owner.clone()).or_default().push(service.code.clone());
    }
    found.values_mut().for_each(|codes| codes.sort());
    found.into_iter().collect()
}

async fn take(app: &Shared, who: Who, case: &str, step: &str, answers: Value) -> Result<()> {
    let by = actor(app, who).await?;
    let request =
        Request { procedure: Procedure::Report, case, step, answers: Answers::of(answers), version: None, key: None };
    door::take(app, &by, request).await.map_err(|trouble| match trouble {
        door::Trouble::Wrong(errors) => format!("{step} in {case}: {errors:?}"),
        other => format!("{step} in {case}: {other}"),
    })?;
    Ok(())
}
