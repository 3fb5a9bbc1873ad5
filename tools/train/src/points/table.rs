//! The tables that the library reads, as Rust source.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use chysto::training::Sign;

/// The points by sign and answer: tenths of the fitted numbers.
pub fn points(weights: &[f64], signs: &[Sign]) -> Vec<Vec<i32>> {
    let mut rest = weights.iter();
    let mut next = |count| rest.by_ref().take(count).map(|weight| (weight * 10.0).round() as i32).collect();
    signs.iter().map(|sign| next(sign.count())).collect()
}

/// Writes the tables; `fewest` is the fewest points that are enough, where a line is judged by itself.
pub fn write(path: &Path, points: &[Vec<i32>], signs: &[Sign], fewest: Option<i32>) -> io::Result<()> {
    let mut source = String::from("//! Written by `tools/train` (docs/metadata.md).\n\n");
    if let Some(fewest) = fewest {
        let _ = write!(
            source,
            "/// Lines with fewer points are no headings.\npub(super) const FEWEST: i32 = {fewest};\n\n"
        );
    }
    source.push_str(
        "/// Points by sign and answer.\n#[rustfmt::skip]\npub(in super::super) const POINTS: &[&[i32]] = &[\n",
    );
    for (sign, points) in signs.iter().zip(points) {
        let points: Vec<String> = points.iter().map(i32::to_string).collect();
        let _ = writeln!(source, "    // {}\n    &[{}],", sign.name, points.join(", "));
    }
    source.push_str("];\n");
    std::fs::write(path, source).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}
