//! How well languages are told: `cargo run --release --example languages < CASES.tsv`.
//!
//! A line is a set, a language's code and a text, with tabs between; each text is
//! cleaned as a page of its own. The table that is printed has for each set and
//! language how many texts were taken for what.

use std::collections::BTreeMap;
use std::io::BufRead;

use chysto::Cleaner;

fn main() {
    let cleaner = Cleaner::new();
    let show = std::env::args().any(|argument| argument == "--misses");
    let mut found: BTreeMap<(String, String), BTreeMap<String, usize>> = BTreeMap::new();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let mut parts = line.splitn(3, '\t').map(str::to_owned);
        let (Some(set), Some(language), Some(text)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let document = cleaner.clean(&text);
        let guess = document.language().map_or("-".to_owned(), |guess| guess.language().to_string());
        if show && guess != language {
            println!("{set}\t{language}\t{guess}\t{text}");
        }
        *found.entry((set, language)).or_default().entry(guess).or_default() += 1;
    }
    for ((set, language), guesses) in found.iter().filter(|_| !show) {
        let all: usize = guesses.values().sum();
        let guesses: Vec<String> = guesses.iter().map(|(guess, count)| format!("{guess} {count}")).collect();
        println!("{set}\t{language}\t{all}\t{}", guesses.join(", "));
    }
}
