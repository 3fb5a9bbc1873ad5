//! The fast way for the commonest legacy text: Cyrillic that there is no doubt about.
//!
//! Letter pairs of a few hundred bytes are added up in each Cyrillic encoding.
//! Where one is far ahead, and its text as cheap as text of a Cyrillic language is,
//! no other encoding needs to be looked at.

use std::sync::LazyLock;

use encoding_rs::Encoding;

use super::sample::{beyond_ascii, excerpts};
use crate::plausibility::bigrams::{Alphabet, Letter, Model, of_language};
use crate::plausibility::cost;

/// As many bytes are looked at, and as many where these leave two encodings close: some
/// differ in few letters.
const SAMPLES: [usize; 2] = [192, 1024];

/// As many are looked at first.
const FIRST_LOOK: usize = 48;

/// Half bits for an encoding that was not read to the end: more than any sample costs.
const FAR_BEHIND: u32 = 1 << 20;

/// Of these, so many at the least are beyond ASCII.
const FEWEST: u32 = 96;

/// Half bits that the best encoding must be ahead by: some three letters or capitals
/// that it alone explains.
const AHEAD: u32 = 40;

/// Half bits for a byte of Cyrillic text. In the right language, pieces of 800 characters
/// cost 7.1 to 9.8, text in other scripts 13 and more.
const DEAREST: u32 = 10;

/// Text that costs no more is in the language that it was read as, and no other needs to be
/// tried; above it, some Ukrainian text passes for Russian with odd symbols.
const CHEAP: u32 = 9;

/// Half bits for a capital letter behind a small one.
const CAPITAL_INSIDE: u32 = 16;

/// The languages that these encodings are for, the commonest first.
const LANGUAGES: [&str; 6] = ["ru", "uk", "bg", "be", "sr", "mk"];

static ENCODINGS: [&Encoding; 5] = [
    encoding_rs::WINDOWS_1251,
    encoding_rs::KOI8_U,
    encoding_rs::IBM866,
    encoding_rs::ISO_8859_5,
    encoding_rs::X_MAC_CYRILLIC,
];

/// What a byte is in an encoding.
#[derive(Clone, Copy)]
struct Meaning {
    letter: Letter,
    is_small: bool,
    is_capital: bool,
    /// Half bits for what is no letter.
    other: u8,
}

impl Meaning {
    /// ASCII means the same in all of these encodings, and parts Cyrillic words.
    const ASCII: Self = Self { letter: Letter::BORDER, is_small: false, is_capital: false, other: 0 };

    fn of(text: &str) -> Self {
        match text.chars().next() {
            Some(c) if Alphabet::of(c) == Some(Alphabet::Cyrillic) => {
                Self { letter: Letter::of(c), is_small: c.is_lowercase(), is_capital: c.is_uppercase(), other: 0 }
            }
            _ => Self { other: u8::try_from(cost(text)).unwrap_or(u8::MAX), ..Self::ASCII },
        }
    }
}

struct Charset {
    encoding: &'static Encoding,
    bytes: [Meaning; 256],
}

static CHARSETS: LazyLock<[Charset; 5]> = LazyLock::new(|| ENCODINGS.map(Charset::new));

impl Charset {
    fn new(encoding: &'static Encoding) -> Self {
        let mut bytes = [Meaning::ASCII; 256];
        for byte in 0x80..=0xFF_u8 {
            bytes[usize::from(byte)] = Meaning::of(&encoding.decode_without_bom_handling(&[byte]).0);
        }
        Self { encoding, bytes }
    }

    fn cost(&self, sample: &[u8], model: &Model) -> u32 {
        let (mut half_bits, mut before) = (0, Meaning::ASCII);
        for byte in sample {
            let after = self.bytes[usize::from(*byte)];
            if after.letter != Letter::BORDER || before.letter != Letter::BORDER {
                half_bits += model.pair(before.letter, after.letter);
            }
            half_bits += u32::from(after.other) + CAPITAL_INSIDE * u32::from(before.is_small & after.is_capital);
            before = after;
        }
        half_bits
    }
}

/// The Cyrillic encoding that the bytes are in without doubt.
pub(super) fn sure(bytes: &[u8]) -> Option<&'static Encoding> {
    let samples = SAMPLES.iter().map(|budget| excerpts(bytes, *budget, beyond_ascii));
    samples.into_iter().find_map(|sample| far_ahead(&sample)).map(|encoding| variant(bytes, encoding))
}

/// The encoding of a sample of Cyrillic text that is far ahead of all others.
fn far_ahead(sample: &[u8]) -> Option<&'static Encoding> {
    let telling = sample.iter().filter(|byte| !byte.is_ascii()).count() as u32;
    let latin = sample.iter().filter(|byte| byte.is_ascii_alphabetic()).count() as u32;
    if telling < FEWEST || latin > telling {
        return None;
    }
    let mut readings = LANGUAGES.iter().filter_map(|language| best(sample, of_language(language)?));
    let mut cheapest = readings.next()?;
    for reading in readings {
        if cheapest.0 <= CHEAP * telling {
            break;
        }
        cheapest = if reading.0 < cheapest.0 { reading } else { cheapest };
    }
    let (half_bits, encoding) = cheapest;
    encoding.filter(|_| half_bits <= DEAREST * telling)
}

/// What the sample costs at the least, as text of one language, and the encoding if it is far ahead.
fn best(sample: &[u8], model: &Model) -> Option<(u32, Option<&'static Encoding>)> {
    let (start, rest) = sample.split_at(sample.len().min(FIRST_LOOK));
    let mut rivals = CHARSETS.each_ref().map(|charset| (charset.cost(start, model), charset));
    let limit = rivals.iter().map(|(half_bits, _)| half_bits + AHEAD).min()?;
    // Those that are behind by so much already need not be read on.
    for (half_bits, charset) in &mut rivals {
        *half_bits += if *half_bits < limit { charset.cost(rest, model) } else { FAR_BEHIND };
    }
    rivals.sort_unstable_by_key(|(half_bits, _)| *half_bits);
    let [(best, charset), (second, _), ..] = rivals;
    Some((best, (second >= best + AHEAD).then_some(charset.encoding)))
}

/// KOI8-U, as the standard has it, is KOI8-R with Ukrainian and Belarusian letters in
/// place of ten box drawings; a document without any of them is in either.
fn variant(bytes: &[u8], encoding: &'static Encoding) -> &'static Encoding {
    let differs = |byte: &u8| matches!(byte & !0x10, 0xA4 | 0xA6 | 0xA7 | 0xAD | 0xAE);
    match encoding == encoding_rs::KOI8_U && !bytes.iter().any(differs) {
        true => encoding_rs::KOI8_R,
        false => encoding,
    }
}
