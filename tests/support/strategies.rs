//! What the property tests try.

use chysto::{Cleaner, NormalizeOptions, Options, Preset, Role, RoleSet, style};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The names of the built-in packs.
const PACKS: &[&str] = &["common", "de", "en", "pl", "ru", "uk"];

const PIECES: &[&str] = &[
    "&amp;amp;",
    "&#8203;",
    "&nbsp;",
    "&lt;",
    "&#x410;",
    "&#0;",
    "&#xd800;",
    "&#10;",
    "&#13;",
    "&",
    "&#",
    "amp;",
    "&Cfr;",
    "&bne;",
    "&ngE;",
    "&copy",
    "&eacute",
    "&#39",
    "&amp;nbsp",
    "&lt=",
    "`",
    "<code>",
    "</code>",
    "if (",
    ");",
    " = ",
    "\u{1b}[31m",
    "\u{1b}]0;",
    "\u{1b}\\",
    "\u{1b}(B",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}",
    "ᠨᠡᠷ\u{180e}ᠡ",
    "\u{115f}\u{1161}",
    "\u{1100}\u{1160}\u{11a8}",
    "ភាសា\u{200b}ខ្មែរ",
    "\u{202b}שלום!\u{202c}",
    "שלום\u{200f} (a)",
    "سلام\u{61c} 12",
    "in the of ",
    "le la des ",
    " !",
    " : ",
    " ;",
    " ?!",
    "\u{fffd}",
    "👩\u{200d}👩\u{200d}👧",
    "🏳\u{fe0f}\u{200d}🌈",
    "👍🏽",
    "🇺🇦",
    "1\u{fe0f}\u{20e3}",
    "क\u{94d}\u{200d}ष",
    "می\u{200c}خواهم",
    "http://a.example/b?c=d&amp;e",
    "a@b.example",
    "• ",
    "- ",
    "12:30",
    "2024-04-21",
    "21.04.2024",
    "18643 переглядів",
    "Read also: ",
    "Cупер",
    "Пpивiт",
    "COVID-19",
    "м²",
    "\u{212b}",
    "\u{2126}",
    "\u{1100}\u{1161}\u{11a8}",
    "가\u{11a8}",
    "ﬁ",
    "\u{344}",
    "\u{f73}",
    " ,",
    " .",
    " . ",
    ")",
    "»",
    "%",
    "\r\n",
    "\n\n",
    "Top of page\n",
    "©",
    "don’t",
    "п’ять п'ять пʼять",
    "“a” ‘b’ «c»",
    "´",
    "…",
    " – ",
    "за\u{301}мок",
    "зáмок",
    "сѐ",
    "и\u{300}",
    "＆amp；",
    "Ａ＂",
    "２０２４-０４-２１｜Ａ",
    "21.04.2024\u{2009}|\u{2009}",
    "ｶﾞ",
    "ﷺ",
    "ǆ",
    "Straße",
    "İı",
    "ᾳ",
    "ǽ",
    "ł\u{301}",
    "٢٠",
    "مُـ",
    "ё",
    "ґ",
    "exam-\nple text",
    "під\u{ad}\nпри-\n",
    "-\n",
    "\u{ad}",
];

/// Strings of characters that text libraries trip over.
pub fn odd_text() -> impl Strategy<Value = String> {
    vec(piece(), 0..80).prop_map(|pieces| pieces.concat())
}

/// Pages whose article has lines that say something about it, in values of all kinds and lengths.
pub fn labelled_page() -> impl Strategy<Value = String> {
    let line =
        (select(LABELS), vec(select(VALUES), 0..60)).prop_map(|(label, values)| label.to_owned() + &values.concat());
    let title = "Storks return to the old mill by the river";
    let text = "The old mill by the lower bridge opens again on Sunday, and a family of storks has moved in.";
    (vec(line.clone(), 0..6), vec(line, 0..4)).prop_map(move |(above, below)| {
        [&[title.to_owned()][..], &above, &[text.to_owned()], &below].concat().join("\n")
    })
}

/// What names a value, or says it in words; the first ones stand alone on a line.
const LABELS: &[&str] = &[
    "",
    "Author\n",
    "Tags\n",
    "Date\n",
    "Author: ",
    "By ",
    "Tags: ",
    "Topics: ",
    "Published: ",
    "Updated on ",
    "Source: ",
    "Category: ",
    "Photo: ",
    "Views: ",
    "Posted by ",
    "Reading time: ",
    "Автор: ",
    "Теги: ",
    "Опубликовано: ",
    "Джерело: ",
    "Фото: ",
];

