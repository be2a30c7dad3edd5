//! The line itself: HTTPS with a token, to one address, and what its answers mean. Whatever the other side says is material:
//! it is limited in size, and only a number and its day come back into a case.

use std::{net::IpAddr, sync::Arc, time::Duration};

use jiff::civil::Date;
use reqwest::{Client, Response, StatusCode, Url, header, redirect::Policy};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use rustls_platform_verifier::BuilderVerifierExt;
use serde::Deserialize;
use store::packages::Number;

use crate::config::Config;

/// Most bytes of an answer that are read.
const MOST: usize = 64 * 1024;

/// Most characters that are kept of what the receiver says.
const MOST_SAID: usize = 500;

/// Why there is no line though one is set.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    #[error("statistics_url is no https address (plain http leads to this machine only): {0}")]
    Url(String),
    #[error("{0} cannot be read: {1}")]
    File(std::path::PathBuf, String),
    #[error("the line cannot be prepared: {0}")]
    Client(String),
}

/// The line to the receiver.
pub struct Line {
    client: Client,
    url: Url,
    token: Option<String>,
}

/// What the receiver answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Number(Number),
    /// Taken; the number is to come.
    Accepted,
    /// Not taken, in the receiver's words.
    Refused(String),
    /// Asked for something it does not know.
    Unknown,
    /// An answer that says nothing of the package: again later.
    Failed(String),
    /// No answer at all.
    Silent(String),
}

/// The receiver's acknowledgement.
#[derive(Deserialize)]
struct Acknowledged {
    number: String,
    on: Date,
}

/// How receivers say what is wrong.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Said {
    message: Option<String>,
    detail: Option<String>,
    title: Option<String>,
}

/// The address, if it may be used: the token and the documents travel by HTTPS, or do not leave this machine.
pub fn address(url: &str) -> Result<Url, LineError> {
    let wrong = || LineError::Url(url.to_owned());
    let parsed = Url::parse(url).map_err(|_| wrong())?;
    let host = parsed.host_str().ok_or_else(wrong)?.trim_matches(['[', ']']);
    let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    match parsed.scheme() {
        "https" => Ok(parsed),
        "http" if here => Ok(parsed),
        _ => Err(wrong()),
    }
}

impl Line {
    /// The line of the settings; none where none is set.
    pub fn of(config: &Config) -> Result<Option<Self>, LineError> {
        let Some(url) = &config.statistics_url else { return Ok(None) };
        let url = address(url)?;
        let token = match &config.statistics_token_file {
            Some(path) => {
                let token = std::fs::read_to_string(path).map_err(|e| LineError::File(path.clone(), e.to_string()))?;
                Some(token.trim().to_owned())
            }
            None => None,
        };
        let client = Client::builder()
            .tls_backend_preconfigured(tls(config)?)
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .user_agent(concat!("sapa/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(Duration::from_secs(config.statistics_connect_seconds))
            .timeout(Duration::from_secs(config.statistics_timeout_seconds))
            .build()
            .map_err(|e| LineError::Client(why(&e)))?;
        Ok(Some(Self { client, url, token }))
    }

    /// Sends a package; the same id twice is the same package.
    pub async fn send(&self, id: &str, body: Vec<u8>) -> Answer {
        let request = self.client.post(self.url.clone()).header("idempotency-key", id);
        let request = request.header(header::CONTENT_TYPE, "application/json").body(body);
        match self.signed(request).send().await {
            Ok(response) => read(response, false).await,
            Err(error) => Answer::Silent(why(&error)),
        }
    }

    /// Asks what became of a package.
    pub async fn ask(&self, id: &str) -> Answer {
        let mut url = self.url.clone();
        match url.path_segments_mut() {
            Ok(mut segments) => drop(segments.pop_if_empty().push(id)),
            Err(()) => return Answer::Failed("the address has no path".to_owned()),
        }
        match self.signed(self.client.get(url)).send().await {
            Ok(response) => read(response, true).await,
            Err(error) => Answer::Silent(why(&error)),
        }
    }

    fn signed(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        let request = request.header(header::ACCEPT, "application/json");
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }
}

/// Trusts the authority of the settings alone, or those of the system.
fn tls(config: &Config) -> Result<ClientConfig, LineError> {
    let failed = |e: rustls::Error| LineError::Client(e.to_string());
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(failed)?;
    let Some(path) = &config.statistics_ca_file else {
        return Ok(builder.with_platform_verifier().map_err(failed)?.with_no_client_auth());
    };
    let unread = |why: String| LineError::File(path.clone(), why);
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|e| unread(e.to_string()))? {
        roots.add(certificate.map_err(|e| unread(e.to_string()))?).map_err(|e| unread(e.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unread("it holds no certificate".to_owned()));
    }
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// What went wrong, with its causes, without the address.
fn why(error: &reqwest::Error) -> String {
    let mut said = match (error.is_timeout(), error.is_connect()) {
        (true, _) => "no answer in time".to_owned(),
        (false, true) => "no connection".to_owned(),
        (false, false) => "the connection broke off".to_owned(),
    };
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        (said, source) = (format!("{said}: {cause}"), cause.source());
    }
    plain(&said)
}

/// Without signs that do not belong into a line of text, and not longer than is read.
fn plain(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_SAID).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn read(mut response: Response, asked: bool) -> Answer {
    let status = response.status();
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() <= MOST => body.extend_from_slice(&chunk),
            Ok(Some(_)) => return Answer::Failed(format!("{status}: the answer is too long")),
            Ok(None) => break,
            Err(error) => return Answer::Silent(why(&error)),
        }
    }
    meaning(status, &body, asked)
}

