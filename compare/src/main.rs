//! Times the repair of letters side by side with other libraries, on the same text
//! and in the same run: `cargo run --release -- TEXT...` from this folder. Each
//! figure is the best of several runs over whole paragraphs, in MB of UTF-8 a second,
//! and its ratio to a memcpy of the same paragraphs.

use std::hint::black_box;
use std::time::Instant;

const RUNS: usize = 5;

fn main() {
    for path in std::env::args().skip(1) {
        match std::fs::read_to_string(&path) {
            Ok(text) => compare(&path, &text),
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
}

fn compare(path: &str, text: &str) {
    let paragraphs: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let bytes: usize = paragraphs.iter().map(|paragraph| paragraph.len()).sum();
    println!("{path}: {} paragraphs, {bytes} bytes", paragraphs.len());
    let mut room = Vec::with_capacity(bytes);
    let copied = best(&paragraphs, |paragraph| {
        room.clear();
        room.extend_from_slice(paragraph.as_bytes());
        black_box(room.len())
    });
    let cleaner = chysto::Cleaner::builder().packs(Vec::<String>::new()).build().expect("no packs to be missed");
    let show = |name: &str, seconds: f64| {
        println!("  {name:<24} {:>10.1} MB/s   memcpy/{:.0}", bytes as f64 / seconds / 1e6, seconds / copied);
    };
    show("memcpy", copied);
    show("chysto normalize", best(&paragraphs, |paragraph| cleaner.normalize(paragraph).text().len()));
    let whole = paragraphs.join("\n");
    show("chysto, as one document", best(&[&whole], |text| cleaner.normalize(text).text().len()));
    show("plsfix fix_text", best(&paragraphs, |paragraph| plsfix::fix_text(paragraph, None).len()));
    show("rehuman clean", best(&paragraphs, |paragraph| rehuman::clean(paragraph).text.len()));
    show("decancer cure", best(&paragraphs, |paragraph| decancer::cure!(paragraph).map_or(0, |cured| cured.len())));
}

/// The shortest time that `work` takes for all paragraphs, in seconds.
fn best(paragraphs: &[&str], mut work: impl FnMut(&str) -> usize) -> f64 {
    let mut run = || {
        let start = Instant::now();
        let total: usize = paragraphs.iter().map(|paragraph| work(black_box(paragraph))).sum();
        black_box(total);
        start.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| run()).fold(f64::INFINITY, f64::min)
}
