//! A system's rules, compiled: a row for every letter of the Cyrillic block.

use rustc_hash::FxHashMap;

use super::case::{Case, title};
use super::context::{AFTER_LAST, APOSTROPHE, FIRST, Letters, Neighbour, lower};
use super::notation::{Notation, Rule};
use super::reverse::Reverse;

/// A row's Latin is copied as one word of so many bytes, its length behind it.
pub(super) const ROW: usize = 8;

/// A length that says: look at the rules.
const RULES: u8 = ROW as u8;

/// What a code point becomes wherever it stands, or that it depends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row([u8; ROW]);

impl Row {
    const DEPENDS: Self = Self([0, 0, 0, 0, 0, 0, 0, RULES]);

    fn of(latin: &str) -> Self {
        let mut row = [0; ROW];
        match row.get_mut(..latin.len()) {
            Some(room) if latin.len() < ROW => room.copy_from_slice(latin.as_bytes()),
            _ => return Self::DEPENDS,
        }
        row[ROW - 1] = latin.len() as u8;
        Self(row)
    }

    /// The bytes, of which so many count; none where the rules decide.
    #[inline]
    pub(super) fn fixed(&self) -> Option<(&[u8; ROW], usize)> {
        let length = self.0[ROW - 1];
        (length != RULES).then_some((&self.0, usize::from(length)))
    }
}

/// A rule with its Latin in every case.
#[derive(Debug)]
pub(super) struct Compiled {
    /// What follows the first letter of the key.
    pub(super) rest: Vec<char>,
    pub(super) after: Option<Letters>,
    pub(super) before: Option<Letters>,
    latin: [String; 3],
    rows: [Row; 3],
    /// What could follow its Latin in that of another letter, where the system parts the two.
    pub(super) continued_by: Vec<char>,
}

impl Compiled {
    pub(super) fn latin(&self, case: Case) -> &str {
        &self.latin[case as usize]
    }

    /// The same to be copied as one word, if it is short enough.
    #[inline]
    pub(super) fn row(&self, case: Case) -> &Row {
        &self.rows[case as usize]
    }

    fn fits_behind(&self, before: Neighbour) -> bool {
        self.after.as_ref().is_none_or(|letters| letters.has(before))
    }

    fn is_plain(&self) -> bool {
        self.continued_by.is_empty() && self.rest.is_empty() && self.after.is_none() && self.before.is_none()
    }
}

/// A system, ready for use.
#[derive(Debug)]
pub(super) struct Table {
    rows: Vec<Row>,
    /// For letters that depend on the one before alone: a row for each that this may be, and for the
    /// edge of a word.
    switches: Vec<Option<Vec<Row>>>,
    /// The rules of small letters, in the order in which they are tried.
    rules: Vec<Vec<Compiled>>,
    /// Which of these are those of a letter of the rows, or of another character.
    of_row: Vec<Option<u16>>,
    of_other: FxHashMap<char, u16>,
    pub(super) back: Option<Reverse>,
}

impl Table {
    pub(super) fn new(notation: &Notation) -> Self {
        let mut rules: FxHashMap<char, Vec<Compiled>> = FxHashMap::default();
        for rule in notation.once.chars().map(repeated).chain(notation.rules.iter().cloned()) {
            let Some(first) = rule.key.chars().next() else { continue };
            rules.entry(first).or_default().push(compiled(&rule, notation));
        }
        for of_letter in rules.values_mut() {
            // Stable: rules of one length stay in the order of the file, those for any place last.
            of_letter.sort_by_key(|rule| (usize::MAX - rule.rest.len(), rule.after.is_none() && rule.before.is_none()));
        }
        let back = notation.back.as_ref().map(|back| Reverse::new(&notation.rules, back));
        for rule in rules.values_mut().flatten() {
            rule.continued_by = back.as_ref().map_or_else(Vec::new, |back| back.continuations(rule.latin(Case::Lower)));
        }
        let letters = || (FIRST..AFTER_LAST).filter_map(char::from_u32);
        let rows = letters().map(|letter| row(letter, &rules)).collect();
        let switches = letters().map(|letter| switch(rules.get(&letter)?)).collect();
        let (keys, rules): (Vec<char>, Vec<Vec<Compiled>>) = rules.into_iter().unzip();
        let of_other: FxHashMap<char, u16> = keys.into_iter().zip(0..).collect();
        let of_row = letters().map(|letter| of_other.get(&letter).copied()).collect();
        Self { rows, switches, rules, of_row, of_other, back }
    }

