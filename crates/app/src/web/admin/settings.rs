//! What changes by decree: days off that move, and the numbers of the Rules. Before a decree is recorded, the page shows
//! which open duties it moves; then they are moved.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use law::{
    calendar::{Transfer, shipped_transfers},
    case::{Field, FieldKind, Role},
    edition::{Edition, Law, ParameterChange, ParameterError, ParameterId, Unit},
};
use serde::Deserialize;
use serde_json::json;
use store::{
    Edit, StoreError,
    duties::DutyRow,
    outbox::{Addressee, IN_PRODUCT, Notice},
};
use tokio::sync::Mutex;

use super::{Reach, Sheet, edit};
use crate::{
    app::Shared,
    door::{self, Trouble},
    readmodel,
    web::{
        case,
        error::Failure,
        form::{Fault, Question},
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::{Arg, Speaker},
};

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    edition: String,
    national: bool,
    transfers: Vec<TransferLine>,
    parameters: Vec<ParameterLine>,
}

struct TransferLine {
    from: Day,
    to: Day,
    decided: String,
    decree: String,
    recorded: bool,
}

struct Day {
    iso: String,
    text: String,
}

struct ParameterLine {
    id: &'static str,
    paragraph: String,
    label: String,
    unit: String,
    default: String,
    now: String,
    changed: bool,
    /// Changes that hold only from a later day.
    coming: Vec<String>,
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let reach = Reach::of(&app, &visitor)?;
    let words = &visitor.words;
    let (law, today) = (app.law(), app.clock.today());
    let day =
        |date: Date| Day { iso: date.to_string(), text: format!("{}, {}", words.date(date), words.weekday(date)) };
    let shipped = shipped_transfers();
    let mut transfers: Vec<&Transfer> = law.calendar.transfers().iter().collect();
    transfers.sort_by_key(|t| std::cmp::Reverse(t.from.max(t.to)));
    let transfers = transfers.into_iter().map(|t| TransferLine {
        from: day(t.from),
        to: day(t.to),
        decided: words.date(t.decided_on),
        decree: t.decree.clone(),
        recorded: !shipped.contains(t),
    });
    let parameters = ParameterId::ALL.iter().map(|id| {
        let (default, now) = (id.default_value(), law.parameter(*id, today));
        let coming = law.parameters.changes(*id).filter(|c| c.from > today);
        ParameterLine {
            id: id.id(),
            paragraph: id.paragraph().to_string(),
            label: label(words, *id),
            unit: unit(words, *id),
            default: default.to_string(),
            now: now.to_string(),
            changed: default != now,
            coming: coming
                .map(|c| {
                    words.with("settings-coming", &[("value", i64::from(c.value).into()), ("date", c.from.into())])
                })
                .collect(),
        }
    });
    html(&SettingsPage {
        page: visitor.page(&app).await?,
        edition: words.with(
            "settings-edition",
            &[("edition", law.edition.id().into()), ("made", Edition::JULY_2021.made_on().into())],
        ),
        national: reach.everywhere,
        transfers: transfers.collect(),
        parameters: parameters.collect(),
    })
}

fn label(words: &Speaker, id: ParameterId) -> String {
    words.t(&format!("parameter-{}", id.id()))
}

fn unit(words: &Speaker, id: ParameterId) -> String {
    words.t(match id.unit() {
        Unit::WorkingDays => "unit-working-days",
        Unit::CalendarDays => "unit-calendar-days",
        Unit::DayOfMonth => "unit-day-of-month",
        Unit::Times => "unit-times",
    })
}

/// An edit of the law as it is known.
enum Decree {
    Transfer(Transfer),
    NoTransfer(Transfer),
    Change(ParameterChange),
    NoChange(ParameterChange),
}

impl Decree {
    /// The law as it would be.
    async fn law(&self, app: &Shared) -> Result<Law, StoreError> {
        let mut transfers = store::settings::transfers(&app.db).await?;
        let mut changes = store::settings::parameter_changes(&app.db).await?;
        match self {
            Self::Transfer(transfer) => transfers.push(transfer.clone()),
            Self::NoTransfer(transfer) => transfers.retain(|t| t != transfer),
            Self::Change(change) => changes.push(change.clone()),
            Self::NoChange(change) => changes.retain(|c| c != change),
        }
        Ok(Law::with(&transfers, &changes))
    }

