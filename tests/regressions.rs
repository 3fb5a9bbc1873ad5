//! The library's promises on the seeds, and on all inputs that once broke one
//! (`fuzz/regressions/TARGET/`, found by the fuzzer or by the property tests).

mod support;

use std::path::{Path, PathBuf};

use chysto::Cleaner;
use support::{files, invariants, targets};

#[test]
fn seeds_keep_the_promises() {
    for path in files::seeds() {
        println!("{}", path.display());
        let page = files::read(&path);
        invariants::check_bytes(&Cleaner::new(), page.as_bytes());
        invariants::check_normalize(&Cleaner::new(), &page);
    }
}

#[test]
fn seeds_keep_the_promises_in_threads() {
    let pages: Vec<String> = files::seeds().iter().map(|path| files::read(path)).collect();
    invariants::check_threads(&Cleaner::new(), &pages);
}

#[test]
fn regressions_stay_repaired() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/regressions");
    let broken: Vec<PathBuf> = files::below(&folder).into_iter().filter(|path| is_broken(path)).collect();
    assert!(broken.is_empty(), "these break promises again (each message stands above): {broken:#?}");
}

/// Runs the fuzz target that the input's folder names, and all that take any bytes.
fn is_broken(path: &Path) -> bool {
    let input = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    let (_, target) = targets::ALL
        .iter()
        .find(|(name, _)| *name == folder)
        .unwrap_or_else(|| panic!("{}: no fuzz target is called `{folder}`", path.display()));
    println!("{}", path.display());
    std::panic::catch_unwind(|| {
        target(&input);
        targets::clean_bytes(&input);
        targets::normalize(&input);
    })
    .is_err()
}

/// Options and a page that broke a promise together; found by the property tests.
#[cfg(feature = "serde")]
const WITH_OPTIONS: &[(&str, &str)] = &[
    ("keep = [\"content/paragraph\"]", "A\r\nA\n¡"),
    ("keep = [\"content\", \"metadata\"]", "21.04.2024 | \u{200b}A word of it"),
    (
        "[normalize]\npreset = \"search\"\nnfc = false\nwhite_space = false",
        "18.07.2023\u{2009}|\u{2009}30.197  мин чтения\n\n21.04.2024\u{2009}|\u{2009}\u{200b}\u{200e}АА00AA В п’ять",
    ),
    (
        "[normalize]\npreset = \"search\"\nwhite_space = false",
        "!\u{a0}\u{a0}\u{2000}[!0a!АААЙ\u{300}\u{300}\u{300}\u{300}АА！｟\u{900}a！！一一一一aA\u{e0020}ᄀᄀ!!0А0",
    ),
];

#[cfg(feature = "serde")]
#[test]
fn options_stay_repaired() {
    for (options, page) in WITH_OPTIONS {
        println!("{options}");
        let options = chysto::Options::from_toml("options.toml", options).expect("options");
        let cleaner = Cleaner::builder().options(options).build().expect("a cleaner");
        invariants::check(&cleaner, page);
        invariants::check_normalize(&cleaner, page);
    }
}

/// Documents that were printed before blocks had a confidence are read as if they were sure.
#[cfg(feature = "serde")]
#[test]
fn confidence_is_read_from_documents_or_refused() {
    let page = "Top of page\n\nThe bridge is open again, and people cross the river on it.";
    let read = |confidence: Option<serde_json::Value>| {
        let mut printed = serde_json::to_value(chysto::clean(page)).expect("a document");
        let block = printed["blocks"][1].as_object_mut().expect("a block");
        block.remove("confidence").expect("the confidence is printed");
        confidence.map(|confidence| block.insert("confidence".to_owned(), confidence));
        serde_json::from_value::<chysto::Document<'static>>(printed)
    };
    let known = [(None, 1.0), (Some(0.734.into()), 0.73), (Some(0.into()), 0.0)];
    for (printed, wanted) in known {
        let document = read(printed).expect("it is between 0 and 1");
        assert_eq!(document.block(1).map(|block| block.confidence()), Some(wanted));
    }
    for wrong in [(-0.01).into(), 1.01.into(), 1e39.into(), serde_json::Value::Null] {
        assert!(read(Some(wrong.clone())).is_err(), "{wrong}");
    }
}
