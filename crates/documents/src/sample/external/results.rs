use super::super::people::{object, signed};
use super::super::{reference, span};
use super::appointment::{REQUIREMENTS, checklist, matter, of_inspection};
use super::people;
use crate::{
    Acquaintance, Conclusion, ControlCopy, ControlForm, FoundViolation, Language, Objections, Obstruction,
    ObstructionProtocol, Outcome, Prescription, PrescriptionRow, RefusalProtocol, ResultsAct, SubjectMark,
};

/// The head would not take the act and refused to sign the protocol about it.
pub fn obstruction_protocol(l: Language) -> ObstructionProtocol {
    ObstructionProtocol {
        head: people::blank(l, "5-08/91", "09.09.2026", "R9DE-26SU-4K"),
        form: ControlForm::Visit,
        what: Obstruction::RefusedAct,
        on: "09.09.2026".into(),
        at: "10:40".into(),
        place: object(l).address,
        act: reference("34", "07.09.2026"),
        subject: object(l),
        representative: people::subject_head(l),
        description: l.say(
            "Лауазымды адамдар қызметтік куәліктерін және тіркелген актіні көрсетті. Басқарма басшысы Б. С. Тәжібаев актінің данасын алудан және оған алғаны туралы белгі қоюдан бас тартты.\n\nТексеру парағы оқылып, талаптарының тармақтары түсіндірілді. Бақылау тағайындау туралы актіде көрсетілген мерзімде жалғастырылады.",
            "Должностные лица предъявили служебные удостоверения и зарегистрированный акт. Руководитель управления Тажибаев Б. С. отказался получить экземпляр акта и сделать на нём отметку о получении.\n\nПроверочный лист зачитан, пункты его требований разъяснены. Контроль продолжается в срок, указанный в акте о назначении.",
        ),
        explanation: Some(l.say(
            "«Хабарлама мекемеге 8 қыркүйекте жұмыс уақыты аяқталғаннан кейін келіп түсті, сондықтан актіні алуға келіспеймін».",
            "«Извещение поступило в учреждение 8 сентября после окончания рабочего времени, поэтому с вручением акта не согласен».",
        )),
        signatures: vec![
            signed(people::head_of_division(l), "09.09.2026 11:02"),
            signed(people::inspector(l), "09.09.2026 11:04"),
        ],
        mark: SubjectMark::Refused { reason: l.say("себебі жазбаша түсініктемеде көрсетілген", "причина указана в письменном объяснении") },
    }
}

const RESULTS: (&str, &str) = (
    "Тексеру барысында 2025 жылғы 1 қаңтардан 2026 жылғы 30 сәуірге дейінгі кезеңде қабылданған 1 240 өтініштің 310-ы іріктеме тәртіппен зерделенді.\n\nБұзушылықтар туралы мәліметтер мына кестеде келтірілген.",
    "В ходе проверки выборочно изучены 310 из 1 240 заявлений, принятых с 1 января 2025 года по 30 апреля 2026 года.\n\nСведения о нарушениях приведены в таблице.",
);

/// A text in both languages.
type Both = (&'static str, &'static str);

