//! One pass over a line's bytes that tells which repairs it may need.
//!
//! Every test compares bytes with their next neighbours and is written without
//! branches, so that the compiler turns the loop into vector instructions. A
//! flag may be set in vain (the repair then looks closely and finds nothing);
//! a flag that is not set is a promise.

use memchr::{memchr2_iter, memchr3_iter};

/// What a line may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits(u16);

impl Traits {
    /// A control character, a tab, a delete.
    pub(crate) const CONTROL: Self = Self(1);
    /// An ampersand.
    pub(crate) const AMPERSAND: Self = Self(2);
    /// Two blanks in a row, or a blank before a punctuation mark.
    pub(crate) const BLANKS: Self = Self(4);
    /// A byte that begins odd blanks, invisible characters, line separators or
    /// single characters that NFC replaces (and much that is harmless).
    pub(crate) const SPECIAL: Self = Self(8);
    /// A byte that begins characters which NFC may change.
    pub(crate) const UNNORMALIZED: Self = Self(16);
    /// A Cyrillic letter right after a basic Latin one.
    const LATIN_BEFORE: Self = Self(32);
    /// A basic Latin letter right after a character that is not ASCII, or a Latin
    /// letter that is not basic.
    const LATIN_AFTER: Self = Self(64);
    /// The first byte of a Cyrillic letter.
    pub(crate) const CYRILLIC: Self = Self(128);
    /// Characters beside each other as they are where text was read in a wrong charset.
    pub(crate) const MISREAD: Self = Self(256);
    /// A digit beside a Cyrillic letter.
    pub(crate) const DIGIT_IN_WORD: Self = Self(512);
    /// A basic Latin letter (told only where there is a Cyrillic one).
    pub(crate) const LATIN: Self = Self(1024);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a Latin letter may touch a Cyrillic one.
    pub(crate) const fn mixes_scripts(self) -> bool {
        self.has(Self::LATIN_BEFORE) || (self.has(Self::LATIN_AFTER) && self.has(Self::CYRILLIC))
    }

    /// Whether the line needs no look from any repair.
    pub(crate) const fn is_plain(self) -> bool {
        const REPAIRS: u16 = Traits::CONTROL.0
            | Traits::AMPERSAND.0
            | Traits::BLANKS.0
            | Traits::SPECIAL.0
            | Traits::UNNORMALIZED.0
            | Traits::MISREAD.0
            | Traits::DIGIT_IN_WORD.0;
        let has_both_scripts = self.has(Self::CYRILLIC) && self.has(Self::LATIN);
        self.0 & REPAIRS == 0 && !has_both_scripts && !self.mixes_scripts()
    }
}

/// The characters of `line` that [`Traits::SPECIAL`] stands for, in no order.
pub(crate) fn specials(line: &str) -> impl Iterator<Item = char> {
    let bytes = line.as_bytes();
    let begins = memchr3_iter(0xC2, 0xE2, 0xEF, bytes).chain(memchr2_iter(0xE1, 0xE3, bytes));
    // A continuation byte is never one of these.
    begins.filter_map(|at| line[at..].chars().next())
}

/// The traits of `line`.
pub(crate) fn scan(line: &[u8]) -> Traits {
    let Some((last, _)) = line.split_last() else { return Traits::default() };
    let pairs = line.iter().zip(&line[1..]).fold(0, |traits, (a, b)| traits | single(*a) | pair(*a, *b));
    let traits = Traits(u16::from(pairs | single(*last)));
    let beyond_ascii = traits.has(Traits::CYRILLIC) || traits.has(Traits::SPECIAL) || traits.has(Traits::LATIN_AFTER);
    if beyond_ascii { Traits(traits.0 | scan_neighbours(line)) } else { traits }
}

