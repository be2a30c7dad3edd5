//! Scores are the same by what is read for them as by everything that is told.

use std::collections::HashMap;

use jiff::{ToSpan, civil::Date};
use law::ch2_external::{
    dossier::{Appeal, Check, Desk, Dossier, Told, Violated, What},
    p11_risk::Index,
};
use sapa::external::scores;
use serde_json::json;

use crate::support::{OBJECT_BODY, Product, UNIT_HEAD, both};

const SUBJECTS: [&str; 3] = [OBJECT_BODY, "akimat-akmola-health", "min-justice"];

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn some<T>(&mut self, value: T) -> Option<T> {
        (self.below(3) > 0).then_some(value)
    }

    /// A day of the last six years.
    fn day(&mut self, today: Date) -> Date {
        today.saturating_sub(i32::try_from(self.below(6 * 365)).unwrap().days())
    }

    fn appeal(&mut self, day: Date) -> What {
        What::Appeal(Appeal {
            number: "7".into(),
            source: "17-1".into(),
            anonymous: false,
            services: Vec::new(),
            text: "м".into(),
            route: self.some("inspection".into()),
            ground: None,
            handed_to: None,
            answered: self.some(day),
            justified: self.below(2) == 0,
            late: false,
            restored: 0,
        })
    }

    fn check(&mut self, day: Date) -> What {
        let later = day.saturating_add(20.days());
        let violated = |number: u32, severity: &str, dice: &mut Self| Violated {
            number,
            requirement: number.to_string(),
            severity: severity.into(),
            count: 1,
            description: "м".into(),
            term: dice.some(later.saturating_add(30.days())),
            eliminated: dice.below(2) == 0,
            unremedied: dice.below(2) == 0,
        };
        let delivered = self.some(later);
        What::Check(Box::new(Check {
            visit: true,
            ground: None,
            basis: None,
            matter: "м".into(),
            period: None,
            requirements: vec!["1".into(), "2".into(), "5".into()],
            officers: Vec::new(),
            start: day,
            end: later,
            appointed: Some(day),
            act: Some(1),
            started: self.some(day),
            delivered,
            abandoned: self.below(5) == 0,
            closed: None,
            violations: vec![violated(1, "significant", self), violated(2, "gross", self)],
            prescription: delivered.map(|on| (3, on)),
        }))
    }

    fn desk(&mut self, day: Date) -> What {
        What::Desk(Desk { matter: "м".into(), violations: Vec::new(), for_visit: true, issued: self.some(day) })
    }
}

both! {
    async fn a_score_is_the_same_by_what_is_read_for_it(product: &Product) {
        let (app, today) = (&product.app, product.app.clock.today());
        let mut dice = Dice(7);
        let told = |n: usize| {
            let on = dice.day(today);
            let what = match dice.below(6) {
                0 => dice.check(on),
                1 => dice.desk(on),
                _ => dice.appeal(on),
            };
            let subject = Some(SUBJECTS[n % SUBJECTS.len()].to_owned());
            Told { case: "many".into(), item: n.to_string(), body: "agency".into(), subject, on, what }
        };
        let all: Vec<Told> = (0..300).map(told).collect();
        product.step(UNIT_HEAD, "many", "draft-order", json!({ "object": OBJECT_BODY })).await.unwrap();
        let row = store::cases::load(product.db(), "many").await.unwrap().unwrap();
        let all = scores::numbered(all, &HashMap::from([("many".to_owned(), row.reference.clone())]));
        let mut model = sapa::readmodel::rebuild(app, &row).await.unwrap();
        model.told.clone_from(&all);
        store::cases::replace_read_model(product.db(), row.version, &model).await.unwrap();
        let (registry, criteria) = (app.registry(), scores::criteria(app).await.unwrap());
        let whole = Dossier { told: all, criteria: criteria.clone(), ..Dossier::default() };
        let every = Index::of(&whole);
        let numbers = store::told::references(product.db(), SUBJECTS[0]).await.unwrap();
        let mut read = scores::dossier(app, None, today).await.unwrap();
        read.told = scores::numbered(read.told, &numbers);
        assert!(read.told.len() < whole.told.len() / 2, "{} of {}", read.told.len(), whole.told.len());
        for subject in SUBJECTS {
            let expected = scores::on(&every, &criteria, &registry.tree, subject, today);
            assert!(expected.as_ref().is_some_and(|score| score.total > 0), "{subject}");
            assert_eq!(scores::on(&Index::of(&read), &criteria, &registry.tree, subject, today), expected, "{subject}");
            let territory = &registry.tree.get(subject).unwrap().territory;
            let mut near = scores::dossier(app, Some(territory), today).await.unwrap();
            near.told = scores::numbered(near.told, &numbers);
            assert_eq!(scores::on(&Index::of(&near), &criteria, &registry.tree, subject, today), expected, "{subject}");
            let one = scores::dossier_of(app, subject).await.unwrap();
            let days = scores::days(today);
            let expected = scores::history(&every, &criteria, &registry.tree, subject, &days);
            assert_eq!(scores::history(&Index::of(&one), &criteria, &registry.tree, subject, &days), expected);
        }
    }
}
