//! Text that was read in a wrong charset, of many languages and by many ways, and
//! right text that looks a little like it.

use chysto::{Cleaner, EditRule};
use encoding_rs::Encoding;

/// A sentence or two in each language, and the charsets in which it was written once.
const TEXTS: &[(&str, &str, &[&str])] = &[
    ("ru", "Вчера вечером на старом мосту снова зажгли фонари, и горожане вышли посмотреть на реку.", CYRILLIC),
    ("uk", "Учора ввечері на старому мосту знову засвітили ліхтарі, і містяни вийшли подивитися на річку.", UKRAINIAN),
    ("bg", "Снощи на стария мост отново запалиха фенерите и гражданите излязоха да погледат реката.", CYRILLIC),
    (
        "be",
        "Учора ўвечары на старым мосце зноў запалілі ліхтары, і гараджане выйшлі паглядзець на раку.",
        &["windows-1251", "koi8-u"],
    ),
    ("sr", "Синоћ су на старом мосту поново упаљени фењери, па су грађани изашли да гледају реку.", &["windows-1251"]),
    (
        "pl",
        "Wczoraj wieczorem na starym moście znów zapłonęły latarnie, więc ludzie wyszli przyjrzeć się rzece, źródłom i łąkom.",
        &["windows-1250", "iso-8859-2"],
    ),
    (
        "cs",
        "Včera večer se na starém mostě znovu rozsvítily lucerny, a tak lidé vyšli ven, aby se dívali na řeku a na měsíc.",
        &[],
    ),
    (
        "el",
        "Χθες το βράδυ άναψαν πάλι τα φανάρια στην παλιά γέφυρα και ο κόσμος βγήκε να δει το ποτάμι.",
        &["windows-1253", "iso-8859-7"],
    ),
    ("zh", "昨天晚上，老桥上的灯又亮了起来，很多人都走出家门，到河边去看热闹。", &["gb18030"]),
    ("ja", "昨日の夜、古い橋の灯りがまたともり、町の人々は川を見に出かけました。", &["shift_jis", "euc-jp"]),
    (
        "fr",
        "Hier soir, les lanternes du vieux pont ont été rallumées, et les habitants sont sortis près de la rivière.",
        &[],
    ),
    (
        "de",
        "Gestern Abend wurden auf der alten Brücke die Laternen wieder angezündet, und die Bürger gingen hinaus an den Fluß.",
        &[],
    ),
    ("tr", "Dün akşam eski köprünün fenerleri yeniden yakıldı ve kasabalılar nehri görmek için dışarı çıktı.", &[]),
    ("he", "אתמול בערב הודלקו שוב הפנסים על הגשר הישן, והתושבים יצאו לראות את הנהר.", &[]),
    ("ar", "أضيئت المصابيح على الجسر القديم مساء أمس من جديد، وخرج الناس لرؤية النهر.", &[]),
];

const CYRILLIC: &[&str] = &["windows-1251", "koi8-r", "ibm866", "iso-8859-5"];
const UKRAINIAN: &[&str] = &["windows-1251", "koi8-u"];

/// What UTF-8 is read in, and what the legacy charsets are read in.
const READ_AS: &[&str] = &[
    "windows-1252",
    "windows-1251",
    "windows-1250",
    "koi8-r",
    "ibm866",
    "iso-8859-2",
    "iso-8859-5",
    "macintosh",
    "x-mac-cyrillic",
    "windows-1254",
    "windows-1257",
];

fn encoding(label: &str) -> &'static Encoding {
    Encoding::for_label(label.as_bytes()).expect("a label of the standard")
}

