//! One document in, what is written for it out.

mod explain;
mod json;
mod markdown;
mod page;
mod records;

use chysto::Document;

use crate::arguments::Format;
use crate::settings::Action;

pub(crate) use page::{Content, Page};
pub(crate) use records::Record;

/// What is done with each document and how it is written.
pub(crate) struct Rendering<'a> {
    pub(crate) action: &'a Action,
    pub(crate) format: Format,
    pub(crate) field: &'a str,
}

impl Rendering<'_> {
    /// What the output holds for `page`.
    pub(crate) fn of(&self, page: Page<'_>) -> String {
        match self.action {
            Action::Clean(cleaner) => self.cleaned(page.cleaned(cleaner), page.record()),
            Action::Explain(cleaner, look) => {
                let document = page.cleaned(cleaner);
                match self.format {
                    Format::Html => explain::page(&document),
                    _ => explain::in_terminal(&document, *look),
                }
            }
            // Counted, not written.
            Action::Count(_) => String::new(),
            Action::Normalize(cleaner) => {
                let normalized = cleaner.normalize(page.text());
                match self.format {
                    Format::Json => json::normalized(&page, &normalized),
                    _ => self.plain(&page, normalized.text()),
                }
            }
            Action::Decode => match self.format {
                Format::Json => json::decoded(&page),
                _ => self.plain(&page, page.text()),
            },
            Action::Romanize(system) => self.plain(&page, &system.romanize(page.text())),
            // Only systems that can be read back come here.
            Action::Reverse(system) => {
                let text = system.reverse(page.text()).unwrap_or(page.text().into());
                self.plain(&page, &text)
            }
        }
    }

    fn cleaned(&self, document: Document<'_>, record: Option<&Record<'_>>) -> String {
        match self.format {
            Format::Text | Format::Html => closed(document.into_text().into_owned()),
            Format::Json => json::line(&document),
            Format::Markdown => markdown::of(&document),
            Format::Records => self.record(record, document.info().name(), document.text()),
        }
    }

    fn plain(&self, page: &Page<'_>, text: &str) -> String {
        match self.format {
            Format::Records => self.record(page.record(), Some(page.name()), text),
            _ => text.to_owned(),
        }
    }

    /// The input's record, or a new one.
    fn record(&self, record: Option<&Record<'_>>, name: Option<&str>, text: &str) -> String {
        match record {
            Some(record) => record.with_text(text),
            None => records::new(name.unwrap_or_default(), self.field, text),
        }
    }
}

/// Text that ends with a line break, unless it is empty.
fn closed(mut text: String) -> String {
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// What goes between the end of one document's output and the next document's:
/// a blank line between texts, nothing between lines of JSON.
pub(crate) fn separator(format: Format, before: Option<u8>, next: &[u8]) -> &'static str {
    let is_lines = matches!(format, Format::Json | Format::Records);
    match before {
        _ if is_lines || next.is_empty() => "",
        None => "",
        Some(b'\n') => "\n",
        Some(_) => "\n\n",
    }
}
