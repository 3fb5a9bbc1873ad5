//! Promise 2: the edit script applied to the source gives the text, and
//! backwards the source. Applied here anew, from the public API alone.

use std::ops::Range;

use chysto::{Document, Edit, EditRule};

use super::{ensure, shown};

pub fn check(document: &Document<'_>, source: &str) {
    let edits: Vec<Edit<'_>> = document.edits().collect();
    check_edits(source, &edits);
    let text = flattened(document, source, &edits);
    ensure!(
        source,
        text == document.text(),
        "the script gives\n  {}\n  the text is\n  {}",
        shown(&text),
        shown(document.text())
    );
    ensure!(source, document.restore() == source, "restored:\n  {}", shown(&document.restore()));
}

/// Edits are in order, do not overlap, show what was there, and change it.
pub fn check_edits(source: &str, edits: &[Edit<'_>]) {
    let mut end = 0;
    for edit in edits {
        let span = edit.span();
        ensure!(source, end <= span.start(), "{edit:?} overlaps the edit before, which ends at {end}");
        ensure!(source, source.get(span.range()) == Some(edit.was()), "{edit:?} is not what the source has");
        ensure!(source, edit.text() != edit.was(), "{edit:?} changes nothing");
        end = span.end();
    }
}

/// `range` of the source with `edits`, which lie in it, applied.
pub fn applied(source: &str, range: Range<usize>, edits: &[Edit<'_>]) -> String {
    let mut text = String::new();
    let mut at = range.start;
    for edit in edits {
        text.push_str(&source[at..edit.span().start()]);
        text.push_str(edit.text());
        at = edit.span().end();
    }
    text + &source[at..range.end]
}

/// The text that the script makes: kept blocks with their edits applied, joined
/// by the strongest of the gaps that lie between them.
fn flattened(document: &Document<'_>, source: &str, edits: &[Edit<'_>]) -> String {
    let mut script = Script { source, edits };
    let mut text = String::new();
    let mut separator = "";
    let mut end = 0;
    for (number, block) in document.blocks().enumerate() {
        let span = block.span();
        separator = longest(separator, script.gap(end..span.start(), number == 0));
        end = span.end();
        let repaired = script.block(span.range());
        ensure!(
            source,
            repaired == block.text(),
            "block {number}: the edits give {repaired:?}, its text is {:?}",
            block.text()
        );
        let place = block.text_span().map(|place| place.range());
        if block.is_kept() {
            text.push_str(if text.is_empty() { "" } else { separator });
            separator = "";
            ensure!(
                source,
                place == Some(text.len()..text.len() + repaired.len()),
                "block {number} is said to be at {place:?}"
            );
            text.push_str(&repaired);
        } else {
            ensure!(source, place.is_none(), "block {number} is not kept, but said to be at {place:?}");
        }
    }
    script.edge(end..source.len());
    ensure!(source, script.edits.is_empty(), "edits of nothing: {:?}", script.edits);
    text
}

/// The edits that have not been applied yet.
struct Script<'e, 's> {
    source: &'s str,
    edits: &'e [Edit<'s>],
}

impl Script<'_, '_> {
    /// What the white space in `range` becomes; checks that an edit says so where
    /// it is not that already.
    fn gap(&mut self, range: Range<usize>, is_first: bool) -> &'static str {
        let wanted = if is_first { "" } else { separator(&self.source[range.clone()]) };
        self.layout(range, wanted);
        wanted
    }

    fn edge(&mut self, range: Range<usize>) {
        self.layout(range, "");
    }

    fn layout(&mut self, range: Range<usize>, wanted: &str) {
        let space = &self.source[range.clone()];
        if space == wanted {
            return;
        }
        let edit = self.edits.split_off_first();
        let fits =
            edit.is_some_and(|edit| edit.span().range() == range && edit.text() == wanted && is_layout(edit.rule()));
        ensure!(self.source, fits, "{space:?} at {range:?} must become {wanted:?}; the next edit is {edit:?}");
    }

    /// The block at `range`, repaired.
    fn block(&mut self, range: Range<usize>) -> String {
        let count =
            self.edits.iter().take_while(|edit| edit.span().end() <= range.end && !is_layout(edit.rule())).count();
        let (own, rest) = self.edits.split_at(count);
        self.edits = rest;
        let before = own.first().is_some_and(|edit| edit.span().start() < range.start);
        ensure!(self.source, !before, "{:?} reaches into the block at {range:?}", own.first());
        applied(self.source, range, own)
    }
}

fn is_layout(rule: EditRule) -> bool {
    rule.name().starts_with("layout/")
}

fn longest(one: &'static str, other: &'static str) -> &'static str {
    if one.len() < other.len() { other } else { one }
}

/// A blank line where the white space holds two line breaks or more.
fn separator(space: &str) -> &'static str {
    let breaks = space.replace("\r\n", "\n").chars().filter(|c| is_line_break(*c)).count();
    if breaks < 2 { "\n" } else { "\n\n" }
}

pub fn is_line_break(c: char) -> bool {
    "\n\r\u{b}\u{c}\u{2028}\u{2029}".contains(c)
}
