//! Decoding, as a table: bytes, and what is read from them.

use chysto::{FoundBy, decode, decode_as, decode_with_hint};
use encoding_rs::Encoding;

const UKRAINIAN: &str = "Старий міст через річку знову відкрито. Підрядник замінив плити, полагодив опори й поклав нову гідроізоляцію. Щодня ним їздять тисячі людей.";
const RUSSIAN: &str = "Старый мост через реку снова открыт. Подрядчик заменил плиты, починил опоры и уложил новое покрытие. Каждый день по нему ездят тысячи людей.";
const POLISH: &str = "Stary most przez rzekę znów jest otwarty. Wykonawca wymienił płyty, naprawił podpory i ułożył nową nawierzchnię. Każdego dnia jeżdżą nim tysiące ludzi.";
const GERMAN: &str = "Die alte Brücke über den Fluss ist wieder geöffnet. Täglich fahren Tausende darüber, und für größere Fahrzeuge gelten Einschränkungen.";
const GREEK: &str = "Η παλιά γέφυρα πάνω από το ποτάμι άνοιξε ξανά. Κάθε μέρα τη διασχίζουν χιλιάδες άνθρωποι, και τα μεγαλύτερα οχήματα περιμένουν.";
const JAPANESE: &str =
    "川にかかる古い橋が再び開通しました。毎日何千人もの人がこの橋を渡っています。大型車はまだ通れません。";

const BULGARIAN: &str = "Старият мост над реката отново е отворен. Строителите смениха плочите и положиха нова настилка. Всеки ден по него минават хиляди хора.";
const BELARUSIAN: &str = "Стары мост праз раку зноў адкрыты. Будаўнікі замянілі пліты і паклалі новае пакрыццё. Штодня па ім ездзяць тысячы людзей.";
const SERBIAN: &str = "Стари мост преко реке поново је отворен. Извођач је заменио плоче и поставио нову хидроизолацију. Њиме свакога дана пролазе хиљаде људи.";
const MACEDONIAN: &str = "Стариот мост преку реката повторно е отворен. Изведувачот ги замени плочите и постави нова изолација. Секој ден по него минуваат илјадници луѓе.";
const CZECH: &str = "Starý most přes řeku je znovu otevřen. Dělníci vyměnili desky a položili nový povrch. Každý den po něm přejedou tisíce lidí.";
const SLOVAK: &str = "Starý most cez rieku je opäť otvorený. Robotníci vymenili dosky a položili nový povrch. Každý deň po ňom prejdú tisíce ľudí.";
const HUNGARIAN: &str = "Újra megnyílt a folyón átívelő régi híd. A kivitelező kicserélte a lemezeket, és új burkolatot fektetett le. Naponta több ezren használják.";
const FRENCH: &str = "Le vieux pont sur la rivière est de nouveau ouvert. L’entreprise a remplacé les dalles et posé un revêtement neuf. Des milliers de gens l’empruntent chaque été.";
const FRENCH_WITH_EURO: &str = "Le vieux pont sur la rivière est de nouveau ouvert. Les travaux ont coûté 300 000 €, et le cœur du village a retrouvé son marché.";
const SPANISH: &str = "El viejo puente sobre el río está abierto otra vez. La empresa cambió las losas y colocó un pavimento nuevo. ¿Cuántos niños lo cruzan cada mañana?";
const ITALIAN: &str = "Il vecchio ponte sul fiume è di nuovo aperto. È stata posata una pavimentazione nuova, e la città può respirare. Così c’è più spazio per tutti.";
const SWEDISH: &str = "Den gamla bron över ån är öppen igen. Entreprenören bytte plattorna och lade ny beläggning. Varje dag åker tusentals människor där.";
const TURKISH: &str = "Nehrin üzerindeki eski köprü yeniden açıldı. Yüklenici döşemeleri değiştirdi ve yeni kaplama yaptı. Her gün binlerce kişi oradan geçiyor.";
const LITHUANIAN: &str = "Senasis tiltas per upę vėl atidarytas. Rangovas pakeitė plokštes ir paklojo naują dangą. Kasdien juo važiuoja tūkstančiai žmonių.";
const LATVIAN: &str = "Vecais tilts pār upi atkal ir atvērts. Būvnieki nomainīja plātnes un ieklāja jaunu segumu. Katru dienu pa to brauc tūkstošiem cilvēku.";
const CHINESE: &str = "河上的老桥重新开放了。施工队更换了桥面板，铺设了新的防水层。每天有成千上万的人从这里经过。";
const TAIWANESE: &str = "河上的老橋重新開放了。施工隊更換了橋面板，鋪設了新的防水層。每天有成千上萬的人從這裡經過。";
const KOREAN: &str = "강 위의 오래된 다리가 다시 열렸습니다. 시공사는 상판을 교체하고 새 포장을 깔았습니다. 매일 수천 명이 이 다리를 건넙니다.";
const HEBREW: &str =
    "הגשר הישן מעל הנהר נפתח מחדש. הקבלן החליף את הלוחות והניח ציפוי חדש. אלפי אנשים עוברים בו מדי יום.";
