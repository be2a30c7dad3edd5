//! The registry of bodies (§1): what the law knows of each, and its names and addresses.

use std::collections::HashMap;

use law::bodies::{Body, BodyKind, BodyTree};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Db, Words,
    error::Result,
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, one, run, sql},
    words::{patterns, search_text},
};

/// A body of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyRow {
    #[serde(flatten)]
    pub body: Body,
    /// Business identification number; empty where not known.
    pub bin: String,
    pub name: Words,
    /// Short name for lists and tables.
    pub short: Words,
    pub address_kk: String,
    pub address_ru: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, kind, parent, coordinated_by, territory, valid_from, valid_to, bin, name_kk, name_ru, name_en, \
             short_kk, short_ru, short_en, address_kk, address_ru FROM bodies ",
            $rest
        )
    };
}

impl Stored for BodyRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            body: Body {
                id: c.text()?,
                kind: c.word(BodyKind::parse)?,
                parent: c.opt_text()?,
                coordinated_by: c.opt_text()?,
                territory: c.text()?,
                valid_from: c.day()?,
                valid_to: c.opt_day()?,
            },
            bin: c.text()?,
            name: c.words()?,
            short: c.words()?,
            address_kk: c.text()?,
            address_ru: c.text()?,
        })
    }
}

/// All bodies, by code.
pub async fn all_bodies(db: &Db) -> Result<Vec<BodyRow>> {
    all(&db.pool, sql(select!("ORDER BY id"))).await
}

/// All bodies as the law sees them.
pub async fn tree(db: &Db) -> Result<BodyTree> {
    Ok(BodyTree::new(all_bodies(db).await?.into_iter().map(|row| row.body)))
}

/// One body.
pub async fn get(db: &Db, id: &str) -> Result<Option<BodyRow>> {
    one(&db.pool, sql(select!("WHERE id = $1")).bind(id.to_owned())).await
}

/// The bodies right below one.
pub async fn children(db: &Db, parent: &str) -> Result<Vec<BodyRow>> {
    all(&db.pool, sql(select!("WHERE parent = $1 ORDER BY name_kk, id")).bind(parent.to_owned())).await
}

/// Bodies with all these words in a name, the code or the number; of any kind where `kinds` is empty.
pub async fn search(db: &Db, text: &str, limit: u32, kinds: &[BodyKind]) -> Result<Vec<BodyRow>> {
    let [first, second, third] = patterns(text);
    let kinds = kinds.iter().map(|k| format!(",{},", k.word())).collect::<String>();
    let query = sql(select!(
        "WHERE search LIKE $1 ESCAPE '\\' AND search LIKE $2 ESCAPE '\\' AND search LIKE $3 ESCAPE '\\' \
         AND ($4 = '' OR $4 LIKE '%,' || kind || ',%') ORDER BY name_kk, id LIMIT $5"
    ));
    all(&db.pool, bind!(query; first, second, third, kinds, i64::from(limit))).await
}

/// Adds or changes bodies in one transaction, a ledger row for each that differs; gives how many did.
pub async fn upsert(db: &Db, bodies: &[BodyRow], edit: &Edit) -> Result<u32> {
    let mut tx = db.write().await?;
    let known: Vec<BodyRow> = all(&mut *tx, sql(select!(""))).await?;
    let known: HashMap<&str, &BodyRow> = known.iter().map(|row| (row.body.id.as_str(), row)).collect();
    let mut changed = 0;
    for row in bodies {
        let before = known.get(row.body.id.as_str());
        if before.is_some_and(|before| *before == row) {
            continue;
        }
        let query = sql("INSERT INTO bodies (id, kind, parent, coordinated_by, territory, valid_from, valid_to, bin, \
             name_kk, name_ru, name_en, short_kk, short_ru, short_en, address_kk, address_ru, search) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
             ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, parent = excluded.parent, \
             coordinated_by = excluded.coordinated_by, territory = excluded.territory, \
             valid_from = excluded.valid_from, valid_to = excluded.valid_to, bin = excluded.bin, \
             name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en, \
             short_kk = excluded.short_kk, short_ru = excluded.short_ru, short_en = excluded.short_en, \
             address_kk = excluded.address_kk, address_ru = excluded.address_ru, search = excluded.search");
        let BodyRow { body, bin, name, short, address_kk, address_ru } = row.clone();
        let search = search_text([&*body.id, &bin, &name.kk, &name.ru, &name.en, &short.kk, &short.ru, &short.en]);
        let query = bind!(query; body.id, body.kind.word(), body.parent, body.coordinated_by, body.territory,
            body.valid_from.to_string(), body.valid_to.map(|d| d.to_string()), bin, name.kk, name.ru, name.en,
            short.kk, short.ru, short.en, address_kk, address_ru, search);
        run(&mut tx, query).await?;
        let data = json!({ "before": before, "after": row });
        let what = if before.is_some() { "body-changed" } else { "body-added" };
        ledger::record(&mut tx, edit, what, &data).await?;
        changed += 1;
    }
    tx.commit().await?;
    Ok(changed)
}
