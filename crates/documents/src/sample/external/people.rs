//! The Agency, its territorial department and the people of both.

use super::super::{head, people};
use crate::{Addressee, Body, Head, Language, Person};

pub(super) fn department(l: Language) -> Body {
    Body {
        name: l.say(
            "Қазақстан Республикасы Мемлекеттік қызмет істері агенттігінің Қарағанды облысы бойынша департаменті",
            "Департамент Агентства Республики Казахстан по делам государственной службы по Карагандинской области",
        ),
        address: l.say(
            "100000, Қарағанды қаласы, Бейбітшілік бульвары, 39, тел. 8 (7212) 00-00-10",
            "100000, город Караганда, бульвар Мира, 39, тел. 8 (7212) 00-00-10",
        ),
        bin: "000240000027".into(),
    }
}

fn agency(l: Language) -> Body {
    Body {
        name: l.say(
            "Қазақстан Республикасының Мемлекеттік қызмет істері агенттігі",
            "Агентство Республики Казахстан по делам государственной службы",
        ),
        address: l.say("010000, Астана қаласы, Абай даңғылы, 33А", "010000, город Астана, проспект Абая, 33А"),
        bin: "000140000083".into(),
    }
}

/// The blank of the territorial department.
pub(super) fn blank(l: Language, number: &str, on: &str, code: &str) -> Head {
    Head { body: department(l), body_other: department(other(l)).name, ..head(l, number, on, code) }
}

/// The blank of the Agency itself.
pub(super) fn agency_blank(l: Language, number: &str, on: &str, code: &str) -> Head {
    Head {
        body: agency(l),
        body_other: agency(other(l)).name,
        place: l.say("Астана қаласы", "город Астана"),
        place_other: other(l).say("Астана қаласы", "город Астана"),
        ..head(l, number, on, code)
    }
}

fn other(l: Language) -> Language {
    if l == Language::Kk { Language::Ru } else { Language::Kk }
}

fn person(name: String, position: String) -> Person {
    Person { name, position, capacity: String::new() }
}

pub(super) fn chair(l: Language) -> Person {
    Person {
        capacity: l.say("Төрағаның міндетін атқарушы", "исполняющий обязанности Председателя"),
        ..person(
            l.say("Қуанышбеков Ерлан Төлегенұлы", "Куанышбеков Ерлан Тулегенович"),
            l.say("Агенттік Төрағасының орынбасары", "Заместитель Председателя Агентства"),
        )
    }
}

pub(super) fn director(l: Language) -> Person {
    person(
        l.say("Мұқанова Ләззат Өмірбекқызы", "Муканова Ляззат Омирбековна"),
        l.say("Департамент басшысы", "Руководитель департамента"),
    )
}

pub(super) fn head_of_division(l: Language) -> Person {
    person(
        l.say("Қасымов Дәурен Ғалымұлы", "Касымов Даурен Галымович"),
        l.say(
            "мемлекеттік қызметтер көрсету сапасын бақылау басқармасының басшысы",
            "руководитель управления контроля за качеством оказания государственных услуг",
        ),
    )
}

pub(super) fn inspector(l: Language) -> Person {
    person(
        l.say("Әбенова Жұлдыз Сейітқызы", "Абенова Жулдыз Сейитовна"),
        l.say("басқарманың бас маманы", "главный специалист управления"),
    )
}

pub(super) fn second_inspector(l: Language) -> Person {
    person(
        l.say("Ли Роман Андреевич", "Ли Роман Андреевич"),
        l.say("басқарманың бас маманы", "главный специалист управления"),
    )
}

pub(super) fn engaged(l: Language) -> Person {
    person(
        l.say("Бекова Нұргүл Маратқызы", "Бекова Нургуль Маратовна"),
        l.say(
            "«Ұлттық ақпараттық технологиялар» АҚ ақпараттық жүйелер жөніндегі маманы",
            "специалист по информационным системам АО «Национальные информационные технологии»",
        ),
    )
}

pub(super) fn applicant(l: Language) -> Addressee {
    Addressee {
        body: String::new(),
        position: String::new(),
        name: l.say(
            "С. А. Оразбаеваға\nҚарағанды қаласы, Ерубаев көшесі, 50-үй, 12-пәтер",
            "Оразбаевой С. А.\nгород Караганда, улица Ерубаева, дом 50, квартира 12",
        ),
    }
}

pub(super) fn contacts(l: Language) -> String {
    l.say(
        "Ж. С. Әбенова, тел. 8 (7212) 00-00-11, эл. пошта: abenova@example.kz",
        "Абенова Ж. С., тел. 8 (7212) 00-00-11, эл. почта: abenova@example.kz",
    )
}

pub(super) fn subject_head(l: Language) -> Person {
    people::object_head(l)
}

pub(super) fn subject_deputy(l: Language) -> Person {
    people::object_deputy(l)
}
