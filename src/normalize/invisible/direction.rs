//! Controls of the direction of writing: which of them change anything.
//!
//! A line is a paragraph here: the bidirectional algorithm ends all embeddings
//! and isolates with it (UAX #9, rule X8).

use crate::chars::direction::Direction;
use crate::chars::invisible::{Invisible, invisible};
use crate::chars::scan::specials;
use crate::edit::EditRule;
use crate::normalize::rewrite::{Replacement, Rewrite};

/// Takes out the controls that are unbalanced or change nothing:
///
/// * all of them in a line without letters of both directions, or without any
///   that is written to the left;
/// * embeddings, overrides and isolates without their end, ends without their
///   beginning, and pairs with nothing between them;
/// * marks beside a letter of their own direction.
pub(super) fn remove(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let Some(items) = items(current) else { return false };
    let useless = if directions_meet(current) { useless(&items) } else { vec![true; items.len()] };
    let goes = |(item, useless): (&Item, bool)| {
        let control = useless.then(|| item.control()).flatten()?;
        Some(Replacement::new(item.at..item.at + control.len_utf8(), "", EditRule::Bidi))
    };
    let found = items.iter().zip(useless).filter_map(goes).collect();
    text.replace(found)
}

/// A character that takes part in the line's direction.
struct Item {
    at: usize,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Visible(Direction),
    Blank,
    Mark(char, Direction),
    Embedding(char),
    Isolate(char),
    EndOfEmbedding,
    EndOfIsolate,
}

const POP_DIRECTIONAL_FORMATTING: char = '\u{202C}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

impl Item {
    fn new(at: usize, c: char) -> Option<Self> {
        let kind = match c {
            '\u{200E}' => Kind::Mark(c, Direction::Left),
            '\u{200F}' => Kind::Mark(c, Direction::Right),
            '\u{61C}' => Kind::Mark(c, Direction::Arabic),
            POP_DIRECTIONAL_FORMATTING => Kind::EndOfEmbedding,
            POP_DIRECTIONAL_ISOLATE => Kind::EndOfIsolate,
            '\u{202A}'..='\u{202E}' => Kind::Embedding(c),
            '\u{2066}'..='\u{2068}' => Kind::Isolate(c),
            _ if c.is_whitespace() => Kind::Blank,
            _ if invisible(c).is_some() => return None,
            _ => Kind::Visible(Direction::of(c)?),
        };
        Some(Self { at, kind })
    }

    /// The direction that it gives to what stands beside it.
    fn direction(&self) -> Option<Direction> {
        match self.kind {
            Kind::Visible(direction) | Kind::Mark(_, direction) => Some(direction),
            _ => None,
        }
    }

    /// The control that it is, if it is one.
    fn control(&self) -> Option<char> {
        match self.kind {
            Kind::Visible(_) | Kind::Blank => None,
            Kind::Mark(c, _) | Kind::Embedding(c) | Kind::Isolate(c) => Some(c),
            Kind::EndOfEmbedding => Some(POP_DIRECTIONAL_FORMATTING),
            Kind::EndOfIsolate => Some(POP_DIRECTIONAL_ISOLATE),
        }
    }
}

/// The line's items, if there is any control among them.
fn items(text: &str) -> Option<Vec<Item>> {
    const ARABIC_LETTER_MARK: &str = "\u{61C}";
    let has_controls = specials(text).any(|c| invisible(c) == Some(Invisible::Direction))
        || memchr::memmem::find(text.as_bytes(), ARABIC_LETTER_MARK.as_bytes()).is_some();
    has_controls.then(|| text.char_indices().filter_map(|(at, c)| Item::new(at, c)).collect())
}

/// Whether a letter that is written to the left shares the line with anything
/// that is not: there is nothing to order otherwise.
fn directions_meet(text: &str) -> bool {
    let is_other =
        |c: char| !Direction::turns(c) && !c.is_whitespace() && invisible(c).is_none() && Direction::of(c).is_some();
    text.chars().any(Direction::turns) && text.chars().any(is_other)
}

fn useless(items: &[Item]) -> Vec<bool> {
    let mut useless = unbalanced(items);
    before_own_letter(items, &mut useless);
    after_own_letter(items, &mut useless);
    useless
}

/// Embeddings and isolates without their partner, or with nothing but blanks between.
fn unbalanced(items: &[Item]) -> Vec<bool> {
    let mut pairs = Pairs { useless: vec![false; items.len()], ..Pairs::default() };
    for (number, item) in items.iter().enumerate() {
        match item.kind {
            Kind::Visible(_) | Kind::Mark(..) => pairs.content += 1,
            Kind::Blank => {}
            Kind::Embedding(_) => pairs.begin(number, false),
            Kind::Isolate(_) => pairs.begin(number, true),
            Kind::EndOfEmbedding => pairs.end(number, false),
            Kind::EndOfIsolate => pairs.end(number, true),
        }
    }
    for begin in pairs.open {
        pairs.useless[begin.number] = true;
    }
    pairs.useless
}

#[derive(Default)]
struct Pairs {
    useless: Vec<bool>,
    open: Vec<Open>,
    /// How many of those that are open are isolates.
    isolates: usize,
    /// How many characters other than blanks were met.
    content: usize,
}

/// An embedding or isolate that waits for its end.
struct Open {
    number: usize,
    is_isolate: bool,
    /// How much content stands before it.
    content: usize,
}

impl Pairs {
    fn begin(&mut self, number: usize, is_isolate: bool) {
        self.open.push(Open { number, is_isolate, content: self.content });
        self.isolates += usize::from(is_isolate);
    }

