//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// What somebody fills is white; what follows is grey.
const GREY: u32 = 0xEC_EF_F3;
const YELLOW: u32 = 0xFF_FB_E6;

pub(super) struct Looks {
    pub plain: Format,
    pub title: Format,
    pub right: Format,
    pub section: Format,
    pub head: Format,
    pub number: Format,
    pub label: Format,
    pub total: Format,
    pub caption: Format,
    pub derived: Format,
    pub input: Format,
    pub name: Format,
    pub words: Format,
    pub locked: Format,
    pub foot: Format,
}

impl Looks {
    pub fn new() -> Self {
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(10).set_text_wrap();
        let plain = plain.set_align(FormatAlign::VerticalCenter);
        let boxed = plain.clone().set_border(FormatBorder::Thin);
        let centred = boxed.clone().set_align(FormatAlign::Center);
        let number = centred.clone().set_num_format("#,##0");
        Self {
            title: plain.clone().set_bold().set_font_size(12).set_align(FormatAlign::Center),
            right: plain.clone().set_align(FormatAlign::Right),
            section: boxed.clone().set_bold().set_background_color(GREY),
            head: centred.clone().set_bold(),
            number: centred.clone().set_num_format("@"),
            label: boxed.clone(),
            total: boxed.clone().set_bold(),
            caption: boxed.clone().set_italic().set_indent(1),
            derived: number.clone().set_background_color(GREY),
            input: number.set_unlocked(),
            name: boxed.clone().set_indent(1).set_num_format("@").set_background_color(YELLOW).set_unlocked(),
            words: boxed.clone().set_num_format("@").set_unlocked(),
            locked: boxed.clone().set_background_color(GREY),
            foot: plain.clone().set_num_format("@").set_border_bottom(FormatBorder::Thin).set_unlocked(),
            plain,
        }
    }
}
