//! The packs that come with the library.

use std::sync::LazyLock;

use super::pack::Pack;

/// Name and TOML of each pack; `common` fits every language.
const SOURCES: &[(&str, &str)] = &[
    ("common", include_str!("packs/common.toml")),
    ("en", include_str!("packs/en.toml")),
    ("uk", include_str!("packs/uk.toml")),
    ("ru", include_str!("packs/ru.toml")),
    ("pl", include_str!("packs/pl.toml")),
    ("de", include_str!("packs/de.toml")),
];

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| SOURCES.iter().filter_map(|(_, toml)| parse(toml)).collect());

/// A test parses every pack, so none is missing from what ships.
fn parse(toml: &str) -> Option<Pack> {
    let parsed = Pack::parse("built-in", toml);
    debug_assert!(parsed.is_ok(), "{parsed:?}");
    parsed.ok()
}

/// All packs that come with the library, parsed once.
pub(crate) fn packs() -> &'static [Pack] {
    &PACKS
}

/// The names of the packs, as options have them.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_parses_under_its_name() {
        for (name, toml) in SOURCES {
            let pack =
                Pack::parse(&format!("src/rules/packs/{name}.toml"), toml).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(pack.name(), *name);
            assert_eq!(pack.language().is_none(), *name == "common");
        }
    }
}
