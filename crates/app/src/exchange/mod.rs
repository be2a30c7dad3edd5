//! The line to the authorised body for legal statistics (§17, §19, §24; Code art. 146): what is sent ([`package`]), how it
//! goes over the line ([`line`]), and when ([`deliver`]). Without a line packages wait to be given as files.

pub mod deliver;
mod fill;
pub mod line;
pub mod package;

use law::{
    bodies::BodyKind,
    case::{Actor, CaseFile, Fact, FactKind, Role},
    ch2_external::exchange::PackageKind,
};
use store::packages::{Number, PackageRow, Recorded};

pub use deliver::deliver_due;
pub use package::Package;

use crate::{
    app::Shared,
    door::{self, Trouble},
};

/// The contents of a package: the case as it was when the fact it tells of had happened.
pub async fn load(app: &Shared, row: &PackageRow) -> Result<Package, Trouble> {
    let case = store::cases::load(&app.db, &row.case).await?.ok_or(Trouble::NotFound)?;
    let facts = door::facts(app, &row.case).await?.into_iter().filter(|f| f.seq <= row.seq);
    let case = CaseFile::fold(&row.case, case.meta.procedure, &case.meta.body, facts);
    let fact = case.facts.last().filter(|f| f.seq == row.seq).ok_or(Trouble::NotFound)?;
    fill::package(app, &case, row, fact).await
}

/// The number that a fact brings into its case, and what it is the answer to.
pub fn recorded(app: &Shared, fact: &Fact) -> Option<Recorded> {
    let (kind, number, on) = match &fact.what {
        FactKind::ActRegistered(r) => (PackageKind::parse(&r.of)?, &r.number, r.on),
        FactKind::ListRegistered(r) => (PackageKind::List, &r.number, fact.on),
        _ => return None,
    };
    Some(Recorded { kind, number: Number { number: number.clone(), on }, unsent: app.config.statistics_url.is_none() })
}

/// The number that the case has already, whoever recorded it.
pub async fn known(app: &Shared, row: &PackageRow) -> Result<Option<Number>, Trouble> {
    let later = door::facts(app, &row.case).await?.into_iter().filter(|f| f.seq > row.seq);
    Ok(later.filter_map(|f| recorded(app, &f)).find(|r| r.kind == row.kind).map(|r| r.number))
}

/// The text of a package, as it goes over the line and into files.
pub fn text(package: &Package) -> Result<Vec<u8>, Trouble> {
    Ok(serde_json::to_vec_pretty(package).map_err(store::StoreError::from)?)
}

/// Whether this person looks after the packages of their body: bodies of external control have them.
pub fn looks_after(app: &Shared, actor: &Actor) -> bool {
    let registry = app.registry();
    let kind = registry.tree.get(&actor.body).map(|b| b.kind);
    matches!(actor.role, Role::Inspector | Role::Leader | Role::Administrator)
        && matches!(kind, Some(BodyKind::Agency | BodyKind::AgencyTerritorial))
}
