//! Lines that say several things: who wrote the article, when, and when it was changed.

use std::ops::Range;

use super::choice::{Candidate, Signal};
use super::reader::Reader;
use super::trimmed;
use crate::date::Date;
use crate::metadata::{Field, MetadataValue};
use crate::role::{Class, Role};
use crate::rules::Value;

/// Marks between the parts of a by-line.
const SEPARATORS: &[char] = &['|', '•', '·', '/', '–', '—', '~'];

impl Reader<'_, '_> {
    /// A line that is metadata by its place.
    pub(super) fn by_title(&mut self, block: usize) {
        self.block = block;
        self.why = self.record().reason.0.clone();
        self.language = self.page.language;
        match self.record().role {
            Role::Author => self.author_line(),
            _ => self.line(None),
        }
    }

    /// A line that names its author, if no part of it is known to be a name then as a whole.
    fn author_line(&mut self) {
        let (before, whole) = (self.found.len(), 0..self.record().text.len());
        self.by_lines(whole.clone());
        if self.found.len() == before {
            self.signal = Signal::None;
            self.text(Field::Author, whole);
        }
    }

    /// All dates of a line of metadata, each with the words in front of it, and the
    /// by-lines around them. `field` is what a rule says of the whole line.
    pub(super) fn line(&mut self, field: Option<Field>) {
        if self.record().role.class() != Class::Metadata {
            return;
        }
        let end = self.record().text.len();
        let mut start = 0;
        while let Some((date, place)) = self.date(start..end) {
            let says = self.dated(start..place.start, start..place.end, field);
            if let Some(date) = date.filter(|date| !self.has_day(says, *date)) {
                self.add(says, MetadataValue::Date(date), Some(place.clone()));
            }
            self.by_lines(start..place.start);
            start = place.end;
        }
        if start > 0 {
            self.by_lines(start..end);
        }
    }

    /// What the block has given so far.
    fn own(&self) -> impl Iterator<Item = &Candidate> {
        self.found.iter().rev().take_while(|candidate| candidate.entry.block == self.block)
    }

    fn has_day(&self, field: Field, day: Date) -> bool {
        let is_day = |value: &MetadataValue| matches!(value, MetadataValue::Date(date) if date.days_from(day) == 0);
        self.own().any(|candidate| candidate.entry.field == field && is_day(&candidate.entry.value))
    }

    /// Which date it is, by the words in front of it.
    fn dated(&mut self, label: Range<usize>, dated: Range<usize>, field: Option<Field>) -> Field {
        let text = &*self.record().text;
        let hit = self.hit(&text[trimmed(text, dated)]).filter(|hit| hit.is_spelt);
        let own = hit.and_then(|hit| self.page.rules.rule(hit.rule).field).filter(|field| field.is_date());
        self.signal = if own.is_some() { Signal::Words } else { Signal::None };
        let inherited = field.filter(|field| field.is_date() && !trimmed(text, label).is_empty());
        own.or(inherited).unwrap_or(Field::Date)
    }

    /// `By Anna Hill`, or a name, among other parts.
    fn by_lines(&mut self, range: Range<usize>) {
        if self.own().any(|candidate| candidate.entry.field == Field::Author) {
            return;
        }
        let text = &*self.record().text;
        let mut start = range.start;
        for part in text[range].split_inclusive(SEPARATORS) {
            let whole = trimmed(text, start..start + part.len());
            start += part.len();
            // The whole part, or what stands before an office or a paper.
            let comma = text[whole.clone()].find(',').map(|comma| whole.start..whole.start + comma);
            let _ = self.by_line(whole) || comma.is_some_and(|name| self.by_line(name));
        }
    }

    fn by_line(&mut self, range: Range<usize>) -> bool {
        let text = &*self.record().text;
        if range.is_empty() {
            return false;
        }
        if self.page.rules.is_person(&text[range.clone()], &mut self.tokens) {
            self.signal = Signal::None;
            self.named(range);
            return true;
        }
        let hit = self.hit(&text[range.clone()]).filter(|hit| hit.is_spelt);
        let author = hit.filter(|hit| self.page.rules.rule(hit.rule).field == Some(Field::Author));
        let Some(Value::Text(name)) = author.and_then(|hit| hit.value) else { return false };
        self.signal = Signal::Words;
        self.named(range.start + name.start..range.start + name.end);
        true
    }
}
