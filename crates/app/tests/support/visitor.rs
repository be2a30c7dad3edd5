//! A person at a browser: keeps cookies, sends the token that the last page bore.

use std::{collections::BTreeMap, sync::Mutex};

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use law::case::Procedure;
use serde_json::Value;

use super::{Form, Product, hidden, play, visible};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The text that people see.
    pub fn text(&self) -> String {
        visible(&self.html())
    }

    pub fn header(&self, name: impl AsRef<str>) -> &str {
        self.headers.get(name.as_ref()).map_or("", |v| v.to_str().unwrap_or_default())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The answer, if it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        let text = self.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(self.status.as_u16(), status, "{} {}", self.location(), text.chars().take(6000).collect::<String>());
        self
    }
}

/// A file to be sent: field, name, content.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

pub struct Visitor<'a> {
    pub product: &'a Product,
    pub grant: String,
    /// Sent with each request.
    pub headers: Vec<(&'static str, &'a str)>,
    cookies: Mutex<BTreeMap<String, String>>,
    csrf: Mutex<String>,
}

impl<'a> Visitor<'a> {
    /// Somebody who has not signed in, but has seen a page.
    pub async fn anybody(product: &'a Product) -> Self {
        let visitor = Self {
            product,
            grant: String::new(),
            headers: Vec::new(),
            cookies: Mutex::default(),
            csrf: Mutex::default(),
        };
        visitor.get("/sign-in").await.expect(200);
        visitor
    }

    /// A persona of the demo.
    pub async fn persona(product: &'a Product, grant: &str) -> Self {
        let mut visitor = Self::anybody(product).await;
        visitor.post("/sign-in/persona", &[("grant", grant), ("next", "/")]).await.expect(303);
        visitor.grant = grant.into();
        // The new session has a new token.
        visitor.get("/sign-in").await.expect(200);
        visitor
    }

    /// The cookies that a first visit sets, as they are set.
    pub async fn fresh_cookies(product: &Product) -> Vec<String> {
        let request = Request::builder().uri("/sign-in?lang=ru").body(Body::empty()).unwrap();
        let answer = product.call(request).await;
        answer.headers.get_all(header::SET_COOKIE).iter().map(|c| c.to_str().unwrap().to_owned()).collect()
    }

    /// Signs in with login and password.
    pub async fn sign_in(&self, login: &str, password: &str) -> Answer {
        let answer = self.post("/sign-in", &[("login", login), ("password", password), ("next", "/")]).await;
        if answer.status == StatusCode::SEE_OTHER {
            self.get("/sign-in").await.expect(200);
        }
        answer
    }

    /// Takes over a cookie from elsewhere.
    pub fn take_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.into(), value.into());
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    pub fn csrf(&self) -> String {
        self.csrf.lock().unwrap().clone()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, "", Vec::new()).await
    }

    /// Sends a form with the token.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf();
        let mut fields = fields.to_vec();
        fields.push(("csrf", &csrf));
        self.post_bare(path, &fields).await
    }

    /// Sends a form with the present password.
    pub async fn post_old(&self, path: &str, old: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(path, &[fields, &[("old", old)]].concat()).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        self.call(Method::POST, path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    /// Sends a form with files.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        const EDGE: &str = "xSAPAx";
        let csrf = self.csrf();
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("csrf", csrf.as_str())]) {
            body.extend(
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
            );
        }
        for (field, name, content) in files {
            let head =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
            body.extend(head.into_bytes());
            body.extend_from_slice(content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        self.call(Method::POST, path, &format!("multipart/form-data; boundary={EDGE}"), body).await
    }

    async fn call(&self, method: Method, path: &str, media: &str, body: Vec<u8>) -> Answer {
        let cookies: Vec<String> = self.cookies.lock().unwrap().iter().map(|(n, v)| format!("{n}={v}")).collect();
        let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, cookies.join("; "));
        for (name, value) in &self.headers {
            request = request.header(*name, *value);
        }
        if !media.is_empty() {
            request = request.header(header::CONTENT_TYPE, media);
        }
        let answer = self.product.call(request.body(Body::from(body)).unwrap()).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.lock().unwrap().insert(name.into(), value.into());
        }
        if answer.header("content-type").starts_with("text/html")
            && let Some(csrf) = hidden(&answer.html(), "csrf")
        {
            *self.csrf.lock().unwrap() = csrf;
        }
        answer
    }

    /// The form of a step that can be taken.
    pub async fn form(&self, case: &str, step: &str) -> Form {
        let page = self.get(&format!("/cases/{case}/steps/{step}")).await.expect(200);
        Form::of(&page.html()).expect("a form")
    }

    /// Sends the form of a step with answers, as a browser would.
    pub async fn send(&self, form: &Form, fields: &[(String, String)], files: &[File<'_>]) -> Answer {
        let mut all: Vec<(&str, &str)> = vec![("version", &form.version), ("key", &form.key)];
        if form.signs {
            all.push(("password", sapa::cli::demo::PASSWORD));
        }
        all.extend(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        if files.is_empty() {
            self.post(&form.action, &all).await
        } else {
            self.upload(&form.action, &all, files).await
        }
    }

    /// Takes a step through its page with the step's own example, changed in these answers.
    pub async fn take(&self, case: &str, step: &str, change: Value) -> Answer {
        let form = self.form(case, step).await;
        let answers = play::sample(self.product, &self.grant, case, step, change).await;
        self.send(&form, &play::flat(&answers), &[]).await
    }

    /// Takes a step that must be possible.
    pub async fn done(&self, case: &str, step: &str, change: Value) {
        let answer = self.take(case, step, change).await.expect(303);
        assert_eq!(answer.location(), format!("/cases/{case}"), "{step}");
    }

    /// Opens a case and gives its id.
    pub async fn open(&self, procedure: Procedure, change: Value) -> String {
        let page = self.get(&format!("/open/{}", procedure.word())).await.expect(200);
        let form = Form::of(&page.html()).expect("a form");
        let step = procedure.steps()[0].id();
        let answers = play::blank_sample(self.product, &self.grant, procedure, &form.case(), change).await;
        let answer = self.send(&form, &play::flat(&answers), &[]).await.expect(303);
        assert_eq!(answer.location(), format!("/cases/{}", form.case()), "{step}");
        form.case()
    }
}
