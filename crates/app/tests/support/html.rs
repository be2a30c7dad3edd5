//! As much of HTML as the tests read.

/// What stands between two texts, for each time the first is found.
pub fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(open).filter_map(move |(at, _)| {
        let rest = &text[at + open.len()..];
        rest.find(close).map(|end| &rest[..end])
    })
}

/// The value of a hidden field.
pub fn hidden(html: &str, name: &str) -> Option<String> {
    between(html, &format!("name=\"{name}\" value=\""), "\"").next().map(str::to_owned)
}

/// Addresses on this site that the page leads to, without anchors.
pub fn links(html: &str) -> Vec<String> {
    let mut found: Vec<String> = between(html, "<a ", ">")
        .filter_map(|tag| between(tag, "href=\"", "\"").next())
        .filter(|href| href.starts_with('/') && !href.starts_with("//"))
        .map(|href| plain(href.split('#').next().unwrap_or(href)))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The form of a step: what a browser would send back.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub version: String,
    pub key: String,
    pub signs: bool,
}

impl Form {
    pub fn of(html: &str) -> Option<Self> {
        let action = between(html, "<form method=\"post\" action=\"", "\"").find(|a| a.contains("/steps/"))?;
        let form = &html[html.find(&format!("action=\"{action}\""))?..];
        let form = &form[..form.find("</form>")?];
        Some(Self {
            action: plain(action),
            version: hidden(form, "version")?,
            key: hidden(form, "key")?,
            signs: form.contains("name=\"password\""),
        })
    }

    /// The case the form is for.
    pub fn case(&self) -> String {
        self.action.split('/').nth(2).unwrap_or_default().to_owned()
    }
}

/// What people see or hear of a page: its text, and the attributes that are read out.
pub fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        text.push('\n');
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at..at + end];
        for heard in ["aria-label=\"", "alt=\"", "title=\"", "placeholder=\"", "data-text=\""] {
            text.extend(between(tag, heard, "\"").flat_map(|value| [value, "\n"]));
        }
        rest = &rest[at + end + 1..];
        for unseen in ["style", "script", "code"] {
            if tag.strip_prefix('<').is_some_and(|t| t == unseen || t.starts_with(&format!("{unseen} "))) {
                let close = format!("</{unseen}>");
                rest = rest.find(&close).map_or("", |end| &rest[end..]);
            }
        }
    }
    text.push_str(rest);
    plain(&text)
}

/// The text with its references to characters resolved.
fn plain(text: &str) -> String {
    let signs = [
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&lt;", "<"),
        ("&#62;", ">"),
        ("&gt;", ">"),
    ];
    let text = signs.iter().fold(text.to_owned(), |text, (reference, sign)| text.replace(reference, sign));
    text.replace("&#38;", "&").replace("&amp;", "&")
}
