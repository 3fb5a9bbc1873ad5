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

/// A pattern: its parts, and what may stand before and behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) head: Option<Slot>,
    pub(super) parts: Vec<Part>,
    pub(super) tail: Option<Slot>,
}

impl Pattern {
    /// The pattern for the block that is left when `{rest}` has become a block of its own.
    pub(super) fn without_rest(&self) -> Option<Self> {
        let kept = |slot: &Slot| *slot != Slot::Rest;
        let has_rest = self.head == Some(Slot::Rest) || self.tail == Some(Slot::Rest);
        has_rest.then(|| Self { head: self.head.filter(kept), tail: self.tail.filter(kept), ..self.clone() })
    }
}

/// Reads a pattern.
pub(super) fn parse(source: &str) -> Result<Pattern, String> {
    let mut parts = parts(source, 0)?;
    let head = match parts.first_mut() {
        Some(Part::Elements(elements)) => take(elements, 0),
        _ => None,
    };
    let tail = match parts.last_mut() {
        Some(Part::Elements(elements)) => take(elements, elements.len().saturating_sub(1)),
        _ => None,
    };
    if parts.iter().any(has_open_end) {
        return Err("`{text}` and `{rest}` may stand only at the very start and the very end".to_owned());
    }
    if parts.iter().all(may_be_empty) {
        return Err("it would fit any text; write some words".to_owned());
    }
    Ok(Pattern { head, parts, tail })
}

/// Takes the element at `place` out, if it takes anything.
fn take(elements: &mut Vec<Element>, place: usize) -> Option<Slot> {
    let slot = anything(elements.get(place))?;
    elements.remove(place);
    Some(slot)
}

fn has_open_end(part: &Part) -> bool {
    match part {
        Part::Elements(elements) => elements.iter().any(|element| anything(Some(element)).is_some()),
        Part::Choice(choices) => choices.iter().flatten().any(has_open_end),
    }
}

fn may_be_empty(part: &Part) -> bool {
    match part {
        Part::Elements(elements) => elements.is_empty(),
        Part::Choice(choices) => choices.iter().any(|choice| choice.iter().all(may_be_empty)),
    }
}

/// Groups may nest this deep.
const DEEPEST: usize = 8;

fn parts(source: &str, depth: usize) -> Result<Vec<Part>, String> {
    if depth > DEEPEST {
        return Err(format!("groups nest more than {DEEPEST} deep"));
    }
    chunks(source)?
        .into_iter()
        .map(|chunk| match chunk {
            Chunk::Words(words) => spelt_out(words),
            Chunk::Group(alternatives) => {
                alternatives.into_iter().map(|source| parts(source, depth + 1)).collect::<Result<_, _>>().map(Part::Choice)
            }
        })
        .collect()
}

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
        let pattern = parse("{text}{date} {time}").unwrap();
        assert_eq!(pattern.head, Some(Slot::Text));
        let date = Part::Elements(vec![Element::Slot(Slot::Date, true)]);
        assert_eq!(pattern.parts, [date, Part::Elements(vec![Element::Slot(Slot::Time, false)])]);
        let pattern = parse("read also: {text}").unwrap();
        assert_eq!((pattern.head, pattern.tail), (None, Some(Slot::Text)));
    }

    #[test]
    fn choices() {
        let pattern = parse("(a|b c) view[s]").unwrap();
        assert!(matches!(&pattern.parts[0], Part::Choice(choices) if choices.len() == 2 && choices[1].len() == 2));
        assert!(matches!(&pattern.parts[1], Part::Choice(choices) if choices.len() == 2));
    }

    #[test]
    fn patterns_that_fit_anything_are_refused() {
        for fault in ["", "{text}", "[a]", "{text} {rest}", "a {text} b", "[a] (b|)", "[{text}] a"] {
            assert!(parse(fault).is_err(), "{fault}");
        }
        assert!(parse(&("(".repeat(40) + "a" + &")".repeat(40))).is_err());
    }
}
