//! The demo's external control that is over: each kind of document is in one of these cases.

use jiff::civil::Date;
use law::case::{Procedure, Role};
use serde_json::json;

use super::{
    external_stories::{AGENCY, CHAIR, HEAD, OFFICER, SECOND, complaint, plain},
    stories::{Result, Who, run_as},
};
use crate::app::Shared;

const DISTRICT: Who = ("arshaly.head", Role::ControlObjectHead);

/// Fills the demo; the visit is left out where the half-year of its list, which begins on `half`, is too young for it.
pub(super) async fn tell(app: &Shared, half: Date) -> Result<()> {
    appeals(app).await?;
    inspection(app).await?;
    desk(app).await?;
    let age = (app.clock.today() - half).get_days();
    if age < 60 {
        return Ok(());
    }
    visit(app, -age.min(100)).await
}

/// One that is for another body (§15), one whose review took longer.
async fn appeals(app: &Shared) -> Result<()> {
    let clinic = complaint(
        "provider-demo-clinic",
        "Қабылдау уақыты (демо)",
        "Дәрігердің қабылдауы себепсіз кейінге қалдырылды.",
    );
    let story = vec![
        (0, OFFICER, "register-appeal", clinic),
        (
            1,
            OFFICER,
            "forward-appeal",
            json!({ "to_organisation": "Медициналық бақылау комитетінің Ақмола облысы бойынша департаменті", "reason": "Медициналық қызмет көрсетуді бақылау" }),
        ),
        plain(3, OFFICER, "acknowledge-forwarding"),
    ];
    run_as(app, Procedure::Appeal, "demo-appeal-5", -31, story).await?;
    let long = complaint(
        "akimat-akmola-education",
        "Жолдама беру (демо)",
        "Балабақшаға жолдама стандартта белгіленген мерзімде берілмеді.",
    );
    let answer = json!({
        "outcome": "justified", "recipients": 1, "restoration": "Жолдама берілді",
        "text": "Шағымда көрсетілген фактілер расталды: жолдама стандартта белгіленген мерзімнен екі жұмыс күні кеш берілген. Кешігуге кезек жүйесінің жаңартылуы себеп болған.",
        "measures": "Көрсетілетін қызметті берушіге бұзушылыққа жол бермеу туралы хат жолданды",
    });
    let story = vec![
        (0, OFFICER, "register-appeal", long),
        (9, OFFICER, "extend-appeal", json!({ "reason": "Кезек жүйесінің журналы сұратылды" })),
        plain(1, OFFICER, "notify-appeal-extension"),
        (6, OFFICER, "draft-appeal-answer", answer),
        plain(1, HEAD, "answer-appeal"),
    ];
    run_as(app, Procedure::Appeal, "demo-appeal-6", -48, story).await
}

/// The act on results was not signed, the term of the prescription passed in silence, the request was answered.
async fn inspection(app: &Shared) -> Result<()> {
    let draft = json!({
        "ground": "5", "basis": null, "subject": "akimat-akmola-district-arshaly", "reference": "7-14/3318",
        "facts": "Аудандағы мекенжай анықтамаларын беру мерзімдерінің бұзылуы туралы прокурордың нұсқауы (демо)",
        "matter": "Мекенжай анықтамаларын беру мерзімдерінің сақталуы (демо)",
        "objects": "Ақмола облысы, Аршалы ауданы, Аршалы кенті", "requirements": ["1", "8"],
        "officers": [OFFICER.0, SECOND.0],
    });
    let found = |requirement: &str, count: u32, text: &str| json!({ "requirement": requirement, "count": count, "description": text, "evidence": "Анықтамаларды беру журналы" });
    let refused = json!({
        "to_name": "Үлгібай А. (демо)", "to_position": "аудан әкімінің орынбасары", "incoming": "№ 02-11/418",
        "explanation": "Бұзушылықтардың санымен келіспейді, себебін жазбаша түсіндіруден бас тартты.",
    });
    let crime = json!({
        "organisation": "Ақмола облысының Сыбайлас жемқорлыққа қарсы іс-қимыл басқармасы (демо)",
        "facts": "Үш анықтаманың берілген күні журналда кейіннен түзетілген, түзетулер туралы жазба жоқ.",
    });
    let story = vec![
        (0, OFFICER, "draft-appointment", draft),
        plain(0, HEAD, "sign-appointment"),
        plain(0, OFFICER, "record-registration"),
        plain(0, OFFICER, "study-materials"),
        plain(0, OFFICER, "send-start-notice"),
        plain(2, OFFICER, "start-inspection"),
        (1, OFFICER, "record-violation", found("1", 12, "Он екі анықтама мерзімінен кеш берілген")),
        (0, SECOND, "record-violation", found("8", 1, "Сенбі күнгі қабылдау кестесі сақталмаған")),
        (1, HEAD, "refer-crime", crime),
        plain(0, OFFICER, "mark-requirements"),
        plain(1, OFFICER, "draft-results"),
        plain(0, OFFICER, "draft-prescription"),
        plain(0, OFFICER, "sign-results"),
        plain(0, SECOND, "sign-results"),
        plain(0, OFFICER, "sign-prescription"),
        plain(0, SECOND, "sign-prescription"),
        (0, OFFICER, "deliver-to-chancellery", refused),
        plain(10, OFFICER, "request-report"),
        plain(0, DISTRICT, "receive-report-request"),
        plain(2, DISTRICT, "answer-report-request"),
        plain(1, OFFICER, "accept-elimination"),
        plain(1, OFFICER, "close-inspection"),
    ];
    run_as(app, Procedure::Inspection, "demo-inspection-2", -75, story).await
}

