//! user add, list, lock, unlock, password.

use super::*;

const NAMES: [&str; 12] = [
    "--name-kk",
    "Сынақбаева А. (демо)",
    "--name-ru",
    "Сынакбаева А. (демо)",
    "--name-en",
    "Synakbayeva A. (demo)",
    "--position-kk",
    "Бас маман",
    "--position-ru",
    "Главный специалист",
    "--position-en",
    "Chief specialist",
];

fn add(demo: &Demo, login: &str, more: &[&str], password: &str) -> Said {
    let args = [&["user", "add", login, "--lang", "en", "--db", &demo.database], &NAMES[..], more].concat();
    given(&args, &[], &format!("{password}\n"))
}

#[test]
fn a_person_is_added_listed_locked_and_unlocked() {
    let demo = Demo::bare("people");
    let inspector = ["--body", "min-justice", "--role", "responsible-executor"];
    add(&demo, "synak", &inspector, "ұзын-құпиясөз").fine();
    let list = |words: &str| {
        let list = demo.sapa(&["user", "list", "--lang", "en"]).fine();
        let at = list.find(words).unwrap_or_else(|| panic!("{words} is not in {list}"));
        list[at..].lines().take(2).collect::<Vec<_>>().join("\n")
    };
    assert!(list("synak · Synakbayeva A. (demo), Chief specialist").contains("min-justice"));
    demo.sapa(&["user", "lock", "synak"]).fine();
    assert!(list("synak · ").contains("closed"));
    demo.sapa(&["user", "unlock", "synak"]).fine();
    assert!(!list("synak · ").contains("closed"));
    let file = demo.write("password", "тағы-бір-құпиясөз\n".as_bytes());
    demo.sapa(&["user", "password", "synak", "--password-file", &file]).fine();
    let edits = demo.sapa(&["verify", "--json"]).json()["edits"].as_u64().unwrap();
    demo.sapa(&["user", "unlock", "synak"]).fine();
    assert_eq!(demo.sapa(&["verify", "--json"]).json()["edits"], edits, "what changes nothing is no edit");
}

#[test]
fn a_person_who_cannot_be_is_refused() {
    let demo = Demo::bare("nobody");
    let leader = ["--body", "min-justice", "--role", "leader"];
    let cases: [(&str, &[&str], &str, i32, &str); 6] = [
        ("kim", &leader, "қысқа", 1, "too short"),
        ("kim", &["--body", "nowhere", "--role", "leader"], "ұзын-құпиясөз", 1, "nowhere"),
        ("kim", &["--body", "min-justice", "--role", "king"], "ұзын-құпиясөз", 2, "king"),
        ("kim", &["--body", "min-justice", "--role", "analyst", "--acting"], "ұзын-құпиясөз", 2, "acting"),
        ("ki m", &leader, "ұзын-құпиясөз", 2, "ki m"),
        ("justice.leader", &leader, "ұзын-құпиясөз", 1, "justice.leader"),
    ];
    let before = demo.sapa(&["user", "list"]).fine();
    for (login, more, password, code, words) in cases {
        let said = add(&demo, login, more, password);
        assert_eq!(said.code, code, "{login} {more:?}: {}", said.err);
        assert!(said.err.contains(words), "{login} {more:?}: {}", said.err);
    }
    assert_eq!(demo.sapa(&["user", "list"]).fine(), before);
    assert_eq!(demo.sapa(&["user", "lock", "nobody"]).code, 1);
}
