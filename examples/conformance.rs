//! Reads records `{id, text}` (or `{id, bytes}` in base64) as JSON Lines and writes
//! `{id, text}` with the text repaired (or decoded), for a scorer to compare:
//!
//! ```sh
//! zcat mojibake.jsonl.gz | cargo run --release --example conformance > out.jsonl
//! ```

use std::io::{BufRead, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = match record["bytes"].as_str() {
            Some(bytes) => chysto::decode(&STANDARD.decode(bytes)?).into_text().into_owned(),
            None => chysto::normalize(record["text"].as_str().unwrap_or_default()).into_owned(),
        };
        writeln!(output, "{}", json!({ "id": record["id"], "text": text }))?;
    }
    Ok(())
}
