//! External control, drawn: each document in both languages and every copy as it is frozen, and before that as a draft.

use law::{
    case::{Answers, DocumentKind, Procedure, Role, fact::hex},
    ch2_external::p11_risk,
};
use sapa::door::{self, Done};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{OBJECT, OBJECT_BODY, Product, Visitor, both, day, set_day};

const INSPECTOR: &str = "td-akmola.inspector.inspector";
const LEADER: &str = "td-akmola.leader.leader";
const AGENCY_INSPECTOR: &str = "agency.inspector.inspector";
const CHAIR: &str = "agency.leader.leader";
const TERRITORIAL: &str = "agency-td-akmola";
/// What the officers keep apart (§34).
const SECRET: &str = "Құпия келісімшарт № 7/К";

/// A case that is gone through.
struct Way<'a> {
    product: &'a Product,
    procedure: Procedure,
    case: &'a str,
}

impl Way<'_> {
    async fn desk(&self, grant: &str) -> door::Desk {
        let actor = self.product.actor(grant).await;
        match door::open(&self.product.app, &actor, self.case).await.unwrap() {
            Some(desk) => desk,
            None => door::blank(&self.product.app, &actor, self.procedure, self.case).await.unwrap(),
        }
    }

    /// Takes a step with the law's own example, changed in these answers.
    async fn go(&self, grant: &str, id: &str, change: Value) -> Done {
        self.tries(grant, id, change, None).await.unwrap_or_else(|trouble| panic!("{id}: {trouble:?}"))
    }

    async fn tries(&self, grant: &str, id: &str, change: Value, key: Option<&str>) -> Result<Done, door::Trouble> {
        let desk = self.desk(grant).await;
        let step = self.procedure.step(id).expect("a step of that name");
        let mut answers = step.samples(&desk.view(None)).into_iter().next().unwrap_or_default();
        merge(&mut answers, change);
        let (procedure, case, key) = (self.procedure, self.case, key.map(str::to_owned));
        let request = door::Request { procedure, case, step: id, answers, version: None, key };
        door::take(&self.product.app, &self.product.actor(grant).await, request).await
    }

    /// Whether the subject can open each of the three copies of a document.
    async fn opens(&self, done: &Done) -> [bool; 3] {
        let subject = Visitor::persona(self.product, OBJECT).await;
        let [document] = done.documents.as_slice() else { panic!("{:?}", done.documents) };
        let mut found = [false; 3];
        for (at, file) in ["kk", "kk-2", "kk-3"].into_iter().enumerate() {
            let path = format!("/documents/{}/{}/{file}.pdf", document.code, document.version);
            let answer = subject.get(&path).await;
            found[at] = answer.status == 200;
            answer.expect(if found[at] { 200 } else { 404 });
        }
        found
    }

    /// The same for a step that freezes a document: that version of it, and nothing kept apart in it.
    async fn issue(&self, grant: &str, id: &str, change: Value, kind: DocumentKind, version: u32) {
        let done = self.go(grant, id, change).await;
        let [document] = done.documents.as_slice() else { panic!("{id}: {:?}", done.documents) };
        assert_eq!((document.kind, document.version), (kind, version), "{id}");
        assert_eq!(document.files.len(), usize::from(kind.copies()) * 2, "{id}");
        let desk = self.desk(grant).await;
        let people = door::names(&self.product.app, &desk.case).await.unwrap();
        for file in &document.files {
            let language = language(file.language.word());
            let app = &self.product.app;
            let paper = door::paper(app, &desk, Some(document), kind, file.copy, &people, language).expect(id);
            let text = serde_json::to_string(&paper).unwrap();
            assert!(!text.contains(SECRET), "{id}: {text}");
            assert!(!text.contains("paper-") && !text.contains("checklist-"), "{id}: a word is missing: {text}");
            let pdf = documents::pdf(&paper, language).unwrap();
            assert_eq!(hex(&Sha256::digest(&pdf)), file.sha256, "{id}: {} drawn again", file.name());
            let pages = documents::svg_pages(&paper, language).unwrap();
            assert!(!pages.is_empty() && pages.iter().all(|p| p.starts_with("<svg")), "{id}");
        }
    }

    /// The draft of a document that is known before it is signed, with empty lines.
    async fn draft(&self, grant: &str, kind: DocumentKind) {
        let desk = self.desk(grant).await;
        let people = door::names(&self.product.app, &desk.case).await.unwrap();
        for language in documents::Language::ALL {
            let paper = door::paper(&self.product.app, &desk, None, kind, 1, &people, language);
            let paper = paper.unwrap_or_else(|| panic!("a draft of {kind:?}"));
            assert!(paper.head().draft && paper.head().number.is_none());
            assert!(!documents::svg_pages(&paper, language).unwrap().is_empty());
        }
    }

    /// There is nothing to see of a document before the answers of its step, nor of one that is issued.
    async fn no_draft(&self, grant: &str, kind: DocumentKind) {
        let desk = self.desk(grant).await;
        let people = door::names(&self.product.app, &desk.case).await.unwrap();
        let paper = door::paper(&self.product.app, &desk, None, kind, 1, &people, documents::Language::Kk);
        assert!(paper.is_none(), "{kind:?}");
    }

    /// Draft, signature, registration, materials, notice; then it is its first day.
    async fn until_start(&self, change: Value) {
        self.go(INSPECTOR, "draft-appointment", change).await;
        self.draft(LEADER, DocumentKind::AppointmentAct).await;
        self.issue(LEADER, "sign-appointment", Value::Null, DocumentKind::AppointmentAct, 1).await;
        self.go(INSPECTOR, "record-registration", Value::Null).await;
        self.go(INSPECTOR, "study-materials", Value::Null).await;
        self.draft(INSPECTOR, DocumentKind::StartNotice).await;
        self.issue(INSPECTOR, "send-start-notice", Value::Null, DocumentKind::StartNotice, 1).await;
        let desk = self.desk(INSPECTOR).await;
        set_day(desk.case.inspection().and_then(|i| i.appointment.as_ref()).expect("an appointment").start);
    }

    async fn signed_by_both(&self, second: &str, step: &str, kind: DocumentKind) {
        self.draft(INSPECTOR, kind).await;
        self.issue(INSPECTOR, step, Value::Null, kind, 1).await;
        self.issue(second, step, Value::Null, kind, 2).await;
    }
}

