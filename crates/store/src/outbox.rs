//! Messages to people, written in the transaction that caused them.

use jiff::{Timestamp, civil::Date};
use law::{bodies::BodyId, case::Role};
use serde_json::Value;
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    duties::{self, CaseDuty},
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, number, run, sql, stamp},
    scope::granted,
};

/// The channel of messages that people read in the product.
pub const IN_PRODUCT: &str = "inproduct";

/// To whom a message goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addressee {
    User(String),
    /// Everybody in this role of this body; each reads it for himself.
    Role(BodyId, Role),
}

/// A message to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: String,
    pub to: Addressee,
    /// The word of its text in the locales.
    pub kind: String,
    pub case: Option<String>,
    pub args: Value,
    /// A second message with the same key is dropped: reminders are repeated safely.
    pub due_key: Option<String>,
    /// [`IN_PRODUCT`] or another.
    pub channel: String,
}

/// A message as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: String,
    pub at: Timestamp,
    pub kind: String,
    pub case: Option<String>,
    pub args: Value,
    pub read_at: Option<Timestamp>,
}

/// A message that has yet to be delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    pub at: Timestamp,
    pub notice: Notice,
}

impl Stored for Message {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            at: c.time()?,
            kind: c.text()?,
            case: c.opt_text()?,
            args: c.json()?,
            read_at: c.opt_time()?,
        })
    }
}

impl Stored for Undelivered {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            at: c.time()?,
            notice: Notice {
                id: c.text()?,
                to: match (c.opt_text()?, c.opt_text()?, c.opt_role()?) {
                    (None, Some(body), Some(role)) => Addressee::Role(body, role),
                    (user, ..) => Addressee::User(user.unwrap_or_default()),
                },
                kind: c.text()?,
                case: c.opt_text()?,
                args: c.json()?,
                due_key: c.opt_text()?,
                channel: c.text()?,
            },
        })
    }
}

/// The `due_key` of the reminder of a duty to a role, at a stage: one word.
pub fn reminder_key(case: &str, duty: &str, due: Date, stage: &str, role: Role) -> String {
    format!("{case}/{duty}/{due}/{stage}/{}", role.word())
}

/// Open duties due in these days (inclusive) of which nobody has been reminded at this stage, nearest first, for the
/// product itself. Those of one duty are reminded together.
pub async fn unreminded(db: &Db, from: Date, to: Date, stage: &str) -> Result<Vec<CaseDuty>> {
    // Keys are compared byte by byte: all that begin with `…/` lie between it and `…0`.
    let query = sql(duties::select!(
        "d.state = 'open' AND d.due >= $1 AND d.due <= $2 AND NOT EXISTS (SELECT 1 FROM messages m \
         WHERE m.due_key > d.case_id || '/' || d.key || '/' || d.due || '/' || $3 || '/' \
         AND m.due_key < d.case_id || '/' || d.key || '/' || d.due || '/' || $3 || '0') \
         ORDER BY d.due, d.case_id, d.key"
    ));
    all(&db.pool, bind!(query; from.to_string(), to.to_string(), stage.to_owned())).await
}

/// Whether a message with this `due_key` has been sent.
pub async fn sent(db: &Db, due_key: &str) -> Result<bool> {
    let query = sql("SELECT COUNT(*) FROM messages WHERE due_key = $1");
    Ok(number(&db.pool, query.bind(due_key.to_owned())).await? > 0)
}

/// Condition: the message is for the viewer, and of a case that one of the person's roles may read.
macro_rules! for_viewer {
    () => {
        concat!(
            granted!(),
            " AND m.channel = 'inproduct' AND (m.user_id = $1 OR (m.body = $2 AND m.role = $3)) \
             AND (m.case_id IS NULL OR EXISTS (SELECT 1 FROM case_readers r JOIN grants h ON h.body = r.body \
             AND h.role = r.role WHERE r.case_id = m.case_id AND h.user_id = $1 AND h.valid_from <= $4 \
             AND (h.valid_to IS NULL OR h.valid_to >= $4)))"
        )
    };
}

