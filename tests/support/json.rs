//! Documents printed and read again.

use chysto::{Considered, Document, TextSpan};

use super::{ensure, shown};

/// Checks that a document that was printed is read as the same one.
pub fn check_round_trip(document: &Document<'_>, source: &str) {
    let printed = print(document);
    let read = serde_json::from_str::<Document<'static>>(&printed);
    ensure!(source, read.is_ok(), "what was printed is refused: {:?}\n  {}", read.err(), shown(&printed));
    let Ok(read) = read else { return };
    ensure!(source, print(&read) == printed, "printed again:\n  {}\n  {}", shown(&printed), shown(&print(&read)));
    ensure!(source, read.source() == source, "another source:\n  {}", shown(read.source()));
    ensure!(source, read.restore() == source, "restored:\n  {}", shown(&read.restore()));
    check_equal(document, &read, source);
}

/// Equal but for the language's confidence, which is printed with two decimals.
fn check_equal(document: &Document<'_>, read: &Document<'_>, source: &str) {
    ensure!(source, read.info() == document.info(), "{:?}", read.info());
    ensure!(source, read.text() == document.text(), "another text:\n  {}", shown(read.text()));
    ensure!(source, read.title() == document.title(), "{:?}", read.title());
    ensure!(source, read.titles_considered() == document.titles_considered(), "{:?}", read.titles_considered());
    ensure!(source, read.metadata() == document.metadata(), "{:?}\n  {:?}", document.metadata(), read.metadata());
    ensure!(source, read.sections() == document.sections(), "{:?}", read.sections());
    ensure!(source, read.blocks().eq(document.blocks()), "other blocks");
    ensure!(source, read.edits().eq(document.edits()), "other edits");
    let language = |document: &Document<'_>| document.language().map(|guess| (guess.language(), guess.is_reliable()));
    ensure!(source, language(read) == language(document), "{:?}", read.language());
}

/// Checks a document that anybody may have written: it is refused, or it holds
/// together.
pub fn check_foreign(printed: &str) {
    let Ok(document) = serde_json::from_str::<Document<'static>>(printed) else { return };
    let source = document.source();
    ensure!(
        printed,
        document.restore() == source,
        "restored {}, the source is {}",
        shown(&document.restore()),
        shown(source)
    );
    call_all(&document, printed);
    super::script::check(&document, source);
    super::invariants::check_tiling(&document, source);
    super::invariants::check_metadata_values(&document, source);
    check_round_trip(&document, source);
}

/// Calls what slices, so that a span that points nowhere is found.
fn call_all(document: &Document<'_>, printed: &str) {
    let source = document.source();
    for block in document.blocks() {
        ensure!(printed, source.get(block.span().range()).is_some(), "{block:?} is nowhere");
        let place = block.text_span().map(|place| document.text().get(place.range()));
        ensure!(printed, place.is_none_or(|text| text == Some(block.text())), "{block:?} is not in the text");
        ensure!(
            printed,
            block.reason().rule().is_none_or(|rule| block.reason().to_string().ends_with(rule)),
            "{block:?}"
        );
    }
    for edit in document.edits() {
        ensure!(printed, source.get(edit.span().range()) == Some(edit.was()), "{edit:?} is not what was there");
    }
    let considered = document.metadata().considered().map(Considered::value);
    for entry in document.metadata().iter().chain(considered) {
        ensure!(printed, source.get(entry.span().range()).is_some(), "{entry:?} is nowhere");
        ensure!(printed, document.block(entry.block()).is_some(), "{entry:?} is in no block");
    }
    for section in document.sections() {
        let found =
            section.blocks().iter().chain(&section.heading_block()).all(|number| document.block(*number).is_some());
        ensure!(printed, found, "{section:?} names blocks that are not there");
    }
    for at in 0..=document.text().len() + 1 {
        let span = document.source_span(TextSpan::new(at, at + 3));
        ensure!(printed, span.end() <= source.len(), "{at} of the text is said to come from {span:?}");
    }
}

fn print(document: &Document<'_>) -> String {
    serde_json::to_string(document).expect("documents are printed")
}
