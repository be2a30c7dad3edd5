use super::super::people::{object, signed, to_object_head};
use super::super::reference;
use super::{people, results};
use crate::{
    Addressee, AppealAnswer, AppealConclusion, AppealNotice, ControlForm, ForwardingLetter, Language, MoreTimeDecision,
    NewTerm, OverdueItem, Person, Referral, ReportRequest, TimeDecision,
};

/// More time for the first row of the prescription.
pub fn more_time_decision(l: Language) -> MoreTimeDecision {
    let row = results::prescription(l).rows.swap_remove(0);
    MoreTimeDecision {
        head: people::blank(l, "9", "05.06.2026", "W0AL-79QD-4F"),
        form: ControlForm::Inspection,
        prescription: reference("21-НҰ", "29.05.2026"),
        subject: object(l),
        request: reference("1-15/299", "02.06.2026"),
        reasons: l.say(
            "алмастыру тәртібін енгізу үшін штат кестесіне өзгеріс енгізу және екі қызметкерді оқыту қажет",
            "для введения порядка замещения необходимо изменить штатное расписание и обучить двух работников",
        ),
        measures: vec![
            l.say(
                "штат кестесіне енгізілетін өзгеріс келісуге жіберілді",
                "изменение штатного расписания направлено на согласование",
            ),
            l.say(
                "қызметкерлерді оқыту 2026 жылғы 22 маусымда басталады",
                "обучение работников начнётся 22 июня 2026 года",
            ),
        ],
        decision: TimeDecision::Granted {
            reasons: l.say(
                "штат кестесін өзгерту бірнеше органның келісуін талап етеді, оны нұсқамада белгіленген мерзімде аяқтау мүмкін емес",
                "изменение штатного расписания требует согласования нескольких органов и не может быть завершено в срок, установленный предписанием",
            ),
            items: vec![NewTerm {
                item: "1".into(),
                instruction: row.instruction,
                before: row.until,
                until: "31.07.2026".into(),
            }],
        },
        signature: signed(people::director(l), "05.06.2026 17:10"),
    }
}

/// A refusal with its reasons.
pub fn more_time_refusal(l: Language) -> MoreTimeDecision {
    MoreTimeDecision {
        decision: TimeDecision::Refused {
            reasons: l.say(
                "Өтініште көрсетілген шаралар қосымша қаржылық шығындарды талап етпейді және нұсқамада белгіленген мерзімде орындалуы мүмкін.\n\nМерзімдерді ұзартудың объективті себептерін растайтын құжаттар ұсынылған жоқ.",
                "Указанные в заявлении меры не требуют дополнительных финансовых затрат и могут быть исполнены в срок, установленный предписанием.\n\nДокументы, подтверждающие объективные причины продления сроков, не представлены.",
            ),
        },
        ..more_time_decision(l)
    }
}

/// Two rows whose term has passed.
pub fn report_request(l: Language) -> ReportRequest {
    ReportRequest {
        head: people::blank(l, "5-08/88", "17.06.2026", "F6IC-13GE-8Y"),
        addressee: to_object_head(l),
        form: ControlForm::Inspection,
        prescription: reference("21-НҰ", "29.05.2026"),
        subject: object(l),
        items: results::prescription(l)
            .rows
            .into_iter()
            .zip(1..)
            .skip(1)
            .map(|(row, n)| OverdueItem { item: n.to_string(), instruction: row.instruction, until: row.until })
            .collect(),
        contacts: people::contacts(l),
        signature: signed(people::head_of_division(l), "17.06.2026 09:30"),
    }
}

/// Signs of forgery go to the competent body.
pub fn referral(l: Language) -> Referral {
    Referral {
        head: people::blank(l, "5-08/95", "04.06.2026", "N2ZR-48VT-5H"),
        addressee: Addressee {
            body: l.say("Қарағанды қаласының полиция басқармасы", "Управление полиции города Караганды"),
            position: l.say("бастығына", "начальнику"),
            name: String::new(),
        },
        form: ControlForm::Inspection,
        act: reference("21", "14.05.2026"),
        subject: object(l),
        officials: vec![Person {
            name: l.say("Петров Андрей Николаевич", "Петров Андрей Николаевич"),
            position: l.say("әлеуметтік төлемдер бөлімінің бас маманы", "главный специалист отдела социальных выплат"),
            capacity: String::new(),
        }],
        facts: l.say(
            "2025 жылғы 12 тамызда тіркелген № 2025-3310 өтініш бойынша іске өтініш берушінің қолы қойылмаған, ал шешімде ол қол қойған деп көрсетілген.\n\nҚұжаттағы қолтаңба үлгісі жеке куәлік көшірмесіндегі қолтаңбадан көзге көрінетіндей өзгеше.",
            "В деле по заявлению № 2025-3310, зарегистрированному 12 августа 2025 года, нет подписи заявителя, тогда как в решении указано, что она поставлена.\n\nОбразец подписи в документе заметно отличается от подписи в копии удостоверения личности.",
        ),
        materials: vec![
            l.say("тексерудің нәтижелері туралы актінің көшірмесі, 6 парақ", "копия акта о результатах проверки, на 6 листах"),
            l.say("№ 2025-3310 іс, 24 парақ", "дело № 2025-3310, на 24 листах"),
            l.say("жазбаша түсініктемелер, 3 парақ", "письменные объяснения, на 3 листах"),
        ],
        contacts: people::contacts(l),
        signature: signed(people::director(l), "04.06.2026 15:00"),
    }
}

