//! The foldings of `normalize`: presets by pairs of spellings, options by examples.

use chysto::{Cleaner, NormalizeOptions, Preset, style};

fn folded(options: NormalizeOptions, text: &str) -> String {
    Cleaner::builder().normalize(options).build().expect("no packs are named").normalize(text).text().to_owned()
}

/// Spellings that a reader takes for the same.
const SAME: &[(&str, &str)] = &[
    // Case, in scripts that have it.
    ("Straße", "STRASSE"),
    ("Straße", "STRAẞE"),
    ("ΟΔΥΣΣΕΥΣ", "Οδυσσεύς"),
    ("КИЇВ", "Київ"),
    ("ЕРЕВАН", "Ереван"),
    ("ԵՐԵՒԱՆ", "Երևան"),
    ("İSTANBUL", "istanbul"),
    ("DİYARBAKIR", "Diyarbakır"),
    ("ǅep", "džep"),
    ("ſonne", "Sonne"),
    // Apostrophes.
    ("п'ять", "п’ять"),
    ("п’ять", "пʼять"),
    ("п`ять", "п'ять"),
    ("п′ять", "п´ять"),
    ("don't", "don’t"),
    ("L‘été", "l'ete"),
    ("Hawaiʻi", "Hawai'i"),
    ("ʻokina", "‘okina"),
    ("Oʻzbekiston", "O‘zbekiston"),
    ("Gorʹkij", "Gor'kij"),
    ("c’hoar", "cʼhoar"),
    ("צה״ל", "צה\"ל"),
    ("צ׳ק", "צ'ק"),
    // Quotation marks, dashes, ellipses.
    ("«Так»", "„Так“"),
    ("“yes”", "\"yes\""),
    ("‹non›", "‘non’"),
    ("「はい」", "『はい』"),
    ("1939–1945", "1939-1945"),
    ("так — ні", "так – ні"),
    ("Нью‑Йорк", "Нью-Йорк"),
    ("−5", "-5"),
    ("בית־ספר", "בית-ספר"),
    ("and so on…", "and so on..."),
    ("• item", "∙ item"),
    // Stress and the letters that print leaves out.
    ("за\u{301}мок", "замок"),
    ("зáмок", "замок"),
    ("Украї\u{301}на", "Україна"),
    ("бъ\u{301}лгарски", "български"),
    ("мѝлост", "милост"),
    ("ёлка", "елка"),
    ("Ё\u{301}лка", "Елка"),
    ("Королёв", "Королев"),
    ("ґанок", "ганок"),
    ("Ґудзик", "гудзик"),
    ("ґрунт", "грунт"),
    // Diacritics.
    ("café", "cafe"),
    ("cafe\u{301}", "café"),
    ("Łódź", "Lodz"),
    ("Ørsted", "Orsted"),
    ("Đorđević", "Dordevic"),
    ("œuvre", "oeuvre"),
    ("Læsø", "Laeso"),
    ("Þór", "Thor"),
    ("naïve", "naive"),
    ("São Paulo", "Sao Paulo"),
    ("Dvořák", "Dvorak"),
    ("Ångström", "A\u{30a}ngstrom"),
    ("\u{212b}ngström", "Ångström"),
    ("Việt Nam", "Viet Nam"),
    ("Ελλάδα", "ΕΛΛΑΔΑ"),
    ("ἄνθρωπος", "ανθρωπος"),
    ("Ġgantija", "Ggantija"),
    ("Ħal", "Hal"),
    ("Škoda", "Skoda"),
    ("señor", "senor"),
    ("Kraków", "Krakow"),
    ("București", "Bucureşti"),
    // Points, and letters of keyboards.
    ("مُحَمَّد", "محمد"),
    ("كتـــاب", "كتاب"),
    ("أحمد", "احمد"),
    ("ایران", "ايران"),
    ("کتاب", "كتاب"),
    ("مصطفى", "مصطفي"),
    ("שָׁלוֹם", "שלום"),
    // Widths, ligatures, compatibility.
    ("Ｔｏｋｙｏ", "Tokyo"),
    ("ｶﾞｲﾄﾞ", "ガイド"),
    ("oﬃce", "office"),
    ("ﻻ", "لا"),
    ("ĳs", "ijs"),
    ("№ 5", "No 5"),
    ("５％", "5%"),
    ("Ⅳ", "IV"),
    ("㍿", "株式会社"),
    // Digits.
    ("٢٠٢٤", "2024"),
    ("२०२४", "2024"),
    ("۱۴۰۳", "1403"),
    // What cannot be seen.
    ("co\u{ad}operate", "cooperate"),
    ("zero\u{200b}width", "zerowidth"),
    ("10\u{a0}km", "10 km"),
    ("❤\u{fe0f}", "❤"),
    ("👍🏽", "👍"),
    ("Q&amp;A", "q＆a"),
    // Mixed-up scripts.
    ("Cупер", "супер"),
];

