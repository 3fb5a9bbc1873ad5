//! Decoding: bytes to text, with the encoding and how it was found.
//!
//! A byte order mark decides; then a check whether the bytes are UTF-16 or UTF-8;
//! then what the caller hints and the page itself declares, where the bytes bear
//! it out; then detection over a bounded sample.

mod binary;
mod claim;
mod cyrillic;
mod declared;
mod detect;
mod found_by;
mod sample;
mod single_byte;
mod unicode;

use std::borrow::Cow;

use crate::encoding::Encoding;
pub use found_by::FoundBy;

/// Text that was bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    text: Cow<'b, str>,
    encoding: Encoding,
    found_by: FoundBy,
    faulty: bool,
    binary: bool,
}

impl<'b> Decoded<'b> {
    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, borrowed from the bytes where they were UTF-8.
    pub fn into_text(self) -> Cow<'b, str> {
        self.text
    }

    /// The encoding that the bytes were read in.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How the encoding was found.
    pub fn found_by(&self) -> FoundBy {
        self.found_by
    }

    /// Whether some bytes could not be decoded; U+FFFD stands in their place.
    pub fn is_faulty(&self) -> bool {
        self.faulty
    }

    /// Whether the bytes are probably no text at all (a picture, an archive).
    ///
    /// They are decoded all the same; it is for the caller to refuse them.
    pub fn looks_binary(&self) -> bool {
        self.binary
    }
}

/// Decodes `bytes`; never fails. Linear in their number.
///
/// ```
/// let decoded = chysto::decode(b"\xcf\xf0\xe8\xe2\xb3\xf2, \xf1\xe2\xb3\xf2\xe5! \xdf\xea \xf1\xef\xf0\xe0\xe2\xe8?");
/// assert_eq!(decoded.text(), "Привіт, світе! Як справи?");
/// assert_eq!(decoded.encoding().name(), "windows-1251");
/// ```
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    decode_found(bytes, None)
}

/// Decodes `bytes` with a hint of their encoding, from outside of them: a label, or the
/// value of a `Content-Type` header.
///
/// Servers say many things, so the hint is believed only where the bytes bear it out. A byte
/// order mark and valid UTF-8 decide against it, bytes that cannot be decoded refuse it, and
/// so does text that is far less plausible in the hinted encoding than in another. A hint
/// that names no encoding is no hint. Where the encoding is known, use [`decode_as`].
///
/// ```
/// use chysto::{FoundBy, decode_with_hint};
///
/// let bytes = b"\xf0\xd2\xc9\xd7\xc5\xd4";
/// let decoded = decode_with_hint(bytes, "text/html; charset=koi8-r");
/// assert_eq!((decoded.text(), decoded.found_by()), ("Привет", FoundBy::Hint));
///
/// let decoded = decode_with_hint("Привіт".as_bytes(), "windows-1251");
/// assert_eq!((decoded.text(), decoded.found_by()), ("Привіт", FoundBy::Validity));
/// ```
pub fn decode_with_hint<'b>(bytes: &'b [u8], hint: &str) -> Decoded<'b> {
    decode_found(bytes, declared::hinted(hint))
}

/// Decodes `bytes` in the encoding that the caller knows them to be in. A byte
/// order mark still decides, as in browsers.
///
/// ```
/// let koi8: chysto::Encoding = "koi8-r".parse().unwrap();
/// let decoded = chysto::decode_as(b"\xf0\xd2\xc9\xd7\xc5\xd4", koi8);
/// assert_eq!(decoded.text(), "Привет");
/// ```
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    let (encoding, found_by, bom) = by_mark(bytes).unwrap_or((encoding, FoundBy::Given, 0));
    read(bytes, encoding, found_by, bom)
}

fn decode_found(bytes: &[u8], hint: Option<Encoding>) -> Decoded<'_> {
    let (encoding, found_by, bom) = by_mark(bytes).unwrap_or_else(|| {
        let (encoding, found_by) = find(bytes, hint);
        (encoding, found_by, 0)
    });
    read(bytes, encoding, found_by, bom)
}

/// The encoding that a byte order mark tells, and the mark's length.
fn by_mark(bytes: &[u8]) -> Option<(Encoding, FoundBy, usize)> {
    let (encoding, length) = encoding_rs::Encoding::for_bom(bytes)?;
    Some((Encoding::new(encoding), FoundBy::ByteOrderMark, length))
}

fn find(bytes: &[u8], hint: Option<Encoding>) -> (Encoding, FoundBy) {
    let agrees = |encoding| if hint == Some(encoding) { FoundBy::Hint } else { FoundBy::Detected };
    if let Some(encoding) = unicode::utf_16(bytes).map(Encoding::new) {
        return (encoding, agrees(encoding));
    }
    if unicode::is_iso_2022_jp(bytes) {
        let encoding = Encoding::new(encoding_rs::ISO_2022_JP);
        return (encoding, agrees(encoding));
    }
    if unicode::is_mostly_utf_8(bytes) {
        return (Encoding::UTF_8, FoundBy::Validity);
    }
    let detected = detect::detect(bytes);
    let claims = [(hint, FoundBy::Hint), (declared::declared(bytes), FoundBy::Declared)];
    claims
        .into_iter()
        .filter_map(|(claimed, found_by)| Some((claimed?, found_by)))
        .find(|(claimed, _)| claim::is_credible(bytes, claimed.inner(), detected))
        .unwrap_or((Encoding::new(detected), FoundBy::Detected))
}

fn read(bytes: &[u8], encoding: Encoding, found_by: FoundBy, bom: usize) -> Decoded<'_> {
    let binary = binary::looks_binary(bytes, encoding.inner());
    let (text, faulty) = text(&bytes[bom..], encoding.inner());
    Decoded { text, encoding, found_by, faulty, binary }
}

/// The text of `bytes`, and whether some had no meaning in the encoding.
fn text<'b>(bytes: &'b [u8], encoding: &'static encoding_rs::Encoding) -> (Cow<'b, str>, bool) {
    let is_utf_8 = encoding == encoding_rs::UTF_8 || (encoding.is_ascii_compatible() && bytes.is_ascii());
    if let Some(text) = is_utf_8.then(|| simdutf8::basic::from_utf8(bytes).ok()).flatten() {
        return (Cow::Borrowed(text), false);
    }
    match single_byte::decode(bytes, encoding) {
        Some((text, faulty)) => (Cow::Owned(text), faulty),
        None => encoding.decode_without_bom_handling(bytes),
    }
}
