use super::super::people::{object, signed, to_object_head};
use super::super::{reference, span, term};
use super::people;
use crate::{
    AdditionalAct, AppointmentAct, CheckedRequirement, ControlForm, ControlNotice, ExtensionGround, Language,
    NoticeAbout, Receipt, Severity, Term,
};

pub(super) fn matter(l: Language) -> String {
    l.say(
        "«Атаулы әлеуметтік көмек тағайындау» мемлекеттік қызметін көрсету кезінде мерзімдердің сақталуы және ақпараттық жүйелерден алуға болатын құжаттарды талап етуге жол бермеу",
        "Соблюдение сроков и недопущение истребования документов, которые могут быть получены из информационных систем, при оказании государственной услуги «Назначение адресной социальной помощи»",
    )
}

pub(super) const REQUIREMENTS: [(&str, &str, &str, Severity); 4] = [
    (
        "1",
        "Мемлекеттік қызметті заңға тәуелді нормативтік құқықтық актіде белгіленген мерзімде көрсету",
        "Оказание государственной услуги в срок, установленный подзаконным нормативным правовым актом",
        Severity::Significant,
    ),
    (
        "3",
        "Ақпараттық жүйелерден алуға болатын құжаттарды талап етпеу",
        "Неистребование документов, которые могут быть получены из информационных систем",
        Severity::Gross,
    ),
    (
        "4",
        "Заңдарда көзделген негіздер бойынша ғана дәлелді бас тарту",
        "Мотивированный отказ только по основаниям, предусмотренным законами",
        Severity::Significant,
    ),
    (
        "7",
        "Мемлекеттік қызмет көрсету тәртібі туралы ақпаратты көрсетілетін қызметті алушылар үшін қолжетімді орындарда орналастыру",
        "Размещение информации о порядке оказания государственной услуги в доступных для услугополучателей местах",
        Severity::Insignificant,
    ),
];

pub(super) fn of_inspection() -> (&'static str, &'static str) {
    ("21", "14.05.2026")
}

pub(super) fn checklist(l: Language) -> String {
    l.say(
        "Мемлекеттік қызметтер көрсету саласындағы тексеру парағы (үлгі)",
        "Проверочный лист в сфере оказания государственных услуг (образец)",
    )
}

fn appointed() -> Term {
    term("18.05.2026", "29.05.2026", 10)
}

/// An inspection on appeals of service recipients.
pub fn appointment_act(l: Language) -> AppointmentAct {
    let (number, on) = of_inspection();
    let acts = [
        (
            "«Мемлекеттік көрсетілетін қызметтер туралы» 2013 жылғы 15 сәуірдегі Қазақстан Республикасының Заңы, 5, 20 және 21-баптар",
            "Закон Республики Казахстан от 15 апреля 2013 года «О государственных услугах», статьи 5, 20 и 21",
        ),
        (
            "«Атаулы әлеуметтік көмек тағайындау» мемлекеттік қызметін көрсету қағидалары",
            "Правила оказания государственной услуги «Назначение адресной социальной помощи»",
        ),
    ];
    let objects = [
        ("Құжаттарды қабылдау залы, Жамбыл көшесі, 11, 1-қабат", "Зал приёма документов, улица Жамбыла, 11, 1-й этаж"),
        ("Мұрағат, Жамбыл көшесі, 11, жертөле қабаты", "Архив, улица Жамбыла, 11, цокольный этаж"),
    ];
    AppointmentAct {
        head: people::blank(l, number, on, "B4KX-71MQ-8D"),
        form: ControlForm::Inspection,
        officers: vec![people::head_of_division(l), people::inspector(l)],
        engaged: vec![people::engaged(l)],
        subject: object(l),
        objects: objects.iter().map(|(kk, ru)| l.say(kk, ru)).collect(),
        territory: l.say("Қарағанды қаласы, Қазыбек би атындағы аудан", "город Караганда, район имени Казыбек би"),
        branch: Some(l.say(
            "Басқарманың Теміртау қаласындағы филиалы, БСН 051241000472, 101400, Теміртау қаласы, Республика даңғылы, 12",
            "Филиал управления в городе Темиртау, БИН 051241000472, 101400, город Темиртау, проспект Республики, 12",
        )),
        matter: matter(l),
        term: appointed(),
        ground: l.say(
            "Қазақстан Республикасы Кәсіпкерлік кодексінің 144-бабы 3-тармағының 4) тармақшасы: құқықтары бұзылған көрсетілетін қызметті алушылардың 2026 жылғы 11 мамырдағы № ЖТ-О-118 және 2026 жылғы 12 мамырдағы № ЖТ-Б-204 өтініштері",
            "Подпункт 4) пункта 3 статьи 144 Предпринимательского кодекса Республики Казахстан: обращения услугополучателей, права которых нарушены, от 11 мая 2026 года № ЖТ-О-118 и от 12 мая 2026 года № ЖТ-Б-204",
        ),
        legal_acts: acts.iter().map(|(kk, ru)| l.say(kk, ru)).collect(),
        requirements: REQUIREMENTS
            .iter()
            .map(|(item, kk, ru, severity)| CheckedRequirement { item: (*item).into(), text: l.say(kk, ru), severity: *severity })
            .collect(),
        period: Some(span("01.01.2025", "30.04.2026")),
        signature: signed(people::director(l), "14.05.2026 16:20"),
        receipt: Receipt::Received { person: people::subject_head(l), on: "18.05.2026".into() },
        checklist_on: Some("18.05.2026".into()),
        registration: Some(reference("2619550270118", "15.05.2026")),
        late_registration: None,
    }
}

