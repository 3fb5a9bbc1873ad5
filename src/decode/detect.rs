//! The most plausible legacy encoding.
//!
//! Cyrillic text is found at once by the letter pairs of its languages. Else chardetng,
//! which knows multi-byte encodings and those of Hebrew, Arabic and Thai well, proposes
//! one encoding. Those of Latin, Cyrillic and Greek are candidates beside it, and the
//! one whose text costs least to spell out is taken.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::cyrillic;
use super::sample::{beyond_ascii, excerpts};
use crate::plausibility;
use crate::plausibility::bigrams::Alphabet;

/// As many bytes as are ranked: enough to tell languages apart, and thereby encodings.
const SAMPLE: usize = 400;

/// All candidates are ranked by so many of these bytes; those that are not close then need no more.
const FIRST_LOOK: usize = 200;

/// As many further bytes decide between encodings that are alike on the sample.
const SECOND_LOOK: usize = 200;

/// Half bits between two candidates up to which more bytes are looked at: some five
/// letters that only one of them explains.
const CLOSE: u32 = 80;

/// Half bits by which chardetng's proposal is preferred for scripts without models of their
/// letter pairs (Hebrew, Arabic, Thai, Chinese, …): there it knows more than the cost tells.
const PROPOSED: u32 = 24;

/// The same for Latin, Cyrillic and Greek, where it decides only what is open otherwise.
const PROPOSED_TOO: u32 = 5;

/// Half bits for a byte that the encoding does not have, beside what U+FFFD costs: as much as a control.
const UNDEFINED: u32 = 14;

/// Half bits for an odd symbol on each side where it touches a letter.
const SYMBOL_BESIDE: u32 = 8;

/// Half bits for a turn from Latin letters to others, or back: such words stand in groups.
const TURN: u32 = 6;

/// Half bits for a text that starts with a small letter: one in sixteen does.
const SMALL_START: u32 = 8;

/// Half bits for an encoding that none of its own letters speaks for.
const NO_LETTER: u32 = 24;

static FOR_CYRILLIC: [&Encoding; 6] = [
    encoding_rs::WINDOWS_1251,
    encoding_rs::KOI8_R,
    encoding_rs::KOI8_U,
    encoding_rs::IBM866,
    encoding_rs::ISO_8859_5,
    encoding_rs::X_MAC_CYRILLIC,
];

static FOR_GREEK: [&Encoding; 2] = [encoding_rs::WINDOWS_1253, encoding_rs::ISO_8859_7];

/// The single-byte encodings of Latin, Cyrillic and Greek text, with the half bits that
/// they must be ahead by, from how often they were used: windows-1252 and -1251 most, the
/// rest of Windows and the ISO encodings of UNIX less, DOS and Macintosh seldom, the last
/// ISO encodings hardly ever.
static CANDIDATES: [(&Encoding, u32); 22] = [
    (encoding_rs::WINDOWS_1252, 0),
    (encoding_rs::WINDOWS_1251, 0),
    (encoding_rs::WINDOWS_1250, 1),
    (encoding_rs::WINDOWS_1253, 1),
    (encoding_rs::WINDOWS_1254, 2),
    (encoding_rs::WINDOWS_1257, 2),
    (encoding_rs::ISO_8859_2, 3),
    (encoding_rs::KOI8_R, 3),
    (encoding_rs::KOI8_U, 4),
    (encoding_rs::ISO_8859_7, 4),
    (encoding_rs::ISO_8859_15, 6),
    (encoding_rs::IBM866, 6),
    (encoding_rs::ISO_8859_5, 6),
    (encoding_rs::X_MAC_CYRILLIC, 8),
    (encoding_rs::WINDOWS_1258, 8),
    (encoding_rs::ISO_8859_4, 10),
    (encoding_rs::ISO_8859_13, 10),
    (encoding_rs::ISO_8859_3, 12),
    (encoding_rs::MACINTOSH, 12),
    (encoding_rs::ISO_8859_10, 12),
    (encoding_rs::ISO_8859_14, 12),
    (encoding_rs::ISO_8859_16, 12),
];

/// The most plausible encoding of bytes that are not UTF-8. It looks at a bounded
/// sample; the document is only scanned for bytes that tell more.
pub(super) fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = cyrillic::sure(bytes) {
        return encoding;
    }
    let sample = excerpts(bytes, SAMPLE, beyond_ascii);
    let is_whole = sample.len() == bytes.len();
    let proposed = propose(&sample, is_whole);
    let first_words = excerpts(&sample, FIRST_LOOK, beyond_ascii);
    let rivals = close(rank(&first_words, &candidates(proposed)));
    let rivals = if first_words.len() < sample.len() { close(rank(&sample, &rivals)) } else { rivals };
    let rivals = if is_whole { rivals } else { look_again(bytes, &sample, rivals) };
    rivals.first().map_or(proposed, |best| best.encoding)
}

/// The rivals, from the best on, that are close to it.
fn close(mut ranked: Vec<Rival>) -> Vec<Rival> {
    let limit = ranked.first().map_or(0, |best| best.half_bits + CLOSE);
    ranked.retain(|rival| rival.half_bits <= limit);
    ranked
}

