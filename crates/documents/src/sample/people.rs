//! Who and where: one body, one control object, the people of both.

use crate::{Addressee, Body, Language, Object, Person, Signature};

pub(super) fn body(l: Language) -> Body {
    Body {
        name: l.say("Қарағанды облысы әкімінің аппараты", "Аппарат акима Карагандинской области"),
        address: l.say(
            "100008, Қарағанды қаласы, Әлиханов көшесі, 13, тел. 8 (7212) 00-00-00",
            "100008, город Караганда, улица Алиханова, 13, тел. 8 (7212) 00-00-00",
        ),
        bin: "000140000012".into(),
    }
}

pub(super) fn place(l: Language) -> String {
    l.say("Қарағанды қаласы", "город Караганда")
}

pub(super) fn unit(l: Language) -> String {
    l.say(
        "Мемлекеттік қызметтер көрсету мәселелерін үйлестіру бөлімі",
        "Отдел координации вопросов оказания государственных услуг",
    )
}

pub(super) fn object(l: Language) -> Object {
    Object {
        name: l.say(
            "«Қарағанды облысының жұмыспен қамтуды үйлестіру және әлеуметтік бағдарламалар басқармасы» мемлекеттік мекемесі",
            "Государственное учреждение «Управление координации занятости и социальных программ Карагандинской области»",
        ),
        bin: "051240000454".into(),
        address: l.say(
            "100012, Қарағанды қаласы, Жамбыл көшесі, 11",
            "100012, город Караганда, улица Жамбыла, 11",
        ),
    }
}

fn person(name: String, position: String) -> Person {
    Person { name, position, capacity: String::new() }
}

pub(super) fn leader(l: Language) -> Person {
    Person {
        capacity: l.say("аппарат басшысының міндетін атқарушы", "исполняющий обязанности руководителя аппарата"),
        ..person(
            l.say("Жүнісов Ерғазы Мұратұлы", "Джунусов Ергазы Муратович"),
            l.say("Аппарат басшысының орынбасары", "Заместитель руководителя аппарата"),
        )
    }
}

pub(super) fn deputy(l: Language) -> Person {
    person(
        l.say("Үмбетова Гүлнәр Һамитқызы", "Умбетова Гульнар Хамитовна"),
        l.say("аппарат басшысының орынбасары", "заместитель руководителя аппарата"),
    )
}

pub(super) fn unit_head(l: Language) -> Person {
    person(
        l.say("Сәрсенова Әйгерім Қайратқызы", "Сарсенова Айгерим Кайратовна"),
        l.say("бөлім басшысы", "руководитель отдела"),
    )
}

pub(super) fn officer(l: Language) -> Person {
    person(
        l.say("Өтеғұлов Нұрлан Іңкәрұлы", "Утегулов Нурлан Инкарович"),
        l.say("бөлімнің бас маманы", "главный специалист отдела"),
    )
}

pub(super) fn expert(l: Language) -> Person {
    person(
        l.say("Ким Виктория Сергеевна", "Ким Виктория Сергеевна"),
        l.say(
            "«Цифрлық қызметтер орталығы» ЖШС ақпараттық жүйелер жөніндегі сарапшысы",
            "эксперт по информационным системам ТОО «Центр цифровых услуг»",
        ),
    )
}

pub(super) fn object_head(l: Language) -> Person {
    person(
        l.say("Тәжібаев Бауыржан Сәкенұлы", "Тажибаев Бауыржан Сакенович"),
        l.say("Басқарма басшысы", "Руководитель управления"),
    )
}

pub(super) fn object_deputy(l: Language) -> Person {
    person(
        l.say("Ахметова Салтанат Ермекқызы", "Ахметова Салтанат Ермековна"),
        l.say("Басқарма басшысының орынбасары", "Заместитель руководителя управления"),
    )
}

pub(super) fn object_specialist(l: Language) -> Person {
    person(
        l.say("Петров Андрей Николаевич", "Петров Андрей Николаевич"),
        l.say("Әлеуметтік төлемдер бөлімінің бас маманы", "Главный специалист отдела социальных выплат"),
    )
}

pub(super) fn to_object_head(l: Language) -> Addressee {
    Addressee {
        body: object(l).name,
        position: l.say("басшысы", "руководителю"),
        name: l.say("Б. С. Тәжібаевқа", "Тажибаеву Б. С."),
    }
}

pub(super) fn contacts(l: Language) -> String {
    l.say(
        "Н. І. Өтеғұлов, тел. 8 (7212) 00-00-01, эл. пошта: otegulov@example.kz",
        "Утегулов Н. И., тел. 8 (7212) 00-00-01, эл. почта: otegulov@example.kz",
    )
}

pub(super) fn signed(person: Person, at: &str) -> Signature {
    Signature { person, at: at.into(), digest_short: Some("9f3c 07ab 41d2 e6c8".into()) }
}
