//! Documents as JSON (or any other format of serde).

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::restore::{ScriptBlock, rebuild};
use super::{Document, Source};
use crate::assemble::{BlockRecord, Section};
use crate::confidence::Confidence;
use crate::edit::{Edit, EditRecord, EditRule};
use crate::error::{Error, Kind};
use crate::language::{Language, LanguageGuess};
use crate::metadata::Metadatum;
use crate::reason::{Reason, Why};
use crate::role::Role;
use crate::span::Span;

mod metadata;

/// The printed document; texts are borrowed where it is written.
#[derive(Serialize, Deserialize)]
struct Printed<'d> {
    source: PrintedSource,
    language: Option<PrintedLanguage>,
    title: Option<String>,
    #[serde(default)]
    titles_considered: Vec<usize>,
    #[serde(default)]
    metadata: metadata::Values,
    #[serde(default)]
    metadata_sources: metadata::Sources,
    #[serde(default)]
    metadata_considered: Vec<metadata::PassedOver>,
    text: Cow<'d, str>,
    sections: Vec<PrintedSection>,
    blocks: Vec<PrintedBlock<'d>>,
    edits: Vec<PrintedEdit<'d>>,
}

#[derive(Serialize, Deserialize)]
struct PrintedSource {
    name: Option<String>,
    bytes: usize,
    encoding: String,
    found_by: String,
}

#[derive(Serialize, Deserialize)]
struct PrintedLanguage {
    code: String,
    confidence: f32,
    reliable: bool,
}

#[derive(Serialize, Deserialize)]
struct PrintedSection {
    heading: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    heading_block: Option<usize>,
    level: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<usize>,
    blocks: Vec<usize>,
}

#[derive(Serialize, Deserialize)]
struct PrintedBlock<'d> {
    span: (usize, usize),
    role: Cow<'static, str>,
    text: Cow<'d, str>,
    language: Option<String>,
    reason: String,
    /// Documents that were printed without it hold together as well.
    #[serde(default = "certain")]
    confidence: f32,
    kept: bool,
}

#[derive(Serialize, Deserialize)]
struct PrintedEdit<'d> {
    span: (usize, usize),
    was: Cow<'d, str>,
    text: Cow<'d, str>,
    rule: Cow<'static, str>,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        print(self).serialize(serializer)
    }
}

/// The source is not part of the printed document: it is rebuilt from the text
/// and the script, and a document that contradicts itself is refused.
impl<'de> Deserialize<'de> for Document<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(Printed::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

fn print<'d>(document: &'d Document<'_>) -> Printed<'d> {
    let info = &document.info;
    Printed {
        source: PrintedSource {
            name: info.name.clone(),
            bytes: info.bytes,
            encoding: info.encoding.name().to_owned(),
            found_by: info.found_by.name().to_owned(),
        },
        language: document.language.map(print_language),
        title: document.title().map(str::to_owned),
        titles_considered: document.titles_considered.clone(),
        metadata: metadata::Values::of(&document.metadata),
        metadata_sources: metadata::Sources::of(&document.metadata),
        metadata_considered: metadata::passed_over(&document.metadata),
        text: Cow::Borrowed(&document.text),
        sections: document.sections.iter().map(print_section).collect(),
        blocks: document.blocks.iter().map(print_block).collect(),
        edits: document.edits().map(print_edit).collect(),
    }
}

fn print_language(guess: LanguageGuess) -> PrintedLanguage {
    PrintedLanguage {
        code: guess.language.to_string(),
        // Two decimals say all that there is to say.
        confidence: (guess.confidence * 100.0).round() / 100.0,
        reliable: guess.reliable,
    }
}

fn print_section(section: &Section) -> PrintedSection {
    PrintedSection {
        heading: section.heading.clone(),
        heading_block: section.heading_block,
        level: section.level,
        parent: section.parent,
        blocks: section.blocks.clone(),
    }
}

fn print_block<'d>(block: &'d BlockRecord<'_>) -> PrintedBlock<'d> {
    PrintedBlock {
        span: print_span(block.span),
        role: Cow::Owned(block.role.to_string()),
        text: Cow::Borrowed(&block.text),
        language: block.language.map(|language| language.to_string()),
        reason: block.reason.to_string(),
        confidence: block.reason.1.share(),
        kept: block.kept,
    }
}

/// An edit as [`Document`]s and normalised texts print it.
impl Serialize for Edit<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        print_edit(*self).serialize(serializer)
    }
}