/// Sends messages; gives how many were new by their `due_key`.
pub async fn enqueue(db: &Db, notices: &[Notice], at: Timestamp) -> Result<u64> {
    let mut tx = db.write().await?;
    let sent = enqueue_in(&mut tx, notices, at).await?;
    tx.commit().await?;
    Ok(sent)
}

pub(crate) async fn enqueue_in(tx: &mut AnyConnection, notices: &[Notice], at: Timestamp) -> Result<u64> {
    let mut sent = 0;
    for notice in notices {
        let query = sql("INSERT INTO messages (id, at, user_id, body, role, kind, case_id, args, due_key, channel) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (due_key) DO NOTHING");
        let n = notice.clone();
        let (user, body, role) = match n.to {
            Addressee::User(user) => (Some(user), None, None),
            Addressee::Role(body, role) => (None, Some(body), Some(role.word())),
        };
        let query = bind!(query; n.id, stamp(at), user, body, role, n.kind, n.case, n.args.to_string(), n.due_key,
            n.channel);
        sent += run(tx, query).await?;
    }
    Ok(sent)
}

/// The viewer's messages, newest first.
pub async fn list(db: &Db, viewer: &Viewer, limit: u32) -> Result<Vec<Message>> {
    let query = viewer.sql(concat!(
        "SELECT m.id, m.at, m.kind, m.case_id, m.args, mr.at AS read_at FROM messages m \
         LEFT JOIN message_reads mr ON mr.message_id = m.id AND mr.user_id = $1 WHERE ",
        for_viewer!(),
        " ORDER BY m.at DESC, m.id LIMIT $5"
    ));
    all(&db.pool, query.bind(i64::from(limit))).await
}

/// Where counting of unread messages stops.
pub const MOST_UNREAD: i64 = 100;

/// How many messages the viewer has not read, at most [`MOST_UNREAD`].
pub async fn unread(db: &Db, viewer: &Viewer) -> Result<i64> {
    let query = viewer.sql(concat!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM messages m WHERE ",
        for_viewer!(),
        " AND NOT EXISTS (SELECT 1 FROM message_reads mr WHERE mr.message_id = m.id AND mr.user_id = $1) LIMIT $5) n"
    ));
    number(&db.pool, query.bind(MOST_UNREAD)).await
}

/// Notes that the viewer has read a message, once.
///
/// # Errors
/// [`StoreError::NotFound`] if it is not the viewer's.
pub async fn mark_read(db: &Db, viewer: &Viewer, id: &str, at: Timestamp) -> Result<()> {
    let query = viewer.sql(concat!("SELECT COUNT(*) FROM messages m WHERE m.id = $5 AND ", for_viewer!()));
    if number(&db.pool, query.bind(id.to_owned())).await? == 0 {
        return Err(StoreError::NotFound("message"));
    }
    let query = sql("INSERT INTO message_reads (message_id, user_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
    bind!(query; id.to_owned(), viewer.user.clone(), stamp(at)).execute(&db.pool).await?;
    Ok(())
}

/// Messages of a channel that wait for delivery, oldest first, for the product itself.
pub async fn undelivered(db: &Db, channel: &str, limit: u32) -> Result<Vec<Undelivered>> {
    let query = sql("SELECT at, id, user_id, body, role, kind, case_id, args, due_key, channel FROM messages \
         WHERE channel = $1 AND delivered_at IS NULL ORDER BY at, id LIMIT $2");
    all(&db.pool, query.bind(channel.to_owned()).bind(i64::from(limit))).await
}

/// Takes a message for delivery; false if another has taken it.
pub async fn mark_delivered(db: &Db, id: &str, at: Timestamp) -> Result<bool> {
    let query = sql("UPDATE messages SET delivered_at = $2 WHERE id = $1 AND delivered_at IS NULL");
    Ok(query.bind(id.to_owned()).bind(stamp(at)).execute(&db.pool).await?.rows_affected() == 1)
}
