//! Subjects, planning and criteria of external control: for whom they are, and every page in three languages.

use law::{
    case::{Procedure, Role},
    ch2_external::{dossier::Told, p11_risk},
};
use sapa::{door, words::Lang};
use serde_json::{Value, json};
use store::{Edit, criteria::NewCriteria};

use crate::support::{Product, Visitor, between, both, day, links, play};

const INSPECTOR: &str = "agency.inspector.inspector";
const LEADER: &str = "agency.leader.leader";
const ADMINISTRATOR: &str = "agency.admin.administrator";
/// A subject of the Agency, and one of its body in Akmola.
const CENTRAL: &str = "min-justice";
const LOCAL: &str = "min-justice-td-akmola";

/// The shipped criteria, approved.
async fn approved(product: &Product) {
    let set = p11_risk::CriteriaSet { id: "order-1".into(), sample: false, ..p11_risk::sample() };
    let data = serde_json::to_value(&set).unwrap();
    let kept = NewCriteria { id: set.id, valid_from: set.valid_from, valid_to: None, data };
    let edit = Edit { by: json!({"name": "test"}), at: crate::support::now() };
    store::criteria::put(product.db(), &kept, &edit).await.unwrap();
}

async fn take(product: &Product, grant: &str, procedure: Procedure, case: &str, step: &str, change: Value) {
    let actor = product.actor(grant).await;
    let answers = if procedure.steps()[0].id() == step {
        play::blank_sample(product, grant, procedure, case, change).await
    } else {
        play::sample(product, grant, case, step, change).await
    };
    let request = door::Request { procedure, case, step, answers, version: None, key: None };
    door::take(&product.app, &actor, request).await.unwrap_or_else(|trouble| panic!("{step}: {trouble:?}"));
}

/// A list with two subjects, published; a control without a visit and an inspection in hand.
async fn begun(product: &Product) {
    approved(product).await;
    day("2025-05-05");
    let list =
        |step: &'static str, change: Value| take(product, INSPECTOR, Procedure::HalfYearList, "list1", step, change);
    list("open-list", json!({"year": 2025, "half": "2"})).await;
    list("select-subject", json!({"subject": CENTRAL, "month": 9})).await;
    list("select-subject", json!({"subject": LOCAL, "month": 10})).await;
    take(product, INSPECTOR, Procedure::DeskControl, "desk01", "open-desk-control", json!({"subject": CENTRAL})).await;
}

async fn published(product: &Product) {
    take(product, LEADER, Procedure::HalfYearList, "list1", "approve-list", json!({})).await;
    for step in ["record-list-registration", "publish-list"] {
        take(product, INSPECTOR, Procedure::HalfYearList, "list1", step, json!({})).await;
    }
}

fn pages(subject: &str) -> Vec<String> {
    let mut pages: Vec<String> =
        ["", "/score", "/score?on=2025-03-31", "/score?on=x"].map(|rest| format!("/subjects/{subject}{rest}")).into();
    let plain = ["/subjects", "/subjects?q=x&degree=high&territory=akmola&page=3", "/planning", "/planning/load"];
    pages.extend(plain.map(str::to_owned));
    pages.extend(
        ["/planning/calendar", "/planning/calendar?month=2025-09", "/criteria", "/criteria/order-1"].map(str::to_owned),
    );
    pages
}

