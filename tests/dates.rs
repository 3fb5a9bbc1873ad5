//! Dates and counters as pages print them: the cases of `tests/dates.txt`, which describes their form.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use chysto::{Cleaner, DateReading, Language};
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

#[test]
fn all_languages_of_the_packs_have_cases() {
    let text = files::read(Path::new(CASES));
    let languages: BTreeSet<&str> = cases(&text).iter().map(|case| case.language).collect();
    for pack in files::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/packs")) {
        let name = files::stem(&pack);
        assert!(name == "common" || languages.contains(name), "no case is in `{name}`");
    }
}
