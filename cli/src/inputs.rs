//! What to read: files, folders, standard input.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::report::Fault;

/// The extensions of JSON Lines.
const LINES: [&str; 2] = ["jsonl", "ndjson"];

/// One input of a run.
#[derive(Debug)]
pub(crate) struct Input {
    /// As messages and documents call it.
    pub(crate) name: String,
    /// Where it is; none for standard input.
    pub(crate) path: Option<PathBuf>,
    /// Where its output goes within an output folder, but for the extension.
    pub(crate) relative: PathBuf,
    /// Its size, as far as it is known.
    pub(crate) bytes: Option<u64>,
}

/// Whether an input is one document or a record a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Lines,
}

impl Kind {
    /// What the extension says.
    pub(crate) fn of(path: &Path) -> Self {
        let extension = path.extension().unwrap_or_default();
        match LINES.iter().any(|lines| extension.eq_ignore_ascii_case(lines)) {
            true => Self::Lines,
            false => Self::Text,
        }
    }
}

impl Input {
    fn standard() -> Self {
        Self { name: "standard input".to_owned(), path: None, relative: "standard-input".into(), bytes: None }
    }

    fn file(path: &Path, relative: &Path, bytes: Option<u64>) -> Self {
        Self {
            name: path.to_string_lossy().into_owned(),
            path: Some(path.to_path_buf()),
            relative: relative.to_path_buf(),
            bytes,
        }
    }
}

/// All inputs in order, and what is wrong with those that are none. What lies in
/// the output folder is left out of the folder around it.
pub(crate) fn list(arguments: &[PathBuf], output: Option<&Path>) -> Vec<Result<Input, Fault>> {
    let mut inputs = Vec::new();
    if arguments.is_empty() {
        inputs.push(Ok(Input::standard()));
    }
    for argument in arguments {
        match argument.as_os_str() == "-" {
            true => inputs.push(Ok(Input::standard())),
            false => named(argument, output, &mut inputs),
        }
    }
    inputs
}

fn named(path: &Path, output: Option<&Path>, inputs: &mut Vec<Result<Input, Fault>>) {
    match fs::metadata(path) {
        Err(error) => inputs.push(Err(Fault::system(&path.to_string_lossy(), &error))),
        Ok(metadata) if metadata.is_dir() => folder(path, output, inputs),
        Ok(metadata) => {
            let relative = Path::new(path.file_name().unwrap_or(path.as_os_str()));
            let bytes = metadata.is_file().then_some(metadata.len());
            inputs.push(Ok(Input::file(path, relative, bytes)));
        }
    }
}

fn folder(root: &Path, output: Option<&Path>, inputs: &mut Vec<Result<Input, Fault>>) {
    let output = output.and_then(|output| fs::canonicalize(output).ok());
    let before = inputs.len();
    let entries = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || is_wanted(entry, output.as_deref())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => inputs.push(Ok(found(root, &entry))),
            Ok(_) => {}
            Err(error) => inputs.push(Err(not_walked(root, &error))),
        }
    }
    if inputs.len() == before {
        inputs.push(Err(Fault::at(&root.to_string_lossy(), "no file in this folder; check its name")));
    }
}

fn found(root: &Path, entry: &DirEntry) -> Input {
    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
    Input::file(entry.path(), relative, entry.metadata().ok().map(|metadata| metadata.len()))
}

/// Neither hidden nor the output folder.
fn is_wanted(entry: &DirEntry, output: Option<&Path>) -> bool {
    let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
    let is_output =
        || entry.file_type().is_dir() && output.is_some() && fs::canonicalize(entry.path()).ok().as_deref() == output;
    !is_hidden && !is_output()
}

fn not_walked(root: &Path, error: &walkdir::Error) -> Fault {
    let path = error.path().unwrap_or(root).to_string_lossy();
    match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => {
            let message =
                format!("a link back to {}, which would never end; it is left out", ancestor.to_string_lossy());
            Fault::at(&path, &message)
        }
        (None, Some(error)) => Fault::system(&path, error),
        (None, None) => Fault::at(&path, "cannot be read; check it and run again"),
    }
}