    async fn record(&self, app: &Shared, edit: &Edit) -> Result<(), StoreError> {
        match self {
            Self::Transfer(transfer) => store::settings::add_transfer(&app.db, transfer, edit).await,
            Self::NoTransfer(transfer) => store::settings::remove_transfer(&app.db, transfer, edit).await,
            Self::Change(change) => store::settings::add_parameter_change(&app.db, change, edit).await,
            Self::NoChange(change) => store::settings::remove_parameter_change(&app.db, change, edit).await,
        }
    }

    /// What the page says of it.
    fn facts(&self, words: &Speaker) -> Vec<(String, String)> {
        let day = |date: Date| format!("{}, {}", words.date(date), words.weekday(date));
        match self {
            Self::Transfer(t) | Self::NoTransfer(t) => vec![
                (words.t("field-admin-off-from"), day(t.from)),
                (words.t("field-admin-off-to"), day(t.to)),
                (words.t("field-admin-decided"), words.date(t.decided_on)),
                (words.t("field-admin-decree"), t.decree.clone()),
            ],
            Self::Change(c) | Self::NoChange(c) => vec![
                (words.t("settings-parameter"), label(words, c.id)),
                (words.t("field-admin-value"), format!("{} ({})", c.value, unit(words, c.id))),
                (words.t("field-admin-valid-from"), words.date(c.from)),
                (words.t("field-admin-decided"), words.date(c.decided_on)),
                (words.t("field-admin-decree"), c.basis.clone()),
            ],
        }
    }

    /// The same as fields of a form, for the confirmation.
    fn hidden(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Transfer(t) | Self::NoTransfer(t) => vec![
                ("off-from", t.from.to_string()),
                ("off-to", t.to.to_string()),
                ("decided", t.decided_on.to_string()),
                ("decree", t.decree.clone()),
            ],
            Self::Change(c) | Self::NoChange(c) => vec![
                ("value", c.value.to_string()),
                ("valid-from", c.from.to_string()),
                ("decided", c.decided_on.to_string()),
                ("decree", c.basis.clone()),
            ],
        }
    }
}

/// A duty that a decree moves, makes or unmakes.
struct Moved {
    case: String,
    title: String,
    duty: DutyRow,
    old: Option<Date>,
    new: Option<Date>,
}

/// The cases with open duties.
async fn open_cases(app: &Shared) -> Result<Vec<String>, StoreError> {
    let open = store::duties::open_duties_all(&app.db, Date::MAX).await?;
    let mut cases: Vec<String> = open.into_iter().map(|owed| owed.case).collect();
    cases.sort();
    cases.dedup();
    Ok(cases)
}

/// Every open duty that another law sets another day for, the nearest first.
async fn moved(app: &Shared, words: &Speaker, cases: &[String], law: &Law) -> Result<Vec<Moved>, Failure> {
    let (known, registry, today) = (app.law(), app.registry(), app.clock.today());
    let mut found = Vec::new();
    for id in cases {
        let Some(row) = store::cases::load(&app.db, id).await? else { continue };
        let file = door::load(app, &row).await?;
        let open = |law: &Law| {
            let duties = readmodel::read_model(&file, law, &registry, today).duties;
            duties.into_iter().filter(|d| d.ended().is_none()).collect::<Vec<_>>()
        };
        let (before, mut after) = (open(&known), open(law));
        let title = format!("№ {} – {}", row.reference, case::title(words, &registry, &row));
        let mut note = |duty, old, new| found.push(Moved { case: id.clone(), title: title.clone(), duty, old, new });
        for duty in before {
            let then = after.iter().position(|d| d.key == duty.key).map(|at| after.swap_remove(at).due);
            let old = Some(duty.due);
            if then != old {
                note(duty, old, then);
            }
        }
        for duty in after {
            let new = Some(duty.due);
            note(duty, None, new);
        }
    }
    found.sort_by_key(|m| (m.new.or(m.old), m.case.clone()));
    Ok(found)
}

