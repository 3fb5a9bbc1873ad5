//! What the HTML of pages says of their titles and headings, as `tools/metadata_accuracy.py references` writes it.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::Path;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::seeds;

/// The lines of a page that its HTML marks, as [`squeezed`] makes them.
#[derive(Debug, Deserialize)]
pub struct Reference {
    id: String,
    pub titles: HashSet<String>,
    pub headings: HashSet<String>,
    /// Bold lines and terms.
    pub emphasised: HashSet<String>,
}

/// References by the ids of records; errors name file and line.
pub fn read(path: &Path) -> io::Result<HashMap<String, Reference>> {
    let name = |error: &dyn std::fmt::Display| {
        let hint = "write it with `python3 tools/metadata_accuracy.py references`";
        io::Error::other(format!("{}: {error}; {hint}", path.display()))
    };
    let text = std::fs::read_to_string(path).map_err(|error| name(&error))?;
    let parse = |(number, line): (usize, &str)| {
        let reference = serde_json::from_str::<Reference>(line);
        reference.map_err(|error| name(&format!("line {}: {error}", number + 1)))
    };
    text.lines().enumerate().map(parse).map(|one| one.map(|one| (one.id.clone(), one))).collect()
}

/// What the labels of the project's own pages say, by the ids of their records.
pub fn of_seeds(folder: &Path) -> io::Result<HashMap<String, Reference>> {
    let squeeze = |lines: Vec<String>| lines.iter().map(|line| squeezed(line)).collect::<HashSet<_>>();
    let mut titles = seeds::lines(folder, &["content/title"])?;
    let headings = seeds::lines(folder, &["content/heading"])?;
    let reference = |(id, headings): (String, Vec<String>)| {
        let titles = titles.remove(&id).unwrap_or_default();
        let (titles, headings) = (squeeze(titles), squeeze(headings));
        (id.clone(), Reference { id, titles, headings, emphasised: HashSet::new() })
    };
    Ok(headings.into_iter().map(reference).collect())
}

/// Letters and digits alone, without case and kinds of the same letter.
pub fn squeezed(text: &str) -> String {
    let small: String = text.nfkc().collect::<String>().to_lowercase();
    // As Unicode folds case.
    small.replace('ς', "σ").replace('ß', "ss").chars().filter(|c| c.is_alphanumeric()).collect()
}
