use super::{head, people, reference};
use crate::{ActionPlan, ActionPlanLine, Addressee, Head, Language, Letter, Measure};

/// The letter with four measures.
pub fn letter(l: Language) -> Letter {
    let lines = [
        (
            "Анықталған бұзушылықтарды, оларға ықпал ететін себептер мен жағдайларды жою",
            "Устранить выявленные нарушения, причины и условия, им способствующие",
            ("актінің 7 және 8-тармақшалары", "подпункты 7 и 8 акта"),
            "29.05.2026",
        ),
        (
            "Жауапты қызметкерлерді алмастыру тәртібін бекіту, құжаттарды қабылдаудың ішкі ресімін жақсарту",
            "Утвердить порядок замещения ответственных работников, улучшить внутреннюю процедуру приёма документов",
            ("актінің 10-тармақшасы", "подпункт 10 акта"),
            "29.05.2026",
        ),
        (
            "№ 2025-0883 өтінішті қайта қарап, көрсетілетін қызметті алушының құқығын қалпына келтіру",
            "Повторно рассмотреть заявление № 2025-0883 и восстановить право услугополучателя",
            ("актінің 10-тармақшасы", "подпункт 10 акта"),
            "15.05.2026",
        ),
        (
            "Кінәлі адамдарды жауапкершілікке тарту мәселесін қарау",
            "Рассмотреть вопрос о привлечении виновных лиц к ответственности",
            ("актінің 11-тармақшасы", "подпункт 11 акта"),
            "22.05.2026",
        ),
    ];
    let measures = lines.iter().map(|(kk, ru, ground, until)| Measure {
        text: l.say(kk, ru),
        ground: l.say(ground.0, ground.1),
        until: (*until).into(),
    });
    Letter {
        head: head(l, "12-04/118", "12.05.2026", "B6GU-47DF-8M"),
        addressee: people::to_object_head(l),
        act: reference("12-04/104", "30.04.2026"),
        object: people::object(l),
        measures: measures.collect(),
        plan_until: Some("19.05.2026".into()),
        report_until: "05.06.2026".into(),
        contacts: people::contacts(l),
        signature: people::signed(people::leader(l), "12.05.2026 18:01"),
    }
}

/// The object's plan in answer.
pub fn action_plan(l: Language) -> ActionPlan {
    let lines = [
        (
            "Мемлекеттік қызмет көрсетуге жауапты қызметкерлерді алмастыру тәртібін бекіту",
            "Утвердить порядок замещения работников, ответственных за оказание государственных услуг",
            true,
            "22.05.2026",
            ("Бұйрық", "Приказ"),
        ),
        (
            "Қабылдау терезелеріндегі және интернет-ресурстағы құжаттар тізбесін жаңарту",
            "Обновить перечень документов у окон приёма и на интернет-ресурсе",
            false,
            "15.05.2026",
            ("Жаңартылған тізбе, фотосуреттер", "Обновлённый перечень, фотографии"),
        ),
        (
            "№ 2025-0883 өтінішті қайта қарау",
            "Повторно рассмотреть заявление № 2025-0883",
            false,
            "15.05.2026",
            ("Көрсетілетін қызметті алушыға жауап", "Ответ услугополучателю"),
        ),
        (
            "Қызметкерлерді мемлекеттік көрсетілетін қызметтер туралы заңнама бойынша оқыту",
            "Обучить работников законодательству о государственных услугах",
            true,
            "29.05.2026",
            ("Оқыту хаттамасы, қатысушылар тізімі", "Протокол обучения, список участников"),
        ),
    ];
    let lines = lines.iter().map(|(kk, ru, deputy, until, form)| ActionPlanLine {
        measure: l.say(kk, ru),
        executor: if *deputy { people::object_deputy(l) } else { people::object_specialist(l) },
        until: (*until).into(),
        completion: l.say(form.0, form.1),
    });
    ActionPlan {
        head: object_head(l),
        addressee: Addressee {
            body: people::body(l).name,
            position: l.say(
                "Мемлекеттік қызметтер көрсету мәселелерін үйлестіру бөлімінің басшысы",
                "Руководителю отдела координации вопросов оказания государственных услуг",
            ),
            name: l.say("Ә. Қ. Сәрсеноваға", "Сарсеновой А. К."),
        },
        letter: reference("12-04/118", "12.05.2026"),
        object: people::object(l),
        lines: lines.collect(),
        signature: people::signed(people::object_head(l), "15.05.2026 14:20"),
    }
}

/// The blank of the control object.
fn object_head(l: Language) -> Head {
    let other = if l == Language::Kk { Language::Ru } else { Language::Kk };
    let object = people::object(l);
    Head {
        body: crate::Body { name: object.name, address: object.address, bin: object.bin },
        body_other: people::object(other).name,
        ..head(l, "1-15/233", "15.05.2026", "M1VK-90WS-5E")
    }
}
