//! What changes by decree: days off that move, and the numbers of the Rules.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use law::{
    calendar::{Transfer, TransferError, shipped_transfers},
    case::{Field, FieldKind},
    edition::{Edition, ParameterChange, ParameterError, ParameterId, Unit},
};
use serde::Deserialize;

use super::{
    Reach, Sheet,
    decree::{ChangeLine, Decree, DecreePage, decide},
};
use crate::{
    app::Shared,
    web::{
        error::Failure,
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::Speaker,
};

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    edition: String,
    national: bool,
    transfers: Vec<TransferLine>,
    parameters: Vec<ParameterLine>,
}

struct TransferLine {
    from: Day,
    to: Day,
    decided: String,
    decree: String,
    recorded: bool,
}

struct Day {
    iso: String,
    text: String,
}

struct ParameterLine {
    id: &'static str,
    paragraph: String,
    label: String,
    unit: String,
    default: String,
    now: String,
    changed: bool,
    /// Changes that hold only from a later day.
    coming: Vec<String>,
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let reach = Reach::of(&app, &visitor)?;
    let words = &visitor.words;
    let (law, today) = (app.law(), app.clock.today());
    let day =
        |date: Date| Day { iso: date.to_string(), text: format!("{}, {}", words.date(date), words.weekday(date)) };
    let shipped = shipped_transfers();
    let mut transfers: Vec<&Transfer> = law.calendar.transfers().iter().collect();
    transfers.sort_by_key(|t| std::cmp::Reverse(t.from.max(t.to)));
    let transfers = transfers.into_iter().map(|t| TransferLine {
        from: day(t.from),
        to: day(t.to),
        decided: words.date(t.decided_on),
        decree: t.decree.clone(),
        recorded: !shipped.contains(t),
    });
    let parameters = ParameterId::ALL.iter().map(|id| {
        let (default, now) = (id.default_value(), law.parameter(*id, today));
        let coming = law.parameters.changes(*id).filter(|c| c.from > today);
        ParameterLine {
            id: id.id(),
            paragraph: id.paragraph().to_string(),
            label: label(words, *id),
            unit: unit(words, *id),
            default: default.to_string(),
            now: now.to_string(),
            changed: default != now,
            coming: coming
                .map(|c| {
                    words.with("settings-coming", &[("value", i64::from(c.value).into()), ("date", c.from.into())])
                })
                .collect(),
        }
    });
    html(&SettingsPage {
        page: visitor.page(&app).await?,
        edition: words.with(
            "settings-edition",
            &[
                ("edition", words.t(&format!("edition-{}", law.edition)).into()),
                ("made", Edition::JULY_2021.made_on().into()),
            ],
        ),
        national: reach.everywhere,
        transfers: transfers.collect(),
        parameters: parameters.collect(),
    })
}

pub fn label(words: &Speaker, id: ParameterId) -> String {
    words.t(&format!("parameter-{}", id.id()))
}

pub fn unit(words: &Speaker, id: ParameterId) -> String {
    words.t(match id.unit() {
        Unit::WorkingDays => "unit-working-days",
        Unit::CalendarDays => "unit-calendar-days",
        Unit::DayOfMonth => "unit-day-of-month",
        Unit::Times => "unit-times",
    })
}

fn unprocessable(page: &DecreePage) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response())
}

const TRANSFERS: &str = "/admin/settings/transfers";

fn transfer_fields() -> Vec<Field> {
    let date = |name| Field::new(name, FieldKind::Date);
    vec![date("off-from"), date("off-to"), date("decided"), Field::new("decree", FieldKind::Text(200))]
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct TransferSent {
    off_from: Date,
    off_to: Date,
    decided: Date,
    decree: String,
}

pub async fn transfer_form(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    Reach::national(&app, &visitor)?;
    show_transfer(&app, &visitor, &Sheet::blank(transfer_fields())).await.and_then(|page| html(&page))
}

async fn show_transfer(app: &Shared, visitor: &Visitor, sheet: &Sheet) -> Result<DecreePage, Failure> {
    let words = &visitor.words;
    Ok(DecreePage {
        lead: words.t("settings-transfer-lead"),
        faults: sheet.faults.clone(),
        questions: sheet.questions(words),
        ..DecreePage::new(app, visitor, words.t("settings-transfer-add"), TRANSFERS).await?
    })
}

pub async fn transfer(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, transfer_fields(), &posted);
    let sent: Option<TransferSent> = checked.map(|c| c.read());
    if let Some(sent) = sent {
        let transfer = Transfer { from: sent.off_from, to: sent.off_to, decided_on: sent.decided, decree: sent.decree };
        if transfer.decided_on > app.clock.today() {
            sheet.wrong("decided", words.t("settings-decided-later"));
        }
        if let Err(error) = transfer.check(&app.law().calendar) {
            let field = if matches!(error, TransferError::FromIsWorking(_)) { "off-from" } else { "off-to" };
            sheet.wrong(field, words.t(error.key()));
        }
        if sheet.faults.is_empty() {
            return decide(&app, &visitor, &reach, Decree::Transfer(transfer), &posted, TRANSFERS).await;
        }
    }
    unprocessable(&show_transfer(&app, &visitor, &sheet).await?)
}

