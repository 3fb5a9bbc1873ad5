//! A folder to run the binary in, and what a run did.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// A folder of its own for each test, and the binary run in it.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn with(files: &[(&str, &[u8])]) -> Self {
        let place = Self::new();
        for (name, bytes) in files {
            place.put(name, bytes);
        }
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs `chysto` with the words of `line`.
    pub(crate) fn run(&self, line: &str) -> Run {
        self.feed(line, b"")
    }

    /// The same with standard input.
    pub(crate) fn feed(&self, line: &str, input: &[u8]) -> Run {
        let mut command = Command::new(cargo_bin!("chysto"));
        let output = command.current_dir(&self.0).args(line.split_whitespace()).write_stdin(input).output().unwrap();
        Run::from(output)
    }

    /// All files, hidden ones too, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        collect(self.0.path(), self.0.path(), &mut files);
        files.sort();
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match entry.is_dir() {
            true => collect(root, &entry, files),
            false => files.push(entry.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/")),
        }
    }
}

/// What a run did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// All went well, without a word; what was printed.
    pub(crate) fn well(self) -> String {
        assert_eq!((self.status, &*self.err), (Some(0), ""), "{self:?}");
        self.out
    }

    /// Ended with `status` and said one line with `words` in it; what was printed.
    pub(crate) fn said(self, status: i32, words: &str) -> String {
        assert_eq!(self.status, Some(status), "{self:?}");
        assert!(self.err.starts_with("chysto: ") && self.err.contains(words), "{words:?} is missing: {self:?}");
        assert_eq!(self.err.lines().count(), 1, "{self:?}");
        self.out
    }
}
