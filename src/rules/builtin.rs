//! The packs that come with the library.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

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

/// The packs by their place in `SOURCES`, each parsed when it is first asked for.
static PACKS: [OnceLock<Option<Pack>>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];

fn pack(place: usize) -> Option<&'static Pack> {
    PACKS[place].get_or_init(|| parse(SOURCES[place].1)).as_ref()
}

/// A test parses every pack, so none is missing from what ships.
fn parse(toml: &str) -> Option<Pack> {
    let parsed = Pack::parse("built-in", toml);
    debug_assert!(parsed.is_ok(), "{parsed:?}");
    parsed.ok()
}

/// More threads than this would wait for the one that compiles.
const MOST_HELPERS: usize = 3;

/// Gives all packs that come with the library to `compile`, while other threads
/// parse ahead of it. Where there are none, it parses them itself.
pub(crate) fn with_packs<T>(compile: impl FnOnce(&mut dyn Iterator<Item = &'static Pack>) -> T) -> T {
    let helpers = thread::available_parallelism().map_or(0, |threads| MOST_HELPERS.min(threads.get() - 1));
    let next = AtomicUsize::new(1);
    let parse_ahead = || {
        while next.load(Relaxed) < SOURCES.len() {
            pack(next.fetch_add(1, Relaxed).min(SOURCES.len() - 1));
        }
    };
    thread::scope(|scope| {
        for _ in 0..helpers {
            // A thread that cannot be had is none the worse for the result.
            let _ = thread::Builder::new().spawn_scoped(scope, parse_ahead);
        }
        compile(&mut (0..SOURCES.len()).filter_map(pack))
    })
}

/// The pack of this name.
pub(crate) fn find(name: &str) -> Option<&'static Pack> {
    SOURCES.iter().position(|(known, _)| *known == name).and_then(pack)
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
