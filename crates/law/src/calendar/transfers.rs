//! Days off moved by decree: the ones shipped with the product and the ones a user records later.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Calendar;

/// A day off moved by decree: `from` becomes a working day, `to` becomes a day off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    pub from: Date,
    pub to: Date,
    /// When the decree was made: nobody could know of the transfer before.
    pub decided_on: Date,
    /// Kind and number of the decree.
    pub decree: String,
}

/// Why a transfer cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TransferError {
    #[error("{0} is a working day already")]
    FromIsWorking(Date),
    #[error("{0} is a day off already")]
    ToIsOff(Date),
}

impl TransferError {
    /// The word for it in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FromIsWorking(_) => "transfer-from-is-working",
            Self::ToIsOff(_) => "transfer-to-is-off",
        }
    }
}

impl Transfer {
    /// Whether the transfer changes this calendar as a decree may: a day off for a working day.
    ///
    /// # Errors
    /// [`TransferError`] if `from` is a working day or `to` is a day off.
    pub fn check(&self, calendar: &Calendar) -> Result<(), TransferError> {
        if calendar.is_working(self.from) {
            return Err(TransferError::FromIsWorking(self.from));
        }
        if !calendar.is_working(self.to) {
            return Err(TransferError::ToIsOff(self.to));
        }
        Ok(())
    }
}

/// The decrees of 2021–2025: from, to, made on, number.
///
/// Where the day a decree was made is not in our sources, it is the last day by which it was certainly made.
const SHIPPED: [(Date, Date, Date, &str); 7] = [
    (date(2021, 7, 3), date(2021, 7, 5), date(2020, 12, 31), "P2000000930"),
    (date(2022, 3, 5), date(2022, 3, 7), date(2021, 10, 6), "P2100000713"),
    (date(2022, 8, 27), date(2022, 8, 29), date(2021, 10, 6), "P2100000713"),
    (date(2022, 10, 22), date(2022, 10, 24), date(2022, 10, 8), "P2200000796"),
    (date(2023, 7, 1), date(2023, 7, 7), date(2023, 4, 25), "P2300000326"),
    (date(2024, 5, 4), date(2024, 5, 8), date(2024, 4, 17), "G24G0000109"),
    (date(2025, 1, 5), date(2025, 1, 3), date(2024, 11, 30), "G24G0000436"),
];

/// The transfers shipped with the product, in the order of the days.
pub fn shipped() -> Vec<Transfer> {
    let transfer = |(from, to, decided_on, decree): (Date, Date, Date, &str)| Transfer {
        from,
        to,
        decided_on,
        decree: decree.to_owned(),
    };
    SHIPPED.into_iter().map(transfer).collect()
}
