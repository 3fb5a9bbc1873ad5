//! Patterns: what a block must be, token by token.

use super::expand::{Chunk, chunks, expand};
use super::tokens::{Token, TokenKind, tokenize};
use crate::error::suggestion;

/// A place in a pattern that fits many texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Number,
    Date,
    Time,
    Name,
    Url,
    Text,
    Rest,
}

impl Slot {
    const ALL: [(Slot, &'static str); 7] = [
        (Slot::Number, "number"),
        (Slot::Date, "date"),
        (Slot::Time, "time"),
        (Slot::Name, "name"),
        (Slot::Url, "url"),
        (Slot::Text, "text"),
        (Slot::Rest, "rest"),
    ];

    pub(super) fn from_name(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name).map(|(slot, _)| *slot);
        found.ok_or_else(|| {
            let near = suggestion(name, Self::ALL.iter().map(|(_, known)| *known));
            format!("no slot is called `{{{name}}}`{near}")
        })
    }

    /// A private-use character that stands for the slot in a flat pattern.
    pub(super) fn placeholder(self) -> char {
        char::from_u32(FIRST_PLACEHOLDER + self as u32).unwrap_or('\u{F8FF}')
    }

    fn from_placeholder(c: u64) -> Option<Self> {
        Self::ALL.iter().map(|(slot, _)| *slot).find(|slot| u64::from(FIRST_PLACEHOLDER + *slot as u32) == c)
    }

    fn takes_anything(self) -> bool {
        matches!(self, Slot::Text | Slot::Rest)
    }
}

const FIRST_PLACEHOLDER: u32 = 0xF800;

/// What one place of a flat pattern asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Word(u64),
    Number(u64),
    Mark(u64),
    /// A slot; where `glued`, no white space may stand before it.
    Slot(Slot, bool),
}

impl Element {
    /// The slot, if it takes in anything.
    pub(super) fn anything(self) -> Option<Slot> {
        match self {
            Element::Slot(slot, _) if slot.takes_anything() => Some(slot),
            _ => None,
        }
    }
}

/// A step of a pattern that is written out in one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    One(Element),
    /// A group, of so many steps.
    Group(u32),
    /// A way through a group, of so many steps.
    Way(u32),
}

/// Parts of a pattern in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'p>(&'p [Step]);

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'p> {
    One(Element),
    /// Any one of several sequences; an empty one makes the part optional.
    Choice(Ways<'p>),
}

/// The ways through a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ways<'p>(&'p [Step]);

impl<'p> Parts<'p> {
    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The first part, and those behind it.
    pub(super) fn split_first(self) -> Option<(Part<'p>, Self)> {
        let (first, rest) = self.0.split_first()?;
        match *first {
            Step::One(element) => Some((Part::One(element), Self(rest))),
            Step::Group(length) | Step::Way(length) => {
                let (group, rest) = rest.split_at(length as usize);
                Some((Part::Choice(Ways(group)), Self(rest)))
            }
        }
    }

    /// Whether there is no choice.
    pub(super) fn is_plain(self) -> bool {
        self.0.iter().all(|step| matches!(step, Step::One(_)))
    }

    fn iter(self) -> impl Iterator<Item = Part<'p>> {
        let mut rest = self;
        std::iter::from_fn(move || {
            let (part, behind) = rest.split_first()?;
            rest = behind;
            Some(part)
        })
    }
}

impl<'p> Ways<'p> {
    pub(super) fn iter(self) -> impl Iterator<Item = Parts<'p>> {
        let mut ways = Parts(self.0);
        std::iter::from_fn(move || {
            let (Part::Choice(Ways(way)), behind) = ways.split_first()? else { return None };
            ways = behind;
            Some(Parts(way))
        })
    }
}

/// A pattern: what may stand before it, and its parts. An open end is an element
/// that takes in all that follows, or all that stands before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) head: Option<Slot>,
    steps: Vec<Step>,
}

impl Pattern {
    pub(super) fn parts(&self) -> Parts<'_> {
        Parts(&self.steps)
    }

    /// Whether `{rest}` becomes a block of its own.
    pub(super) fn divides(&self) -> bool {
        self.head == Some(Slot::Rest)
            || self.steps.iter().any(|step| matches!(step, Step::One(Element::Slot(Slot::Rest, _))))
    }
}

