//! What a signature freezes, and the acceptances in the order of the chain.

use law::{
    case::FactKind,
    ch3_reports::{Sheet, report::Comment, rollup::Rollup},
};
use store::{
    blobs, cases,
    cases::CommitError,
    journal,
    reports::{
        board, cells,
        talk::{NoteText, comment, frozen, write_note},
        versions::{Acceptance, accepted_since, own_parts, version},
    },
    verify,
};

use super::lives::*;
use crate::{fixtures::*, fresh::both};

both! {
    async fn nobody_signs_what_has_been_changed_since_it_was_read(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        life.fill(db, 3).await;
        let read = cells::in_hand(db, "r-a").await.unwrap();
        let said = Comment { key: "cell/1.1//m1".into(), text: "хат".into() };
        let text = NoteText { heading: "1-1".into(), language: "kk".into(), text: "мәтін".into() };
        for way in 0..3 {
            let read = cells::in_hand(db, "r-a").await.unwrap();
            match way {
                0 => life.save(db, typed(vec![put("1.1", "m1", "4")])).await.n,
                1 => { comment(db, &fills("a"), "r-a", &said, at(50)).await.unwrap(); 0 }
                _ => { write_note(db, &fills("a"), "r-a", std::slice::from_ref(&text), at(50)).await.unwrap(); 0 }
            };
            let stale = life.sign_as_read(db, &read, &[]).await;
            assert!(matches!(stale, Err(CommitError::Stale { current_version: 1 })), "{way}: {stale:?}");
        }
        assert_eq!(board::load(db, "r-a").await.unwrap(), Some(life.meta()), "it is open");
        assert_eq!(journal::load_facts(db, "r-a").await.unwrap().len(), 1);
        assert!(version(db, "r-a", 1).await.unwrap().is_none());
        let text = read.sheet.text();
        assert!(frozen(db, &blobs::digest(text.as_bytes())).await.unwrap().is_none(), "nothing was frozen");
        let now = cells::in_hand(db, "r-a").await.unwrap();
        life.sign_as_read(db, &now, &[]).await.unwrap();
        let row = version(db, "r-a", 1).await.unwrap().unwrap();
        assert_eq!(row, *life.last());
        assert_eq!(frozen(db, &row.own).await.unwrap(), Some(now.sheet.text()));
        assert_eq!(Sheet::read(&frozen(db, &row.whole).await.unwrap().unwrap()).unwrap(), now.sheet);
        assert_eq!(frozen(db, &row.note).await.unwrap().as_deref(), Some("r-a 1"));
        assert!(frozen(db, "unknown").await.unwrap().is_none());
        assert!(version(db, "r-a", 2).await.unwrap().is_none());
        assert!(verify::database(db).await.unwrap().sound());
    }

    async fn edits_and_a_signature_at_once_never_mix(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        life.fill(db, 1).await;
        life.save(db, typed(vec![put("1.2", "m1", "1")])).await;
        let editing = tokio::spawn({
            let db = db.clone();
            async move {
                let mut wrote = 0;
                for n in 2..200 {
                    // Both cells say the same, always.
                    let edit = typed(vec![put("1.1", "m1", &n.to_string()), put("1.2", "m1", &n.to_string())]);
                    match cells::save(&db, &fills("a"), "r-a", &edit, at(60)).await {
                        Ok(_) => wrote = n,
                        Err(store::StoreError::Closed) => return wrote,
                        Err(other) => panic!("{other:?}"),
                    }
                }
                wrote
            }
        });
        loop {
            let read = cells::in_hand(db, "r-a").await.unwrap();
            match life.sign_as_read(db, &read, &[]).await {
                Ok(()) => break,
                Err(CommitError::Stale { .. }) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        let wrote = editing.await.unwrap();
        let signed = Sheet::read(&frozen(db, &life.last().own).await.unwrap().unwrap()).unwrap();
        let now = cells::in_hand(db, "r-a").await.unwrap();
        assert_eq!(signed, now.sheet, "what is signed is what stands there: {wrote} was the last");
        assert_eq!(signed.value(&place("1.1", "", "m1")), signed.value(&place("1.2", "", "m1")));
    }

    async fn acceptances_come_in_the_order_of_the_chain(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut lives = Vec::new();
        for body in ["a", "c", "d"] {
            let mut life = Life::begun(db, body, "b").await;
            life.fill(db, 3).await;
            life.sign(db, &[]).await;
            life.submit(db).await;
            lives.push(life);
        }
        let mut elsewhere = Life { case: "r-b".into(), ..Life::new("b", "agency") };
        elsewhere.begin(db).await;
        elsewhere.through(db, 5, &[]).await;
        for at in [2, 0, 1] {
            lives[at].accept(db).await;
        }
        let since = async |n| accepted_since(db, quarter(), "b", n).await.unwrap();
        let first = since(0).await;
        let names = |list: &[Acceptance]| list.iter().map(|a| (a.body.clone(), a.version)).collect::<Vec<_>>();
        assert_eq!(names(&first), [("d".into(), 1), ("a".into(), 1), ("c".into(), 1)]);
        assert!(first.windows(2).all(|w| w[0].n < w[1].n));
        assert_eq!((&*first[0].case, first[0].form), ("r-d", lives[0].form));
        assert_eq!(since(first[0].n).await, first[1..]);
        assert!(since(first[2].n).await.is_empty());
        assert_eq!(names(&accepted_since(db, quarter(), "agency", 0).await.unwrap()), [("b".into(), 1)]);
        assert!(accepted_since(db, "2026-Q2".parse().unwrap(), "b", 0).await.unwrap().is_empty());
        // Corrected and accepted again: one more acceptance, at the end.
        let corrected = &mut lives[2];
        corrected.stage = law::ch3_reports::report::Stage::Correcting;
        corrected.take(db, FactKind::ReportReturned(law::ch3_reports::report::Return { reason: "x".into(), remarks: vec![] })).await.unwrap();
        corrected.through(db, 9, &[]).await;
        let more = since(first[2].n).await;
        assert_eq!(names(&more), [("d".into(), 2)]);
        assert_eq!(names(&since(0).await).len(), 4, "the first stays");
        assert!(verify::database(db).await.unwrap().sound());
    }

    async fn three_levels_add_up_to_the_whole(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let [mut top, mut middle] = [Life::begun(db, "b", "agency").await, Life::begun(db, "a", "b").await];
        let [mut low, mut other] = [Life::begun(db, "c", "a").await, Life::begun(db, "d", "a").await];
        low.through(db, 10, &[]).await;
        other.through(db, 200, &[]).await;
        middle.through(db, 3000, &[&low, &other]).await;
        top.through(db, 40000, &[&middle]).await;
        let adds_up = async |life: &Life, bodies: &[&str]| {
            let parts = own_parts(db, &life.case, life.version()).await.unwrap();
            let found: Vec<&str> = parts.iter().map(|p| p.body.as_str()).collect();
            assert_eq!(found, bodies);
            let mut sum = Rollup::default();
            parts.iter().for_each(|part| sum.add(&part.text));
            let whole = frozen(db, &life.last().whole).await.unwrap().unwrap();
            assert_eq!(sum.sheet(life.form.for_quarter(life.quarter), life.quarter).text(), whole, "{}", life.case);
            Sheet::read(&whole).unwrap().value(&place("1.1", "", "q"))
        };
        use law::ch3_reports::Cell::Count;
        assert_eq!(adds_up(&low, &["c"]).await, Count(10));
        assert_eq!(adds_up(&middle, &["a", "c", "d"]).await, Count(3210));
        assert_eq!(adds_up(&top, &["a", "b", "c", "d"]).await, Count(43210));
        // Corrected below: the version above holds what it held.
        low.stage = law::ch3_reports::report::Stage::Correcting;
        low.take(db, FactKind::ReportSubmitted).await.unwrap();
        low.through(db, 90, &[]).await;
        assert_eq!(adds_up(&low, &["c"]).await, Count(90));
        assert_eq!(adds_up(&top, &["a", "b", "c", "d"]).await, Count(43210));
        assert_eq!(version(db, "r-a", 1).await.unwrap().unwrap().parts, [("r-c".to_owned(), 1), ("r-d".to_owned(), 1)]);
        assert!(own_parts(db, "r-b", 2).await.unwrap().is_empty(), "there is no such version");
    }

    async fn invented_reports_are_as_if_they_had_been_typed(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut sheet = Sheet::blank(law::ch3_reports::FormId::Central, quarter());
        sheet.set(&place("1.1", "", "m1"), law::ch3_reports::Cell::Count(7));
        sheet.add_line("12.1", law::ch3_reports::sheet::LineKey::service("s1"));
        sheet.set(&place("12.1", "s1", "m2l"), law::ch3_reports::Cell::Count(8));
        sheet.add_line("12.3", law::ch3_reports::sheet::LineKey::pair("s1", "ЖАО"));
        sheet.fill_rest_with_dashes();
        let opening = |life: &Life| FactKind::ReportOpened(law::ch3_reports::report::Opening {
            form: life.form, quarter: life.quarter, rule: law::rules::RuleId::R60, to: vec![life.receiver.clone()],
        });
        let all: Vec<_> = ["a", "c"].map(|body| Life::new(body, "b")).iter().map(|l| (l.next(opening(l)), sheet.clone())).collect();
        cases::commit_reports(db, &all).await.unwrap();
        for case in ["r-a", "r-c"] {
            let hand = cells::in_hand(db, case).await.unwrap();
            assert_eq!((hand.sheet, hand.edits), (sheet.clone(), 0));
        }
        let life = Life::new("a", "b");
        assert!(life.save(db, typed(vec![put_over("1.1", "m1", "8", 0)])).await.conflicts.is_empty());
        // A number whose history is not known is still told of.
        let told = life.save(db, typed(vec![put_over("1.2", "m1", "8", 5)])).await.conflicts;
        assert_eq!((told.len(), &*told[0].value, told[0].n, &*told[0].by_user), (1, "-", 0, ""));
    }
}
