//! temp
use std::io::{BufRead, Write};
fn main() {
    let gold = std::env::args().nth(1).is_some();
    let stdin = std::io::stdin().lock();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in stdin.lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let t = v["raw"].as_str().unwrap();
        let d = chysto::clean(t);
        if gold { eprintln!("{}", d.language().map_or("?", |g| "")); }
        writeln!(out, "{}", serde_json::json!({"id": v["id"], "variant": v["variant"], "text": d.text()})).unwrap();
    }
}
