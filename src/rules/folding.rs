//! What the tokenizer asks of a character: its kind, its case, and the character
//! that stands for it and all that look or read alike.

use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use crate::chars::confusable;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharKind {
    Letter,
    Combining,
    Space,
    /// A letter that is a word of its own.
    Ideograph,
    Digit,
    Mark,
}

/// A character's facts in one number: the folded character, then the kind, then
/// a bit for each case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact(u32);

const KIND: u32 = 21;
const UPPER: u32 = 1 << 24;
const LOWER: u32 = 1 << 25;

impl Fact {
    fn new(c: char) -> Self {
        if is_silent(c) {
            return Self((CharKind::Combining as u32) << KIND);
        }
        if is_ideograph(c) {
            return Self(c as u32 | (CharKind::Ideograph as u32) << KIND);
        }
        let kind = match c {
            _ if c.is_whitespace() => CharKind::Space,
            _ if digit(c).is_some() => CharKind::Digit,
            _ if is_combining_mark(c) => CharKind::Combining,
            _ if c.is_alphanumeric() => CharKind::Letter,
            _ => CharKind::Mark,
        };
        let folded = match digit(c) {
            Some(digit) => digit,
            None if c.is_alphanumeric() => fold_letter(c),
            None => fold_mark(c),
        };
        let cases = (u32::from(c.is_uppercase()) * UPPER) | (u32::from(c.is_lowercase()) * LOWER);
        Self(folded as u32 | (kind as u32) << KIND | cases)
    }

    #[inline(always)]
    pub(super) fn folded(self) -> u32 {
        self.0 & ((1 << KIND) - 1)
    }

    /// Whether words are the same without it.
    #[inline(always)]
    pub(super) fn is_silent(self) -> bool {
        self.folded() == 0
    }

    #[inline(always)]
    pub(super) fn kind(self) -> CharKind {
        match self.0 >> KIND & 7 {
            0 => CharKind::Letter,
            1 => CharKind::Combining,
            2 => CharKind::Space,
            3 => CharKind::Ideograph,
            4 => CharKind::Digit,
            _ => CharKind::Mark,
        }
    }

    /// Whether a word that has begun goes on with it.
    #[inline(always)]
    pub(super) fn is_in_words(self) -> bool {
        self.0 >> KIND & 7 <= CharKind::Combining as u32
    }

    #[inline(always)]
    pub(super) fn is_upper(self) -> bool {
        self.0 & UPPER != 0
    }

    /// Whether its script has no case.
    #[inline(always)]
    pub(super) fn is_uncased(self) -> bool {
        self.0 & (UPPER | LOWER) == 0
    }

    #[inline(always)]
    pub(super) fn is_lower(self) -> bool {
        self.0 & LOWER != 0
    }
}

/// Characters of one or two bytes are looked up in a table, and so is general
/// punctuation, the quotation marks and dashes of running text.
pub(super) struct Facts {
    short: Box<[Fact; SHORT]>,
    punctuation: Box<[Fact; PUNCTUATION]>,
}

/// Characters below this have one or two bytes.
const SHORT: usize = 0x800;

/// The start of the block General Punctuation, and how much of it is looked up.
const PUNCTUATION_START: usize = 0x2000;
const PUNCTUATION: usize = 0x40;

impl Facts {
    pub(super) fn get() -> &'static Self {
        static FACTS: LazyLock<Facts> =
            LazyLock::new(|| Facts { short: table(0), punctuation: table(PUNCTUATION_START) });
        &FACTS
    }

    /// The facts of the character that starts at byte `at`, and its length; none
    /// at the end.
    #[inline(always)]
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(Fact, usize)> {
        match text.as_bytes()[at..] {
            [] => None,
            [first, ..] if first < 0x80 => Some((self.short[usize::from(first)], 1)),
            [first, second, ..] if first < 0xE0 => {
                let number = usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F);
                Some((self.short[number % SHORT], 2))
            }
            _ => self.long(text, at),
        }
    }

    /// The same for a character of three or four bytes.
    #[inline(never)]
    fn long(&self, text: &str, at: usize) -> Option<(Fact, usize)> {
        let c = text[at..].chars().next()?;
        let fact = (c as usize).checked_sub(PUNCTUATION_START).and_then(|place| self.punctuation.get(place));
        Some((fact.copied().unwrap_or_else(|| Fact::new(c)), c.len_utf8()))
    }
}

/// The facts of the characters from `first` on.
fn table<const LENGTH: usize>(first: usize) -> Box<[Fact; LENGTH]> {
    let fact = |place| Fact::new(char::from_u32((first + place) as u32).unwrap_or(char::REPLACEMENT_CHARACTER));
    Box::new(std::array::from_fn(fact))
}

/// The zeros of the decimal digits that pages print: ASCII, Arabic, Persian,
/// Devanagari, Bengali, Thai, full-width (Unicode's general category Nd).
const ZEROS: [u32; 7] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10];

/// The ASCII digit for a decimal digit.
fn digit(c: char) -> Option<char> {
    ZEROS.iter().find_map(|zero| char::from_digit(u32::from(c).checked_sub(*zero).filter(|value| *value < 10)?, 10))
}

/// Scripts that write without blanks, as far as single characters carry meaning:
/// Han, Hiragana, Katakana.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// What may be written inside a word or left out: Arabic short vowels, tatweel,
/// joiners.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{200C}' | '\u{200D}')
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
        // Turkish sites print capitals without the dot that small letters have.
        'ı' => 'i',
        'ş' => 'ș',
        'ţ' => 'ț',
        // Greek capitals are printed without accents.
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        _ => confusable::to_latin(lower).and_then(|letter| letter.chars().next()).unwrap_or(lower),
    }
}

/// One character for each kind of apostrophe, quotation mark, dash and colon.
fn fold_mark(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{2B9}' | '`' | '\u{B4}' | '\u{2032}' | '\u{5F3}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{300C}'..='\u{300F}' | '\u{5F4}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{5BE}' => '-',
        '\u{FF1A}' => ':',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        '\u{FF0C}' | '\u{3001}' | '\u{60C}' | '\u{66C}' => ',',
        '\u{3002}' | '\u{66B}' => '.',
        '\u{61B}' => ';',
        '\u{66A}' => '%',
        '\u{FF01}' => '!',
        '\u{FF1F}' | '\u{61F}' => '?',
        '\u{FF5C}' => '|',
        _ => c,
    }
}