/// What chardetng takes the sample for.
fn propose(sample: &[u8], is_whole: bool) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // The end of a sample may be in the middle of a character.
    detector.feed(sample, is_whole);
    detector.guess(None, Utf8Detection::Deny)
}

/// An encoding that the bytes may be in.
#[derive(Clone, Copy)]
struct Rival {
    encoding: &'static Encoding,
    /// Half bits that it must be ahead by.
    handicap: u32,
    /// What its text costs, with the handicap.
    half_bits: u32,
}

/// All candidates and, if it is none of them, the proposed encoding, which is preferred then.
fn candidates(proposed: &'static Encoding) -> Vec<Rival> {
    let rival = |encoding, handicap| Rival { encoding, handicap, half_bits: 0 };
    let is_another = CANDIDATES.iter().all(|(encoding, _)| *encoding != proposed);
    let behind = if is_another { PROPOSED } else { PROPOSED_TOO };
    let handicap = |encoding, handicap| if encoding == proposed { handicap } else { handicap + behind };
    let candidates = CANDIDATES.iter().map(|(encoding, prior)| rival(*encoding, handicap(*encoding, *prior)));
    candidates.chain(is_another.then(|| rival(proposed, 0))).collect()
}

/// The rivals in the order of what their reading of the sample costs. Readings that
/// are the same are counted once: most encodings share most of their letters.
fn rank(sample: &[u8], rivals: &[Rival]) -> Vec<Rival> {
    let mut readings: Vec<(String, u32)> = Vec::new();
    let mut ranked = rivals.to_vec();
    for rival in &mut ranked {
        let text = rival.encoding.decode_without_bom_handling(sample).0;
        let known = readings.iter().find(|(known, _)| *known == text).map(|(_, half_bits)| *half_bits);
        let half_bits = known.unwrap_or_else(|| cost(&text));
        rival.half_bits = half_bits + rival.handicap;
        rival.half_bits += if lacks_letters(rival.encoding, &text) { NO_LETTER } else { 0 };
        readings.extend(known.is_none().then(|| (text.into_owned(), half_bits)));
    }
    ranked.sort_by_key(|rival| (rival.half_bits, rival.handicap));
    ranked
}

/// Whether an encoding for another alphabet than Latin was used for symbols only.
fn lacks_letters(encoding: &'static Encoding, text: &str) -> bool {
    let alphabet = match () {
        () if FOR_CYRILLIC.contains(&encoding) => Alphabet::Cyrillic,
        () if FOR_GREEK.contains(&encoding) => Alphabet::Greek,
        () => return false,
    };
    !text.chars().any(|c| Alphabet::of(c) == Some(alphabet))
}

/// What the text costs, its letters with their marks on them.
pub(super) fn cost(text: &str) -> u32 {
    let half_bits = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => plausibility::cost(text),
        _ => plausibility::cost(&text.nfc().collect::<String>()),
    };
    let starts_small = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    half_bits + oddities(text) + if starts_small { SMALL_START } else { 0 }
}

/// What it costs that symbols stand beside letters, that bytes stand for nothing, and
/// that words in Latin letters and in others take turns.
fn oddities(text: &str) -> u32 {
    let (mut half_bits, mut before, mut was_latin) = (0, ' ', None);
    for c in text.chars() {
        half_bits += match (before, c) {
            (_, '\u{FFFD}') => UNDEFINED,
            _ if is_odd_symbol(c) && before.is_alphabetic() => SYMBOL_BESIDE,
            _ if is_odd_symbol(before) && c.is_alphabetic() => SYMBOL_BESIDE,
            _ => 0,
        };
        if c.is_alphabetic() {
            let is_latin = Alphabet::of(c) == Some(Alphabet::Latin);
            half_bits += if was_latin == Some(!is_latin) { TURN } else { 0 };
            was_latin = Some(is_latin);
        }
        before = c;
    }
    half_bits
}

/// Symbols that hardly ever touch a letter: no quotation marks, dashes or the like.
fn is_odd_symbol(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{BF}' | '€' | '†' | '‡' | '‰' | '\u{2190}'..='\u{25FF}')
        && !c.is_alphabetic()
        && !matches!(c, '«' | '»' | '·' | '\u{AD}' | '¿' | '¡' | '®' | '°')
}

/// Ranks close rivals by the words of the whole document that they read in different ways.
fn look_again(bytes: &[u8], sample: &[u8], rivals: Vec<Rival>) -> Vec<Rival> {
    let [first, others @ ..] = &rivals[..] else { return rivals };
    let mut differ = [false; 256];
    for byte in 0x80..=0xFF_u8 {
        let read = |rival: &Rival| rival.encoding.decode_without_bom_handling(&[byte]).0.into_owned();
        differ[usize::from(byte)] =
            others.iter().any(|rival| !rival.encoding.is_single_byte() || read(rival) != read(first));
    }
    let words = excerpts(bytes, SECOND_LOOK, |bytes| bytes.iter().position(|byte| differ[usize::from(*byte)]));
    match words.is_empty() {
        true => rivals,
        false => rank(&[sample, b" ", &words].concat(), &rivals),
    }
}
