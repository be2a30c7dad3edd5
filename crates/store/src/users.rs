//! People with an account.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use sqlx::AnyConnection;

use crate::{
    Db, Words,
    error::{Result, StoreError},
    grants::{self, Grant},
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
    words::search_text,
};

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct User {
    pub id: String,
    /// Unique; compared as written.
    pub login: String,
    pub name: Words,
    pub position: Words,
    /// None before the first password is set.
    #[serde(skip)]
    pub password_hash: Option<String>,
    pub active: bool,
    /// Wrong passwords in a row.
    #[serde(skip)]
    pub failed: u32,
    #[serde(skip)]
    pub locked_until: Option<Timestamp>,
    /// `kk`, `ru`, `en`.
    pub language: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, login, name_kk, name_ru, name_en, position_kk, position_ru, position_en, password_hash, active, \
             failed, locked_until, language FROM users ",
            $rest
        )
    };
}

impl Stored for User {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            login: c.text()?,
            name: c.words()?,
            position: c.words()?,
            password_hash: c.opt_text()?,
            active: c.flag()?,
            failed: c.int()?,
            locked_until: c.opt_time()?,
            language: c.text()?,
        })
    }
}

/// One person.
pub async fn get(db: &Db, id: &str) -> Result<Option<User>> {
    one(&db.pool, sql(select!("WHERE id = $1")).bind(id.to_owned())).await
}

/// The person with a login.
pub async fn by_login(db: &Db, login: &str) -> Result<Option<User>> {
    one(&db.pool, sql(select!("WHERE login = $1")).bind(login.to_owned())).await
}

/// People with all these words in the login or a name, by login.
pub async fn search(db: &Db, text: &str, limit: u32) -> Result<Vec<User>> {
    let wanted = text.to_lowercase();
    let mut users: Vec<User> = all(&db.pool, sql(select!("ORDER BY login"))).await?;
    users.retain(|u| {
        let known = search_text([&*u.login, &u.name.kk, &u.name.ru, &u.name.en]);
        wanted.split_whitespace().all(|word| known.contains(word))
    });
    users.truncate(limit as usize);
    Ok(users)
}

/// Adds a person; counters and locks begin empty.
///
/// # Errors
/// [`StoreError::Exists`] if the id or the login is taken.
pub async fn create(db: &Db, user: &User, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    create_in(&mut tx, user, edit).await?;
    tx.commit().await?;
    Ok(())
}

/// Adds a person with their first role, or neither.
///
/// # Errors
/// Those of [`create`] and of [`grants::create`].
pub async fn create_with_role(db: &Db, user: &User, grant: &Grant, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    create_in(&mut tx, user, edit).await?;
    grants::create_in(&mut tx, grant, edit).await?;
    tx.commit().await?;
    Ok(())
}

async fn create_in(tx: &mut AnyConnection, user: &User, edit: &Edit) -> Result<()> {
    let query = sql("INSERT INTO users (id, login, name_kk, name_ru, name_en, position_kk, position_ru, position_en, \
         password_hash, active, failed, locked_until, language) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, NULL, $11)");
    let User { id, login, name, position, password_hash, active, language, .. } = user.clone();
    let query = bind!(query; id, login, name.kk, name.ru, name.en, position.kk, position.ru, position.en,
        password_hash, i64::from(active), language);
    run(tx, query).await.map_err(|e| StoreError::or_exists(e, "user"))?;
    ledger::record(tx, edit, "user-added", &json!({ "after": user })).await
}

/// Changes login, name, position, activity and language; the password and the counters stay.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::Exists`] if the login is taken.
pub async fn update(db: &Db, user: &User, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let before: Option<User> = one(&mut *tx, sql(select!("WHERE id = $1")).bind(user.id.clone())).await?;
    let before = before.ok_or(StoreError::NotFound("user"))?;
    let query = sql("UPDATE users SET login = $2, name_kk = $3, name_ru = $4, name_en = $5, position_kk = $6, \
         position_ru = $7, position_en = $8, active = $9, language = $10 WHERE id = $1");
    let User { id, login, name, position, active, language, .. } = user.clone();
    let query = bind!(query; id, login, name.kk, name.ru, name.en, position.kk, position.ru, position.en,
        i64::from(active), language);
    run(&mut tx, query).await.map_err(|e| StoreError::or_exists(e, "login"))?;
    ledger::record(&mut tx, edit, "user-changed", &json!({ "before": before, "after": user })).await?;
    tx.commit().await?;
    Ok(())
}

/// Sets the hash of the password and lifts a lock; the ledger says that, not what.
///
/// # Errors
/// [`StoreError::NotFound`].
pub async fn set_password(db: &Db, user: &str, hash: &str, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("UPDATE users SET password_hash = $2, failed = 0, locked_until = NULL WHERE id = $1");
    if run(&mut tx, query.bind(user.to_owned()).bind(hash.to_owned())).await? == 0 {
        return Err(StoreError::NotFound("user"));
    }
    ledger::record(&mut tx, edit, "password-set", &json!({ "user": user })).await?;
    tx.commit().await?;
    Ok(())
}

/// Counts a wrong password; from the `limit`th in a row on, locks until `until`. Gives the count.
pub async fn note_failure(db: &Db, user: &str, limit: u32, until: Timestamp) -> Result<u32> {
    let mut tx = db.write().await?;
    let query = sql("UPDATE users SET failed = failed + 1, \
         locked_until = CASE WHEN failed + 1 >= $2 THEN $3 ELSE locked_until END WHERE id = $1 RETURNING failed");
    let failed: Option<i64> = one(&mut *tx, bind!(query; user.to_owned(), i64::from(limit), stamp(until))).await?;
    tx.commit().await?;
    u32::try_from(failed.ok_or(StoreError::NotFound("user"))?).map_err(|_| StoreError::NotFound("user"))
}

/// Forgets the wrong passwords.
pub async fn note_success(db: &Db, user: &str) -> Result<()> {
    let query = sql("UPDATE users SET failed = 0, locked_until = NULL WHERE id = $1 AND failed > 0");
    query.bind(user.to_owned()).execute(&db.pool).await?;
    Ok(())
}
