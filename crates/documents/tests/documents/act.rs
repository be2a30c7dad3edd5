use crate::paper::{holds, lacks, text};
use documents::{Acquaintance, Act, ActCopy, Document, Language, sample};

const ITEMS_KK: [&str; 13] = [
    "1) Бақылау іс-шарасы актісінің жасалған күні, уақыты және орны",
    "2) Бақылау іс-шарасы жүргізілген бақылау объектісінің атауы",
    "3) Оның негізінде бақылау іс-шарасы жүргізілген, бақылау іс-шарасын тағайындау туралы бұйрықтың жасалған күні мен нөмірі",
    "4) Бақылау іс-шарасын жүргізген жауапты орындаушылардың тегі, аты және әкесінің аты",
    "5) Бақылау іс-шарасының жүргізілген күні, орны және кезеңі",
    "6) Бақылау объектісінің қызметін талдау",
    "7) Бақылау іс-шарасының нәтижелері туралы, анықталған бұзушылықтар фактілері болса, олар туралы мәліметтер",
    "8) Мемлекеттік қызметтерді сапасыз көрсетудің",
    "9) Тексеру жүргізілген «Мемлекеттік көрсетілетін қызметтер туралы» Заңның талаптарын сақтау",
    "10) Орындау мерзімдерін көрсете отырып",
    "11) Қазақстан Республикасының мемлекеттік көрсетілетін қызметтер саласындағы заңнамасының бұзылу фактілері",
    "12) Бақылау объектісі басшысының актімен танысқаны немесе танысудан бас тартқаны",
    "13) Бақылау іс-шарасын жүргізген жауапты адамдардың қолдары",
];
const ITEMS_RU: [&str; 13] = [
    "1) Дата, время и место составления акта контрольного мероприятия",
    "2) Наименование объекта контроля",
    "3) Дата и номер приказа о назначении контрольного мероприятия",
    "4) Фамилия, имя и отчество (при его наличии) и должность ответственных исполнителей",
    "5) Дата, место и период проведения контрольного мероприятия",
    "6) Анализ деятельности объекта контроля",
    "7) Сведения о результатах контрольного мероприятия, о выявленных фактах нарушений",
    "8) Анализ причин некачественного оказания государственных услуг",
    "9) Пункты требований проверочного листа",
    "10) Рекомендации по устранению выявленных нарушений",
    "11) Рекомендации по привлечению к ответственности виновных лиц",
    "12) Сведения об ознакомлении руководителя объекта контроля с актом или об отказе",
    "13) Подписи ответственных лиц, проводивших контрольное мероприятие",
];

fn written(act: Act, language: Language) -> String {
    text(&Document::Act(act), language)
}

#[test]
fn p50_act_has_its_thirteen_items() {
    for (language, items) in [(Language::Kk, ITEMS_KK), (Language::Ru, ITEMS_RU)] {
        let act = written(sample::act(language), language);
        holds(&act, &items);
        let places: Vec<Option<usize>> = items.iter().map(|item| act.find(&crate::paper::squeeze(item))).collect();
        assert!(places.is_sorted(), "the items stand in the order of §50");
    }
}

#[test]
fn p50_act_keeps_its_thirteen_items_when_everything_is_empty() {
    for (language, items) in [(Language::Kk, ITEMS_KK), (Language::Ru, ITEMS_RU)] {
        holds(&text(&sample::draft(Document::Act(sample::act(language))), language), &items);
    }
}

#[test]
fn p50_empty_lists_say_so() {
    let kk = text(&sample::draft(Document::Act(sample::act(Language::Kk))), Language::Kk);
    holds(&kk, &["Анықталған бұзушылықтар: жоқ.", "болған адамдар: жоқ.", "Қарсылықтар: жоқ."]);
    let ru = text(&sample::draft(Document::Act(sample::act(Language::Ru))), Language::Ru);
    holds(&ru, &["Выявленные нарушения: нет.", "Возражения: нет."]);
}

#[test]
fn p50_violations_stand_with_row_severity_and_evidence() {
    holds(
        &written(sample::act(Language::Kk), Language::Kk),
        &[
            "3.5. Ақпараттық жүйелерден алуға болатын",
            "өрескел",
            "елеулі",
            "елеусіз",
            "9–42-парақтар",
            "бұзылған",
            "қолданылмайды",
        ],
    );
    holds(
        &written(sample::act(Language::Ru), Language::Ru),
        &["3.7. Необоснованный отказ", "грубое", "значительное", "незначительное", "не применяется"],
    );
}

#[test]
fn p49_each_of_the_two_copies_says_which_it_is() {
    let mut act = sample::act(Language::Kk);
    holds(&written(act.clone(), Language::Kk), &["Акт 2 данада жасалды", "1-дана – бақылау объектісіне"]);
    act.copy = ActCopy::Materials;
    let second = written(act, Language::Kk);
    assert_eq!(second.matches("2-дана").count(), 2, "once as the mark, once in the sentence about both");
}

#[test]
fn p49_presentation_is_dated() {
    holds(&written(sample::act(Language::Kk), Language::Kk), &["Акт танысу үшін 2026 жылғы 30 сәуірде ұсынылды."]);
    holds(
        &written(sample::act(Language::Ru), Language::Ru),
        &["Акт представлен для ознакомления 30 апреля 2026 года."],
    );
}

#[test]
fn p49_refusal_to_be_acquainted_is_marked() {
    for (language, mark) in [
        (Language::Kk, "танысудан бас тартты: 2026 жылғы 30 сәуір"),
        (Language::Ru, "отказался от ознакомления с актом: 30 апреля 2026 года"),
    ] {
        let act = Act {
            acquaintance: Acquaintance::Refused { on: "30.04.2026".into(), note: String::new() },
            ..sample::act(language)
        };
        holds(&written(act, language), &[mark]);
    }
}

#[test]
fn p51_objections_are_marked_and_late_ones_as_late() {
    let mut act = sample::act(Language::Kk);
    let late = "мерзімі өткеннен кейін келіп түсті";
    let in_time = written(act.clone(), Language::Kk);
    holds(&in_time, &["2026 жылғы 5 мамырдағы № 1-15/220 қарсылықтар актіге қоса тіркелді"]);
    lacks(&in_time, late);
    act.objections.as_mut().expect("the sample has objections").late = true;
    holds(&written(act, Language::Kk), &[late]);
}
