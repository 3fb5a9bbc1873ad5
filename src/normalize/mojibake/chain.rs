//! A way in which text was broken: the charset that it was written in, and the
//! one that it was read in.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use encoding_rs::Encoding;

use super::charsets::{Charset, all, named};
use super::utf8::{Damage, Sequence, Spells, sequences};
use crate::chars::{first_bytes, last_bytes};
use crate::plausibility::cost;

/// What text was written in.
#[derive(Clone, Copy)]
pub(super) enum Written {
    Utf8,
    Single(&'static Charset),
    Multi(&'static Encoding),
}

/// Text written in one charset and read in another.
#[derive(Clone, Copy)]
pub(super) struct Chain {
    pub(super) read_as: &'static Charset,
    pub(super) written_in: Written,
    pub(super) damage: Damage,
}

/// What takes the place of a range of the text.
pub(super) type Mended = (Range<usize>, String);

/// What a chain makes of a text.
pub(super) struct Mending {
    pub(super) places: Vec<Mended>,
    /// Whether every word beyond ASCII could be read in the one charset and written in
    /// the other (which is not asked of UTF-8, whose sequences speak for themselves).
    pub(super) takes_all: bool,
}

impl PartialEq for Chain {
    fn eq(&self, other: &Self) -> bool {
        let name = |chain: &Self| match chain.written_in {
            Written::Utf8 => "utf-8",
            Written::Single(charset) => charset.name,
            Written::Multi(encoding) => encoding.name(),
        };
        self.read_as.name == other.read_as.name && name(self) == name(other) && self.damage == other.damage
    }
}

/// Charsets that text was written in before UTF-8, the commonest first.
const WRITTEN: &[&str] = &[
    "windows-1251",
    "koi8-u",
    "ibm866",
    "x-mac-cyrillic",
    "iso-8859-5",
    "windows-1252",
    "windows-1250",
    "iso-8859-2",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "windows-1255",
    "windows-1256",
    "macintosh",
    "cp437",
    "cp850",
    "cp852",
];

static SINGLE_BYTE: LazyLock<Vec<&Charset>> = LazyLock::new(|| WRITTEN.iter().map(|name| named(name)).collect());

static MULTI_BYTE: [&Encoding; 5] =
    [encoding_rs::GB18030, encoding_rs::BIG5, encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, encoding_rs::EUC_KR];

/// All that text read as `read_as` may have been written in, but UTF-8.
pub(super) fn legacy(read_as: &'static Charset) -> impl Iterator<Item = Chain> {
    let single = SINGLE_BYTE.iter().map(|charset| Written::Single(charset));
    let multi = MULTI_BYTE.iter().map(|encoding| Written::Multi(encoding));
    single
        .chain(multi)
        .map(move |written_in| Chain { read_as, written_in, damage: Damage::None })
        .filter(move |chain| !matches!(chain.written_in, Written::Single(written) if written.name == read_as.name && !read_as.has_variants))
}

/// UTF-8 that was read in the charset of that number.
pub(super) fn utf_8(number: usize, damage: Damage) -> Chain {
    Chain { read_as: &all()[number], written_in: Written::Utf8, damage }
}

impl Chain {
    /// The places of `text` that the chain changes, and what it makes of them. Linear.
    pub(super) fn mend(&self, text: &str) -> Mending {
        match self.written_in {
            Written::Utf8 => Mending { places: self.mend_utf_8(text), takes_all: true },
            _ => self.mend_words(text),
        }
    }

    /// Sequences without anything between are one place.
    fn mend_utf_8(&self, text: &str) -> Vec<Mended> {
        let mut mended: Vec<Mended> = Vec::new();
        let damage = if self.damage == Damage::None { Damage::None } else { Damage::Replaced };
        sequences(text, self.read_as, damage, |sequence| {
            let c = match sequence.spells {
                Spells::Character(c) => c,
                Spells::Lost => char::REPLACEMENT_CHARACTER,
                Spells::BeforeBlank(_) | Spells::PerhapsLost => return,
            };
            match mended.last_mut().filter(|(at, _)| at.end == sequence.at.start) {
                Some((at, spelt)) => {
                    at.end = sequence.at.end;
                    spelt.push(c);
                }
                None => mended.push((sequence.at, c.to_string())),
            }
        });
        mended
    }

    /// The places of a text that this chain has mended already where a blank or a
    /// question mark may stand for a byte, one by one.
    pub(super) fn mend_losses(&self, text: &str) -> Vec<Mended> {
        let mut mended = Vec::new();
        let mut guesses = Guesses::default();
        if matches!(self.written_in, Written::Utf8) && self.may_have_losses(text) {
            sequences(text, self.read_as, Damage::Guessed, |sequence| {
                if matches!(sequence.spells, Spells::BeforeBlank(_) | Spells::PerhapsLost) {
                    mended.extend(guesses.take(text, &sequence).map(|spelt| (sequence.at, spelt)));
                }
            });
        }
        mended
    }

    /// Whether a blank, a question mark or the end of `text` stands where a byte may have stood.
    fn may_have_losses(&self, text: &str) -> bool {
        let ends = memchr::memchr2_iter(b' ', b'?', text.as_bytes()).chain([text.len()]);
        ends.into_iter().any(|at| self.may_be_lost(&text[..at], text[at..].chars().nth(1)))
    }

    /// Whether a byte may have stood between `before` and `after`.
    fn may_be_lost(&self, before: &str, after: Option<char>) -> bool {
        let mut back = before.chars().rev();
        let mut previous = || back.next().filter(|c| !c.is_ascii()).and_then(|c| self.read_as.byte(c));
        match previous() {
            Some(0xC2..=0xDF) => true,
            Some(0xE0..=0xF4) => after.and_then(|c| self.read_as.byte(c)).is_some_and(|byte| byte < 0xC0),
            Some(0x80..=0xBF) => matches!(previous(), Some(0xE0..=0xF4 | 0x80..=0xBF)),
            _ => false,
        }
    }

    /// Mends every word (between blanks) whose characters all are in the charset.
    fn mend_words(&self, text: &str) -> Mending {
        let mut mending = Mending { places: Vec::new(), takes_all: true };
        let mut bytes = Vec::new();
        for range in words(text).filter(|range| !text[range.clone()].is_ascii()) {
            let word = &text[range.clone()];
            match self.word(word, range.end == text.len(), &mut bytes) {
                Some(spelt) if spelt != word => mending.places.push((range, spelt)),
                Some(_) => {}
                None => mending.takes_all = false,
            }
        }
        mending
    }

    /// Whether `text` is of a language that the encoding is for: those for Chinese and
    /// Korean have kana too, which these languages don't.
    pub(super) fn may_spell(&self, text: &str) -> bool {
        let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{30FF}');
        match self.written_in {
            Written::Multi(encoding) if matches!(encoding.name(), "gb18030" | "Big5" | "EUC-KR") => {
                !text.contains(is_kana)
            }
            _ => true,
        }
    }

    fn word(&self, word: &str, is_last: bool, bytes: &mut Vec<u8>) -> Option<String> {
        bytes.clear();
        for c in word.chars() {
            bytes.push(if c.is_ascii() { c as u8 } else { self.read_as.exact_byte(c)? });
        }
        let spelt = match self.written_in {
            Written::Single(written) => bytes.iter().map(|byte| written.character(*byte)).collect(),
            Written::Multi(encoding) => multi_byte(encoding, bytes, is_last)?,
            Written::Utf8 => return None,
        };
        Some(spelt)
    }
}

/// The text in a multi-byte encoding; up to the last whole character, where the
/// bytes end within one (a sample may be cut there, as may what a scraper brings).
fn multi_byte(encoding: &'static Encoding, bytes: &[u8], is_last: bool) -> Option<String> {
    const LONGEST: usize = 4;
    let whole = |bytes| encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned);
    (0..if is_last { LONGEST.min(bytes.len()) } else { 1 }).find_map(|cut| {
        let mut text = whole(&bytes[..bytes.len() - cut])?;
        text.extend((0..cut).map(|_| char::REPLACEMENT_CHARACTER));
        Some(text)
    })
}

/// The words of a line: what stands between blanks. No-break blanks and controls
/// may be letters that were misread.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        start..start + word.len()
    })
}