/// Spellings that a reader takes for two words, and those that no rule can tell
/// without the language.
const DIFFERENT: &[(&str, &str)] = &[
    // Letters of their own, whatever marks their shape has.
    ("мій", "мии"),
    ("край", "краи"),
    ("бій", "біи"),
    ("їв", "ів"),
    ("їжа", "іжа"),
    ("її", "іі"),
    ("Київ", "Киив"),
    ("кит", "кіт"),
    ("лис", "ліс"),
    ("есть", "єсть"),
    ("моє", "мое"),
    ("быў", "быу"),
    ("ѓон", "гон"),
    ("ќе", "ке"),
    ("ѝ", "и"),
    ("сѐ", "се"),
    ("шар", "щар"),
    ("мел", "мель"),
    ("съезд", "сезд"),
    ("объём", "обем"),
    ("дӣгар", "дигар"),
    ("қала", "кала"),
    ("өзен", "озен"),
    ("ћуп", "чуп"),
    ("њива", "нива"),
    ("ђак", "дак"),
    ("љут", "лут"),
    // Other scripts' marks are letters.
    ("は", "ば"),
    ("か", "が"),
    ("ハ", "パ"),
    ("कि", "क"),
    ("कम", "काम"),
    ("มา", "ม่า"),
    ("가", "각"),
    ("あ", "ア"),
    // Letters without a mark of their own.
    ("سؤال", "سوال"),
    ("مدرسة", "مدرسه"),
    ("שלום", "שלם"),
    ("Löwe", "Loewe"),
    ("Müller", "Mueller"),
    ("ŋ", "n"),
    ("ə", "e"),
    // Scripts are never exchanged.
    ("Київ", "Kyiv"),
    ("сор", "cop"),
    ("Α", "A"),
    // Punctuation keeps words apart.
    ("п'ять", "пять"),
    ("well-known", "wellknown"),
    ("we're", "were"),
    ("'so'", "\"so\""),
    ("a...", "a."),
    ("5%", "5"),
    ("C++", "C"),
    ("1,5", "1.5"),
    ("12", "21"),
    ("I ❤ it", "I it"),
    ("👍", "👎"),
];

#[test]
fn search_makes_the_same_what_a_reader_takes_for_the_same() {
    for (one, other) in SAME {
        let (one, other) = (folded(Preset::Search.into(), one), folded(Preset::Search.into(), other));
        assert_eq!(one, other);
    }
}

#[test]
fn search_keeps_apart_what_a_reader_keeps_apart() {
    for (one, other) in DIFFERENT {
        assert_ne!(folded(Preset::Search.into(), one), folded(Preset::Search.into(), other), "{one}, {other}");
    }
}

/// Every folding of a preset does something there.
#[test]
fn every_pair_needs_the_preset() {
    let faithful = |text: &str| folded(Preset::Faithful.into(), text);
    let needless: Vec<_> = SAME.iter().filter(|(one, other)| faithful(one) == faithful(other)).collect();
    // What repairs do alone: NFC, invisible characters, odd blanks.
    assert!(needless.len() <= 5, "{needless:?}");
}