/// The traits that take three bytes to be seen, for lines that are not all ASCII.
fn scan_neighbours(line: &[u8]) -> u16 {
    // Blanks in front, so that every byte of the line is the last of three.
    let start = line.iter().take(2).fold((b' ', b' ', 0), |(a, b, traits), c| (b, *c, traits | triple(a, b, *c)));
    let rest = line.iter().zip(line.iter().skip(1)).zip(line.iter().skip(2));
    let traits = rest.fold(start.2, |traits, ((a, b), c)| traits | triple(*a, *b, *c));
    u16::from(traits) << 8
}

#[inline(always)]
fn single(byte: u8) -> u8 {
    let control = (byte < 0x20) | (byte == 0x7F);
    let special = matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF);
    // CC, CD: combining marks; D6 to E1: scripts with marks; E3, EA to EE, F0 and above: kana with
    // marks, Hangul, compatibility characters. Those that E2 and EF begin are looked at one by one.
    let unnormalized =
        matches!(byte, 0xCC | 0xCD | 0xE3) | (0xD6..=0xE1).contains(&byte) | ((byte >= 0xEA) & (byte != 0xEF));
    let cyrillic = (0xD0..=0xD3).contains(&byte);
    flag(control, Traits::CONTROL)
        | flag(byte == b'&', Traits::AMPERSAND)
        | flag(special, Traits::SPECIAL)
        | flag(unnormalized, Traits::UNNORMALIZED)
        | flag(cyrillic, Traits::CYRILLIC)
        | flag(begins_latin(byte), Traits::LATIN_AFTER)
}

/// Whether `byte` begins a Latin letter beyond the basic ones (U+00C0 to U+027F).
#[inline(always)]
pub(crate) fn begins_latin(byte: u8) -> bool {
    (0xC3..=0xC9).contains(&byte)
}

#[inline(always)]
fn flag(is_there: bool, flag: Traits) -> u8 {
    u8::from(is_there) * flag.0 as u8
}