/// Guesses in a line: each takes a look at the text around, so there is a limit.
#[derive(Default)]
struct Guesses(u32);

impl Guesses {
    const MOST: u32 = 100;

    fn take(&mut self, text: &str, sequence: &Sequence) -> Option<String> {
        self.0 += 1;
        match sequence.spells {
            _ if self.0 > Self::MOST => None,
            Spells::BeforeBlank(c) => guess(text, sequence, c),
            _ => guess(text, sequence, char::REPLACEMENT_CHARACTER),
        }
    }
}

/// Half bits that a guess has to save.
const LEAST_SAVING: u32 = 6;

/// What a sequence with a blank or a question mark in it spells, if the text is more plausible with
/// it. `Ã` and a blank are what is left of `à` and its no-break blank, with or
/// without a blank of its own: the text around tells which.
fn guess(text: &str, sequence: &Sequence, c: char) -> Option<String> {
    const AROUND: usize = 80;
    const BLANK_PATTERN: char = '\u{2800}';
    let is_likely = match c {
        '\u{A0}' => text[sequence.at.clone()].starts_with('Â'),
        char::REPLACEMENT_CHARACTER | BLANK_PATTERN | '\u{2600}'..='\u{27BF}' => true,
        _ => c.is_alphanumeric(),
    };
    if !is_likely {
        return None;
    }
    let before = last_bytes(&text[..sequence.at.start], AROUND);
    let after = first_bytes(&text[sequence.at.end..], AROUND);
    let price = |spelt: &str| cost(&format!("{before}{spelt}{after}"));
    let joined = price(c.encode_utf8(&mut [0; 4]));
    let parted = if c == 'à' && !after.is_empty() { price("à ") } else { u32::MAX };
    let unchanged = price(&text[sequence.at.clone()]);
    match joined < parted {
        _ if unchanged <= joined.min(parted) + LEAST_SAVING => None,
        true => Some(c.to_string()),
        false => Some(format!("{c} ")),
    }
}
