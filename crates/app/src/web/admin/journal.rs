//! The journal of administrative edits, and the audit of sign-ins.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use jiff::{Timestamp, civil::Date};
use law::case::Role;
use serde::Deserialize;
use serde_json::Value;
use store::{ledger::LedgerRow, signins::Signin};

use super::{Hold, Reach};
use crate::{
    app::Shared,
    web::{
        error::Failure,
        page::{Page, Visitor, html},
    },
    words::Speaker,
};

#[derive(Template)]
#[template(path = "ledger.html")]
struct LedgerPage {
    page: Page,
    sign_ins: bool,
    edits: Vec<EditLine>,
    attempts: Vec<SigninLine>,
    older: String,
}

struct EditLine {
    seq: i64,
    at: String,
    who: String,
    what: String,
    rows: Vec<(String, String)>,
}

/// One attempt to sign in.
pub struct SigninLine {
    pub at: String,
    pub login: String,
    pub name: String,
    pub outcome: String,
    pub kind: &'static str,
    pub address: String,
    pub agent: String,
}

pub fn signin_line(words: &Speaker, signin: Signin, name: Option<String>) -> SigninLine {
    SigninLine {
        at: words.moment(signin.at),
        kind: if signin.outcome == "in" { "done" } else { "late" },
        outcome: words.maybe(&format!("sign-in-outcome-{}", signin.outcome)).unwrap_or(signin.outcome),
        login: signin.login,
        name: name.unwrap_or_default(),
        address: signin.address,
        agent: signin.agent,
    }
}

/// From where the page goes on.
#[derive(Deserialize)]
pub struct Asked {
    before: Option<i64>,
}

pub async fn edits(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    const PER_PAGE: usize = 25;
    const LOOK_AT: u32 = 200;
    let reach = Reach::of(&app, &visitor)?;
    let (mut before, mut shown, mut more) = (asked.before, Vec::new(), true);
    // Others see what was done by administrators of their own body and below.
    while more && shown.len() < PER_PAGE {
        let rows = store::ledger::latest(&app.db, before, LOOK_AT).await?;
        more = rows.len() == LOOK_AT as usize;
        for row in rows {
            if shown.len() == PER_PAGE {
                more = true;
                break;
            }
            before = Some(row.seq);
            let by: Value = serde_json::from_str(&row.actor).unwrap_or_default();
            if reach.everywhere || by["body"].as_str().is_some_and(|body| reach.covers(body)) {
                shown.push((row, by));
            }
        }
    }
    let names = Names::of(&app, &visitor.words).await?;
    html(&LedgerPage {
        page: visitor.page(&app).await?,
        sign_ins: false,
        edits: shown.into_iter().map(|(row, by)| names.line(&row, &by)).collect(),
        attempts: Vec::new(),
        older: before.filter(|_| more).map(|seq| format!("/admin/journal?before={seq}")).unwrap_or_default(),
    })
}

pub async fn sign_ins(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    const LATEST: u32 = 500;
    const SHOWN: usize = 100;
    let reach = Reach::of(&app, &visitor)?;
    let (words, today) = (&visitor.words, app.clock.today());
    let names = Names::of(&app, words).await?;
    let (mut seen, mut attempts) = (HashMap::new(), Vec::new());
    for signin in store::signins::latest(&app.db, None, LATEST).await? {
        if attempts.len() == SHOWN {
            break;
        }
        let mine = match &signin.user {
            _ if reach.everywhere => true,
            None => false,
            Some(user) => match seen.get(user) {
                Some(mine) => *mine,
                None => {
                    let grants = store::grants::history_of(&app.db, user).await?;
                    let mine = reach.hold(&grants, today) == Hold::Whole;
                    seen.insert(user.clone(), mine);
                    mine
                }
            },
        };
        if mine {
            let name = signin.user.as_ref().and_then(|user| names.people.get(user).cloned());
            attempts.push(signin_line(words, signin, name));
        }
    }
    html(&LedgerPage {
        page: visitor.page(&app).await?,
        sign_ins: true,
        edits: Vec::new(),
        attempts,
        older: String::new(),
    })
}

/// What the journal's codes are called.
struct Names<'a> {
    words: &'a Speaker,
    registry: std::sync::Arc<crate::registry::Registry>,
    people: HashMap<String, String>,
}