const ARABIC: &str = "أعيد فتح الجسر القديم فوق النهر. استبدل المقاول الألواح ووضع طبقة جديدة. ويعبره آلاف الناس كل يوم.";
const THAI: &str = "สะพานเก่าข้ามแม่น้ำเปิดอีกครั้งแล้ว ผู้รับเหมาเปลี่ยนแผ่นพื้นและปูผิวใหม่ ทุกวันมีคนหลายพันคนข้ามสะพานนี้";

/// A text in an encoding, without any mark: the encoding is found by its bytes.
#[test]
fn encodings_are_detected() {
    let cases: &[(&str, &[&str])] = &[
        ("windows-1251", &[UKRAINIAN, RUSSIAN, BULGARIAN, BELARUSIAN, SERBIAN, MACEDONIAN]),
        ("x-mac-cyrillic", &[UKRAINIAN, RUSSIAN, BULGARIAN, BELARUSIAN, SERBIAN, MACEDONIAN]),
        ("iso-8859-5", &[UKRAINIAN, RUSSIAN, BULGARIAN, BELARUSIAN, SERBIAN, MACEDONIAN]),
        ("koi8-r", &[RUSSIAN, BULGARIAN]),
        ("koi8-u", &[UKRAINIAN, RUSSIAN, BELARUSIAN]),
        ("ibm866", &[RUSSIAN, BULGARIAN]),
        ("windows-1250", &[POLISH, CZECH, SLOVAK, HUNGARIAN]),
        ("iso-8859-2", &[POLISH, CZECH, SLOVAK, HUNGARIAN]),
        ("windows-1252", &[GERMAN, FRENCH, FRENCH_WITH_EURO, SPANISH, ITALIAN, SWEDISH]),
        ("iso-8859-15", &[FRENCH_WITH_EURO]),
        ("macintosh", &[GERMAN, FRENCH, SPANISH, ITALIAN, SWEDISH]),
        ("windows-1253", &[GREEK]),
        ("iso-8859-7", &[GREEK]),
        ("windows-1254", &[TURKISH]),
        ("windows-1255", &[HEBREW]),
        ("windows-1256", &[ARABIC]),
        ("iso-8859-6", &[ARABIC]),
        ("windows-1257", &[LITHUANIAN, LATVIAN]),
        ("iso-8859-4", &[LITHUANIAN, LATVIAN]),
        ("windows-874", &[THAI]),
        ("gb18030", &[CHINESE]),
        ("big5", &[TAIWANESE]),
        ("euc-kr", &[KOREAN]),
        ("shift_jis", &[JAPANESE]),
        ("euc-jp", &[JAPANESE]),
        ("iso-2022-jp", &[JAPANESE]),
    ];
    let mut faults = Vec::new();
    for (label, text) in cases.iter().flat_map(|(label, texts)| texts.iter().map(move |text| (*label, *text))) {
        // Alone, and in a long page: the sample has to be taken from the right places.
        for text in [text.to_owned(), in_page(text), text.repeat(40)] {
            let bytes = encoded(label, &text);
            let decoded = decode(&bytes);
            let is_right = decoded.text() == text && decoded.found_by() == FoundBy::Detected;
            if !is_right || decoded.is_faulty() || decoded.looks_binary() {
                faults.push(format!("{label}, read as {}: {}", decoded.encoding(), &decoded.text()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The text in capitals is the text.
#[test]
fn capitals_are_detected() {
    let labels = ["windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"];
    for (label, text) in labels.iter().flat_map(|label| [UKRAINIAN, RUSSIAN].map(|text| (label, text.to_uppercase()))) {
        let bytes = encoded(label, &text);
        assert_eq!(decode(&bytes).text(), text, "{label}, read as {}", decode(&bytes).encoding());
    }
}

/// The variants of an encoding have the names that people know them by.
#[test]
fn names_of_variants() {
    for (label, text, name) in [("koi8-r", RUSSIAN, "KOI8-R"), ("koi8-u", UKRAINIAN, "KOI8-U"), ("gbk", CHINESE, "GBK")]
    {
        assert_eq!(decode(&encoded(label, text)).encoding().name(), name);
    }
}

/// A page of much markup and few words, thrice.
fn in_page(text: &str) -> String {
    let script = "<script>function show(a, b) { return a && b ? a[b] : null; }</script>\n".repeat(20);
    format!("<html><head>{script}</head><body class=\"page\">\n<p>{text}</p>\n").repeat(3)
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
    for text in [UKRAINIAN, GERMAN, "Plain words.", "a\n\nb 𝒳 c", GREEK, CHINESE, JAPANESE, KOREAN, HEBREW, THAI] {
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

/// What the prescan of the HTML standard takes for a declaration, and what not.
#[test]
fn forms_of_declarations() {
    let cases = [
        ("<meta content='text/html; charset=koi8-u' http-equiv=content-type>", FoundBy::Declared),
        ("<meta name=x content=y><meta charset=KOI8-U>", FoundBy::Declared),
        ("<meta http-equiv=\"Content-Type\" content=\"text/html;charset = 'koi8-u' \">", FoundBy::Declared),
        ("<?xml version='1.0' encoding = 'KOI8-U' ?><a/>", FoundBy::Declared),
        ("<!-- > --><meta/charset=\"koi8-u\"/>", FoundBy::Declared),
        ("<!-- <meta charset=koi8-u> -->", FoundBy::Detected),
        ("<!-- <meta charset=koi8-u>", FoundBy::Detected),
        ("<metadata charset=koi8-u>", FoundBy::Detected),
        ("<meta name=description content='charset=koi8-u'>", FoundBy::Detected),
        ("<a charset=koi8-u>", FoundBy::Detected),
        ("<meta charset", FoundBy::Detected),
        ("<meta charset=", FoundBy::Detected),
    ];
    for (head, found_by) in cases {
        let page = format!("{head}\n{UKRAINIAN}");
        let bytes = encoded("koi8-u", &page);
        let decoded = decode(&bytes);
        assert_eq!((decoded.text(), decoded.found_by()), (page.as_str(), found_by), "{head}");
    }
}

/// A claim counts unless the bytes cannot be so, or are far more plausible in another encoding.
#[test]
fn hints() {
    // (hint, the bytes' true encoding, text, found by)
    let cases = [
        ("windows-1251", "windows-1251", UKRAINIAN, FoundBy::Hint),
        ("text/html; charset=windows-1251", "windows-1251", UKRAINIAN, FoundBy::Hint),
        ("Text/HTML;Charset=\"KOI8-U\"; x=y", "koi8-u", UKRAINIAN, FoundBy::Hint),
        (" cp1251 ", "windows-1251", "Так", FoundBy::Hint),
        ("koi8-r", "koi8-r", "Да", FoundBy::Hint),
        ("iso-8859-15", "iso-8859-15", "300 €", FoundBy::Hint),
        ("shift_jis", "shift_jis", JAPANESE, FoundBy::Hint),
        ("windows-1252", "iso-8859-2", POLISH, FoundBy::Detected),
        ("iso-8859-1", "windows-1251", RUSSIAN, FoundBy::Detected),
        ("iso-8859-1", "shift_jis", JAPANESE, FoundBy::Detected),
        ("utf-8", "windows-1251", RUSSIAN, FoundBy::Detected),
        ("utf-16le", "windows-1251", RUSSIAN, FoundBy::Detected),
        ("windows-1251", "utf-8", UKRAINIAN, FoundBy::Validity),
        ("text/html", "windows-1251", RUSSIAN, FoundBy::Detected),
        ("charset=", "windows-1251", RUSSIAN, FoundBy::Detected),
        ("", "windows-1251", RUSSIAN, FoundBy::Detected),
    ];
    for (hint, label, text, found_by) in cases {
        let bytes = encoded(label, text);
        let decoded = decode_with_hint(&bytes, hint);
        assert_eq!((decoded.text(), decoded.found_by()), (text, found_by), "{hint:?} for {label}");
    }
    let page = encoded("windows-1251", &format!("<meta charset=windows-1251>{RUSSIAN}"));
    assert_eq!(decode_with_hint(&page, "koi8-r").found_by(), FoundBy::Declared);
    assert_eq!(decode_with_hint(&utf_16(RUSSIAN, true, u16::to_le_bytes), "koi8-r").found_by(), FoundBy::ByteOrderMark);
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
