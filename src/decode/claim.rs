//! Whether the bytes bear out what is said of their encoding.

use encoding_rs::{DecoderResult, Encoding};

use super::detect::cost;
use super::sample::{beyond_ascii, excerpts};

/// As many bytes must be decodable.
const DECODED: usize = 4 * 1024;

/// As many bytes are compared in the claimed and in the detected encoding.
const COMPARED: usize = 600;

/// Half bits by which the detected encoding must be cheaper to overrule a claim: odds of
/// 2³⁰ to one, which no short text in an unknown language reaches by chance.
const OVERWHELMING: u32 = 60;

/// The same for each byte beyond ASCII: a wrong reading costs 3 to 20 half bits a letter
/// more than the right one, the right one in a language without a model some 0 to 2.
const FOR_EACH_BYTE: u32 = 3;

/// Whether the bytes can be in the claimed encoding, and are not far more plausible in
/// the detected one. A page that says ISO-8859-1 and is windows-1251 is not believed.
pub(super) fn is_credible(bytes: &[u8], claimed: &'static Encoding, detected: &'static Encoding) -> bool {
    if claimed == detected {
        return true;
    }
    let sample = match claimed.is_ascii_compatible() {
        true => excerpts(bytes, COMPARED, beyond_ascii),
        false => bytes[..bytes.len().min(COMPARED) & !1].into(),
    };
    let reading = |encoding: &'static Encoding| cost(&encoding.decode_without_bom_handling(&sample).0);
    let beyond = sample.iter().filter(|byte| !byte.is_ascii()).count() as u32;
    allows(bytes, claimed) && reading(claimed) < reading(detected) + OVERWHELMING.max(FOR_EACH_BYTE * beyond)
}

/// Whether the start of `bytes` can be in `encoding` at all.
pub(super) fn allows(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let sample = &bytes[..bytes.len().min(DECODED)];
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(sample.len()).unwrap_or(0);
    let mut text = String::with_capacity(room);
    let (result, _) = decoder.decode_to_string_without_replacement(sample, &mut text, false);
    result == DecoderResult::InputEmpty
}
