use std::time::{Duration, Instant};

use jiff::civil::date;
use law::case::Role;
use store::{
    backup, cases,
    cases::{Filter, commit},
    duties,
    duties::Scope,
    verify,
};

use crate::{fixtures::*, fresh::both};

const FILL: &str = "
    INSERT INTO cases (id, procedure, edition, body, object, reference, title, opened_on, version, stage, last_at,
        plan_approved, search)
    WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 100000)
    SELECT 'case-' || n, 'control-event', '2021-07', 'a', 'b', n || '/2026', 'Іс ' || n, '2026-01-05', 1, 'stop-act',
        '2026-05-' || (10 + n % 20) || 'T08:00:00.000000Z', 0, 'іс мерзім ' || n FROM i;
    INSERT INTO case_readers (case_id, body, role, last_at, procedure, open)
    SELECT id, body, 'leader', last_at, procedure, 1 FROM cases
    UNION ALL SELECT id, object, 'leader', last_at, procedure, 1 FROM cases;
    INSERT INTO duties (case_id, key, paragraph, what, detail, body, roles, due, state, late_on_end, step)
    SELECT id, '45', 45, 'rule-45', '', body, 'leader', '2026-07-01', CASE WHEN reference LIKE '%7/2026' THEN 'open' ELSE 'done' END, 0, 'x'
    FROM cases;
    ANALYZE";

both! {
    /// By hand: `--run-ignored all`.
    #[ignore = "slow, and says nothing on a busy machine"]
    async fn lists_stay_fast_at_a_hundred_thousand_cases(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        fresh.raw(FILL).await.unwrap();
        let asel = viewer("asel", "a", Role::Leader);
        let took = async |what: &str, filter: Filter| {
            let start = Instant::now();
            let page = cases::list(db, &asel, &filter).await.unwrap();
            println!("{:?} {what}: {} of {}: {:?}", db.engine(), page.items.len(), page.total, start.elapsed());
            assert!(start.elapsed() < Duration::from_secs(2), "{what}");
        };
        for _ in 0..2 {
            took("first page", Filter::default()).await;
            took("page 400", Filter { page: 400, ..Filter::default() }).await;
            took("a rare word", Filter { text: "99999".into(), ..Filter::default() }).await;
            took("two words", Filter { text: "мерзім 7".into(), open: Some(true), ..Filter::default() }).await;
            took("nothing", Filter { text: "жоқ".into(), ..Filter::default() }).await;
        }
        for _ in 0..2 {
            let start = Instant::now();
            let mine = duties::my_duties(db, &asel, Scope::Mine, 20).await.unwrap().len();
            println!("{:?} my_duties: {mine}: {:?}", db.engine(), start.elapsed());
        }
        let start = Instant::now();
        commit(db, step("new", 0, "")).await.unwrap();
        println!("{:?} commit: {:?}", db.engine(), start.elapsed());
        let start = Instant::now();
        let all = duties::open_duties_all(db, date(2026, 12, 31)).await.unwrap().len();
        println!("{:?} open_duties_all: {all}: {:?}", db.engine(), start.elapsed());
        let start = Instant::now();
        backup::dump(db, &fresh.dir.path().join("d.zst")).await.unwrap();
        println!("{:?} dump: {:?}", db.engine(), start.elapsed());
    }
}

/// Handlers and jobs run on many threads: what they wait for must be able to move.
#[allow(dead_code)]
fn futures_can_move(db: &store::Db, viewer: &store::Viewer) {
    fn moves<T: Send>(_: T) {}
    let path = std::path::Path::new("");
    moves(commit(db, step("c", 0, "")));
    moves(cases::list(db, viewer, &Filter::default()));
    moves(backup::dump(db, path));
    moves(backup::restore(db, path));
    moves(verify::database(db));
    moves(db.migrate());
    moves(store::bodies::upsert(db, &[], &edit()));
}
