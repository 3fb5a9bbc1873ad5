//! Whether a text is somebody's name.

use super::compiled::RuleSet;
use super::locale::Locale;
use super::slots;
use super::tokens::{Token, TokenKind, Tokens};

/// Words with capitals of a person's name, or of two people's: one alone may be anything,
/// longer rows are names of firms and of papers.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;

impl RuleSet {
    /// Whether `text` is a person's name, or two people's, and nothing else: words with
    /// capitals, particles and initials, the first of them a first name of the packs.
    pub(crate) fn is_person(&self, text: &str, tokens: &mut Tokens) -> bool {
        self.tokenize(text, tokens);
        let view = self.view(text, tokens, Locale::UNKNOWN);
        let is_first = tokens.first().is_some_and(|first| self.is_first_name(first));
        let capitals = || tokens.iter().filter(|token| token.capital).count();
        is_first && WORDS.contains(&capitals()) && slots::names(&view, 0).next() == Some(tokens.len())
    }

    fn is_first_name(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word && token.capital && self.lexicon().is_first_name(token.key)
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tokens::Tokens;
    use crate::rules::{RuleSet, builtin};

    #[test]
    fn names_of_people_are_told_from_those_of_things() {
        let rules = builtin::with_packs(|packs| RuleSet::new(packs));
        let is_person = |text: &str| rules.is_person(text, &mut Tokens::default());
        let people =
            ["Anna Hill", "JOHN SMITH", "Peter van der Berg", "Олена Іваненко", "Γιώργος Παππάς", "Mary J. Reed"];
        people.iter().for_each(|name| assert!(is_person(name), "{name}"));
        let others = ["Anna", "World News", "Anna Hill writes", "Hill, Anna", "Річка Дніпро", "Paul and", "Anna 2"];
        others.iter().for_each(|text| assert!(!is_person(text), "{text}"));
    }
}
