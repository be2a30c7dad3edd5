use super::{head, people, reference, span, term};
use crate::{Expert, Ground, Language, Notice, Order, OrderChange, OrderExtension};

fn matter(l: Language) -> String {
    l.say(
        "«Атаулы әлеуметтік көмек тағайындау» және «Мүгедектігі бар адамдарды протездік-ортопедиялық көмекпен қамтамасыз ету» мемлекеттік қызметтерін көрсету кезінде Қазақстан Республикасының мемлекеттік көрсетілетін қызметтер саласындағы заңнамасының сақталуы",
        "Соблюдение законодательства Республики Казахстан в сфере государственных услуг при оказании государственных услуг «Назначение адресной социальной помощи» и «Обеспечение лиц с инвалидностью протезно-ортопедической помощью»",
    )
}

/// The order of appointment, on an item of the annual plan.
pub fn order(l: Language) -> Order {
    Order {
        head: head(l, "58", "27.03.2026", "3TRX-81MC-7P"),
        ground: Ground::AnnualPlan { year: 2026, item: "1".into(), order: reference("312", "19.12.2025") },
        object: people::object(l),
        matter: matter(l),
        period: span("01.01.2025", "31.12.2025"),
        term: term("06.04.2026", "17.04.2026", 10),
        executors: vec![people::unit_head(l), people::officer(l)],
        experts: vec![Expert { person: people::expert(l), declared_on: "26.03.2026".into() }],
        control: Some(people::deputy(l)),
        signature: people::signed(people::leader(l), "27.03.2026 17:42"),
    }
}

/// The same event a week later, because of a flood warning.
pub fn order_change(l: Language) -> OrderChange {
    OrderChange {
        head: head(l, "61", "30.03.2026", "9WDE-55KA-2H"),
        order: reference("58", "27.03.2026"),
        object: people::object(l),
        reason: l.say(
            "бақылау объектісі қызметкерлерінің 2026 жылғы 6–10 сәуірде су тасқынына қарсы іс-шараларға тартылуы",
            "привлечение работников объекта контроля к противопаводковым мероприятиям 6–10 апреля 2026 года",
        ),
        before: term("06.04.2026", "17.04.2026", 10),
        after: term("13.04.2026", "24.04.2026", 10),
        control: None,
        signature: people::signed(people::leader(l), "30.03.2026 10:15"),
    }
}

/// Five working days more.
pub fn order_extension(l: Language) -> OrderExtension {
    OrderExtension {
        head: head(l, "74", "23.04.2026", "X4NB-20RL-6J"),
        order: reference("58", "27.03.2026"),
        object: people::object(l),
        unit: people::unit(l),
        proposal: reference("12-04/93", "22.04.2026"),
        reason: l.say(
            "талап етілген 1 240 істің 310-ы бойынша құжаттар мұрағаттан 2026 жылғы 22 сәуірде ғана ұсынылды",
            "по 310 из 1 240 истребованных дел документы из архива представлены только 22 апреля 2026 года",
        ),
        ends_before: "24.04.2026".into(),
        ends: "04.05.2026".into(),
        working_days: 5,
        control: Some(people::deputy(l)),
        signature: people::signed(people::leader(l), "23.04.2026 12:30"),
    }
}

/// The notice of the start, with its list of documents.
pub fn notice(l: Language) -> Notice {
    let documents = [
        ("2025 жылы қабылданған өтініштерді тіркеу журналдары", "журналы регистрации заявлений, принятых в 2025 году"),
        (
            "мемлекеттік қызметтер көрсетуге жауапты тұлғаларды тағайындау туралы бұйрықтар",
            "приказы о назначении лиц, ответственных за оказание государственных услуг",
        ),
        (
            "мерзімі бұзылған және бас тартылған өтініштер бойынша істер",
            "дела по заявлениям с нарушением срока и с отказом",
        ),
        (
            "мемлекеттік көрсетілетін қызметтер мәселелері бойынша келіп түскен шағымдар және оларды қарау нәтижелері",
            "жалобы по вопросам государственных услуг и результаты их рассмотрения",
        ),
    ];
    Notice {
        head: head(l, "12-04/71", "06.04.2026", "5HJS-33QV-9B"),
        addressee: people::to_object_head(l),
        order: reference("58", "27.03.2026"),
        object: people::object(l),
        matter: matter(l),
        period: span("01.01.2025", "31.12.2025"),
        term: term("13.04.2026", "24.04.2026", 10),
        executors: vec![people::unit_head(l), people::officer(l)],
        documents: documents.iter().map(|(kk, ru)| l.say(kk, ru)).collect(),
        contacts: people::contacts(l),
        signature: people::signed(people::unit_head(l), "06.04.2026 09:20"),
    }
}
