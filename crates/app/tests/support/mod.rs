//! An in-process product on a fresh database of either engine, seeded like the demo; a clock that only the test moves.
#![allow(dead_code, unused_imports, unused_macros, reason = "each test file uses its part")]

mod fresh;
mod html;
pub mod packages;
pub mod play;
mod visitor;

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

pub use fresh::{Product, postgres, postgres_with, sqlite, sqlite_with};
pub use html::{Form, between, hidden, links, visible};
pub use play::{EXECUTOR, LEADER, OBJECT, OBJECT_BODY, SECOND, UNIT_HEAD, flat, sample};
pub use visitor::{Answer, File, Visitor};

/// The moment the clock shows, in seconds; each test is a process of its own.
static NOW: AtomicI64 = AtomicI64::new(0);

/// The clock of the product under test.
pub fn now() -> Timestamp {
    Timestamp::from_second(NOW.load(Ordering::SeqCst)).unwrap()
}

/// Sets the clock to ten in the morning of a day.
pub fn set_day(day: Date) {
    let ten = day.at(10, 0, 0, 0).to_zoned(TimeZone::get("Asia/Almaty").unwrap()).unwrap();
    NOW.store(ten.timestamp().as_second(), Ordering::SeqCst);
}

/// Sets the clock to a day written as 2025-04-21.
pub fn day(text: &str) -> Date {
    let day = text.parse().unwrap();
    set_day(day);
    day
}

/// Lets some minutes pass.
pub fn pass_minutes(minutes: i64) {
    NOW.fetch_add(60 * minutes, Ordering::SeqCst);
}

/// Different bytes at each call, the same in each run.
fn entropy(bytes: &mut [u8]) {
    static STATE: AtomicU64 = AtomicU64::new(1);
    for byte in bytes {
        let mut x = STATE.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        *byte = x.to_be_bytes()[0];
    }
}

/// Makes `name::sqlite` and `name::postgres` of a test.
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($product:ident: &Product) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn test($product: &Product) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let product = crate::support::sqlite().await;
                test(&product).await;
                product.end().await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(product) = crate::support::postgres().await else { return };
                test(&product).await;
                product.end().await;
            }
        }
    )*};
}
pub(crate) use both;
