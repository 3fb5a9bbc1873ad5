//! Single-byte charsets, from bytes to characters and back, as leniently as
//! browsers and broken converters use them.

use std::sync::LazyLock;

use encoding_rs::Encoding;

/// A single-byte charset whose lower half is ASCII.
pub(super) struct Charset {
    pub(super) name: &'static str,
    /// Whether it stands for several that differ in some characters.
    pub(super) has_variants: bool,
    /// Whether it is what browsers read Latin-1 as, whose controls may be in its place.
    is_latin_1: bool,
    /// The characters of the bytes from 0x80 on.
    upper: [char; 128],
    /// Which of these are letters, one bit each.
    letters: u128,
    /// The bytes of characters beyond ASCII, by the upper and the lower half of
    /// their code points; 0 where there is none.
    pages: [Option<Box<[u8; 256]>>; 256],
}

/// How a charset is made.
struct Definition {
    name: &'static str,
    upper: Upper,
    /// Charsets that are taken for the same when text in them was misread: where
    /// this one's byte has another character in them, it is understood too.
    variants: &'static [Upper],
}

#[derive(Clone, Copy)]
enum Upper {
    Standard(&'static Encoding),
    /// The upper half, spelt out.
    Table(&'static str),
}

/// Code pages of DOS (Unicode's mappings, VENDORS/MICSFT/PC) that the Encoding Standard lacks.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";
const CP852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}";
/// KOI8-U as RFC 2319 has it; the Encoding Standard's has ў where this draws lines.
const KOI8_U: &str = "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";

/// The commonest come first: where two give the same text, the first one counts.
const DEFINITIONS: &[Definition] = &[
    standard("windows-1252", encoding_rs::WINDOWS_1252),
    standard("windows-1251", encoding_rs::WINDOWS_1251),
    Definition {
        name: "koi8-u",
        upper: Upper::Standard(encoding_rs::KOI8_U),
        variants: &[Upper::Standard(encoding_rs::KOI8_R), Upper::Table(KOI8_U)],
    },
    standard("ibm866", encoding_rs::IBM866),
    standard("x-mac-cyrillic", encoding_rs::X_MAC_CYRILLIC),
    standard("iso-8859-5", encoding_rs::ISO_8859_5),
    standard("windows-1250", encoding_rs::WINDOWS_1250),
    standard("iso-8859-2", encoding_rs::ISO_8859_2),
    standard("windows-1253", encoding_rs::WINDOWS_1253),
    standard("iso-8859-7", encoding_rs::ISO_8859_7),
    standard("windows-1254", encoding_rs::WINDOWS_1254),
    standard("windows-1257", encoding_rs::WINDOWS_1257),
    standard("windows-1255", encoding_rs::WINDOWS_1255),
    standard("windows-1256", encoding_rs::WINDOWS_1256),
    standard("windows-1258", encoding_rs::WINDOWS_1258),
    standard("macintosh", encoding_rs::MACINTOSH),
    Definition { name: "cp437", upper: Upper::Table(CP437), variants: &[] },
    Definition { name: "cp850", upper: Upper::Table(CP850), variants: &[] },
    Definition { name: "cp852", upper: Upper::Table(CP852), variants: &[] },
    standard("iso-8859-15", encoding_rs::ISO_8859_15),
    standard("iso-8859-4", encoding_rs::ISO_8859_4),
    standard("iso-8859-10", encoding_rs::ISO_8859_10),
    standard("iso-8859-13", encoding_rs::ISO_8859_13),
    standard("iso-8859-16", encoding_rs::ISO_8859_16),
    standard("iso-8859-3", encoding_rs::ISO_8859_3),
    standard("windows-874", encoding_rs::WINDOWS_874),
];

const fn standard(name: &'static str, encoding: &'static Encoding) -> Definition {
    Definition { name, upper: Upper::Standard(encoding), variants: &[] }
}

static CHARSETS: LazyLock<Vec<Charset>> = LazyLock::new(|| DEFINITIONS.iter().map(Charset::new).collect());

/// All charsets, the commonest first.
pub(super) fn all() -> &'static [Charset] {
    &CHARSETS
}

/// The charset of that name, which must be one of the list.
pub(super) fn named(name: &str) -> &'static Charset {
    CHARSETS.iter().find(|charset| charset.name == name).unwrap_or(&CHARSETS[0])
}

