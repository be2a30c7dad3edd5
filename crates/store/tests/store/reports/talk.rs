//! Comments of the executor, the analytical note, remarks of the receiving side.

use law::{
    case::Role,
    ch3_reports::report::{Comment, Remark},
};
use store::reports::{
    cells::in_hand,
    talk::{NoteText, comment, comments, note, remark, remarks, write_note},
};

use super::lives::*;
use crate::{fixtures::*, fresh::both};

fn said(key: &str, text: &str) -> Comment {
    Comment { key: key.into(), text: text.into() }
}

fn written(heading: &str, language: &str, text: &str) -> NoteText {
    NoteText { heading: heading.into(), language: language.into(), text: text.into() }
}

fn remarked(row: &str, text: &str) -> Remark {
    let place = Some(place(row, "", "m1")).filter(|p| !p.row.is_empty());
    Remark { place, text: text.into() }
}

both! {
    async fn a_comment_is_changed_and_taken_back(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        let say = async |key: &str, text: &str| comment(db, &fills("a"), "r-a", &said(key, text), at(50)).await.unwrap();
        say("jump/1.1//q", "екі рет көп тексерілді").await;
        say("cell/1.1//m1", "хат бойынша").await;
        say("jump/1.1//q", "үш рет").await;
        assert_eq!(comments(db, "r-a").await.unwrap(), [said("cell/1.1//m1", "хат бойынша"), said("jump/1.1//q", "үш рет")]);
        say("jump/1.1//q", " \n").await;
        say("never/said//q", "").await;
        assert_eq!(comments(db, "r-a").await.unwrap(), [said("cell/1.1//m1", "хат бойынша")]);
        assert_eq!(in_hand(db, &life.case).await.unwrap().edits, 5, "who has read the report reads it again");
        assert!(comments(db, "r-c").await.unwrap().is_empty());
    }

    async fn the_note_has_sections_in_languages(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        let texts = [written("1-2", "ru", "два"), written("1-1", "kk", "бір"), written("1-1", "ru", "один")];
        write_note(db, &fills("a"), "r-a", &texts, at(50)).await.unwrap();
        write_note(db, &fills("a"), "r-a", &[written("1-1", "kk", ""), written("1-2", "ru", "two\nlines")], at(51)).await.unwrap();
        assert_eq!(note(db, "r-a").await.unwrap(), [
            written("1-1", "kk", ""), written("1-1", "ru", "один"), written("1-2", "ru", "two\nlines"),
        ]);
        assert_eq!(in_hand(db, &life.case).await.unwrap().edits, 2);
    }

    async fn remarks_are_of_a_version(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        life.fill(db, 3).await;
        life.sign(db, &[]).await;
        life.submit(db).await;
        let edits = in_hand(db, "r-a").await.unwrap().edits;
        let by = viewer("bolat", "b", Role::Analyst);
        let say = async |row: &str, text: &str| remark(db, &by, "r-a", &remarked(row, text), at(50)).await.unwrap();
        say("2.1", "екі").await;
        say("", "тұтас").await;
        say("1.1", "бір").await;
        say("1.1", "бірінші").await;
        assert_eq!(remarks(db, "r-a", 1).await.unwrap(), [remarked("", "тұтас"), remarked("1.1", "бірінші"), remarked("2.1", "екі")]);
        say("2.1", " ").await;
        assert_eq!(remarks(db, "r-a", 1).await.unwrap().len(), 2);
        assert_eq!(in_hand(db, "r-a").await.unwrap().edits, edits, "a remark changes no cell");
        life.send_back(db).await;
        life.save(db, typed(vec![put("1.1", "m1", "4")])).await;
        life.sign(db, &[]).await;
        life.submit(db).await;
        assert!(remarks(db, "r-a", 2).await.unwrap().is_empty(), "the next version has none");
        say("1.1", "тағы").await;
        assert_eq!(remarks(db, "r-a", 2).await.unwrap(), [remarked("1.1", "тағы")]);
        assert_eq!(remarks(db, "r-a", 1).await.unwrap().len(), 2, "those of the first stay");
    }
}
