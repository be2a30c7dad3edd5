//! What every page needs: language, person, navigation, and the token against forged requests.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::request::Parts,
    response::{Html, IntoResponse, Response},
};
use law::case::{Actor, Capacity, Role};
use store::{grants::Grant, outbox::MOST_UNREAD, users::User};
use tower_sessions::Session;

use crate::{app::Shared, sessions::Sessions, web::error::Failure, words::Speaker};

/// Names in the session.
pub const GRANT: &str = "grant";
pub const CSRF: &str = "csrf";
pub const FLASH: &str = "flash";
const TROUBLE: &str = "trouble";
const SEEN: &str = "seen";

/// Seconds after which a session in use is written again, which moves its end.
const REFRESH: i64 = 300;

/// A link of the navigation.
pub struct NavItem {
    pub href: &'static str,
    pub label: String,
    pub current: bool,
}

/// A capacity the person may take on.
pub struct CapacityChoice {
    pub grant: String,
    pub label: String,
    pub current: bool,
}

/// Who is looking, in what language, from where.
pub struct Visitor {
    pub words: Speaker,
    pub session: Session,
    pub csrf: String,
    pub path: String,
    /// What the address asks besides the language.
    pub query: String,
    pub signed: Option<Signed>,
}

/// A person who has signed in, in one of their capacities.
#[derive(Clone)]
pub struct Signed {
    pub user: User,
    pub grant: Grant,
    pub grants: Vec<Grant>,
    pub actor: Actor,
}

/// The frame of a page, as the templates use it.
pub struct Page {
    words: Speaker,
    demo: bool,
    person: String,
    capacity: String,
    capacities: Vec<CapacityChoice>,
    nav: Vec<NavItem>,
    csrf: String,
    path: String,
    query: String,
    flash: Option<String>,
    trouble: Option<String>,
    unread: i64,
    today: String,
    upload_bytes: usize,
}

impl Page {
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    pub fn lang(&self) -> &'static str {
        self.words.lang.code()
    }

    pub fn demo(&self) -> bool {
        self.demo
    }

    pub fn signed_in(&self) -> bool {
        !self.person.is_empty()
    }

    pub fn person(&self) -> &str {
        &self.person
    }

    pub fn capacity(&self) -> &str {
        &self.capacity
    }

    pub fn capacities(&self) -> &[CapacityChoice] {
        &self.capacities
    }

    pub fn nav(&self) -> &[NavItem] {
        &self.nav
    }

    /// The page stands under this entry of the menu, whatever its address.
    #[must_use]
    pub fn under(mut self, href: &str) -> Self {
        for item in &mut self.nav {
            item.current = item.href == href;
        }
        self
    }

    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// This page in another language, with what its address asks.
    pub fn in_language(&self, lang: &str) -> String {
        let and = if self.query.is_empty() { "" } else { "&" };
        format!("{}?{}{and}lang={lang}", self.path, self.query)
    }

    pub fn flash(&self) -> Option<&str> {
        self.flash.as_deref()
    }

    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    pub fn unread(&self) -> i64 {
        self.unread
    }

    /// How many there are, as far as they are counted: `99+`.
    pub fn unread_shown(&self) -> String {
        match self.unread {
            n if n < MOST_UNREAD => n.to_string(),
            _ => format!("{}+", MOST_UNREAD - 1),
        }
    }

    /// Today as the product sees it; the demo may be ahead.
    pub fn today(&self) -> &str {
        &self.today
    }

    pub fn upload_bytes(&self) -> String {
        self.upload_bytes.to_string()
    }
}

impl Visitor {
    async fn of(parts: &mut Parts, app: &Shared) -> Result<Self, Failure> {
        let session = parts.extensions.get::<Session>().cloned().ok_or(Failure::Internal("no session layer".into()))?;
        let csrf = match session.get::<String>(CSRF).await? {
            Some(token) => token,
            None => {
                let token = app.random_word(32);
                session.insert(CSRF, &token).await?;
                token
            }
        };
        let lang = super::language::of(parts);
        let signed = match session.get::<String>(GRANT).await? {
            Some(grant) => Signed::load(app, &grant).await?,
            None => None,
        };
        if signed.is_some() {
            let now = app.clock.source()().as_second();
            if session.get::<i64>(SEEN).await?.is_none_or(|seen| now - seen >= REFRESH) {
                session.insert(SEEN, now).await?;
            }
        }
        Ok(Self { words: app.words.speaker(lang), session, csrf, path: path(parts), query: query(parts), signed })
    }

    /// Whoever it is, without a look at the database: for those who ask too much.
    pub fn unknown(parts: &Parts, app: &Shared) -> Self {
        Self {
            words: app.words.speaker(super::language::of(parts)),
            session: Session::new(None, Arc::new(Sessions::of(app)), None),
            csrf: String::new(),
            path: path(parts),
            query: query(parts),
            signed: None,
        }
    }

