//! Decoding of single-byte encodings by table.
//!
//! Every byte is written as four, of which those that its character has count; the text
//! is checked block by block. That is some three times as fast as a decoder that looks at each
//! character's length.

use std::sync::OnceLock;

use encoding_rs::Encoding;

/// What a byte stands for.
#[derive(Clone, Copy)]
struct Character {
    utf_8: [u8; WIDEST],
    length: u8,
    /// Whether the encoding has no character for it, and U+FFFD stands for it.
    is_faulty: bool,
}

/// As many bytes are written for each character; none needs more than three.
const WIDEST: usize = 4;

/// As many bytes are decoded before the text is checked.
const BLOCK: usize = 2048;

type Table = [Character; 256];

/// The single-byte encodings of the Encoding Standard.
static ENCODINGS: [(&Encoding, OnceLock<Table>); 27] = [
    (encoding_rs::WINDOWS_1251, OnceLock::new()),
    (encoding_rs::WINDOWS_1252, OnceLock::new()),
    (encoding_rs::KOI8_U, OnceLock::new()),
    (encoding_rs::KOI8_R, OnceLock::new()),
    (encoding_rs::IBM866, OnceLock::new()),
    (encoding_rs::ISO_8859_5, OnceLock::new()),
    (encoding_rs::X_MAC_CYRILLIC, OnceLock::new()),
    (encoding_rs::WINDOWS_1250, OnceLock::new()),
    (encoding_rs::WINDOWS_1253, OnceLock::new()),
    (encoding_rs::WINDOWS_1254, OnceLock::new()),
    (encoding_rs::WINDOWS_1255, OnceLock::new()),
    (encoding_rs::WINDOWS_1256, OnceLock::new()),
    (encoding_rs::WINDOWS_1257, OnceLock::new()),
    (encoding_rs::WINDOWS_1258, OnceLock::new()),
    (encoding_rs::WINDOWS_874, OnceLock::new()),
    (encoding_rs::ISO_8859_2, OnceLock::new()),
    (encoding_rs::ISO_8859_3, OnceLock::new()),
    (encoding_rs::ISO_8859_4, OnceLock::new()),
    (encoding_rs::ISO_8859_6, OnceLock::new()),
    (encoding_rs::ISO_8859_7, OnceLock::new()),
    (encoding_rs::ISO_8859_8, OnceLock::new()),
    (encoding_rs::ISO_8859_10, OnceLock::new()),
    (encoding_rs::ISO_8859_13, OnceLock::new()),
    (encoding_rs::ISO_8859_14, OnceLock::new()),
    (encoding_rs::ISO_8859_15, OnceLock::new()),
    (encoding_rs::ISO_8859_16, OnceLock::new()),
    (encoding_rs::MACINTOSH, OnceLock::new()),
];

/// The text of `bytes`, and whether there were bytes without a character; nothing for
/// encodings that are not in the list. Linear.
pub(super) fn decode(bytes: &[u8], encoding: &'static Encoding) -> Option<(String, bool)> {
    let (encoding, table) = ENCODINGS.iter().find(|(known, _)| *known == encoding)?;
    let table = table.get_or_init(|| std::array::from_fn(|byte| Character::of(byte as u8, encoding)));
    let mut text = String::with_capacity(2 * bytes.len());
    let mut faulty = false;
    for block in bytes.chunks(BLOCK) {
        faulty |= decode_block(block, table, &mut text)?;
    }
    Some((text, faulty))
}

fn decode_block(block: &[u8], table: &Table, text: &mut String) -> Option<bool> {
    let mut room = [0; WIDEST * BLOCK];
    let (mut end, mut faulty) = (0, false);
    for byte in block {
        let character = &table[usize::from(*byte)];
        room[end..end + WIDEST].copy_from_slice(&character.utf_8);
        end += usize::from(character.length);
        faulty |= character.is_faulty;
    }
    text.push_str(simdutf8::basic::from_utf8(&room[..end]).ok()?);
    Some(faulty)
}

impl Character {
    fn of(byte: u8, encoding: &'static Encoding) -> Self {
        let source = [byte];
        let (text, is_faulty) = encoding.decode_without_bom_handling(&source);
        let mut utf_8 = [0; WIDEST];
        let length = text.len().min(WIDEST);
        utf_8[..length].copy_from_slice(&text.as_bytes()[..length]);
        Self { utf_8, length: length as u8, is_faulty }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_read_as_the_standard_says() {
        let bytes: Vec<u8> = (0..BLOCK + 300).map(|number| number as u8).collect();
        for (encoding, _) in &ENCODINGS {
            assert!(encoding.is_single_byte(), "{}", encoding.name());
            let (text, faulty) = encoding.decode_without_bom_handling(&bytes);
            assert_eq!(decode(&bytes, encoding), Some((text.into_owned(), faulty)), "{}", encoding.name());
        }
        assert_eq!(decode(&bytes, encoding_rs::SHIFT_JIS), None);
    }
}