/// 401, 403, 408, 425 and 429 are about the line, not about the package: they are tried again like an outage.
fn meaning(status: StatusCode, body: &[u8], asked: bool) -> Answer {
    match status.as_u16() {
        200 | 201 => match serde_json::from_slice::<Acknowledged>(body) {
            Ok(a) if !plain(&a.number).is_empty() => Answer::Number(Number { number: plain(&a.number), on: a.on }),
            _ => Answer::Failed(format!("{status}: no number and day in the answer")),
        },
        202 => Answer::Accepted,
        404 if asked => Answer::Unknown,
        401 | 403 | 408 | 425 | 429 => Answer::Failed(said(status, body)),
        400..=499 => Answer::Refused(said(status, body)),
        _ => Answer::Failed(said(status, body)),
    }
}

/// What the receiver says, after the status.
fn said(status: StatusCode, body: &[u8]) -> String {
    let json: Said = serde_json::from_slice(body).unwrap_or_default();
    let text = json.message.or(json.detail).or(json.title).unwrap_or_else(|| String::from_utf8_lossy(body).into());
    plain(&format!("{status}: {text}")).trim_end_matches(':').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_anywhere_and_http_at_home() {
        for good in ["https://stat.gov.kz/v1", "http://127.0.0.1:9/x", "http://[::1]:9/x", "http://localhost/x"] {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in [
            "http://stat.gov.kz/v1",
            "http://10.0.0.1/",
            "ftp://127.0.0.1/",
            "stat.gov.kz",
            "",
            "http://localhost.evil.kz/",
        ] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn answers_mean_what_was_agreed() {
        let of =
            |status: u16, body: &str, asked| meaning(StatusCode::from_u16(status).unwrap(), body.as_bytes(), asked);
        let number = Number { number: "26-7".into(), on: jiff::civil::date(2026, 5, 4) };
        let good = "{\"number\": \" 26-7\\n\", \"on\": \"2026-05-04\", \"more\": 1}";
        assert_eq!(of(201, good, false), Answer::Number(number.clone()));
        assert_eq!(of(200, good, true), Answer::Number(number));
        for bad in ["", "{}", "{\"number\": \"\", \"on\": \"2026-05-04\"}", "{\"number\": \"7\", \"on\": \"4 May\"}"] {
            assert!(matches!(of(200, bad, false), Answer::Failed(_)), "{bad}");
        }
        assert_eq!(of(202, "", false), Answer::Accepted);
        assert_eq!(of(404, "", true), Answer::Unknown);
        assert!(matches!(of(404, "", false), Answer::Refused(_)));
        assert!(matches!(of(302, "", false), Answer::Failed(_)));
        assert!(matches!(of(401, "", false), Answer::Failed(_)));
        let refused = of(422, "{\"message\": \"BIN\\u0000\\n is wrong\"}", false);
        assert_eq!(refused, Answer::Refused("422 Unprocessable Entity: BIN is wrong".into()));
        let Answer::Failed(long) = of(503, &"x".repeat(10_000), false) else { panic!() };
        assert!(long.chars().count() <= MOST_SAID);
    }
}
