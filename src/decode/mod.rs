//! Decoding: bytes to text, with the encoding and how it was found.
//!
//! A byte order mark decides; then a check whether the bytes are UTF-8; then
//! what the page itself declares, where the bytes allow it; then detection over
//! a bounded sample.

mod binary;
mod declared;
mod detect;

use std::borrow::Cow;
use std::fmt;

use crate::encoding::Encoding;
use crate::error::{Error, Kind};

/// How an encoding was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FoundBy {
    /// The source was text already.
    Text,
    /// The caller said so.
    Given,
    /// A byte order mark.
    ByteOrderMark,
    /// The bytes are UTF-8 (perhaps with single faults).
    Validity,
    /// The page declares it (`<meta charset>`, an XML declaration).
    Declared,
    /// Statistics of the bytes.
    Detected,
}

impl FoundBy {
    const ALL: [Self; 6] =
        [Self::Text, Self::Given, Self::ByteOrderMark, Self::Validity, Self::Declared, Self::Detected];

    /// The printed form (`text`, `given`, `bom`, `validity`, `declared`, `detected`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Given => "given",
            Self::ByteOrderMark => "bom",
            Self::Validity => "validity",
            Self::Declared => "declared",
            Self::Detected => "detected",
        }
    }
}

impl fmt::Display for FoundBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for FoundBy {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|way| way.name() == name)
            .ok_or_else(|| Error::new(Kind::Document, format!("`{name}` is no way to find an encoding")))
    }
}

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
    let binary = binary::looks_binary(bytes);
    let (encoding, found_by, bom) = find(bytes);
    read(&bytes[bom..], encoding, found_by, binary)
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
    let (encoding, found_by, bom) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((found, length)) => (Encoding::new(found), FoundBy::ByteOrderMark, length),
        None => (encoding, FoundBy::Given, 0),
    };
    let binary = !encoding.inner().name().starts_with("UTF-16") && binary::looks_binary(bytes);
    read(&bytes[bom..], encoding, found_by, binary)
}

fn find(bytes: &[u8]) -> (Encoding, FoundBy, usize) {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        return (Encoding::new(encoding), FoundBy::ByteOrderMark, length);
    }
    if let Some(encoding) = detect::utf_16(bytes) {
        return (encoding, FoundBy::Detected, 0);
    }
    if detect::is_mostly_utf_8(bytes) {
        return (Encoding::UTF_8, FoundBy::Validity, 0);
    }
    match declared::declared(bytes) {
        Some(encoding) if allows(bytes, encoding) => (encoding, FoundBy::Declared, 0),
        _ => (detect::detect(bytes), FoundBy::Detected, 0),
    }
}

/// Whether the start of `bytes` can be in `encoding` at all.
fn allows(bytes: &[u8], encoding: Encoding) -> bool {
    let sample = &bytes[..bytes.len().min(detect::SAMPLE)];
    let mut decoder = encoding.inner().new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(sample.len()).unwrap_or(0);
    let mut text = String::with_capacity(room);
    let (result, _) = decoder.decode_to_string_without_replacement(sample, &mut text, false);
    result == encoding_rs::DecoderResult::InputEmpty
}

fn read(bytes: &[u8], encoding: Encoding, found_by: FoundBy, binary: bool) -> Decoded<'_> {
    let (text, faulty) = encoding.inner().decode_without_bom_handling(bytes);
    Decoded { text, encoding, found_by, faulty, binary }
}