impl Upper {
    /// The characters of the upper half; bytes without one are C1 controls, as in
    /// Latin-1, from which a browser's windows-1252 has them too.
    fn characters(self) -> [char; 128] {
        let mut characters = std::array::from_fn(|place| char::from(place as u8 + 0x80));
        match self {
            Self::Table(table) => characters.iter_mut().zip(table.chars()).for_each(|(slot, c)| *slot = c),
            Self::Standard(encoding) => {
                for (place, slot) in characters.iter_mut().enumerate() {
                    let byte = [place as u8 + 0x80];
                    let decoded = encoding.decode_without_bom_handling_and_without_replacement(&byte);
                    if let Some(c) = decoded.and_then(|text| text.chars().next()) {
                        *slot = c;
                    }
                }
            }
        }
        characters
    }
}

impl Charset {
    fn new(definition: &Definition) -> Self {
        let upper = definition.upper.characters();
        let mut charset = Self {
            name: definition.name,
            has_variants: !definition.variants.is_empty(),
            is_latin_1: definition.name == "windows-1252",
            upper,
            letters: (0..128).filter(|place| upper[*place].is_alphabetic()).fold(0, |all, place| all | 1 << place),
            pages: std::array::from_fn(|_| None),
        };
        upper.iter().enumerate().for_each(|(place, c)| charset.understand(*c, place));
        for variant in definition.variants {
            variant.characters().iter().enumerate().for_each(|(place, c)| charset.understand(*c, place));
        }
        // A byte between 0x80 and 0x9F that was read as Latin-1 is a C1 control in any charset.
        (0..0x20).for_each(|place| charset.understand(char::from(place as u8 + 0x80), place));
        charset
    }

    fn understand(&mut self, c: char, place: usize) {
        let [low, high, 0, 0] = (c as u32).to_le_bytes() else { return };
        let page = self.pages[usize::from(high)].get_or_insert_with(|| Box::new([0; 256]));
        let slot = &mut page[usize::from(low)];
        if *slot == 0 && !c.is_ascii() {
            *slot = place as u8 + 0x80;
        }
    }

    /// The byte that `c` is read from, if it is one of this charset beyond ASCII.
    #[inline]
    pub(super) fn byte(&self, c: char) -> Option<u8> {
        let [low, high, 0, 0] = (c as u32).to_le_bytes() else { return None };
        let byte = self.pages[usize::from(high)].as_ref()?[usize::from(low)];
        (byte != 0).then_some(byte)
    }

    /// The same without controls in the place of characters that the charset has.
    #[inline]
    pub(super) fn exact_byte(&self, c: char) -> Option<u8> {
        let byte = self.byte(c)?;
        let is_lenient = matches!(c, '\u{80}'..='\u{9F}') && !self.is_latin_1;
        (!is_lenient || self.character(byte) == c).then_some(byte)
    }

    /// Whether it has controls between 0x80 and 0x9F, as ISO 8859 has, or is taken for one that has.
    pub(super) fn has_controls(&self) -> bool {
        self.is_latin_1 || self.character(0x82) == '\u{82}'
    }

    /// Whether the byte is read as a letter.
    #[inline]
    pub(super) fn is_letter(&self, byte: u8) -> bool {
        match byte.checked_sub(0x80) {
            Some(place) => self.letters >> place & 1 == 1,
            None => byte.is_ascii_alphabetic(),
        }
    }

    /// What the byte is read as.
    #[inline]
    pub(super) fn character(&self, byte: u8) -> char {
        match byte.checked_sub(0x80) {
            Some(place) => self.upper[usize::from(place)],
            None => char::from(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_characters_agree() {
        for charset in all() {
            for byte in 0x80..=0xFF {
                let c = charset.character(byte);
                assert_eq!(charset.byte(c), Some(byte), "{} {byte:#x} {c:?}", charset.name);
            }
            assert_eq!(charset.byte('a'), None);
        }
        assert_eq!(named("koi8-u").byte('╝'), named("koi8-u").byte('ў'));
        assert_eq!(named("windows-1252").byte('\u{81}'), Some(0x81));
        assert_eq!(named("cp437").character(0xE3), 'π');
    }
}
