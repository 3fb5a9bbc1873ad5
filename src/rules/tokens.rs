//! Tokens of a block: words, numbers and marks, folded so that case, look-alike
//! letters, apostrophes and dashes do not matter.

mod glued;

use super::automaton::Node;
use super::folding::{CharKind, Fact, Facts};
use super::vocabulary::EntryId;
use super::word_hash::{Run, WordHash};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters; apostrophes between letters belong to the word. An ideograph or
    /// a kana is a word of its own.
    Word,
    /// Decimal digits.
    Number,
    /// Any other visible character.
    Mark,
}

/// A token, with byte offsets into the block's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// A word's hash, a number's value (saturated), a mark's folded character.
    pub(crate) key: u64,
    pub(crate) kind: TokenKind,
    /// Whether no white space stands before it (and it is not the first).
    pub(crate) glued: bool,
    /// Whether a word starts with a capital letter.
    pub(crate) capital: bool,
    /// Whether a word is of a script without capital letters.
    pub(super) uncased: bool,
    /// For a word such as `pictureAnna`: where the first capital behind a small
    /// letter stands; else zero.
    camel: u32,
    /// What the packs know of it.
    pub(super) entry: EntryId,
}

impl Token {
    const NONE: Self = Self {
        start: 0,
        end: 0,
        key: 0,
        kind: TokenKind::Mark,
        glued: false,
        capital: false,
        uncased: false,
        camel: 0,
        entry: EntryId::UNKNOWN,
    };

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.key == mark as u64
    }

    /// For a word such as `pictureAnna`: the hash of the part before the capital, and its end.
    pub(super) fn camel(&self, text: &str) -> Option<(u64, u32)> {
        (self.camel > 0).then(|| (key(&text[self.start as usize..self.camel as usize]), self.camel))
    }

    pub(crate) fn is_camel(&self) -> bool {
        self.camel > 0
    }

    /// The number of bytes.
    pub(crate) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
}

/// The tokens of a text, and what was seen while they were looked up.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(super) all: Vec<Token>,
    /// Places where a pattern with an open end in front may go on behind it, and
    /// its root.
    pub(super) starts: Vec<(Node, u32)>,
    /// For every function word the languages that have it, as bits over those of
    /// the rules.
    pub(crate) function_words: Vec<u64>,
}

impl std::ops::Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.all
    }
}

/// Fills `tokens` with those of `text`, which is shorter than 4 GiB.
pub(super) fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut reader = Reader { facts: Facts::get(), text, at: 0 };
    let mut glued = false;
    while let Some(first) = text.as_bytes().get(reader.at) {
        if *first == b' ' {
            (reader.at, glued) = (reader.at + 1, false);
        } else if let Some(token) = reader.next(*first, glued) {
            tokens.push(token);
            glued = true;
        } else {
            glued = false;
        }
    }
}

/// The hash of a word, as its token has it.
fn key(word: &str) -> u64 {
    let mut reader = Reader { facts: Facts::get(), text: word, at: 0 };
    let first = word.as_bytes().first();
    first.and_then(|first| reader.next(*first, false)).map_or(0, |token| token.key)
}

