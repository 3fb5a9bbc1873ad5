//! In whose words, and in which order, numbers and dates are read.

use super::pack::DateOrder;
use crate::language::Language;

/// What is known of a page when its dates are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Locale {
    /// Whose words; without one, all languages'.
    pub(crate) language: Option<Language>,
    /// The page's own order of day and month, where it is not its language's.
    pub(crate) order: Option<DateOrder>,
}

impl Locale {
    /// Nothing is known.
    pub(crate) const UNKNOWN: Self = Self { language: None, order: None };
}

impl From<Option<Language>> for Locale {
    fn from(language: Option<Language>) -> Self {
        Self { language, order: None }
    }
}
