//! The library's promises, checked on one input.

use std::borrow::Cow;

use chysto::{
    Cleaner, Considered, Document, Edit, EditRule, Field, MetadataValue, Metadatum, NormalizeOptions, Normalized,
    Objection, Role, RoleSet,
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{ensure, places, script, shown};

/// Checks all promises on a page that is text.
pub fn check(cleaner: &Cleaner, source: &str) {
    let document = cleaner.clean(source);
    check_document(cleaner, &document, source);
    ensure!(source, document == cleaner.clean(source), "cleaning twice gives two documents");
    ensure!(source, document == document.clone().into_owned(), "the owned document differs");
    check_idempotence(cleaner, source, document.text());
}

/// Checks all promises on a page that is bytes.
pub fn check_bytes(cleaner: &Cleaner, bytes: &[u8]) {
    let decoded = chysto::decode(bytes);
    let document = cleaner.clean_bytes(bytes);
    let source = document.source();
    ensure!(source, source == decoded.text(), "decoding twice gives two texts");
    ensure!(source, document.info().bytes() == bytes.len(), "the size is {}", document.info().bytes());
    ensure!(source, document.info().encoding() == decoded.encoding(), "decoding twice gives two encodings");
    ensure!(source, document.info().found_by() == decoded.found_by(), "decoding twice finds in two ways");
    let from_text = cleaner.clean(source);
    ensure!(source, document.text() == from_text.text(), "bytes and text are cleaned differently");
    ensure!(source, document.blocks().eq(from_text.blocks()), "bytes and text fall into different blocks");
    check_document(cleaner, &document, source);
    check(cleaner, source);
}

/// Checks the promises of the repair of letters and white space alone.
pub fn check_normalize(cleaner: &Cleaner, source: &str) {
    let normalized = cleaner.normalize(source);
    let text = normalized.text();
    let edits: Vec<_> = normalized.edits().collect();
    script::check_edits(source, &edits);
    check_letters(source);
    let applied = script::applied(source, 0..source.len(), &edits);
    ensure!(source, applied == text, "the edits give\n  {}\n  the text is\n  {}", shown(&applied), shown(text));
    ensure!(source, normalized.restore() == source, "restored:\n  {}", shown(&normalized.restore()));
    let again = cleaner.normalize(text);
    ensure!(source, again.text() == text, "not idempotent:\n  {}\n  {}", shown(text), shown(again.text()));
    check_nfc(cleaner, source, text);
    check_replacement_characters(source, &normalized);
    check_borrowed(source, normalized);
}

/// Checks that text of words and single blanks is right as it stands: nothing but
/// NFC is done to it.
pub fn check_untouched(cleaner: &Cleaner, source: &str) {
    let normalized = cleaner.normalize(source);
    let composed: String = source.nfc().collect();
    ensure!(source, normalized.text() == composed, "became\n  {}", shown(normalized.text()));
    let other = normalized.edits().find(|edit| edit.rule() != EditRule::Nfc);
    ensure!(source, other.is_none(), "edited: {other:?}");
}

/// Checks what every edit may do to letters: those of a reference, of a repaired
/// word or of one normal form are replaced, nothing else touches any.
///
/// Misread text is read again as a whole, and foldings change letters by design: they
/// are left out.
fn check_letters(source: &str) {
    let mut options = NormalizeOptions::default();
    options.mojibake = false;
    let cleaner = Cleaner::builder().packs(Vec::<String>::new()).normalize(options).build().expect("no packs");
    let normalized = cleaner.normalize(source);
    let edits: Vec<Edit<'_>> = normalized.edits().collect();
    for edit in edits {
        let letters = |text: &str| text.chars().filter(|c| is_letter(*c)).collect::<String>();
        let may_replace = matches!(edit.rule(), EditRule::Entity | EditRule::Nfc | EditRule::MixedScript);
        // A later repair's edit may have taken in an earlier one's.
        let is_merged = edit.was().contains('&') || !is_nfc(edit.was());
        // The letters of an escape sequence are the terminal's.
        let may_remove = edit.rule() == EditRule::Escape || edit.was().contains('\u{1b}');
        let same = letters(edit.was()) == letters(edit.text());
        ensure!(source, may_replace || is_merged || may_remove || same, "letters were changed: {edit:?}");
    }
}

/// Hangul fillers are letters only in name.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{180e}')
}

/// Checks that threads that share a cleaner give what one alone gives.
pub fn check_threads(cleaner: &Cleaner, sources: &[String]) {
    let alone: Vec<Document<'_>> = sources.iter().map(|source| cleaner.clean(source)).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for (source, document) in sources.iter().zip(&alone) {
                    ensure!(source, cleaner.clean(source) == *document, "a thread gives another document");
                }
            });
        }
    });
}