struct Reader<'t> {
    facts: &'static Facts,
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    /// The character at hand, and its length in bytes; none at the end.
    #[inline(always)]
    fn peek(&self) -> Option<(Fact, usize)> {
        self.facts.at(self.text, self.at)
    }

    /// Reads the token that starts with byte `first`, or passes over white space.
    #[inline(always)]
    fn next(&mut self, first: u8, glued: bool) -> Option<Token> {
        if first.is_ascii_alphabetic()
            && let Some(token) = self.short_word(first, glued)
        {
            return Some(token);
        }
        self.any(glued)
    }

    /// Reads a word of fewer than eight basic letters.
    #[inline(always)]
    fn short_word(&mut self, first: u8, glued: bool) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let run = Run::at(bytes, self.at);
        let end = self.at + run.length as usize;
        if run.is_full() || run.has_capital_inside() || bytes.get(end).is_some_and(|next| goes_on(*next)) {
            return None;
        }
        let start = std::mem::replace(&mut self.at, end) as u32;
        let key = WordHash::default().push_run(run).finish();
        let capital = first.is_ascii_uppercase();
        Some(Token { start, end: end as u32, key, kind: TokenKind::Word, glued, capital, ..Token::NONE })
    }

    fn any(&mut self, glued: bool) -> Option<Token> {
        let (fact, length) = self.peek()?;
        let start = self.at;
        self.at += length;
        let (kind, key, camel) = match fact.kind() {
            CharKind::Space => return None,
            CharKind::Combining if fact.is_silent() => return None,
            CharKind::Letter => self.word(start),
            CharKind::Digit => (TokenKind::Number, self.number(start), 0),
            CharKind::Ideograph => (TokenKind::Word, WordHash::default().push(fact.folded()).finish(), 0),
            CharKind::Mark | CharKind::Combining => (TokenKind::Mark, u64::from(fact.folded()), 0),
        };
        let (start, end) = (start as u32, self.at as u32);
        let (capital, uncased) = (fact.is_upper(), kind == TokenKind::Word && fact.is_uncased());
        Some(Token { start, end, key, kind, glued, capital, uncased, camel, ..Token::NONE })
    }

    /// Reads a word; gives its hash, and where it goes on with a capital.
    fn word(&mut self, start: usize) -> (TokenKind, u64, u32) {
        let mut word = Word::default();
        let bytes = self.text.as_bytes();
        self.at = start;
        while bytes.get(self.at).is_some_and(u8::is_ascii) {
            let run = Run::at(bytes, self.at);
            word.run(run, self.at);
            self.at += run.length as usize;
            if !run.is_full() {
                break;
            }
        }
        if bytes.get(self.at).is_some_and(|next| goes_on(*next)) {
            self.letters(&mut word);
        }
        (TokenKind::Word, word.hash.finish(), word.camel)
    }

    /// Reads on letter by letter.
    fn letters(&mut self, word: &mut Word) {
        while let Some((fact, length)) = self.peek() {
            if !(fact.is_in_words() || self.is_apostrophe(fact)) {
                break;
            }
            word.letter(fact, self.at);
            self.at += length;
        }
    }

    /// Whether an apostrophe stands here, and a letter behind it.
    fn is_apostrophe(&self, fact: Fact) -> bool {
        fact.folded() == u32::from(b'\'') && self.text[self.at..].chars().nth(1).is_some_and(char::is_alphabetic)
    }

    /// Reads a number; gives its value.
    fn number(&mut self, start: usize) -> u64 {
        let value = self.digits(start, usize::MAX);
        match glued::first_number(self.text.as_bytes(), start..self.at) {
            Some(digits) => self.digits(start, digits),
            None => value,
        }
    }

    /// Reads so many digits at the most.
    fn digits(&mut self, start: usize, most: usize) -> u64 {
        let mut value = 0u64;
        self.at = start;
        for _ in 0..most {
            let Some((fact, length)) = self.peek().filter(|(fact, _)| fact.kind() == CharKind::Digit) else { break };
            value = value.saturating_mul(10).saturating_add(u64::from(fact.folded() - u32::from('0')));
            self.at += length;
        }
        value
    }
}

/// Whether a word may go on with this byte behind its basic letters: words hold
/// no other ASCII than apostrophes.
#[inline(always)]
fn goes_on(next: u8) -> bool {
    !next.is_ascii() || matches!(next, b'\'' | b'`')
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    hash: WordHash,
    after_small: bool,
    camel: u32,
}

impl Word {
    #[inline(always)]
    fn run(&mut self, run: Run, at: usize) {
        if let Some(hump) = run.camel(self.after_small) {
            self.hump(at + hump as usize);
        }
        self.hash = self.hash.push_run(run);
        self.after_small = if run.length == 0 { self.after_small } else { run.ends_small() };
    }

