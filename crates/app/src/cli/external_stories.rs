//! The demo's external control: complaints, half-year lists, an inspection with its prescription, a visit under way, a control
//! without a visit, made by taking real steps on earlier days.

use jiff::civil::{Date, date};
use law::case::{Procedure, Role};
use serde_json::{Value, json};

use super::{
    external_past,
    stories::{Line, Result, Who, run_as},
};
use crate::app::Shared;

pub(super) const OFFICER: Who = ("td-akmola.inspector", Role::Inspector);
pub(super) const SECOND: Who = ("td-akmola.inspector2", Role::Inspector);
pub(super) const HEAD: Who = ("td-akmola.leader", Role::Leader);
const HEALTH: Who = ("akmola-health.head", Role::ControlObjectHead);
pub(super) const CHAIR: Who = ("agency.leader", Role::Leader);
pub(super) const AGENCY: Who = ("agency.inspector", Role::Inspector);

pub(super) fn plain(days: u32, who: Who, step: &'static str) -> Line {
    (days, who, step, json!({}))
}

/// Fills the demo with external control; the clock ends where it began.
pub(super) async fn tell(app: &Shared) -> Result<()> {
    let told = tell_all(app).await;
    app.clock.move_to(0);
    told
}

async fn tell_all(app: &Shared) -> Result<()> {
    complaints(app).await?;
    inspection(app).await?;
    lists(app).await?;
    app.clock.move_to(0);
    let (year, number) = half(app, 0);
    let begins = first_day(year, number);
    visit(app, begins).await?;
    desk(app).await?;
    app.clock.move_to(0);
    external_past::tell(app, begins).await
}

pub(super) fn complaint(subject: &str, matter: &str, text: &str) -> Value {
    json!({ "subject": subject, "matter": matter, "text": text, "applicant": "Үлгіов Н. (демо)", "services": [] })
}

/// One that became an inspection, one that waits, one that goes elsewhere (§15), one without a name.
async fn complaints(app: &Shared) -> Result<()> {
    let refused = complaint(
        "akimat-akmola-health",
        "Қызмет көрсетуден бас тарту (демо)",
        "Медициналық қызметке тіркеуден екі рет дәлелсіз бас тартылды, жауап берілмеді.",
    );
    let story = vec![(0, OFFICER, "register-appeal", refused), (1, HEAD, "accept-as-ground", json!({ "ground": "4" }))];
    run_as(app, Procedure::Appeal, "demo-appeal-1", -38, story).await?;
    let late = complaint(
        "akimat-akmola-education",
        "Мерзімнің бұзылуы (демо)",
        "Балабақшаға кезекке қою туралы өтінішке екі апта бойы жауап берілмеді.",
    );
    run_as(app, Procedure::Appeal, "demo-appeal-2", -6, vec![(0, OFFICER, "register-appeal", late)]).await?;
    let clinic = complaint("provider-demo-clinic", "Ақы алу (демо)", "Тегін қызмет үшін ақы талап етілді.");
    run_as(app, Procedure::Appeal, "demo-appeal-3", -1, vec![(0, OFFICER, "register-appeal", clinic)]).await?;
    let nobody = json!({
        "subject": "akimat-akmola-education", "matter": "Кезек (демо)", "text": "Кезек сақталмайды.",
        "anonymous": true, "applicant": null, "applicant_kind": null, "contact": null, "source": "17-7", "services": [],
    });
    run_as(app, Procedure::Appeal, "demo-appeal-4", -2, vec![(0, OFFICER, "register-appeal", nobody)]).await
}

/// An inspection on the complaint, from the act to the request for more time, which waits for the decision.
async fn inspection(app: &Shared) -> Result<()> {
    let draft = json!({
        "ground": "4", "basis": "demo-appeal-1", "subject": "akimat-akmola-health",
        "facts": "Қызмет көрсетуден дәлелсіз бас тарту, жауаптың мерзімінде берілмеуі",
        "matter": "Мемлекеттік қызметтерден бас тартудың негізділігі және мерзімдердің сақталуы (демо)",
        "objects": "Ақмола облысы, Көкшетау қаласы", "requirements": ["1", "7", "8"],
        "officers": [OFFICER.0, SECOND.0],
    });
    let found = |requirement: &str, count: u32, text: &str| json!({ "requirement": requirement, "count": count, "description": text, "evidence": "Өтініштерді тіркеу журналы" });
    let story = vec![
        (0, OFFICER, "draft-appointment", draft),
        plain(0, HEAD, "sign-appointment"),
        plain(0, OFFICER, "record-registration"),
        plain(0, OFFICER, "study-materials"),
        plain(1, OFFICER, "start-inspection"),
        plain(1, OFFICER, "make-request"),
        plain(1, HEALTH, "answer-inspection-request"),
        (1, OFFICER, "record-violation", found("7", 2, "Тіркеуден екі рет дәлелсіз бас тартылған")),
        (0, SECOND, "record-violation", found("1", 5, "Бес өтініш мерзімінен кеш орындалған")),
        plain(0, OFFICER, "keep-protected"),
        plain(1, OFFICER, "mark-requirements"),
        plain(0, OFFICER, "draft-results"),
        plain(0, OFFICER, "draft-prescription"),
        plain(0, OFFICER, "sign-results"),
        plain(0, SECOND, "sign-results"),
        plain(0, OFFICER, "sign-prescription"),
        plain(0, SECOND, "sign-prescription"),
        plain(0, OFFICER, "deliver-results"),
        plain(2, HEALTH, "ask-more-time"),
    ];
    run_as(app, Procedure::Inspection, "demo-inspection-1", -12, story).await
}

