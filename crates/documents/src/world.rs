//! The closed world a template is set in: embedded fonts, embedded templates and one file of data.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../templates/", $name, ".typ")))),+]
    };
}

const TEMPLATES: [(&str, &str); 27] = templates![
    "shell",
    "annual_plan",
    "order",
    "order_change",
    "order_extension",
    "notice",
    "act",
    "letter",
    "action_plan",
    "report",
    "control",
    "half_year_list",
    "desk_outcome",
    "appointment_act",
    "additional_act",
    "control_notice",
    "obstruction_protocol",
    "results_act",
    "refusal_protocol",
    "prescription",
    "conclusion",
    "more_time_decision",
    "report_request",
    "referral",
    "forwarding_letter",
    "appeal_answer",
    "appeal_notice",
];

const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/Tinos-Regular.ttf"),
    include_bytes!("../fonts/Tinos-Bold.ttf"),
    include_bytes!("../fonts/Tinos-Italic.ttf"),
];

/// What does not change between documents, parsed once.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<(&'static str, Source)>,
    data: FileId,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    Shelf {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources: TEMPLATES
            .iter()
            .map(|(name, text)| (*name, Source::new(file_id(&format!("{name}.typ")), (*text).into())))
            .collect(),
        data: file_id("data.json"),
    }
});

/// Whether all three faces can draw the character (line breaks and tabs are not drawn).
pub(crate) fn drawable(character: char) -> bool {
    let code = u32::from(character);
    matches!(character, '\n' | '\t') || SHELF.fonts.iter().all(|font| font.info().coverage.contains(code))
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("names of templates are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One document being set.
pub(crate) struct Desk {
    shelf: &'static Shelf,
    main: FileId,
    data: Bytes,
}

impl Desk {
    /// `kind` is the name of a template, `data` the JSON it reads.
    pub(crate) fn new(kind: &str, data: Vec<u8>) -> Self {
        Self { shelf: &SHELF, main: file_id(&format!("{kind}.typ")), data: Bytes::new(data) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shelf.sources.iter().find(|(_, source)| source.id() == id);
        found.map(|(_, source)| source.clone()).ok_or_else(|| absent(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shelf.data { Ok(self.data.clone()) } else { Err(absent(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    /// The documents have no today: their dates are data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