/// One decree is recorded at a time, so that the law read last is the law recorded last.
static RECORDING: Mutex<()> = Mutex::const_new(());

/// Records a decree, then derives every open case again under the new law. Gives how many duties moved.
async fn record(app: &Shared, words: &Speaker, decree: &Decree, edit: &Edit) -> Result<usize, Failure> {
    const TRIES: usize = 5;
    let _one = RECORDING.lock().await;
    let cases = open_cases(app).await?;
    let moved = moved(app, words, &cases, &decree.law(app).await?).await?;
    decree.record(app, edit).await?;
    app.reload_law().await?;
    for id in &cases {
        for _ in 0..TRIES {
            let Some(row) = store::cases::load(&app.db, id).await? else { break };
            match readmodel::rebuild(app, &row).await {
                // Somebody has acted in the case meanwhile: look again.
                Err(Trouble::Store(StoreError::NotFound(_))) => {}
                done => {
                    done?;
                    break;
                }
            }
        }
    }
    store::outbox::enqueue(&app.db, &notices(app, &moved), app.clock.now()).await?;
    Ok(moved.len())
}

/// Those who owe are told of the new day.
fn notices(app: &Shared, moved: &[Moved]) -> Vec<Notice> {
    let mut notices = Vec::new();
    for m in moved {
        let Some(due) = m.new else { continue };
        notices.extend(m.duty.roles.iter().map(|role: &Role| Notice {
            id: app.random_word(20),
            to: Addressee::Role(m.duty.body.clone(), *role),
            kind: "due-moved".into(),
            case: Some(m.case.clone()),
            args: json!({ "what": m.duty.what, "due": due }),
            due_key: None,
            channel: IN_PRODUCT.into(),
        }));
    }
    notices
}

#[derive(Template)]
#[template(path = "decree.html")]
struct DecreePage {
    page: Page,
    title: String,
    lead: String,
    paragraph: String,
    action: String,
    faults: Vec<Fault>,
    questions: Vec<Question>,
    /// The changes of a number that are recorded.
    changes: Vec<ChangeLine>,
    remove: String,
    /// What is to be confirmed; empty while it is being written.
    facts: Vec<(String, String)>,
    hidden: Vec<(&'static str, String)>,
    moved: Vec<MovedLine>,
    count: String,
    confirm: String,
    removing: bool,
}

struct ChangeLine {
    value: String,
    from: String,
    decided: String,
    basis: String,
    hidden: Vec<(&'static str, String)>,
}

struct MovedLine {
    case: String,
    title: String,
    what: String,
    paragraph: String,
    old: String,
    new: String,
}

impl DecreePage {
    async fn new(app: &Shared, visitor: &Visitor, title: String, action: &str) -> Result<Self, Failure> {
        let (lead, paragraph, remove, count, confirm) = Default::default();
        Ok(Self {
            page: visitor.page(app).await?,
            title,
            lead,
            paragraph,
            action: action.into(),
            faults: Vec::new(),
            questions: Vec::new(),
            changes: Vec::new(),
            remove,
            facts: Vec::new(),
            hidden: Vec::new(),
            moved: Vec::new(),
            count,
            confirm,
            removing: false,
        })
    }
}

/// Shows what a decree would move, or, where that has been seen and confirmed, records it.
async fn decide(
    app: &Shared,
    visitor: &Visitor,
    reach: &Reach,
    decree: Decree,
    posted: &Posted,
    action: &str,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let count = |key: &str, n: usize| words.with(key, &[("count", Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)))]);
    if posted.get("confirm") == "yes" {
        let moved = match record(app, words, &decree, &edit(app, &reach.signed)?).await {
            Err(Failure::Door(trouble))
                if matches!(*trouble, Trouble::Store(StoreError::Exists(_) | StoreError::NotFound(_))) =>
            {
                // The same click twice, or somebody was quicker.
                visitor.say_next("settings-already").await?;
                return Ok(Redirect::to("/admin/settings").into_response());
            }
            other => other?,
        };
        visitor.say_next(count("settings-recorded", moved)).await?;
        return Ok(Redirect::to("/admin/settings").into_response());
    }
    let moved = moved(app, words, &open_cases(app).await?, &decree.law(app).await?).await?;
    let date = |day: Option<Date>| day.map(|d| words.date(d)).unwrap_or_default();
    let removing = matches!(decree, Decree::NoTransfer(_) | Decree::NoChange(_));
    let title = words.t(if removing { "settings-preview-remove" } else { "settings-preview" });
    html(&DecreePage {
        lead: words.t("settings-preview-lead"),
        facts: decree.facts(words),
        hidden: decree.hidden(),
        count: if moved.is_empty() { words.t("settings-moves-none") } else { count("settings-moves", moved.len()) },
        moved: moved
            .into_iter()
            .map(|m| MovedLine {
                what: match m.duty.detail.as_str() {
                    "" => words.t(&m.duty.what),
                    detail => format!("{}: {detail}", words.t(&m.duty.what)),
                },
                paragraph: m.duty.paragraph.to_string(),
                old: date(m.old),
                new: date(m.new),
                case: m.case,
                title: m.title,
            })
            .collect(),
        confirm: words.t(if removing { "settings-remove-do" } else { "settings-record-do" }),
        removing,
        ..DecreePage::new(app, visitor, title, action).await?
    })
}

