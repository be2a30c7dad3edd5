//! What a case of external control is told of others, and to whom an appeal handed over (§41) is known.

use law::{
    case::Procedure,
    ch2_external::{
        dossier::{Appeal, Check, Entry, Told, What},
        p11_risk::{self, CriteriaSet},
    },
};
use sapa::door;
use serde_json::json;

use crate::support::{LEADER, OBJECT_BODY, Product, UNIT_HEAD, both};

const INSPECTOR: &str = "td-akmola.inspector.inspector";

fn appeal(case: &str, body: &str, handed_to: Option<&str>) -> Told {
    Told {
        case: case.into(),
        item: String::new(),
        body: body.into(),
        subject: Some(OBJECT_BODY.into()),
        on: "2025-04-01".parse().unwrap(),
        what: What::Appeal(Appeal {
            number: "7".into(),
            ground: None,
            source: "paper".into(),
            anonymous: false,
            services: Vec::new(),
            text: "мәтін".into(),
            route: Some("internal".into()),
            handed_to: handed_to.map(Into::into),
            answered: None,
            justified: false,
            late: false,
            restored: 0,
        }),
    }
}

fn check(case: &str, body: &str) -> Told {
    let day = "2025-03-03".parse().unwrap();
    let what = What::Check(Box::new(Check {
        visit: false,
        ground: Some("4".into()),
        basis: None,
        matter: "м".into(),
        period: None,
        requirements: Vec::new(),
        officers: Vec::new(),
        start: day,
        end: day,
        appointed: None,
        act: None,
        started: None,
        delivered: None,
        abandoned: false,
        closed: None,
        violations: Vec::new(),
        prescription: None,
    }));
    Told { what, ..appeal(case, body, None) }
}

/// A case that tells this, in the place of what it would tell.
async fn tells(product: &Product, case: &str, told: Told) {
    product.step(UNIT_HEAD, case, "draft-order", json!({ "object": OBJECT_BODY })).await.unwrap();
    let row = store::cases::load(product.db(), case).await.unwrap().unwrap();
    let mut model = sapa::readmodel::rebuild(&product.app, &row).await.unwrap();
    assert_eq!(model.told, []);
    model.told = vec![told];
    store::cases::replace_read_model(product.db(), row.version, &model).await.unwrap();
}

async fn known(product: &Product, grant: &str, procedure: Procedure) -> Vec<String> {
    let actor = product.actor(grant).await;
    let desk = door::blank(&product.app, &actor, procedure, "blank").await.unwrap();
    let mut names: Vec<String> = desk.dossier.told.iter().map(Told::name).collect();
    names.sort();
    names
}

both! {
    async fn each_procedure_is_told_what_it_needs(product: &Product) {
        tells(product, "appeal1", appeal("appeal1", "agency-td-akmola", Some("min-justice"))).await;
        let mut accepted = appeal("appeal2", "agency-td-akmola", None);
        if let What::Appeal(appeal) = &mut accepted.what {
            appeal.route = Some("inspection".into());
        }
        tells(product, "appeal2", accepted).await;
        let mut prescribed = check("check1", "agency-td-akmola");
        if let What::Check(check) = &mut prescribed.what {
            check.prescription = Some((7, prescribed.on));
        }
        tells(product, "check1", prescribed).await;
        tells(product, "check2", check("check2", "agency")).await;
        let entry = Entry { year: 2025, half: 1, by: "agency-td-akmola".into(), approved: true, score: 0, reason: "м".into() };
        tells(product, "list1", Told { what: What::Entry(entry), ..appeal("list1", "agency", None) }).await;
        assert_eq!(known(product, INSPECTOR, Procedure::Inspection).await, ["appeal2", "check1"], "what it may rest on");
        assert_eq!(known(product, INSPECTOR, Procedure::Visit).await, ["list1"], "what its body visits");
        for procedure in [Procedure::DeskControl, Procedure::Appeal] {
            assert!(known(product, INSPECTOR, procedure).await.is_empty(), "{procedure:?}");
        }
        let year = ["check1", "check2", "list1"];
        assert_eq!(known(product, INSPECTOR, Procedure::HalfYearList).await, year, "the checks and entries of its year");
        // §41: the ministry is told of the appeal handed to it, and of nothing else.
        assert_eq!(known(product, UNIT_HEAD, Procedure::ControlEvent).await, ["appeal1"]);
        assert!(known(product, "akmola.unit-head.unit-head", Procedure::ControlEvent).await.is_empty());
        assert!(known(product, UNIT_HEAD, Procedure::AnnualPlan).await.is_empty());
    }

    async fn a_case_is_opened_from_another_by_who_may_read_it(product: &Product) {
        tells(product, "check2", check("check2", "agency")).await;
        tells(product, "check3", check("check3", "agency-td-aktobe")).await;
        let inspector = product.actor(INSPECTOR).await;
        let open = async |actor: &law::case::Actor, from| {
            let desk = door::blank_from(&product.app, actor, Procedure::Inspection, "blank", from).await.unwrap();
            let told: Vec<_> = desk.dossier.told.iter().map(Told::name).collect();
            (desk.dossier.from.clone(), told)
        };
        assert_eq!(open(&inspector, "check2").await, (None, vec![]), "not theirs to read");
        assert_eq!(open(&inspector, "nothing").await, (None, vec![]));
        let leader = product.actor(LEADER).await;
        let (from, told) = open(&leader, "check2").await;
        assert_eq!(from.as_deref(), Some("check2"));
        assert_eq!(told, ["check2", "check3"], "with what else is known of its subject");
        let (from, _) = open(&leader, "check2/4").await;
        assert_eq!(from.as_deref(), Some("check2/4"), "an entry of it");
    }

    async fn criteria_come_from_the_product(product: &Product) {
        let set = store::criteria::NewCriteria {
            id: "2026".into(),
            valid_from: "2026-01-01".parse().unwrap(),
            valid_to: None,
            data: serde_json::to_value(CriteriaSet { id: "2026".into(), ..p11_risk::sample() }).unwrap(),
        };
        let edit = store::Edit { by: json!({ "name": "test" }), at: crate::support::now() };
        assert_eq!(door::criteria(&product.app).await.unwrap(), [p11_risk::sample()], "shipped");
        store::criteria::put(product.db(), &set, &edit).await.unwrap();
        let actor = product.actor(INSPECTOR).await;
        let desk = door::blank(&product.app, &actor, Procedure::HalfYearList, "blank").await.unwrap();
        assert_eq!(desk.dossier.criteria.iter().map(|c| &*c.id).collect::<Vec<_>>(), ["2026", "sample"], "lists made by the sample name it");
    }
}
