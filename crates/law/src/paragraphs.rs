//! The table of contents of the Rules: where each of the 65 paragraphs lives in the code.

use crate::rules::RuleId::{self, *};

/// Where a paragraph lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In these modules of `law`.
    Code(&'static [&'static str]),
    /// Not built yet: the topic it will come with.
    Later(&'static str),
    /// Nothing to build; the locale key says why.
    NoCode(&'static str),
}

/// A paragraph of the Rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub number: u8,
    pub chapter: u8,
    /// The numbered section («1-параграф») of the chapter, if it is in one.
    pub section: Option<u8>,
    pub rules: &'static [RuleId],
    pub place: Place,
}

use Place::{Code, Later, NoCode};

const EXTERNAL: Place = Code(&["ch2_external"]);
const MONITORING: Place = Later("monitoring");
const LISTS: Place = Code(&["ch2_external/p10_list", "ch2_external/list"]);
const RISK: Place = Code(&["ch2_external/p11_risk", "ch2_external/p10_list"]);
const REPORTS: Place = Code(&["ch3_reports"]);
const INTERNAL: Place = Code(&["ch3_internal"]);

/// The paragraph without its chapter and section, which follow from its number.
const fn row(number: u8, rules: &'static [RuleId], place: Place) -> Paragraph {
    let (chapter, section) = match number {
        1..=3 => (1, None),
        4..=5 => (2, None),
        6..=34 => (2, Some(1)),
        35..=36 => (2, Some(2)),
        37..=39 => (3, None),
        40..=56 => (3, Some(1)),
        57..=59 => (3, Some(2)),
        60..=63 => (3, Some(3)),
        _ => (4, None),
    };
    Paragraph { number, chapter, section, rules, place }
}

/// Every paragraph, in order.
pub const ALL: &[Paragraph] = &[
    row(1, &[], Later("registry of bodies")),
    row(2, &[], NoCode("paragraph-2-no-code")),
    row(3, &[], NoCode("paragraph-3-no-code")),
    row(4, &[], EXTERNAL),
    row(5, &[], EXTERNAL),
    row(6, &[], EXTERNAL),
    row(7, &[], EXTERNAL),
    row(8, &[R8], EXTERNAL),
    row(9, &[], EXTERNAL),
    row(10, &[R10_1, R10_2, R10Publish1, R10Publish2], LISTS),
    row(11, &[], RISK),
    row(12, &[], EXTERNAL),
    row(13, &[], EXTERNAL),
    row(14, &[], EXTERNAL),
    row(15, &[R15, R25Law5, R25Law15, R25LawMore, R25LawNotice], EXTERNAL),
    row(16, &[], EXTERNAL),
    row(17, &[R17Urgent, R17Remote], EXTERNAL),
    row(18, &[R18, R18Visit], EXTERNAL),
    row(19, &[R19, R19Notice], EXTERNAL),
    row(20, &[], EXTERNAL),
    row(21, &[R21], EXTERNAL),
    row(22, &[], EXTERNAL),
    row(23, &[], EXTERNAL),
    row(24, &[], EXTERNAL),
    row(25, &[R25], EXTERNAL),
    row(26, &[R26], EXTERNAL),
    row(27, &[], EXTERNAL),
    row(28, &[R28], EXTERNAL),
    row(29, &[R29_1, R29_2], EXTERNAL),
    row(30, &[R30], EXTERNAL),
    row(31, &[R31], EXTERNAL),
    row(32, &[R32, R32Inspection], EXTERNAL),
    row(33, &[], EXTERNAL),
    row(34, &[], EXTERNAL),
    row(35, &[R35_2], MONITORING),
    row(36, &[R36], MONITORING),
    row(37, &[], INTERNAL),
    row(38, &[], INTERNAL),
    row(39, &[], INTERNAL),
    row(40, &[], INTERNAL),
    row(41, &[R41], INTERNAL),
    row(42, &[], INTERNAL),
    row(43, &[R43], INTERNAL),
    row(44, &[R44], INTERNAL),
    row(45, &[R45], INTERNAL),
    row(46, &[], INTERNAL),
    row(47, &[], INTERNAL),
    row(48, &[], INTERNAL),
    row(49, &[R49], INTERNAL),
    row(50, &[], INTERNAL),
    row(51, &[R51], INTERNAL),
    row(52, &[R52], INTERNAL),
    row(53, &[], INTERNAL),
    row(54, &[R54], INTERNAL),
    row(55, &[], INTERNAL),
    row(56, &[R56], INTERNAL),
    row(57, &[R57], MONITORING),
    row(58, &[], MONITORING),
    row(59, &[R59], MONITORING),
    row(60, &[R60], REPORTS),
    row(61, &[R61, R61District], REPORTS),
    row(62, &[R62], REPORTS),
    row(63, &[], REPORTS),
    row(64, &[], Later("assessment of bodies")),
    row(65, &[], Later("publication")),
];

/// The paragraph with this number, if the Rules have it.
pub fn paragraph(number: u8) -> Option<&'static Paragraph> {
    ALL.get(usize::from(number.checked_sub(1)?))
}
