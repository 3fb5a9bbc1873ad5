//! A romanisation system by its name.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use super::catalogue::{self, ENTRIES, Entry};
use super::forward;
use super::notation::Notation;
use super::table::Table;
use crate::error::{Error, Kind, nearest_few};

/// As many names an error lists.
const MOST_NAMED: usize = 5;

/// Compiled when first used.
static TABLES: [OnceLock<Table>; ENTRIES.len()] = [const { OnceLock::new() }; ENTRIES.len()];

/// A published way of writing Cyrillic in Latin letters.
///
/// Cheap to copy. Its name is a short one (`uk-2010`), or one of the
/// [other names](System::other_names): those of the Interscript maps
/// (`ua-ukr-Cyrl-Latn-2010`) and of systems with the same rules.
///
/// ```
/// use chysto::translit::System;
///
/// let system: System = "uk-bgn-1965".parse()?;
/// assert_eq!(system, "bgnpcgn-ukr-Cyrl-Latn-1965".parse()?);
/// assert_eq!(system.to_string(), "uk-bgn-1965");
/// assert_eq!(system.romanize("Згоріле, Львів"), "Z·horile, L’viv");
///
/// let error = "uk-2011".parse::<System>().unwrap_err();
/// assert!(error.is_system());
/// assert!(error.to_string().contains("`uk-2010`"));
/// # Ok::<(), chysto::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct System(u8);

impl System {
    /// All systems, grouped by language.
    ///
    /// ```
    /// use chysto::translit::System;
    ///
    /// let ukrainian = System::all().filter(|system| system.language() == "uk");
    /// assert!(ukrainian.count() >= 8);
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        (0..ENTRIES.len()).map(|place| Self(place as u8))
    }

    fn entry(self) -> &'static Entry {
        &ENTRIES[usize::from(self.0)]
    }

    /// The short name, such as `uk-2010`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// All further names that [`FromStr`] knows.
    pub fn other_names(self) -> &'static [&'static str] {
        self.entry().others
    }

    /// The language's code in ISO 639: `uk`, or `rue` where there is none of two letters.
    pub fn language(self) -> &'static str {
        self.entry().language
    }

    /// Who published it.
    pub fn authority(self) -> &'static str {
        self.entry().authority
    }

    /// The year of its publication, or of the edition meant.
    pub fn year(self) -> u16 {
        self.entry().year
    }

    /// The document that defines it.
    pub fn source(self) -> &'static str {
        self.entry().source
    }

    /// Whether [`System::reverse`] can read it back.
    pub fn is_reversible(self) -> bool {
        self.table().back.is_some()
    }

    /// The text with its Cyrillic in Latin letters; borrowed where nothing changes.
    ///
    /// What is not Cyrillic, and Cyrillic letters that the system does not have,
    /// stay as they are. Time is linear in the text.
    ///
    /// ```
    /// use chysto::translit::System;
    ///
    /// let system: System = "ru-bgn-1947".parse()?;
    /// assert_eq!(system.romanize("Щёлково, ЩЁЛКОВО; їжак"), "Shchëlkovo, SHCHËLKOVO; їzhak");
    /// assert!(matches!(system.romanize("Moscow"), std::borrow::Cow::Borrowed("Moscow")));
    /// # Ok::<(), chysto::Error>(())
    /// ```
    pub fn romanize(self, text: &str) -> Cow<'_, str> {
        forward::romanize(self.table(), text)
    }

    /// The romanised text in Cyrillic; borrowed where nothing changes.
    ///
    /// It is exactly the text that was romanised, if that was written in letters
    /// of the system's language, digits and punctuation without the characters
    /// that the system writes signs and separators with, no ь or ъ followed
    /// another one, and
    ///
    /// * `ru-iso-9`, `ru-gost-7.79-b`: ь and ъ were as large as their neighbours
    ///   (`Объезд`, `ОБЪЕЗД`, `Соль`, `СОЛЬ`), for the Latin signs have no case;
    /// * `uk-9112-a`, `uk-9112-b`: apostrophes stood singly, within words, not
    ///   before ь, and were `’`;
    /// * `sr-gajica`: no н was followed by ј, no л by ј and no д by ж, but for the
    ///   words of a list (инјекција, надживети, …), which cannot be complete.
    ///
    /// Capitals may be mixed in any way. Time is linear in the text.
    ///
    /// ```
    /// use chysto::translit::System;
    ///
    /// let system: System = "sr-gajica".parse()?;
    /// assert_eq!(system.reverse("Ljubav, injekcija, džep, nadživeti")?, "Љубав, инјекција, џеп, надживети");
    /// assert!("uk-2010".parse::<System>()?.reverse("Kyiv").unwrap_err().is_system());
    /// # Ok::<(), chysto::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the system is not [reversible](System::is_reversible).
    pub fn reverse(self, text: &str) -> Result<Cow<'_, str>, Error> {
        match &self.table().back {
            Some(back) => Ok(back.cyrillic(text)),
            None => Err(self.irreversible()),
        }
    }

    fn irreversible(self) -> Error {
        let names: Vec<_> = Self::all().filter(|system| system.is_reversible()).map(Self::name).collect();
        let message = format!("`{}` cannot be read back; those that can are {}", self.name(), quoted(&names));
        Error::new(Kind::System, message)
    }

    fn table(self) -> &'static Table {
        TABLES[usize::from(self.0)].get_or_init(|| Table::new(&read(self.entry()).unwrap_or_default()))
    }
}

