//! Two hundred executors typing at once: each saves one cell after another in a report of its own; and a long form opened.

use std::time::{Duration, Instant};

use law::{
    bodies::BodyKind,
    case::Role,
    ch3_reports::{FormId, report::case_id},
    term::Quarter,
};
use store::{Db, Edit, Words, grants::Grant, users::User};

use crate::{
    Outcome,
    http::Client,
    server::Server,
    stats::{Dice, Times, ms},
};

const EXECUTORS: usize = 200;
const LONGEST: Duration = Duration::from_secs(15);

pub async fn run(sapa: &str, database: &str) -> Outcome {
    let people = executors(database).await?;
    let server = Server::start(sapa, database).await?;
    server.settle().await;
    let engine = if database.starts_with("postgres") { "postgres" } else { "sqlite" };
    let mut clients = Vec::new();
    for (grant, case) in &people {
        let mut client = Client::connect(&server.address).await?;
        client.sign_in(grant).await?;
        let token = token(&mut client, &format!("/reports/{case}")).await?;
        clients.push((client, case.clone(), token));
    }
    let begun = Instant::now();
    let tasks: Vec<_> = clients
        .into_iter()
        .enumerate()
        .map(|(n, (client, case, token))| tokio::spawn(write(client, case, token, n as u64)))
        .collect();
    let (mut times, mut failed) = (Vec::new(), 0);
    for task in tasks {
        let (some, wrong) = task.await??;
        times.extend(some);
        failed += wrong;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let times = Times::of(times);
    println!(
        "{EXECUTORS} executors typing at once on {engine}: a cell saved p50 {:.0} ms  p95 {:.0} ms  p99 {:.0} ms, {:.0} saves/s, {} saved, {failed} failed, memory {:.0} MiB",
        ms(times.median()),
        ms(times.at(950)),
        ms(times.at(990)),
        times.len() as f64 / seconds,
        times.len(),
        server.memory()
    );
    long_form(&server, &people[0]).await
}

#[expect(clippy::disallowed_methods, reason = "a measurement is made today")]
fn now() -> jiff::Zoned {
    jiff::Zoned::now()
}

/// Executors of as many bodies as there are, added to the demo's registry.
async fn executors(database: &str) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let db = Db::open(database, 2).await?;
    let edit = Edit { by: serde_json::json!({"name": "bench"}), at: now().timestamp() };
    let quarter = Quarter::of(now().date()).ok_or("a quarter")?;
    let reporting = [BodyKind::DistrictAkimat, BodyKind::OblastAkimat, BodyKind::TerritorialUnit, BodyKind::Central];
    let bodies = store::bodies::all_bodies(&db).await?;
    let mut found = Vec::new();
    // A body that has come to its end owes no report.
    let reports =
        |b: &&store::bodies::BodyRow| reporting.contains(&b.body.kind) && b.body.exists_on(quarter.last_day());
    for row in bodies.iter().filter(reports).take(EXECUTORS) {
        let id = format!("bench.{}", row.body.id);
        let user = User {
            id: id.clone(),
            login: id.clone(),
            name: Words::new("Өлшем (демо)", "Замер (демо)", "Bench (demo)"),
            position: Words::new("маман", "специалист", "specialist"),
            password_hash: None,
            active: true,
            failed: 0,
            locked_until: None,
            language: "kk".into(),
        };
        let grant = Grant {
            id: format!("{id}.report-executor"),
            user: id,
            body: row.body.id.clone(),
            role: Role::ReportExecutor,
            acting: false,
            valid_from: jiff::civil::date(2021, 7, 19),
            valid_to: None,
        };
        store::users::create_with_role(&db, &user, &grant, &edit).await?;
        let local = matches!(row.body.kind, BodyKind::DistrictAkimat | BodyKind::OblastAkimat);
        let form = if local { FormId::Local } else { FormId::Central };
        found.push((grant.id, case_id(&row.body.id, form, quarter)));
    }
    db.close().await;
    Ok(found)
}

