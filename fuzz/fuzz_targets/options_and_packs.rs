//! Any text as options and as a rule pack: refused, or a page cleaned with them keeps all promises.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|input: &[u8]| support::targets::options_and_packs(input));