#[inline(always)]
fn pair(a: u8, b: u8) -> u8 {
    let blanks = (a == b' ') & matches!(b, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?');
    // U+0387, and the combining marks U+0483 to U+0487, among letters that need no look.
    let unnormalized = ((a == 0xCE) & (b == 0x87)) | ((a == 0xD2) & (0x83..=0x87).contains(&b));
    let before = is_latin(a) & (0xD0..=0xD3).contains(&b);
    let after = (0x80..0xC0).contains(&a) & is_latin(b);
    flag(blanks, Traits::BLANKS)
        | flag(unnormalized, Traits::UNNORMALIZED)
        | flag(before, Traits::LATIN_BEFORE)
        | flag(after, Traits::LATIN_AFTER)
}

#[inline(always)]
fn is_latin(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26
}

/// The flags of three bytes, as eighths of the upper byte of [`Traits`].
#[inline(always)]
fn triple(a: u8, b: u8, c: u8) -> u8 {
    let behind_letter = (0x80..0xC0).contains(&a) | is_latin(a);
    // Behind a letter, a character of Latin-1 or a symbol: but for closing quotation marks,
    // ellipses and no-break blanks, unless they follow what reads as Â or Ã.
    let closes = ((b == 0xC2) & matches!(c, 0xA0 | 0xBB)) | ((b == 0xE2) & (c == 0x80));
    let accented = (0xC3..=0xC5).contains(&b) & !a.is_ascii();
    let symbol = accented | (((b == 0xC2) | (b == 0xE2)) & (!closes | matches!(a, 0x82 | 0x83)));
    let control = (b == 0xC2) & (0x80..0xA0).contains(&c);
    let drawing = (b == 0xE2) & (0x94..=0x96).contains(&c);
    // A small Cyrillic letter before a capital one; a dash that touches the next letter.
    let capital =
        ((0x80..0x90).contains(&a) | (0xB0..0xC0).contains(&a) | (a == 0x91)) & (b == 0xD0) & (0x80..0xB0).contains(&c);
    // What Â and Ã, or Ð and Ñ, are read as in windows-1251, before a capital letter of
    // other alphabets than the Russian and the Ukrainian one.
    let misread_accent = matches!(a, 0x92 | 0x93 | 0xA0..=0xA3)
        & (b == 0xD0)
        & (0x80..0x90).contains(&c)
        & !matches!(c, 0x81 | 0x84 | 0x86 | 0x87);
    let dash = (a == 0x80) & matches!(b, 0x93 | 0x94) & (c >= 0xC2);
    let replaced = !a.is_ascii() & (b == 0xEF) & (c == 0xBF);
    // Ã at the end of a word, where a blank was lost.
    let lone = (a == 0xC3) & (b == 0x83) & (c == b' ');
    let misread = (behind_letter & symbol) | control | drawing | capital | misread_accent | dash | replaced | lone;
    let cyrillic = |byte: u8| (0xD0..=0xD3).contains(&byte);
    let digit = ((0x80..0xC0).contains(&b) & c.is_ascii_digit()) | (b.is_ascii_digit() & cyrillic(c));
    upper_flag(misread, Traits::MISREAD)
        | upper_flag(digit, Traits::DIGIT_IN_WORD)
        | upper_flag(is_latin(c), Traits::LATIN)
}

#[inline(always)]
fn upper_flag(is_there: bool, flag: Traits) -> u8 {
    u8::from(is_there) * (flag.0 >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_plain() {
        for line in ["", "a", "Just an English line, with a comma.", "Просто рядок — і все", "für Ärzte, à Paris"]
        {
            let traits = scan(line.as_bytes());
            assert!(
                !traits.has(Traits::CONTROL) && !traits.has(Traits::BLANKS) && !traits.mixes_scripts(),
                "{line}: {traits:?}"
            );
        }
        assert!(scan("Рядок без жодного сюрпризу, і край.".as_bytes()).is_plain());
    }

    #[test]
    fn each_trait_is_seen() {
        let cases = [
            ("a\tb", Traits::CONTROL),
            ("a&b", Traits::AMPERSAND),
            ("a  b", Traits::BLANKS),
            ("a ,b", Traits::BLANKS),
            ("a !", Traits::BLANKS),
            ("a\u{a0}b", Traits::SPECIAL),
            ("a\u{200b}", Traits::SPECIAL),
            ("e\u{301}", Traits::UNNORMALIZED),
        ];
        for (line, wanted) in cases {
            assert!(scan(line.as_bytes()).has(wanted), "{line:?}");
        }
        assert!(scan("Cупер".as_bytes()).mixes_scripts());
        assert!(scan("Украiна".as_bytes()).mixes_scripts());
        assert!(scan("Украïна".as_bytes()).mixes_scripts());
        assert!(scan("пот0к".as_bytes()).has(Traits::DIGIT_IN_WORD));
        assert!(scan("0кно".as_bytes()).has(Traits::DIGIT_IN_WORD));
        assert!(scan("он OH".as_bytes()).has(Traits::LATIN));
    }

    #[test]
    fn misread_text_is_seen() {
        let misread = [
            "dÃ©jÃ ",
            "Â«",
            "pi√π",
            "Ïðèâåò",
            "оПХБЕР",
            "РџСЂРёРІРµС‚",
            "п÷я─п╦",
            "–Я—А–Є",
            "Za¿ó³æ",
            "ј—егодня",
            "a\u{92}b",
            "voilÃ le",
            "ВЈ2",
        ];
        for line in misread {
            assert!(scan(line.as_bytes()).has(Traits::MISREAD), "{line}");
        }
        let right = [
            "Привет, мир",
            "«Так…» — сказав він",
            "déjà vu",
            "ПРИВЕТ",
            "Äpfel für",
            "It’s “fine”",
            "Καλημέρα σε όλους",
        ];
        for line in right {
            assert!(!scan(line.as_bytes()).has(Traits::MISREAD), "{line}");
        }
    }
}
