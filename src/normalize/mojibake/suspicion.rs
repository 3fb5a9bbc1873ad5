//! A quick look for what misread text looks like, so that right text is not
//! judged by the letter.

use std::sync::LazyLock;

use super::charsets::all;
use crate::chars::script::{is_cyrillic, is_latin};
use crate::plausibility::bigrams::Alphabet;

/// What a line holds that misread text is full of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Suspicion {
    /// Where the first suspicious character stands.
    pub(super) first: Option<usize>,
    /// Sets of charsets, one bit each, in which a character and its next could be UTF-8.
    pub(super) utf_8: u32,
    /// Letters and symbols beside each other as no language has them.
    pub(super) odd: u32,
    /// Words with letters beyond ASCII.
    pub(super) words: u32,
    /// Controls that windows-1252 has characters for.
    pub(super) controls: bool,
    /// Characters that are bytes of UTF-8 rather than letters.
    pub(super) telling: bool,
    /// Capital letters beyond ASCII: in KOI8 and windows-1251 they are each other's small ones.
    pub(super) capitals: u32,
    /// An Ã at the end of a word, whose no-break blank was lost.
    pub(super) lone: bool,
}

impl Suspicion {
    /// Whether the little that is odd is words that were glued together.
    pub(super) fn is_rare(&self) -> bool {
        const EVERY_EIGHTH: u32 = 8;
        let is_marked = self.telling || self.lone || self.controls || self.capitals > 2 * self.words;
        !is_marked && self.odd * EVERY_EIGHTH < self.words
    }

    /// Whether so many words are odd that it can't be slips of the keyboard.
    pub(super) fn is_everywhere(&self) -> bool {
        const FEWEST: u32 = 4;
        const EVERY_THIRD: u32 = 3;
        self.odd >= FEWEST && self.odd * EVERY_THIRD >= self.words
    }
}

/// Which charsets have a character as a byte that begins two bytes of UTF-8, or
/// more, or as a later one.
#[derive(Clone, Copy, Default)]
struct Roles {
    begins_two: u32,
    begins_more: u32,
    continues: u32,
}

/// Symbols up to the dingbats; no charset has anything behind them.
const HIGHEST: usize = 0x2700;

static ROLES: LazyLock<Vec<Roles>> = LazyLock::new(|| {
    let mut roles = vec![Roles::default(); HIGHEST];
    for (number, charset) in all().iter().enumerate() {
        for (c, roles) in roles.iter_mut().enumerate().skip(0x80) {
            match char::from_u32(c as u32).and_then(|c| charset.byte(c)) {
                Some(0xC2..=0xDF) => roles.begins_two |= 1 << number,
                Some(0xE0..=0xF4) => roles.begins_more |= 1 << number,
                Some(0x80..=0xBF) => roles.continues |= 1 << number,
                _ => {}
            }
        }
    }
    roles
});

fn roles(c: char) -> Roles {
    match c {
        '\u{FFFD}' | '?' => Roles { continues: u32::MAX, ..Roles::default() },
        _ => ROLES.get(c as usize).copied().unwrap_or_default(),
    }
}

/// Looks at `text` from `from` on. Linear.
pub(super) fn suspicion(text: &str, from: usize) -> Suspicion {
    let mut look = Look { found: Suspicion::default(), last: [(from, ' '); 2], in_word: false, candidates: 0 };
    text[from..].char_indices().for_each(|(at, c)| look.take(from + at, c));
    // Its no-break blank was trimmed.
    let is_cut = look.last[1].1 == 'Ã';
    look.found.lone |= is_cut;
    look.found.utf_8 = match (is_cut, look.found.telling || look.found.odd > 0) {
        (true, _) => u32::MAX,
        (false, true) => look.candidates,
        (false, false) => 0,
    };
    look.found
}

struct Look {
    found: Suspicion,
    /// The two characters before, and their places.
    last: [(usize, char); 2],
    in_word: bool,
    /// Charsets in which there are bytes of UTF-8, which letters may be by chance.
    candidates: u32,
}

impl Look {
    fn take(&mut self, at: usize, c: char) {
        let [(first, a), (second, b)] = self.last;
        self.last = [(second, b), (at, c)];
        self.in_word &= c != ' ';
        if c.is_ascii() && b.is_ascii() {
            return;
        }
        if !c.is_ascii() && !self.in_word {
            self.found.words += 1;
            self.in_word = true;
        }
        self.found.capitals += u32::from(!c.is_ascii() && c.is_uppercase());
        let continues = roles(c).continues;
        let two = roles(b).begins_two & continues;
        let more = roles(a).begins_more & roles(b).continues & continues;
        let lone = b == 'Ã' && c == ' ';
        let is_odd = is_odd(a, b, c);
        let is_telling = two | more != 0 && (is_odd || is_telling(a, b, c));
        let is_control = matches!(c, '\u{80}'..='\u{9F}');
        if (is_telling || lone || is_odd || is_control) && self.found.first.is_none() {
            self.found.first = Some(if more != 0 { first } else { second });
        }
        self.candidates |= if lone { u32::MAX } else { two | more };
        self.found.telling |= is_telling || lone;
        self.found.odd += u32::from(is_odd);
        self.found.controls |= is_control;
        self.found.lone |= lone;
    }
}

