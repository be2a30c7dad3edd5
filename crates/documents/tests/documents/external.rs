//! What chapter 2 of the Rules says on paper, beyond the numbered items.

use crate::paper::{holds, lacks, pages, squeeze, text};
use documents::{
    Acquaintance, AppealConclusion, ControlForm, Document, ExtensionGround, Language, Obstruction, OutcomeKind,
    Receipt, SubjectMark, sample,
};

fn kk(document: Document) -> String {
    text(&document, Language::Kk)
}

fn ru(document: Document) -> String {
    text(&document, Language::Ru)
}

#[test]
fn p10_half_year_list_is_approved_and_gives_its_reasons() {
    holds(
        &kk(Document::HalfYearList(sample::half_year_list(Language::Kk))),
        &[
            "Бекітемін",
            "2026 жылдың екінші жартыжылдығына",
            "жоғары",
            "74,5",
            "Барлығы: 3 тексерілетін субъект",
            "Бекітілген тізім өзгертілмейді",
        ],
    );
    let mut first = sample::half_year_list(Language::Ru);
    first.half = 1;
    holds(
        &ru(Document::HalfYearList(first)),
        &["Утверждаю", "на первое полугодие 2026 года", "Степень риска", "не чаще одного раза в год"],
    );
}

#[test]
fn p12_outcome_of_desk_control_names_its_kind_and_opens_no_case() {
    for (outcome, in_kk, in_ru) in [
        (OutcomeKind::Certificate, "нәтижелері туралы анықтама", "Справка о результатах"),
        (OutcomeKind::Conclusion, "нәтижелері туралы қорытынды", "Заключение о результатах"),
        (OutcomeKind::Recommendation, "нәтижелері бойынша ұсыным", "Рекомендация по результатам"),
    ] {
        let mut document = sample::desk_outcome(Language::Kk);
        document.outcome = outcome;
        holds(
            &kk(Document::DeskOutcome(document)),
            &[in_kk, "137-бабына сәйкес", "әкімшілік құқық бұзушылық туралы іс қозғалмайды"],
        );
        let mut document = sample::desk_outcome(Language::Ru);
        document.outcome = outcome;
        holds(
            &ru(Document::DeskOutcome(document)),
            &[in_ru, "без посещения", "дело об административном правонарушении не возбуждается"],
        );
    }
}

#[test]
fn p17_receipt_or_refusal_is_marked_on_the_act_of_appointment() {
    let mut act = sample::appointment_act(Language::Kk);
    holds(
        &kk(Document::AppointmentAct(act.clone())),
        &["Актіні 2026 жылғы 18 мамырда мына адам алды", "№ 2619550270118 болып тіркелді"],
    );
    act.receipt = Receipt::Refused { on: "18.05.2026".into(), note: String::new() };
    holds(&kk(Document::AppointmentAct(act.clone())), &["Актіні алудан бас тартылды: 2026 жылғы 18 мамыр."]);
    act.receipt = Receipt::Awaited;
    act.registration = None;
    holds(
        &kk(Document::AppointmentAct(act)),
        &["Актінің бір данасын алдым", "тіркелген нөмірі мен күні: № ____", "қолы", "М.О."],
    );
}

#[test]
fn p19_additional_act_names_one_of_the_three_grounds() {
    for (ground, words) in [
        (ExtensionGround::ForeignInformation, "шет мемлекеттердің мемлекеттік органдарынан ақпарат алу"),
        (ExtensionGround::Whereabouts, "адамның жүрген жерін анықтау"),
        (ExtensionGround::Laboratory, "зертханалық зерттеулердің нәтижелерін алу"),
    ] {
        let mut act = sample::additional_act(Language::Kk);
        act.ground = ground;
        holds(
            &kk(Document::AdditionalAct(act)),
            &[words, "2026 жылғы 14 мамырдағы № 21", "2026 жылғы 12 маусым", "10 жұмыс күні"],
        );
    }
}

#[test]
fn p19_p21_notices_say_what_they_are_about() {
    let titles = [
        ("Тексерудің басталатыны туралы хабарлама", "Извещение о начале проверки"),
        (
            "Тексеруді жүргізетін адамдар құрамының өзгергені туралы хабарлама",
            "Извещение об изменении состава лиц, проводящих проверку",
        ),
        ("Тексеруді тоқтата тұру туралы хабарлама", "Извещение о приостановлении проверки"),
        ("Тексеруді қайта бастау туралы хабарлама", "Извещение о возобновлении проверки"),
        ("Тексеруді жүргізу мерзімін ұзарту туралы хабарлама", "Извещение о продлении срока проведения проверки"),
    ];
    let notices = sample::control_notices(Language::Kk).into_iter().zip(sample::control_notices(Language::Ru));
    for ((in_kk, in_ru), (title_kk, title_ru)) in notices.zip(titles) {
        let mut visit = in_ru.clone();
        visit.form = ControlForm::Visit;
        holds(&kk(Document::ControlNotice(in_kk)), &[title_kk, "2026 жылғы 14 мамырдағы № 21"]);
        holds(&ru(Document::ControlNotice(in_ru)), &[title_ru, "от 14 мая 2026 года № 21"]);
        holds(&ru(Document::ControlNotice(visit)), &["профилактическ", "контрол"]);
    }
}

