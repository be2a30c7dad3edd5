//! Who opened protected material of a case, for its people alone (§34).

use store::{Viewer, files::FileRow};

use crate::{app::Shared, registry::Named, web::error::Failure, words::Speaker};

pub(super) struct OpeningLine {
    pub who: String,
    pub what: String,
    pub when: String,
}

pub(super) async fn openings(
    app: &Shared,
    words: &Speaker,
    viewer: &Viewer,
    case: &str,
    files: &[FileRow],
) -> Result<Vec<OpeningLine>, Failure> {
    let mut lines = Vec::new();
    for opening in store::protected::openings_of(&app.db, viewer, case).await? {
        let user = store::users::get(&app.db, &opening.user).await?;
        let name = user.map_or_else(|| opening.user.clone(), |u| Named::of(&u).name(words.lang));
        let role = words.t(&format!("role-{}", opening.role.word()));
        let file = files.iter().find(|f| f.digest == opening.what);
        lines.push(OpeningLine {
            who: format!("{name}, {role}, {}", app.registry().name(&opening.body, words.lang)),
            what: match (file, opening.what.trim_start_matches("fact/").parse::<i64>()) {
                (Some(file), _) => file.name.clone(),
                (None, Ok(seq)) => words.with("protected-entry", &[("seq", seq.into())]),
                (None, Err(_)) => words.t("protected-material"),
            },
            when: words.moment(opening.at),
        });
    }
    Ok(lines)
}
