//! Whether bytes are in one of Unicode's encodings, or in ISO-2022-JP, which is ASCII to the eye.

use memchr::{memchr, memmem};

use super::claim::allows;
use crate::plausibility;

/// As many bytes as are looked at.
const SAMPLE: usize = 2 * 1024;

/// As many bytes as are read in both byte orders of UTF-16.
const READ_AS_UTF_16: usize = 512;

/// UTF-16 needs so many bytes to be told apart.
const SHORTEST_UTF_16: usize = 4;

/// One byte in so many is a control character in UTF-16 at the least: the upper halves of all
/// alphabets, one lower half in nine of Chinese, full stops of Japanese. Legacy text has none.
const CONTROLS: usize = 200;

/// Half bits for a UTF-16 code unit of text: Chinese characters cost some 20,
/// numbers in a binary file 44 and more.
const DEAREST_UNIT: u32 = 28;

/// UTF-16 without a byte order mark: the byte order that is cheaper to read, where it is
/// cheaper than to take the bytes for single ones.
pub(super) fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(READ_AS_UTF_16) & !1];
    if sample.len() < SHORTEST_UTF_16 || controls(sample) * CONTROLS < sample.len() {
        return None;
    }
    let readings = [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].map(|encoding| (cost(encoding, sample), encoding));
    let (cheapest, encoding) = readings.into_iter().min_by_key(|(cost, _)| *cost)?;
    let units = sample.len() as u32 / 2;
    (cheapest < cost(encoding_rs::WINDOWS_1252, sample) && cheapest <= DEAREST_UNIT * units).then_some(encoding)
}

fn cost(encoding: &'static encoding_rs::Encoding, sample: &[u8]) -> u32 {
    plausibility::cost(&encoding.decode_without_bom_handling(sample).0)
}

/// The number of control characters that text files do not hold.
pub(super) fn controls(sample: &[u8]) -> usize {
    // Sums of bytes are added up sixteen at a time.
    let in_chunk = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(is_odd_control(*byte))).sum::<u8>();
    sample.chunks(128).map(|chunk| usize::from(in_chunk(chunk))).sum()
}

/// Controls that text files do not hold; escape is there for ANSI colours.
fn is_odd_control(byte: u8) -> bool {
    // Tab, line feed, vertical tab, form feed and carriage return stand in a row.
    (byte < 0x20) & (byte.wrapping_sub(b'\t') >= 5) & (byte != 0x1B)
}

/// Whether the bytes are UTF-8, or would be but for a few of them (a page cut
/// in the middle of a character, a stray byte).
pub(super) fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return true;
    }
    let Err(error) = std::str::from_utf8(bytes) else { return true };
    let (valid, rest) = bytes.split_at(error.valid_up_to());
    let mut whole = multibyte(valid);
    if error.error_len().is_none() && whole > 0 {
        return true;
    }
    let sample = &rest[..rest.len().min(SAMPLE)];
    let (mut broken, mut left) = (0, sample.len());
    for chunk in sample.utf8_chunks() {
        whole += multibyte(chunk.valid().as_bytes());
        broken += usize::from(!chunk.invalid().is_empty());
        left -= chunk.valid().len() + chunk.invalid().len();
        // Characters of two bytes could not make up for it any more.
        if broken * FAULTS > whole + left / 2 {
            return false;
        }
    }
    broken * FAULTS <= whole
}

/// One fault in so many characters: legacy text has hardly any valid sequence by chance.
const FAULTS: usize = 20;

/// The number of characters beyond ASCII: their first bytes.
fn multibyte(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte >= 0xC0).count()
}

/// Whether the bytes are ISO-2022-JP: ASCII that shifts to Japanese character sets, without a fault.
pub(super) fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    const SHIFTS: [&[u8]; 2] = [b"\x1B$B", b"\x1B$@"];
    let Some(at) = memchr(0x1B, bytes) else { return false };
    let sample = &bytes[at..bytes.len().min(at + SAMPLE)];
    SHIFTS.iter().any(|shift| memmem::find(sample, shift).is_some()) && allows(&bytes[at..], encoding_rs::ISO_2022_JP)
}