both! {
    async fn only_the_agency_and_its_bodies_see_subjects_and_plans(product: &Product) {
        begun(product).await;
        let all = pages(CENTRAL);
        let anybody = Visitor::anybody(product).await;
        for path in &all {
            assert!(anybody.get(path).await.expect(303).location().starts_with("/sign-in"), "{path}");
        }
        for body in ["agency", "agency-td-kostanay", "min-justice", LOCAL] {
            for role in Role::ALL {
                let grant = product.person(body, role).await;
                let visitor = Visitor::persona(product, &grant).await;
                let sees = matches!(role, Role::Inspector | Role::Leader | Role::Analyst | Role::Observer);
                for path in &all {
                    let of_subject = path.starts_with("/subjects/");
                    let criteria = path.starts_with("/criteria");
                    let expected = match body {
                        "agency" => sees || criteria && role == Role::Administrator,
                        "agency-td-kostanay" => !of_subject && (sees || criteria && role == Role::Administrator),
                        _ => false,
                    };
                    let status = visitor.get(path).await.status.as_u16();
                    assert_eq!(status, if expected { 200 } else { 404 }, "{body} {} {path}", role.word());
                }
                let edits = body == "agency" && matches!(role, Role::Leader | Role::Administrator);
                let status = visitor.get("/criteria/new").await.status.as_u16();
                assert_eq!(status, if edits { 200 } else { 404 }, "{body} {} /criteria/new", role.word());
                // The list is a draft: it is for the Agency alone.
                let drafts = body == "agency" && sees;
                for path in ["/planning/lists/list1", "/planning/candidates?list=list1"] {
                    let status = visitor.get(path).await.status.as_u16();
                    assert_eq!(status, if drafts { 200 } else { 404 }, "{body} {} {path}", role.word());
                }
            }
        }
        let akmola = Visitor::persona(product, "td-akmola.inspector.inspector").await;
        for path in pages(LOCAL) {
            akmola.get(&path).await.expect(200);
        }
        for path in ["/subjects/agency", "/subjects/agency-td-akmola", "/subjects/nobody", "/subjects/min-justice"] {
            akmola.get(path).await.expect(404);
        }
        let agency = Visitor::persona(product, INSPECTOR).await;
        for path in ["/", "/external", "/half-year-lists"] {
            for (visitor, begins) in [(&akmola, false), (&agency, true)] {
                let page = visitor.get(path).await.expect(200).html();
                assert_eq!(page.contains("href=\"/open/half-year-list\""), begins, "{} {path}", visitor.grant);
            }
        }
        let list = akmola.get("/subjects").await.expect(200).html();
        assert!(list.contains(&format!("/subjects/{LOCAL}\"")) && !list.contains("/subjects/min-justice\""));
    }

    async fn pages_of_external_control_speak_three_languages(product: &Product) {
        begun(product).await;
        let lists = [
            "/planning/lists/list1",
            "/planning/candidates?list=list1",
            "/planning/candidates?list=list1&degree=other&page=2",
            "/cases/list1",
            "/cases/desk01",
        ];
        for lang in Lang::ALL {
            let inspector = Visitor::persona(product, INSPECTOR).await;
            inspector.get(&format!("/?lang={}", lang.code())).await.expect(200);
            let paths = pages(CENTRAL).into_iter().chain(pages(LOCAL)).chain(lists.map(str::to_owned));
            for path in paths {
                right(&inspector, &path, lang).await;
            }
            let administrator = Visitor::persona(product, ADMINISTRATOR).await;
            administrator.get(&format!("/?lang={}", lang.code())).await.expect(200);
            for path in ["/criteria/new", "/criteria/new?from=order-1", "/criteria/sample"] {
                right(&administrator, path, lang).await;
            }
        }
    }

    async fn a_subject_shows_its_cases_and_leads_on(product: &Product) {
        begun(product).await;
        let inspector = Visitor::persona(product, INSPECTOR).await;
        let page = inspector.get(&format!("/subjects/{CENTRAL}")).await.expect(200).html();
        assert!(page.contains("href=\"/cases/desk01\"") && page.contains("href=\"/cases/list1\""));
        for link in links(&page).iter().filter(|l| l.starts_with("/open/") || l.starts_with("/cases/")) {
            inspector.get(link).await.expect(200);
        }
        assert!(page.contains("/open/desk-control?subject=min-justice"));
        let candidates = inspector.get("/planning/candidates?list=list1").await.expect(200).html();
        let select = between(&candidates, "href=\"/cases/list1/steps/select-subject?subject=", "\"").next().unwrap().to_owned();
        let form = inspector.get(&format!("/cases/list1/steps/select-subject?subject={select}")).await.expect(200).html();
        assert!(form.contains(&format!("<option value=\"{select}\" selected")));
    }

    async fn the_appeals_of_a_subject_come_in_pages(product: &Product) {
        let inspector = "td-akmola.inspector.inspector";
        take(product, inspector, Procedure::DeskControl, "desk01", "open-desk-control", json!({"subject": LOCAL})).await;
        let row = store::cases::load(product.db(), "desk01").await.unwrap().unwrap();
        let mut model = sapa::readmodel::rebuild(&product.app, &row).await.unwrap();
        let control = model.told[0].clone();
        let appeal = |n: usize| {
            let data = json!({"kind": "appeal", "number": "1", "source": format!("N{n:03}N"), "anonymous": false,
                "services": [], "text": "x", "route": null, "ground": null, "handed_to": null, "answered": null,
                "justified": false, "late": false, "restored": 0});
            Told { item: n.to_string(), what: serde_json::from_value(data).unwrap(), ..control.clone() }
        };
        model.told.extend((0..110).map(appeal));
        store::cases::replace_read_model(product.db(), row.version, &model).await.unwrap();
        let visitor = Visitor::persona(product, inspector).await;
        let mut path = format!("/subjects/{LOCAL}");
        let mut shown = Vec::new();
        for (page, many) in [(1, 50), (2, 50), (3, 10)] {
            let html = visitor.get(&path).await.expect(200).html();
            let numbers: Vec<String> = between(&html, ">N", "N<").map(str::to_owned).collect();
            assert_eq!(numbers.len(), many, "page {page}");
            assert!(html.contains("/cases/desk01"), "the rest stands on every page");
            shown.extend(numbers);
            path = format!("/subjects/{LOCAL}?page={}", page + 1);
            assert_eq!(html.contains(&format!("href=\"{path}#appeals\"")), page < 3);
        }
        shown.sort();
        shown.dedup();
        assert_eq!(shown.len(), 110);
    }

    async fn published_lists_are_for_anybody_and_drafts_for_nobody(product: &Product) {
        begun(product).await;
        let anybody = Visitor::anybody(product).await;
        let name = product.app.registry().name(CENTRAL, Lang::Kk);
        let before = anybody.get("/public/half-year-lists").await.expect(200).text();
        assert!(!before.contains(&name));
        published(product).await;
        let after = anybody.get("/public/half-year-lists").await.expect(200);
        assert!(after.text().contains(&name) && !after.html().contains("/subjects/"));
        let akmola = Visitor::persona(product, "td-akmola.inspector.inspector").await;
        let list = akmola.get("/planning/lists/list1").await.expect(200).html();
        assert!(list.contains(LOCAL) && list.contains("/open/visit?from=list1%2F2"));
        akmola.get("/planning/candidates?list=list1").await.expect(404);
    }

    async fn a_set_of_criteria_is_recorded_once_it_is_right(product: &Product) {
        let leader = Visitor::persona(product, LEADER).await;
        let form = leader.get("/criteria/new?from=sample").await.expect(200).html();
        let mut fields = filled(&form);
        set(&mut fields, "id", "order-7");
        set(&mut fields, "basis", "Order 7");
        set(&mut fields, "threshold", "101");
        set(&mut fields, "criteria-1-weight", "0");
        let wrong = leader.post("/criteria/new", &pairs(&fields)).await.expect(422).html();
        assert!(wrong.contains("href=\"#threshold\"") && wrong.contains("href=\"#criteria-1-weight\""));
        set(&mut fields, "threshold", "60");
        set(&mut fields, "criteria-1-weight", "70");
        leader.post("/criteria/new", &pairs(&fields)).await.expect(303);
        leader.post("/criteria/new", &pairs(&fields)).await.expect(422);
        let kept = store::criteria::sets(product.db()).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].set.data["criteria"].as_array().unwrap().len(), p11_risk::sample().criteria.len());
        let ledger = store::ledger::latest(product.db(), None, 1).await.unwrap();
        assert_eq!(ledger[0].what, "criteria-changed");
        // Used by a list it is changed no more.
        leader.get("/criteria/order-7/edit").await.expect(200);
        day("2025-05-05");
        take(product, INSPECTOR, Procedure::HalfYearList, "list1", "open-list", json!({"year": 2025, "half": "2"})).await;
        for path in ["/criteria/order-7/edit", "/criteria/sample/edit"] {
            leader.get(path).await.expect(404);
            leader.post(path, &pairs(&fields)).await.expect(404);
        }
        leader.post("/criteria/order-7/remove", &[]).await.expect(404);
        let inspector = Visitor::persona(product, INSPECTOR).await;
        inspector.post("/criteria/new", &pairs(&fields)).await.expect(404);
    }
}

