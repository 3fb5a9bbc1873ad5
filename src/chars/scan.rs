//! One pass over a line's bytes that tells which repairs it may need.
//!
//! Every test compares bytes with their next neighbours and is written without
//! branches, so that the compiler turns the loop into vector instructions. A
//! flag may be set in vain (the repair then looks closely and finds nothing);
//! a flag that is not set is a promise.

mod glance;
mod misread;
mod special;

use std::ops::Range;

use glance::Doubt;

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
    /// Odd blanks, invisible characters, line separators or single characters that NFC replaces,
    /// but for those that are told by [`Traits::UNNORMALIZED`].
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
    /// A digit beside a Cyrillic letter (and some others).
    pub(crate) const DIGIT_IN_WORD: Self = Self(512);
    /// A basic Latin letter.
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

/// The characters of `line` that may be what [`Traits::SPECIAL`] stands for, in no order.
pub(crate) fn specials(line: &str) -> impl Iterator<Item = char> {
    special::candidates(line, 0..line.len())
}

/// The traits of `line`.
///
/// Most of right text is told from the rest by a few comparisons; what these don't
/// clear is looked at closely, piece by piece.
pub(crate) fn scan(line: &str) -> Traits {
    let bytes = line.as_bytes();
    // No byte is before the first, so no piece tells of it.
    let mut traits = closely(line, 0..bytes.len().min(2));
    let mut start = 0;
    while let Some(piece) = bytes[start..].first_chunk::<{ glance::PIECE }>() {
        traits |= look(line, start..start + glance::PIECE, piece);
        start += glance::STEP;
    }
    // A hyphen does not matter beside anything.
    let mut piece = [b'-'; glance::PIECE];
    piece[..bytes.len() - start].copy_from_slice(&bytes[start..]);
    Traits(traits | look(line, start..bytes.len(), &piece))
}

/// The traits of a piece of a line.
#[inline]
fn look(line: &str, place: Range<usize>, piece: &[u8; glance::PIECE]) -> u16 {
    let found = glance::glance(piece);
    found.letters
        | match found.doubt {
            Doubt::None => 0,
            Doubt::Others => at_characters(line, place, |lead| lead != 0xD0 && lead != 0xD1),
            Doubt::Few => at_characters(line, place, |_| true),
            Doubt::All => closely(line, place),
        }
}

/// What the characters beyond ASCII in `place` tell, of those that begin with the bytes wanted, and
/// their neighbours.
fn at_characters(line: &str, place: Range<usize>, is_wanted: impl Fn(u8) -> bool) -> u16 {
    // A character that begins before may touch the first of the piece.
    let start = place.start.saturating_sub(3);
    let piece = line.as_bytes()[start..place.end].iter().enumerate();
    let begins = piece.filter(|(_, byte)| **byte >= 0xC0 && is_wanted(**byte));
    begins.fold(0, |traits, (at, _)| traits | at_character(line, start + at))
}

/// What the character at `at` and its neighbours tell.
fn at_character(line: &str, at: usize) -> u16 {
    let bytes = line.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b'-');
    let (before, lead, second) = (if at == 0 { b'-' } else { bytes[at - 1] }, bytes[at], byte(at + 1));
    let length = if lead < 0xE0 { 2 } else { 3 + usize::from(lead >= 0xF0) };
    let (last, after) = (byte(at + length - 1), byte(at + length));
    let mut lower = single(lead) | pair(before, lead) | pair(lead, second) | pair(last, after);
    let mut upper = pair_of_upper(before, lead) | pair_of_upper(last, after) | triple(before, lead, second);
    if Traits(u16::from(lower)).has(Traits::SPECIAL) && !line[at..].starts_with(special::is_special) {
        lower &= !(Traits::SPECIAL.0 as u8);
    }
    upper |= upper_flag(misread::begins(bytes, at), Traits::MISREAD);
    u16::from(lower) | u16::from(upper) << 8
}

/// All that the bytes in `place` and their neighbours in it tell.
fn closely(line: &str, place: Range<usize>) -> u16 {
    let piece = &line.as_bytes()[place.clone()];
    let (mut lower, mut upper) = flags(piece);
    let begins = Traits(u16::from(lower));
    if begins.has(Traits::SPECIAL) && !special::candidates(line, place.clone()).any(special::is_special) {
        lower &= !(Traits::SPECIAL.0 as u8);
    }
    let may_be_misread = begins.has(Traits::SPECIAL) || begins.has(Traits::LATIN_AFTER);
    upper |= upper_flag(may_be_misread && misread::is_seen(line.as_bytes(), place), Traits::MISREAD);
    u16::from(lower) | u16::from(upper) << 8
}

