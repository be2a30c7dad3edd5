//! People of the invented nation: two for each body that reports, one for each that receives. They cannot sign in.

use std::collections::HashSet;

use law::{
    case::{Actor, Capacity, Role},
    ch3_reports::p60_routing::routes,
};
use store::{Edit, Words, grants::Grant, users::User};

use super::super::{plausible::Dice, stories::Result};
use crate::app::Shared;

/// Invented surnames: Kazakh, Russian and English.
const NAMES: [(&str, &str, &str); 12] = [
    ("Есепбеков", "Есепбеков", "Yesepbekov"),
    ("Санабаев", "Санабаев", "Sanabayev"),
    ("Кестебай", "Кестебай", "Kestebai"),
    ("Ұяшықов", "Уяшыков", "Uyashykov"),
    ("Жолдыбай", "Жолдыбай", "Zholdybai"),
    ("Қатарбек", "Катарбек", "Katarbek"),
    ("Бағанов", "Баганов", "Baganov"),
    ("Нысанбек", "Нысанбек", "Nysanbek"),
    ("Тоқсанбай", "Токсанбай", "Toksanbai"),
    ("Мерзімов", "Мерзимов", "Merzimov"),
    ("Сапабек", "Сапабек", "Sapabek"),
    ("Деректілеу", "Деректилеу", "Derektileu"),
];

fn person(login: &str, role: Role) -> User {
    let mut dice = Dice::of(&[login]);
    let (kk, ru, en) = NAMES[usize::try_from(dice.roll(12)).unwrap_or(0)];
    let initial = ["А.", "Б.", "Д.", "Е.", "Н.", "С."][usize::try_from(dice.roll(6)).unwrap_or(0)];
    let position = match role {
        Role::ReportSignatory => Words::new("Басшы", "Руководитель", "Head"),
        _ => Words::new("Маман", "Специалист", "Specialist"),
    };
    User {
        id: login.to_owned(),
        login: login.to_owned(),
        name: Words::new(format!("{kk} {initial} (демо)"), format!("{ru} {initial} (демо)"), format!("{en} (demo)")),
        position,
        password_hash: None,
        active: true,
        failed: 0,
        locked_until: None,
        language: "kk".into(),
    }
}

/// Login of a body's person.
fn login(body: &str, role: Role) -> String {
    let word = match role {
        Role::ReportExecutor => "report",
        Role::ReportSignatory => "head",
        _ => "reviewer",
    };
    format!("{body}.{word}")
}

/// Adds whoever is lacking.
pub(super) async fn everybody(app: &Shared) -> Result<()> {
    let registry = app.registry();
    let today = app.clock.today();
    let edit = Edit { by: serde_json::json!({"name": "демо"}), at: app.clock.now() };
    let mut wanted: HashSet<(String, Role)> = HashSet::new();
    for body in registry.tree.iter() {
        for route in routes(&registry.tree, &body.id, today) {
            wanted.insert((body.id.clone(), Role::ReportExecutor));
            wanted.insert((body.id.clone(), Role::ReportSignatory));
            wanted.insert((route.to[0].clone(), Role::Analyst));
        }
    }
    let mut wanted: Vec<_> = wanted.into_iter().collect();
    wanted.sort();
    for (body, role) in wanted {
        let user = person(&login(&body, role), role);
        if store::users::get(&app.db, &user.id).await?.is_some() {
            continue;
        }
        let grant = Grant {
            id: format!("{}.{}", user.id, role.word()),
            user: user.id.clone(),
            body,
            role,
            acting: false,
            valid_from: jiff::civil::date(2021, 7, 19),
            valid_to: None,
        };
        store::users::create_with_role(&app.db, &user, &grant, &edit).await?;
    }
    Ok(())
}

fn actor(body: &str, role: Role) -> Actor {
    let user = person(&login(body, role), role);
    Actor {
        user: user.id,
        name: user.name.kk,
        position: user.position.kk,
        body: body.to_owned(),
        role,
        capacity: Capacity::Head,
    }
}

/// Who fills and signs for a body.
pub(super) fn executor(body: &str) -> Actor {
    actor(body, Role::ReportExecutor)
}

/// Who signs as its head.
pub(super) fn head(body: &str) -> Actor {
    actor(body, Role::ReportSignatory)
}

/// Who accepts for a body.
pub(super) fn receiver(body: &str) -> Actor {
    actor(body, Role::Analyst)
}
