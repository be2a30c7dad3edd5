//! When packages go out, and what follows from the answers. Nothing is lost and nothing counts twice: a package keeps its id,
//! the step that records a number is taken under that id, and only then is the package answered. The product may stop
//! anywhere in between.

use jiff::{SignedDuration, Timestamp};
use law::{
    case::{Actor, Answers, Role},
    ch2_external::exchange::PackageKind,
};
use serde_json::json;
use store::{
    outbox::{Addressee, IN_PRODUCT, Notice},
    packages::{self, Number, Outcome, PackageRow, State},
};

use super::line::{Answer, Line, LineError};
use crate::{
    app::Shared,
    door::{self, Request, Trouble},
    words::{Arg, Lang},
};

/// Packages looked at together.
const BATCH: u32 = 50;

/// Packages in one go: the rest comes in a minute.
const MOST: usize = 500;

const SHORTEST: i64 = 60;
const LONGEST: i64 = 6 * 60 * 60;

/// Why nothing could be sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    #[error(transparent)]
    Line(#[from] LineError),
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<store::StoreError> for NotSent {
    fn from(error: store::StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// Sends what is due, and asks what became of what was taken; gives how many packages it was about. Without a line
/// nothing happens; where nobody answers, the rest waits for the next time.
pub async fn deliver_due(app: &Shared) -> Result<usize, NotSent> {
    let Some(line) = Line::of(&app.config)? else { return Ok(0) };
    let mut done = 0;
    while done < MOST {
        let due = packages::due(&app.db, app.clock.now(), BATCH).await?;
        if due.is_empty() {
            break;
        }
        for row in due {
            done += 1;
            if !deliver(app, &line, &row).await? {
                return Ok(done);
            }
        }
    }
    Ok(done)
}

/// One attempt; false where nobody answered.
async fn deliver(app: &Shared, line: &Line, row: &PackageRow) -> Result<bool, Trouble> {
    let answer = match row.state {
        State::Delivered => line.ask(&row.id).await,
        _ => match contents(app, row).await {
            Ok(body) => line.send(&row.id, body).await,
            // One that cannot be made does not hold up those of other cases.
            Err(trouble) => Answer::Failed(trouble.to_string()),
        },
    };
    let silent = matches!(answer, Answer::Silent(_));
    let now = app.clock.now();
    let outcome = match answer {
        Answer::Number(number) => match register(app, row, &number).await {
            Ok(None) => Outcome::Acknowledged(number),
            Ok(Some(why)) => Outcome::Refused { why },
            // The receiver keeps its answer: it is brought again.
            Err(trouble) => Outcome::Failed { why: trouble.to_string(), next_at: again(row, now) },
        },
        Answer::Accepted => match super::known(app, row).await? {
            Some(number) => Outcome::Acknowledged(number),
            None => Outcome::Delivered { next_at: ask_at(row, now) },
        },
        Answer::Refused(why) => Outcome::Refused { why },
        Answer::Unknown => Outcome::Forgotten,
        Answer::Failed(why) | Answer::Silent(why) => Outcome::Failed { why, next_at: again(row, now) },
    };
    let word = match &outcome {
        Outcome::Failed { .. } => "failed",
        Outcome::Delivered { .. } => "delivered",
        Outcome::Acknowledged(_) => "acknowledged",
        Outcome::Refused { .. } => "refused",
        Outcome::Forgotten => "forgotten",
    };
    metrics::counter!("sapa_packages_total", "outcome" => word).increment(1);
    tracing::info!(package = %row.id, outcome = word, "legal statistics");
    packages::record(&app.db, &row.id, &outcome, now).await?;
    if let Outcome::Refused { why } = &outcome {
        store::outbox::enqueue(&app.db, &tell(app, row, why), now).await?;
    }
    Ok(!silent)
}

/// Who looks after the packages of the body is told that one needs a person.
fn tell(app: &Shared, row: &PackageRow, why: &str) -> Vec<Notice> {
    let notice = |role: Role| Notice {
        id: app.random_word(20),
        to: Addressee::Role(row.body.clone(), role),
        kind: "package-turned-down".into(),
        case: Some(row.case.clone()),
        args: json!({ "what": format!("package-{}", row.kind.word()), "why": why }),
        due_key: None,
        channel: IN_PRODUCT.into(),
    };
    [Role::Inspector, Role::Leader].map(notice).into()
}

async fn contents(app: &Shared, row: &PackageRow) -> Result<Vec<u8>, Trouble> {
    super::text(&super::load(app, row).await?)
}

/// A minute after the first failure, then twice as long each time, six hours at most; packages that failed together do not
/// come back together.
fn again(row: &PackageRow, now: Timestamp) -> Timestamp {
    let pause = SHORTEST << row.attempts.min(20);
    later(row, now, pause)
}

/// A minute after it was taken, then whenever as much time has passed again.
fn ask_at(row: &PackageRow, now: Timestamp) -> Timestamp {
    let passed = row.delivered_at.map_or(0, |at| now.duration_since(at).as_secs());
    later(row, now, passed)
}

fn later(row: &PackageRow, now: Timestamp, seconds: i64) -> Timestamp {
    let spread = row.id.bytes().fold(0_i64, |sum, byte| (sum * 31 + i64::from(byte)) % 201);
    let pause = seconds.clamp(SHORTEST, LONGEST);
    let pause = (pause + pause * spread / 1000).min(LONGEST);
    now.checked_add(SignedDuration::from_secs(pause)).unwrap_or(Timestamp::MAX)
}

/// The step that records the number, with its answers; none where nothing is recorded in the case.
fn step(kind: PackageKind, number: &Number) -> Option<(&'static str, Answers)> {
    let Number { number, on } = number;
    match kind {
        PackageKind::Appointment | PackageKind::Extension => {
            let answers = json!({ "of": kind.word(), "number": number, "on": on });
            Some(("record-registration", Answers::of(answers)))
        }
        PackageKind::List => {
            Some(("record-list-registration", Answers::of(json!({ "registration_number": number, "on": on }))))
        }
        _ => None,
    }
}

/// The product itself, as an officer of the body.
fn product(app: &Shared, body: &str) -> Actor {
    Actor { role: Role::Inspector, ..crate::reports::opening::product(app, body) }
}

/// Brings the number into the case, once; why it cannot stand there, where the law does not take it and nobody has recorded
/// one by hand.
async fn register(app: &Shared, row: &PackageRow, number: &Number) -> Result<Option<String>, Trouble> {
    let Some((step, answers)) = step(row.kind, number) else { return Ok(None) };
    let case = store::cases::load(&app.db, &row.case).await?.ok_or(Trouble::NotFound)?;
    let request = Request {
        procedure: case.meta.procedure,
        case: &row.case,
        step,
        answers,
        version: None,
        key: Some(row.id.clone()),
    };
    let why = match door::take_as_product(app, &product(app, &row.body), request).await {
        Ok(_) => return Ok(None),
        Err(why @ (Trouble::Refused(_) | Trouble::Wrong(_))) => why,
        // Its case knows no such step.
        Err(Trouble::NotFound) => return Ok(None),
        Err(trouble) => return Err(trouble),
    };
    if super::known(app, row).await?.is_some() {
        return Ok(None);
    }
    tracing::warn!(package = %row.id, %why, "the number that came cannot be recorded in the case");
    let words = app.words.speaker(Lang::Kk);
    let why = match &why {
        Trouble::Refused(refusal) => words.refusal(refusal, &|id| app.registry().known(id, Lang::Kk)),
        Trouble::Wrong(errors) => {
            errors.iter().map(|e| words.t(&format!("error-{}", e.code))).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    };
    let values = [("number", number.number.as_str().into()), ("on", Arg::Date(number.on)), ("why", why.into())];
    Ok(Some(words.with("exchange-unrecorded", &values)))
}
