//! Byte ranges: [`Span`] counts in the decoded source, [`TextSpan`] in the
//! clean text. They are two types so that the two are never mixed up.

use std::fmt;
use std::ops::Range;

macro_rules! byte_range {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            start: usize,
            end: usize,
        }

        impl $name {
            /// The range from `start` up to and without `end`, both in bytes.
            ///
            /// An `end` before `start` gives the empty range at `start`.
            pub const fn new(start: usize, end: usize) -> Self {
                Self { start, end: if end < start { start } else { end } }
            }

            /// The first byte's offset.
            pub const fn start(self) -> usize {
                self.start
            }

            /// The offset just past the last byte.
            pub const fn end(self) -> usize {
                self.end
            }

            /// The number of bytes.
            pub const fn len(self) -> usize {
                self.end - self.start
            }

            /// Whether the range holds no byte.
            pub const fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// The same range as the standard library's type, for slicing.
            pub const fn range(self) -> Range<usize> {
                self.start..self.end
            }
        }

        impl From<Range<usize>> for $name {
            fn from(range: Range<usize>) -> Self {
                Self::new(range.start, range.end)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}..{}", self.start, self.end)
            }
        }
    };
}

byte_range! {
    /// A half-open range of byte offsets into the decoded source (UTF-8).
    ///
    /// Every span that the library gives starts and ends on a character
    /// boundary.
    ///
    /// ```
    /// let document = chysto::clean("Only a line.");
    /// let span = document.blocks().next().unwrap().span();
    /// assert_eq!(&document.source()[span.range()], "Only a line.");
    /// ```
    Span
}

byte_range! {
    /// A half-open range of byte offsets into the clean text (UTF-8).
    ///
    /// ```
    /// use chysto::TextSpan;
    ///
    /// let document = chysto::clean("One\u{a0} line.");
    /// let place = document.source_span(TextSpan::new(0, 3));
    /// assert_eq!(place.range(), 0..3);
    /// ```
    TextSpan
}
