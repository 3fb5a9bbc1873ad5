//! Cyrillic to Latin.

use std::borrow::Cow;

use unicode_normalization::char::{compose, is_combining_mark};

use super::case::{self, Case};
use super::context::{APOSTROPHE, FIRST, Neighbour, first, is_apostrophe, is_cyrillic, last, lower};
use super::table::{Compiled, EDGE, ROW, Row, Table};

/// The lead bytes of the Cyrillic block and its supplement.
const LEADS: std::ops::RangeInclusive<u8> = 0xd0..=0xd4;

/// The lead byte of the combining marks that letters are composed with.
const MARKS: u8 = 0xcc;

/// As many bytes are looked at as one; the compiler makes vector instructions of it.
const STRIDE: usize = 64;

/// The text in Latin; borrowed where that changes nothing.
pub(super) fn romanize<'t>(table: &Table, text: &'t str) -> Cow<'t, str> {
    let composed = composed(text);
    let start = without_cyrillic(composed.as_bytes());
    if start == composed.len() {
        return Cow::Borrowed(text);
    }
    let mut writer = Writer { table, text: &composed, at: 0, out: Vec::new(), end: 0, tail: None };
    writer.copy(start);
    writer.run();
    writer.out.truncate(writer.end);
    // Only whole strings were put together.
    let latin = simdutf8::basic::from_utf8(&writer.out).unwrap_or_default();
    if latin == text { Cow::Borrowed(text) } else { Cow::Owned(latin.to_owned()) }
}

/// Cyrillic letters with their marks as single letters, where there are such.
fn composed(text: &str) -> Cow<'_, str> {
    if memchr::memchr(MARKS, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    for letter in text.chars() {
        let before = composed.chars().next_back().filter(|before| is_cyrillic(*before));
        match before.and_then(|before| compose(before, letter)) {
            Some(whole) => {
                composed.pop();
                composed.push(whole);
            }
            None => composed.push(letter),
        }
    }
    Cow::Owned(composed)
}

struct Writer<'w> {
    table: &'w Table,
    text: &'w str,
    at: usize,
    /// Written up to `end`; what is behind is room.
    out: Vec<u8>,
    end: usize,
    /// The last letter's rule, if Latin behind it could make it another letter on the way back.
    tail: Option<&'w Compiled>,
}

