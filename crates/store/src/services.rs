//! The register of public services: what each is called and which body is responsible for it.

use law::bodies::BodyId;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Db, Words,
    error::Result,
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, one, run, sql},
    words::{patterns, search_text},
};

/// A public service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Code in the register of services.
    pub code: String,
    pub name: Words,
    /// The body responsible for it.
    pub owner: BodyId,
    /// 1 or 2 where the service is a permit of the 1st or 2nd category (§53 3).
    pub permits_category: Option<u8>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT code, name_kk, name_ru, name_en, owner, permits_category FROM services ", $rest)
    };
}

impl Stored for Service {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { code: c.text()?, name: c.words()?, owner: c.text()?, permits_category: c.opt_int()? })
    }
}

/// All services, by code.
pub async fn all_services(db: &Db) -> Result<Vec<Service>> {
    all(&db.pool, sql(select!("ORDER BY code"))).await
}

/// One service.
pub async fn get(db: &Db, code: &str) -> Result<Option<Service>> {
    one(&db.pool, sql(select!("WHERE code = $1")).bind(code.to_owned())).await
}

/// Services with all these words in the code or a name, of one owner or of all.
pub async fn search(db: &Db, text: &str, owner: Option<&str>, limit: u32) -> Result<Vec<Service>> {
    let [first, second, third] = patterns(text);
    let query = sql(select!(
        "WHERE search LIKE $1 ESCAPE '\\' AND search LIKE $2 ESCAPE '\\' AND search LIKE $3 ESCAPE '\\' \
         AND ($4 IS NULL OR owner = $4) ORDER BY code LIMIT $5"
    ));
    all(&db.pool, bind!(query; first, second, third, owner.map(str::to_owned), i64::from(limit))).await
}

/// Adds or changes services in one transaction, a ledger row for each that differs; gives how many did.
pub async fn upsert(db: &Db, services: &[Service], edit: &Edit) -> Result<u32> {
    let mut tx = db.write().await?;
    let mut changed = 0;
    for service in services {
        let before: Option<Service> = one(&mut *tx, sql(select!("WHERE code = $1")).bind(service.code.clone())).await?;
        if before.as_ref() == Some(service) {
            continue;
        }
        let query = sql("INSERT INTO services (code, name_kk, name_ru, name_en, owner, permits_category, search) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (code) DO UPDATE SET name_kk = excluded.name_kk, \
             name_ru = excluded.name_ru, name_en = excluded.name_en, owner = excluded.owner, \
             permits_category = excluded.permits_category, search = excluded.search");
        let Service { code, name, owner, permits_category } = service.clone();
        let search = search_text([&*code, &name.kk, &name.ru, &name.en]);
        run(&mut tx, bind!(query; code, name.kk, name.ru, name.en, owner, permits_category.map(i64::from), search))
            .await?;
        let what = if before.is_some() { "service-changed" } else { "service-added" };
        ledger::record(&mut tx, edit, what, &json!({ "before": before, "after": service })).await?;
        changed += 1;
    }
    tx.commit().await?;
    Ok(changed)
}