#[test]
fn p23_protocol_says_why_and_whether_it_was_signed() {
    for (what, words) in [
        (Obstruction::RefusedAct, "актіні қабылдаудан бас тартылған"),
        (Obstruction::RefusedChecklist, "тексеру парағымен танысудан бас тартылған"),
        (Obstruction::Obstructed, "материалдарға қол жеткізуіне кедергі келтірілген"),
    ] {
        let mut protocol = sample::obstruction_protocol(Language::Kk);
        protocol.what = what;
        let refused = kk(Document::ObstructionProtocol(protocol.clone()));
        holds(
            &refused,
            &[words, "23-тармағына", "хаттамаға қол қоюдан бас тартты", "жүргізбеуге негіз болып табылмайды"],
        );
        protocol.mark = SubjectMark::Signed { signature: protocol.signatures[0].clone() };
        lacks(&kk(Document::ObstructionProtocol(protocol)), "хаттамаға қол қоюдан бас тартты");
    }
}

#[test]
fn p24_act_without_violations_notes_it() {
    let mut act = sample::results_act(Language::Kk);
    act.violations.clear();
    holds(&kk(Document::ResultsAct(act)), &["бұзушылықтар анықталған жоқ", "152-бабының 7-тармағы"]);
    let mut act = sample::results_act(Language::Ru);
    holds(&ru(Document::ResultsAct(act.clone())), &["Всего выявлено нарушений: 20."]);
    act.violations.clear();
    holds(&ru(Document::ResultsAct(act)), &["нарушения не выявлены (пункт 7 статьи 152"]);
}

#[test]
fn p25_prescription_says_how_long_how_to_ask_and_how_to_report() {
    holds(
        &kk(Document::Prescription(sample::prescription(Language::Kk))),
        &[
            "кемінде күнтізбелік он күнді",
            "үш жұмыс күнінен кешіктірмей",
            "29-тармағы",
            "30-тармағы",
            "26.06.2026",
            "өрескел",
        ],
    );
    let mut visit = sample::prescription(Language::Ru);
    (visit.form, visit.results) = (ControlForm::Visit, None);
    let paper = ru(Document::Prescription(visit));
    holds(&paper, &["не менее десяти календарных дней", "пунктом 7 Правил", "пункт 30 Правил"]);
    lacks(&paper, "прилагается");
}

#[test]
fn p27_refusal_has_the_mark_of_the_incoming_journal() {
    let mut protocol = sample::refusal_protocol(Language::Kk);
    holds(&kk(Document::RefusalProtocol(protocol.clone())), &["2026 жылғы 29 мамыр, № 1-15/287-К", "27-тармағына"]);
    (protocol.journal, protocol.explanation) = (None, None);
    holds(&kk(Document::RefusalProtocol(protocol)), &["Кіріс журналының белгісі: № ___", "себебін түсіндірген жоқ"]);
}

#[test]
fn p28_remarks_are_marked_and_late_ones_as_late() {
    let mut act = sample::results_act(Language::Kk);
    let late = "үш жұмыс күні өткеннен кейін келіп түсті";
    let in_time = kk(Document::ResultsAct(act.clone()));
    holds(&in_time, &["2026 жылғы 3 маусымдағы № 1-15/301"]);
    lacks(&in_time, late);
    act.objections.as_mut().expect("the sample has remarks").late = true;
    holds(&kk(Document::ResultsAct(act.clone())), &[late]);
    act.acquaintance = Acquaintance::Refused { on: "29.05.2026".into(), note: String::new() };
    holds(&kk(Document::ResultsAct(act)), &["танысудан бас тартылды: 2026 жылғы 29 мамыр."]);
}

#[test]
fn p29_decision_grants_or_refuses() {
    holds(
        &kk(Document::MoreTimeDecision(sample::more_time_decision(Language::Kk))),
        &["Шешім қабылданды:", "мерзімдері ұзартылсын", "31.07.2026", "29-тармағына"],
    );
    let refused = ru(Document::MoreTimeDecision(sample::more_time_refusal(Language::Ru)));
    holds(&refused, &["Решено:", "Отказать в продлении", "мотивированному основанию", "оставить без изменений"]);
    lacks(&refused, "Новый срок");
}