fn merge(answers: &mut Answers, change: Value) {
    for (name, value) in change.as_object().into_iter().flatten() {
        answers.0.insert(name.clone(), value.clone());
    }
}

fn language(word: &str) -> documents::Language {
    documents::Language::ALL.into_iter().find(|l| l.code() == word).expect("a language of documents")
}

/// Two officers of the territorial body: their grants' users, and the second's grant.
async fn officers(product: &Product) -> (Vec<String>, String) {
    let second = product.person(TERRITORIAL, Role::Inspector).await;
    (vec![product.actor(INSPECTOR).await.user, product.actor(&second).await.user], second)
}

async fn criteria(product: &Product) {
    let set = p11_risk::sample();
    let edit = store::Edit { by: json!({"name": "test"}), at: crate::support::now() };
    let data = serde_json::to_value(&set).unwrap();
    let row = store::criteria::NewCriteria { id: set.id, valid_from: set.valid_from, valid_to: None, data };
    store::criteria::put(product.db(), &row, &edit).await.unwrap();
}

both! {
    async fn an_inspection_is_drawn_from_its_act_to_the_request_for_a_report(product: &Product) {
        use DocumentKind as D;
        let way = Way { product, procedure: Procedure::Inspection, case: "тексеру1" };
        let (users, second) = officers(product).await;
        let specialist = json!({"name": "Демо Н. М.", "position": "бас маман", "organisation": "«Демо» АҚ"});
        way.until_start(json!({"subject": OBJECT_BODY, "officers": [users[0]], "specialists": [specialist],
            "reference_on": "2025-04-18"})).await;
        way.no_draft(LEADER, D::OfficersNotice).await;
        way.issue(LEADER, "change-officers", json!({"officers": users}), D::OfficersNotice, 1).await;
        way.no_draft(LEADER, D::OfficersNotice).await;
        way.go(INSPECTOR, "start-inspection", Value::Null).await;
        way.go(INSPECTOR, "keep-protected", json!({"title": SECRET, "text": SECRET})).await;
        way.issue(INSPECTOR, "draw-protocol", Value::Null, D::ObstructionProtocol, 1).await;
        way.issue(LEADER, "suspend-inspection", Value::Null, D::SuspensionNotice, 1).await;
        day("2025-04-24");
        way.issue(LEADER, "resume-inspection", Value::Null, D::ResumptionNotice, 1).await;
        way.issue(LEADER, "extend-inspection", Value::Null, D::AdditionalAct, 1).await;
        way.go(INSPECTOR, "record-registration", Value::Null).await;
        way.draft(INSPECTOR, D::ExtensionNotice).await;
        way.issue(INSPECTOR, "send-extension-notice", Value::Null, D::ExtensionNotice, 1).await;
        let service = product.app.registry().services.keys().min().cloned();
        way.go(INSPECTOR, "record-violation", json!({"services": [service]})).await;
        way.go(INSPECTOR, "record-violation", Value::Null).await;
        way.go(INSPECTOR, "mark-requirements", Value::Null).await;
        way.go(INSPECTOR, "draft-results", json!({"recommendations": "Қызметкерлерді оқыту"})).await;
        way.go(INSPECTOR, "draft-prescription", Value::Null).await;
        way.signed_by_both(&second, "sign-results", D::ResultsAct).await;
        way.signed_by_both(&second, "sign-prescription", D::Prescription).await;
        way.issue(INSPECTOR, "deliver-results", Value::Null, D::ResultsAct, 3).await;
        way.issue(OBJECT, "object-to-results", Value::Null, D::ResultsAct, 4).await;
        way.issue(LEADER, "refer-crime", Value::Null, D::Referral, 1).await;
        way.no_draft(LEADER, D::MoreTimeDecision).await;
        way.go(OBJECT, "ask-more-time", json!({"items": ["2"]})).await;
        way.issue(LEADER, "decide-more-time", Value::Null, D::MoreTimeDecision, 1).await;
        day("2025-09-01");
        way.issue(INSPECTOR, "request-report", Value::Null, D::ReportRequest, 1).await;
        assert!(store::verify::database(product.db()).await.unwrap().sound());
    }

    async fn p24_the_subject_reads_its_copy_once_it_is_handed_over(product: &Product) {
        let way = Way { product, procedure: Procedure::Inspection, case: "тексеру3" };
        let (users, _) = officers(product).await;
        way.until_start(json!({"subject": OBJECT_BODY, "officers": [users[0]]})).await;
        way.go(INSPECTOR, "start-inspection", Value::Null).await;
        // The same key is another key for another step.
        for step in ["record-violation", "mark-requirements"] {
            let before = product.kinds(way.case).await.len();
            way.tries(INSPECTOR, step, Value::Null, Some("k")).await.unwrap();
            way.tries(INSPECTOR, step, Value::Null, Some("k")).await.unwrap();
            assert_eq!(product.kinds(way.case).await.len(), before + 1, "{step}");
        }
        way.go(INSPECTOR, "draft-results", json!({"results": "ЖОБАДАҒЫ МӘТІН"})).await;
        way.go(INSPECTOR, "draft-prescription", Value::Null).await;
        let act = way.go(INSPECTOR, "sign-results", Value::Null).await;
        way.go(INSPECTOR, "sign-prescription", Value::Null).await;
        assert_eq!(way.opens(&act).await, [false; 3]);
        let subject = Visitor::persona(product, OBJECT).await;
        let words = product.app.words.speaker(sapa::words::Lang::Kk);
        let hidden = ["fact-violation-recorded", "fact-results-drafted", "document-results-act"].map(|key| words.t(key));
        let page = subject.get("/cases/тексеру3").await.expect(200);
        assert!(hidden.iter().all(|text| !page.text().contains(text)), "{}", page.text());
        assert!(!page.text().contains("ЖОБАДАҒЫ МӘТІН"));
        let told = subject.get("/notifications").await.expect(200);
        assert!(!told.text().contains(&hidden[0]), "{}", told.text());
        way.go(INSPECTOR, "deliver-results", Value::Null).await;
        assert_eq!(way.opens(&act).await, [false, true, false]);
        let page = subject.get("/cases/тексеру3").await.expect(200);
        assert!(page.text().contains(&hidden[2]) && !page.text().contains(&hidden[1]), "{}", page.text());
    }

    async fn a_refusal_to_sign_is_a_protocol_with_the_mark_of_the_chancellery(product: &Product) {
        use DocumentKind as D;
        let way = Way { product, procedure: Procedure::Inspection, case: "тексеру2" };
        let (users, second) = officers(product).await;
        way.until_start(json!({"subject": OBJECT_BODY, "officers": users, "ground": "6", "reference_on": null})).await;
        way.go(INSPECTOR, "start-inspection", Value::Null).await;
        way.go(INSPECTOR, "mark-requirements", Value::Null).await;
        way.go(INSPECTOR, "draft-results", Value::Null).await;
        way.signed_by_both(&second, "sign-results", D::ResultsAct).await;
        way.issue(INSPECTOR, "deliver-to-chancellery", json!({"explanation": "Бұзушылықпен келіспейді"}), D::RefusalProtocol, 1).await;
        way.issue(OBJECT, "object-to-results", Value::Null, D::ResultsAct, 3).await;
    }

    async fn p11_of_two_visits_signed_at_once_on_one_entry_one_is_appointed(product: &Product) {
        let list = Way { product, procedure: Procedure::HalfYearList, case: "тізім2" };
        criteria(product).await;
        list.go(AGENCY_INSPECTOR, "open-list", Value::Null).await;
        list.go(AGENCY_INSPECTOR, "select-subject", json!({"subject": OBJECT_BODY})).await;
        list.go(CHAIR, "approve-list", Value::Null).await;
        day("2025-07-08");
        let (users, _) = officers(product).await;
        let visits = ["бару2", "бару3"].map(|case| Way { product, procedure: Procedure::Visit, case });
        for visit in &visits {
            let draft = json!({"subject": OBJECT_BODY, "basis": "тізім2/1", "officers": [users[0]]});
            visit.go(INSPECTOR, "draft-appointment", draft).await;
        }
        let sign = async |visit: &Way<'_>| visit.tries(LEADER, "sign-appointment", Value::Null, None).await;
        let (a, b) = tokio::join!(sign(&visits[0]), sign(&visits[1]));
        let refused = [&a, &b].into_iter().filter_map(|r| r.as_ref().err()).collect::<Vec<_>>();
        let [door::Trouble::Refused(refusal)] = refused.as_slice() else { panic!("{a:?} {b:?}") };
        assert_eq!(refusal.code, "visited-before");
    }

    async fn a_list_leads_to_a_visit_and_its_conclusion(product: &Product) {
        use DocumentKind as D;
        criteria(product).await;
        let list = Way { product, procedure: Procedure::HalfYearList, case: "тізім1" };
        list.go(AGENCY_INSPECTOR, "open-list", Value::Null).await;
        for subject in [OBJECT_BODY, "akimat-akmola-health"] {
            list.go(AGENCY_INSPECTOR, "select-subject", json!({"subject": subject})).await;
        }
        list.draft(CHAIR, D::HalfYearList).await;
        list.issue(CHAIR, "approve-list", Value::Null, D::HalfYearList, 1).await;

        day("2025-07-08");
        let visit = Way { product, procedure: Procedure::Visit, case: "бару1" };
        let (users, second) = officers(product).await;
        visit.until_start(json!({"subject": OBJECT_BODY, "basis": "тізім1/1", "officers": users})).await;
        visit.issue(INSPECTOR, "draw-protocol", Value::Null, D::ObstructionProtocol, 1).await;
        visit.go(INSPECTOR, "mark-requirements", Value::Null).await;
        visit.go(INSPECTOR, "draft-results", json!({"recommendations": "Құжаттар тізбесін жаңартып отыру"})).await;
        visit.go(INSPECTOR, "draft-conclusion", Value::Null).await;
        visit.signed_by_both(&second, "sign-conclusion", D::Conclusion).await;
        visit.issue(INSPECTOR, "deliver-results", Value::Null, D::Conclusion, 3).await;
    }

    async fn appeals_and_control_without_a_visit_are_answered_on_paper(product: &Product) {
        use DocumentKind as D;
        let appeal = Way { product, procedure: Procedure::Appeal, case: "шағым1" };
        appeal.go(INSPECTOR, "register-appeal", json!({"subject": OBJECT_BODY})).await;
        appeal.go(INSPECTOR, "extend-appeal", Value::Null).await;
        appeal.draft(INSPECTOR, D::AppealNotice).await;
        appeal.issue(INSPECTOR, "notify-appeal-extension", Value::Null, D::AppealNotice, 1).await;
        appeal.go(INSPECTOR, "draft-appeal-answer", Value::Null).await;
        appeal.draft(LEADER, D::AppealAnswer).await;
        appeal.issue(LEADER, "answer-appeal", Value::Null, D::AppealAnswer, 1).await;

        let outside = Way { product, procedure: Procedure::Appeal, case: "шағым2" };
        outside.go(INSPECTOR, "register-appeal", json!({"subject": "provider-demo-clinic"})).await;
        outside.issue(INSPECTOR, "forward-appeal", Value::Null, D::ForwardingLetter, 1).await;

        let desk = Way { product, procedure: Procedure::DeskControl, case: "талдау1" };
        desk.go(INSPECTOR, "open-desk-control", json!({"subject": OBJECT_BODY})).await;
        desk.go(INSPECTOR, "record-desk-source", Value::Null).await;
        desk.go(INSPECTOR, "record-desk-violation", Value::Null).await;
        desk.go(INSPECTOR, "draft-desk-outcome", Value::Null).await;
        desk.draft(LEADER, D::DeskOutcome).await;
        desk.issue(LEADER, "issue-desk-outcome", Value::Null, D::DeskOutcome, 1).await;
    }
}