    fn end(&mut self, number: usize, is_isolate: bool) {
        if is_isolate && self.isolates > 0 {
            // The end of an isolate ends the embeddings in it, which lack their own.
            while let Some(embedding) = self.open.pop_if(|last| !last.is_isolate) {
                self.useless[embedding.number] = true;
            }
        }
        let Some(begin) = self.open.pop_if(|last| last.is_isolate == is_isolate) else {
            self.useless[number] = true;
            return;
        };
        self.isolates -= usize::from(is_isolate);
        if begin.content == self.content {
            (self.useless[begin.number], self.useless[number]) = (true, true);
        }
    }
}

/// Marks that stand right before a letter of their own direction, or before
/// another mark like them.
fn before_own_letter(items: &[Item], useless: &mut [bool]) {
    let mut after = None;
    for (item, useless) in items.iter().zip(useless).rev() {
        match item.kind {
            Kind::Mark(_, direction) if is_same(direction, after) => *useless = true,
            _ if *useless => {}
            _ => after = item.direction(),
        }
    }
}

/// Marks that stand right behind a letter of their own direction.
fn after_own_letter(items: &[Item], useless: &mut [bool]) {
    let numbers = before_number(items);
    let mut before = None;
    for ((item, useless), before_number) in items.iter().zip(useless).zip(numbers) {
        match item.kind {
            // Behind an Arabic letter a number is written otherwise than behind U+200F.
            Kind::Mark(_, direction) if before == Some(direction) || (!before_number && is_same(direction, before)) => {
                *useless = true;
            }
            _ if *useless => {}
            _ => before = item.direction(),
        }
    }
}

/// For each item whether a number comes behind it before any letter does.
fn before_number(items: &[Item]) -> Vec<bool> {
    let mut before_number = vec![false; items.len()];
    let mut is_before = false;
    for (item, found) in items.iter().zip(&mut before_number).rev() {
        *found = is_before;
        match item.kind {
            Kind::Visible(Direction::Number) => is_before = true,
            Kind::Visible(Direction::Neutral) | Kind::Blank => {}
            Kind::Visible(_) => is_before = false,
            _ => {}
        }
    }
    before_number
}

/// Whether a mark of direction `mark` beside `neighbour` only says it again.
fn is_same(mark: Direction, neighbour: Option<Direction>) -> bool {
    let turns = |direction| matches!(direction, Direction::Right | Direction::Arabic);
    neighbour == Some(mark) || (mark == Direction::Right && neighbour.is_some_and(turns))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Named as UAX #9 names them; `R` is a Hebrew letter, `A` an Arabic one.
    fn spelt(text: &str) -> String {
        let names = [
            ("LRM", "\u{200E}"),
            ("RLM", "\u{200F}"),
            ("ALM", "\u{61C}"),
            ("LRE", "\u{202A}"),
            ("RLE", "\u{202B}"),
            ("PDF", "\u{202C}"),
            ("LRO", "\u{202D}"),
            ("RLO", "\u{202E}"),
            ("LRI", "\u{2066}"),
            ("RLI", "\u{2067}"),
            ("FSI", "\u{2068}"),
            ("PDI", "\u{2069}"),
            ("R", "\u{5D0}"),
            ("A", "\u{628}"),
        ];
        let word = |word| names.iter().find(|(name, _)| *name == word).map_or(word, |(_, character)| *character);
        text.split(' ').map(word).collect::<String>().replace('_', " ")
    }

    #[test]
    fn useless_controls_go_and_needed_ones_stay() {
        let cases = [
            // Nothing to order otherwise.
            ("LRM a LRE b PDF ! RLM", "a b !"),
            ("RLO abc PDF", "abc"),
            ("RLI a PDI _ FSI b PDI ALM", "a _ b"),
            ("R RLM _ RLE R PDF", "R _ R"),
            // Unbalanced, or empty.
            ("R _ PDF a PDI", "R _ a"),
            ("RLE R _ a", "R _ a"),
            ("R LRI a LRE b PDI !", "R LRI a b PDI !"),
            ("R LRE a LRI b PDF c PDI !", "R a LRI b c PDI !"),
            ("R LRE _ PDF a LRI PDI", "R _ a"),
            // Pairs that order.
            ("R _ LRE a ! PDF _ R", "R _ LRE a ! PDF _ R"),
            ("R _ FSI a PDI ( 1 )", "R _ FSI a PDI ( 1 )"),
            ("a _ RLE R ! PDF _ b", "a _ RLE R ! PDF _ b"),
            // Marks beside a letter of their own direction.
            ("R RLM ! _ a", "R ! _ a"),
            ("a _ RLM R", "a _ R"),
            ("R _ a LRM !", "R _ a !"),
            ("A RLM ! _ a", "A ! _ a"),
            ("R RLM RLM _ a ! LRM LRM _ R", "R _ a ! LRM _ R"),
            ("R RLM PDF RLM a", "R a"),
            // Marks that order.
            ("R _ a ! LRM _ R", "R _ a ! LRM _ R"),
            ("a _ R ! RLM _ b", "a _ R ! RLM _ b"),
            ("A RLM _ 1 2 - 3", "A RLM _ 1 2 - 3"),
            ("RLM a _ R", "RLM a _ R"),
            ("R LRM 1 - 2", "R LRM 1 - 2"),
        ];
        for (source, wanted) in cases {
            let source = spelt(source);
            let mut rewrite = Rewrite::new(&source);
            remove(&mut rewrite);
            assert_eq!(rewrite.text(), spelt(wanted), "{source:?}");
        }
    }
}
