//! The registry of bodies (§1): the tree, a list narrowed by words, kind, territory and state, and the page of a body.

mod import;
mod one;

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::{get, post},
};
use jiff::civil::Date;
use law::{
    bodies::{Body, BodyKind},
    case::Role,
};
use serde::Deserialize;
use store::bodies::BodyRow;

use super::{
    error::Failure,
    form::Choice,
    page::{Page, Visitor, html},
};
use crate::{
    app::Shared,
    registry::Registry,
    words::{Arg, Lang, Speaker},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/bodies", get(list))
        .route("/bodies/import", get(import::form).post(import::dry_run))
        .route("/bodies/import/confirm", post(import::confirm))
        .route("/bodies/import/template.csv", get(import::template))
        .route("/bodies/{code}", get(one::body))
}

#[derive(Template)]
#[template(path = "bodies.html")]
struct BodiesPage {
    page: Page,
    text: String,
    kinds: Vec<Choice>,
    territories: Vec<Choice>,
    states: Vec<Choice>,
    count: String,
    filtered: bool,
    groups: Vec<Group>,
    lines: Vec<Line>,
    previous: String,
    next: String,
    now: String,
    last: String,
    may_import: bool,
}

/// The bodies without one above them, of one kind.
struct Group {
    title: String,
    count: String,
    branches: Vec<Branch>,
}

/// A body of the tree. Branches lie flat: each that is `open` is followed by those below it, and `closes` says how many end
/// with this one.
struct Branch {
    line: Line,
    /// Whether its kind stands above it as a heading.
    root: bool,
    below: String,
    open: bool,
    closes: usize,
}

/// A body as a line of a list.
pub struct Line {
    pub code: String,
    pub name: String,
    pub above: String,
    pub kind: String,
    pub bin: String,
    pub territory: String,
    pub valid: String,
    /// `ended`, `future` or nothing.
    pub state: &'static str,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    territory: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: usize,
}

/// Words and snapshot that a line is made of.
struct Teller<'a> {
    words: &'a Speaker,
    registry: &'a Registry,
    today: Date,
}

impl Teller<'_> {
    fn lang(&self) -> Lang {
        self.words.lang
    }

    fn line(&self, row: &BodyRow) -> Line {
        let (valid, state) = self.valid(&row.body);
        Line {
            code: row.body.id.clone(),
            name: row.name.get(self.lang().code()).to_owned(),
            above: row.body.parent.as_deref().map(|p| self.registry.name(p, self.lang())).unwrap_or_default(),
            kind: self.words.t(&format!("body-tag-{}", row.body.kind.word())),
            bin: row.bin.clone(),
            territory: territory(self.words, &row.body.territory),
            valid,
            state,
        }
    }

    /// Since when, until when.
    fn valid(&self, body: &Body) -> (String, &'static str) {
        let from = ("from", Arg::Date(body.valid_from));
        let state = if body.valid_to.is_some_and(|last| last < self.today) {
            "ended"
        } else if body.valid_from > self.today {
            "future"
        } else {
            ""
        };
        match body.valid_to {
            Some(to) => (format!("{} – {}", self.words.date(body.valid_from), self.words.date(to)), state),
            None => (self.words.with("bodies-since", &[from]), state),
        }
    }

    fn lines<'b>(&self, rows: impl Iterator<Item = &'b BodyRow>) -> Vec<Line> {
        let mut rows: Vec<(usize, Line)> = rows.map(|r| (rank(r.body.kind), self.line(r))).collect();
        rows.sort_by(|(a, left), (b, right)| {
            (a, left.state == "ended", &left.name).cmp(&(b, right.state == "ended", &right.name))
        });
        rows.into_iter().map(|(_, line)| line).collect()
    }
}

/// The place of a kind in the order of §1.
fn rank(kind: BodyKind) -> usize {
    BodyKind::ALL.iter().position(|k| *k == kind).unwrap_or(usize::MAX)
}

/// The name of a territory; its code where the words do not know it.
pub fn territory(words: &Speaker, code: &str) -> String {
    words.maybe(&format!("territory-{code}")).unwrap_or_else(|| code.to_owned())
}

