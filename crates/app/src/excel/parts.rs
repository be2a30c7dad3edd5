//! The parts of a workbook around its sheets: which sheets there are, shared words, formats that make a number a day.

use std::collections::{BTreeMap, HashMap, HashSet};

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesEnd, BytesStart, Event},
};

use super::{
    Fault,
    unpack::{Package, broken, too_large},
};

const MOST_STRINGS: usize = 200_000;
const MOST_SHEETS: usize = 60;

/// The parts, ready to read sheets with.
pub(super) struct Parts {
    pub sheets: Vec<SheetPart>,
    pub strings: Vec<String>,
    /// Whether the format of this number shows days.
    pub days: Vec<bool>,
    /// Names that stand for cells of other workbooks, in small letters.
    pub outside: HashSet<String>,
    pub since_1904: bool,
}

pub(super) struct SheetPart {
    pub name: String,
    pub path: String,
}

/// Opening tags and words of an XML text.
pub(super) struct Xml<'a>(Reader<&'a [u8]>);

pub(super) enum Node<'a> {
    Open(BytesStart<'a>),
    Close(BytesEnd<'a>),
    Words(String),
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self(reader)
    }

    pub fn next(&mut self) -> Result<Option<Node<'a>>, Fault> {
        loop {
            let node = match self.0.read_event().map_err(broken)? {
                Event::Start(tag) => Node::Open(tag),
                Event::End(tag) => Node::Close(tag),
                Event::Text(text) => Node::Words(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Words(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(broken)? {
                    Some(sign) => Node::Words(sign.to_string()),
                    None => Node::Words(resolve_predefined_entity(&entity).ok_or_else(|| broken(""))?.to_owned()),
                },
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(node));
        }
    }
}

/// The value of an attribute, whatever the prefix of its name.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut found = tag.attributes();
    let attribute = found.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

pub(super) fn is(tag: &BytesStart, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

pub(super) fn ends(tag: &BytesEnd, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

impl Parts {
    pub fn read(package: &mut Package) -> Result<Self, Fault> {
        let main = relations(package, "_rels/.rels", "")?.into_values().find(|r| r.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |r| r.path);
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let text = package.text(&main)?.ok_or_else(|| broken(&main))?;
        let mut parts = Self {
            sheets: Vec::new(),
            strings: Vec::new(),
            days: Vec::new(),
            outside: HashSet::new(),
            since_1904: false,
        };
        parts.workbook(&text, &relations)?;
        for relation in relations.values() {
            match relation.kind.as_str() {
                "sharedStrings" => parts.strings = strings(&package.text(&relation.path)?.unwrap_or_default())?,
                "styles" => parts.days = days(&package.text(&relation.path)?.unwrap_or_default())?,
                _ => {}
            }
        }
        Ok(parts)
    }

    fn workbook(&mut self, text: &str, relations: &BTreeMap<String, Relation>) -> Result<(), Fault> {
        let mut xml = Xml::new(text);
        let mut name = None;
        let mut formula = String::new();
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) if is(&tag, "workbookPr") => {
                    self.since_1904 = matches!(attribute(&tag, "date1904").as_deref(), Some("1" | "true"));
                }
                Node::Open(tag) if is(&tag, "sheet") => {
                    let relation = attribute(&tag, "id").and_then(|id| relations.get(&id));
                    let Some(relation) = relation.filter(|r| r.kind == "worksheet") else { continue };
                    let name = attribute(&tag, "name").unwrap_or_default();
                    self.sheets.push(SheetPart { name, path: relation.path.clone() });
                    if self.sheets.len() > MOST_SHEETS {
                        return Err(too_large(self.sheets.len().to_string()));
                    }
                }
                Node::Open(tag) if is(&tag, "definedName") => {
                    name = attribute(&tag, "name");
                    formula.clear();
                }
                Node::Words(text) if name.is_some() => formula.push_str(&text),
                Node::Close(tag) if ends(&tag, "definedName") => {
                    if let Some(name) = name.take().filter(|_| reaches_outside(&formula)) {
                        self.outside.insert(name.to_lowercase());
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

struct Relation {
    /// The last word of its type.
    kind: String,
    path: String,
}

fn relations(package: &mut Package, path: &str, folder: &str) -> Result<BTreeMap<String, Relation>, Fault> {
    let mut found = BTreeMap::new();
    let Some(text) = package.text(path)? else { return Ok(found) };
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next()? {
        let Node::Open(tag) = node else { continue };
        if let (Some(id), Some(kind), Some(target)) =
            (attribute(&tag, "Id"), attribute(&tag, "Type"), attribute(&tag, "Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.insert(id, Relation { kind, path: joined(folder, &target) });
        }
    }
    Ok(found)
}

/// A target beside the part that names it.
fn joined(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

fn strings(text: &str) -> Result<Vec<String>, Fault> {
    let (mut xml, mut found, mut word) = (Xml::new(text), Vec::new(), String::new());
    let (mut inside, mut reading) = (false, false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if is(&tag, "t") => inside = !reading,
            Node::Open(tag) if is(&tag, "rPh") => reading = true,
            Node::Words(text) if inside => word.push_str(&text),
            Node::Close(tag) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => reading = false,
                "si" => found.push(unmasked(&std::mem::take(&mut word))),
                _ => {}
            },
            _ => {}
        }
        if found.len() > MOST_STRINGS {
            return Err(too_large(found.len().to_string()));
        }
    }
    Ok(found)
}

fn days(text: &str) -> Result<Vec<bool>, Fault> {
    let (mut xml, mut own, mut found, mut inside) = (Xml::new(text), HashMap::new(), Vec::new(), false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if is(&tag, "numFmt") => {
                if let (Some(id), Some(code)) = (attribute(&tag, "numFmtId"), attribute(&tag, "formatCode")) {
                    own.insert(id, shows_days(&code));
                }
            }
            Node::Open(tag) if is(&tag, "cellXfs") => inside = true,
            Node::Open(tag) if inside && is(&tag, "xf") => {
                let id = attribute(&tag, "numFmtId").unwrap_or_default();
                let usual = || matches!(id.parse(), Ok(14..=22 | 27..=36 | 45..=47 | 50..=58));
                found.push(own.get(&id).copied().unwrap_or_else(usual));
            }
            Node::Close(tag) if ends(&tag, "cellXfs") => inside = false,
            _ => {}
        }
    }
    Ok(found)
}

/// Whether a format has letters of days or hours outside quotation marks and brackets.
fn shows_days(code: &str) -> bool {
    let (mut quoted, mut bracket, mut signs) = (false, false, code.chars());
    while let Some(sign) = signs.next() {
        match sign {
            '"' => quoted = !quoted,
            '[' => bracket = true,
            ']' => bracket = false,
            '\\' | '_' | '*' => drop(signs.next()),
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' if !quoted && !bracket => return true,
            _ => {}
        }
    }
    false
}

/// Signs that a workbook writes as `_x000D_`.
pub(super) fn unmasked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let sign = rest.get(at + 2..at + 7).and_then(|h| h.strip_suffix('_'));
        let sign = sign.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        let (end, sign) = sign.map_or((at + 2, None), |sign| (at + 7, Some(sign)));
        out.push_str(if sign.is_some() { &rest[..at] } else { &rest[..end] });
        out.extend(sign);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Whether a formula takes anything from another workbook, program or address.
pub(super) fn reaches_outside(formula: &str) -> bool {
    let upper = formula.to_uppercase();
    if upper.contains("WEBSERVICE(") || upper.contains("RTD(") || upper.contains("|") {
        return true;
    }
    let mut rest = formula;
    while let Some(at) = rest.find('[') {
        let Some(end) = rest[at..].find(']').map(|e| at + e) else { return false };
        let after = &rest[end + 1..];
        let sheet: &str = after.split('!').next().unwrap_or_default();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let quoted = rest[..at].matches('\'').count() % 2 == 1 && sheet.ends_with('\'');
        // `[0]` is the workbook itself; without a sheet it is a column of a table.
        if after.len() > sheet.len() && (quoted || sheet.chars().all(plain)) && &rest[at + 1..end] != "0" {
            return true;
        }
        rest = after;
    }
    false
}