async fn right(visitor: &Visitor<'_>, path: &str, lang: Lang) {
    const KEYS: [&str; 9] =
        ["subject-", "subjects-", "score-", "planning-", "criteria-fault", "candidates-", "risk-", "degree-", "field-"];
    let answer = visitor.get(path).await.expect(200);
    let (html, text) = (answer.html(), answer.text());
    assert!(html.contains(&format!("<html lang=\"{}\"", lang.code())), "{path}");
    assert_eq!(html.matches("<h1").count(), 1, "{path}");
    assert!(!text.contains("{$") && !text.contains("{ $"), "{path}: a value is missing in a sentence");
    let key = text.split_whitespace().find(|w| KEYS.iter().any(|k| w.starts_with(k) && w.len() > k.len()));
    assert_eq!(key, None, "{} {path}", lang.code());
}

/// What a browser would send back of a form: inputs and chosen options.
fn filled(html: &str) -> Vec<(String, String)> {
    let form = between(html, "action=\"/criteria/new\"", "</form>").next().unwrap();
    let value = |tag: &str, name: &str| between(tag, &format!("{name}=\"{}", ""), "\"").next().unwrap_or("").to_owned();
    let mut fields: Vec<(String, String)> =
        between(form, "<input ", ">").map(|tag| (value(tag, " name"), value(tag, " value"))).collect();
    fields.extend(between(form, "<select ", "</select>").map(|select| {
        let chosen = select.split("<option ").find(|o| o.contains(" selected"));
        (value(select, " name"), chosen.map(|o| value(&format!(" {o}"), " value")).unwrap_or_default())
    }));
    let hidden = |name: &str| name == "csrf" || name.is_empty();
    fields.retain(|(name, _)| !hidden(name));
    let plain = |text: &str| text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&");
    fields.into_iter().map(|(name, value)| (name, plain(&value))).collect()
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(n, _)| n != name);
    fields.push((name.to_owned(), value.to_owned()));
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
