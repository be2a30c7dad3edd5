//! A decree before it is recorded and as it is: which open duties it moves, and moving them.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use law::{
    calendar::Transfer,
    case::Role,
    edition::{Law, ParameterChange},
};
use serde_json::json;
use store::{
    Edit, StoreError,
    duties::DutyRow,
    outbox::{Addressee, IN_PRODUCT, Notice},
};
use tokio::sync::Mutex;

use super::{
    Reach, edit,
    settings::{label, unit},
};
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

/// An edit of the law as it is known.
pub enum Decree {
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
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
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
pub struct DecreePage {
    pub page: Page,
    pub title: String,
    pub lead: String,
    pub paragraph: String,
    pub action: String,
    pub faults: Vec<Fault>,
    pub questions: Vec<Question>,
    /// The changes of a number that are recorded.
    pub changes: Vec<ChangeLine>,
    pub remove: String,
    /// What is to be confirmed; empty while it is being written.
    pub facts: Vec<(String, String)>,
    pub hidden: Vec<(&'static str, String)>,
    pub moved: Vec<MovedLine>,
    pub count: String,
    pub confirm: String,
    pub removing: bool,
}

pub struct ChangeLine {
    pub value: String,
    pub from: String,
    pub decided: String,
    pub basis: String,
    pub hidden: Vec<(&'static str, String)>,
}

pub struct MovedLine {
    pub case: String,
    pub title: String,
    pub what: String,
    pub paragraph: String,
    pub old: String,
    pub new: String,
}

impl DecreePage {
    pub async fn new(app: &Shared, visitor: &Visitor, title: String, action: &str) -> Result<Self, Failure> {
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
pub async fn decide(
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