/// Reads a pattern. An optional open end makes several of it, and so do open
/// ends on both sides, either of which may be empty.
pub(super) fn parse(source: &str) -> Result<Vec<Pattern>, String> {
    let source = source.trim();
    let head = ["[{text}]", "{text}"].into_iter().find(|open| source.starts_with(open));
    let tail = ["[{text}]", "{text}"].into_iter().find(|open| source.ends_with(open));
    match (head, tail) {
        (Some(head), Some(tail)) if source.len() > head.len() + tail.len() => {
            let inner = &source[head.len()..source.len() - tail.len()];
            Ok(vec![
                parse_one(inner)?,
                parse_one(&format!("{{text}}{inner}"))?,
                parse_one(&format!("{{text}}{inner}{{text}}"))?,
            ])
        }
        (Some("[{text}]"), _) => {
            let rest = &source["[{text}]".len()..];
            Ok(vec![parse_one(rest)?, parse_one(&format!("{{text}}{rest}"))?])
        }
        _ => Ok(vec![parse_one(source)?]),
    }
}

fn parse_one(source: &str) -> Result<Pattern, String> {
    let mut reader = Reader::default();
    reader.parts(source, 0)?;
    let steps = reader.steps;
    let parts = Parts(&steps);
    let head = open_head(parts);
    if !only_ends_are_open(parts, head.is_some(), true) {
        return Err("`{text}` and `{rest}` may stand only at the very start and the very end".to_owned());
    }
    if length(parts) > LONGEST {
        return Err(format!("it may take in more than {LONGEST} words and groups in a row; write several patterns"));
    }
    if parts.iter().all(may_be_empty) {
        return Err("it would fit any text; write some words".to_owned());
    }
    Ok(Pattern { head, steps })
}

/// A pattern is no longer than this: the matcher's recursion is as deep.
const LONGEST: usize = 200;

/// The longest way through `parts`: words, slots, and a step for every group.
fn length(parts: Parts<'_>) -> usize {
    let part_length = |part| match part {
        Part::One(_) => 1,
        Part::Choice(ways) => 1 + ways.iter().map(length).max().unwrap_or(0),
    };
    parts.iter().map(part_length).sum()
}

/// The open end that all ways through `parts` begin with.
fn open_head(parts: Parts<'_>) -> Option<Slot> {
    match parts.split_first()?.0 {
        Part::One(element) => element.anything(),
        Part::Choice(ways) => {
            let first = open_head(ways.iter().next()?)?;
            ways.iter().all(|way| open_head(way) == Some(first)).then_some(first)
        }
    }
}

/// Whether open ends stand only where the pattern ends, or starts.
fn only_ends_are_open(parts: Parts<'_>, mut at_start: bool, at_end: bool) -> bool {
    let mut rest = parts;
    while let Some((part, behind)) = rest.split_first() {
        let at_end = at_end && behind.is_empty();
        let fits = match part {
            Part::One(element) => at_start || at_end || element.anything().is_none(),
            Part::Choice(ways) => ways.iter().all(|way| only_ends_are_open(way, at_start, at_end)),
        };
        if !fits {
            return false;
        }
        (rest, at_start) = (behind, false);
    }
    true
}

/// Whether a part asks for nothing; an open end alone is nothing to go by.
fn may_be_empty(part: Part<'_>) -> bool {
    match part {
        Part::One(element) => element.anything().is_some(),
        Part::Choice(ways) => ways.iter().any(|way| way.iter().all(may_be_empty)),
    }
}

/// Groups may nest this deep.
const DEEPEST: usize = 8;

/// Reads patterns; its tokens are a buffer.
#[derive(Default)]
struct Reader {
    steps: Vec<Step>,
    tokens: Vec<Token>,
}

