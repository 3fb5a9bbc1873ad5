//! Files that tests read.

use std::fs;
use std::path::{Path, PathBuf};

/// All files below `folder`, in the order of their names; none where it is missing.
pub fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// The seed pages.
pub fn seeds() -> Vec<PathBuf> {
    let seeds = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    seeds.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect()
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The name without folder and extension.
pub fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