/// Year and half of a list, so many halves after that of today.
fn half(app: &Shared, after: i16) -> (i16, i16) {
    let today = app.clock.today();
    let halves = today.year() * 2 + i16::from(today.month() > 6) + after;
    (halves / 2, halves % 2 + 1)
}

fn first_day(year: i16, half: i16) -> Date {
    date(year, if half == 1 { 1 } else { 7 }, 1)
}

/// The list of the running half-year, published; that of the next, which waits for the chair.
async fn lists(app: &Shared) -> Result<()> {
    app.clock.move_to(0);
    let select = |subject: &str, reason: &str| json!({ "subject": subject, "reason": reason });
    let reason = "Есептегі кешігулер және шағымдар (демо)";
    let (year, number) = half(app, 0);
    let story = vec![
        (0, AGENCY, "open-list", json!({ "year": year, "half": number.to_string() })),
        (0, AGENCY, "select-subject", select("akimat-akmola-education", reason)),
        (1, AGENCY, "select-subject", select("akimat-akmola-district-arshaly", reason)),
        (1, AGENCY, "select-subject", select("min-justice", reason)),
        plain(1, CHAIR, "approve-list"),
        plain(1, AGENCY, "record-list-registration"),
        plain(2, AGENCY, "publish-list"),
    ];
    let now = app.clock.today();
    // Approved before 10 May or 10 December.
    let begins = (first_day(year, number) - now).get_days() - 75;
    run_as(app, Procedure::HalfYearList, "demo-list-1", begins, story).await?;
    app.clock.move_to(0);
    let (year, number) = half(app, 1);
    let story = vec![
        (0, AGENCY, "open-list", json!({ "year": year, "half": number.to_string() })),
        (0, AGENCY, "select-subject", select("akimat-akmola-health", reason)),
        (0, AGENCY, "select-subject", select("akimat-akmola-district-zerendi", reason)),
    ];
    run_as(app, Procedure::HalfYearList, "demo-list-2", -3, story).await
}

/// A visit from the list, under way; not before the half-year of the list, which begins on `half`.
async fn visit(app: &Shared, half: Date) -> Result<()> {
    let draft = json!({
        "basis": "demo-list-1/1", "subject": "akimat-akmola-education", "objects": "Ақмола облысы, Көкшетау қаласы",
        "matter": "Білім беру саласындағы қызметтердің көрсетілу тәртібі (демо)", "requirements": ["1", "4", "6"],
        "officers": [OFFICER.0],
    });
    let story = vec![
        (0, OFFICER, "draft-appointment", draft),
        plain(0, HEAD, "sign-appointment"),
        plain(0, OFFICER, "record-registration"),
        plain(0, OFFICER, "study-materials"),
        plain(0, OFFICER, "send-start-notice"),
        plain(1, OFFICER, "start-inspection"),
        plain(1, OFFICER, "record-violation"),
    ];
    app.clock.move_to(0);
    let age = (app.clock.today() - half).get_days();
    run_as(app, Procedure::Visit, "demo-visit-1", -age.min(5), story).await
}

/// A control without a visit, whose outcome waits for the signature.
async fn desk(app: &Shared) -> Result<()> {
    let story = vec![
        (
            0,
            AGENCY,
            "open-desk-control",
            json!({ "subject": "min-justice", "matter": "Қызметтердің мерзімінде көрсетілуі (демо)" }),
        ),
        plain(1, AGENCY, "record-desk-source"),
        plain(1, AGENCY, "record-desk-violation"),
        (1, AGENCY, "draft-desk-outcome", json!({ "for_visit": true, "visit_reason": "Кешігулер қайталанған (демо)" })),
    ];
    run_as(app, Procedure::DeskControl, "demo-desk-1", -7, story).await
}
