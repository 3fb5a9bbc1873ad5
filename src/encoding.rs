//! Names of character encodings.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind};

/// A character encoding of the WHATWG Encoding Standard.
///
/// ```
/// use chysto::Encoding;
///
/// let encoding: Encoding = "cp1251".parse().unwrap();
/// assert_eq!(encoding.name(), "windows-1251");
/// assert!("cp9999".parse::<Encoding>().unwrap_err().is_encoding());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);

    pub(crate) const fn new(encoding: &'static encoding_rs::Encoding) -> Self {
        Self(encoding)
    }

    pub(crate) const fn inner(self) -> &'static encoding_rs::Encoding {
        self.0
    }

    /// The standard's name, in its own spelling (`UTF-8`, `windows-1251`).
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl FromStr for Encoding {
    type Err = Error;

    /// Reads any label of the standard (`cp1251`, `latin1`, `koi8_r`), in any case.
    fn from_str(label: &str) -> Result<Self, Error> {
        let found = encoding_rs::Encoding::for_label(label.as_bytes())
            .or_else(|| encoding_rs::Encoding::for_label(label.replace('_', "-").as_bytes()));
        found.map(Self).ok_or_else(|| {
            Error::new(
                Kind::Encoding,
                format!(
                    "no encoding is called `{label}`; give a label of the WHATWG Encoding Standard, \
                     such as `utf-8`, `windows-1251` or `koi8-u`"
                ),
            )
        })
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoding({})", self.name())
    }
}
