//! The demo's cases: a few control events at different stages, made by taking real steps on earlier days.

use jiff::civil::Date;
use law::case::{Actor, Answers, Capacity, Procedure, Role};
use serde_json::{Value, json};

use crate::{
    app::Shared,
    door::{self, Request},
};

/// Somebody of the demo, by grant.
pub(super) type Who = (&'static str, Role);

const EXECUTOR: Who = ("justice.executor1", Role::ResponsibleExecutor);
const SECOND: Who = ("justice.executor2", Role::ResponsibleExecutor);
const UNIT_HEAD: Who = ("justice.unit-head", Role::UnitHead);
const LEADER: Who = ("justice.leader", Role::Leader);
const AKMOLA: Who = ("justice-akmola.head", Role::ControlObjectHead);
const KARAGANDA: Who = ("justice-karaganda.head", Role::ControlObjectHead);

/// One step of a story: working days to pass before it, who takes it, which, and what is entered besides the sample.
pub(super) type Line = (u32, Who, &'static str, Value);

pub(super) type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Fills the demo with cases; the clock ends where it began.
pub async fn tell(app: &Shared) -> Result<()> {
    let told = tell_all(app).await;
    app.clock.move_to(0);
    told
}

async fn tell_all(app: &Shared) -> Result<()> {
    let object =
        |object: &str, matter: &str, who: &str| json!({ "object": object, "matter": matter, "executors": [who] });
    let order = |days, who: Who, given: Value| (days, who, "draft-order", given);
    let plain = |days, who: Who, step| (days, who, step, json!({}));
    let held = |who: Who| {
        vec![
            plain(0, LEADER, "sign-order"),
            plain(0, who, "send-notice"),
            plain(4, who, "start-event"),
            plain(0, who, "record-action"),
            plain(2, who, "record-finding"),
            plain(0, who, "mark-checklist"),
            plain(1, who, "draft-act"),
            plain(0, who, "sign-act"),
            plain(1, who, "present-act"),
        ]
    };
    // Held and answered; the letter is out, the object owes its report.
    let mut story = vec![order(
        0,
        EXECUTOR,
        object("min-justice-td-akmola", "Анықтамаларды беру мерзімдерінің сақталуы (демо)", EXECUTOR.0),
    )];
    story.extend(held(EXECUTOR));
    story.extend([
        plain(1, AKMOLA, "acquaint"),
        plain(1, AKMOLA, "countersign-act"),
        plain(2, EXECUTOR, "submit-materials"),
        (1, LEADER, "decide", json!({ "decisions": ["letter"] })),
        plain(0, EXECUTOR, "draft-letter"),
        plain(1, LEADER, "sign-letter"),
        plain(1, AKMOLA, "receive-letter"),
        plain(3, AKMOLA, "submit-action-plan"),
    ]);
    play(app, -45, story).await?;
    // Presented; the object has three days to answer.
    let mut story = vec![order(
        0,
        SECOND,
        object("min-justice-td-karaganda", "Қызмет көрсетуден бас тартудың негізділігі (демо)", SECOND.0),
    )];
    story.extend(held(SECOND));
    story.push(plain(0, KARAGANDA, "acquaint"));
    play(app, -16, story).await?;
    // The order waits for the signature.
    let story = vec![order(
        0,
        EXECUTOR,
        object("min-justice-forensic", "Сот сараптамалары қызметтерінің қолжетімділігі (демо)", EXECUTOR.0),
    )];
    play(app, 0, story).await?;
    plan(app).await
}

/// The plan of next year, drafted and not yet approved.
async fn plan(app: &Shared) -> Result<()> {
    let item = |object: &str| json!({ "object": object, "executors": [EXECUTOR.0] });
    let lines = vec![
        (0, EXECUTOR, "open-plan", json!({})),
        (0, EXECUTOR, "add-plan-item", item("min-justice-td-akmola")),
        (0, EXECUTOR, "add-plan-item", item("min-justice-td-karaganda")),
        (0, UNIT_HEAD, "add-plan-item", item("min-justice-forensic")),
    ];
    run(app, Procedure::AnnualPlan, 0, lines).await
}

async fn play(app: &Shared, begins: i32, lines: Vec<Line>) -> Result<()> {
    run(app, Procedure::ControlEvent, begins, lines).await
}

/// Plays a story that begins so many calendar days from today; what would come after today is left out.
async fn run(app: &Shared, procedure: Procedure, begins: i32, lines: Vec<Line>) -> Result<()> {
    let case = app.random_word(12);
    run_as(app, procedure, &case, begins, lines).await
}

/// The same, under an id that other stories may name.
pub(super) async fn run_as(
    app: &Shared,
    procedure: Procedure,
    case: &str,
    begins: i32,
    lines: Vec<Line>,
) -> Result<()> {
    app.clock.move_to(0);
    let real = app.clock.today();
    let law = app.law();
    let mut day = law.calendar.next_working(real.checked_add(jiff::Span::new().days(begins))?);
    for (days, who, step, given) in lines {
        day = law.calendar.add_working(day, days);
        if day > real {
            break;
        }
        set_day(app, real, day);
        take(app, procedure, case, who, step, given).await.map_err(|e| format!("{step} on {day}: {e}"))?;
    }
    Ok(())
}

fn set_day(app: &Shared, real: Date, day: Date) {
    app.clock.move_to(i64::from((day - real).get_days()));
}

/// Takes a step with the sample's answers, and those given in their place.
async fn take(app: &Shared, procedure: Procedure, case: &str, who: Who, step: &str, given: Value) -> Result<()> {
    let actor = actor(app, who).await?;
    let desk = match door::open(app, &actor, case).await? {
        Some(desk) => desk,
        None => door::blank(app, &actor, procedure, case).await?,
    };
    let found = procedure.step(step).ok_or("no such step")?;
    let view = desk.view(None);
    let mut answers = found.samples(&view).into_iter().next().unwrap_or_else(Answers::default);
    for (name, value) in given.as_object().into_iter().flatten() {
        answers.0.insert(name.clone(), value.clone());
    }
    let request = Request { procedure, case, step, answers, version: None, key: None };
    door::take(app, &actor, request).await.map_err(|trouble| match trouble {
        door::Trouble::Wrong(errors) => format!("{errors:?}"),
        other => other.to_string(),
    })?;
    Ok(())
}

/// The persona as an actor.
pub(super) async fn actor(app: &Shared, (user, role): Who) -> Result<Actor> {
    let person = store::users::get(&app.db, user).await?.ok_or_else(|| format!("no persona {user}"))?;
    let grants = store::grants::grants_of(&app.db, user, app.clock.today()).await?;
    let grant = grants.into_iter().find(|g| g.role == role).ok_or_else(|| format!("{user} is no {}", role.word()))?;
    let capacity = if grant.acting { Capacity::Acting } else { Capacity::Head };
    Ok(Actor { user: person.id, name: person.name.kk, position: person.position.kk, body: grant.body, role, capacity })
}
