//! The password as it is asked for: to sign in, to sign a document, to set another one. Wrong ones count together.

use jiff::Timestamp;
use store::signins::Signin;

use super::{error::Failure, origin::Origin, page::Signed};
use crate::{app::Shared, passwords};

/// What it is asked for.
#[derive(Clone, Copy)]
pub enum Purpose {
    SignIn,
    Signature,
    Change,
}

pub enum Answer {
    Right,
    Wrong,
    /// Nothing is tried before this moment.
    Locked(Timestamp),
}

impl Purpose {
    /// The words of the audit: `sign-in-outcome-WORD`.
    fn outcome(self, answer: &Answer) -> &'static str {
        match (self, answer) {
            (Self::SignIn, Answer::Right) => "in",
            (Self::SignIn, Answer::Wrong) => "wrong",
            (Self::SignIn, Answer::Locked(_)) => "locked",
            (Self::Signature, Answer::Right) => "signed",
            (Self::Signature, Answer::Wrong) => "signature-wrong",
            (Self::Signature, Answer::Locked(_)) => "signature-locked",
            (Self::Change, Answer::Right) => "changed",
            (Self::Change, Answer::Wrong) => "change-wrong",
            (Self::Change, Answer::Locked(_)) => "change-locked",
        }
    }
}

/// Holds a password against that of an account, if there is one, and writes to the audit what came of it. A signature
/// and a new password are recorded elsewhere.
pub async fn check(
    app: &Shared,
    purpose: Purpose,
    origin: &Origin,
    (login, user): (&str, Option<&str>),
    password: &str,
) -> Result<Answer, Failure> {
    // One after another, so that those sent at once do not all come before the count.
    let _turn = match user {
        Some(id) => Some(app.turn(&format!("password/{id}")).await),
        None => None,
    };
    let now = app.clock.now();
    let account = match user {
        Some(id) => store::users::get(&app.db, id).await?,
        None => None,
    };
    let locked = account.as_ref().and_then(|u| u.locked_until).filter(|until| *until > now);
    let hash = account.as_ref().filter(|u| u.active && locked.is_none()).and_then(|u| u.password_hash.clone());
    let right = passwords::matches(password.to_owned(), hash).await;
    let answer = match locked {
        Some(until) => Answer::Locked(until),
        None if right => Answer::Right,
        None => Answer::Wrong,
    };
    let outcome = purpose.outcome(&answer);
    metrics::counter!("sapa_sign_ins_total", "outcome" => outcome).increment(1);
    if !right || matches!(purpose, Purpose::SignIn) {
        let note = Signin {
            id: app.random_word(20),
            at: now,
            login: login.to_owned(),
            user: account.as_ref().map(|u| u.id.clone()),
            outcome: outcome.into(),
            address: origin.address.to_string(),
            agent: origin.agent.clone(),
        };
        store::signins::record(&app.db, note).await?;
    }
    match (&account, &answer) {
        (Some(user), Answer::Right) => store::users::note_success(&app.db, &user.id).await?,
        (Some(user), Answer::Wrong) => {
            let until = passwords::delayed_until(now, user.failed);
            store::users::note_failure(&app.db, &user.id, passwords::FREE_TRIES, until).await?;
        }
        _ => {}
    }
    Ok(answer)
}

/// The same of somebody who has signed in.
pub async fn confirm(
    app: &Shared,
    purpose: Purpose,
    origin: &Origin,
    signed: &Signed,
    password: &str,
) -> Result<Answer, Failure> {
    app.limits.password(&signed.user.id)?;
    check(app, purpose, origin, (&signed.user.login, Some(&signed.user.id)), password).await
}
