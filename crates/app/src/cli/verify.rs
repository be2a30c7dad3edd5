//! `sapa verify`: the proof that nothing was changed.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use serde_json::{Value, json};
use store::verify::{Broken, Flaw, Verdict};

use super::{
    Outcome,
    here::{Here, say},
};
use crate::words::{Arg, Speaker};

#[derive(Args)]
pub(super) struct Verify {
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
    /// A backup file: no database is needed.
    #[arg(long, value_name = "FILE", conflicts_with = "db")]
    dump: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub async fn run(self, here: &Here) -> Outcome {
        let verdict = match &self.dump {
            Some(file) if !file.exists() => return Err(here.sentence("cli-no-file", &file.display().to_string())),
            Some(file) => store::backup::verify_dump(file)?,
            None => store::verify::database(&here.open_ready(self.db.as_deref()).await?).await?,
        };
        if self.json {
            say(serde_json::to_string_pretty(&data(&verdict))?)?;
        } else {
            say(summary(&here.words, &verdict))?;
        }
        if let Some(broken) = &verdict.broken {
            eprintln!("sapa: {}", sentence(&here.words, broken));
        }
        Ok(if verdict.sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn data(verdict: &Verdict) -> Value {
    let r = &verdict.report;
    json!({
        "sound": verdict.sound(),
        "facts": r.facts,
        "cases": r.cases,
        "commits": r.commits,
        "edits": r.edits,
        "contents": r.blobs,
        "head": r.head,
        "ledger_head": r.ledger_head,
        "broken": verdict.broken.as_ref().map(place),
    })
}

/// Where it is broken, for machines.
fn place(broken: &Broken) -> Value {
    match broken {
        Broken::Fact { case, seq, what } => json!({ "fact": seq, "case": case, "what": word(*what) }),
        Broken::Commit { n, what } => json!({ "commit": n, "what": word(*what) }),
        Broken::Edit { seq, what } => json!({ "edit": seq, "what": word(*what) }),
        Broken::Blob { digest, what } => json!({ "contents": digest, "what": word(*what) }),
        Broken::Head { name, what } => json!({ "head": name, "what": word(*what) }),
    }
}

fn word(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Hash => "hash",
        Flaw::Prev => "prev",
        Flaw::Gap => "gap",
        Flaw::Missing => "missing",
        Flaw::Place => "place",
        Flaw::Columns => "columns",
        Flaw::Chain => "chain",
        Flaw::Unsealed => "unsealed",
        Flaw::Unreadable => "unreadable",
    }
}

/// What was proven, and the heads to keep elsewhere.
pub(super) fn summary(words: &Speaker, verdict: &Verdict) -> String {
    let r = &verdict.report;
    let count = |n: u64| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let counts = words.with(
        "cli-verify-counts",
        &[
            ("facts", count(r.facts)),
            ("cases", count(r.cases)),
            ("commits", count(r.commits)),
            ("edits", count(r.edits)),
            ("contents", count(r.blobs)),
        ],
    );
    let head = |key, head: &str| format!("  {}: {}", words.t(key), if head.is_empty() { "–" } else { head });
    let verdict = words.t(if verdict.sound() { "cli-verify-sound" } else { "cli-verify-broken" });
    [verdict, format!("  {counts}"), head("cli-verify-head", &r.head), head("cli-verify-ledger-head", &r.ledger_head)]
        .join("\n")
}

/// The first broken thing, in words.
pub(super) fn sentence(words: &Speaker, broken: &Broken) -> String {
    let flaw = |what| words.t(&format!("cli-flaw-{}", word(what))).into();
    match broken {
        Broken::Fact { case, seq, what } => words.with(
            "cli-broken-fact",
            &[("seq", seq.to_string().into()), ("case", case.as_str().into()), ("what", flaw(*what))],
        ),
        Broken::Commit { n, what } => {
            words.with("cli-broken-commit", &[("n", n.to_string().into()), ("what", flaw(*what))])
        }
        Broken::Edit { seq, what } => {
            words.with("cli-broken-edit", &[("n", seq.to_string().into()), ("what", flaw(*what))])
        }
        Broken::Blob { digest, what } => {
            words.with("cli-broken-contents", &[("digest", digest.as_str().into()), ("what", flaw(*what))])
        }
        Broken::Head { name, what } => {
            let name = words.t(if name == "chain" { "cli-verify-head" } else { "cli-verify-ledger-head" });
            words.with("cli-broken-head", &[("name", name.into()), ("what", flaw(*what))])
        }
    }
}
