//! Prints every block of a page with its role and the reason for it.
//!
//! ```text
//! cargo run --example explain -- PAGE.txt
//! ```

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("which page? give its path");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let document = chysto::Cleaner::new().clean_bytes(&bytes);
    for block in document.blocks() {
        let mark = if block.is_kept() { ' ' } else { '-' };
        println!("{mark} {:<22} {}  [{}]", block.role().to_string(), block.text(), block.reason());
    }
    for entry in document.metadata().iter() {
        println!("{} = {}", entry.field(), entry.value());
    }
    ExitCode::SUCCESS
}
