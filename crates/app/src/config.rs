//! Settings: one TOML file, or `SAPA_…` variables, which win. `sapa config` prints this table.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

/// Everything an operator can set.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub database_url: String,
    /// A file that holds the URL, for secrets that must not stand in the environment.
    pub database_url_file: Option<PathBuf>,
    pub database_connections: u32,
    pub listen: SocketAddr,
    pub public_url: String,
    /// The header in which the proxy in front tells the address of whoever asks; without it the connection tells.
    pub address_header: Option<String>,
    pub demo: bool,
    pub secure_cookies: bool,
    pub session_hours: i64,
    pub upload_megabytes: usize,
    pub uploads_per_minute: u32,
    pub sign_in_per_minute: u32,
    pub requests_per_second: u32,
    /// Where packages for legal statistics go; without it they wait to be given as files.
    pub statistics_url: Option<String>,
    /// A file that holds the token for it.
    pub statistics_token_file: Option<PathBuf>,
    /// Certificates (PEM) of the authority that alone is trusted for it; without it those of the system are.
    pub statistics_ca_file: Option<PathBuf>,
    pub statistics_connect_seconds: u64,
    pub statistics_timeout_seconds: u64,
    pub log: String,
    pub log_json: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite:sapa.sqlite".into(),
            database_url_file: None,
            database_connections: 16,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: "http://127.0.0.1:8080".into(),
            address_header: None,
            demo: false,
            secure_cookies: true,
            session_hours: 12,
            upload_megabytes: 20,
            uploads_per_minute: 60,
            sign_in_per_minute: 20,
            requests_per_second: 50,
            statistics_url: None,
            statistics_token_file: None,
            statistics_ca_file: None,
            statistics_connect_seconds: 10,
            statistics_timeout_seconds: 60,
            log: "info".into(),
            log_json: false,
        }
    }
}

/// Settings with what they mean, for `sapa config`: name and locale key of the meaning follow from each other.
pub const SETTINGS: [&str; 20] = [
    "database_url",
    "database_url_file",
    "database_connections",
    "listen",
    "public_url",
    "address_header",
    "demo",
    "secure_cookies",
    "session_hours",
    "upload_megabytes",
    "uploads_per_minute",
    "sign_in_per_minute",
    "requests_per_second",
    "statistics_url",
    "statistics_token_file",
    "statistics_ca_file",
    "statistics_connect_seconds",
    "statistics_timeout_seconds",
    "log",
    "log_json",
];

impl Config {
    /// Reads the file, if any, then the environment.
    pub fn read(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(path) = file {
            if !path.exists() {
                return Err(ConfigError::NoFile(path.into()));
            }
            figment = figment.merge(Toml::file(path));
        }
        let mut config: Self = figment.merge(Env::prefixed("SAPA_").only(&SETTINGS)).extract().map_err(Box::new)?;
        if let Some(path) = &config.database_url_file {
            let url = std::fs::read_to_string(path).map_err(|e| ConfigError::Unreadable(path.clone(), e))?;
            config.database_url = url.trim().to_owned();
        }
        if let Some(url) = &config.statistics_url {
            crate::exchange::line::address(url)?;
        }
        Ok(config)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("there is no settings file {0}")]
    NoFile(PathBuf),
    #[error("{0} cannot be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    #[error(transparent)]
    Line(#[from] crate::exchange::line::LineError),
    #[error(transparent)]
    Wrong(#[from] Box<figment::Error>),
}