/// What was found, how many times, on what evidence; what to do about it, and until when.
const FOUND: [(Both, u32, Both, Both, &str); 3] = [
    (
        (
            "№ 2025-4471 және № 2025-4519 өтініштер бойынша көмек 8 жұмыс күнінің орнына 11 және 12 жұмыс күнінде тағайындалды",
            "По заявлениям № 2025-4471 и № 2025-4519 помощь назначена за 11 и 12 рабочих дней вместо 8",
        ),
        2,
        ("Істердің көшірмелері, 1–8-парақтар", "Копии дел, листы 1–8"),
        (
            "Жауапты қызметкерді алмастыру тәртібін бекіту және өтініштерді қарау мерзімдеріне күн сайынғы бақылауды енгізу",
            "Утвердить порядок замещения ответственного работника и ввести ежедневный контроль сроков рассмотрения заявлений",
        ),
        "26.06.2026",
    ),
    (
        (
            "17 көрсетілетін қызметті алушыдан мекенжай анықтамасы мен неке туралы куәліктің көшірмесі талап етілген",
            "У 17 услугополучателей истребованы адресная справка и копия свидетельства о браке",
        ),
        17,
        ("Істердің көшірмелері, 9–42-парақтар; түсініктеме", "Копии дел, листы 9–42; объяснение"),
        (
            "Ақпараттық жүйелерден алуға болатын құжаттарды талап етуді тоқтату, қабылдау терезелеріндегі құжаттар тізбесін жаңарту",
            "Прекратить истребование документов, получаемых из информационных систем, обновить перечень документов у окон приёма",
        ),
        "15.06.2026",
    ),
    (
        (
            "№ 2025-0883 өтініш бойынша бас тартуда нормативтік құқықтық актінің нормасы көрсетілмеген",
            "В отказе по заявлению № 2025-0883 не указана норма нормативного правового акта",
        ),
        1,
        ("Хаттың көшірмесі, 43–46-парақтар", "Копия письма, листы 43–46"),
        (
            "№ 2025-0883 өтінішті қайта қарап, өтініш берушіге дәлелді жауап беру",
            "Повторно рассмотреть заявление № 2025-0883 и дать заявителю мотивированный ответ",
        ),
        "15.06.2026",
    ),
];

/// The second copy of an act with three violations; remarks came in time.
pub fn results_act(l: Language) -> ResultsAct {
    let (number, on) = of_inspection();
    ResultsAct {
        head: people::blank(l, "21-Н", "29.05.2026", "C1YF-84JH-7W"),
        copy: ControlCopy::Subject,
        drawn_on: "29.05.2026".into(),
        drawn_at: "15:30".into(),
        drawn_place: object(l).address,
        appointment: reference(number, on),
        officers: vec![people::head_of_division(l), people::inspector(l)],
        subject: object(l),
        representatives: vec![people::subject_head(l), people::subject_deputy(l)],
        held: span("18.05.2026", "29.05.2026"),
        held_place: object(l).address,
        period: span("01.01.2025", "30.04.2026"),
        results: l.say(RESULTS.0, RESULTS.1),
        violations: FOUND
            .iter()
            .zip(&REQUIREMENTS)
            .map(|(((kk, ru), count, evidence, ..), (item, text_kk, text_ru, severity))| FoundViolation {
                item: (*item).into(),
                requirement: l.say(text_kk, text_ru),
                severity: *severity,
                service: l.say("Атаулы әлеуметтік көмек тағайындау", "Назначение адресной социальной помощи"),
                description: l.say(kk, ru),
                count: *count,
                evidence: l.say(evidence.0, evidence.1),
            })
            .collect(),
        checklist: checklist(l),
        delivered_on: Some("29.05.2026".into()),
        acquaintance: Acquaintance::Acquainted { signature: signed(people::subject_head(l), "29.05.2026 17:20") },
        objections: Some(Objections {
            reference: reference("1-15/301", "03.06.2026"),
            summary: l.say(
                "1-бұзушылықтың сипатымен келіспейді, 2 парақ",
                "не согласны с характером нарушения 1, на 2 листах",
            ),
            late: false,
        }),
        signatures: vec![
            signed(people::head_of_division(l), "29.05.2026 16:01"),
            signed(people::inspector(l), "29.05.2026 16:03"),
        ],
        attachments: vec![
            l.say(
                "анықталған бұзушылықтарды жою туралы № 21-НҰ нұсқама, 4 парақ",
                "предписание об устранении выявленных нарушений № 21-НҰ, на 4 листах",
            ),
            l.say("істердің расталған көшірмелері, 46 парақ", "заверенные копии дел, на 46 листах"),
            l.say("ескертулер және қарсылықтар, 2 парақ", "замечания и возражения, на 2 листах"),
        ],
    }
}