/// A visit of the list whose act was not accepted, that stood still, took longer and found nothing.
async fn visit(app: &Shared, begins: i32) -> Result<()> {
    let draft = json!({
        "basis": "demo-list-1/2", "subject": "akimat-akmola-district-arshaly", "objects": "Ақмола облысы, Аршалы ауданы, Аршалы кенті",
        "matter": "Аудандағы қызметтердің көрсетілу тәртібі (демо)", "requirements": ["1", "4", "6"], "officers": [OFFICER.0],
    });
    let protocol = json!({
        "obstruction": "act-refused", "time": "10:00", "place": "Аршалы кенті",
        "description": "Аудан әкімі аппаратының басшысы тағайындау туралы актіні қабылдамады.",
        "to_name": "Мысалқан Ж. (демо)", "to_position": "аудан әкімі аппаратының басшысы",
        "explanation": "Аудан әкімінің тапсырмасынсыз қабылдай алмаймын.",
    });
    let extension =
        json!({ "extension_ground": "foreign-information", "reason": "Шет мемлекеттің органынан жауап күтілуде" });
    let conclusion = json!({
        "text": "Аудан әкімдігі көрсеткен қызметтердің мерзімдері мен тәртібі, талап етілген құжаттардың тізбесі іріктеп тексерілді. Тексеру парағының талаптары сақталған.",
    });
    let story = vec![
        (0, OFFICER, "draft-appointment", draft),
        plain(0, HEAD, "sign-appointment"),
        plain(0, OFFICER, "record-registration"),
        plain(0, OFFICER, "study-materials"),
        plain(0, OFFICER, "send-start-notice"),
        (2, OFFICER, "draw-protocol", protocol),
        (1, HEAD, "suspend-inspection", json!({ "reason": "Аудан әкімдігінің ақпараттық жүйесі жөнделуде" })),
        plain(3, HEAD, "resume-inspection"),
        (1, HEAD, "extend-inspection", extension),
        (0, OFFICER, "record-registration", json!({ "of": "extension" })),
        plain(0, OFFICER, "send-extension-notice"),
        plain(2, OFFICER, "mark-requirements"),
        plain(1, OFFICER, "draft-results"),
        (0, OFFICER, "draft-conclusion", conclusion),
        plain(0, OFFICER, "sign-conclusion"),
        plain(1, OFFICER, "deliver-results"),
        plain(4, OFFICER, "close-inspection"),
    ];
    run_as(app, Procedure::Visit, "demo-visit-2", begins, story).await
}

/// A control without a visit whose outcome went out.
async fn desk(app: &Shared) -> Result<()> {
    let story = vec![
        (
            0,
            AGENCY,
            "open-desk-control",
            json!({ "subject": "min-justice", "matter": "Электрондық қызметтердің қолжетімділігі (демо)" }),
        ),
        plain(1, AGENCY, "record-desk-source"),
        plain(1, AGENCY, "record-desk-violation"),
        (
            2,
            AGENCY,
            "draft-desk-outcome",
            json!({ "text": "Электрондық өтініштердің жеті пайызы стандартта белгіленген мерзімнен кеш орындалған. Кешігулер ақпараттық жүйенің жоспарланбаған тоқтауларымен байланысты." }),
        ),
        plain(1, CHAIR, "issue-desk-outcome"),
        plain(1, AGENCY, "close-desk-control"),
    ];
    run_as(app, Procedure::DeskControl, "demo-desk-2", -60, story).await
}
