//! Text whose letters and white space were repaired, line by line.

use std::borrow::Cow;

use crate::edit::{Edit, EditRecord, EditRule};
use crate::layout::{self, Gap};
use crate::normalize::mojibake::Memory;
use crate::normalize::policy::Hyphens;
use crate::normalize::{self, NormalizeOptions, hyphens};
use crate::span::Span;

/// Text whose letters and white space were repaired, and the edits that did it.
///
/// Lines stay in their places; several blank lines become one, and none is left
/// at the start and the end. Where options ask for it, a word that was divided at
/// a line's end is joined there.
///
/// ```
/// let normalized = chysto::Cleaner::new().normalize("Мiсто\u{a0} і світ");
/// assert_eq!(normalized.text(), "Місто і світ");
/// assert_eq!(normalized.edits().next().unwrap().rule().to_string(), "letters/mixed-script");
/// assert_eq!(normalized.restore(), "Мiсто\u{a0} і світ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized<'s> {
    source: &'s str,
    text: Cow<'s, str>,
    edits: Vec<EditRecord>,
}

impl<'s> Normalized<'s> {
    pub(crate) fn new(source: &'s str, options: NormalizeOptions) -> Self {
        let edits = edits(source, options);
        let text = if edits.is_empty() { Cow::Borrowed(source) } else { Cow::Owned(applied(source, &edits)) };
        let (text, edits) = match options.hyphens {
            Hyphens::Keep => (text, edits),
            Hyphens::Join => hyphens::join(source, text, edits),
        };
        Self { source, text, edits }
    }

    /// The repaired text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The repaired text, borrowed where nothing was repaired.
    pub fn into_text(self) -> Cow<'s, str> {
        self.text
    }

    /// What was repaired, in the order of the source.
    pub fn edits(&self) -> impl ExactSizeIterator<Item = Edit<'_>> + DoubleEndedIterator {
        self.edits.iter().map(|edit| edit.view(self.source))
    }

    /// Where the source holds replacement characters (U+FFFD), in order: letters
    /// that were lost before it came here. They stay as they are.
    ///
    /// ```
    /// let normalized = chysto::Cleaner::new().normalize("caf\u{fffd} au lait");
    /// let lost: Vec<_> = normalized.replacement_characters().map(|span| span.range()).collect();
    /// assert_eq!(lost, [3..6]);
    /// ```
    pub fn replacement_characters(&self) -> impl Iterator<Item = Span> {
        crate::chars::replacement_characters(self.source)
    }

    /// Rebuilds the source from the text and the edits.
    pub fn restore(&self) -> String {
        let mut source = String::with_capacity(self.text.len());
        let mut at = 0;
        for edit in self.edits() {
            let unchanged = edit.span.start() - source.len();
            source.push_str(&self.text[at..at + unchanged]);
            source.push_str(edit.was);
            at += unchanged + edit.text.len();
        }
        source + &self.text[at..]
    }
}

fn edits(source: &str, options: NormalizeOptions) -> Vec<EditRecord> {
    let mut edits = Vec::new();
    let mut memory = Memory::default();
    let (mut end, mut is_first) = (0, true);
    layout::lines(source, |line| {
        let before = edits.len();
        gap(source, Span::new(end, line.span.start()), is_first, &mut edits);
        let start = line.span.start();
        match normalize::line(&source[line.span.range()], line.traits, start, options, &mut memory, &mut edits)
            .is_empty()
        {
            // Nothing visible is in the line: it is part of the gap.
            true => edits.truncate(before),
            false => (end, is_first) = (line.span.end(), false),
        }
    });
    last_gap(source, Span::new(end, source.len()), is_first, &mut edits);
    edits
}

fn gap(source: &str, span: Span, is_first: bool, edits: &mut Vec<EditRecord>) {
    let space = &source[span.range()];
    let (text, rule) = match is_first {
        true => ("", EditRule::Edge),
        false => (Gap::of(space).text(), EditRule::Gap),
    };
    if space != text {
        edits.push(EditRecord { span, text: Cow::Borrowed(text), rule });
    }
}

/// A line break at the end of the last line stays.
fn last_gap(source: &str, span: Span, is_first: bool, edits: &mut Vec<EditRecord>) {
    let space = &source[span.range()];
    let text = if is_first || Gap::of(space) == Gap::Inline { "" } else { "\n" };
    if space != text {
        edits.push(EditRecord { span, text: Cow::Borrowed(text), rule: EditRule::Edge });
    }
}

fn applied(source: &str, edits: &[EditRecord]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for edit in edits {
        text.push_str(&source[at..edit.span.start()]);
        text.push_str(&edit.text);
        at = edit.span.end();
    }
    text + &source[at..]
}
