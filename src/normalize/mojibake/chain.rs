//! A way in which text was broken: the charset that it was written in, and the
//! one that it was read in.

use std::borrow::Cow;
use std::ops::Range;

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

static MULTI_BYTE: [&Encoding; 5] =
    [encoding_rs::GB18030, encoding_rs::BIG5, encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, encoding_rs::EUC_KR];

/// All that text read as `read_as` may have been written in, but UTF-8.
pub(super) fn legacy(read_as: &'static Charset) -> impl Iterator<Item = Chain> {
    let single = WRITTEN.iter().map(|name| Written::Single(named(name)));
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
    pub(super) fn mend(&self, text: &str) -> Vec<Mended> {
        match self.written_in {
            Written::Utf8 => self.mend_utf_8(text),
            _ => self.mend_words(text),
        }
    }

    fn mend_utf_8(&self, text: &str) -> Vec<Mended> {
        let mut mended = Vec::new();
        let damage = if self.damage == Damage::None { Damage::None } else { Damage::Replaced };
        sequences(text, self.read_as, damage, |sequence| match sequence.spells {
            Spells::Character(c) => mended.push((sequence.at, c.to_string())),
            Spells::Lost => mended.push((sequence.at, char::REPLACEMENT_CHARACTER.to_string())),
            Spells::BeforeBlank(_) | Spells::PerhapsLost => {}
        });
        mended
    }

    /// The places of a text that this chain has mended already where a blank or a
    /// question mark may stand for a byte, one by one.
    pub(super) fn mend_losses(&self, text: &str) -> Vec<Mended> {
        let mut mended = Vec::new();
        let mut guesses = Guesses::default();
        if matches!(self.written_in, Written::Utf8) {
            sequences(text, self.read_as, Damage::Guessed, |sequence| {
                if matches!(sequence.spells, Spells::BeforeBlank(_) | Spells::PerhapsLost) {
                    mended.extend(guesses.take(text, &sequence).map(|spelt| (sequence.at, spelt)));
                }
            });
        }
        mended
    }

    /// Mends every word (between blanks) whose characters all are in the charset.
    fn mend_words(&self, text: &str) -> Vec<Mended> {
        let mut mended = Vec::new();
        let mut bytes = Vec::new();
        for range in words(text) {
            let word = &text[range.clone()];
            let is_last = range.end == text.len();
            if let Some(spelt) = self.word(word, is_last, &mut bytes).filter(|spelt| spelt != word) {
                mended.push((range, spelt));
            }
        }
        mended
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

    /// Whether every word of `text` could be read in the one charset and written in
    /// the other (which is not asked of UTF-8, whose sequences speak for themselves).
    pub(super) fn takes_all(&self, text: &str) -> bool {
        let mut bytes = Vec::new();
        let mut words = words(text).filter(|range| !text[range.clone()].is_ascii());
        words.all(|range| self.word(&text[range.clone()], range.end == text.len(), &mut bytes).is_some())
    }

    fn word(&self, word: &str, is_last: bool, bytes: &mut Vec<u8>) -> Option<String> {
        if word.is_ascii() {
            return None;
        }
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
