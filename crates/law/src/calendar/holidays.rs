//! The holidays of Kazakhstan, year by year, and the working day to which a holiday on a weekend moves.

use jiff::civil::{Date, Weekday, date};
use serde::Serialize;

use super::Why;

/// A national or state holiday, or one of the two religious days off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayId {
    NewYear,
    Christmas,
    WomensDay,
    Constitution,
    Nauryz,
    Unity,
    Defender,
    Victory,
    KurbanAit,
    Capital,
    Republic,
    FirstPresident,
    Independence,
}

impl HolidayId {
    /// The word for it in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::Christmas => "holiday-christmas",
            Self::WomensDay => "holiday-womens-day",
            Self::Constitution => "holiday-constitution",
            Self::Nauryz => "holiday-nauryz",
            Self::Unity => "holiday-unity",
            Self::Defender => "holiday-defender",
            Self::Victory => "holiday-victory",
            Self::KurbanAit => "holiday-kurban-ait",
            Self::Capital => "holiday-capital",
            Self::Republic => "holiday-republic",
            Self::FirstPresident => "holiday-first-president",
            Self::Independence => "holiday-independence",
        }
    }

    /// Whether it moves to the next working day when it falls on a weekend: national and state holidays do,
    /// 7 January and the first day of Kurban Ait do not.
    pub const fn moves(self) -> bool {
        !matches!(self, Self::Christmas | Self::KurbanAit)
    }
}

/// A holiday on the same day of every year from `since` to `until`, both inclusive.
struct Yearly {
    id: HolidayId,
    month: i8,
    day: i8,
    since: i16,
    until: i16,
}

const fn always(id: HolidayId, month: i8, day: i8) -> Yearly {
    Yearly { id, month, day, since: i16::MIN, until: i16::MAX }
}

/// In the order of the year, so that holidays on one weekend move in their order.
const YEARLY: [Yearly; 17] = [
    always(HolidayId::NewYear, 1, 1),
    always(HolidayId::NewYear, 1, 2),
    always(HolidayId::Christmas, 1, 7),
    always(HolidayId::WomensDay, 3, 8),
    Yearly { since: 2027, ..always(HolidayId::Constitution, 3, 15) },
    always(HolidayId::Nauryz, 3, 21),
    always(HolidayId::Nauryz, 3, 22),
    always(HolidayId::Nauryz, 3, 23),
    always(HolidayId::Unity, 5, 1),
    always(HolidayId::Defender, 5, 7),
    always(HolidayId::Victory, 5, 9),
    always(HolidayId::Capital, 7, 6),
    Yearly { until: 2025, ..always(HolidayId::Constitution, 8, 30) },
    Yearly { since: 2022, ..always(HolidayId::Republic, 10, 25) },
    Yearly { until: 2021, ..always(HolidayId::FirstPresident, 12, 1) },
    always(HolidayId::Independence, 12, 16),
    Yearly { until: 2021, ..always(HolidayId::Independence, 12, 17) },
];

/// The first day of Kurban Ait, which follows the moon and is announced for each year.
const KURBAN_AIT: [Date; 7] = [
    date(2021, 7, 20),
    date(2022, 7, 9),
    date(2023, 6, 28),
    date(2024, 6, 16),
    date(2025, 6, 6),
    date(2026, 5, 27),
    date(2027, 5, 16),
];

/// The first year whose Kurban Ait is expected and not yet announced.
const EXPECTED_FROM: i16 = 2026;

/// Whether `day` is a Kurban Ait that is expected and not yet announced.
pub(super) fn is_expected(day: Date) -> bool {
    day.year() >= EXPECTED_FROM && KURBAN_AIT.contains(&day)
}

/// Saturday or Sunday: the calendar is that of the five-day week.
pub(super) fn is_weekend(weekday: Weekday) -> bool {
    matches!(weekday, Weekday::Saturday | Weekday::Sunday)
}

/// The holidays of a year and the working days they move to, before any transfer by decree.
///
/// A movable holiday on a weekend moves to the first later day that is neither a weekend, nor a holiday, nor already
/// taken by a holiday that moved before it: in 2022 the 7th of May (Saturday) passes the 9th and rests on the 10th.
pub(super) fn special_days(year: i16) -> Vec<(Date, Why)> {
    let mut days: Vec<(Date, Why)> = YEARLY
        .iter()
        .filter(|holiday| (holiday.since..=holiday.until).contains(&year))
        .filter_map(|holiday| Some((Date::new(year, holiday.month, holiday.day).ok()?, Why::Holiday(holiday.id))))
        .collect();
    let fixed = days.len();
    days.extend(
        KURBAN_AIT.iter().filter(|day| day.year() == year).map(|day| (*day, Why::Holiday(HolidayId::KurbanAit))),
    );
    for index in 0..fixed {
        let (from, Why::Holiday(holiday)) = days[index] else {
            continue;
        };
        if !holiday.moves() || !is_weekend(from.weekday()) {
            continue;
        }
        let mut later = from.series(jiff::ToSpan::days(1)).skip(1);
        if let Some(to) = later.find(|day| !is_weekend(day.weekday()) && !days.iter().any(|(taken, _)| taken == day)) {
            days.push((to, Why::HolidayMoved { holiday, from }));
        }
    }
    days
}
