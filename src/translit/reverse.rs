//! Latin back to Cyrillic, by the same rules read backwards.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::context::{Letters, Neighbour, last, lower};
use super::notation::{Back, Rule};

/// The mark in a file where two Latin letters stand for two Cyrillic ones.
const APART: char = '\u{b7}';

/// More signs than stand in a row in any word.
const MOST_SIGNS: usize = 4;

/// What is read as a Cyrillic letter.
#[derive(Debug)]
struct Token {
    latin: Vec<char>,
    cyrillic: String,
    /// The letters before it, where it depends on them.
    after: Option<Letters>,
}

/// A system's way back.
#[derive(Debug)]
pub(super) struct Reverse {
    /// Tokens by their first letter, long ones first.
    tokens: FxHashMap<char, Vec<Token>>,
    separator: Option<char>,
    /// Beginnings of words by their first letter, and how many of their letters are read one by one.
    apart: FxHashMap<char, Vec<(Vec<char>, usize)>>,
}

impl Reverse {
    pub(super) fn new(rules: &[Rule], back: &Back) -> Self {
        let mut tokens: FxHashMap<char, Vec<Token>> = FxHashMap::default();
        for rule in rules.iter().filter(|rule| !rule.latin.is_empty()) {
            for latin in spellings(&rule.latin) {
                let after = rule.after.as_deref().map(Letters::new);
                tokens.entry(latin[0]).or_default().push(Token { latin, cyrillic: rule.key.clone(), after });
            }
        }
        for of_letter in tokens.values_mut() {
            of_letter.sort_by_key(|token| (usize::MAX - token.latin.len(), token.after.is_none()));
        }
        let mut apart: FxHashMap<char, Vec<_>> = FxHashMap::default();
        for word in &back.apart {
            let single = word.chars().take_while(|letter| *letter != APART).count();
            let letters: Vec<char> = word.chars().filter(|letter| *letter != APART).collect();
            if let Some(first) = letters.first() {
                apart.entry(*first).or_default().push((letters, single));
            }
        }
        Self { tokens, separator: back.separator, apart }
    }

    /// The letters that `latin` goes on with in longer tokens, if the system has a separator.
    pub(super) fn continuations(&self, latin: &str) -> Vec<char> {
        let read: Vec<char> = latin.chars().map(lower).collect();
        let tokens = read.first().filter(|_| self.separator.is_some()).and_then(|first| self.tokens.get(first));
        let next = |token: &Token| token.latin.strip_prefix(read.as_slice()).and_then(|rest| rest.first().copied());
        tokens.into_iter().flatten().filter_map(next).collect()
    }

    /// What has to stand between `last` and `next`, lest the two be read as other letters.
    pub(super) fn separator_between(&self, last: &str, next: &str) -> Option<char> {
        let separator = self.separator?;
        let read: Vec<char> = last.chars().map(lower).collect();
        let next: Vec<char> = next.chars().map(lower).collect();
        let is_misread = |token: &Token| {
            let rest = token.latin.strip_prefix(read.as_slice()).unwrap_or_default();
            !rest.is_empty() && !next.is_empty() && rest.iter().zip(&next).all(|(one, other)| one == other)
        };
        let tokens = self.tokens.get(read.first()?)?;
        tokens.iter().any(is_misread).then_some(separator)
    }

    /// The text in Cyrillic; borrowed where that changes nothing.
    pub(super) fn cyrillic<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut reader = Reader { back: self, text, at: 0, out: String::with_capacity(text.len() * 2), single: 0 };
        while reader.at < text.len() {
            reader.step();
        }
        if reader.out == text { Cow::Borrowed(text) } else { Cow::Owned(reader.out) }
    }
}

/// A token composed and decomposed, where that makes a difference.
fn spellings(latin: &str) -> Vec<Vec<char>> {
    let mut spellings: Vec<Vec<char>> = vec![latin.nfc().collect(), latin.nfd().collect()];
    spellings.dedup();
    spellings
}