    #[inline(always)]
    fn letter(&mut self, fact: Fact, at: usize) {
        if fact.is_silent() {
            return;
        }
        if fact.is_upper() && self.after_small {
            self.hump(at);
        }
        self.hash = self.hash.push(fact.folded());
        self.after_small = fact.is_lower();
    }

    fn hump(&mut self, at: usize) {
        if self.camel == 0 {
            self.camel = at as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        tokens.iter().map(|token| &text[token.start as usize..token.end as usize]).collect()
    }

    fn keys(text: &str) -> Vec<u64> {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        tokens.iter().map(|token| token.key).collect()
    }

    #[test]
    fn words_numbers_marks() {
        assert_eq!(split("Пам'ять: 18 643 (1.2K)"), ["Пам'ять", ":", "18", "643", "(", "1", ".", "2", "K", ")"]);
        assert_eq!(split("WSJ23.04.24, 16:09"), ["WSJ", "23", ".", "04", ".", "24", ",", "16", ":", "09"]);
        assert_eq!(split("共12条评论"), ["共", "12", "条", "评", "论"]);
    }

    #[test]
    fn times_and_dates_part() {
        assert_eq!(split("14:2621.04.2024"), ["14", ":", "26", "21", ".", "04", ".", "2024"]);
        assert_eq!(split("14:2621.04.202437"), ["14", ":", "26", "21", ".", "04", ".", "2024", "37"]);
        assert_eq!(split("10:20:0021/04/2024"), ["10", ":", "20", ":", "00", "21", "/", "04", "/", "2024"]);
        assert_eq!(split("21.04.202414:26"), ["21", ".", "04", ".", "2024", "14", ":", "26"]);
        assert_eq!(split("21.4.20249:05"), ["21", ".", "4", ".", "2024", "9", ":", "05"]);
        assert_eq!(split("2024-04-2114:26"), ["2024", "-", "04", "-", "21", "14", ":", "26"]);
    }

    #[test]
    fn other_digits_stay_together() {
        for text in [
            "1:2621.04",
            "10.12.20126",
            "21.04.202414",
            "10.0.0.1234:80",
            "1.2.201415:8080",
            "2024-04-2114",
            "14:2621.04.3024",
        ] {
            let is_number = |token: &&str| token.ends_with(char::is_numeric);
            assert!(!split(text).windows(2).any(|pair| pair.iter().all(is_number)), "{text}");
        }
    }

    #[test]
    fn digits_of_all_scripts_have_values() {
        assert_eq!(keys("۱۲۳ ٤٥ ２０２４ ०७"), [123, 45, 2024, 7]);
    }

    #[test]
    fn folding() {
        assert_eq!(keys("ЧИТАЙТЕ  Также:"), keys("читайте также:"));
        assert_eq!(keys("Ещё «да» — пам’ять"), keys("еще \"да\" - пам'ять"));
        assert_eq!(keys("Cупер"), keys("Супер"));
        assert_ne!(keys("так"), keys("тик"));
        assert_eq!(keys("ΤΕΛΕΥΤΑΙΑ ΝΕΑ"), keys("Τελευταία νέα"));
        assert_eq!(keys("نُشِرَ، ٥٪"), keys("نشر, 5%"));
        assert_eq!(keys("می\u{200C}خواهیم"), keys("میخواهیم"));
        assert_eq!(keys("تـــم"), keys("تم"));
        assert_eq!(keys("צה״ל תל־אביב"), keys("צה\"ל תל-אביב"));
    }

    #[test]
    fn camel_case_is_noted() {
        let mut tokens = Vec::new();
        tokenize("pictureAnna", &mut tokens);
        assert_eq!(tokens[0].camel("pictureAnna"), Some((keys("picture")[0], 7)));
    }
}
