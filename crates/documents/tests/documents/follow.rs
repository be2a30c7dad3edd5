use crate::paper::{holds, lacks, text};
use documents::{Document, Language, sample};

#[test]
fn p53_letter_has_its_measures_with_terms() {
    holds(
        &text(&Document::Letter(sample::letter(Language::Kk)), Language::Kk),
        &[
            "53-тармағының 1) тармақшасына сәйкес",
            "2026 жылғы 30 сәуірдегі № 12-04/104 актісін",
            "Қолданылатын шара",
            "Орындау мерзімі",
            "29.05.2026",
        ],
    );
    holds(
        &text(&Document::Letter(sample::letter(Language::Ru)), Language::Ru),
        &["Письмо о принятии мер", "пункта 53", "от 30 апреля 2026 года № 12-04/104", "Срок исполнения"],
    );
}

#[test]
fn p54_letter_asks_for_the_plan_within_five_working_days() {
    let mut letter = sample::letter(Language::Kk);
    holds(
        &text(&Document::Letter(letter.clone()), Language::Kk),
        &["бес жұмыс күнінен кешіктірмей, яғни 2026 жылғы 19 мамырдан кешіктірмей"],
    );
    letter.plan_until = None;
    let undated = text(&Document::Letter(letter), Language::Kk);
    holds(&undated, &["бес жұмыс күнінен кешіктірмей қарауға ұсынуды"]);
    lacks(&undated, "яғни");
}

#[test]
fn p55_action_plan_has_measure_executor_term_and_form() {
    holds(
        &text(&Document::ActionPlan(sample::action_plan(Language::Kk)), Language::Kk),
        &[
            "55-тармағына",
            "2026 жылғы 12 мамырдағы № 12-04/118",
            "Шара",
            "Жауапты орындаушы",
            "Орындалу мерзімі",
            "Аяқталу нысаны",
            "Тәжібаев Бауыржан Сәкенұлы",
        ],
    );
    holds(
        &text(&Document::ActionPlan(sample::action_plan(Language::Ru)), Language::Ru),
        &[
            "План мероприятий по устранению выявленных нарушений",
            "Ответственный исполнитель",
            "Срок исполнения",
            "Форма завершения",
        ],
    );
}

#[test]
fn p56_letter_says_until_when_to_report() {
    holds(
        &text(&Document::Letter(sample::letter(Language::Kk)), Language::Kk),
        &["2026 жылғы 5 маусымнан кешіктірмей", "56-тармағы"],
    );
    holds(
        &text(&Document::Letter(sample::letter(Language::Ru)), Language::Ru),
        &["не позднее 5 июня 2026 года (пункт 56 Правил)"],
    );
}