impl<'a> Names<'a> {
    async fn of(app: &Shared, words: &'a Speaker) -> Result<Self, Failure> {
        let users = store::users::search(&app.db, "", u32::MAX).await?;
        let people = users.into_iter().map(|u| (u.id, u.name.get(words.lang.code()).to_owned())).collect();
        Ok(Self { words, registry: app.registry(), people })
    }

    fn line(&self, row: &LedgerRow, by: &Value) -> EditLine {
        let data: Value = serde_json::from_str(&row.data).unwrap_or_default();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        match data.as_object() {
            Some(map) if map.contains_key("after") => {
                flatten("", &data["before"], &mut before);
                flatten("", &data["after"], &mut after);
            }
            _ => flatten("", &data, &mut after),
        }
        let old: HashMap<&str, &Value> = before.iter().map(|(k, v)| (k.as_str(), v)).collect();
        let rows =
            after.iter().filter(|(key, _)| !old.is_empty() || self.told(&row.what, key)).filter_map(|(key, value)| {
                let label = self.words.maybe(&format!("ledger-key-{key}")).unwrap_or_else(|| key.clone());
                match old.get(key.as_str()) {
                    Some(same) if **same == *value && key != "login" && key != "code" => None,
                    Some(same) if **same == *value => Some((label, self.value(&row.what, key, value))),
                    Some(other) => {
                        let (other, value) = (self.value(&row.what, key, other), self.value(&row.what, key, value));
                        Some((label, format!("{} » {}", filled(other), filled(value))))
                    }
                    None => Some((label, self.value(&row.what, key, value))).filter(|(_, v)| !v.is_empty()),
                }
            });
        EditLine {
            seq: row.seq,
            at: row.at.parse::<Timestamp>().map_or_else(|_| row.at.clone(), |at| self.words.moment(at)),
            who: self.who(by),
            what: self.words.maybe(&format!("ledger-{}", row.what)).unwrap_or_else(|| row.what.clone()),
            rows: rows.collect(),
        }
    }

    /// Whether a new thing is told with this key: not the wordings in other languages, nor codes that name nothing.
    fn told(&self, what: &str, key: &str) -> bool {
        let (lang, code) =
            (self.words.lang.code(), key == "id" && (what.starts_with("user") || what.starts_with("grant")));
        let other = ["kk", "ru", "en"].iter().any(|l| *l != lang && (key.ends_with(&format!("-{l}"))));
        !code && !other
    }

    /// The person as they stood then: name in this language where the account is known, role and body.
    fn who(&self, by: &Value) -> String {
        let text = |key: &str| by[key].as_str().unwrap_or_default();
        let name = self.people.get(text("user")).cloned().unwrap_or_else(|| text("name").to_owned());
        let name = if name.is_empty() { text("command").to_owned() } else { name };
        let role = Role::parse(text("role")).map(|r| self.words.t(&format!("role-{}", r.word())));
        let body = Some(text("body")).filter(|b| !b.is_empty()).map(|b| self.registry.name(b, self.words.lang));
        [Some(name), role, body].into_iter().flatten().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn value(&self, what: &str, key: &str, value: &Value) -> String {
        let words = self.words;
        let text = match value {
            Value::Bool(true) => return words.t("yes"),
            Value::Bool(false) => return words.t("ledger-no"),
            Value::Number(n) => return n.to_string(),
            Value::String(text) => text.as_str(),
            _ => return String::new(),
        };
        let worded = |prefix: &str| words.maybe(&format!("{prefix}-{text}"));
        let known = match key {
            "body" | "parent" | "coordinated_by" | "owner" => self.registry.known(text, words.lang),
            "user" => self.people.get(text).cloned(),
            "role" => worded("role"),
            "kind" => worded("body-kind"),
            "scope" => worded("token-scope"),
            "territory" => worded("territory"),
            "id" if what.starts_with("parameter") => worded("parameter"),
            _ => None,
        };
        let date = || text.parse::<Date>().ok().filter(|_| text.len() == 10).map(|d| words.date(d));
        let moment = || text.parse::<Timestamp>().ok().map(|at| words.moment(at));
        known.or_else(date).or_else(moment).unwrap_or_else(|| text.to_owned())
    }
}

fn filled(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

/// `{"name": {"kk": "…"}}` as `name-kk` and its value.
fn flatten(path: &str, value: &Value, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}-{key}") };
                flatten(&path, value, found);
            }
        }
        Value::Null if path.is_empty() => {}
        other => found.push((path.to_owned(), other.clone())),
    }
}