pub async fn remove_transfer(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let recorded = store::settings::transfers(&app.db).await?.into_iter();
    let mut chosen =
        recorded.filter(|t| t.from.to_string() == posted.get("off-from") && t.to.to_string() == posted.get("off-to"));
    let Some(transfer) = chosen.next() else { return gone(&visitor).await };
    decide(&app, &visitor, &reach, Decree::NoTransfer(transfer), &posted, "/admin/settings/transfers/remove").await
}

/// What was to be removed is not there: a second click, or somebody was quicker.
async fn gone(visitor: &Visitor) -> Result<Response, Failure> {
    visitor.say_next("settings-already").await?;
    Ok(Redirect::to("/admin/settings").into_response())
}

fn parameter_fields(id: ParameterId) -> Vec<Field> {
    let most = if id.unit() == Unit::DayOfMonth { 28 } else { 250 };
    vec![
        Field::new("value", FieldKind::Number { min: 1, max: most }),
        Field::new("valid-from", FieldKind::Date),
        Field::new("decided", FieldKind::Date),
        Field::new("decree", FieldKind::Text(200)),
    ]
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct ChangeSent {
    value: u32,
    valid_from: Date,
    decided: Date,
    decree: String,
}

pub async fn parameter_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    Reach::national(&app, &visitor)?;
    let id: ParameterId = id.parse().map_err(|_| Failure::NotFound)?;
    show_parameter(&app, &visitor, id, &Sheet::blank(parameter_fields(id))).await.and_then(|page| html(&page))
}

async fn show_parameter(
    app: &Shared,
    visitor: &Visitor,
    id: ParameterId,
    sheet: &Sheet,
) -> Result<DecreePage, Failure> {
    let words = &visitor.words;
    let law = app.law();
    let action = format!("/admin/settings/parameters/{id}");
    let numbers = [
        ("unit", unit(words, id).into()),
        ("default", i64::from(id.default_value()).into()),
        ("now", i64::from(law.parameter(id, app.clock.today())).into()),
    ];
    let changes = law.parameters.changes(id).map(|c| ChangeLine {
        value: c.value.to_string(),
        from: words.date(c.from),
        decided: words.date(c.decided_on),
        basis: c.basis.clone(),
        hidden: Decree::Change(c.clone()).hidden(),
    });
    Ok(DecreePage {
        lead: words.with("settings-parameter-lead", &numbers),
        paragraph: id.paragraph().to_string(),
        faults: sheet.faults.clone(),
        questions: sheet.questions(words),
        changes: changes.collect(),
        remove: format!("{action}/remove"),
        ..DecreePage::new(app, visitor, label(words, id), &action).await?
    })
}

pub async fn parameter(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let id: ParameterId = id.parse().map_err(|_| Failure::NotFound)?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, parameter_fields(id), &posted);
    let sent: Option<ChangeSent> = checked.map(|c| c.read());
    if let Some(sent) = sent {
        let change = ParameterChange {
            id,
            value: sent.value,
            from: sent.valid_from,
            decided_on: sent.decided,
            basis: sent.decree,
        };
        if change.decided_on > app.clock.today() {
            sheet.wrong("decided", words.t("settings-decided-later"));
        }
        if let Err(ParameterError::OutOfRange { most, .. }) = change.check() {
            sheet.wrong(
                "value",
                words.with("error-out-of-range", &[("min", 1.into()), ("max", i64::from(most).into())]),
            );
        }
        if app.law().parameter(id, change.from) == change.value {
            sheet.wrong("value", words.t("settings-same-value"));
        }
        if app.law().parameters.changes(id).any(|c| (c.from, c.decided_on) == (change.from, change.decided_on)) {
            sheet.wrong("valid-from", words.t("settings-change-exists"));
        }
        if sheet.faults.is_empty() {
            let action = format!("/admin/settings/parameters/{id}");
            return decide(&app, &visitor, &reach, Decree::Change(change), &posted, &action).await;
        }
    }
    unprocessable(&show_parameter(&app, &visitor, id, &sheet).await?)
}

pub async fn remove_parameter(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reach = Reach::national(&app, &visitor)?;
    let id: ParameterId = id.parse().map_err(|_| Failure::NotFound)?;
    let recorded = store::settings::parameter_changes(&app.db).await?.into_iter();
    let mut chosen = recorded.filter(|c| {
        c.id == id
            && c.from.to_string() == posted.get("valid-from")
            && c.decided_on.to_string() == posted.get("decided")
    });
    let Some(change) = chosen.next() else { return gone(&visitor).await };
    let action = format!("/admin/settings/parameters/{id}/remove");
    decide(&app, &visitor, &reach, Decree::NoChange(change), &posted, &action).await
}