/// A test reads every file, so none fails in what ships.
fn read(entry: &Entry) -> Result<Notation, String> {
    let read = Notation::read(entry.rules, &catalogue::file);
    debug_assert!(read.is_ok(), "{}: {read:?}", entry.name);
    read
}

impl FromStr for System {
    type Err = Error;

    /// By any of its names.
    ///
    /// # Errors
    ///
    /// Where no system is called so; the message lists names that are near.
    fn from_str(name: &str) -> Result<Self, Error> {
        let is_named = |system: &Self| system.name() == name || system.other_names().contains(&name);
        Self::all().find(is_named).ok_or_else(|| unknown(name))
    }
}

fn unknown(name: &str) -> Error {
    let names = ENTRIES.iter().flat_map(|entry| std::iter::once(entry.name).chain(entry.others.iter().copied()));
    let near = nearest_few(name, names, MOST_NAMED);
    // Nothing is near, but the language may be right.
    let language = name.split('-').next().unwrap_or_default();
    let same = || ENTRIES.iter().filter(|entry| entry.language == language).map(|entry| entry.name).collect();
    let names = if near.is_empty() { same() } else { near };
    let hint = match names.is_empty() {
        true => "names begin with the language, as `uk-2010` does".to_owned(),
        false => format!("there are {}", quoted(&names)),
    };
    Error::new(Kind::System, format!("no romanisation system is called `{name}`; {hint}"))
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for System {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for System {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "System({})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_is_read_and_its_names_are_its_own() {
        let mut names = Vec::new();
        for (entry, system) in ENTRIES.iter().zip(System::all()) {
            let notation = read(entry).unwrap_or_else(|error| panic!("{}.toml: {error}", entry.name));
            assert!(notation.rules.iter().any(|rule| rule.key == "а"), "{}.toml has no а", entry.name);
            assert!(entry.name.starts_with(entry.language), "{}", entry.name);
            names.extend(std::iter::once(system.name()).chain(system.other_names().iter().copied()));
        }
        assert!(names.iter().all(|name| name.parse::<System>().unwrap().to_string().len() >= 6));
        let known = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), known, "a name is given twice");
    }

    #[test]
    fn every_letter_of_a_reversible_system_comes_back() {
        for (entry, system) in ENTRIES.iter().zip(System::all()).filter(|(_, system)| system.is_reversible()) {
            for rule in read(entry).unwrap().rules.iter().filter(|rule| rule.after.is_none() && rule.before.is_none()) {
                let key = rule.key.replace('\u{2019}', "");
                assert_eq!(system.reverse(&system.romanize(&key)).unwrap(), key, "{}", entry.name);
            }
        }
    }

    #[test]
    fn unknown_names_bring_near_ones() {
        for (name, hint) in [
            ("uk-2011", "`uk-2010`"),
            ("bgnpcgn-ukr-Cyrl-Latn-1956", "`bgnpcgn-ukr-Cyrl-Latn-1965`"),
            ("sr", "`sr-gajica`"),
            ("", "names begin with the language"),
        ] {
            let error = name.parse::<System>().unwrap_err();
            assert!(error.is_system() && error.to_string().contains(hint), "{error}");
        }
    }
}