struct Reader<'r> {
    back: &'r Reverse,
    text: &'r str,
    at: usize,
    out: String,
    /// Up to here letters are read one by one.
    single: usize,
}

impl<'r> Reader<'r> {
    fn step(&mut self) {
        self.exception();
        match self.longest(self.at) {
            Some((token, end)) => self.write(token, end),
            None => {
                let letter = self.text[self.at..].chars().next().unwrap_or_default();
                self.out.push(letter);
                self.at += letter.len_utf8();
            }
        }
    }

    /// At the beginning of a word: whether its digraph is two letters.
    fn exception(&mut self) {
        let rest = &self.text[self.at..];
        let words = rest.chars().next().and_then(|first| self.back.apart.get(&lower(first)));
        if words.is_none() || last(&self.text[..self.at]) != Neighbour::Edge {
            return;
        }
        let starts = |word: &[char]| word.iter().copied().eq(rest.chars().map(lower).take(word.len()));
        if let Some((_, single)) = words.into_iter().flatten().find(|(word, _)| starts(word)) {
            self.single = self.at + rest.chars().take(*single).map(char::len_utf8).sum::<usize>();
        }
    }

    /// The longest token at `at` that fits behind what is written, and its end.
    fn longest(&self, at: usize) -> Option<(&'r Token, usize)> {
        let rest = &self.text[at..];
        let tokens = self.back.tokens.get(&lower(rest.chars().next()?))?;
        tokens.iter().find_map(|token| {
            let mut letters = rest.char_indices();
            let is_there = token.latin.iter().all(|wanted| letters.next().is_some_and(|(_, l)| lower(l) == *wanted));
            let end = at + letters.offset();
            let is_allowed = end <= self.single || at >= self.single || token.latin.len() == 1;
            let is_after = token.after.as_ref().is_none_or(|letters| letters.has(last(&self.out)));
            (is_there && is_allowed && is_after).then_some((token, end))
        })
    }

    fn write(&mut self, token: &Token, end: usize) {
        let is_capital = match self.text[self.at..end].chars().find(|letter| is_cased(*letter)) {
            Some(letter) => letter.is_uppercase(),
            None => self.is_capital_sign(end),
        };
        match is_capital {
            true => self.out.extend(token.cyrillic.chars().flat_map(char::to_uppercase)),
            false => self.out.push_str(&token.cyrillic),
        }
        let start = std::mem::replace(&mut self.at, end);
        self.pass_separator(&self.text[start..end]);
    }

    /// A sign without case is as large as its neighbours: the letter after it
    /// decides together with the one before; at the end of a word the two before.
    fn is_capital_sign(&self, end: usize) -> bool {
        let mut written = self.out.chars().rev();
        let is_after_capital = written.next().is_some_and(char::is_uppercase);
        let mut next = self.text[end..].chars().take(MOST_SIGNS);
        let is_before_capital = match next.find(|letter| is_cased(*letter) || !letter.is_alphabetic()) {
            Some(next) if next.is_alphabetic() => next.is_uppercase(),
            _ => written.next().is_some_and(char::is_uppercase),
        };
        is_after_capital && is_before_capital
    }

    /// Leaves the separator behind `latin` out, if it was put there to part two letters.
    fn pass_separator(&mut self, latin: &str) {
        let Some(separator) = self.back.separator else { return };
        if !self.text[self.at..].starts_with(separator) {
            return;
        }
        let behind = self.at + separator.len_utf8();
        if let Some((_, end)) = self.longest(behind)
            && self.back.separator_between(latin, &self.text[behind..end]).is_some()
        {
            self.at = behind;
        }
    }
}

fn is_cased(letter: char) -> bool {
    letter.is_uppercase() || letter.is_lowercase() && letter.to_uppercase().next() != Some(letter)
}
