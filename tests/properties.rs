//! The library's promises, tried on all that there may be.
//!
//! `PROPTEST_CASES` sets how many of each are tried.

#[allow(unreachable_pub)]
#[path = "support/strategies.rs"]
mod strategies;
mod support;

use chysto::{Cleaner, Decoded};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use strategies::{cleaner, labelled_page, odd_bytes, odd_text, options, page_choices, plain_text};
use support::{invariants, pages};

/// Enough to find what is rare, few enough for a coffee break.
const CASES: u32 = 2_000;

fn config() -> ProptestConfig {
    let seen = FileFailurePersistence::Direct("proptest-regressions/properties.txt");
    let default = ProptestConfig {
        failure_persistence: Some(Box::new(seen)),
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig { cases: CASES, ..default },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes(bytes in odd_bytes()) {
        invariants::check_bytes(&Cleaner::new(), &bytes);
    }

    #[test]
    fn any_text(text in odd_text()) {
        invariants::check(&Cleaner::new(), &text);
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        invariants::check(&Cleaner::new(), &text);
    }

    #[test]
    fn generated_pages(choices in page_choices()) {
        invariants::check(&Cleaner::new(), &pages::page(&choices));
    }

    #[test]
    fn labelled_values(page in labelled_page()) {
        invariants::check(&Cleaner::new(), &page);
    }

    #[test]
    fn text_with_any_options(text in odd_text(), options in options()) {
        invariants::check(&cleaner(options), &text);
    }

    #[test]
    fn normalized_with_any_options(text in odd_text(), options in options()) {
        invariants::check_normalize(&cleaner(options), &text);
    }

    #[test]
    fn pages_with_any_options(choices in page_choices(), options in options()) {
        invariants::check(&cleaner(options), &pages::page(&choices));
    }

    #[test]
    fn normalized_text(text in odd_text()) {
        invariants::check_normalize(&Cleaner::new(), &text);
        prop_assert_eq!(chysto::normalize(&text), Cleaner::new().normalize(&text).into_text());
    }

    #[test]
    fn plain_text_is_untouched(text in plain_text()) {
        invariants::check_untouched(&Cleaner::new(), &text);
    }

    #[test]
    fn normalized_pages(choices in page_choices()) {
        invariants::check_normalize(&Cleaner::new(), &pages::page(&choices));
    }

    #[test]
    fn bytes_in_any_encoding(bytes in odd_bytes(), label in proptest::sample::select(ENCODINGS)) {
        let encoding: chysto::Encoding = label.parse().unwrap();
        let decoded: Decoded<'_> = chysto::decode_as(&bytes, encoding);
        let document = Cleaner::new().clean_decoded(&decoded, bytes.len());
        prop_assert_eq!(document.source(), decoded.text());
        invariants::check(&Cleaner::new(), decoded.text());
    }
}

const ENCODINGS: &[&str] =
    &["utf-8", "windows-1251", "koi8-u", "utf-16le", "utf-16be", "gb18030", "shift_jis", "iso-2022-jp", "macintosh"];

#[cfg(feature = "serde")]
proptest! {
    #![proptest_config(config())]

    /// One byte of a printed document changed: refused, or a document that holds together.
    #[test]
    fn documents_changed_by_hand(text in odd_text(), at in any::<proptest::sample::Index>(), with in "[0-9a-z\\\\,\" ]{0,3}") {
        let mut printed = serde_json::to_string(&chysto::clean(&text)).unwrap();
        let at = support::boundary(&printed, at.index(printed.len()));
        let end = printed[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        printed.replace_range(at..end, &with);
        support::json::check_foreign(&printed);
    }

    #[test]
    fn options_printed_and_read(options in options()) {
        let printed = serde_json::to_string(&options).unwrap();
        prop_assert_eq!(serde_json::from_str::<chysto::Options>(&printed).unwrap(), options);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 20 + 1, ..config() })]

    #[test]
    fn many_threads(choices in proptest::collection::vec(page_choices(), 1..6)) {
        let sources: Vec<String> = choices.iter().map(|choices| pages::page(choices)).collect();
        invariants::check_threads(&Cleaner::new(), &sources);
    }
}
