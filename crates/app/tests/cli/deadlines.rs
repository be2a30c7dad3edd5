//! deadline, calendar, law, config: the commands that need no database.

use super::*;

#[test]
fn a_deadline_is_json_of_exactly_this_shape() {
    let due = sapa(&["deadline", "45", "--from", "2026-03-26", "--json"]).json();
    let mut keys: Vec<&String> = due.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["due", "edition", "from", "paragraph", "readings", "reckoning", "rule"]);
    assert_eq!(
        json!([due["rule"], due["paragraph"], due["edition"], due["from"], due["due"], due["readings"]]),
        json!(["45", 45, "2021-07", "2026-03-26", "2026-03-18", ["R-3"]])
    );
    assert_eq!(due["reckoning"].as_array().unwrap().len(), 8);
    assert_eq!(due["reckoning"][0], json!({"date": "2026-03-25", "counts": false, "why": "holiday-moved"}));
    assert_eq!(due["reckoning"][2], json!({"date": "2026-03-23", "counts": false, "why": "holiday-nauryz"}));
    assert_eq!(due["reckoning"][7], json!({"date": "2026-03-18", "counts": true, "why": "working"}));
}

#[test]
fn a_deadline_starts_from_a_quarter_or_a_year_too() {
    let due = |args: &[&str]| sapa(&[&["deadline"], args, &["--json"]].concat()).json()["due"].clone();
    assert_eq!(due(&["60", "--quarter", "2025-Q1"]), "2025-04-10");
    assert_eq!(due(&["41", "--year", "2026"]), "2025-12-25");
    assert_eq!(due(&["18", "--from", "2026-02-02"]), "2026-02-13");
    assert_eq!(due(&["18", "--from", "2026-02-02", "--subject", "micro"]), "2026-02-06");
}

#[test]
fn a_deadline_is_explained_in_three_languages() {
    for language in LANGUAGES {
        let words = Words::load().speaker(Lang::parse(language).unwrap());
        let text = sapa(&["deadline", "45", "--from", "2026-03-26", "--lang", language]).fine();
        for needed in
            ["18.03.2026", "R-3", &words.t("rule-45-term"), &words.t("why-holiday-nauryz"), &words.t("weekday-3")]
        {
            assert!(text.contains(needed), "{needed}: {text}");
        }
        assert!(!text.contains("cli-") && !text.contains("why-"), "{text}");
    }
}

#[test]
fn what_cannot_be_reckoned_says_why_and_exits_2() {
    let cases: [(&[&str], &str); 8] = [
        (&["49", "--from", "2026-03-26"], "set by a document"),
        (&["49"], "set by a document"),
        (&["45"], "Give the day"),
        (&["45", "--year", "2026"], "Give the day"),
        (&["60", "--from", "2026-03-26"], "Give the quarter"),
        (&["41", "--quarter", "2026-Q1"], "Give the year"),
        (&["45", "--from", "2026-02-30"], "2026-02-30"),
        (&["999", "--from", "2026-03-26"], "61-district"),
    ];
    for (args, words) in cases {
        let said = sapa(&[&["deadline"], args, &["--lang", "en", "--json"]].concat());
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.contains(words), "{args:?}: {}", said.err);
    }
    for language in LANGUAGES {
        let said = sapa(&["deadline", "26", "--lang", language]);
        let words = Words::load().speaker(Lang::parse(language).unwrap());
        assert!(said.err.contains(&words.t("term-in-document")), "{}", said.err);
    }
}

#[test]
fn a_calendar_has_every_day_with_its_reason() {
    let days = sapa(&["calendar", "2026", "--json"]).json();
    let days = days.as_array().unwrap();
    assert_eq!(days.len(), 365);
    assert_eq!(sapa(&["calendar", "2024", "--json"]).json().as_array().unwrap().len(), 366);
    for day in [
        json!({"date": "2026-01-01", "working": false, "why": "holiday-new-year"}),
        json!({"date": "2026-03-18", "working": true, "why": "working"}),
        json!({"date": "2026-03-21", "working": false, "why": "holiday-nauryz"}),
        json!({"date": "2026-03-24", "working": false, "why": "holiday-moved"}),
        json!({"date": "2026-11-22", "working": false, "why": "weekend"}),
        json!({"date": "2026-12-16", "working": false, "why": "holiday-independence"}),
    ] {
        assert!(days.contains(&day), "{day}");
    }
}

