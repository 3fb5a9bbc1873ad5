use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use crate::encoding::Encoding;

/// As many bytes as detection looks at: it is slow, and sure long before that.
pub(super) const SAMPLE: usize = 4 * 1024;

/// UTF-16 without a byte order mark: in Latin text nearly every second byte is NUL.
pub(super) fn utf_16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let nul = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    if sample.len() < 4 || memchr::memchr(0, sample).is_none() {
        return None;
    }
    let (even, odd, half) = (nul(0), nul(1), sample.len() / 2);
    // A tenth: Cyrillic text has NULs in its blanks and punctuation only.
    if odd * 10 > half && even == 0 {
        Some(Encoding::new(encoding_rs::UTF_16LE))
    } else if even * 10 > half && odd == 0 {
        Some(Encoding::new(encoding_rs::UTF_16BE))
    } else {
        None
    }
}

/// Whether the bytes are UTF-8, or would be but for a few of them (a page cut
/// in the middle of a character, a stray byte).
pub(super) fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let Err(error) = std::str::from_utf8(bytes) else { return true };
    if error.error_len().is_none() && multibyte(&bytes[..error.valid_up_to()]) > 0 {
        return true;
    }
    let sample = &bytes[error.valid_up_to()..];
    let sample = &sample[..sample.len().min(SAMPLE)];
    let (mut whole, mut broken) = (multibyte(&bytes[..error.valid_up_to()]), 0);
    for chunk in sample.utf8_chunks() {
        whole += multibyte(chunk.valid().as_bytes());
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // One fault in twenty: legacy text has hardly any valid sequence by chance.
    broken * 20 <= whole
}

/// The number of characters beyond ASCII: their first bytes.
fn multibyte(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte >= 0xC0).count()
}

/// The most plausible legacy encoding.
pub(super) fn detect(bytes: &[u8]) -> Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    Encoding::new(detector.guess(None, Utf8Detection::Deny))
}
