//! What people are for bodies: roles, with the days on which they hold.

use jiff::civil::Date;
use law::{bodies::BodyId, case::Role};
use serde::Serialize;
use serde_json::json;
use sqlx::AnyConnection;

use crate::{
    Db,
    error::{Result, StoreError},
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, one, run, sql},
    users::User,
};

/// A role of a person for a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grant {
    pub id: String,
    pub user: String,
    pub body: BodyId,
    pub role: Role,
    /// Whether the person acts in place of the head.
    pub acting: bool,
    pub valid_from: Date,
    /// Last day, inclusive.
    pub valid_to: Option<Date>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, user_id, body, role, acting, valid_from, valid_to FROM grants ", $rest)
    };
}

impl Stored for Grant {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            user: c.text()?,
            body: c.text()?,
            role: c.role()?,
            acting: c.flag()?,
            valid_from: c.day()?,
            valid_to: c.opt_day()?,
        })
    }
}

/// One grant, in force or not.
pub async fn get(db: &Db, id: &str) -> Result<Option<Grant>> {
    one(&db.pool, sql(select!("WHERE id = $1")).bind(id.to_owned())).await
}

/// The roles a person holds on a day; none if the account is closed.
pub async fn grants_of(db: &Db, user: &str, on: Date) -> Result<Vec<Grant>> {
    let query = sql(select!(
        "WHERE user_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) \
         AND EXISTS (SELECT 1 FROM users u WHERE u.id = $1 AND u.active = 1) ORDER BY body, role, id"
    ));
    all(&db.pool, query.bind(user.to_owned()).bind(on.to_string())).await
}

/// Every role a person ever held, the latest first.
pub async fn history_of(db: &Db, user: &str) -> Result<Vec<Grant>> {
    let query = sql(select!("WHERE user_id = $1 ORDER BY valid_from DESC, id"));
    all(&db.pool, query.bind(user.to_owned())).await
}

/// The people of a body on a day, with their roles.
pub async fn people_of(db: &Db, body: &str, on: Date) -> Result<Vec<(Role, User)>> {
    let query =
        sql("SELECT DISTINCT g.role, u.id, u.login, u.name_kk, u.name_ru, u.name_en, u.position_kk, u.position_ru, \
         u.position_en, u.password_hash, u.active, u.failed, u.locked_until, u.language \
         FROM grants g JOIN users u ON u.id = g.user_id WHERE g.body = $1 AND u.active = 1 \
         AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to >= $2) ORDER BY g.role, u.name_kk, u.id");
    all(&db.pool, query.bind(body.to_owned()).bind(on.to_string())).await
}

/// Gives a role.
///
/// # Errors
/// [`StoreError::Exists`] if the id is taken; the database refuses an unknown person or body.
pub async fn create(db: &Db, grant: &Grant, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    create_in(&mut tx, grant, edit).await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) async fn create_in(tx: &mut AnyConnection, grant: &Grant, edit: &Edit) -> Result<()> {
    let query = sql("INSERT INTO grants (id, user_id, body, role, acting, valid_from, valid_to) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let Grant { id, user, body, role, acting, valid_from, valid_to } = grant.clone();
    let query = bind!(query; id, user, body, role.word(), i64::from(acting), valid_from.to_string(),
        valid_to.map(|d| d.to_string()));
    run(tx, query).await.map_err(|e| StoreError::or_exists(e, "grant"))?;
    ledger::record(tx, edit, "grant-given", &json!({ "after": grant })).await
}

/// Sets the last day of a role, inclusive.
///
/// # Errors
/// [`StoreError::NotFound`].
pub async fn end(db: &Db, id: &str, last: Date, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("UPDATE grants SET valid_to = $2 WHERE id = $1");
    if run(&mut tx, query.bind(id.to_owned()).bind(last.to_string())).await? == 0 {
        return Err(StoreError::NotFound("grant"));
    }
    ledger::record(&mut tx, edit, "grant-ended", &json!({ "grant": id, "last": last })).await?;
    tx.commit().await?;
    Ok(())
}

/// Everybody with a grant in force on a day, by login.
pub async fn in_force(db: &Db, on: Date) -> Result<Vec<Grant>> {
    let query = sql(select!("WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) ORDER BY user_id, id"));
    all(&db.pool, query.bind(on.to_string())).await
}
