//! The project's own pages as records: `NAME.txt` with labels in `NAME.toml`.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::Path;

use toml::Table;

use crate::corpus::Record;

/// Reads all pages of a folder.
pub fn read(folder: &Path) -> io::Result<Vec<Record>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?.iter().map(fs::DirEntry::path).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    paths.iter().map(|path| record(path)).collect()
}

/// The lines of every page of a folder that are labelled as one of `kinds`, by the ids of its records.
pub fn lines(folder: &Path, kinds: &[&str]) -> io::Result<HashMap<String, Vec<String>>> {
    let of = |record: Record| {
        let labels = labels(&folder.join(&record.site).with_extension("toml"))?;
        let roles = labels.get("lines").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let label = |number: usize| roles.get(&(number + 1).to_string()).and_then(toml::Value::as_str);
        let is_one = |number: usize| label(number).is_some_and(|label| kinds.contains(&label));
        let lines = record.raw.values().flat_map(|page| page.lines().enumerate());
        let lines = lines.filter(|(number, _)| is_one(*number)).map(|(_, line)| line.to_owned()).collect();
        Ok((record.id, lines))
    };
    read(folder)?.into_iter().map(of).collect()
}

fn labels(path: &Path) -> io::Result<Table> {
    fs::read_to_string(path)?.parse().map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}

fn record(path: &Path) -> io::Result<Record> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let page = fs::read_to_string(path.with_extension("txt"))?;
    let labels = labels(path)?;
    let lang = labels.get("language").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let roles = labels.get("lines").and_then(toml::Value::as_table).cloned().unwrap_or_default();
    let stays =
        |number: usize| roles.get(&(number + 1).to_string()).and_then(toml::Value::as_str).is_some_and(is_content);
    let gold: Vec<&str> = page.lines().enumerate().filter(|(number, _)| stays(*number)).map(|(_, line)| line).collect();
    Ok(Record {
        id: format!("seeds/{name}"),
        dataset: "seeds".to_owned(),
        lang,
        site: name,
        gold: Some(gold.join("\n")),
        raw: BTreeMap::from([("bs4".to_owned(), page)]),
        with: Vec::new(),
        without: Vec::new(),
    })
}

/// Whether the first role that a label accepts stays in the text.
fn is_content(label: &str) -> bool {
    label.starts_with("content/") && !label.starts_with("content/caption")
}
