//! What a cleaner does and keeps.

use crate::date::Date;
use crate::language::Language;
use crate::normalize::NormalizeOptions;
use crate::role::RoleSet;

/// What a [`Cleaner`](crate::Cleaner) does and keeps.
///
/// With the feature `serde` (on by default) options can be read from TOML:
///
/// ```
/// # #[cfg(feature = "serde")] {
/// let options = chysto::Options::from_toml(
///     "clean.toml",
///     r#"
///     keep = ["content", "metadata/author"]   # roles and classes
///     drop = ["content/heading"]              # taken out of `keep`
///     language = "uk"                         # if it is known
///     packs = ["common", "uk"]                # instead of all
///     reference_time = "2024-04-21T14:20"     # relative dates are counted from it
///     [normalize]
///     preset = "plain"                        # faithful (the default), search or plain
///     entities = false                        # single options go over the preset
///     "#,
/// )
/// .unwrap();
/// assert!(options.keep.contains(chysto::Role::Author));
/// assert!(!options.normalize.entities);
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The roles that stay in the text; content without captions, by default.
    pub keep: RoleSet,
    /// Which repairs are made.
    pub normalize: NormalizeOptions,
    /// The language of the documents, if it is known; else each is asked for its own.
    pub language: Option<Language>,
    /// The names of the built-in packs to use; all of them, by default.
    pub packs: Option<Vec<String>>,
    /// The time at which the pages were shown, in their own time zone: relative dates
    /// (`2 hours ago`) are counted from it. They stay relative without it, and those in
    /// hours and minutes also where it has no time of day.
    pub reference_time: Option<Date>,
}

#[cfg(feature = "serde")]
mod serialized {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{NormalizeOptions, Options, RoleSet};
    use crate::date::Date;
    use crate::error::{Error, Kind};
    use crate::language::Language;

    /// Options as files have them.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct File {
        #[serde(skip_serializing_if = "Option::is_none")]
        keep: Option<Vec<String>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        drop: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        packs: Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reference_time: Option<String>,
        normalize: NormalizeOptions,
    }

    impl Options {
        /// Reads options from TOML; what it does not name keeps its default.
        /// `file` is the name that errors give.
        ///
        /// # Errors
        ///
        /// Where the text is not TOML, or names an option, a role, a language or
        /// a pack that is not known.
        pub fn from_toml(file: &str, text: &str) -> Result<Self, Error> {
            toml::from_str::<Self>(text).map_err(|error| {
                let at = error.span().map_or(0, |span| span.start).min(text.len());
                let line = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count();
                let message = error.message().replace('\n', " ");
                Error::new(Kind::Options, format!("{file}:{line}: {message}"))
            })
        }
    }

    impl Serialize for Options {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let file = File {
                keep: Some(self.keep.iter().map(|role| role.to_string()).collect()),
                drop: Vec::new(),
                language: self.language.map(|language| language.to_string()),
                packs: self.packs.clone(),
                reference_time: self.reference_time.map(|time| time.to_string()),
                normalize: self.normalize,
            };
            file.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Options {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let file = File::deserialize(deserializer)?;
            read(file).map_err(serde::de::Error::custom)
        }
    }

    fn read(file: File) -> Result<Options, Error> {
        let mut keep = match file.keep {
            Some(names) => roles(&names)?,
            None => RoleSet::default(),
        };
        keep.remove(roles(&file.drop)?);
        let language = file.language.map(|code| code.parse::<Language>()).transpose()?;
        let reference_time = file.reference_time.map(|time| time.parse::<Date>()).transpose()?;
        Ok(Options { keep, normalize: file.normalize, language, packs: file.packs, reference_time })
    }

    fn roles(names: &[String]) -> Result<RoleSet, Error> {
        names.iter().try_fold(RoleSet::EMPTY, |mut set, name| {
            set.insert(name.parse()?);
            Ok(set)
        })
    }
}