/// What stands behind a label, one after another.
const VALUES: &[&str] = &[
    "Anna Hill",
    "Bob Gray, editor",
    "Оксана Вітер",
    "Иван Мельник",
    " and ",
    " и ",
    ", ",
    " | ",
    "; ",
    ": ",
    " - ",
    "/",
    "Tags: ",
    "photo: ",
    "storks",
    "the river",
    "Old Mill",
    "2024-04-21",
    "12 March 2025",
    "11/01/2012",
    "2 hours ago",
    "at 12:30",
    "18",
    " ",
    "1,204",
    "\n",
    "&amp;",
    "\u{200b}",
    "ˮ",
    "é",
    "李文蕊",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => characters(' '..='~'),
        4 => characters('А'..='ѓ'),
        2 => select(PIECES).prop_map(str::to_owned),
        2 => characters('\u{300}'..='\u{36f}'),
        2 => any_of("\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{34f}\u{180e}\u{fe0f}\u{61c}\u{e0020}\u{e007f}\u{3164}\u{ffa0}\u{115f}\u{1160}"),
        1 => any_of("\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}"),
        3 => any_of(" \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2000}\u{2003}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}"),
        1 => characters('\u{0}'..='\u{1f}'),
        1 => characters('\u{7f}'..='\u{ff}'),
        1 => characters('一'..='丏'),
        1 => characters('\u{1100}'..='\u{11ff}'),
        1 => characters('\u{590}'..='\u{6ff}'),
        1 => characters('\u{900}'..='\u{97f}'),
        1 => characters('Ͱ'..='ϻ'),
        2 => any_of("aаcсeеoоpрxхyуiіAАBВCСEЕHНKКMМOОPРTТXХ"),
        1 => any_of("'’‘ʼʻ`´′“”„«»‹›-‐–—…•©↔❤\u{fe0e}\u{fe0f}\u{20e3}🏽🇺áéóѐѝ"),
        1 => characters('\u{ff01}'..='\u{ffee}'),
        1 => characters('\u{1f00}'..='\u{1fff}'),
        2 => any::<char>().prop_map(String::from),
    ]
}

fn characters(range: std::ops::RangeInclusive<char>) -> impl Strategy<Value = String> {
    vec(proptest::char::range(*range.start(), *range.end()), 1..6).prop_map(String::from_iter)
}

fn any_of(characters: &'static str) -> impl Strategy<Value = String> {
    select(characters.chars().collect::<Vec<_>>()).prop_map(String::from)
}

/// Lines of words with nothing between them but single blanks: letters and digits
/// of any one script a word, and marks. Capital letters only begin words, and letters
/// with accents stand alone, and words have a letter without a look-alike: else chance makes
/// misread text, and words of look-alikes.
pub fn plain_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => "[a-z]{0,5}[dfgvwz][a-z]{0,4}",
        3 => "[А-ЯІЇЄҐЁ]?[а-яіїєґё]{0,3}[бгджзлпцчшщ][а-яіїєґё]{0,4}",
        1 => "[a-z]{1,3}[à-öø-ÿ]?[a-z]{1,3}",
        1 => "[α-ω]{1,6}",
        1 => "[א-ת]{1,6}",
        1 => "[ء-ي]{1,6}",
        1 => "[0-9]{1,6}",
        1 => "[一-丏]{1,6}",
        1 => "[가-힣]{1,6}",
        1 => "[\\u{900}-\\u{DFF}]{1,6}",
        1 => "[\\u{E00}-\\u{E7F}\\u{F00}-\\u{17FF}]{1,6}",
        1 => any::<char>().prop_filter("letters", |c| c.is_alphanumeric() && !is_filler(*c)).prop_map(String::from),
    ];
    vec(word.prop_filter("words", |word| word.chars().all(|c| !c.is_whitespace() && !is_filler(c))), 1..30)
        .prop_map(|words| words.join(" "))
}

/// Letters by their properties, but invisible.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{180e}')
}

