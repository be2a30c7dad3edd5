//! The other end of the line: an HTTPS server on a port of its own, with an authority of its own, that does what it is told
//! to and registers each package once.

use std::{
    collections::{HashMap, VecDeque},
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::{ServerConfig, crypto::ring, pki_types::PrivateKeyDer};
use sapa::config::Config;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

pub const TOKEN: &str = "token-of-the-line";

/// What it does instead of registering.
#[derive(Clone, Debug)]
pub enum Reply {
    Say(u16, Value),
    /// Registers, and says so too late.
    Hang,
    /// Says that it has taken the package, and nothing of a number.
    Accept,
}

/// A request that came.
#[derive(Clone, Debug)]
pub struct Came {
    pub method: &'static str,
    pub id: String,
    pub token: String,
    pub body: Vec<u8>,
}

#[derive(Default)]
pub struct Desk {
    pub script: VecDeque<Reply>,
    pub came: Vec<Came>,
    /// Numbers by package: the same package has the same number.
    pub numbers: HashMap<String, usize>,
}

pub struct Receiver {
    address: SocketAddr,
    pub desk: Arc<Mutex<Desk>>,
    dir: TempDir,
    task: tokio::task::JoinHandle<()>,
}

impl Receiver {
    pub async fn start() -> Self {
        let dir = TempDir::new().unwrap();
        let authority_key = KeyPair::generate().unwrap();
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        std::fs::write(dir.path().join("ca.pem"), authority.self_signed(&authority_key).unwrap().pem()).unwrap();
        std::fs::write(dir.path().join("token"), format!("{TOKEN}\n")).unwrap();
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &Issuer::new(authority, authority_key)).unwrap();
        let private = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], private)
            .unwrap();
        let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = tcp.local_addr().unwrap();
        let desk = Arc::new(Mutex::new(Desk::default()));
        let router = Router::new()
            .route("/packages", post(take))
            .route("/packages/{id}", get(tell))
            .with_state(Arc::clone(&desk));
        let listener = Tls { tcp, acceptor: TlsAcceptor::from(Arc::new(config)) };
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, desk, dir, task }
    }

    pub fn ca(&self) -> PathBuf {
        self.dir.path().join("ca.pem")
    }

    /// The settings of a product at this end.
    pub fn set(&self, config: &mut Config) {
        config.statistics_url = Some(format!("https://{}/packages", self.address));
        config.statistics_token_file = Some(self.dir.path().join("token"));
        config.statistics_ca_file = Some(self.ca());
        config.statistics_timeout_seconds = 2;
    }

    pub fn will(&self, replies: impl IntoIterator<Item = Reply>) {
        self.desk.lock().unwrap().script.extend(replies);
    }

    pub fn came(&self) -> Vec<Came> {
        self.desk.lock().unwrap().came.clone()
    }

    pub fn registered(&self) -> usize {
        self.desk.lock().unwrap().numbers.len()
    }

    /// It is there no more.
    pub fn stop(&self) {
        self.task.abort();
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Tls {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
}

impl axum::serve::Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, from)) = self.tcp.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, from);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}

async fn take(State(desk): State<Arc<Mutex<Desk>>>, headers: HeaderMap, body: Bytes) -> Response {
    let header = |name: &str| headers.get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
    let id = header("idempotency-key");
    let came = Came { method: "POST", id: id.clone(), token: header("authorization"), body: body.to_vec() };
    answer(&desk, came, &id).await
}

async fn tell(State(desk): State<Arc<Mutex<Desk>>>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let token = headers.get("authorization").map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
    let came = Came { method: "GET", id: id.clone(), token, body: Vec::new() };
    answer(&desk, came, &id).await
}

async fn answer(desk: &Mutex<Desk>, came: Came, id: &str) -> Response {
    let (reply, number) = {
        let mut desk = desk.lock().unwrap();
        desk.came.push(came);
        let reply = desk.script.pop_front();
        let number = match reply {
            Some(Reply::Say(..) | Reply::Accept) => 0,
            None | Some(Reply::Hang) => {
                let next = desk.numbers.len() + 1;
                *desk.numbers.entry(id.to_owned()).or_insert(next)
            }
        };
        (reply, number)
    };
    let registered =
        || (StatusCode::CREATED, json!({ "number": format!("26-{number}"), "on": "2025-05-05" }).to_string());
    match reply {
        None => registered().into_response(),
        Some(Reply::Say(status, said)) => (StatusCode::from_u16(status).unwrap(), said.to_string()).into_response(),
        Some(Reply::Accept) => StatusCode::ACCEPTED.into_response(),
        Some(Reply::Hang) => {
            tokio::time::sleep(Duration::from_secs(20)).await;
            registered().into_response()
        }
    }
}
