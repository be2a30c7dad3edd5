//! For whom a reading is: every query for cases takes the viewer and gives nothing without a grant.

use jiff::civil::Date;
use law::{bodies::BodyId, case::Role};

use crate::row::{Sql, sql};

/// A person looking, in a role for a body, on a day; nothing is seen unless the grant is in force on that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub user: String,
    pub body: BodyId,
    pub role: Role,
    pub on: Date,
}

impl Viewer {
    /// A scoped query: `$1`–`$4` are the viewer's user, body, role and day; further arguments begin with `$5`.
    pub(crate) fn sql(&self, text: &'static str) -> Sql {
        sql(text).bind(self.user.clone()).bind(self.body.clone()).bind(self.role.word()).bind(self.on.to_string())
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// How many there are in all; counting stops at [`Page::MOST`].
    pub total: u32,
    /// 1 for the first.
    pub page: u32,
    pub per_page: u32,
}

impl<T> Page<T> {
    /// Where counting stops.
    pub const MOST: u32 = 10_000;

    /// Whether there are more than were counted.
    pub fn capped(&self) -> bool {
        self.total > Self::MOST
    }

    /// The number of the last page.
    pub fn last(&self) -> u32 {
        self.total.min(Self::MOST).div_ceil(self.per_page.max(1)).max(1)
    }
}

/// Condition: the viewer's grant is in force and the account is open.
macro_rules! granted {
    () => {
        "EXISTS (SELECT 1 FROM grants g JOIN users u ON u.id = g.user_id \
         WHERE g.user_id = $1 AND g.body = $2 AND g.role = $3 AND u.active = 1 \
         AND g.valid_from <= $4 AND (g.valid_to IS NULL OR g.valid_to >= $4))"
    };
}

/// Condition: the viewer may read the case whose id the given column holds.
macro_rules! readable {
    ($column:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM case_readers r WHERE r.case_id = ",
            $column,
            " AND r.body = $2 AND r.role = $3) AND ",
            granted!()
        )
    };
}

/// The same condition, asked row by row: a list that comes off its index in order is not joined and sorted instead.
macro_rules! readable_each {
    ($column:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM case_readers r WHERE r.case_id = ",
            $column,
            " AND r.body = $2 AND r.role = $3 LIMIT 1 OFFSET 0) AND ",
            granted!()
        )
    };
}

pub(crate) use {granted, readable, readable_each};
