//! Reads records `{id, text}` (or `{id, bytes}` in base64) as JSON Lines and writes
//! `{id, text}` with the text repaired (or decoded), for a scorer to compare:
//!
//! ```sh
//! zcat mojibake.jsonl.gz | cargo run --release --example conformance > out.jsonl
//! ```

use std::io::{BufRead, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chysto::{Cleaner, NormalizeOptions};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Only text read in a wrong charset is repaired where the command line asks for that alone.
    let cleaner = match std::env::args().any(|argument| argument == "--mojibake-only") {
        true => {
            let mut letters = NormalizeOptions::default();
            (letters.entities, letters.invisible, letters.control) = (false, false, false);
            (letters.nfc, letters.white_space, letters.mixed_script) = (false, false, false);
            Cleaner::builder().normalize(letters).build()?
        }
        false => Cleaner::new(),
    };
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = match record["bytes"].as_str() {
            Some(bytes) => chysto::decode(&STANDARD.decode(bytes)?).into_text().into_owned(),
            None => cleaner.normalize(record["text"].as_str().unwrap_or_default()).into_text().into_owned(),
        };
        writeln!(output, "{}", json!({ "id": record["id"], "text": text }))?;
    }
    Ok(())
}