#[test]
fn plain_is_ascii_punctuation_and_all_letters() {
    let cases = [
        ("„Ёлка“ – це «ґанок»…", "\"Ёлка\" - це \"ґанок\"..."),
        ("п’ять, don’t, ‘so’", "п'ять, don't, 'so'"),
        ("• item ‣ item", "* item * item"),
        ("café №5 Ａ 👍 ٢ за\u{301}мок", "café №5 Ａ 👍 ٢ за\u{301}мок"),
    ];
    for (text, wanted) in cases {
        assert_eq!(folded(Preset::Plain.into(), text), wanted);
        assert_eq!(folded(Preset::Faithful.into(), text), text);
    }
}

/// A folding, what it makes of a text, and the rule that its first edit names.
type Case = (fn(&mut NormalizeOptions), &'static str, &'static str, &'static str);

const OPTIONS: &[Case] = &[
    (|o| o.compatibility = style::Compatibility::Nfkc, "x² №5", "x2 No5", "letters/nfkc"),
    (|o| o.widths = style::Widths::Fold, "Ａ！ x²", "A! x²", "letters/width"),
    (|o| o.ligatures = style::Ligatures::Split, "oﬃce x²", "office x²", "letters/ligature"),
    (|o| o.quotes = style::Quotes::Ascii, "«Don’t»", "\"Don’t\"", "style/quotes"),
    (|o| o.dashes = style::Dashes::Ascii, "a — b…", "a - b…", "style/dashes"),
    (|o| o.ellipsis = style::Ellipsis::Ascii, "a — b…", "a — b...", "style/ellipsis"),
    (|o| o.bullets = style::Bullets::Ascii, "• a", "* a", "style/bullets"),
    (|o| o.apostrophes = style::Apostrophes::Ascii, "п’ять ‘пʼять’", "п'ять ‘п'ять’", "style/apostrophes"),
    (|o| o.apostrophes = style::Apostrophes::Typographic, "п'ять пʼять 'a'", "п’ять п’ять 'a'", "style/apostrophes"),
    (|o| o.apostrophes = style::Apostrophes::Letter, "п'ять п’ять", "пʼять пʼять", "style/apostrophes"),
    (|o| o.stress = style::Stress::Remove, "за\u{301}мок, ё, café", "замок, ё, café", "style/stress"),
    (|o| o.yo = style::Yo::Fold, "Ёж ещё, ґ", "Еж еще, ґ", "style/yo"),
    (|o| o.ghe = style::Ghe::Fold, "Ґанок, ё", "Ганок, ё", "style/ghe"),
    (|o| o.case = style::Case::Fold, "Straße ΟΔΟΣ É", "strasse οδοσ é", "style/case"),
    (|o| o.diacritics = style::Diacritics::Fold, "Éł й ї", "El й ї", "style/diacritics"),
    (|o| o.emoji = style::Emoji::Fold, "👍🏽 ❤\u{fe0f}", "👍 ❤", "style/emoji"),
    (|o| o.emoji = style::Emoji::Remove, "a 👩\u{200d}🚀 b 🇺🇦, ©1", "a b, ©1", "style/emoji"),
    (|o| o.digits = style::Digits::Ascii, "٢٠ x²", "20 x²", "style/digits"),
    (|o| o.hyphens = style::Hyphens::Join, "exam-\nple text", "example\ntext", "layout/hyphen"),
];

#[test]
fn each_option_does_its_own_alone() {
    for (set, text, wanted, rule) in OPTIONS {
        let mut options = NormalizeOptions::default();
        set(&mut options);
        let cleaner = Cleaner::builder().normalize(options).build().expect("no packs are named");
        let normalized = cleaner.normalize(text);
        assert_eq!(normalized.text(), *wanted);
        assert!(normalized.edits().any(|edit| edit.rule().name() == *rule), "{rule}");
        assert_eq!(normalized.restore(), *text);
        assert_eq!(chysto::normalize(text), *text, "the default folds nothing");
    }
}

/// What one folding makes is another's or a repair's work.
#[test]
fn foldings_and_repairs_feed_each_other() {
    let search = [
        ("＆ａｍｐ；", "&"),
        ("a ﹐ b", "a, b"),
        ("ПРИВIТ", "привіт"),
        ("зaмóк", "замок"),
        ("＂Ｌ＇été＂", "\"l'ete\""),
        ("ﬁ\u{301}", "fi"),
        ("№\u{a0}٥…", "no 5..."),
        ("PCшный", "рсшный"),
    ];
    for (text, wanted) in search {
        assert_eq!(folded(Preset::Search.into(), text), wanted);
        assert_eq!(folded(Preset::Search.into(), wanted), wanted);
    }
}

/// Every character of the first two planes, by itself and among letters.
#[test]
fn folded_text_is_folded() {
    let characters = || (char::MIN..='\u{1FFFF}').filter(|c| !c.is_control());
    let mut removing = NormalizeOptions::preset(Preset::Search);
    (removing.emoji, removing.apostrophes) = (style::Emoji::Remove, style::Apostrophes::Letter);
    for options in [Preset::Search.into(), Preset::Plain.into(), removing] {
        for (before, after) in [("", ""), ("a", "b"), ("я", "ж"), ("1 ", ", e\u{301}")] {
            let lines: String = characters().map(|c| format!("{before}{c}{after}\n")).collect();
            let once = folded(options, &lines);
            let twice = folded(options, &once);
            let changed = once.lines().zip(twice.lines()).find(|(once, twice)| once != twice);
            assert_eq!(changed, None);
        }
    }
}

/// An edit stays on its side of the place where a line falls into two blocks.
#[test]
fn cleaned_text_is_clean() {
    let pages = [
        "Міст відкрито\n\n18.07.2023\u{2009}|\u{2009}30.197  хв читання\n\nУ неділю в місті знову відкрили старий міст.",
        "Міст відкрито\n\n２０２４-０４-２１｜１２：３０ Новий міст\n\nУ неділю в місті знову відкрили старий міст.",
        "Міст відкрито\n\n2024-04-21 👍 Новий міст …\n\nУ неділю в «місті» — знову відкрили старий міст.",
    ];
    let mut bare = NormalizeOptions::preset(Preset::Search);
    (bare.white_space, bare.nfc, bare.mixed_script) = (false, false, false);
    let mut removing = NormalizeOptions::preset(Preset::Search);
    removing.emoji = style::Emoji::Remove;
    for options in [Preset::Search.into(), Preset::Plain.into(), bare, removing] {
        let cleaner = Cleaner::builder().normalize(options).build().expect("all packs are built in");
        for page in pages {
            let document = cleaner.clean(page);
            assert_eq!(cleaner.clean(document.text()).text(), document.text());
            assert_eq!(document.restore(), page);
        }
    }
}

#[cfg(feature = "serde")]
mod toml {
    use chysto::{NormalizeOptions, Options, Preset, style};

    fn read(text: &str) -> Result<NormalizeOptions, String> {
        Options::from_toml("clean.toml", text).map(|options| options.normalize).map_err(|error| error.to_string())
    }

    #[test]
    fn single_options_go_over_the_preset_wherever_it_stands() {
        let mut wanted = NormalizeOptions::preset(Preset::Search);
        wanted.ghe = style::Ghe::Keep;
        wanted.entities = false;
        assert_eq!(read("[normalize]\nghe = 'keep'\npreset = 'search'\nentities = false").unwrap(), wanted);
        assert_eq!(read("normalize = { preset = 'plain' }").unwrap(), NormalizeOptions::preset(Preset::Plain));
        assert_eq!(read("[normalize]").unwrap(), NormalizeOptions::default());
    }

    #[test]
    fn errors_say_where_and_what_to_write() {
        let cases = [
            ("[normalize]\npreset = 'serach'", "clean.toml:2: `preset` has no choice `serach`; did you mean `search`?"),
            ("[normalize]\nquotes = 'asci'", "clean.toml:2: `quotes` has no choice `asci`; did you mean `ascii`?"),
            ("[normalize]\nquotes = 'x'", "clean.toml:2: `quotes` has no choice `x`; there are keep, ascii"),
            (
                "[normalize]\nnfc = true\nquots = 'ascii'",
                "clean.toml:3: no option of `normalize` is called `quots`; did you mean `quotes`?",
            ),
            ("[normalize]\n\nquotes = true", "clean.toml:3: invalid type: boolean `true`, expected a string"),
        ];
        for (text, wanted) in cases {
            assert_eq!(read(text).unwrap_err(), wanted);
        }
    }
}
