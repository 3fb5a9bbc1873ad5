//! Records of a corpus: JSON lines, perhaps compressed, as `{id, dataset, lang, site, raw, gold | with, without}`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// A page with what should remain of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    pub id: String,
    pub dataset: String,
    pub lang: String,
    pub site: String,
    /// The page's text in several variants, by their names.
    pub raw: BTreeMap<String, String>,
    /// The text that should remain.
    pub gold: Option<String>,
    /// Snippets that must remain.
    #[serde(default)]
    pub with: Vec<String>,
    /// Snippets that must not.
    #[serde(default)]
    pub without: Vec<String>,
}

/// Reads all records of a file; errors name file and line.
pub fn read(path: &Path) -> io::Result<Vec<Record>> {
    let file = File::open(path).map_err(|error| named(path, 0, &error))?;
    let plain: Box<dyn Read> = match path.extension() {
        Some(extension) if extension == "gz" => Box::new(MultiGzDecoder::new(file)),
        _ => Box::new(file),
    };
    let lines = BufReader::new(plain).lines().enumerate();
    lines
        .map(|(number, line)| {
            let line = line.map_err(|error| named(path, number + 1, &error))?;
            serde_json::from_str(&line).map_err(|error| named(path, number + 1, &error))
        })
        .collect()
}

fn named(path: &Path, line: usize, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}:{line}: {error}", path.display()))
}

/// Which half of the sites a record belongs to: 0 or 1, by the site's name.
pub fn half(record: &Record) -> u64 {
    // FNV-1a (Fowler, Noll, Vo 1991), so that the halves never change.
    let hash = record
        .site
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    (hash >> 32) & 1
}
