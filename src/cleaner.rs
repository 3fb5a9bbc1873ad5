//! The cleaner: options, compiled packs, and the order of the stages.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use crate::assemble::{self, BlockRecord};
use crate::classify::{self, RawBlock};
use crate::date::Date;
use crate::date_reading::DateReading;
use crate::decode::{Decoded, FoundBy, decode};
use crate::document::{Document, Source};
use crate::encoding::Encoding;
use crate::error::{Error, Kind, suggestion};
use crate::language::Language;
use crate::layout;
use crate::normalize::mojibake::Memory;
use crate::normalize::{self, NormalizeOptions};
use crate::normalized::Normalized;
use crate::options::Options;
use crate::role::RoleSet;
use crate::rules::{Pack, RuleSet, builtin};

/// Cleans pages, many of them, from any number of threads.
///
/// Cheap to clone. Cleaning never fails and never panics, whatever the input;
/// it takes time linear in the input's size and memory a small multiple of it.
///
/// ```
/// use chysto::Cleaner;
///
/// let cleaner = Cleaner::new();
/// let texts: Vec<String> = std::thread::scope(|scope| {
///     let pages = ["Top of page\n\nThe bridge is open again.", "Read also: A river\n\nThe river is high."];
///     let threads: Vec<_> = pages.map(|page| scope.spawn(|| cleaner.clean(page).text().to_owned())).into();
///     threads.into_iter().map(|thread| thread.join().unwrap()).collect()
/// });
/// assert_eq!(texts, ["The bridge is open again.", "The river is high."]);
/// ```
#[derive(Clone, Debug)]
pub struct Cleaner {
    options: Arc<Options>,
    rules: Arc<RuleSet>,
}

static BUILT_IN: LazyLock<Arc<RuleSet>> = LazyLock::new(|| Arc::new(builtin::with_packs(|packs| RuleSet::new(packs))));

impl Cleaner {
    /// A cleaner with default options and all built-in packs.
    pub fn new() -> Self {
        Self { options: Arc::default(), rules: BUILT_IN.clone() }
    }

    /// A cleaner with options of your own.
    pub fn builder() -> CleanerBuilder {
        CleanerBuilder::default()
    }