/// What bytes tell alone, in pairs and by three: the lower and the upper byte of [`Traits`].
fn flags(piece: &[u8]) -> (u8, u8) {
    let singles =
        piece.iter().fold((0, 0), |(lower, upper), byte| (lower | single(*byte), upper | single_of_upper(*byte)));
    let neighbours = piece.iter().zip(piece.iter().skip(1));
    let (lower, upper) = neighbours
        .clone()
        .fold(singles, |(lower, upper), (a, b)| (lower | pair(*a, *b), upper | pair_of_upper(*a, *b)));
    let triples = neighbours.zip(piece.iter().skip(2));
    (lower, triples.fold(upper, |upper, ((a, b), c)| upper | triple(*a, *b, *c)))
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

// The flags in the upper byte of [`Traits`].

#[inline(always)]
fn single_of_upper(byte: u8) -> u8 {
    upper_flag(is_latin(byte), Traits::LATIN)
}

#[inline(always)]
fn pair_of_upper(a: u8, b: u8) -> u8 {
    let cyrillic = (0xD0..=0xD3).contains(&b);
    let digit = ((0x80..0xC0).contains(&a) & b.is_ascii_digit()) | (a.is_ascii_digit() & cyrillic);
    upper_flag(digit, Traits::DIGIT_IN_WORD)
}

#[inline(always)]
fn triple(a: u8, b: u8, c: u8) -> u8 {
    // A small Cyrillic letter before a capital one.
    let small = (0x80..0x90).contains(&a) | (0xB0..0xC0).contains(&a) | (a == 0x91);
    let capital = small & (b == 0xD0) & (0x80..0xB0).contains(&c);
    // What Â and Ã, or Ð and Ñ, are read as in windows-1251, before a capital letter of
    // other alphabets than the Russian and the Ukrainian one.
    let misread_accent = matches!(a, 0x92 | 0x93 | 0xA0..=0xA3)
        & (b == 0xD0)
        & (0x80..0x90).contains(&c)
        & !matches!(c, 0x81 | 0x84 | 0x86 | 0x87);
    upper_flag(capital | misread_accent, Traits::MISREAD)
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
            let traits = scan(line);
            assert!(
                !traits.has(Traits::CONTROL) && !traits.has(Traits::BLANKS) && !traits.mixes_scripts(),
                "{line}: {traits:?}"
            );
        }
        assert!(scan("Рядок без жодного сюрпризу, і край.").is_plain());
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
            assert!(scan(line).has(wanted), "{line:?}");
        }
        assert!(scan("Cупер").mixes_scripts());
        assert!(scan("Украiна").mixes_scripts());
        assert!(scan("Украïна").mixes_scripts());
        assert!(scan("пот0к").has(Traits::DIGIT_IN_WORD));
        assert!(scan("0кно").has(Traits::DIGIT_IN_WORD));
        assert!(scan("он OH").has(Traits::LATIN));
    }

    /// However a line falls into pieces, its traits are those of a look at every byte.
    #[test]
    fn pieces_tell_what_the_whole_line_tells() {
        let characters: Vec<char> =
            "aZ 5,.&-\t«»’“—…\u{a0}\u{ad}\u{200b}\u{301}\u{92}éÃÂßłяАёіїЂҚқΩώ─╨אا中ガ한😀\u{fffd}".chars().collect();
        let mut state = 1_u64;
        let mut random = |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % limit
        };
        for _ in 0..20_000 {
            // Long runs of a few characters, so that every doubt is the only one at times.
            let few: Vec<char> = (0..1 + random(4)).map(|_| characters[random(characters.len())]).collect();
            let line: String =
                (0..random(200)).map(|_| if random(8) > 0 { 'д' } else { few[random(few.len())] }).collect();
            assert_eq!(scan(&line), Traits(closely(&line, 0..line.len())), "{line}");
            let latin = line.replace('д', "d");
            assert_eq!(scan(&latin), Traits(closely(&latin, 0..latin.len())), "{latin}");
        }
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
            assert!(scan(line).has(Traits::MISREAD), "{line}");
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
            assert!(!scan(line).has(Traits::MISREAD), "{line}");
        }
    }
}