fn unprocessable(page: &DecreePage) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response())
}

const TRANSFERS: &str = "/admin/settings/transfers";

fn transfer_fields() -> Vec<Field> {
    let date = |name| Field::new(name, FieldKind::Date);
    vec![date("off-from"), date("off-to"), date("decided"), Field::new("decree", FieldKind::Text(200))]
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct TransferSent {
    off_from: Date,
    off_to: Date,
    decided: Date,
    decree: String,
}

pub async fn transfer_form(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    Reach::national(&app, &visitor)?;
    show_transfer(&app, &visitor, &Sheet::blank(transfer_fields())).await.and_then(|page| html(&page))
}

async fn show_transfer(app: &Shared, visitor: &Visitor, sheet: &Sheet) -> Result<DecreePage, Failure> {
    let words = &visitor.words;
    Ok(DecreePage {
        lead: words.t("settings-transfer-lead"),
        faults: sheet.faults.clone(),
        questions: sheet.questions(words),
        ..DecreePage::new(app, visitor, words.t("settings-transfer-add"), TRANSFERS).await?
    })
}

pub async fn transfer(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, transfer_fields(), &posted);
    let sent: Option<TransferSent> = checked.map(|c| c.read());
    if let Some(sent) = sent {
        let transfer = Transfer { from: sent.off_from, to: sent.off_to, decided_on: sent.decided, decree: sent.decree };
        if transfer.decided_on > app.clock.today() {
            sheet.wrong("decided", words.t("settings-decided-later"));
        }
        if let Err(error) = transfer.check(&app.law().calendar) {
            let field =
                if matches!(error, law::calendar::TransferError::FromIsWorking(_)) { "off-from" } else { "off-to" };
            sheet.wrong(field, words.t(error.key()));
        }
        if sheet.faults.is_empty() {
            return decide(&app, &visitor, &reach, Decree::Transfer(transfer), &posted, TRANSFERS).await;
        }
    }
    unprocessable(&show_transfer(&app, &visitor, &sheet).await?)
}

pub async fn remove_transfer(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let recorded = store::settings::transfers(&app.db).await?.into_iter();
    let mut chosen =
        recorded.filter(|t| t.from.to_string() == posted.get("off-from") && t.to.to_string() == posted.get("off-to"));
    let Some(transfer) = chosen.next() else { return gone(&visitor).await };
    decide(&app, &visitor, &reach, Decree::NoTransfer(transfer), &posted, "/admin/settings/transfers/remove").await
}

/// What was to be removed is not there: a second click, or somebody was quicker.
async fn gone(visitor: &Visitor) -> Result<Response, Failure> {
    visitor.say_next("settings-already").await?;
    Ok(Redirect::to("/admin/settings").into_response())
}