    /// The options that it was built with.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Cleans a page that is text already.
    pub fn clean<'s>(&self, source: &'s str) -> Document<'s> {
        let info = Source { name: None, bytes: source.len(), encoding: Encoding::UTF_8, found_by: FoundBy::Text };
        self.assemble(source, info)
    }

    /// Cleans a page that is still bytes, in any encoding.
    ///
    /// ```
    /// let document = chysto::Cleaner::new().clean_bytes(b"\xd1\xf2\xe0\xf0\xe8\xe9 \xec\xb3\xf1\xf2 \xe7\xed\xee\xe2\xf3 \xe2\xb3\xe4\xea\xf0\xe8\xf2\xee.");
    /// assert_eq!(document.text(), "Старий міст знову відкрито.");
    /// assert_eq!(document.info().encoding().name(), "windows-1251");
    /// ```
    pub fn clean_bytes<'b>(&self, bytes: &'b [u8]) -> Document<'b> {
        let decoded = decode(bytes);
        let info = Self::info(&decoded, bytes.len());
        match decoded.into_text() {
            Cow::Borrowed(source) => self.assemble(source, info),
            // Blocks borrow from the source, so an owned source is cleaned as borrowed first.
            Cow::Owned(source) => {
                let document = self.assemble(&source, info).into_owned();
                Document { source: Cow::Owned(source), ..document }
            }
        }
    }

    /// Cleans a page that was decoded by the caller; `bytes` is its size before that.
    pub fn clean_decoded<'d>(&self, decoded: &'d Decoded<'_>, bytes: usize) -> Document<'d> {
        self.assemble(decoded.text(), Self::info(decoded, bytes))
    }

    fn info(decoded: &Decoded<'_>, bytes: usize) -> Source {
        Source { name: None, bytes, encoding: decoded.encoding(), found_by: decoded.found_by() }
    }

    /// Repairs letters and white space, and leaves all lines in their places.
    pub fn normalize<'s>(&self, source: &'s str) -> Normalized<'s> {
        Normalized::new(source, self.options.normalize)
    }

    /// The date that `text` is: the whole of it, in the words of the packs, without a label.
    ///
    /// `language` tells whose words they are and which number of `03/04/2024` is the month;
    /// without it the packs' languages must agree. A time of day is the text's own, whatever
    /// zone stands behind it. [`DateReading::Unclear`] where it is a date but open which;
    /// none where it is no date: other text, days that no calendar has, times that no clock has.
    ///
    /// ```
    /// use chysto::{Cleaner, DateReading, Language};
    ///
    /// let cleaner = Cleaner::new();
    /// let read = |text: &str, language: &str| cleaner.read_date(text, language.parse::<Language>().ok());
    /// let date = |text: &str| DateReading::Date(text.parse().unwrap());
    /// assert_eq!(read("21. April 2024, 14:20 Uhr", "de"), Some(date("2024-04-21T14:20")));
    /// assert_eq!(read("вчора о 14:20", "uk"), Some(DateReading::Relative("-P1DT14:20".parse().unwrap())));
    /// assert_eq!(read("03/04/2024", "fr"), Some(date("2024-04-03")));
    /// assert_eq!(cleaner.read_date("03/04/2024", None), Some(DateReading::Unclear));
    /// assert_eq!(read("31 April 2024", "en"), None);
    /// ```
    pub fn read_date(&self, text: &str, language: Option<Language>) -> Option<DateReading> {
        let reading = self.rules.read_date(text, language.or(self.options.language))?;
        Some(reading.seen_from(self.options.reference_time))
    }

    /// The number that `text` is, as counters print it: the whole of it, with digits of any
    /// script, groups, and words that multiply.
    ///
    /// `language` tells whose words they are; without it the packs' languages must agree.
    /// None where it is no number, and where the value is in doubt: a fraction that nothing
    /// multiplies (`4.5`), leading zeros (`044 123`), groups parted in several ways (`1.234,567`).
    ///
    /// ```
    /// use chysto::{Cleaner, Language};
    ///
    /// let cleaner = Cleaner::new();
    /// let read = |text: &str, language: &str| cleaner.read_number(text, language.parse::<Language>().ok());
    /// assert_eq!(read("18 643", "uk"), Some(18_643));
    /// assert_eq!(read("12,5 тис.", "uk"), Some(12_500));
    /// assert_eq!((read("12 mil", "es"), read("12 mil", "hr")), (Some(12_000), Some(12_000_000)));
    /// assert_eq!(read("4.5", "en"), None);
    /// ```
    pub fn read_number(&self, text: &str, language: Option<Language>) -> Option<u64> {
        self.rules.read_number(text, language.or(self.options.language))
    }

    /// The stages, one after another.
    fn assemble<'s>(&self, source: &'s str, info: Source) -> Document<'s> {
        let mut edits = Vec::new();
        let raw = self.blocks(source, &mut edits);
        let classified = classify::classify(&raw, &self.rules, self.options.keep, self.options.language);
        let mut blocks: Vec<BlockRecord<'s>> =
            raw.into_iter().zip(classified.verdicts).map(|(raw, verdict)| self.record(raw, verdict)).collect();
        let joined = assemble::join(source, &mut blocks);
        edits.extend(joined.gaps);
        edits.sort_by_key(|edit| (edit.span.start(), edit.span.end()));
        let language = classified.language;
        let metadata = assemble::metadata(&assemble::Page {
            blocks: &blocks,
            edits: &edits,
            rules: &self.rules,
            language: language.map(|guess| guess.language),
            reference: self.options.reference_time,
        });
        Document {
            info,
            source: Cow::Borrowed(source),
            text: joined.text,
            language,
            metadata,
            titles_considered: classified.titles_considered,
            sections: assemble::sections(&blocks),
            blocks,
            edits,
        }
    }

    /// Layout, normalisation, and the division of lines that hold several blocks.
    fn blocks<'s>(&self, source: &'s str, edits: &mut Vec<crate::edit::EditRecord>) -> Vec<RawBlock<'s>> {
        let mut blocks = Vec::new();
        let mut segmenter = classify::Segmenter::new(&self.rules, self.options.normalize);
        let mut memory = Memory::default();
        let mut take = |line: layout::Line| {
            let first_edit = edits.len();
            let start = line.span.start();
            let (line_source, options) = (&source[line.span.range()], self.options.normalize);
            let text = normalize::line(line_source, line.traits, start, options, &mut memory, edits);
            segmenter.segment(source, line.span, text, edits, first_edit, &mut blocks);
        };
        // Where blanks stay as they are, a gap that other repairs make would part what was whole.
        let parts_cells = self.options.normalize.white_space;
        layout::lines(source, |line| if parts_cells { layout::cells(source, line, &mut take) } else { take(line) });
        blocks
    }

    /// The blocks of a page before the decision.
    #[cfg(feature = "training")]
    pub(crate) fn raw_blocks<'s>(&self, source: &'s str) -> Vec<RawBlock<'s>> {
        self.blocks(source, &mut Vec::new())
    }

    /// The compiled packs.
    #[cfg(feature = "training")]
    pub(crate) fn rules(&self) -> &RuleSet {
        &self.rules
    }

    fn record<'s>(&self, raw: RawBlock<'s>, verdict: classify::Verdict) -> BlockRecord<'s> {
        BlockRecord {
            span: raw.span,
            kept: self.options.keep.contains(verdict.role) && !raw.text.is_empty(),
            text: raw.text,
            role: verdict.role,
            reason: verdict.reason,
            language: verdict.language,
            text_start: 0,
        }
    }
}