async fn list(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    const PER_PAGE: usize = 50;
    const MOST: u32 = 100_000;
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let registry = app.registry();
    let teller = Teller { words, registry: &registry, today: app.clock.today() };
    let filtered = [&asked.q, &asked.kind, &asked.territory, &asked.state].iter().any(|v| !v.trim().is_empty());
    let mut page = BodiesPage {
        page: visitor.page(&app).await?,
        kinds: kinds(words, &asked.kind),
        territories: territories(words, &registry, &asked.territory),
        states: ["now", "ended"].map(|s| choice(s, words.t(&format!("bodies-state-{s}")), asked.state == s)).into(),
        count: String::new(),
        filtered,
        groups: Vec::new(),
        lines: Vec::new(),
        previous: String::new(),
        next: String::new(),
        now: String::new(),
        last: String::new(),
        may_import: signed.actor.role == Role::Administrator,
        text: asked.q.clone(),
    };
    let count = |n: usize| words.with("bodies-count", &[("count", number(n))]);
    if filtered {
        let kind: Vec<BodyKind> = BodyKind::parse(&asked.kind).into_iter().collect();
        let found = store::bodies::search(&app.db, &asked.q, MOST, &kind).await?;
        let fits = |r: &&BodyRow| {
            (asked.territory.is_empty() || r.body.territory == asked.territory)
                && match asked.state.as_str() {
                    "now" => r.body.exists_on(teller.today),
                    "ended" => r.body.valid_to.is_some_and(|last| last < teller.today),
                    _ => true,
                }
        };
        let lines = teller.lines(found.iter().filter(fits));
        page.count = count(lines.len());
        let last = lines.len().div_ceil(PER_PAGE).max(1);
        let now = asked.page.clamp(1, last);
        page.lines = lines.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE).collect();
        page.previous = if now > 1 { asked.link(now - 1) } else { String::new() };
        page.next = if now < last { asked.link(now + 1) } else { String::new() };
        (page.now, page.last) = (now.to_string(), last.to_string());
    } else {
        page.count = count(registry.bodies.len());
        page.groups = tree(&teller);
    }
    html(&page)
}

impl Asked {
    fn link(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [
            ("q", &self.q),
            ("kind", &self.kind),
            ("territory", &self.territory),
            ("state", &self.state),
            ("page", &page),
        ];
        format!("/bodies?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    }
}

fn number(n: usize) -> Arg {
    Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn choice(value: &str, label: String, chosen: bool) -> Choice {
    Choice { value: value.to_owned(), label, hint: String::new(), chosen }
}

fn kinds(words: &Speaker, asked: &str) -> Vec<Choice> {
    let kind = |k: &BodyKind| choice(k.word(), words.t(&format!("body-tag-{}", k.word())), asked == k.word());
    BodyKind::ALL.iter().map(kind).collect()
}

fn territories(words: &Speaker, registry: &Registry, asked: &str) -> Vec<Choice> {
    let codes: BTreeSet<&str> = registry.bodies.values().map(|r| r.body.territory.as_str()).collect();
    let mut choices: Vec<Choice> = codes.into_iter().map(|c| choice(c, territory(words, c), c == asked)).collect();
    choices.sort_by(|a, b| words.lang.compare(&a.label, &b.label));
    choices.sort_by_key(|c| c.value != "republic");
    choices
}

/// The registry as a tree. A very large one shows its two upper levels; the rest is on the pages of the bodies.
fn tree(teller: &Teller) -> Vec<Group> {
    const WHOLE: usize = 3_000;
    let mut below: HashMap<&str, Vec<&BodyRow>> = HashMap::new();
    let mut roots: Vec<&BodyRow> = Vec::new();
    for row in teller.registry.bodies.values() {
        match row.body.parent.as_deref().filter(|p| teller.registry.bodies.contains_key(*p)) {
            Some(parent) => below.entry(parent).or_default().push(row),
            None => roots.push(row),
        }
    }
    let deep = if teller.registry.bodies.len() > WHOLE { 1 } else { usize::MAX };
    let of_kind = |kind: BodyKind| {
        let lines = teller.lines(roots.iter().copied().filter(|r| r.body.kind == kind));
        let mut branches = Vec::new();
        let count = lines.len().to_string();
        for line in lines {
            let at = branches.len();
            grow(teller, &below, line, deep, &mut branches);
            branches[at].root = true;
        }
        Group { title: teller.words.t(&format!("body-tag-{}", kind.word())), count, branches }
    };
    BodyKind::ALL.into_iter().map(of_kind).filter(|g| !g.branches.is_empty()).collect()
}

fn grow(teller: &Teller, below: &HashMap<&str, Vec<&BodyRow>>, line: Line, deep: usize, branches: &mut Vec<Branch>) {
    let kids = below.get(line.code.as_str()).map_or(&[][..], Vec::as_slice);
    let open = !kids.is_empty() && deep > 0;
    let label = if kids.is_empty() {
        String::new()
    } else {
        teller.words.with("bodies-below", &[("count", number(kids.len()))])
    };
    branches.push(Branch { line, root: false, below: label, open, closes: 0 });
    if open {
        for kid in teller.lines(kids.iter().copied()) {
            grow(teller, below, kid, deep - 1, branches);
        }
        if let Some(last) = branches.last_mut() {
            last.closes += 1;
        }
    }
}
