//! Reading rows: columns in the order of the query, each as what it means.

use jiff::{Timestamp, civil::Date};
use law::case::Role;
use sqlx::{
    Any, AnyConnection, Decode, Executor, Row, Type,
    any::{AnyArguments, AnyRow},
    query::Query,
};

use crate::{Words, error::Result, error::StoreError};

/// A query with its arguments, for either engine.
pub(crate) type Sql = Query<'static, Any, AnyArguments>;

/// A query; the same text for both engines.
pub(crate) fn sql(text: &'static str) -> Sql {
    sqlx::query(text)
}

/// The fixed width in which times are stored, so that text sorts as time does.
pub(crate) fn stamp(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// Something that is stored as a row.
pub(crate) trait Stored: Sized {
    /// Reads the columns in the order in which the queries of the module name them.
    fn read(cells: &mut Cells<'_>) -> Result<Self>;
}

/// All rows of a query.
pub(crate) async fn all<'c, T: Stored>(executor: impl Executor<'c, Database = Any>, query: Sql) -> Result<Vec<T>> {
    let rows = query.fetch_all(executor).await?;
    rows.iter().map(read).collect()
}

/// The first row of a query.
pub(crate) async fn one<'c, T: Stored>(executor: impl Executor<'c, Database = Any>, query: Sql) -> Result<Option<T>> {
    let row = query.fetch_optional(executor).await?;
    row.as_ref().map(read).transpose()
}

/// The number a query gives.
pub(crate) async fn number<'c>(executor: impl Executor<'c, Database = Any>, query: Sql) -> Result<i64> {
    Ok(one::<i64>(executor, query).await?.unwrap_or(0))
}

/// Runs a query in a transaction and says how many rows it touched.
pub(crate) async fn run(tx: &mut AnyConnection, query: Sql) -> Result<u64, sqlx::Error> {
    Ok(query.execute(tx).await?.rows_affected())
}

/// One row as what it means.
pub(crate) fn read<T: Stored>(row: &AnyRow) -> Result<T> {
    T::read(&mut Cells { row, next: 0 })
}

/// The cells of a row, from left to right.
pub(crate) struct Cells<'r> {
    row: &'r AnyRow,
    next: usize,
}

impl<'r> Cells<'r> {
    fn take<T: Decode<'r, Any> + Type<Any>>(&mut self) -> Result<T> {
        let index = self.next;
        self.next += 1;
        Ok(self.row.try_get(index)?)
    }

    fn parsed<T>(&mut self, parse: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        let text: &str = self.take()?;
        parse(text).ok_or_else(|| StoreError::Value { column: self.next - 1, value: text.to_owned() })
    }

    fn opt_parsed<T>(&mut self, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
        let Some(text) = self.take::<Option<String>>()? else {
            return Ok(None);
        };
        parse(&text).map(Some).ok_or(StoreError::Value { column: self.next - 1, value: text })
    }

    pub(crate) fn text(&mut self) -> Result<String> {
        self.take()
    }

    pub(crate) fn opt_text(&mut self) -> Result<Option<String>> {
        self.take()
    }

    pub(crate) fn words(&mut self) -> Result<Words> {
        Ok(Words { kk: self.text()?, ru: self.text()?, en: self.text()? })
    }

    pub(crate) fn int<T: TryFrom<i64>>(&mut self) -> Result<T> {
        let value: i64 = self.take()?;
        T::try_from(value).map_err(|_| StoreError::Value { column: self.next - 1, value: value.to_string() })
    }

    pub(crate) fn opt_int<T: TryFrom<i64>>(&mut self) -> Result<Option<T>> {
        let Some(value) = self.take::<Option<i64>>()? else {
            return Ok(None);
        };
        let wrong = StoreError::Value { column: self.next - 1, value: value.to_string() };
        T::try_from(value).map(Some).map_err(|_| wrong)
    }

    pub(crate) fn flag(&mut self) -> Result<bool> {
        Ok(self.take::<i64>()? != 0)
    }

    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>> {
        self.take()
    }

    pub(crate) fn day(&mut self) -> Result<Date> {
        self.parsed(|t| t.parse().ok())
    }

    pub(crate) fn opt_day(&mut self) -> Result<Option<Date>> {
        self.opt_parsed(|t| t.parse().ok())
    }

    pub(crate) fn time(&mut self) -> Result<Timestamp> {
        self.parsed(|t| t.parse().ok())
    }

    pub(crate) fn opt_time(&mut self) -> Result<Option<Timestamp>> {
        self.opt_parsed(|t| t.parse().ok())
    }

    pub(crate) fn word<T>(&mut self, parse: fn(&str) -> Option<T>) -> Result<T> {
        self.parsed(parse)
    }

    pub(crate) fn role(&mut self) -> Result<Role> {
        self.parsed(Role::parse)
    }

    pub(crate) fn opt_role(&mut self) -> Result<Option<Role>> {
        self.opt_parsed(Role::parse)
    }

    pub(crate) fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T> {
        self.parsed(|t| serde_json::from_str(t).ok())
    }
}

impl Stored for i64 {
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        cells.int()
    }
}

impl Stored for String {
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        cells.text()
    }
}

impl Stored for Timestamp {
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        cells.time()
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        Ok((A::read(cells)?, B::read(cells)?))
    }
}

impl Stored for Role {
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        cells.role()
    }
}

/// Binds many values in order.
macro_rules! bind {
    ($query:expr; $($value:expr),* $(,)?) => { $query$(.bind($value))* };
}
pub(crate) use bind;