#[test]
fn a_calendar_is_read_month_by_month() {
    for language in LANGUAGES {
        let text = sapa(&["calendar", "2026", "--lang", language]).fine();
        assert!(text.contains("[21]") && text.contains("24.03.2026"), "{text}");
        assert!(!text.contains("cli-") && !text.contains("month-"), "{text}");
    }
    let said = sapa(&["calendar", "12000", "--lang", "en"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
}

#[test]
fn the_rules_are_listed_in_three_languages() {
    for language in LANGUAGES {
        let text = sapa(&["law", "--lang", language]).fine();
        assert!(["§1 ", "§28 ", "§65 "].iter().all(|number| text.contains(number)), "{text}");
        assert!(!text.contains("para-") && !text.contains("cli-") && !text.contains("chapter-"), "{text}");
    }
    assert_eq!(sapa(&["law", "--json"]).json().as_array().unwrap().len(), 65);
}

#[test]
fn a_paragraph_says_what_it_is_and_where_it_lives() {
    for language in LANGUAGES {
        let words = Words::load().speaker(Lang::parse(language).unwrap());
        let text = sapa(&["law", "28", "--lang", language]).fine();
        for key in ["para-28-title", "para-28", "rule-28", "rule-28-term", "reading-R-1-title", "reading-R-15-title"] {
            assert!(text.contains(&words.t(key)), "{key}: {text}");
        }
        assert!(text.contains("/rules/28") && !text.contains("cli-"), "{text}");
    }
    let act = sapa(&["law", "51", "--json"]).json();
    let steps: Vec<&Value> = act["steps"].as_array().unwrap().iter().map(|s| &s["screen"]).collect();
    assert!(steps.contains(&&json!("/cases/…/steps/file-objections")), "{steps:?}");
    assert!(act["documents"].as_array().unwrap().contains(&json!("act")), "{act}");
    assert!(act["tests"].as_array().unwrap().iter().any(|t| t["test"] == "p51_three_working_days_to_sign_or_object"));
    assert!(act["code"].as_array().unwrap().contains(&json!("crates/law/src/ch3_internal/p51_answer.rs")));
    let none = sapa(&["law", "66", "--lang", "en"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("1 to 65"), "{}", none.err);
}

/// The list inside the command is the sources' own.
#[test]
#[expect(clippy::disallowed_methods, reason = "whoever runs the test asks for the list to be written")]
fn the_list_of_tests_is_that_of_the_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut lines = Vec::new();
    for folder in ["crates/law/src", "crates/law/tests"] {
        tests_in(&root, Path::new(folder), &mut lines);
    }
    lines.sort();
    let expected = lines.join("\n") + "\n";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/law_tests.txt");
    if std::env::var_os("SAPA_BLESS").is_some() {
        std::fs::write(&file, &expected).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(
        kept == expected,
        "crates/app/src/cli/law_tests.txt should be\n\n{expected}\nTo write it: \
         SAPA_BLESS=1 cargo nextest run -p sapa --test cli the_list_of_tests"
    );
}

fn tests_in(root: &Path, folder: &Path, lines: &mut Vec<String>) {
    for entry in std::fs::read_dir(root.join(folder)).unwrap() {
        let path = folder.join(entry.unwrap().file_name());
        if root.join(&path).is_dir() {
            tests_in(root, &path, lines);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(root.join(&path)).unwrap();
            for rest in text.split("fn p").skip(1) {
                let name = rest.split_once('(').map_or("", |(name, _)| name);
                let number =
                    name.get(..2).filter(|n| n.bytes().all(|b| b.is_ascii_digit()) && name[2..].starts_with('_'));
                lines.extend(number.map(|n| format!("{n} {} p{name}", path.display())));
            }
        }
    }
}

#[test]
fn every_setting_is_explained_and_no_password_printed() {
    for language in LANGUAGES {
        let text = sapa(&["config", "--lang", language]).fine();
        for name in sapa::config::SETTINGS {
            assert!(text.contains(&format!("SAPA_{}", name.to_uppercase())), "{name}: {text}");
        }
        assert!(!text.contains("setting-") && !text.contains("cli-"), "{text}");
    }
    let folder = Folder::new("config");
    let secret = folder.write("url", b"postgres://sapa:s3cret@db.example/sapa?sslpassword=als0\n");
    let by_file = [("SAPA_DATABASE_URL_FILE", secret.as_str())];
    let by_variable = [("SAPA_DATABASE_URL", "postgres://sapa:s3cret@db.example/sapa?sslpassword=als0")];
    for env in [by_file, by_variable] {
        let text = given(&["config", "--show"], &env, "").fine();
        assert!(text.contains("postgres://sapa:***@db.example/sapa?sslpassword=***"), "{text}");
        assert!(!text.contains("s3cret") && !text.contains("als0"), "{text}");
        assert!(!given(&["config"], &env, "").fine().contains("s3cret"));
    }
}

#[test]
fn an_address_that_is_none_is_named_without_its_password() {
    let said = sapa(&["verify", "--db", "mysql://sapa:s3cret@db/sapa"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("mysql://sapa:***@db/sapa") && !said.err.contains("s3cret"), "{}", said.err);
}
