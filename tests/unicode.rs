//! Unicode's own test of normal forms, against the repair that brings text to NFC.
//!
//! Reads `NormalizationTest.txt` and `UnicodeData.txt` of the Unicode Character
//! Database where Debian's package `unicode-data` installs them, or in the folder
//! that `UNICODE_DATA` names. Says so and passes where they are missing, but in
//! continuous integration (`CI` is set) they must be there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use chysto::{Cleaner, NormalizeOptions, Options};

/// Lines of the test in Unicode 15.0; later versions have more.
const FEWEST_LINES: usize = 19_000;

fn folder() -> PathBuf {
    std::env::var_os("UNICODE_DATA").map_or_else(|| "/usr/share/unicode".into(), PathBuf::from)
}

/// A file of the database, which Debian packs where it is large.
fn read(name: &str) -> Option<String> {
    let path = folder().join(name);
    if let Ok(text) = std::fs::read_to_string(&path) {
        return Some(text);
    }
    let packed = Path::new(&path).with_extension("txt.bz2");
    let output = packed.exists().then(|| Command::new("bzip2").arg("-dc").arg(&packed).output())?;
    let text = output.expect("bzip2 runs (apt-get install bzip2)").stdout;
    Some(String::from_utf8(text).expect("the database is UTF-8"))
}

fn database() -> Option<(String, String)> {
    let found = read("NormalizationTest.txt").zip(read("UnicodeData.txt"));
    if found.is_none() {
        let folder = folder();
        let missing = format!("no Unicode database in {} (apt-get install unicode-data)", folder.display());
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        println!("skipped: {missing}");
    }
    found
}

/// The text of code points in hexadecimal; none where one is a surrogate.
fn characters(codes: &str) -> Option<String> {
    codes.split(' ').map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)).collect()
}

/// What the repair alone makes of each text. They stand in brackets, a line each,
/// so that nothing happens at the ends of lines.
fn composed(texts: &[&str]) -> Vec<String> {
    let mut options = Options::default();
    options.normalize = only_nfc();
    let cleaner = Cleaner::builder().options(options).build().expect("the options are valid");
    let source: String = texts.iter().map(|text| format!("({text})\n")).collect();
    let normalized = cleaner.normalize(&source);
    let inner = |line: &str| line[1..line.len() - 1].to_owned();
    normalized.text().split_terminator('\n').map(inner).collect()
}

fn only_nfc() -> NormalizeOptions {
    let mut repairs = NormalizeOptions::default();
    (repairs.entities, repairs.invisible, repairs.control) = (false, false, false);
    (repairs.white_space, repairs.mixed_script, repairs.mojibake) = (false, false, false);
    repairs
}

#[test]
fn normalization_test() {
    let Some((test, characters_known)) = database() else { return };
    let rows: Vec<Vec<String>> = test
        .lines()
        .filter(|line| !line.starts_with(['#', '@']))
        .map(|line| line.split(';').take(5).map(|codes| characters(codes).expect("characters")).collect())
        .collect();
    assert!(rows.len() >= FEWEST_LINES, "{} lines", rows.len());
    // c2 is the NFC of c1, c2 and c3; c4 that of c4 and c5.
    for (column, wanted) in [(0, 1), (1, 1), (2, 1), (3, 3), (4, 3)] {
        let sources: Vec<&str> = rows.iter().map(|row| &*row[column]).collect();
        for (row, found) in rows.iter().zip(composed(&sources)) {
            assert_eq!(found, row[wanted], "NFC of {:?}", row[column]);
        }
    }
    let unlisted = unlisted(&characters_known, &rows);
    let found = composed(&unlisted.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(found, unlisted, "characters that the test does not list are in NFC");
    println!("{} lines and {} unlisted characters of the normalization test passed", rows.len(), unlisted.len());
}

/// The assigned characters, other than white space, that are no row of the test.
fn unlisted(known: &str, rows: &[Vec<String>]) -> Vec<String> {
    let listed: HashSet<&str> = rows.iter().map(|row| &*row[0]).collect();
    let mut assigned = Vec::new();
    let mut first = 0;
    for line in known.lines() {
        let mut fields = line.split(';');
        let code = fields.next().and_then(|code| u32::from_str_radix(code, 16).ok()).expect("a code point");
        let name = fields.next().expect("a name");
        first = if name.ends_with("Last>") { first } else { code };
        if !name.ends_with("First>") {
            assigned.extend((first..=code).filter_map(char::from_u32));
        }
    }
    let text = assigned.into_iter().filter(|c| !c.is_whitespace()).map(String::from);
    text.filter(|character| !listed.contains(character.as_str())).collect()
}
