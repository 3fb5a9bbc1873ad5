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
    ("be", include_str!("packs/be.toml")),
    ("bg", include_str!("packs/bg.toml")),
    ("sr", include_str!("packs/sr.toml")),
    ("mk", include_str!("packs/mk.toml")),
    ("kk", include_str!("packs/kk.toml")),
    ("fr", include_str!("packs/fr.toml")),
    ("es", include_str!("packs/es.toml")),
    ("it", include_str!("packs/it.toml")),
    ("pt", include_str!("packs/pt.toml")),
    ("nl", include_str!("packs/nl.toml")),
    ("cs", include_str!("packs/cs.toml")),
    ("sk", include_str!("packs/sk.toml")),
    ("sl", include_str!("packs/sl.toml")),
    ("hr", include_str!("packs/hr.toml")),
    ("hu", include_str!("packs/hu.toml")),
    ("ro", include_str!("packs/ro.toml")),
    ("tr", include_str!("packs/tr.toml")),
    ("el", include_str!("packs/el.toml")),
    ("sv", include_str!("packs/sv.toml")),
    ("da", include_str!("packs/da.toml")),
    ("nb", include_str!("packs/nb.toml")),
    ("fi", include_str!("packs/fi.toml")),
    ("et", include_str!("packs/et.toml")),
    ("lv", include_str!("packs/lv.toml")),
    ("lt", include_str!("packs/lt.toml")),
    ("ar", include_str!("packs/ar.toml")),
    ("he", include_str!("packs/he.toml")),
    ("fa", include_str!("packs/fa.toml")),
    ("hi", include_str!("packs/hi.toml")),
    ("id", include_str!("packs/id.toml")),
    ("zh", include_str!("packs/zh.toml")),
    ("ja", include_str!("packs/ja.toml")),
    ("ko", include_str!("packs/ko.toml")),
    ("vi", include_str!("packs/vi.toml")),
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