/// Whether `c` behind `a` and `b` says that the last two are bytes rather than letters: not where both
/// are letters, nor where right text ends a word or a sentence so.
fn is_telling(a: char, b: char, c: char) -> bool {
    match c {
        '?' => matches!(b, 'Ã' | 'Â' | 'â' | 'Ð' | 'Ñ'),
        '\u{A0}' | '«' | '»' | '\u{2010}'..='\u{2027}' => matches!(b, '\u{C2}'..='\u{F4}'),
        _ if matches!(b, '«' | '»' | '\u{2010}'..='\u{2027}') => a.is_alphabetic(),
        _ => !(b.is_alphabetic() && c.is_alphabetic()),
    }
}

/// Whether no language has `a`, `b` and `c` beside each other.
fn is_odd(a: char, b: char, c: char) -> bool {
    let capital_inside = b.is_lowercase() && c.is_uppercase() && !b.is_ascii();
    let scripts = !is_palochka(b, c) && ((is_latin(b) && is_cyrillic(c)) || (is_cyrillic(b) && is_latin(c)));
    let inside = a.is_alphabetic() && c.is_alphabetic() && is_symbol(b) && !matches!(b, '·' | '\u{AD}');
    let is_accent = |c: char| !c.is_ascii() && is_latin(c) && c < '\u{1E00}';
    let accents = is_accent(b) && is_accent(c) && !(is_common_accent(b) && is_common_accent(c));
    let closing = b.is_alphabetic() && !b.is_ascii() && matches!(c, '€' | '¬' | '√' | '¤');
    let joined = c.is_alphabetic() && !c.is_ascii() && is_symbol(b) && !matches!(b, '¿' | '¡');
    let dash = c.is_alphabetic() && !c.is_ascii() && a == ' ' && matches!(b, '–' | '—');
    capital_inside || scripts || inside || accents || joined || dash || closing || matches!(c, '─'..='▟')
}

/// Letters beside letters of another script, and symbols inside of words: what
/// the right reading of a text has hardly any of. Linear.
///
/// Chinese, Japanese and Korean stand beside Latin letters without a blank, and
/// Greek letters are symbols of sciences: of UTF-8, whose structure speaks for
/// itself, these are not held against a reading.
pub(super) fn oddities(text: &str, is_utf_8: bool) -> u32 {
    let mut last = [' '; 2];
    let mut count = 0;
    for c in text.chars() {
        let [a, b] = last;
        let scripts = (script(b), script(c));
        let borrowed = is_utf_8 && (b.is_ascii() || c.is_ascii());
        let mixed = scripts.0 != scripts.1 && scripts.0 != 0 && scripts.1 != 0 && !borrowed && !is_palochka(b, c);
        let inside = script(a) != 0 && script(c) != 0 && script(b) == 0 && is_out_of_place(b);
        count += u32::from(mixed) + u32::from(inside);
        last = [b, c];
    }
    count
}

/// A Latin I beside a Cyrillic letter is how the palochka of the Caucasus is typed.
fn is_palochka(one: char, other: char) -> bool {
    (one == 'I' && is_cyrillic(other)) || (is_cyrillic(one) && other == 'I')
}

/// Latin, Cyrillic, Greek, others; 0 for what is no letter.
fn script(c: char) -> u8 {
    match Alphabet::of(c) {
        Some(alphabet) => alphabet as u8 + 1,
        None => 4 * u8::from(c.is_alphabetic()),
    }
}

fn is_out_of_place(c: char) -> bool {
    let is_at_home = c.is_ascii()
        || c.is_alphabetic()
        || c.is_whitespace()
        || matches!(c, '´' | '·' | '\u{AD}' | '\u{200B}'..='\u{2027}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFFD}');
    !is_at_home && !unicode_normalization::char::is_combining_mark(c)
}

/// Letters that stand beside each other in languages of western and northern Europe.
fn is_common_accent(c: char) -> bool {
    "ßàáâäçèéêëíïóôöúüñåøæÄÖÜÉÈÅØÆ".contains(c)
}

/// Whether `c` is no letter of any alphabet, and no quotation mark, dash or mark
/// that stands beside letters by right.
fn is_symbol(c: char) -> bool {
    match c {
        '«' | '»' => false,
        '\u{A1}'..='\u{BF}' => !matches!(c, 'ª' | 'µ' | 'º' | '´'),
        '×' | '÷' | '\u{2B9}'..='\u{2FF}' => !matches!(c, 'ʼ' | 'ʻ'),
        '\u{2010}'..='\u{2026}' => matches!(c, '†' | '‡' | '•'),
        '\u{2030}'..='\u{26FF}' => !c.is_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_text_is_not_suspicious() {
        for text in ["Привет, мир", "déjà vu", "żur", "«Так…» — сказав він", "ПРИВЕТ", "Καλημέρα σε όλους"]
        {
            let found = suspicion(text, 0);
            assert_eq!(found.odd, 0, "{text}: {found:?}");
        }
    }

    #[test]
    fn misread_text_is() {
        for text in ["dÃ©jÃ\u{a0}", "РџСЂРёРІРµС‚", "–Я—А–Є"] {
            assert_ne!(suspicion(text, 0).utf_8, 0, "{text}");
        }
        for text in ["Ïðèâåò", "оПХБЕР", "Za¿ó³æ", "п÷я─п╦"] {
            assert_ne!(suspicion(text, 0).odd, 0, "{text}");
        }
        assert_eq!(suspicion("x dÃ©", 0).first, Some(3));
    }
}
