use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind};

/// How an encoding was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FoundBy {
    /// The source was text already.
    Text,
    /// The caller said so.
    Given,
    /// A byte order mark.
    ByteOrderMark,
    /// The bytes are UTF-8 (perhaps with single faults).
    Validity,
    /// The caller's hint (a header of the transport), which the bytes bear out.
    Hint,
    /// The page declares it (`<meta charset>`, an XML declaration).
    Declared,
    /// Statistics of the bytes.
    Detected,
}

impl FoundBy {
    const ALL: [Self; 7] =
        [Self::Text, Self::Given, Self::ByteOrderMark, Self::Validity, Self::Hint, Self::Declared, Self::Detected];

    /// The printed form (`text`, `given`, `bom`, `validity`, `hint`, `declared`, `detected`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Given => "given",
            Self::ByteOrderMark => "bom",
            Self::Validity => "validity",
            Self::Hint => "hint",
            Self::Declared => "declared",
            Self::Detected => "detected",
        }
    }
}

impl fmt::Display for FoundBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for FoundBy {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|way| way.name() == name)
            .ok_or_else(|| Error::new(Kind::Document, format!("`{name}` is no way to find an encoding")))
    }
}
