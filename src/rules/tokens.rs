//! Tokens of a block: words, numbers and marks, folded so that case, look-alike
//! letters, apostrophes and dashes do not matter.

use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use crate::chars::confusable;

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
    /// For a word such as `pictureAnna`: the hash of the part before the capital, and its end.
    pub(crate) camel: Option<(u64, u32)>,
}

impl Token {
    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.key == mark as u64
    }

    /// The number of bytes.
    pub(crate) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Fills `tokens` with those of `text`, which is shorter than 4 GiB.
pub(crate) fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let facts = Facts::get();
    let mut glued = false;
    let mut at = 0;
    while let Some((c, fact)) = facts.at(text, at) {
        let start = at;
        at += c.len_utf8();
        if fact.kind == CharKind::Space {
            glued = false;
            continue;
        }
        let mut token = Token::first(start, c, fact, glued);
        match fact.kind {
            CharKind::Letter => at = word(text, at, &mut token, fact, facts),
            CharKind::Digit => at = digits(text, at, &mut token),
            CharKind::Ideograph => token.key = hashed(0, fact.folded),
            CharKind::Space | CharKind::Mark | CharKind::Combining => {}
        }
        token.end = at as u32;
        tokens.push(token);
        glued = true;
    }
}

impl Token {
    /// The token of one character.
    fn first(start: usize, c: char, fact: Fact, glued: bool) -> Self {
        let (kind, key) = match fact.kind {
            CharKind::Digit => (TokenKind::Number, u64::from(c as u32 - '0' as u32)),
            CharKind::Letter | CharKind::Ideograph => (TokenKind::Word, 0),
            CharKind::Space | CharKind::Mark | CharKind::Combining => (TokenKind::Mark, u64::from(fact.folded)),
        };
        let start = start as u32;
        Self { start, end: start, key, kind, glued, capital: fact.is_upper, camel: None }
    }
}

/// Reads the rest of a word that starts with a letter of `fact`; gives its end.
fn word(text: &str, mut at: usize, token: &mut Token, fact: Fact, facts: &Facts) -> usize {
    let mut hash = hashed(0, fact.folded);
    let mut after_lower = fact.is_lower;
    while let Some((c, fact)) = facts.at(text, at) {
        let goes_on = match fact.kind {
            CharKind::Letter | CharKind::Combining => true,
            CharKind::Mark => fact.folded == '\'' as u32 && is_before_letter(text, at),
            CharKind::Space | CharKind::Ideograph | CharKind::Digit => false,
        };
        if !goes_on {
            break;
        }
        if after_lower && fact.is_upper && token.camel.is_none() {
            token.camel = Some((hash, at as u32));
        }
        hash = hashed(hash, fact.folded);
        after_lower = fact.is_lower;
        at += c.len_utf8();
    }
    token.key = hash;
    at
}

fn is_before_letter(text: &str, at: usize) -> bool {
    text[at..].chars().nth(1).is_some_and(char::is_alphabetic)
}

/// Reads the rest of a number; gives its end.
fn digits(text: &str, mut at: usize, token: &mut Token) -> usize {
    while let Some(digit) = text.as_bytes().get(at).filter(|byte| byte.is_ascii_digit()) {
        token.key = token.key.saturating_mul(10).saturating_add(u64::from(digit - b'0'));
        at += 1;
    }
    at
}

/// One step of a word's hash: rotate, combine, multiply, as in FxHash.
const fn hashed(hash: u64, folded: u32) -> u64 {
    (hash.rotate_left(5) ^ folded as u64).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// The hash of a word of one lower-case basic letter.
pub(crate) const fn letter_key(letter: char) -> u64 {
    hashed(0, letter as u32)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CharKind {
    Space,
    Letter,
    /// A letter that is a word of its own.
    Ideograph,
    Digit,
    Combining,
    Mark,
}

/// What the tokenizer asks of a character.
#[derive(Clone, Copy, Debug)]
struct Fact {
    folded: u32,
    kind: CharKind,
    is_upper: bool,
    is_lower: bool,
}

impl Fact {
    fn new(c: char) -> Self {
        let kind = match c {
            _ if c.is_whitespace() => CharKind::Space,
            _ if c.is_ascii_digit() => CharKind::Digit,
            _ if is_ideograph(c) => CharKind::Ideograph,
            _ if is_combining_mark(c) => CharKind::Combining,
            _ if c.is_alphanumeric() => CharKind::Letter,
            _ => CharKind::Mark,
        };
        let folded = if c.is_alphanumeric() { fold_letter(c) } else { fold_mark(c) };
        Self { folded: folded as u32, kind, is_upper: c.is_uppercase(), is_lower: c.is_lowercase() }
    }
}

/// Characters below this, from Latin to Armenian, are looked up in a table.
const TABLE: u32 = 0x590;

/// Facts about characters; those of the commonest scripts are computed once.
struct Facts(Vec<Fact>);

impl Facts {
    fn get() -> &'static Self {
        static FACTS: LazyLock<Facts> =
            LazyLock::new(|| Facts((0..TABLE).filter_map(char::from_u32).map(Fact::new).collect()));
        &FACTS
    }

    /// The character that starts at byte `at`, and its fact; none at the end.
    #[inline]
    fn at(&self, text: &str, at: usize) -> Option<(char, Fact)> {
        let first = *text.as_bytes().get(at)?;
        let c = if first < 0x80 { char::from(first) } else { text[at..].chars().next()? };
        Some((c, self.of(c)))
    }

    #[inline]
    fn of(&self, c: char) -> Fact {
        self.0.get(c as usize).copied().unwrap_or_else(|| Fact::new(c))
    }
}

/// Scripts that write without blanks, as far as single characters carry meaning:
/// Han, Hiragana, Katakana.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Lower case; Cyrillic letters that look Latin become Latin; ё becomes е.
fn fold_letter(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let lower = match c {
        'ς' => 'σ',
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    match lower {
        'ё' => 'e',
        _ => confusable::to_latin(lower).unwrap_or(lower),
    }
}

/// One character for each kind of apostrophe, quotation mark, dash and colon.
fn fold_mark(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{2B9}' | '`' | '\u{B4}' | '\u{2032}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{300C}'..='\u{300F}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{FF1A}' => ':',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        '\u{FF0C}' | '\u{3001}' => ',',
        '\u{3002}' => '.',
        '\u{FF01}' => '!',
        '\u{FF1F}' => '?',
        '\u{FF5C}' => '|',
        _ => c,
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
    fn folding() {
        assert_eq!(keys("ЧИТАЙТЕ  Также:"), keys("читайте также:"));
        assert_eq!(keys("Ещё «да» — пам’ять"), keys("еще \"да\" - пам'ять"));
        assert_eq!(keys("Cупер"), keys("Супер"));
        assert_ne!(keys("так"), keys("тик"));
    }

    #[test]
    fn camel_case_is_noted() {
        let mut tokens = Vec::new();
        tokenize("pictureAnna", &mut tokens);
        assert_eq!(tokens[0].camel, Some((keys("picture")[0], 7)));
    }
}
