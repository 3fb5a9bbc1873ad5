//! temp
use std::io::{BufRead, Write};
fn main() {
    let check = std::env::args().nth(1).is_some();
    let stdin = std::io::stdin().lock();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut n, mut idem, mut rest) = (0, 0, 0);
    for line in stdin.lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let t = v["raw"].as_str().unwrap();
        let d = chysto::clean(t);
        if check {
            n += 1;
            if d.restore() != t {
                rest += 1;
                eprintln!("RESTORE {} {}", v["id"], v["variant"]);
            }
            let again = chysto::clean(d.text());
            if again.text() != d.text() {
                idem += 1;
                let a: std::collections::HashSet<&str> = again.text().lines().collect();
                let x: Vec<&str> = d.text().lines().filter(|l| !a.contains(l)).take(2).collect();
                eprintln!("IDEM {} {} {:?}", v["id"], v["variant"], x);
            }
        }
        writeln!(out, "{}", serde_json::json!({"id": v["id"], "variant": v["variant"], "text": d.text(), "lang": d.language().map(|g| g.language().to_string())})).unwrap();
    }
    if check {
        eprintln!("{n} docs, restore faults {rest}, idempotence faults {idem}");
    }
}