#[test]
fn p31_p32_request_gives_three_working_days_and_warns() {
    holds(
        &kk(Document::ReportRequest(sample::report_request(Language::Kk))),
        &[
            "№ 21-НҰ нұсқаманың",
            "үш жұмыс күні ішінде",
            "144-бабы 3-тармағының 1-1) тармақшасына сәйкес тексеру тағайындалады",
        ],
    );
    holds(
        &ru(Document::ReportRequest(sample::report_request(Language::Ru))),
        &["в течение трёх рабочих дней", "подпунктом 1-1) пункта 3 статьи 144"],
    );
}

#[test]
fn p15_p33_letters_say_why_they_forward() {
    holds(
        &kk(Document::ForwardingLetter(sample::forwarding_letter(Language::Kk))),
        &["15-тармағына сәйкес", "алынғанын растауды", "Көшірмесі:"],
    );
    holds(
        &kk(Document::Referral(sample::referral(Language::Kk))),
        &["33-тармағына сәйкес", "қылмыс белгілері", "Жолданатын материалдар"],
    );
}

#[test]
fn l25_answer_has_a_conclusion_and_the_way_to_appeal() {
    for (conclusion, words) in [
        (AppealConclusion::Confirmed, "толық расталды"),
        (AppealConclusion::PartlyConfirmed, "ішінара расталды"),
        (AppealConclusion::NotConfirmed, "расталмады"),
    ] {
        let mut answer = sample::appeal_answer(Language::Kk);
        answer.conclusion = conclusion;
        holds(&kk(Document::AppealAnswer(answer)), &[words, "25-бабына", "сотқа шағым жасауға құқылысыз"]);
    }
    holds(&kk(Document::AppealNotice(sample::appeal_notice(Language::Kk))), &["2026 жылғы 15 маусымға дейін қаралады"]);
    holds(&ru(Document::AppealNotice(sample::appeal_notice(Language::Ru))), &["до 15 июня 2026 года"]);
}

#[test]
fn many_rows_and_long_texts_break_over_pages() {
    let mut act = sample::results_act(Language::Kk);
    act.violations = act.violations.iter().cycle().take(60).cloned().collect();
    act.violations[0].description = "Мерзім бұзылған, ".repeat(300) + "соңғы дәлел";
    act.signatures = act.signatures.iter().cycle().take(20).cloned().collect();
    act.results = "Өтініштер зерделенді. ".repeat(400) + "Соңғы сөйлем.";
    let set = pages(&Document::ResultsAct(act), Language::Kk);
    assert!(set.len() > 8);
    holds(&set.concat(), &["соңғы дәлел", "Соңғы сөйлем.", "60", "10) Тексеруді жүргізген"]);
    assert_eq!(set.concat().matches(&squeeze("Жүйеде қол қойылды: 29.05.2026 16:0")).count(), 20);

    let mut list = sample::half_year_list(Language::Ru);
    list.rows = list.rows.iter().cycle().take(90).cloned().collect();
    let set = pages(&Document::HalfYearList(list), Language::Ru);
    assert!(set.len() > 15);
    for page in &set[..set.len() - 1] {
        holds(page, &["Проверяемый субъект", "Причина включения"]);
    }
    assert_eq!(set.concat().matches("061140000493").count(), 30);

    let mut prescription = sample::prescription(Language::Kk);
    prescription.rows[1].instruction = "Тізбені жаңарту керек. ".repeat(200) + "Аяқталды";
    holds(&kk(Document::Prescription(prescription)), &["Аяқталды"]);
}

#[test]
fn a_signature_keeps_company_in_external_control() {
    for lines in 0..10 {
        let mut prescription = sample::prescription(Language::Kk);
        prescription.rows[0].violation += &" және оларды қарау мерзімдері".repeat(lines);
        let set = pages(&Document::Prescription(prescription), Language::Kk);
        holds(set.last().expect("a page"), &["8) Тексерілетін субъект өкілінің", "9) Тексеруді жүргізген лауазымды"]);
    }
}

#[test]
fn kazakh_letters_stay_themselves() {
    let mut answer = sample::appeal_answer(Language::Kk);
    answer.text = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі".into();
    let paper = kk(Document::AppealAnswer(answer));
    holds(&paper, &["ӘәҒғҚқҢңӨөҰұҮүҺһІі"]);
    for language in Language::ALL {
        for document in sample::external(language) {
            lacks(&text(&document, language), "□");
        }
    }
}
