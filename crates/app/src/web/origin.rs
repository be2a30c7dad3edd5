//! Where a request comes from, for limits and for the audit.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, Uri, header, request::Parts},
};

use crate::app::Shared;

/// The address and the program of whoever asks.
#[derive(Clone, Debug)]
pub struct Origin {
    pub address: IpAddr,
    pub agent: String,
}

impl FromRequestParts<Shared> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|from| from.ip());
        let told = app.config.address_header.as_deref().and_then(|name| told(&parts.headers, name));
        Ok(Self {
            address: told.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).to_canonical(),
            agent: agent(&parts.headers),
        })
    }
}

/// The address that the proxy wrote: the last one, as whoever asks may have written others before it.
fn told(headers: &HeaderMap, name: &str) -> Option<IpAddr> {
    let last = headers.get_all(name).iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim();
    last.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()))
}

/// Whether an address holds the sign that no text holds and no database keeps.
pub fn unreadable(uri: &Uri) -> bool {
    uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00"))
}

fn agent(headers: &HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_address_is_the_proxys() {
        let address = |values: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("x-forwarded-for", value.parse().unwrap());
            }
            told(&headers, "X-Forwarded-For").map(|a| a.to_string())
        };
        assert_eq!(address(&["1.2.3.4, 10.9.8.7"]).as_deref(), Some("10.9.8.7"));
        assert_eq!(address(&["1.2.3.4", "10.9.8.7:443"]).as_deref(), Some("10.9.8.7"));
        assert_eq!(address(&["[2001:db8::1]:443"]).as_deref(), Some("2001:db8::1"));
        assert_eq!(address(&["1.2.3.4, unknown"]), None);
        assert_eq!(address(&[]), None);
    }
}
