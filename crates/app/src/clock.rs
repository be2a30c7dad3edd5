//! The clock. Only `main` makes the real one; everything else is told what time it is.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Kazakhstan keeps one time since 1 March 2024; earlier moments are shown in it, too.
fn zone() -> TimeZone {
    TimeZone::get("Asia/Almaty").expect("the time zone database is built in")
}

/// A moment on the clocks of Kazakhstan.
pub fn local(at: Timestamp) -> jiff::Zoned {
    at.to_zoned(zone())
}

/// The moment at which a day begins in Kazakhstan.
pub fn start_of(day: Date) -> Timestamp {
    day.to_zoned(zone()).map_or(Timestamp::MIN, |z| z.timestamp())
}

/// Tells the time; the demo can be moved ahead by whole days.
pub struct Clock {
    source: fn() -> Timestamp,
    days_ahead: AtomicI64,
}

impl Clock {
    pub fn new(source: fn() -> Timestamp) -> Self {
        Self { source, days_ahead: AtomicI64::new(0) }
    }

    /// The real clock, which sessions go by.
    pub fn source(&self) -> fn() -> Timestamp {
        self.source
    }

    pub fn now(&self) -> Timestamp {
        let hours = jiff::SignedDuration::from_hours(24 * self.days_ahead.load(Ordering::Relaxed));
        (self.source)().checked_add(hours).unwrap_or(Timestamp::MAX)
    }

    pub fn today(&self) -> Date {
        local(self.now()).date()
    }

    /// Sets how many days the demo is ahead.
    pub fn move_to(&self, days_ahead: i64) {
        self.days_ahead.store(days_ahead, Ordering::Relaxed);
    }

    pub fn days_ahead(&self) -> i64 {
        self.days_ahead.load(Ordering::Relaxed)
    }
}