/// Bytes of all kinds: random ones, odd text in UTF-8, UTF-16 or a legacy
/// encoding, and any of them cut or with a stray byte.
pub fn odd_bytes() -> impl Strategy<Value = Vec<u8>> {
    let encoded = (odd_text(), 0..6_u8).prop_map(|(text, encoding)| encoded(&text, encoding));
    let whole = prop_oneof![vec(any::<u8>(), 0..300), encoded];
    (whole, any::<proptest::sample::Index>(), any::<u8>(), 0..4_u8).prop_map(|(mut bytes, at, byte, damage)| {
        let at = at.index(bytes.len() + 1);
        match damage {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, byte),
            _ => {}
        }
        bytes
    })
}

fn encoded(text: &str, encoding: u8) -> Vec<u8> {
    match encoding {
        0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        2 => encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
        3 => encoding_rs::KOI8_U.encode(text).0.into_owned(),
        4 => encoding_rs::GB18030.encode(text).0.into_owned(),
        _ => text.as_bytes().to_vec(),
    }
}

/// The bytes that a generated page is made from.
pub fn page_choices() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..400)
}

/// Options of all kinds.
pub fn options() -> impl Strategy<Value = Options> {
    let keep = prop_oneof![
        2 => Just(RoleSet::default()),
        1 => Just(RoleSet::all()),
        3 => subsequence(Role::ALL, 0..=Role::ALL.len()).prop_map(RoleSet::from_iter),
    ];
    let language = proptest::option::of(select(vec!["uk", "en", "ru", "de", "pl", "sr-Latn", "xx"]));
    let packs = proptest::option::weighted(0.2, subsequence(PACKS, 0..=PACKS.len()));
    let repairs = (any::<[bool; 7]>(), any::<bool>());
    (keep, repairs, foldings(), language, packs).prop_map(|(keep, (repairs, all), foldings, language, packs)| {
        let mut options = Options::default();
        options.normalize = foldings;
        options.keep = keep;
        options.language = language.map(|code| code.parse().expect("a language code"));
        options.packs = packs.map(|names| names.into_iter().map(str::to_owned).collect());
        let [entities, invisible, control, nfc, white_space, mojibake, mixed_script] = repairs.map(|on| on || all);
        let normalize = &mut options.normalize;
        (normalize.entities, normalize.invisible, normalize.control) = (entities, invisible, control);
        (normalize.nfc, normalize.white_space, normalize.mixed_script) = (nfc, white_space, mixed_script);
        normalize.mojibake = mojibake;
        options
    })
}

/// Presets, and any choices of all foldings.
fn foldings() -> impl Strategy<Value = NormalizeOptions> {
    let preset = || select(Preset::ALL).prop_map(NormalizeOptions::preset);
    let single = (preset(), 0..16_usize, any::<u8>()).prop_map(|(mut options, option, choice)| {
        choose(&mut options, option, choice.into());
        options
    });
    let any = any::<[u8; 16]>().prop_map(|choices| {
        let mut options = NormalizeOptions::default();
        choices.iter().enumerate().for_each(|(option, choice)| choose(&mut options, option, (*choice).into()));
        options
    });
    prop_oneof![1 => preset(), 1 => single, 1 => any]
}

/// Gives the folding of number `option` one of its choices.
fn choose(options: &mut NormalizeOptions, option: usize, choice: usize) {
    match option {
        0 => options.compatibility = of(style::Compatibility::ALL, choice),
        1 => options.widths = of(style::Widths::ALL, choice),
        2 => options.ligatures = of(style::Ligatures::ALL, choice),
        3 => options.quotes = of(style::Quotes::ALL, choice),
        4 => options.dashes = of(style::Dashes::ALL, choice),
        5 => options.ellipsis = of(style::Ellipsis::ALL, choice),
        6 => options.bullets = of(style::Bullets::ALL, choice),
        7 => options.apostrophes = of(style::Apostrophes::ALL, choice),
        8 => options.stress = of(style::Stress::ALL, choice),
        9 => options.yo = of(style::Yo::ALL, choice),
        10 => options.ghe = of(style::Ghe::ALL, choice),
        11 => options.case = of(style::Case::ALL, choice),
        12 => options.diacritics = of(style::Diacritics::ALL, choice),
        13 => options.emoji = of(style::Emoji::ALL, choice),
        14 => options.digits = of(style::Digits::ALL, choice),
        _ => options.hyphens = of(style::Hyphens::ALL, choice),
    }
}

fn of<T: Copy>(choices: &[T], choice: usize) -> T {
    choices[choice % choices.len()]
}

pub fn cleaner(options: Options) -> Cleaner {
    Cleaner::builder().options(options).build().expect("all packs are built in")
}
