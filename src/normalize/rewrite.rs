//! A text under repair: its present state, and the edits that lead there.

use std::borrow::Cow;
use std::ops::Range;

use crate::chars::confusable;
use crate::edit::{EditRecord, EditRule};
use crate::span::Span;

/// A replacement that a repair asks for, in the present text's bytes.
#[derive(Debug)]
pub(super) struct Replacement {
    at: Range<usize>,
    with: Cow<'static, str>,
    rule: EditRule,
}

impl Replacement {
    pub(super) fn new(at: Range<usize>, with: &'static str, rule: EditRule) -> Self {
        Self { at, with: Cow::Borrowed(with), rule }
    }

    pub(super) fn owned(at: Range<usize>, with: String, rule: EditRule) -> Self {
        Self { at, with: Cow::Owned(with), rule }
    }

    pub(super) fn with(at: Range<usize>, with: Cow<'static, str>, rule: EditRule) -> Self {
        Self { at, with, rule }
    }

    /// Where it starts.
    pub(super) fn start(&self) -> usize {
        self.at.start
    }
}

/// A change made so far: a range of the source became a range of the present text.
#[derive(Clone, Debug)]
struct Change {
    source: Range<usize>,
    text: Range<usize>,
    rule: EditRule,
}

/// A text under repair.
///
/// Repairs run one after another, each on the present text; what they replace
/// is carried back to the source, so that edits always speak of the source.
/// Where a later repair touches what an earlier one changed, the two become one
/// edit under the later one's rule.
#[derive(Debug)]
pub(super) struct Rewrite<'s> {
    source: &'s str,
    text: Cow<'s, str>,
    changes: Vec<Change>,
}

impl<'s> Rewrite<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, text: Cow::Borrowed(source), changes: Vec::new() }
    }

    /// Goes on with a text that `edits` made of `source`.
    pub(super) fn resume(source: &'s str, text: Cow<'s, str>, edits: Vec<EditRecord>) -> Self {
        let (mut before, mut after) = (0, 0);
        let change = |edit: EditRecord| {
            let source = edit.span.range();
            let start = after + source.start - before;
            (before, after) = (source.end, start + edit.text.len());
            Change { source, text: start..after, rule: edit.rule }
        };
        let changes = edits.into_iter().map(change).collect();
        Self { source, text, changes }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Applies replacements, which are in order and do not overlap; tells whether
    /// there were any. Linear in the text and the changes.
    pub(super) fn replace(&mut self, replacements: Vec<Replacement>) -> bool {
        if replacements.is_empty() {
            return false;
        }
        let merge = Merge { before: &self.text, text: String::with_capacity(self.text.len()), copied: 0 };
        let (text, changes) = merge.run(&self.changes, &replacements);
        self.text = Cow::Owned(text);
        self.changes = changes;
        true
    }

    /// The repaired text, and the edits with spans that start at `offset`.
    pub(super) fn finish(self, offset: usize) -> (Cow<'s, str>, Vec<EditRecord>) {
        let record = |change: &Change| EditRecord {
            span: Span::new(offset + change.source.start, offset + change.source.end),
            text: owned(&self.text[change.text.clone()]),
            rule: change.rule,
        };
        let real = |change: &&Change| self.source[change.source.clone()] != self.text[change.text.clone()];
        let edits = self.changes.iter().filter(real).map(record).collect();
        (self.text, edits)
    }
}

/// The commonest replacements need no allocation.
fn owned(text: &str) -> Cow<'static, str> {
    match text {
        "" => Cow::Borrowed(""),
        " " => Cow::Borrowed(" "),
        _ => confusable::letter(text).map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed),
    }
}

/// One round of replacements over a text that has changes already.
struct Merge<'t> {
    before: &'t str,
    text: String,
    /// How much of `before` has been written to `text`, or replaced.
    copied: usize,
}