impl Reader {
    /// Reads `source` behind what was read before.
    fn parts(&mut self, source: &str, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err(format!("groups nest more than {DEEPEST} deep"));
        }
        if !source.bytes().any(is_notation) {
            // Most alternatives are plain words.
            self.elements(source);
            return Ok(());
        }
        chunks(source)?.into_iter().try_for_each(|chunk| self.chunk(chunk, depth))
    }

    fn chunk(&mut self, chunk: Chunk<'_>, depth: usize) -> Result<(), String> {
        match chunk {
            Chunk::Words(words) if !words.bytes().any(is_notation) => self.elements(words),
            Chunk::Words(words) => self.spelt_out(words)?,
            Chunk::Group(ways) => self.group(&ways, |reader, way| reader.parts(way, depth + 1))?,
        }
        Ok(())
    }

    /// Reads every way through a group.
    fn group<W>(
        &mut self,
        ways: &[W],
        mut read: impl FnMut(&mut Self, &W) -> Result<(), String>,
    ) -> Result<(), String> {
        let group = self.steps.len();
        self.steps.push(Step::Group(0));
        for source in ways {
            let way = self.steps.len();
            self.steps.push(Step::Way(0));
            read(self, source)?;
            self.steps[way] = Step::Way((self.steps.len() - way - 1) as u32);
        }
        self.steps[group] = Step::Group((self.steps.len() - group - 1) as u32);
        Ok(())
    }

    fn spelt_out(&mut self, words: &str) -> Result<(), String> {
        let mut forms = expand(words)?;
        forms.sort_unstable();
        forms.dedup();
        if let [form] = forms.as_slice() {
            self.elements(form);
            return Ok(());
        }
        self.group(&forms, |reader, form| {
            reader.elements(form);
            Ok(())
        })
    }

    fn elements(&mut self, flat: &str) {
        tokenize(flat, &mut self.tokens);
        let mut before = None;
        for token in &self.tokens {
            let element = element(token, before);
            self.steps.push(Step::One(element));
            before = Some(element);
        }
    }
}

/// Whether a character means something in patterns.
fn is_notation(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'|' | b'\\')
}

fn element(token: &Token, before: Option<Element>) -> Element {
    match token.kind {
        TokenKind::Word => Element::Word(token.key),
        TokenKind::Number => Element::Number(token.key),
        TokenKind::Mark => match Slot::from_placeholder(token.key) {
            Some(slot) => Element::Slot(slot, token.glued && asks_for_glue(slot, before)),
            None => Element::Mark(token.key),
        },
    }
}

/// `{text}{date}` and `picture{name}` mean that no blank stands between; behind
/// a bracket, or for a number, the lack of a blank says nothing.
fn asks_for_glue(slot: Slot, before: Option<Element>) -> bool {
    matches!(slot, Slot::Date | Slot::Time | Slot::Name)
        && matches!(before, Some(Element::Word(_) | Element::Slot(Slot::Text | Slot::Rest, _)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_glue() {
        let pattern = &parse("{text}{date} {time}").unwrap()[0];
        assert_eq!(pattern.head, Some(Slot::Text));
        let slots = [(Slot::Text, false), (Slot::Date, true), (Slot::Time, false)];
        assert_eq!(pattern.steps, slots.map(|(slot, glued)| Step::One(Element::Slot(slot, glued))));
        let pattern = &parse("read also: {text}").unwrap()[0];
        assert_eq!(pattern.head, None);
        assert_eq!(pattern.steps.last(), Some(&Step::One(Element::Slot(Slot::Text, false))));
    }

    #[test]
    fn choices() {
        let pattern = &parse("(a|b c) view[s]").unwrap()[0];
        let ways: Vec<_> = pattern
            .parts()
            .iter()
            .map(|part| match part {
                Part::Choice(ways) => ways.iter().map(|way| way.iter().count()).collect(),
                Part::One(_) => vec![],
            })
            .collect();
        assert_eq!(ways, [[1, 2], [1, 1]]);
    }

    #[test]
    fn patterns_that_fit_anything_are_refused() {
        for fault in ["", "{text}", "[a]", "{text} {rest}", "a {text} b", "[a] (b|)", "([{text}]) a"] {
            assert!(parse(fault).is_err(), "{fault}");
        }
        assert!(parse(&("(".repeat(40) + "a" + &")".repeat(40))).is_err());
        assert!(parse(&"[a] b ".repeat(400)).is_err());
    }
}
