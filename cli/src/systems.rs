//! The list of romanisation systems.

use chysto::translit::System;

const HEADING: [&str; 7] = ["name", "language", "year", "reversible", "authority", "source", "other names"];

/// A line for each system, with tabs between the columns.
pub(crate) fn list() -> String {
    std::iter::once(HEADING.map(str::to_owned))
        .chain(System::all().map(columns))
        .map(|row| row.join("\t") + "\n")
        .collect()
}

fn columns(system: System) -> [String; HEADING.len()] {
    let reversible = if system.is_reversible() { "yes" } else { "no" };
    [
        system.name().to_owned(),
        system.language().to_owned(),
        system.year().to_string(),
        reversible.to_owned(),
        system.authority().to_owned(),
        system.source().to_owned(),
        system.other_names().join(" "),
    ]
}
