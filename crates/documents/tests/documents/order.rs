use crate::paper::{holds, lacks, text};
use documents::{Document, Ground, Language, Reference, sample};

fn reference() -> Reference {
    Reference { number: "Ж-15".into(), on: "02.03.2026".into() }
}

#[test]
fn p41_order_names_the_ground_it_stands_on() {
    let grounds = [
        (
            Ground::AnnualPlan { year: 2026, item: "4".into(), order: reference() },
            "2026 жылға арналған бақылау іс-шаралары жоспарының 4-тармағы негізінде",
        ),
        (
            Ground::Appeal { appeal: reference(), facts: "мерзімі үш рет бұзылған".into() },
            "2026 жылғы 2 наурыздағы № Ж-15 өтініші негізінде (нақты фактілер: мерзімі үш рет бұзылған)",
        ),
        (
            Ground::Monitoring { period: "2026 жылғы I тоқсан".into(), findings: "41 кешігу".into() },
            "мониторингінің нәтижелері негізінде (кезеңі: 2026 жылғы I тоқсан; нәтижесі: 41 кешігу)",
        ),
        (
            Ground::Instruction { instruction: reference(), text: "тексеру".into() },
            "уәкілетті органның 2026 жылғы 2 наурыздағы № Ж-15 тапсырмасы негізінде",
        ),
    ];
    for (ground, words) in grounds {
        let mut order = sample::order(Language::Kk);
        order.ground = ground;
        holds(&text(&Document::Order(order), Language::Kk), &[words, "41-тармағына сәйкес", "БҰЙЫРАМЫН:"]);
    }
}

#[test]
fn p42_annual_plan_lists_what_is_prescribed() {
    let kk = text(&Document::AnnualPlan(sample::annual_plan(Language::Kk)), Language::Kk);
    holds(
        &kk,
        &[
            "2026 жылға арналған бақылау іс-шараларының жоспары",
            "Бақылауға жататын мәселе",
            "Бақылау объектісі",
            "Жүргізу мерзімі",
            "Аяқтау нысаны",
            "Жауапты орындаушылар",
            "2025 жылғы 19 желтоқсандағы № 312 бұйрығымен бекітілген",
            "2026 жылғы 16 ақпандағы № 41 бұйрықпен толықтырылды",
            "Барлығы: 6 бақылау іс-шарасы.",
        ],
    );
    let ru = text(&Document::AnnualPlan(sample::annual_plan(Language::Ru)), Language::Ru);
    holds(
        &ru,
        &[
            "Вопрос, подлежащий контролю",
            "Форма завершения",
            "от 19 декабря 2025 года № 312",
            "дополнено приказом от 16 февраля 2026 года № 41",
        ],
    );
}

#[test]
fn p43_order_gives_dates_and_working_days() {
    holds(
        &text(&Document::Order(sample::order(Language::Kk)), Language::Kk),
        &["2026 жылғы 6 сәуір – 2026 жылғы 17 сәуір (10 жұмыс күні)", "БСН 051240000454"],
    );
    holds(
        &text(&Document::Order(sample::order(Language::Ru)), Language::Ru),
        &["с 6 апреля 2026 года по 17 апреля 2026 года (10 рабочих дней)", "ПРИКАЗЫВАЮ:"],
    );
}

#[test]
fn p43_change_names_the_order_and_both_terms() {
    holds(
        &text(&Document::OrderChange(sample::order_change(Language::Kk)), Language::Kk),
        &[
            "2026 жылғы 27 наурыздағы № 58 «Бақылау іс-шарасын тағайындау туралы» бұйрыққа өзгеріс енгізу туралы",
            "2026 жылғы 13 сәуір – 2026 жылғы 24 сәуір (10 жұмыс күні) болып белгіленсін",
            "бұрынғы мерзімі: 2026 жылғы 6 сәуір – 2026 жылғы 17 сәуір",
        ],
    );
}

#[test]
fn p44_extension_gives_reason_new_end_and_working_days() {
    holds(
        &text(&Document::OrderExtension(sample::order_extension(Language::Kk)), Language::Kk),
        &[
            "44-тармағына сәйкес",
            "5 жұмыс күніне ұзартылсын",
            "объективті себебі",
            "2026 жылғы 4 мамыр",
            "дәлелді ұсынысы негізінде",
        ],
    );
    for (days, words) in
        [(1, "Продлить на 1 рабочий день"), (3, "Продлить на 3 рабочих дня"), (10, "Продлить на 10 рабочих дней")]
    {
        let mut order = sample::order_extension(Language::Ru);
        order.working_days = days;
        holds(&text(&Document::OrderExtension(order), Language::Ru), &[words]);
    }
}

#[test]
fn p45_notice_tells_what_when_who_and_what_to_prepare() {
    holds(
        &text(&Document::Notice(sample::notice(Language::Kk)), Language::Kk),
        &[
            "45-тармағына сәйкес",
            "Б. С. Тәжібаевқа",
            "2026 жылғы 27 наурыздағы № 58",
            "Басталу күні",
            "2026 жылғы 13 сәуір",
            "Өтеғұлов Нұрлан Іңкәрұлы",
            "Дайындалуы қажет құжаттар",
            "тіркеу журналдары",
            "Байланыс деректері",
        ],
    );
    let mut notice = sample::notice(Language::Ru);
    notice.documents.clear();
    holds(&text(&Document::Notice(notice), Language::Ru), &["Документы, которые следует подготовить", "нет."]);
}

#[test]
fn p48_experts_stand_with_their_declaration_or_there_are_none() {
    let mut order = sample::order(Language::Kk);
    holds(
        &text(&Document::Order(order.clone()), Language::Kk),
        &[
            "Ким Виктория Сергеевна",
            "азаматтық-құқықтық және еңбек қатынастарында тұрмайтыны туралы 2026 жылғы 26 наурыздағы мәлімдеме берді",
        ],
    );
    order.experts.clear();
    holds(&text(&Document::Order(order), Language::Kk), &["сарапшылар, сараптама ұйымдары мен мамандар: жоқ."]);
}

#[test]
fn who_acts_for_the_head_is_named_as_acting() {
    let mut order = sample::order(Language::Kk);
    holds(
        &text(&Document::Order(order.clone()), Language::Kk),
        &["аппарат басшысының міндетін атқарушы", "Жүнісов Ерғазы Мұратұлы", "Жүйеде қол қойылды: 27.03.2026 17:42"],
    );
    order.signature.at.clear();
    lacks(&text(&Document::Order(order), Language::Kk), "Жүйеде қол қойылды");
}
