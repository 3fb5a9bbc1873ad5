//! Dates and counters as pages print them: the cases of `tests/dates.txt`, which describes their form.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use chysto::{Cleaner, DateReading, Field, Language, Role};
use support::files;

const CASES: &str = "tests/dates.txt";

/// Fewer would mean that the file is not read.
const FEWEST_CASES: usize = 450;

struct Case<'c> {
    line: usize,
    is_count: bool,
    language: &'c str,
    text: &'c str,
    expected: &'c str,
    /// What is read instead, where that is known to be wrong.
    known: Option<&'c str>,
}

impl<'c> Case<'c> {
    fn parse(line: usize, text: &'c str) -> Self {
        let parts: Vec<&str> = text.split(" | ").map(str::trim).collect();
        let (kind, language) = parts[0].split_once(' ').unwrap_or_else(|| panic!("{CASES}:{line}: no language"));
        assert!(matches!(parts.len(), 3 | 4), "{CASES}:{line}: {} parts", parts.len());
        assert!(matches!(kind, "date" | "count"), "{CASES}:{line}: `{kind}` is neither `date` nor `count`");
        let known = parts.get(3).map(|part| {
            part.strip_prefix("known: ").unwrap_or_else(|| panic!("{CASES}:{line}: `known:` is wanted, not `{part}`"))
        });
        Self { line, is_count: kind == "count", language, text: parts[1], expected: parts[2], known }
    }

    fn language(&self) -> Option<Language> {
        let parse = |code: &str| code.parse().unwrap_or_else(|error| panic!("{CASES}:{}: {error}", self.line));
        (self.language != "-").then(|| parse(self.language))
    }

    fn got(&self, cleaner: &Cleaner) -> String {
        if self.is_count {
            return cleaner.read_number(self.text, self.language()).map_or("none".into(), |number| number.to_string());
        }
        match cleaner.read_date(self.text, self.language()) {
            Some(DateReading::Date(date)) => date.to_string(),
            Some(DateReading::Relative(relative)) => relative.to_string(),
            Some(_) => "ambiguous".into(),
            None => "none".into(),
        }
    }

    fn fault(&self, cleaner: &Cleaner) -> Option<String> {
        let (got, place) = (self.got(cleaner), format!("{CASES}:{}: {}: {}", self.line, self.language, self.text));
        let expected = if self.expected == "impossible" { "none" } else { self.expected };
        match self.known {
            Some(_) if got == expected => Some(format!("{place}: is right now; take `known:` away")),
            Some(known) if got != known => Some(format!("{place}: got {got}, known is {known}")),
            None if got != expected => Some(format!("{place}: got {got}, wanted {expected}")),
            _ => None,
        }
    }
}

fn cases(text: &str) -> Vec<Case<'_>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(number, line)| Case::parse(number + 1, line)).collect()
}

#[test]
fn dates_and_counters_are_read() {
    let text = files::read(Path::new(CASES));
    let cases = cases(&text);
    assert!(cases.len() >= FEWEST_CASES, "only {} cases", cases.len());
    let cleaner = Cleaner::new();
    let faults: Vec<String> = cases.iter().filter_map(|case| case.fault(&cleaner)).collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// What is read in one language keeps its promises in every other one.
#[test]
fn cases_keep_the_promises() {
    let text = files::read(Path::new(CASES));
    let cases = cases(&text);
    let languages: BTreeSet<&str> = cases.iter().map(|case| case.language).collect();
    for case in &cases {
        languages.iter().for_each(|language| support::dates::check(&Cleaner::new(), case.text, language.parse().ok()));
    }
}

/// Fewer would mean that the packs' rules do not find what their words can read.
const FEWEST_ON_PAGES: usize = 170;

/// A line of a page that a rule takes for a date gives the relative date that it is alone.
#[test]
fn pages_give_relative_dates() {
    let text = files::read(Path::new(CASES));
    let mut found = 0;
    for case in cases(&text).iter().filter(|case| case.expected.starts_with("-P") && case.known.is_none()) {
        let language = case.language().expect("a language");
        let cleaner = Cleaner::builder().language(language).build().expect("a cleaner");
        let document = cleaner.clean(case.text);
        let got = document.metadata().relative_date().map(|relative| relative.to_string());
        if document.blocks().any(|block| block.role() == Role::Date) {
            assert_eq!(got.as_deref(), Some(case.expected), "{}: {}", case.language, case.text);
            found += 1;
        }
    }
    assert!(found >= FEWEST_ON_PAGES, "only {found} of the cases");
}

#[test]
fn a_date_goes_over_a_relative_one() {
    let page = "2 hours ago\n\nThe bridge is open again\n\nPublished: 12 March 2025\n\nThe old bridge is open.";
    assert_eq!(chysto::clean(page).metadata().date().expect("a date").to_string(), "2025-03-12");
}

#[test]
fn a_reference_makes_dates_of_distances() {
    let page = "The bridge is open again\n\nPublished yesterday at 9:05 am\n\nUpdated 2 hours ago\n\nIt is open.";
    let updated = |cleaner: &Cleaner| {
        let document = cleaner.clean(page);
        document.metadata().get(Field::Updated).expect("the change").value().to_string()
    };
    let from =
        |time: &str| Cleaner::builder().reference_time(time.parse().expect("a time")).build().expect("a cleaner");
    assert_eq!(updated(&Cleaner::new()), "-PT2H");
    assert_eq!(updated(&from("2024-03-01T01:30")), "2024-02-29T23:30");
    assert_eq!(updated(&from("2024-03-01")), "-PT2H");
    let reading = from("2024-03-01").read_date("yesterday at 9:05 am", "en".parse().ok());
    assert_eq!(reading.and_then(DateReading::date).expect("a date").to_string(), "2024-02-29T09:05");
}

/// Words of distances inside of an article are no dates.
#[test]
fn sentences_are_no_dates() {
    for line in [
        "Two hours ago the old bridge over the river was opened again, and yesterday nobody knew of it.",
        "Вчора о 14:20 на старому мосту зібралися люди, а дві години тому його відкрили знову.",
        "Il y a deux heures, le vieux pont sur la rivière a été rouvert devant une petite foule.",
        "Vor drei Tagen wurde die alte Brücke über den Fluss wieder für Fußgänger geöffnet.",
    ] {
        let document = chysto::clean(line);
        assert!(document.metadata().is_empty(), "{line}: {:?}", document.metadata());
        assert_eq!(document.text(), line);
    }
}

#[cfg(feature = "serde")]
#[test]
fn relative_dates_are_printed_and_read_back() {
    let page = "The bridge is open again\n\nPublished: yesterday, 14:20\n\nThe old bridge over the river is open.";
    let document = chysto::clean(page);
    let printed = serde_json::to_string(&document).expect("JSON");
    assert!(printed.contains(r#""date":"-P1DT14:20""#), "{printed}");
    let read: chysto::Document<'_> = serde_json::from_str(&printed).expect("a document");
    assert_eq!(read.metadata(), document.metadata());
    let broken = printed.replace("-P1DT14:20", "-P1WT14:20");
    let error = serde_json::from_str::<chysto::Document<'_>>(&broken).expect_err("no relative date");
    assert!(error.to_string().contains("`-P1WT14:20` is no relative date"), "{error}");
}

#[test]
fn all_languages_of_the_packs_have_cases() {
    let text = files::read(Path::new(CASES));
    let languages: BTreeSet<&str> = cases(&text).iter().map(|case| case.language).collect();
    for pack in files::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/packs")) {
        let name = files::stem(&pack);
        assert!(name == "common" || languages.contains(name), "no case is in `{name}`");
    }
}
