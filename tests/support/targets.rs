//! What the fuzz targets do with an input; the regression test does it too.

use chysto::{Cleaner, Pack};

use super::{dates as readings, invariants, romanisation};

type Target = fn(&[u8]);

pub const ALL: &[(&str, Target)] = &[
    ("clean_bytes", clean_bytes),
    ("normalize", normalize),
    ("options_and_packs", options_and_packs),
    ("translit", translit),
    ("dates", dates),
    #[cfg(feature = "serde")]
    ("json", json),
];

/// A page with something of everything, for options and packs of all kinds.
const PAGE: &str = "\u{feff}Top of page\r\n\r\nОld bridge &amp; river\n\n • 18643 переглядiв\n2024-04-21 12:30 CNN\n\n\
    After two years of repairs , the old bridge over the river is open again.\n\nRead also: What the town paid\n\
    Автор: Соломія Гайдук\nTags: one, two\nA\u{30a}ngstro\u{308}m\u{200b} &#8203;\n\nУ неділю  в місті знову відкрили старий міст.\n12 bells\n© 2024";

pub fn clean_bytes(input: &[u8]) {
    invariants::check_bytes(&Cleaner::new(), input);
}

pub fn normalize(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    invariants::check_normalize(&Cleaner::new(), &text);
}

/// The input is TOML; whatever it configures must keep the promises. What stands
/// before a NUL is options, the rest a pack; without one, it is tried as both.
pub fn options_and_packs(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let (options, pack) = text.split_once('\0').unwrap_or((&text, &text));
    let mut builder = Cleaner::builder();
    #[cfg(not(feature = "serde"))]
    let _ = options;
    #[cfg(feature = "serde")]
    match chysto::Options::from_toml("options.toml", options) {
        Ok(options) => builder = builder.options(options),
        Err(error) => assert!(error.is_options() && is_one_line(&error), "{error:?}"),
    }
    match Pack::parse("pack.toml", pack) {
        Ok(pack) => builder = builder.pack(pack),
        Err(error) => assert!(error.is_pack() && is_one_line(&error), "{error:?}"),
    }
    match builder.build() {
        Ok(cleaner) => invariants::check(&cleaner, PAGE),
        Err(error) => assert!(error.is_options() && is_one_line(&error), "{error:?}"),
    }
}

pub fn translit(input: &[u8]) {
    romanisation::check(&String::from_utf8_lossy(input));
}

/// The first line is a language, or none; the rest is a text that may be a date or a number.
pub fn dates(input: &[u8]) {
    let input = String::from_utf8_lossy(input);
    let (language, text) = input.split_once('\n').unwrap_or(("", &input));
    readings::check(&Cleaner::new(), text, language.parse().ok());
}

fn is_one_line(error: &chysto::Error) -> bool {
    !error.to_string().contains('\n')
}

#[cfg(feature = "serde")]
pub fn json(input: &[u8]) {
    super::json::check_foreign(&String::from_utf8_lossy(input));
}
