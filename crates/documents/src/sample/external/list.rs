use super::super::people::{object, signed, to_object_head};
use super::super::span;
use super::people;
use crate::{DeskFinding, DeskOutcome, HalfYearList, HalfYearRow, Language, Object, OutcomeKind, RiskDegree, Severity};

fn body(l: Language, name: (&str, &str), bin: &str, address: (&str, &str)) -> Object {
    Object { name: l.say(name.0, name.1), bin: bin.into(), address: l.say(address.0, address.1) }
}

/// The second half of a year, three subjects.
pub fn half_year_list(l: Language) -> HalfYearList {
    let late = l.say(
        "соңғы тоқсандағы мерзімі өткен қызметтердің үлесі 5 %-дан жоғары",
        "доля просроченных услуг за последний квартал выше 5 %",
    );
    let appeals =
        l.say("жыл ішінде негізді деп танылған шағымдар саны 10-нан көп", "число обоснованных жалоб за год больше 10");
    let row = |subject, score: &str, criteria: Vec<String>, reason: String| HalfYearRow {
        subject,
        visited_by: people::department(l).name,
        degree: RiskDegree::High,
        score: score.into(),
        criteria,
        reason,
    };
    HalfYearList {
        head: people::agency_blank(l, "4-Т", "08.05.2026", "G3QW-81FD-6C"),
        year: 2026,
        half: 2,
        rows: vec![
            row(
                object(l),
                "100",
                vec![
                    l.say(
                        "алдыңғы тексеруде өрескел бұзушылық анықталған",
                        "предыдущей проверкой выявлено грубое нарушение",
                    ),
                    appeals.clone(),
                ],
                l.say(
                    "2026 жылғы 29 мамырдағы № 21-Н актінің нәтижелерін талдау",
                    "анализ результатов акта от 29 мая 2026 года № 21-Н",
                ),
            ),
            row(
                body(
                    l,
                    (
                        "«Қарағанды облысының білім басқармасы» мемлекеттік мекемесі",
                        "Государственное учреждение «Управление образования Карагандинской области»",
                    ),
                    "051240000465",
                    ("100012, Қарағанды қаласы, Әлиханов көшесі, 16", "100012, город Караганда, улица Алиханова, 16"),
                ),
                "74,5",
                vec![late.clone(), appeals],
                l.say(
                    "2026 жылғы I тоқсанның есебі (3.1-жол) мен өтініштерді талдау",
                    "анализ отчёта за I квартал 2026 года (строка 3.1) и обращений",
                ),
            ),
            row(
                body(
                    l,
                    (
                        "«Балқаш қаласының жер қатынастары бөлімі» мемлекеттік мекемесі",
                        "Государственное учреждение «Отдел земельных отношений города Балхаша»",
                    ),
                    "061140000493",
                    ("100300, Балқаш қаласы, Уәлиханов көшесі, 5", "100300, город Балхаш, улица Уалиханова, 5"),
                ),
                "63,2",
                vec![late],
                l.say("мониторингтің ақпараттық жүйесінің деректері", "данные информационной системы мониторинга"),
            ),
        ],
        approval: signed(people::chair(l), "08.05.2026 12:00"),
        prepared: Some(signed(people::head_of_division(l), "07.05.2026 18:10")),
    }
}

/// A recommendation after an analysis of the system's data.
pub fn desk_outcome(l: Language) -> DeskOutcome {
    DeskOutcome {
        head: people::blank(l, "5-08/40", "24.04.2026", "K5VU-37ZA-9P"),
        outcome: OutcomeKind::Recommendation,
        addressee: to_object_head(l),
        subject: object(l),
        matter: super::appointment::matter(l),
        period: span("01.01.2026", "31.03.2026"),
        sources: vec![
            l.say(
                "мемлекеттік қызметтер көрсету мониторингінің ақпараттық жүйесі",
                "информационная система мониторинга оказания государственных услуг",
            ),
            l.say(
                "«электрондық үкімет» веб-порталы және субъектінің интернет-ресурсы",
                "веб-портал «электронного правительства» и интернет-ресурс субъекта",
            ),
            l.say("2026 жылғы I тоқсанның 1-мқ нысаны бойынша есеп", "отчёт по форме 1-мқ за I квартал 2026 года"),
        ],
        findings: vec![
            DeskFinding {
                requirement: l.say(
                    "Мемлекеттік қызметті белгіленген мерзімде көрсету",
                    "Оказание государственной услуги в установленный срок",
                ),
                severity: Severity::Significant,
                description: l.say(
                    "4 512 қызметтің 271-і мерзімінен кеш көрсетілген, бірақ есепте 14-і ғана көрсетілген",
                    "из 4 512 услуг с опозданием оказана 271, в отчёте указано только 14",
                ),
            },
            DeskFinding {
                requirement: l.say(
                    "Қызмет көрсету тәртібі туралы ақпаратты интернет-ресурста орналастыру",
                    "Размещение информации о порядке оказания услуги на интернет-ресурсе",
                ),
                severity: Severity::Insignificant,
                description: l.say(
                    "интернет-ресурста қағидалардың күші жойылған редакциясы орналастырылған",
                    "на интернет-ресурсе размещена утратившая силу редакция правил",
                ),
            },
        ],
        text: l.say(
            "Талдау қызметтердің бір бөлігі мерзімінен кеш көрсетілгенін растады.",
            "Анализ подтвердил, что часть услуг оказана с нарушением срока.",
        ),
        remedies: vec![
            l.say(
                "мерзімі өткен қызметтер бойынша деректерді салыстырып, есепті нақтылау",
                "сверить данные о просроченных услугах и уточнить отчёт",
            ),
            l.say(
                "интернет-ресурста қағидалардың қолданыстағы редакциясын орналастыру",
                "разместить на интернет-ресурсе действующую редакцию правил",
            ),
        ],
        contacts: people::contacts(l),
        signature: signed(people::head_of_division(l), "24.04.2026 16:35"),
    }
}