/// Checks what holds of any document by itself, however it was made.
pub fn check_document(cleaner: &Cleaner, document: &Document<'_>, source: &str) {
    ensure!(source, document.source() == source, "the source is\n  {}", shown(document.source()));
    check_tiling(document, source);
    script::check(document, source);
    places::check(document, source);
    check_blocks(cleaner, document, source);
    check_sections(document, source);
    let may_be_title = |block: &usize| document.block(*block).is_some_and(|block| block.role() != Role::Title);
    ensure!(
        source,
        document.titles_considered().iter().all(may_be_title),
        "titles: {:?}",
        document.titles_considered()
    );
    check_metadata(document, source);
    check_guess(document, source);
    check_nfc(cleaner, source, document.text());
    #[cfg(feature = "serde")]
    super::json::check_round_trip(document, source);
}

/// Promise 1: every character that is not white space lies in exactly one block.
pub fn check_tiling(document: &Document<'_>, source: &str) {
    let mut end = 0;
    for (number, block) in document.blocks().enumerate() {
        let span = block.span();
        ensure!(source, end <= span.start(), "block {number} at {span:?} overlaps the one before, which ends at {end}");
        ensure!(source, !span.is_empty(), "block {number} at {span:?} is empty");
        ensure!(source, source.get(span.range()).is_some(), "block {number} at {span:?} cuts a character");
        check_white_space(source, end, span.start());
        end = span.end();
    }
    check_white_space(source, end, source.len());
}

fn check_white_space(source: &str, start: usize, end: usize) {
    let between = &source[start..end];
    ensure!(source, between.trim().is_empty(), "in no block, at {start}..{end}: {}", shown(between));
}

/// Promise 3: cleaning clean text changes nothing.
fn check_idempotence(cleaner: &Cleaner, source: &str, text: &str) {
    // Promised where all of the article is kept: without its title, the next line may become one.
    let keep = cleaner.options().keep;
    let promised = RoleSet::default().iter().all(|role| keep.contains(role));
    let again = cleaner.clean(text);
    if again.text() == text || !promised {
        return;
    }
    let gone: Vec<String> = again
        .blocks()
        .filter(|block| !block.is_kept())
        .map(|block| format!("{} {:?} ({})", block.role(), block.text(), block.reason()))
        .collect();
    ensure!(
        source,
        false,
        "not idempotent:\n  once:  {}\n  twice: {}\n  gone the second time: {}",
        shown(text),
        shown(again.text()),
        gone.join("; ")
    );
}

/// Promise 5, of the text; not given where the option is off.
fn check_nfc(cleaner: &Cleaner, source: &str, text: &str) {
    let promised = cleaner.options().normalize.nfc;
    ensure!(source, !promised || is_nfc(text), "the text is not in NFC: {}", shown(text));
}

/// Replacement characters of the source stay, and are told.
fn check_replacement_characters(source: &str, normalized: &Normalized<'_>) {
    let told = normalized.replacement_characters().map(|span| &source[span.range()]);
    let (told, there) = (told.filter(|found| *found == "\u{fffd}").count(), source.matches('\u{fffd}').count());
    let left = normalized.text().matches('\u{fffd}').count();
    // What stands in an escape sequence is no text.
    let stays = left >= there || source.contains('\u{1b}');
    ensure!(source, told == there && stays, "{there} replacement characters, {told} told, {left} left");
}

fn check_borrowed(source: &str, normalized: Normalized<'_>) {
    let unchanged = normalized.text() == source;
    ensure!(
        source,
        unchanged == (normalized.edits().len() == 0),
        "unchanged: {unchanged}, though there are edits or none"
    );
    let borrowed = matches!(normalized.into_text(), Cow::Borrowed(_));
    ensure!(source, borrowed == unchanged, "unchanged: {unchanged}, borrowed: {borrowed}");
}

fn check_blocks(cleaner: &Cleaner, document: &Document<'_>, source: &str) {
    let titles = document.blocks().filter(|block| block.role() == Role::Title).count();
    ensure!(source, titles <= 1, "{titles} titles");
    for (number, block) in document.blocks().enumerate() {
        let text = block.text();
        ensure!(source, text.trim() == text, "block {number} has white space around it: {}", shown(text));
        ensure!(source, !text.chars().any(script::is_line_break), "block {number} has several lines: {}", shown(text));
        let kept = cleaner.options().keep.contains(block.role()) && !text.is_empty();
        ensure!(source, block.is_kept() == kept, "block {number}, {}, is kept: {}", block.role(), block.is_kept());
        ensure!(source, document.block(number) == Some(block), "block {number} is another one by its number");
        ensure!(source, !block.reason().to_string().is_empty(), "block {number} has no reason");
        check_nfc(cleaner, source, text);
    }
    let first = document.blocks().find(|block| block.role() == Role::Title).map(|block| block.text());
    ensure!(source, document.title() == first, "the title is {:?}", document.title());
}