/// A visit from the half-year list; the subject refused the act, and the registration came after the start.
pub fn appointment_of_visit(l: Language) -> AppointmentAct {
    AppointmentAct {
        head: people::blank(l, "34", "07.09.2026", "H2WT-45RB-0N"),
        form: ControlForm::Visit,
        engaged: Vec::new(),
        branch: None,
        term: term("09.09.2026", "29.09.2026", 15),
        ground: l.say(
            "Қазақстан Республикасы Кәсіпкерлік кодексінің 141-бабы және 2026 жылғы 8 мамырда бекітілген жартыжылдық тізімнің 1-жолы",
            "Статья 141 Предпринимательского кодекса Республики Казахстан и строка 1 полугодового списка, утверждённого 8 мая 2026 года",
        ),
        legal_acts: Vec::new(),
        period: None,
        signature: signed(people::director(l), "07.09.2026 10:05"),
        receipt: Receipt::Refused {
            on: "09.09.2026".into(),
            note: l.say("2026 жылғы 9 қыркүйекте хаттама жасалды", "9 сентября 2026 года составлен протокол"),
        },
        checklist_on: None,
        registration: Some(reference("2619550270233", "10.09.2026")),
        late_registration: Some(l.say(
            "объект тіркеу органынан жүз километрден астам қашықтықта орналасқан",
            "объект расположен на расстоянии более ста километров от органа регистрации",
        )),
        ..appointment_act(l)
    }
}

/// Ten working days more, for information from abroad.
pub fn additional_act(l: Language) -> AdditionalAct {
    let (number, on) = of_inspection();
    AdditionalAct {
        head: people::blank(l, "21/1", "26.05.2026", "P6GN-18ZV-3L"),
        form: ControlForm::Inspection,
        act: reference(number, on),
        subject: object(l),
        ground: ExtensionGround::ForeignInformation,
        reason: l.say(
            "көрсетілетін қызметті алушының шетелде жұмыс істеген кезеңін растау туралы 2026 жылғы 20 мамырдағы № 5-08/61 сұрау салуға жауап келген жоқ",
            "не поступил ответ на запрос от 20 мая 2026 года № 5-08/61 о подтверждении периода работы услугополучателя за рубежом",
        ),
        ends_before: "29.05.2026".into(),
        ends: "12.06.2026".into(),
        working_days: 10,
        registration: Some(reference("2619550270118-1", "27.05.2026")),
        signature: signed(people::director(l), "26.05.2026 11:48"),
    }
}

/// One notice of every kind.
pub fn control_notices(l: Language) -> Vec<ControlNotice> {
    let say = |kk: &str, ru: &str| l.say(kk, ru);
    vec![
        notice(l, "5-08/52", "15.05.2026", NoticeAbout::Start { term: appointed(), matter: matter(l) }),
        notice(
            l,
            "5-08/58",
            "20.05.2026",
            NoticeAbout::Officers {
                before: vec![people::head_of_division(l), people::inspector(l)],
                after: vec![people::head_of_division(l), people::second_inspector(l)],
                reason: say(
                    "Ж. С. Әбенованың еңбекке уақытша жарамсыздығы",
                    "временная нетрудоспособность Абеновой Ж. С.",
                ),
            },
        ),
        notice(
            l,
            "5-08/63",
            "22.05.2026",
            NoticeAbout::Suspension {
                from: "25.05.2026".into(),
                reason: say(
                    "бақылау объектісі ғимаратындағы авариялық жөндеу жұмыстары",
                    "аварийные ремонтные работы в здании объекта",
                ),
            },
        ),
        notice(
            l,
            "5-08/66",
            "27.05.2026",
            NoticeAbout::Resumption { on: "28.05.2026".into(), ends: "03.06.2026".into() },
        ),
        notice(
            l,
            "5-08/70",
            "27.05.2026",
            NoticeAbout::Extension {
                until: "12.06.2026".into(),
                ground: say(
                    "шет мемлекеттің мемлекеттік органынан ақпарат алу қажеттігі",
                    "необходимость получения информации от государственного органа иностранного государства",
                ),
                additional: reference("21/1", "26.05.2026"),
            },
        ),
    ]
}

fn notice(l: Language, number: &str, on: &str, about: NoticeAbout) -> ControlNotice {
    let (act, of) = of_inspection();
    ControlNotice {
        head: people::blank(l, number, on, "T7QA-39LC-6E"),
        addressee: to_object_head(l),
        form: ControlForm::Inspection,
        act: reference(act, of),
        subject: object(l),
        about,
        delivery: l.say(
            "электрондық цифрлық қолтаңбамен куәландырылған электрондық құжат түрінде",
            "в форме электронного документа, удостоверенного электронной цифровой подписью",
        ),
        contacts: people::contacts(l),
        signature: signed(people::head_of_division(l), &format!("{on} 12:10")),
    }
}
