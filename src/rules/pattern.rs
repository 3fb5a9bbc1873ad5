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

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Elements(Vec<Element>),
    /// Any one of several sequences; an empty one makes the part optional.
    Choice(Vec<Vec<Part>>),
}

/// A pattern: what may stand before it, and its parts. An open end is an element
/// that takes in all that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) head: Option<Slot>,
    pub(super) parts: Vec<Part>,
}

impl Pattern {
    /// The pattern for the block that is left when `{rest}` has become a block of its own.
    pub(super) fn without_rest(&self) -> Option<Self> {
        let mut parts = self.parts.clone();
        let tail = parts.last_mut().is_some_and(drop_rest);
        let head = self.head == Some(Slot::Rest);
        (head || tail).then(|| Self { head: self.head.filter(|_| !head), parts })
    }
}

/// Takes `{rest}` off the end of a part, if it ends so.
fn drop_rest(part: &mut Part) -> bool {
    match part {
        Part::Elements(elements) => elements.pop_if(|last| matches!(last, Element::Slot(Slot::Rest, _))).is_some(),
        Part::Choice(choices) => {
            let dropped = choices.iter_mut().filter_map(|choice| choice.last_mut()).map(drop_rest);
            dropped.fold(false, |any, dropped| any | dropped)
        }
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
    let mut parts = parts(source, 0)?;
    let head = parts.first_mut().and_then(take_head);
    if !only_ends_are_open(&parts, true) {
        return Err("`{text}` and `{rest}` may stand only at the very start and the very end".to_owned());
    }
    if length(&parts) > LONGEST {
        return Err(format!("it may take in more than {LONGEST} words and groups in a row; write several patterns"));
    }
    if parts.iter().all(may_be_empty) {
        return Err("it would fit any text; write some words".to_owned());
    }
    Ok(Pattern { head, parts })
}

/// A pattern is no longer than this: the matcher's recursion is as deep.
const LONGEST: usize = 200;

/// The longest way through `parts`: words, slots, and a step for every group.
fn length(parts: &[Part]) -> usize {
    let longest = |choices: &[Vec<Part>]| choices.iter().map(|choice| length(choice)).max().unwrap_or(0);
    let part_length = |part: &Part| match part {
        Part::Elements(elements) => elements.len(),
        Part::Choice(choices) => 1 + longest(choices),
    };
    parts.iter().map(part_length).sum()
}

/// Takes an open end off the start of a part, whose spellings all have it.
fn take_head(part: &mut Part) -> Option<Slot> {
    match part {
        Part::Elements(elements) => {
            let slot = anything(elements.first())?;
            elements.remove(0);
            Some(slot)
        }
        Part::Choice(choices) => {
            let slot = |choice: &Vec<Part>| match choice.as_slice() {
                [Part::Elements(elements)] => anything(elements.first()),
                _ => None,
            };
            let first = choices.first().and_then(slot)?;
            let all = choices.iter().all(|choice| slot(choice) == Some(first));
            if all {
                choices.iter_mut().flatten().for_each(|part| {
                    take_head(part);
                });
            }
            all.then_some(first)
        }
    }
}

/// Whether open ends stand only where the pattern ends.
fn only_ends_are_open(parts: &[Part], at_end: bool) -> bool {
    parts.iter().enumerate().all(|(index, part)| {
        let at_end = at_end && index + 1 == parts.len();
        match part {
            Part::Elements(elements) => {
                let closed = elements.len() - usize::from(at_end && !elements.is_empty());
                elements[..closed].iter().all(|element| anything(Some(element)).is_none())
            }
            Part::Choice(choices) => choices.iter().all(|choice| only_ends_are_open(choice, at_end)),
        }
    })
}

/// Whether a part asks for nothing; an open end alone is nothing to go by.
fn may_be_empty(part: &Part) -> bool {
    match part {
        Part::Elements(elements) => elements.iter().all(|element| anything(Some(element)).is_some()),
        Part::Choice(choices) => choices.iter().any(|choice| choice.iter().all(may_be_empty)),
    }
}

/// Groups may nest this deep.
const DEEPEST: usize = 8;

fn parts(source: &str, depth: usize) -> Result<Vec<Part>, String> {
    if depth > DEEPEST {
        return Err(format!("groups nest more than {DEEPEST} deep"));
    }
    if !source.contains(NOTATION) {
        // Most alternatives are plain words.
        return Ok(if source.trim().is_empty() { Vec::new() } else { vec![Part::Elements(elements(source))] });
    }
    chunks(source)?
        .into_iter()
        .map(|chunk| match chunk {
            Chunk::Words(words) => spelt_out(words),
            Chunk::Group(mut alternatives) => {
                alternatives.sort_unstable();
                alternatives.dedup();
                alternatives
                    .into_iter()
                    .map(|source| parts(source, depth + 1))
                    .collect::<Result<_, _>>()
                    .map(Part::Choice)
            }
        })
        .collect()
}

/// The characters that mean something in patterns.
const NOTATION: [char; 8] = ['(', ')', '[', ']', '{', '}', '|', '\\'];

fn spelt_out(words: &str) -> Result<Part, String> {
    let mut forms = expand(words)?;
    forms.sort_unstable();
    forms.dedup();
    let mut choices: Vec<Vec<Element>> = forms.iter().map(|form| elements(form)).collect();
    match choices.len() {
        1 => Ok(Part::Elements(choices.swap_remove(0))),
        _ => Ok(Part::Choice(choices.into_iter().map(|choice| vec![Part::Elements(choice)]).collect())),
    }
}

fn elements(flat: &str) -> Vec<Element> {
    let mut tokens = Vec::new();
    tokenize(flat, &mut tokens);
    let mut elements: Vec<Element> = Vec::with_capacity(tokens.len());
    for token in &tokens {
        elements.push(element(token, elements.last()));
    }
    elements
}

fn anything(element: Option<&Element>) -> Option<Slot> {
    match element {
        Some(Element::Slot(slot, _)) if slot.takes_anything() => Some(*slot),
        _ => None,
    }
}

fn element(token: &Token, before: Option<&Element>) -> Element {
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
fn asks_for_glue(slot: Slot, before: Option<&Element>) -> bool {
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
        let date = Part::Elements(vec![Element::Slot(Slot::Date, true)]);
        assert_eq!(pattern.parts, [date, Part::Elements(vec![Element::Slot(Slot::Time, false)])]);
        let pattern = &parse("read also: {text}").unwrap()[0];
        assert_eq!(pattern.head, None);
        assert_eq!(pattern.parts.last(), Some(&Part::Elements(vec![Element::Slot(Slot::Text, false)])));
    }

    #[test]
    fn choices() {
        let pattern = &parse("(a|b c) view[s]").unwrap()[0];
        assert!(matches!(&pattern.parts[0], Part::Choice(choices) if choices.len() == 2));
        assert!(matches!(&pattern.parts[1], Part::Choice(choices) if choices.len() == 2));
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