async fn token(client: &mut Client, path: &str) -> Result<String, Box<dyn std::error::Error>> {
    let page = client.get_plain(path).await?;
    if page.status != 200 {
        return Err(format!("{path} answers {}", page.status).into());
    }
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let token = text.split_once("name=\"csrf-token\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    token.map(|(token, _)| token.to_owned()).ok_or_else(|| format!("{path} answers {}", page.status).into())
}

const CELLS: [&str; 12] = [
    "1.1!!m1", "1.1!!m2", "1.2!!m1", "3.1!!m1", "3.2!!m2", "3.6!!m3", "4!!m1", "5!!m1", "6!!m2", "7.1!!m1", "8.1!!m1",
    "9.1!!m3",
];

/// Types for a while: a cell every half second and whenever the answer has come, as people do.
async fn write(mut client: Client, case: String, token: String, seed: u64) -> std::io::Result<(Vec<Duration>, usize)> {
    let mut dice = Dice((seed + 1) * 0x9E37_79B9);
    let (mut times, mut failed) = (Vec::new(), 0);
    let until = Instant::now() + LONGEST;
    let mut seen = std::collections::HashMap::new();
    while Instant::now() < until {
        tokio::time::sleep(Duration::from_millis(300 + dice.below(1400) as u64)).await;
        let cell = CELLS[dice.below(CELLS.len())];
        let n: i64 = seen.get(cell).copied().unwrap_or(0);
        let form = format!("csrf={token}&section=1&c%21{0}={1}&n%21{0}={n}", cell.replace('!', "%21"), dice.below(90));
        let begun = Instant::now();
        let answer = client.post_for_data(&format!("/reports/{case}/cells"), &form).await?;
        times.push(begun.elapsed());
        let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        if answer.status != 200 {
            failed += 1;
            if failed == 1 {
                eprintln!("{case}: {} {}", answer.status, String::from_utf8_lossy(&answer.body));
            }
        }
        if let Some(n) = said["written"][cell].as_i64() {
            seen.insert(cell, n);
        }
    }
    Ok((times, failed))
}

/// A form of four hundred lines, opened section by section.
async fn long_form(server: &Server, (grant, case): &(String, String)) -> Outcome {
    let mut client = Client::connect(&server.address).await?;
    client.sign_in(grant).await?;
    let page = format!("/reports/{case}?section=3");
    let token = token(&mut client, &page).await?;
    let row = if case.starts_with("2-mq") { 11 } else { 12 };
    let listed = client.get_plain(&page).await?;
    let text = String::from_utf8_lossy(&listed.body).into_owned();
    let (_, list) = text.split_once("id=\"services\"").ok_or("a list of services")?;
    let (list, _) = list.split_once("</datalist>").ok_or("a list of services")?;
    let codes: Vec<&str> = list.split("</option>").filter_map(|o| o.rsplit_once('>').map(|(_, code)| code)).collect();
    let mut lines = 0;
    for part in [1, 2] {
        for code in codes.iter().filter(|c| !c.is_empty()) {
            let form = format!("csrf={token}&section=3&row={row}.{part}&service={code}");
            lines += usize::from(client.post(&format!("/reports/{case}/lines"), &form).await?.status == 303);
        }
    }
    for system in 0..4 {
        for part in [3, 4] {
            for code in codes.iter().filter(|c| !c.is_empty()) {
                if lines < 400 {
                    let form = format!("csrf={token}&section=3&row={row}.{part}&service={code}&with=e-{system}");
                    lines += usize::from(client.post(&format!("/reports/{case}/lines"), &form).await?.status == 303);
                }
            }
        }
    }
    let (mut times, mut bytes) = (Vec::new(), 0);
    for _ in 0..9 {
        let begun = Instant::now();
        bytes = client.get(&page).await?.body.len();
        times.push(begun.elapsed());
    }
    println!("  a section of {lines} lines opened: {:.0} ms, {} KiB gzip", ms(Times::of(times).median()), bytes >> 10);
    Ok(())
}
