//! Romanises records of JSON Lines, each by a system of its own: reads
//! `{"id", "text", "system"}`, writes `{"id", "text"}`.
//!
//! ```text
//! zcat translit.jsonl.gz | cargo run --release --example translit_pairs > PRED.jsonl
//! ```

use std::error::Error;
use std::io::{self, BufRead, Write};

use chysto::translit::System;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let field = |name: &str| record[name].as_str().ok_or_else(|| format!("a record has no `{name}`: {record}"));
        let system: System = field("system")?.parse()?;
        writeln!(output, "{}", json!({"id": field("id")?, "text": system.romanize(field("text")?)}))?;
    }
    Ok(output.flush()?)
}
