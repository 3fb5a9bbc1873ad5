//! The one error type of the library.

use std::fmt;

/// What went wrong while reading a name, an option, a rule pack or a document.
///
/// Cleaning itself never fails. The message is one line, says where the fault
/// is (for a pack: file, line and entry) and what to do about it.
///
/// ```
/// let error = "content/titel".parse::<chysto::Role>().unwrap_err();
/// assert!(error.is_role());
/// assert_eq!(
///     error.to_string(),
///     "no role is called `content/titel`; did you mean `content/title`?"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Role,
    Language,
    Encoding,
    Pack,
    Options,
    Document,
    System,
}

impl Error {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// Whether a role or a class was not known.
    pub fn is_role(&self) -> bool {
        self.kind == Kind::Role
    }

    /// Whether a language code was malformed.
    pub fn is_language(&self) -> bool {
        self.kind == Kind::Language
    }

    /// Whether an encoding's label was not known.
    pub fn is_encoding(&self) -> bool {
        self.kind == Kind::Encoding
    }

    /// Whether a rule pack could not be read.
    pub fn is_pack(&self) -> bool {
        self.kind == Kind::Pack
    }

    /// Whether options could not be read or name something that is not there.
    pub fn is_options(&self) -> bool {
        self.kind == Kind::Options
    }

    /// Whether a romanisation system was not known or cannot be read back.
    pub fn is_system(&self) -> bool {
        self.kind == Kind::System
    }

    /// Whether a serialised document contradicts itself.
    pub fn is_document(&self) -> bool {
        self.kind == Kind::Document
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// The known name nearest to `given`, if one is near enough to be what was meant.
///
/// Nearness is the Levenshtein distance, at most a third of the name's length.
pub(crate) fn nearest<'n>(given: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest_few(given, names, 1).pop()
}

/// The known names near enough to `given` to be what was meant, the nearest first.
pub(crate) fn nearest_few<'n>(given: &str, names: impl IntoIterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let given: Vec<char> = given.to_lowercase().chars().take(MOST_COMPARED).collect();
    let measured = names.into_iter().map(|name| (distance(&given, name), name));
    let mut near: Vec<_> = measured.filter(|(distance, name)| *distance <= name.chars().count() / 3).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(most).map(|(_, name)| name).collect()
}

/// Names are short: a longer string is certainly not a misspelling of one.
const MOST_COMPARED: usize = 64;

fn distance(given: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=given.len()).collect();
    for (i, letter) in name.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for j in 0..given.len() {
            let substituted = diagonal + usize::from(given[j] != letter);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[given.len()]
}

/// `did you mean …` or nothing, to end a message about an unknown name.
pub(crate) fn suggestion<'n>(given: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    nearest(given, names).map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}
