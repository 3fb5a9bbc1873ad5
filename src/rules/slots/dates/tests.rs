use super::date;
use crate::rules::RuleSet;
use crate::rules::builtin::with_packs;
use crate::rules::tokens::Tokens;
use std::sync::LazyLock;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| with_packs(|packs| RuleSet::new(packs)));

/// The date that begins `text` in this language, and what stands behind it.
fn read<'t>(text: &'t str, language: &str) -> Option<(String, &'t str)> {
    let mut tokens = Tokens::default();
    RULES.tokenize(text, &mut tokens);
    let view = RULES.view(text, &tokens, language.parse().ok().into());
    let reading = date(&view, 0)?;
    let rest = &text[tokens[reading.end - 1].end as usize..];
    Some((reading.date.map_or("none".to_owned(), |date| date.to_string()), rest))
}

#[test]
fn dates_are_read_whole() {
    let cases = [
        ("14. 4. 2023 14:20", "cs", "2023-04-14T14:20"),
        ("13. 5. 2024", "sk", "2024-05-13"),
        ("13.05.2024. u 14:20", "hr", "2024-05-13T14:20"),
        ("2024.07.04. 09:12", "hu", "2024-07-04T09:12"),
        ("2024. július 3", "hu", "2024-07-03"),
        ("2024. július 3. 9:12", "hu", "2024-07-03T09:12"),
        ("2024 жылғы 3 қазан", "kk", "2024-10-03"),
        ("2025. gada 14. martā plkst. 14.20", "lv", "2025-03-14T14:20"),
        ("2025 m. kovo 14 d. 14:20", "lt", "2025-03-14T14:20"),
        ("14 mars 2025 kl. 14.20", "sv", "2025-03-14T14:20"),
        ("14.3.2025 klo 14.20", "fi", "2025-03-14T14:20"),
        ("14. märts 2025 kell 14.20", "et", "2025-03-14T14:20"),
        ("14 marzo 2025 ore 14.20", "it", "2025-03-14T14:20"),
        ("14. 3. 2025 ob 14.20", "sl", "2025-03-14T14:20"),
        ("14 Maret 2025 pukul 19.40", "id", "2025-03-14T19:40"),
        ("segunda-feira, 5 de maio de 2025", "pt", "2025-05-05"),
        ("12 آذار/مارس 2024", "ar", "2024-03-12"),
        ("12 مارس، 2024", "ar", "2024-03-12"),
        ("5 May 2024, 2:20 p. m.", "es", "2024-05-05T14:20"),
        ("14/3/2025, 2:20 μ.μ.", "el", "2025-03-14T14:20"),
        ("14/3/2025, 2:20 π.μ.", "el", "2025-03-14T02:20"),
    ];
    for (text, language, expected) in cases {
        let (date, rest) = read(text, language).unwrap_or_else(|| panic!("no date: {text}"));
        assert!(date.starts_with(expected), "{text}: {date}");
        assert!(rest.is_empty() || rest == ".", "{text}: {rest:?}");
    }
}

#[test]
fn what_follows_a_date_stays() {
    let cases = [
        ("21 settembre 2024: la festa", "it", "2024-09-21", ": la festa"),
        ("5 May 2024 at 3.50 dollars", "en", "2024-05-05", " 3.50 dollars"),
        ("14. 4. 2023. Drugi dan", "hr", "2023-04-14", ". Drugi dan"),
        ("14 mars 2025 kl. 99.20", "sv", "2025-03-14", " 99.20"),
    ];
    for (text, language, expected, behind) in cases {
        assert_eq!(read(text, language), Some((expected.to_owned(), behind)), "{text}");
    }
}

#[test]
fn other_numbers_are_no_dates() {
    for text in ["14. 4. 23", "2024 3 May 5", "1. 2. 3. 2024", "31. 2. 2023", "2024. 300 Mai", "2024 km"] {
        assert_eq!(read(text, "de"), None, "{text}");
    }
}
