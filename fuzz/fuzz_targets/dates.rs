//! Any text, read as a date and as a number in any language.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|input: &[u8]| support::targets::dates(input));
