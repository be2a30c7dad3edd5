//! What a nation has beyond the demo's registry: villages, and inspectors in every body of the Agency.

use jiff::civil::date;
use law::{
    bodies::{Body, BodyKind},
    case::Role,
};
use store::{Db, Edit, Words, bodies::BodyRow, grants::Grant, users::User};

use crate::{external::AGENCY, generate::TODAY};

/// So many bodies, most of them subjects that somebody inspects.
const BODIES: usize = 3000;

/// Rural akims below the districts, until there are so many bodies.
pub fn villages(there: &[BodyRow]) -> Vec<BodyRow> {
    let of_kind = |kind| there.iter().filter(move |row| row.body.kind == kind && row.body.exists_on(TODAY));
    let districts: Vec<&Body> = of_kind(BodyKind::DistrictAkimat).map(|row| &row.body).collect();
    let wanted = BODIES.saturating_sub(there.len());
    let row = |n: usize| {
        let district = districts[n % districts.len()];
        let id = format!("{}-x{}", district.id, n / districts.len() + 1);
        let name = Words::new(format!("{id} (demo)"), format!("{id} (demo)"), format!("{id} (demo)"));
        let parent = Some(district.id.clone());
        let (territory, valid_from) = (district.territory.clone(), date(2021, 7, 19));
        let kind = BodyKind::RuralAkim;
        let body = Body { id, kind, parent, coordinated_by: None, territory, valid_from, valid_to: None };
        let nowhere = String::new;
        BodyRow { body, bin: nowhere(), short: name.clone(), name, address_kk: nowhere(), address_ru: nowhere() }
    };
    (0..wanted).map(row).collect()
}

/// Inspectors of a body: those of the demo, and others.
pub async fn employ(db: &Db, body: &str, edit: &Edit) -> store::Result<Vec<String>> {
    let known = store::grants::people_of(db, body, TODAY).await?;
    let mut all: Vec<String> =
        known.into_iter().filter(|(role, _)| *role == Role::Inspector).map(|(_, user)| user.id).collect();
    for n in 0..if body == AGENCY { 30 } else { 10 } {
        let id = format!("x.{body}.{n}");
        let name = Words::new(format!("{id} (demo)"), format!("{id} (demo)"), format!("{id} (demo)"));
        let user = User {
            id: id.clone(),
            login: id.clone(),
            position: name.clone(),
            name,
            password_hash: None,
            active: true,
            failed: 0,
            locked_until: None,
            language: "kk".into(),
        };
        let grant = Grant {
            id: format!("{id}.inspector"),
            user: id.clone(),
            body: body.to_owned(),
            role: Role::Inspector,
            acting: false,
            valid_from: date(2021, 7, 19),
            valid_to: None,
        };
        store::users::create_with_role(db, &user, &grant, edit).await?;
        all.push(id);
    }
    Ok(all)
}
