//! Passwords: argon2id, off the async threads; growing delay after failures.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use jiff::{SignedDuration, Timestamp};

/// Shortest password accepted.
pub const SHORTEST: usize = 10;

/// Hash of a password for the database.
pub async fn hash(password: String) -> Result<String, argon2::password_hash::Error> {
    tokio::task::spawn_blocking(move || Ok(Argon2::default().hash_password(password.as_bytes())?.to_string()))
        .await
        .expect("hashing does not panic")
}

/// Whether the password is the one hashed. Without a hash the same work is done, so that time tells nothing.
pub async fn matches(password: String, hash: Option<String>) -> bool {
    tokio::task::spawn_blocking(move || {
        let Some(hash) = hash else {
            let _ = Argon2::default().hash_password(password.as_bytes());
            return false;
        };
        PasswordHash::new(&hash).is_ok_and(|h| Argon2::default().verify_password(password.as_bytes(), &h).is_ok())
    })
    .await
    .expect("verifying does not panic")
}

/// Wrong passwords in a row that close nothing yet.
pub const FREE_TRIES: u32 = 5;

/// Until when sign-in is closed after one more failure: 1, 2, 4 … minutes from the fifth on, at most a day.
pub fn delayed_until(now: Timestamp, failures_before: u32) -> Timestamp {
    let over = (failures_before + 1).saturating_sub(FREE_TRIES).min(11);
    let minutes = (1_i64 << over).min(1440);
    now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_hash_only() {
        let hashed = hash("дұрыс-құпиясөз".into()).await.unwrap();
        assert!(hashed.starts_with("$argon2id$"));
        assert!(matches("дұрыс-құпиясөз".into(), Some(hashed.clone())).await);
        assert!(!matches("бұрыс-құпиясөз".into(), Some(hashed)).await);
        assert!(!matches("дұрыс-құпиясөз".into(), None).await);
    }

    #[test]
    fn the_delay_grows_and_ends_at_a_day() {
        let now = Timestamp::UNIX_EPOCH;
        let minutes = |n| delayed_until(now, n).as_second() / 60;
        assert_eq!([minutes(4), minutes(5), minutes(8), minutes(60)], [1, 2, 16, 1440]);
    }
}
