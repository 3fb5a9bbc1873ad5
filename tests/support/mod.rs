//! What the tests, the fuzz targets (through `#[path]`) and the benches share:
//! the library's invariants, re-implemented from its public API alone, and a
//! generator of pages.

// Every user takes a part of it, and it is nobody's public API.
#![allow(dead_code, unreachable_pub)]

pub mod dates;
pub mod files;
pub mod invariants;
#[cfg(feature = "serde")]
pub mod json;
pub mod pages;
pub mod places;
pub mod romanisation;
pub mod script;
pub mod targets;

/// Fails with what is wrong and the input that it is wrong for.
macro_rules! ensure {
    ($source:expr, $condition:expr, $($message:tt)+) => {
        if !$condition {
            $crate::support::fail($source, &format!($($message)+));
        }
    };
}
pub(crate) use ensure;

/// As much of an input as a message shows; the rest is in the failing file.
const SHOWN: usize = 4_000;

#[track_caller]
pub fn fail(source: &str, message: &str) -> ! {
    panic!("{message}\n  in the source ({} bytes): {}", source.len(), shown(source));
}

/// The text in quotation marks, cut where it is long.
pub fn shown(text: &str) -> String {
    let end = boundary(text, SHOWN);
    let more = if end < text.len() { "…" } else { "" };
    format!("{:?}{more}", &text[..end])
}

/// The last character boundary up to `at`.
pub fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