/// Every kept block of the content, but the title, lies in one section.
fn check_sections(document: &Document<'_>, source: &str) {
    let mut listed = Vec::new();
    for section in document.sections() {
        let heading = section.heading_block().and_then(|number| document.block(number));
        ensure!(
            source,
            heading.map(|block| block.text()) == section.heading(),
            "the heading of {section:?} is elsewhere"
        );
        ensure!(
            source,
            heading.is_none_or(|block| block.role() == Role::Heading),
            "the heading of {section:?} is none"
        );
        ensure!(source, heading.is_none() == (section.level() == 0), "the level of {section:?}");
        let above = section.parent().and_then(|parent| document.sections().get(parent));
        ensure!(
            source,
            section.level() == above.map_or(section.level().min(1), |above| above.level() + 1),
            "the parent of {section:?}"
        );
        listed.extend(section.heading_block());
        listed.extend_from_slice(section.blocks());
        for number in section.blocks() {
            let content = document.block(*number).is_some_and(|block| block.role().is_content() && block.is_kept());
            ensure!(source, content, "block {number} of {section:?} is no content");
        }
    }
    let expected = document.blocks().enumerate().filter(|(_, block)| match block.role() {
        Role::Title => false,
        Role::Heading => true,
        role => role.is_content() && block.is_kept(),
    });
    ensure!(
        source,
        expected.map(|(number, _)| number).eq(listed.iter().copied()),
        "the sections list the blocks {listed:?}"
    );
}

/// Every value, taken or not, stands inside of its block.
fn check_metadata(document: &Document<'_>, source: &str) {
    let considered = document.metadata().considered().map(Considered::value);
    for entry in document.metadata().iter().chain(considered) {
        let (field, span) = (entry.field(), entry.span());
        let block = document.block(entry.block()).map(|block| block.span());
        let inside = block.is_some_and(|block| block.start() <= span.start() && span.end() <= block.end());
        ensure!(source, inside, "{field} at {span:?} is not in block {}, {block:?}", entry.block());
        ensure!(source, !span.is_empty(), "{field} is nowhere in block {}", entry.block());
        ensure!(source, source.get(span.range()).is_some(), "{field} at {span:?} cuts a character");
        ensure!(source, !entry.reason().to_string().is_empty(), "{field} has no reason");
    }
    check_considered(document, source);
    check_metadata_values(document, source);
}

/// Where a value was considered and found fit, another one was taken.
fn check_considered(document: &Document<'_>, source: &str) {
    for considered in document.metadata().considered() {
        let taken = document.metadata().get(considered.value().field());
        let is_compared = matches!(
            considered.objection(),
            Objection::NoDay | Objection::FartherFromHead | Objection::Later | Objection::SaysTheSame
        );
        ensure!(source, !is_compared || taken.is_some(), "{considered:?} is compared with nothing");
        let is_same = taken.is_some_and(|taken| taken.value() == considered.value().value());
        ensure!(
            source,
            considered.objection() != Objection::SaysTheSame || is_same,
            "{considered:?} says another thing"
        );
    }
}

/// Every value, taken or not, is of its field's kind, and a field has one.
pub fn check_metadata_values(document: &Document<'_>, source: &str) {
    let metadata = document.metadata();
    for entry in metadata.iter().chain(metadata.considered().map(Considered::value)) {
        ensure!(source, is_of_its_kind(entry), "{} is {:?}", entry.field(), entry.value());
    }
    for entry in metadata.iter() {
        let field = entry.field();
        ensure!(source, metadata.get(field) == Some(entry), "{field} stands there twice");
    }
}

fn is_of_its_kind(entry: &Metadatum) -> bool {
    let field = entry.field();
    match entry.value() {
        MetadataValue::Number(_) => field.is_numeric(),
        MetadataValue::Date(_) | MetadataValue::Relative(_) => field.is_date(),
        MetadataValue::List(list) => field.is_list() && !list.is_empty(),
        // Authors are one name or a list of them, tags always a list.
        MetadataValue::Text(text) => {
            !text.trim().is_empty() && !field.is_numeric() && !field.is_date() && field != Field::Tags
        }
        _ => false,
    }
}

fn check_guess(document: &Document<'_>, source: &str) {
    for block in document.blocks() {
        ensure!(source, (0.5..=1.0).contains(&block.confidence()), "{block:?}");
    }
    let Some(guess) = document.language() else { return };
    ensure!(source, (0.0..=1.0).contains(&guess.confidence()), "the confidence is {}", guess.confidence());
}