fn parameter_fields(id: ParameterId) -> Vec<Field> {
    let most = if id.unit() == Unit::DayOfMonth { 28 } else { 250 };
    vec![
        Field::new("value", FieldKind::Number { min: 1, max: most }),
        Field::new("valid-from", FieldKind::Date),
        Field::new("decided", FieldKind::Date),
        Field::new("decree", FieldKind::Text(200)),
    ]
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct ChangeSent {
    value: u32,
    valid_from: Date,
    decided: Date,
    decree: String,
}

pub async fn parameter_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    Reach::national(&app, &visitor)?;
    let id: ParameterId = id.parse().map_err(|_| Failure::NotFound)?;
    show_parameter(&app, &visitor, id, &Sheet::blank(parameter_fields(id))).await.and_then(|page| html(&page))
}

async fn show_parameter(
    app: &Shared,
    visitor: &Visitor,
    id: ParameterId,
    sheet: &Sheet,
) -> Result<DecreePage, Failure> {
    let words = &visitor.words;
    let law = app.law();
    let action = format!("/admin/settings/parameters/{id}");
    let numbers = [
        ("unit", unit(words, id).into()),
        ("default", i64::from(id.default_value()).into()),
        ("now", i64::from(law.parameter(id, app.clock.today())).into()),
    ];
    let changes = law.parameters.changes(id).map(|c| ChangeLine {
        value: c.value.to_string(),
        from: words.date(c.from),
        decided: words.date(c.decided_on),
        basis: c.basis.clone(),
        hidden: Decree::Change(c.clone()).hidden(),
    });
    Ok(DecreePage {
        lead: words.with("settings-parameter-lead", &numbers),
        paragraph: id.paragraph().to_string(),
        faults: sheet.faults.clone(),
        questions: sheet.questions(words),
        changes: changes.collect(),
        remove: format!("{action}/remove"),
        ..DecreePage::new(app, visitor, label(words, id), &action).await?
    })
}

pub async fn parameter(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let id: ParameterId = id.parse().map_err(|_| Failure::NotFound)?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, parameter_fields(id), &posted);
    let sent: Option<ChangeSent> = checked.map(|c| c.read());
    if let Some(sent) = sent {
        let change = ParameterChange {
            id,
            value: sent.value,
            from: sent.valid_from,
            decided_on: sent.decided,
            basis: sent.decree,
        };
        if change.decided_on > app.clock.today() {
            sheet.wrong("decided", words.t("settings-decided-later"));
        }
        if let Err(ParameterError::OutOfRange { most, .. }) = change.check() {
            sheet.wrong(
                "value",
                words.with("error-out-of-range", &[("min", 1.into()), ("max", i64::from(most).into())]),
            );
        }
        if app.law().parameter(id, change.from) == change.value {
            sheet.wrong("value", words.t("settings-same-value"));
        }
        if app.law().parameters.changes(id).any(|c| (c.from, c.decided_on) == (change.from, change.decided_on)) {
            sheet.wrong("valid-from", words.t("settings-change-exists"));
        }
        if sheet.faults.is_empty() {
            let action = format!("/admin/settings/parameters/{id}");
            return decide(&app, &visitor, &reach, Decree::Change(change), &posted, &action).await;
        }
    }
    unprocessable(&show_parameter(&app, &visitor, id, &sheet).await?)
}

pub async fn remove_parameter(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let id: ParameterId = id.parse().map_err(|_| Failure::NotFound)?;
    let recorded = store::settings::parameter_changes(&app.db).await?.into_iter();
    let mut chosen = recorded.filter(|c| {
        c.id == id
            && c.from.to_string() == posted.get("valid-from")
            && c.decided_on.to_string() == posted.get("decided")
    });
    let Some(change) = chosen.next() else { return gone(&visitor).await };
    let action = format!("/admin/settings/parameters/{id}/remove");
    decide(&app, &visitor, &reach, Decree::NoChange(change), &posted, &action).await
}
