//! How much one address and one person may ask for in a time; whoever asks for more is told to wait.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config::Config;

/// Seconds to wait before asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u64);

/// So much in a time for each of those who ask.
struct Each<K: Clone + Eq + Hash> {
    limiter: DefaultKeyedRateLimiter<K>,
    period: Duration,
}

impl<K: Clone + Eq + Hash> Each<K> {
    /// One for each period, or `burst` at once.
    fn new(period: Duration, burst: u32) -> Self {
        let quota = Quota::with_period(period).expect("a period above zero");
        Self {
            limiter: RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN))),
            period,
        }
    }

    fn per_minute(most: u32) -> Self {
        Self::new(Duration::from_secs(60) / most.max(1), most)
    }

    /// Four seconds' worth at once.
    fn per_second(most: u32) -> Self {
        Self::new(Duration::from_secs(1) / most.max(1), most.saturating_mul(4))
    }

    fn check(&self, key: &K) -> Result<(), Wait> {
        // The next one is allowed within a period.
        self.limiter.check_key(key).map_err(|_| Wait(self.period.as_secs() + 1))
    }

    fn forget(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

/// The limits of this server.
pub struct Limits {
    addresses: Each<IpAddr>,
    people: Each<String>,
    sign_ins: Each<IpAddr>,
    passwords: Each<String>,
    uploads: Each<String>,
}

impl Limits {
    pub fn new(config: &Config) -> Self {
        Self {
            addresses: Each::per_second(config.requests_per_second),
            people: Each::per_second(config.requests_per_second),
            sign_ins: Each::per_minute(config.sign_in_per_minute),
            passwords: Each::per_minute(config.sign_in_per_minute),
            uploads: Each::per_minute(config.uploads_per_minute),
        }
    }

    /// Anything, from an address.
    pub fn address(&self, from: IpAddr) -> Result<(), Wait> {
        self.addresses.check(&network(from))
    }

    /// Anything, of a person.
    pub fn person(&self, user: &str) -> Result<(), Wait> {
        self.people.check(&user.to_owned())
    }

    /// An attempt to sign in.
    pub fn sign_in(&self, from: IpAddr) -> Result<(), Wait> {
        self.sign_ins.check(&network(from))
    }

    /// A password given by somebody who has signed in.
    pub fn password(&self, user: &str) -> Result<(), Wait> {
        self.passwords.check(&user.to_owned())
    }

    /// A file.
    pub fn upload(&self, user: &str) -> Result<(), Wait> {
        self.uploads.check(&user.to_owned())
    }

    /// Forgets those who have been quiet for long.
    pub fn forget(&self) {
        self.addresses.forget();
        self.people.forget();
        self.sign_ins.forget();
        self.passwords.forget();
        self.uploads.forget();
    }
}

/// What belongs to one customer: an IPv4 address, the first half of an IPv6 address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into(),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_limit_of_their_own() {
        let limits = Limits::new(&Config { sign_in_per_minute: 2, ..Config::default() });
        let tries = |address: &str| limits.sign_in(address.parse().unwrap());
        assert_eq!([tries("10.0.0.1"), tries("10.0.0.1"), tries("10.0.0.1")], [Ok(()), Ok(()), Err(Wait(31))]);
        assert_eq!(tries("10.0.0.2"), Ok(()));
        assert_eq!(tries("::ffff:10.0.0.1"), Err(Wait(31)), "the same address, written otherwise");
        assert_eq!(
            [tries("2001:db8::1"), tries("2001:db8::2"), tries("2001:db8::3")].map(|t| t.is_ok()),
            [true, true, false]
        );
        assert_eq!(tries("2001:db8:0:1::1"), Ok(()));
        limits.forget();
        assert_eq!(tries("10.0.0.1"), Err(Wait(31)), "only the quiet are forgotten");
    }
}
