//! Decoding, as a table: bytes, and what is read from them.

use chysto::{FoundBy, decode, decode_as};
use encoding_rs::Encoding;

const UKRAINIAN: &str = "Старий міст через річку знову відкрито. Підрядник замінив плити, полагодив опори й поклав нову гідроізоляцію. Щодня ним їздять тисячі людей.";
const RUSSIAN: &str = "Старый мост через реку снова открыт. Подрядчик заменил плиты, починил опоры и уложил новое покрытие. Каждый день по нему ездят тысячи людей.";
const POLISH: &str = "Stary most przez rzekę znów jest otwarty. Wykonawca wymienił płyty, naprawił podpory i ułożył nową nawierzchnię. Każdego dnia jeżdżą nim tysiące ludzi.";
const GERMAN: &str = "Die alte Brücke über den Fluss ist wieder geöffnet. Täglich fahren Tausende darüber, und für größere Fahrzeuge gelten Einschränkungen.";
const GREEK: &str = "Η παλιά γέφυρα πάνω από το ποτάμι άνοιξε ξανά. Κάθε μέρα τη διασχίζουν χιλιάδες άνθρωποι, και τα μεγαλύτερα οχήματα περιμένουν.";
const JAPANESE: &str =
    "川にかかる古い橋が再び開通しました。毎日何千人もの人がこの橋を渡っています。大型車はまだ通れません。";

/// A text in an encoding, without any mark: the encoding is found by its bytes.
#[test]
fn encodings_are_detected() {
    let cases = [
        ("windows-1251", UKRAINIAN),
        ("windows-1251", RUSSIAN),
        ("koi8-u", UKRAINIAN),
        ("iso-8859-2", POLISH),
        ("windows-1250", POLISH),
        ("windows-1252", GERMAN),
        ("windows-1253", GREEK),
        ("shift_jis", JAPANESE),
        ("euc-jp", JAPANESE),
        ("ibm866", RUSSIAN),
    ];
    for (label, text) in cases {
        let decoded_bytes = encoded(label, text);
        let decoded = decode(&decoded_bytes);
        assert_eq!(decoded.text(), text, "{label}, read as {}", decoded.encoding());
        assert_eq!(decoded.found_by(), FoundBy::Detected, "{label}");
        assert!(!decoded.is_faulty() && !decoded.looks_binary(), "{label}");
    }
}

