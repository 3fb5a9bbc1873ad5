//! What a character is to the look for misread text, in one look-up.

use std::sync::LazyLock;

use super::charsets::all;
use crate::chars::script::{is_cyrillic, is_greek, is_latin};
use crate::plausibility::bigrams::Alphabet;

/// What a character is, and which charsets have it as which byte.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Class {
    traits: u16,
    /// Latin, Cyrillic, Greek, others; 0 for what is no letter.
    pub(super) script: u8,
    /// Sets of charsets, one bit each: those that have it as a byte that begins two bytes
    /// of UTF-8, or more, or as a later one.
    pub(super) begins_two: u32,
    pub(super) begins_more: u32,
    pub(super) continues: u32,
    /// Those that have it as any byte.
    pub(super) known: u32,
    /// Groups of languages, one bit each, that have the letter beyond the basic ones.
    languages: u16,
}

/// Up to the dingbats; no charset has anything behind them.
const HIGHEST: u32 = 0x2700;

static CLASSES: LazyLock<Vec<Class>> =
    LazyLock::new(|| (0..HIGHEST).map(|code| Class::find(char::from_u32(code).unwrap_or_default())).collect());

impl Class {
    pub(super) const ASCII: u16 = 1;
    pub(super) const LETTER: u16 = 2;
    pub(super) const SMALL: u16 = 4;
    pub(super) const CAPITAL: u16 = 8;
    pub(super) const LATIN: u16 = 16;
    pub(super) const CYRILLIC: u16 = 32;
    pub(super) const GREEK: u16 = 4096;
    /// A Latin letter that is not basic.
    pub(super) const ACCENT: u16 = 64;
    /// The palochka of the Caucasus, or a Latin or Ukrainian I, which is how it is typed.
    pub(super) const PALOCHKA: u16 = 256;
    /// A symbol that does not stand between two letters.
    pub(super) const SYMBOL_INSIDE: u16 = 512;
    /// A symbol that does not stand before a letter.
    pub(super) const SYMBOL_BEFORE: u16 = 1024;
    /// A symbol that does not stand behind a letter.
    pub(super) const CLOSING: u16 = 2048;
    pub(super) const DASH: u16 = 128;
    /// A piece of a line or a block.
    pub(super) const DRAWING: u16 = 8192;
    /// A symbol that right text does not have inside of words.
    pub(super) const OUT_OF_PLACE: u16 = 16384;
    pub(super) const BLANK: u16 = 32768;

    #[inline]
    pub(super) fn of(c: char) -> Self {
        CLASSES.get(c as usize).copied().unwrap_or_else(|| Self::find(c))
    }

    #[inline]
    pub(super) fn is(self, wanted: u16) -> bool {
        self.traits & wanted != 0
    }

    fn find(c: char) -> Self {
        let accent = !c.is_ascii() && is_latin(c) && c < '\u{1E00}';
        let symbol = is_symbol(c);
        let traits = [
            (c.is_ascii(), Self::ASCII),
            (c.is_alphabetic(), Self::LETTER),
            (c.is_lowercase(), Self::SMALL),
            (c.is_uppercase(), Self::CAPITAL),
            (is_latin(c), Self::LATIN),
            (is_cyrillic(c), Self::CYRILLIC),
            (is_greek(c), Self::GREEK),
            (accent, Self::ACCENT),
            (matches!(c, 'I' | '\u{406}' | '\u{4C0}'), Self::PALOCHKA),
            (symbol && !matches!(c, '·' | '\u{AD}'), Self::SYMBOL_INSIDE),
            (symbol && !matches!(c, '¿' | '¡'), Self::SYMBOL_BEFORE),
            (matches!(c, '€' | '¬' | '√' | '¤' | '─'..='▟'), Self::CLOSING),
            (matches!(c, '–' | '—'), Self::DASH),
            (matches!(c, '─'..='▟'), Self::DRAWING),
            (is_out_of_place(c), Self::OUT_OF_PLACE),
            (c == ' ', Self::BLANK),
        ];
        let traits = traits.iter().filter(|(is, _)| *is).fold(0, |all, (_, one)| all | one);
        Self { traits, script: script(c), languages: languages(c), ..Self::of_bytes(c) }
    }

    /// Whether no language has both letters.
    pub(super) fn is_stranger_to(self, other: Self) -> bool {
        self.languages & other.languages == 0
    }

    /// The charsets that have `c`, and as which bytes.
    fn of_bytes(c: char) -> Self {
        let mut class = Self::default();
        if matches!(c, '\u{FFFD}' | '?') {
            class.continues = u32::MAX;
            return class;
        }
        for (number, charset) in all().iter().enumerate() {
            class.known |= u32::from(charset.exact_byte(c).is_some()) << number;
            match charset.byte(c) {
                Some(0xC2..=0xDF) => class.begins_two |= 1 << number,
                Some(0xE0..=0xF4) => class.begins_more |= 1 << number,
                Some(0x80..=0xBF) => class.continues |= 1 << number,
                _ => {}
            }
        }
        class
    }
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

/// Letters that stand beside each other in words of western and northern languages,
/// Polish, Portuguese, Czech and Slovak, Hungarian, Turkish, Romanian, Lithuanian,
/// Latvian, Estonian, Croatian, Vietnamese.
const LANGUAGES: &[&str] = &[
    "ßàáâäçèéêëíïóôöúüñåøæ",
    "ąćęłńóśźż",
    "àáâãçéêíóõôúü",
    "áčďéěíňóřšťúůýžäĺľôŕ",
    "áéíóöőúüű",
    "çğıöşüâîû",
    "ăâîșțşţ",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    "äõöüšž",
    "čćđšž",
    "ươđăâêô",
];

fn languages(c: char) -> u16 {
    let small = c.to_lowercase().next().unwrap_or(c);
    let has = |letters: &str| letters.contains(small);
    LANGUAGES.iter().enumerate().fold(0, |all, (number, letters)| all | u16::from(has(letters)) << number)
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
