//! The reports of a quarter, begun by the product: whoever owes one finds it in My work from the first day on.

use law::{
    case::{Actor, Answers, Capacity, Procedure, Role},
    ch3_reports::{FormId, p60_routing::owed, report::case_id},
    term::Quarter,
};
use serde_json::json;

use crate::{
    app::Shared,
    door::{self, Request, Trouble},
    words::Lang,
};

/// The product itself, for a body.
pub fn product(app: &Shared, body: &str) -> Actor {
    Actor {
        user: String::new(),
        name: app.words.speaker(Lang::Kk).t("ui-product"),
        position: String::new(),
        body: body.to_owned(),
        role: Role::ReportExecutor,
        capacity: Capacity::Head,
    }
}

/// Begins every report owed for the quarter now running that is not there yet; gives how many.
pub async fn begin_all(app: &Shared) -> Result<usize, Trouble> {
    match Quarter::of(app.clock.today()) {
        Some(now) => begin_quarter(app, now).await,
        None => Ok(0),
    }
}

/// The same for any quarter.
pub async fn begin_quarter(app: &Shared, quarter: Quarter) -> Result<usize, Trouble> {
    let there: std::collections::HashSet<String> =
        store::reports::board::every(&app.db, quarter).await?.into_iter().map(|r| r.case).collect();
    let mut begun = 0;
    let registry = app.registry();
    for (body, route) in owed(&registry.tree, quarter) {
        if !there.contains(&case_id(&body, route.form, quarter)) {
            begin(app, &product(app, &body), route.form, quarter).await?;
            begun += 1;
        }
    }
    Ok(begun)
}

/// Begins one report.
pub async fn begin(app: &Shared, actor: &Actor, form: FormId, quarter: Quarter) -> Result<String, Trouble> {
    let case = case_id(&actor.body, form, quarter);
    let answers = Answers::of(json!({ "form": form, "quarter": quarter }));
    let request = Request {
        procedure: Procedure::Report,
        case: &case,
        step: "open-report",
        answers,
        version: Some(0),
        key: Some(format!("begin/{case}")),
    };
    door::take(app, actor, request).await?;
    Ok(case)
}