#[test]
fn given_encodings_are_used() {
    let labels = ["windows-1251", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic", "utf-8", "gb18030"];
    for (label, text) in labels.iter().flat_map(|label| [UKRAINIAN, RUSSIAN].map(|text| (label, text))) {
        let text = if matches!(*label, "ibm866") { RUSSIAN } else { text };
        let bytes = encoded(label, text);
        let decoded = decode_as(&bytes, label.parse().unwrap());
        assert_eq!((decoded.text(), decoded.found_by(), decoded.is_faulty()), (text, FoundBy::Given, false), "{label}");
    }
    assert_eq!(decode_as(b"\xEF\xBB\xBFa", "koi8-r".parse().unwrap()).found_by(), FoundBy::ByteOrderMark);
}

#[test]
fn utf_16_and_byte_order_marks() {
    for text in [UKRAINIAN, GERMAN, "Plain words.", "a\n\nb 𝒳 c", GREEK] {
        let cases = [
            ("UTF-8", [b"\xEF\xBB\xBF", text.as_bytes()].concat(), FoundBy::ByteOrderMark),
            ("UTF-16LE", utf_16(text, true, u16::to_le_bytes), FoundBy::ByteOrderMark),
            ("UTF-16BE", utf_16(text, true, u16::to_be_bytes), FoundBy::ByteOrderMark),
            ("UTF-16LE", utf_16(text, false, u16::to_le_bytes), FoundBy::Detected),
            ("UTF-16BE", utf_16(text, false, u16::to_be_bytes), FoundBy::Detected),
            ("UTF-8", text.as_bytes().to_vec(), FoundBy::Validity),
        ];
        for (name, bytes, found_by) in cases {
            let decoded = decode(&bytes);
            let got = (
                decoded.text(),
                decoded.encoding().name(),
                decoded.found_by(),
                decoded.is_faulty(),
                decoded.looks_binary(),
            );
            assert_eq!(got, (text, name, found_by, false, false));
        }
    }
}

/// What the page declares counts where its bytes allow it.
#[test]
fn declarations() {
    let pages = [
        ("<html><head><meta charset=\"{}\"><title>", "html5"),
        ("<meta http-equiv='Content-Type' content='text/html; charset={}'>", "html4"),
        ("<META CHARSET = {} >", "capitals, no quotes"),
        ("<?xml version=\"1.0\" encoding=\"{}\"?><page>", "xml"),
        ("<script>var charset;</script>\n<meta charset='{}'/>", "a script before it"),
    ];
    // (declared, the bytes' true encoding, text, read as, found by)
    let cases = [
        ("windows-1251", "windows-1251", UKRAINIAN, "windows-1251", FoundBy::Declared),
        ("koi8-u", "koi8-u", UKRAINIAN, "KOI8-U", FoundBy::Declared),
        ("cp866", "ibm866", RUSSIAN, "IBM866", FoundBy::Declared),
        ("iso-8859-2", "iso-8859-2", POLISH, "ISO-8859-2", FoundBy::Declared),
        ("windows-1251", "utf-8", UKRAINIAN, "UTF-8", FoundBy::Validity),
        ("utf-8", "windows-1251", RUSSIAN, "windows-1251", FoundBy::Detected),
        ("shift_jis", "windows-1251", RUSSIAN, "windows-1251", FoundBy::Detected),
        ("no-such-thing", "windows-1251", RUSSIAN, "windows-1251", FoundBy::Detected),
        ("utf-16", "windows-1251", RUSSIAN, "windows-1251", FoundBy::Detected),
    ];
    let mut faults = Vec::new();
    for (page, kind) in pages {
        for (declared, label, text, name, found_by) in cases {
            let page = page.replace("{}", declared) + text;
            let bytes = encoded(label, &page);
            let decoded = decode(&bytes);
            if (decoded.text(), decoded.encoding().name(), decoded.found_by()) != (page.as_str(), name, found_by) {
                faults.push(format!(
                    "{kind}: {label} declared as {declared}: {} by {}",
                    decoded.encoding(),
                    decoded.found_by()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A page that was cut, or has a stray byte, is still UTF-8.
#[test]
fn damaged_utf_8() {
    for text in [UKRAINIAN, GREEK, JAPANESE] {
        let bytes = text.as_bytes();
        for cut in (bytes.len() / 2..bytes.len()).filter(|cut| !text.is_char_boundary(*cut)) {
            let decoded = decode(&bytes[..cut]);
            let whole = decoded.text().trim_end_matches('\u{fffd}');
            assert_eq!((decoded.encoding().name(), decoded.is_faulty()), ("UTF-8", true), "cut at {cut}");
            assert!(text.starts_with(whole) && whole.len() + 4 > cut, "cut at {cut}: {whole}");
        }
        let stray = [&bytes[..bytes.len() / 2], b"\xFF", &bytes[bytes.len() / 2..]].concat();
        assert_eq!(decode(&stray).encoding().name(), "UTF-8");
    }
}

#[test]
fn binary_look() {
    let binary: &[&[u8]] = &[
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\0\0\x08\0",
        b"\x1F\x8B\x08\0\0\0\0\0\0\x03",
        b"\xFF\xD8\xFF\xE0\0\x10JFIF\0",
        b"GIF89a\x01\0\x01\0",
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
    ];
    for bytes in binary {
        assert!(decode(bytes).looks_binary(), "{bytes:?}");
    }
    for text in ["", "a", "\n", "\x1b[1mbold\x1b[0m", "a\tb\x0c\n", UKRAINIAN] {
        assert!(!decode(text.as_bytes()).looks_binary(), "{text:?}");
    }
    assert!(!decode(&encoded("windows-1251", UKRAINIAN)).looks_binary());
}

fn encoded(label: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or_else(|| panic!("{label} is no encoding"));
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{label} has not all letters of {text:?}");
    bytes.into_owned()
}

fn utf_16(text: &str, with_mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    with_mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}