impl Merge<'_> {
    fn run(mut self, changes: &[Change], replacements: &[Replacement]) -> (String, Vec<Change>) {
        let mut merged = Vec::with_capacity(changes.len() + replacements.len());
        let (mut old, mut new) = (0, 0);
        let mut shift = Shift::default();
        while old < changes.len() || new < replacements.len() {
            let group = group(&changes[old..], &replacements[new..]);
            let (older, newer) = (&changes[old..old + group.old], &replacements[new..new + group.new]);
            let source = shift.source(&group.text, older);
            let text = self.write(&group.text, newer);
            let rule = newer.last().map_or_else(|| older[0].rule, |replacement| replacement.rule);
            merged.push(Change { source, text, rule });
            old += group.old;
            new += group.new;
        }
        self.text.push_str(&self.before[self.copied..]);
        (self.text, merged)
    }

    /// Writes `before` up to the group's end with the replacements put in; gives
    /// where the group stands in the new text.
    fn write(&mut self, group: &Range<usize>, replacements: &[Replacement]) -> Range<usize> {
        self.text.push_str(&self.before[self.copied..group.start]);
        self.copied = group.start;
        let start = self.text.len();
        for replacement in replacements {
            self.text.push_str(&self.before[self.copied..replacement.at.start]);
            self.text.push_str(&replacement.with);
            self.copied = replacement.at.end;
        }
        self.text.push_str(&self.before[self.copied..group.end]);
        self.copied = group.end;
        start..self.text.len()
    }
}

/// How far the source runs ahead of the text, behind the changes seen so far.
#[derive(Default)]
struct Shift {
    source: usize,
    text: usize,
}

impl Shift {
    /// The source range of a group of the text; steps behind it.
    fn source(&mut self, group: &Range<usize>, older: &[Change]) -> Range<usize> {
        let start = match older.first() {
            Some(first) if first.text.start <= group.start => first.source.start,
            _ => self.source + (group.start - self.text),
        };
        if let Some(last) = older.last() {
            (self.source, self.text) = (last.source.end, last.text.end);
        }
        let end = if group.end > self.text { self.source + (group.end - self.text) } else { self.source };
        (self.source, self.text) = (end, group.end);
        start..end
    }
}

/// Changes and replacements that overlap, and the range of the text they cover.
struct Group {
    old: usize,
    new: usize,
    text: Range<usize>,
}

fn group(changes: &[Change], replacements: &[Replacement]) -> Group {
    let mut group = match (changes.first(), replacements.first()) {
        (Some(change), Some(replacement)) if comes_first(&change.text, &replacement.at) => {
            Group { old: 1, new: 0, text: change.text.clone() }
        }
        (Some(change), None) => Group { old: 1, new: 0, text: change.text.clone() },
        (_, Some(replacement)) => Group { old: 0, new: 1, text: replacement.at.clone() },
        (None, None) => unreachable!("a group is asked for only while something is left"),
    };
    loop {
        if let Some(change) = changes.get(group.old).filter(|change| change.text.start < group.text.end) {
            group.text.end = group.text.end.max(change.text.end);
            group.old += 1;
        } else if let Some(replacement) =
            replacements.get(group.new).filter(|replacement| replacement.at.start < group.text.end)
        {
            group.text.end = group.text.end.max(replacement.at.end);
            group.new += 1;
        } else {
            return group;
        }
    }
}

/// At the same place a removal, which has no text left, comes before what follows it.
fn comes_first(change: &Range<usize>, replacement: &Range<usize>) -> bool {
    change.start < replacement.start || (change.start == replacement.start && change.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rebuilds the repaired text from the source and the edits.
    fn applied(source: &str, edits: &[EditRecord]) -> String {
        let (mut text, mut at) = (String::new(), 0);
        for edit in edits {
            text.push_str(&source[at..edit.span.start()]);
            text.push_str(&edit.text);
            at = edit.span.end();
        }
        text + &source[at..]
    }

    #[test]
    fn rounds_compose() {
        let source = "ab cd ef";
        let mut rewrite = Rewrite::new(source);
        rewrite.replace(vec![
            Replacement::new(0..1, "XY", EditRule::Nfc),
            Replacement::new(2..3, "", EditRule::Blank),
            Replacement::new(6..8, "g", EditRule::Nfc),
        ]);
        assert_eq!(rewrite.text(), "XYbcd g");
        rewrite.replace(vec![
            Replacement::new(1..2, "Z", EditRule::Entity),
            Replacement::new(3..4, "K", EditRule::Entity),
            Replacement::new(5..7, "", EditRule::Entity),
        ]);
        assert_eq!(rewrite.text(), "XZbKd");
        let (text, edits) = rewrite.finish(0);
        assert_eq!(applied(source, &edits), text);
        let spans: Vec<_> = edits.iter().map(|edit| edit.span.range()).collect();
        assert_eq!(spans, [0..1, 2..3, 3..4, 5..8]);
    }
}