    /// The row of the code point `place` behind [`FIRST`].
    pub(super) fn row(&self, place: usize) -> Option<&Row> {
        self.rows.get(place)
    }

    /// The row of a code point that depends on the one before alone, which is `before` behind
    /// [`FIRST`], or [`EDGE`].
    #[inline]
    pub(super) fn row_behind(&self, place: usize, before: usize) -> Option<&Row> {
        self.switches.get(place)?.as_ref()?.get(before)
    }

    /// The rules of a small letter in the order in which they are tried.
    #[inline]
    pub(super) fn rules(&self, letter: char) -> &[Compiled] {
        let number = match self.of_row.get((letter as usize).wrapping_sub(FIRST as usize)) {
            Some(number) => *number,
            None => self.of_other.get(&letter).copied(),
        };
        number.map_or(&[], |number| &self.rules[usize::from(number)])
    }

    pub(super) fn has_apostrophe(&self) -> bool {
        self.of_other.contains_key(&APOSTROPHE)
    }
}

/// The edge of a word among the letters that may be before another.
pub(super) const EDGE: usize = (AFTER_LAST - FIRST) as usize;

/// The Latin behind every letter and behind none, if that is all it depends on.
fn switch(rules: &[Compiled]) -> Option<Vec<Row>> {
    let depends_on_last =
        |rule: &Compiled| rule.rest.is_empty() && rule.before.is_none() && rule.continued_by.is_empty();
    if rules.len() < 2 || !rules.iter().all(depends_on_last) {
        return None;
    }
    let letters = (FIRST..AFTER_LAST).filter_map(char::from_u32).map(Neighbour::Letter);
    letters
        .chain([Neighbour::Edge])
        .map(|before| Some(*rules.iter().find(|rule| rule.fits_behind(before))?.row(Case::Lower)))
        .collect()
}

/// Capitals that are written in one way need no look around either.
fn row(letter: char, rules: &FxHashMap<char, Vec<Compiled>>) -> Row {
    let small = lower(letter);
    match rules.get(&small).map(Vec::as_slice) {
        None => Row::of(letter.encode_utf8(&mut [0; 4])),
        Some([rule]) if rule.is_plain() => match small == letter {
            true => Row::of(rule.latin(Case::Lower)),
            false if rule.latin(Case::Title) == rule.latin(Case::Upper) => Row::of(rule.latin(Case::Title)),
            false => Row::DEPENDS,
        },
        Some(_) => Row::DEPENDS,
    }
}

/// Nothing is written for a letter behind itself.
fn repeated(letter: char) -> Rule {
    Rule { key: letter.to_string(), latin: String::new(), after: Some(letter.to_string()), before: None }
}

fn compiled(rule: &Rule, notation: &Notation) -> Compiled {
    let latin = rule.latin.clone();
    let is_plain = rule.after.is_none() && rule.before.is_none();
    let capital =
        notation.capitals.iter().find(|(key, _)| is_plain && *key == rule.key).map(|(_, latin)| latin.clone());
    let title = capital.clone().unwrap_or_else(|| title(&latin));
    let upper = capital.unwrap_or_else(|| latin.to_uppercase());
    let latin = [latin, title, upper];
    Compiled {
        rows: [Row::of(&latin[0]), Row::of(&latin[1]), Row::of(&latin[2])],
        rest: rule.key.chars().skip(1).collect(),
        after: rule.after.as_deref().map(Letters::new),
        before: rule.before.as_deref().map(Letters::new),
        latin,
        continued_by: Vec::new(),
    }
}
