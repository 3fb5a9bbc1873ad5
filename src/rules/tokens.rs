//! Tokens of a block: words, numbers and marks, folded so that case, look-alike
//! letters, apostrophes and dashes do not matter.

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
    let mut chars = text.char_indices().peekable();
    let mut glued = false;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            glued = false;
            continue;
        }
        let mut token = Builder::new(at, c, glued);
        while let Some((at, c)) = chars.next_if(|(at, next)| token.continues(*next, &text[*at..])) {
            token.push(at, c);
        }
        tokens.push(token.finish());
        glued = true;
    }
}

struct Builder {
    token: Token,
    hash: Hash,
    after_lower: bool,
}

impl Builder {
    fn new(at: usize, c: char, glued: bool) -> Self {
        let kind = kind_of(c);
        let token = Token {
            start: at as u32,
            end: (at + c.len_utf8()) as u32,
            key: u64::from(c.to_digit(10).unwrap_or(0)),
            kind,
            glued,
            capital: c.is_uppercase(),
            camel: None,
        };
        let mut hash = Hash::new();
        hash.add(c);
        Self { token, hash, after_lower: c.is_lowercase() }
    }

    /// Whether `next`, with which `rest` begins, belongs to this token.
    fn continues(&self, next: char, rest: &str) -> bool {
        match self.token.kind {
            TokenKind::Mark => false,
            TokenKind::Number => next.is_ascii_digit(),
            TokenKind::Word if self.is_ideograph() => false,
            TokenKind::Word => {
                (kind_of(next) == TokenKind::Word && !is_ideograph(next))
                    || is_combining_mark(next)
                    || (fold_mark(next) == '\'' && rest.chars().nth(1).is_some_and(char::is_alphabetic))
            }
        }
    }

    fn is_ideograph(&self) -> bool {
        self.hash.ideograph
    }

    fn push(&mut self, at: usize, c: char) {
        if let (TokenKind::Number, Some(digit)) = (self.token.kind, c.to_digit(10)) {
            self.token.key = self.token.key.saturating_mul(10).saturating_add(u64::from(digit));
        }
        if self.after_lower && c.is_uppercase() && self.token.camel.is_none() {
            self.token.camel = Some((self.hash.value, at as u32));
        }
        self.hash.add(c);
        self.after_lower = c.is_lowercase();
        self.token.end = (at + c.len_utf8()) as u32;
    }

    fn finish(mut self) -> Token {
        match self.token.kind {
            TokenKind::Word => self.token.key = self.hash.value,
            TokenKind::Mark => self.token.key = self.hash.mark as u64,
            TokenKind::Number => {}
        }
        self.token
    }
}

fn kind_of(c: char) -> TokenKind {
    if c.is_ascii_digit() {
        TokenKind::Number
    } else if c.is_alphanumeric() {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// Scripts that write without blanks, as far as single characters carry meaning:
/// Han, Hiragana, Katakana.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The hash of a word as it is folded: multiply and rotate, as in FxHash.
struct Hash {
    value: u64,
    mark: char,
    ideograph: bool,
}

impl Hash {
    fn new() -> Self {
        Self { value: 0, mark: '\0', ideograph: false }
    }

    fn add(&mut self, c: char) {
        self.ideograph = is_ideograph(c);
        let folded = if c.is_alphanumeric() { fold_letter(c) } else { fold_mark(c) };
        self.mark = folded;
        self.value = (self.value.rotate_left(5) ^ folded as u64).wrapping_mul(0x517C_C1B7_2722_0A95);
    }
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
pub(crate) fn fold_mark(c: char) -> char {
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
