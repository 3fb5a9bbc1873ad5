/// As many bytes as are looked at.
const SAMPLE: usize = 8 * 1024;

/// First bytes of formats that are no text though they may hold no NUL early on.
const SIGNATURES: &[&[u8]] =
    &[b"%PDF-", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"PK\x03\x04", b"\x1F\x8B", b"\x28\xB5\x2F\xFD", b"BZh91AY"];

/// Whether the bytes are probably no text: a known signature, or NULs that no
/// UTF-16 explains, or many control characters.
pub(super) fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if SIGNATURES.iter().any(|signature| sample.starts_with(signature)) {
        return true;
    }
    if encoding_rs::Encoding::for_bom(bytes).is_some() || super::detect::utf_16(bytes).is_some() {
        return false;
    }
    let controls = sample.iter().filter(|byte| is_odd_control(**byte)).count();
    memchr::memchr(0, sample).is_some() || controls * 20 > sample.len()
}

/// Controls that text files do not hold; escape is there for ANSI colours.
fn is_odd_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)
}
