use super::unicode::controls;

/// As many bytes as are looked at.
const SAMPLE: usize = 8 * 1024;

/// As many bytes as control characters are counted in.
const COUNTED: usize = 1024;

/// One control character in so many bytes is too many for text.
const CONTROLS: usize = 20;

/// First bytes of formats that are no text though they may hold no NUL early on.
const SIGNATURES: &[&[u8]] =
    &[b"%PDF-", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"PK\x03\x04", b"\x1F\x8B", b"\x28\xB5\x2F\xFD", b"BZh91AY"];

/// Whether bytes that are read in `encoding` are probably no text: a known signature,
/// or NULs that no UTF-16 explains, or many control characters.
pub(super) fn looks_binary(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> bool {
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return true;
    }
    let counted = &bytes[..bytes.len().min(COUNTED)];
    encoding != encoding_rs::UTF_16LE
        && encoding != encoding_rs::UTF_16BE
        && (memchr::memchr(0, &bytes[..bytes.len().min(SAMPLE)]).is_some()
            || controls(counted) * CONTROLS > counted.len())
}