/// The head would not sign the act on results.
pub fn refusal_protocol(l: Language) -> RefusalProtocol {
    RefusalProtocol {
        head: people::blank(l, "5-08/74", "29.05.2026", "L5OM-02XI-9G"),
        form: ControlForm::Inspection,
        what: Outcome::ResultsAct,
        on: "29.05.2026".into(),
        at: "17:45".into(),
        place: object(l).address,
        results: reference("21-Н", "29.05.2026"),
        subject: object(l),
        refused: people::subject_head(l),
        explanation: Some(l.say(
            "Басшы 1-бұзушылықтың сипатымен келіспейтінін ауызша мәлімдеді.",
            "Руководитель устно заявил о несогласии с характером нарушения 1.",
        )),
        journal: Some(reference("1-15/287-К", "29.05.2026")),
        signatures: vec![
            signed(people::head_of_division(l), "29.05.2026 17:58"),
            signed(people::inspector(l), "29.05.2026 18:00"),
        ],
    }
}

/// The prescription that goes with the act on results.
pub fn prescription(l: Language) -> Prescription {
    let act = results_act(l);
    Prescription {
        head: people::blank(l, "21-НҰ", "29.05.2026", "V3BS-67TP-1A"),
        copy: ControlCopy::Subject,
        form: ControlForm::Inspection,
        drawn_on: act.drawn_on,
        drawn_at: "15:50".into(),
        drawn_place: act.drawn_place,
        appointment: act.appointment,
        results: Some(reference("21-Н", "29.05.2026")),
        officers: act.officers,
        subject: act.subject,
        representatives: act.representatives,
        held: act.held,
        held_place: act.held_place,
        period: Some(act.period),
        rows: act
            .violations
            .into_iter()
            .zip(&FOUND)
            .map(|(violation, (_, _, _, instruction, until))| PrescriptionRow {
                item: violation.item,
                requirement: violation.requirement,
                severity: violation.severity,
                violation: violation.description,
                instruction: l.say(instruction.0, instruction.1),
                until: (*until).into(),
            })
            .collect(),
        delivered_on: act.delivered_on,
        acquaintance: act.acquaintance,
        signatures: act.signatures,
    }
}

/// A visit that found nothing.
pub fn conclusion(l: Language) -> Conclusion {
    Conclusion {
        head: people::blank(l, "34-Қ", "29.09.2026", "J8UK-53NO-2R"),
        drawn_on: "29.09.2026".into(),
        drawn_at: "14:15".into(),
        drawn_place: object(l).address,
        appointment: reference("34", "07.09.2026"),
        officers: vec![people::head_of_division(l), people::inspector(l)],
        subject: object(l),
        representatives: vec![people::subject_deputy(l)],
        matter: matter(l),
        held: span("09.09.2026", "29.09.2026"),
        held_place: object(l).address,
        checklist: checklist(l),
        checked: 4,
        text: l.say(
            "Бақылау барысында іріктеме тәртіппен 120 өтініш бойынша істер, құжаттарды қабылдау залы және интернет-ресурстағы ақпарат зерделенді.",
            "В ходе контроля выборочно изучены дела по 120 заявлениям, зал приёма документов и информация на интернет-ресурсе.",
        ),
        recommendations: vec![l.say(
            "құжаттар тізбесін заңнама өзгерген күннен бастап үш жұмыс күні ішінде жаңартып отыру",
            "обновлять перечень документов в течение трёх рабочих дней со дня изменения законодательства",
        )],
        delivered_on: Some("29.09.2026".into()),
        acquaintance: Acquaintance::Acquainted { signature: signed(people::subject_deputy(l), "29.09.2026 16:40") },
        signatures: vec![
            signed(people::head_of_division(l), "29.09.2026 15:00"),
            signed(people::inspector(l), "29.09.2026 15:02"),
        ],
    }
}
