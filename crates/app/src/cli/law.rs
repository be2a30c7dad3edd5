//! `sapa law`: the paragraphs of the Rules, and where each lives in the product.

use std::process::ExitCode;

use clap::Args;
use law::{
    case::{Procedure, step::Step},
    paragraphs::{ALL, Paragraph, Place, paragraph},
    readings::READINGS,
};
use serde_json::{Value, json};

use super::{
    Outcome,
    here::{Here, say},
};
use crate::words::Speaker;

/// `NN FILE TEST` a line. A test of the command line keeps it as the sources are.
const TESTS: &str = include_str!("law_tests.txt");

#[derive(Args)]
pub(super) struct LawPage {
    /// The number of a paragraph; all are listed without it.
    paragraph: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl LawPage {
    pub fn run(self, here: &Here) -> Outcome {
        let words = &here.words;
        let Some(number) = self.paragraph else {
            let heads = || ALL.iter().map(|p| head(words, p)).collect::<Vec<_>>();
            say(if self.json { serde_json::to_string_pretty(&heads())? } else { list(words) })?;
            return Ok(ExitCode::SUCCESS);
        };
        let Some(found) = number.trim_start_matches('§').parse().ok().and_then(paragraph) else {
            return here.misuse(
                &words.with("cli-no-paragraph", &[("value", number.into()), ("last", ALL.len().to_string().into())]),
            );
        };
        say(if self.json { serde_json::to_string_pretty(&data(words, found))? } else { page(words, found) })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The steps of a paragraph: its own, and those that discharge the duties of its rules.
fn steps(paragraph: &Paragraph) -> Vec<(Procedure, &'static dyn Step, bool)> {
    let mut found = Vec::new();
    for procedure in Procedure::ALL {
        for (at, step) in procedure.steps().iter().enumerate() {
            let discharges = step.def().discharges.iter().any(|rule| paragraph.rules.contains(rule));
            if step.paragraph() == paragraph.number || discharges {
                found.push((procedure, *step, at == 0));
            }
        }
    }
    found
}

/// The address of a step's page; the first step of a procedure opens a case.
fn address(procedure: Procedure, step: &dyn Step, opens: bool) -> String {
    if opens { format!("/open/{}", procedure.word()) } else { format!("/cases/…/steps/{}", step.id()) }
}

fn documents(paragraph: &Paragraph) -> Vec<&'static str> {
    let of_step = |step: &'static dyn Step| step.def().issues.into_iter().chain(step.def().marks);
    let mut kinds: Vec<_> = steps(paragraph).into_iter().flat_map(|(_, step, _)| of_step(step)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().map(law::case::DocumentKind::word).collect()
}

/// The tests named after a paragraph: file and name.
fn tests(number: u8) -> impl Iterator<Item = (&'static str, &'static str)> {
    let prefix = format!("{number:02}");
    TESTS.lines().filter_map(move |line| {
        let (paragraph, rest) = line.split_once(' ')?;
        (paragraph == prefix).then(|| rest.split_once(' '))?
    })
}

/// Its modules, and the files named after it that have its tests.
fn code(paragraph: &Paragraph) -> Vec<String> {
    let Place::Code(modules) = paragraph.place else { return Vec::new() };
    let prefix = format!("p{:02}_", paragraph.number);
    let file = |path: &'static str| path.rsplit('/').find(|part| part.starts_with(&prefix)).map(|_| path.to_owned());
    let mut files: Vec<String> = tests(paragraph.number).filter_map(|(path, _)| file(path)).collect();
    files.dedup();
    modules.iter().map(|module| format!("crates/law/src/{module}")).chain(files).collect()
}

fn place(words: &Speaker, paragraph: &Paragraph) -> String {
    match paragraph.place {
        Place::Code(modules) => modules.join(", "),
        Place::Later(topic) => {
            let topic =
                words.maybe(&format!("cli-topic-{}", topic.replace(' ', "-"))).unwrap_or_else(|| topic.to_owned());
            words.with("cli-law-later", &[("topic", topic.into())])
        }
        Place::NoCode(why) => words.t(why),
    }
}

fn head(words: &Speaker, paragraph: &Paragraph) -> Value {
    json!({
        "paragraph": paragraph.number,
        "title": words.t(&format!("para-{}-title", paragraph.number)),
        "chapter": paragraph.chapter,
        "section": paragraph.section,
        "rules": paragraph.rules,
        "place": place(words, paragraph),
    })
}

fn data(words: &Speaker, paragraph: &Paragraph) -> Value {
    let mut data = head(words, paragraph);
    let step = |(procedure, step, opens): (Procedure, &'static dyn Step, bool)| json!({ "step": step.id(), "title": words.t(&format!("step-{}", step.id())), "screen": address(procedure, step, opens) });
    let rule = |rule: &law::rules::RuleId| json!({ "rule": rule, "what": words.t(rule.key()), "term": words.t(&format!("{}-term", rule.key())) });
    let readings = READINGS.iter().filter(|r| r.paragraphs.contains(&paragraph.number));
    data["text"] = words.t(&format!("para-{}", paragraph.number)).into();
    data["rules"] = paragraph.rules.iter().map(rule).collect();
    data["readings"] = readings.map(|r| json!({ "reading": r.id, "title": words.t(r.id.title_key()) })).collect();
    data["screen"] = format!("/rules/{}", paragraph.number).into();
    data["code"] = code(paragraph).into();
    data["steps"] = steps(paragraph).into_iter().map(step).collect();
    data["documents"] = documents(paragraph).into();
    data["tests"] = tests(paragraph.number).map(|(file, name)| json!({ "file": file, "test": name })).collect();
    data
}

fn section(words: &Speaker, paragraph: &Paragraph) -> String {
    let chapter = words.t(&format!("chapter-{}", paragraph.chapter));
    match paragraph.section {
        Some(section) => format!("{chapter} – {}", words.t(&format!("chapter-{}-{section}", paragraph.chapter))),
        None => chapter,
    }
}

fn list(words: &Speaker) -> String {
    let mut out = String::new();
    for part in ALL.chunk_by(|a, b| (a.chapter, a.section) == (b.chapter, b.section)) {
        out.push_str(&format!("\n{}\n", section(words, &part[0])));
        for p in part {
            let title = words.t(&format!("para-{}-title", p.number));
            out.push_str(&format!("  §{:<3} {title} · {}\n", p.number, place(words, p)));
        }
    }
    out.trim().to_owned()
}

fn page(words: &Speaker, paragraph: &Paragraph) -> String {
    let number = paragraph.number;
    let mut out = vec![
        format!("§{number} {}", words.t(&format!("para-{number}-title"))),
        section(words, paragraph),
        String::new(),
        words.t(&format!("para-{number}")),
    ];
    let mut part = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out.extend([String::new(), title.to_owned()]);
            out.extend(lines.into_iter().map(|line| format!("  {line}")));
        }
    };
    let rule = |rule: &law::rules::RuleId| {
        format!("{rule} · {}: {}", words.t(rule.key()), words.t(&format!("{}-term", rule.key())))
    };
    part(&words.t("cli-law-rules"), paragraph.rules.iter().map(rule).collect());
    let readings = READINGS.iter().filter(|r| r.paragraphs.contains(&number));
    part(&words.t("cli-readings"), readings.map(|r| format!("{} · {}", r.id, words.t(r.id.title_key()))).collect());
    let code = code(paragraph);
    part(&words.t("cli-law-place"), if code.is_empty() { vec![place(words, paragraph)] } else { code });
    let screen = |(procedure, step, opens)| {
        format!("{} · {}", address(procedure, step, opens), words.t(&format!("step-{}", step.id())))
    };
    let screens = steps(paragraph).into_iter().map(screen);
    part(&words.t("cli-law-screens"), std::iter::once(format!("/rules/{number}")).chain(screens).collect());
    let document = |word| format!("{word} · {}", words.t(&format!("document-{word}")));
    part(&words.t("cli-law-documents"), documents(paragraph).into_iter().map(document).collect());
    part(&words.t("cli-law-tests"), tests(number).map(|(file, name)| format!("{file}: {name}")).collect());
    out.join("\n")
}