impl<'w> Writer<'w> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&lead) = bytes.get(self.at) {
            if !LEADS.contains(&lead) {
                self.other();
                continue;
            }
            let place = (usize::from(lead & 0x1f) << 6 | usize::from(bytes[self.at + 1] & 0x3f)) - FIRST as usize;
            match self.table.row(place).map(|row| row.fixed()) {
                Some(Some((latin, length))) if self.tail.is_none() => {
                    self.word(latin, length);
                    self.at += 2;
                }
                Some(_) => match self.row_behind(place).and_then(Row::fixed) {
                    Some((latin, length)) => {
                        self.word(latin, length);
                        self.at += 2;
                    }
                    None => self.letter(),
                },
                None => self.copy(2),
            }
        }
    }

    /// The row of the letter here, if it depends on nothing but the one before, and that is plain to see.
    #[inline]
    fn row_behind(&self, place: usize) -> Option<&'w Row> {
        let before = match self.text.as_bytes()[..self.at] {
            [] | [.., b' '..=b'&' | b'('..=b'@' | b'\n'] => EDGE,
            [.., lead, byte] if LEADS.contains(&lead) => {
                let place = (usize::from(lead & 0x1f) << 6 | usize::from(byte & 0x3f)) - FIRST as usize;
                char::from_u32(FIRST + place as u32).filter(|letter| is_cyrillic(*letter)).map(|_| place)?
            }
            _ => return None,
        };
        if self.tail.is_some() { None } else { self.table.row_behind(place, before) }
    }

    /// Makes sure that `more` bytes can be written.
    fn room(&mut self, more: usize) {
        if self.end + more > self.out.len() {
            let left = self.text.len() - self.at;
            self.out.resize(self.end + more + left + left / 4, 0);
        }
    }

    /// Writes `length` bytes of a word that is copied whole.
    #[inline]
    fn word(&mut self, latin: &[u8; ROW], length: usize) {
        self.room(ROW);
        self.out[self.end..self.end + ROW].copy_from_slice(latin);
        self.end += length;
    }

    fn push(&mut self, latin: &str) {
        self.room(latin.len());
        self.out[self.end..self.end + latin.len()].copy_from_slice(latin.as_bytes());
        self.end += latin.len();
    }

    /// Copies the next `length` bytes of the text.
    fn copy(&mut self, length: usize) {
        let text = self.text;
        self.push(&text[self.at..self.at + length]);
        self.at += length;
        self.tail = None;
    }

    /// An apostrophe within a word, or all up to the next Cyrillic letter or apostrophe.
    fn other(&mut self) {
        if !self.apostrophe() {
            self.copy(others(&self.text[self.at..]));
        }
    }

    /// An apostrophe is a letter where the system has one and Cyrillic is on both sides.
    fn apostrophe(&mut self) -> bool {
        let Some(letter) = self.text[self.at..].chars().next() else { return false };
        if !self.table.has_apostrophe() || !is_apostrophe(letter) {
            return false;
        }
        let (before, after) = (&self.text[..self.at], &self.text[self.at + letter.len_utf8()..]);
        let is_letter = |side| matches!(side, Neighbour::Letter(letter) if is_cyrillic(letter));
        if !is_letter(last(before)) || !is_letter(first(after)) {
            return false;
        }
        self.rule(APOSTROPHE, letter.len_utf8());
        true
    }

    /// A letter that depends on what is around it.
    fn letter(&mut self) {
        match self.text[self.at..].chars().next() {
            Some(letter) => self.rule(lower(letter), letter.len_utf8()),
            None => self.at = self.text.len(),
        }
    }

    /// Writes the Latin of the letter here, of `length` bytes, by the first rule that fits.
    fn rule(&mut self, letter: char, length: usize) {
        let (table, text) = (self.table, self.text);
        let (before, from) = (&text[..self.at], &text[self.at..]);
        let found = table.rules(letter).iter().find_map(|rule| fits(rule, before, from, length).map(|end| (rule, end)));
        let Some((rule, end)) = found else { return self.copy(length) };
        let case = case::of(before, &from[..end], &from[end..]);
        if self.tail.is_some() {
            self.part(rule.latin(Case::Lower));
        }
        self.tail = (!rule.continued_by.is_empty()).then_some(rule);
        match rule.row(case).fixed() {
            Some((latin, length)) => self.word(latin, length),
            None => self.push(rule.latin(case)),
        }
        self.at += end;
    }

    /// Parts this letter's Latin from the last letter's, if the way back needs it.
    fn part(&mut self, latin: &str) {
        let (Some(back), Some(last)) = (&self.table.back, self.tail) else { return };
        if !latin.starts_with(last.continued_by.as_slice()) {
            return;
        }
        if let Some(separator) = back.separator_between(last.latin(Case::Lower), latin) {
            self.push(separator.encode_utf8(&mut [0; 4]));
        }
    }
}

/// The length of the key in `from`, if the rule fits there.
fn fits(rule: &Compiled, before: &str, from: &str, first_length: usize) -> Option<usize> {
    let mut end = first_length;
    for wanted in &rule.rest {
        let letter = from[end..].chars().next()?;
        let is_same = lower(letter) == *wanted || (*wanted == APOSTROPHE && is_apostrophe(letter));
        end = is_same.then_some(end + letter.len_utf8())?;
    }
    let is_after = rule.after.as_ref().is_none_or(|letters| letters.has(last(before)));
    let is_before = rule.before.as_ref().is_none_or(|letters| letters.has(first(&from[end..])));
    (is_after && is_before).then_some(end)
}

/// How many bytes can be copied from the start of `text`, whose first character is
/// not Cyrillic; a mark alone, for an apostrophe may follow that belongs to the word.
fn others(text: &str) -> usize {
    // The blank between two words is by far the most frequent run.
    if let [b' ', next, ..] = text.as_bytes()
        && LEADS.contains(next)
    {
        return 1;
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    match text.chars().next().is_some_and(is_combining_mark) {
        true => first,
        false => first + without_cyrillic(&text.as_bytes()[first..]),
    }
}

/// The number of bytes before the first Cyrillic letter.
fn without_cyrillic(bytes: &[u8]) -> usize {
    let has_none = |stride: &&[u8]| !stride.iter().fold(false, |found, byte| found | LEADS.contains(byte));
    let clean = bytes.chunks_exact(STRIDE).take_while(has_none).count() * STRIDE;
    bytes[clean..].iter().position(|byte| LEADS.contains(byte)).map_or(bytes.len(), |more| clean + more)
}