impl Default for Cleaner {
    fn default() -> Self {
        Self::new()
    }
}

/// Builds a [`Cleaner`] with options and packs of your own.
#[derive(Clone, Debug, Default)]
pub struct CleanerBuilder {
    options: Options,
    packs: Vec<Pack>,
}

impl CleanerBuilder {
    /// Takes all options from `options`.
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The roles that stay in the text.
    ///
    /// ```
    /// use chysto::{Class, Cleaner, RoleSet};
    ///
    /// let cleaner = Cleaner::builder().keep(RoleSet::class(Class::Artifact)).build().unwrap();
    /// assert_eq!(cleaner.clean("Top of page\n\nThe bridge is open again.").text(), "Top of page");
    /// ```
    pub fn keep(mut self, roles: RoleSet) -> Self {
        self.options.keep = roles;
        self
    }

    /// Which repairs are made.
    pub fn normalize(mut self, normalize: NormalizeOptions) -> Self {
        self.options.normalize = normalize;
        self
    }

    /// The language of the documents, if it is known.
    pub fn language(mut self, language: Language) -> Self {
        self.options.language = Some(language);
        self
    }

    /// The time at which the pages were shown: relative dates are counted from it.
    ///
    /// ```
    /// let cleaner = chysto::Cleaner::builder().reference_time("2024-04-21T14:20".parse().unwrap()).build().unwrap();
    /// let document = cleaner.clean("A bridge reopens\n\nPublished 2 hours ago\n\nThe old bridge is open again.");
    /// assert_eq!(document.metadata().date().unwrap().to_string(), "2024-04-21T12:20");
    /// ```
    pub fn reference_time(mut self, time: Date) -> Self {
        self.options.reference_time = Some(time);
        self
    }

    /// The names of the built-in packs to use, instead of all.
    pub fn packs<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.options.packs = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a pack of your own. Where it has the same pattern as a built-in one,
    /// its rule counts.
    pub fn pack(mut self, pack: Pack) -> Self {
        self.packs.push(pack);
        self
    }

    /// Compiles the packs.
    ///
    /// # Errors
    ///
    /// Where the options name a pack that is not built in.
    pub fn build(self) -> Result<Cleaner, Error> {
        let rules = match (&self.options.packs, self.packs.is_empty()) {
            (None, true) => BUILT_IN.clone(),
            _ => Arc::new(RuleSet::new(&self.chosen_packs()?)),
        };
        Ok(Cleaner { options: Arc::new(self.options), rules })
    }

    fn chosen_packs(&self) -> Result<Vec<Pack>, Error> {
        let mut packs = self.packs.clone();
        match &self.options.packs {
            None => packs.extend(builtin::with_packs(|all| all.cloned().collect::<Vec<_>>())),
            Some(names) => {
                for name in names {
                    packs.push(built_in(name)?);
                }
            }
        }
        Ok(packs)
    }
}

fn built_in(name: &str) -> Result<Pack, Error> {
    builtin::find(name).cloned().ok_or_else(|| {
        let near = suggestion(name, builtin::names());
        let names: Vec<_> = builtin::names().collect();
        let hint = if near.is_empty() { format!("; there are {}", names.join(", ")) } else { near };
        Error::new(Kind::Options, format!("no built-in pack is called `{name}`{hint}"))
    })
}

static DEFAULT: LazyLock<Cleaner> = LazyLock::new(Cleaner::new);

/// Cleans a page with the default options.
///
/// ```
/// let document = chysto::clean("Read also: An old river\n\nThe bridge is open again.\n");
/// assert_eq!(document.text(), "The bridge is open again.");
/// ```
pub fn clean(source: &str) -> Document<'_> {
    DEFAULT.clean(source)
}

/// Repairs letters and white space with the default options; text without
/// faults is borrowed.
///
/// ```
/// use std::borrow::Cow;
///
/// assert_eq!(chysto::normalize("Cупер  &amp; co ,\r\n"), "Супер & co,\n");
/// assert!(matches!(chysto::normalize("Nothing to repair.\n"), Cow::Borrowed(_)));
/// ```
pub fn normalize(source: &str) -> Cow<'_, str> {
    DEFAULT.normalize(source).into_text()
}