/// Bytes read in a charset; `None` where a byte has no character there.
fn read(bytes: &[u8], charset: &str) -> Option<String> {
    encoding(charset).decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

fn misread(text: &str, written: &str, charset: &str) -> Option<String> {
    let (bytes, _, lost) = encoding(written).encode(text);
    if lost { None } else { read(&bytes, charset) }
}

#[test]
fn utf_8_that_was_read_in_any_charset() {
    for (language, text, _) in TEXTS {
        for charset in READ_AS {
            let Some(broken) = misread(text, "utf-8", charset) else { continue };
            assert_eq!(chysto::normalize(&broken), *text, "{language} read in {charset}");
        }
    }
}

#[test]
fn legacy_charsets_that_were_read_in_others() {
    for (language, text, charsets) in TEXTS {
        for written in *charsets {
            for charset in ["windows-1252", "windows-1251", "koi8-r", "ibm866"] {
                let Some(broken) = misread(text, written, charset).filter(|broken| broken != text) else { continue };
                assert_eq!(chysto::normalize(&broken), *text, "{language} in {written} read in {charset}");
            }
        }
    }
}

#[test]
fn two_layers() {
    for (language, text, _) in TEXTS {
        for charset in ["windows-1252", "windows-1251", "macintosh"] {
            let twice = misread(text, "utf-8", charset).and_then(|once| misread(&once, "utf-8", charset));
            let Some(broken) = twice else { continue };
            assert_eq!(chysto::normalize(&broken), *text, "{language} read in {charset} twice");
        }
    }
}

#[test]
fn only_what_is_broken_is_mended() {
    let cases = [
        ("The cafÃ© on the river opens at nine", "The café on the river opens at nine"),
        ("Новости: РјРѕСЃС‚ РѕС‚РєСЂС‹С‚", "Новости: мост открыт"),
        ("Weâ€™ll see; he said â€œnoâ€\u{9d}", "We’ll see; he said “no”"),
        ("10 Â°C, 5 Â£", "10 °C, 5 £"),
        ("don\u{92}t", "don’t"),
        ("a \u{93}quoted\u{94} word", "a “quoted” word"),
    ];
    for (broken, right) in cases {
        assert_eq!(chysto::normalize(broken), right);
    }
}

#[test]
fn short_lines_follow_the_lines_before() {
    let broken = "Ñòàðûé ìîñò ñíîâà îòêðûò äëÿ ïåøåõîäîâ è âåëîñèïåäèñòîâ\n\nÌîñò\n\nÐåêà è ãîðîä";
    let right = "Старый мост снова открыт для пешеходов и велосипедистов\n\nМост\n\nРека и город";
    assert_eq!(chysto::normalize(broken), right);
}

#[test]
fn every_repair_is_an_edit_that_can_be_undone() {
    let broken = "РЎС‚Р°СЂС‹Р№ РјРѕСЃС‚";
    let normalized = Cleaner::new().normalize(broken);
    assert_eq!(normalized.text(), "Старый мост");
    assert!(normalized.edits().all(|edit| edit.rule() == EditRule::Mojibake));
    assert_eq!(normalized.restore(), broken);
}

/// Words, names and faces that have the look of misread text.
#[test]
fn right_text_stays() {
    let right = [
        "ВІКІ, ІКОНА, ВІЙНА і МИР",
        "Їжак і йоржі, Єва й Ґандзя",
        "ПриватБанк, УкрПошта, МакДональдз",
        "«Так…» — сказав він. „Гаразд“, — відповіла вона",
        "COÛT ÉTÉ À L’ÉCOLE, ÇA VA",
        "Ñandú, ¿qué tal? ¡Olé!",
        "ÆØÅ og æøå, Åål på Ærø",
        "Größe: 5×3 m², 20 °C, 50 €",
        "žluťoučký kůň úpěl ďábelské ódy",
        "Łódź, Żółw, źdźbło, ćma",
        "naïve façade, Brontë’s, ZOË®",
        "α-spektrum, β₂, γ-лучи, µm",
        "┌──┐ │ok│ └──┘",
        "(¬‿¬) ¯\\_(ツ)_/¯",
        "Привет! Ça va? Καλημέρα! 你好",
    ];
    for text in right {
        assert_eq!(chysto::normalize(text), text);
    }
}