    /// The frame of the page for this visitor.
    pub async fn page(&self, app: &Shared) -> Result<Page, Failure> {
        let flash = self.session.remove::<String>(FLASH).await?.map(|key| self.words.maybe(&key).unwrap_or(key));
        let trouble = self.session.remove::<String>(TROUBLE).await?;
        let registry = app.registry();
        let lang = self.words.lang;
        let label = |g: &Grant| {
            format!("{} · {}", self.words.t(&format!("role-{}", g.role.word())), registry.name(&g.body, lang))
        };
        let (mut person, mut capacity, mut capacities, mut unread) = Default::default();
        if let Some(signed) = &self.signed {
            person = signed.user.name.get(lang.code()).to_owned();
            capacity = label(&signed.grant);
            let choice =
                |g: &Grant| CapacityChoice { grant: g.id.clone(), label: label(g), current: g.id == signed.grant.id };
            capacities = signed.grants.iter().map(choice).collect();
            unread = store::outbox::unread(&app.db, &crate::door::viewer(app, &signed.actor)).await?;
        }
        Ok(Page {
            nav: self.nav(app),
            words: self.words.clone(),
            demo: app.config.demo,
            person,
            capacity,
            capacities,
            csrf: self.csrf.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            flash,
            trouble,
            unread,
            today: self.words.date(app.clock.today()),
            upload_bytes: app.config.upload_megabytes * 1024 * 1024,
        })
    }

    fn nav(&self, app: &Shared) -> Vec<NavItem> {
        let Some(signed) = &self.signed else { return Vec::new() };
        let mut items = vec![("/", "nav-work")];
        let role = signed.actor.role;
        if super::external::has_pages(&signed.actor) {
            items.push(("/external", "nav-external"));
        } else if matches!(role, Role::UnitHead | Role::ResponsibleExecutor) {
            items.push(("/appeals", "nav-appeals"));
        }
        if role != Role::Administrator {
            items.push(("/cases", "nav-cases"));
            items.push(("/plans", "nav-plans"));
            items.push(("/reports", "nav-reports"));
        }
        items.extend([
            ("/bodies", "nav-bodies"),
            ("/services", "nav-services"),
            ("/calendar", "nav-calendar"),
            ("/rules", "nav-rules"),
        ]);
        if signed.actor.role == Role::Administrator {
            if crate::exchange::looks_after(app, &signed.actor) {
                items.push(("/exchange", "nav-exchange"));
            }
            items.extend([
                ("/admin/users", "nav-users"),
                ("/admin/settings", "nav-settings"),
                ("/admin/journal", "nav-journal"),
            ]);
        }
        items
            .into_iter()
            .map(|(href, key)| NavItem {
                href,
                label: self.words.t(key),
                current: if href == "/" { self.path == "/" } else { self.path.starts_with(href) },
            })
            .collect()
    }

    /// Says something on the next page: a locale key, or a sentence.
    pub async fn say_next(&self, text: impl Into<String>) -> Result<(), Failure> {
        Ok(self.session.insert(FLASH, text.into()).await?)
    }

    /// Says on the next page what was not done.
    pub async fn regret_next(&self, sentence: String) -> Result<(), Failure> {
        Ok(self.session.insert(TROUBLE, sentence).await?)
    }

    /// The page that was asked for, with its query.
    fn address(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }

    /// The signed-in person, or the way to sign in.
    pub fn signed(&self) -> Result<&Signed, Failure> {
        self.signed.as_ref().ok_or_else(|| Failure::SignIn(self.address()))
    }

    /// The signed-in person if they have this role.
    pub fn must_be(&self, role: Role) -> Result<&Signed, Failure> {
        let signed = self.signed()?;
        if signed.actor.role == role { Ok(signed) } else { Err(Failure::Forbidden) }
    }
}

/// The path, never one that a browser would take for the address of another site.
fn path(parts: &Parts) -> String {
    format!("/{}", parts.uri.path().replace('\\', "/").trim_start_matches('/'))
}

/// What the address asks besides the language.
fn query(parts: &Parts) -> String {
    let asked = parts.uri.query().unwrap_or_default().split('&');
    asked.filter(|pair| !pair.starts_with("lang=")).collect::<Vec<_>>().join("&")
}

impl Signed {
    /// The person behind a grant that is valid today; none where it no longer is.
    pub async fn load(app: &Shared, grant: &str) -> Result<Option<Self>, Failure> {
        let today = app.clock.today();
        let Some(grant) = store::grants::get(&app.db, grant).await? else { return Ok(None) };
        let Some(user) = store::users::get(&app.db, &grant.user).await?.filter(|u| u.active) else { return Ok(None) };
        let grants = store::grants::grants_of(&app.db, &user.id, today).await?;
        let Some(grant) = grants.iter().find(|g| g.id == grant.id).cloned() else { return Ok(None) };
        let actor = Actor {
            user: user.id.clone(),
            name: user.name.kk.clone(),
            position: user.position.kk.clone(),
            body: grant.body.clone(),
            role: grant.role,
            capacity: if grant.acting { Capacity::Acting } else { Capacity::Head },
        };
        Ok(Some(Self { user, grant, grants, actor }))
    }
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Failure> {
        Self::of(parts, app).await
    }
}

/// A template as an answer.
pub fn html(template: &impl askama::Template) -> Result<Response, Failure> {
    Ok(Html(template.render()?).into_response())
}