/// An appeal about a private laboratory.
pub fn forwarding_letter(l: Language) -> ForwardingLetter {
    ForwardingLetter {
        head: people::blank(l, "ЖТ-О-131", "20.05.2026", "D9HJ-60WB-3S"),
        addressee: Addressee {
            body: l.say(
                "Қарағанды облысының санитариялық-эпидемиологиялық бақылау департаменті",
                "Департамент санитарно-эпидемиологического контроля Карагандинской области",
            ),
            position: String::new(),
            name: String::new(),
        },
        appeal: reference("ЖТ-О-131", "18.05.2026"),
        applicant: l.say("Оразбаева Сәуле Асқарқызы", "Оразбаева Сауле Аскаровна"),
        provider: l.say("«Дертсіз» зертханасы» ЖШС", "ТОО «Лаборатория «Дертсіз»"),
        service: l.say("Медициналық кітапша беру", "Выдача медицинской книжки"),
        summary: l.say(
            "Шағым берушінің айтуынша, зертхана қызмет көрсету мерзімін үш жұмыс күніне өткізген және себебін түсіндірмеген.",
            "По словам заявителя, лаборатория на три рабочих дня превысила срок оказания услуги и не объяснила причину.",
        ),
        attachments: vec![l.say("шағымның көшірмесі, 2 парақ", "копия жалобы, на 2 листах")],
        contacts: people::contacts(l),
        signature: signed(people::head_of_division(l), "20.05.2026 11:25"),
        copy_to: Addressee {
            body: String::new(),
            position: String::new(),
            name: l.say("С. А. Оразбаеваға", "Оразбаевой С. А."),
        },
    }
}

/// An appeal that was partly right.
pub fn appeal_answer(l: Language) -> AppealAnswer {
    AppealAnswer {
        head: people::blank(l, "ЖТ-О-118", "05.06.2026", "Y4EP-92KM-7B"),
        addressee: people::applicant(l),
        appeal: reference("ЖТ-О-118", "11.05.2026"),
        conclusion: AppealConclusion::PartlyConfirmed,
        text: l.say(
            "Тексеру барысында Сізден адрестік анықтама мен неке туралы куәліктің көшірмесі талап етілгені расталды: бұл мәліметтерді ақпараттық жүйелерден алуға болады.\n\nӨтінішіңізді қарау мерзімі бұзылған жоқ: ол 8 жұмыс күнінің 7-сінде қаралған.",
            "В ходе проверки подтвердилось, что у Вас истребованы адресная справка и копия свидетельства о браке: эти сведения могут быть получены из информационных систем.\n\nСрок рассмотрения Вашего заявления не нарушен: оно рассмотрено на 7-й из 8 рабочих дней.",
        ),
        restored: vec![
            l.say("көмек өтініш тіркелген күннен бастап тағайындалды", "помощь назначена со дня регистрации заявления"),
            l.say("артық талап етілген құжаттар Сізге қайтарылды", "излишне истребованные документы Вам возвращены"),
        ],
        contacts: people::contacts(l),
        signature: signed(people::director(l), "05.06.2026 17:40"),
    }
}

/// Ten working days more for the review.
pub fn appeal_notice(l: Language) -> AppealNotice {
    AppealNotice {
        head: people::blank(l, "ЖТ-О-118/1", "29.05.2026", "S7TX-05RN-1U"),
        addressee: people::applicant(l),
        appeal: reference("ЖТ-О-118", "11.05.2026"),
        reason: l.say(
            "көрсетілетін қызметті берушіге қатысты тексеру аяқталған жоқ",
            "не завершена проверка в отношении услугодателя",
        ),
        until: "15.06.2026".into(),
        contacts: people::contacts(l),
        signature: signed(people::head_of_division(l), "29.05.2026 10:00"),
    }
}