fn print_edit(edit: Edit<'_>) -> PrintedEdit<'_> {
    PrintedEdit {
        span: print_span(edit.span),
        was: Cow::Borrowed(edit.was),
        text: Cow::Borrowed(edit.text),
        rule: Cow::Borrowed(edit.rule.name()),
    }
}

fn print_span(span: Span) -> (usize, usize) {
    (span.start(), span.end())
}

fn read(printed: Printed<'_>) -> Result<Document<'static>, Error> {
    let mut blocks = printed.blocks.into_iter().map(read_block).collect::<Result<Vec<_>, _>>()?;
    let rules = printed.edits.iter().map(|edit| edit.rule.parse()).collect::<Result<Vec<EditRule>, _>>()?;
    let source = rebuild(&printed.text, blocks.iter().map(script_block), views(&printed.edits, &rules))?;
    crate::assemble::place(&source, &mut blocks);
    let edits = records(&printed.edits, &rules);
    let document = Document {
        info: read_source(printed.source)?,
        source: Cow::Owned(source),
        text: Cow::Owned(printed.text.into_owned()),
        language: printed.language.map(read_language).transpose()?,
        metadata: metadata::read(printed.metadata, printed.metadata_sources, printed.metadata_considered)?,
        titles_considered: printed.titles_considered,
        sections: printed.sections.into_iter().map(read_section).collect(),
        blocks,
        edits,
    };
    checked(document)
}

/// Spans that do not fall on characters of the rebuilt source, and sections of
/// blocks that are not there, would make later calls fail.
fn checked(document: Document<'static>) -> Result<Document<'static>, Error> {
    let source = &document.source;
    let spans = document.blocks.iter().map(|block| block.span).chain(document.edits.iter().map(|edit| edit.span));
    let spans = spans.chain(document.metadata.read_off().map(|entry| entry.span));
    let on_characters = |span: Span| source.is_char_boundary(span.start()) && source.is_char_boundary(span.end());
    let blocks_exist = |section: &Section| {
        section.blocks.iter().chain(&section.heading_block).all(|block| *block < document.blocks.len())
    };
    // A section is part of an earlier one, so that nobody goes round in a circle.
    let parents_exist = |(place, section): (usize, &Section)| section.parent.is_none_or(|parent| parent < place);
    let sections_exist =
        document.sections.iter().all(blocks_exist) && document.sections.iter().enumerate().all(parents_exist);
    let lies_in_block = |entry: &Metadatum| {
        let block = document.blocks.get(entry.block).map(|block| block.span);
        block.is_some_and(|block| block.start() <= entry.span.start() && entry.span.end() <= block.end())
    };
    let metadata_exist = document.metadata.read_off().all(lies_in_block);
    let titles_exist = document.titles_considered.iter().all(|block| *block < document.blocks.len());
    match spans.into_iter().all(on_characters) && sections_exist && metadata_exist && titles_exist {
        true => Ok(document),
        false => Err(Error::new(
            Kind::Document,
            "the document contradicts itself: a span, a section, a title or a metadatum points nowhere",
        )),
    }
}

fn script_block<'d>(block: &'d BlockRecord<'static>) -> ScriptBlock<'d> {
    ScriptBlock { span: block.span, text: &block.text, kept: block.kept }
}

fn views<'d>(edits: &'d [PrintedEdit<'_>], rules: &'d [EditRule]) -> impl Iterator<Item = Edit<'d>> {
    edits.iter().zip(rules).map(|(edit, rule)| Edit {
        span: Span::new(edit.span.0, edit.span.1),
        was: &edit.was,
        text: &edit.text,
        rule: *rule,
    })
}

fn records(edits: &[PrintedEdit<'_>], rules: &[EditRule]) -> Vec<EditRecord> {
    views(edits, rules)
        .map(|edit| EditRecord { span: edit.span, text: Cow::Owned(edit.text.to_owned()), rule: edit.rule })
        .collect()
}

fn certain() -> f32 {
    Confidence::SURE.share()
}

fn read_block(block: PrintedBlock<'_>) -> Result<BlockRecord<'static>, Error> {
    let confidence = Confidence::read(block.confidence)
        .ok_or_else(|| Error::new(Kind::Document, "a block's confidence is not between 0 and 1"))?;
    Ok(BlockRecord {
        span: Span::new(block.span.0, block.span.1),
        text: Cow::Owned(block.text.into_owned()),
        role: block.role.parse::<Role>()?,
        reason: Reason(Why::Read(block.reason.into()), confidence),
        language: block.language.map(|code| code.parse::<Language>()).transpose()?,
        kept: block.kept,
        text_start: 0,
    })
}

fn read_source(source: PrintedSource) -> Result<Source, Error> {
    Ok(Source {
        name: source.name,
        bytes: source.bytes,
        encoding: source.encoding.parse()?,
        found_by: source.found_by.parse()?,
    })
}

fn read_language(language: PrintedLanguage) -> Result<LanguageGuess, Error> {
    if !(0.0..=1.0).contains(&language.confidence) {
        return Err(Error::new(Kind::Document, "the language's confidence is not between 0 and 1"));
    }
    Ok(LanguageGuess { language: language.code.parse()?, confidence: language.confidence, reliable: language.reliable })
}

fn read_section(section: PrintedSection) -> Section {
    Section {
        heading: section.heading,
        heading_block: section.heading_block,
        level: section.level,
        parent: section.parent,
        blocks: section.blocks,
    }
}
