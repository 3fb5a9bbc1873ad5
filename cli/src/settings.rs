//! From the command line to what a run needs.

use std::fs;
use std::path::{Path, PathBuf};

use chysto::translit::System;
use chysto::{Cleaner, Decoded, Encoding, Options, Pack, RoleSet};

use crate::arguments::{
    CleanArguments, CleaningArguments, Command, DecodeArguments, ExplainArguments, Format, From, InputArguments,
    NormalizeArguments, OutputArguments, RecordArguments, StatsArguments, TranslitArguments,
};
use crate::foldings::set;
use crate::report::Fault;
use crate::terminal::Look;

/// What is done to each document.
pub(crate) enum Action {
    Clean(Cleaner),
    Explain(Cleaner, Look),
    Count(Cleaner),
    Normalize(Cleaner),
    Decode,
    Romanize(System),
    Reverse(System),
}

/// What the user says of the encoding of all inputs.
#[derive(Clone, Copy)]
pub(crate) enum Charset {
    Unknown,
    Hinted(Encoding),
    Given(Encoding),
}

impl Charset {
    fn new(encoding: Option<Encoding>, hint: Option<Encoding>) -> Self {
        let hinted = hint.map_or(Self::Unknown, Self::Hinted);
        encoding.map_or(hinted, Self::Given)
    }

    pub(crate) fn decode(self, bytes: &[u8]) -> Decoded<'_> {
        match self {
            Self::Unknown => chysto::decode(bytes),
            Self::Hinted(encoding) => chysto::decode_with_hint(bytes, encoding.name()),
            Self::Given(encoding) => chysto::decode_as(bytes, encoding),
        }
    }

    /// The encoding, where it is known for certain to be UTF-16.
    pub(crate) fn utf_16(self) -> Option<Encoding> {
        match self {
            Self::Given(encoding) if encoding.name().starts_with("UTF-16") => Some(encoding),
            _ => None,
        }
    }
}

/// All that a run needs to know.
pub(crate) struct Settings {
    pub(crate) action: Action,
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) charset: Charset,
    pub(crate) from: From,
    pub(crate) field: String,
    pub(crate) to: Option<Format>,
    pub(crate) output: OutputArguments,
    /// The line of the one record that is wanted.
    pub(crate) record: Option<u64>,
}

/// Reads all files that `command` names besides its inputs.
pub(crate) fn of(command: Command) -> Result<Settings, Fault> {
    match command {
        Command::Clean(arguments) => clean(arguments),
        Command::Normalize(arguments) => normalize(arguments),
        Command::Decode(arguments) => Ok(decode(arguments)),
        Command::Explain(arguments) => explain(arguments),
        Command::Stats(arguments) => stats(arguments),
        Command::Translit(arguments) => translit(arguments),
        Command::Completions { .. } | Command::Man { .. } => Err(Fault::usage("no work to do; see `chysto --help`")),
    }
}

fn clean(arguments: CleanArguments) -> Result<Settings, Fault> {
    let action = Action::Clean(cleaner(arguments.cleaning)?);
    Ok(settings(action, arguments.inputs, arguments.records, arguments.to, arguments.output))
}

fn explain(arguments: ExplainArguments) -> Result<Settings, Fault> {
    let action = Action::Explain(cleaner(arguments.cleaning)?, Look::of(arguments.color));
    let format = if arguments.html.is_some() { Format::Html } else { Format::Text };
    let output = OutputArguments { output: arguments.html, run: arguments.run };
    let settings = settings(action, arguments.inputs, arguments.records, Some(format), output);
    Ok(Settings { record: arguments.record, ..settings })
}

fn stats(arguments: StatsArguments) -> Result<Settings, Fault> {
    let action = Action::Count(cleaner(arguments.cleaning)?);
    let format = if arguments.html.is_some() { Format::Html } else { arguments.to };
    let output = OutputArguments { output: arguments.html.or(arguments.output.output), run: arguments.output.run };
    Ok(settings(action, arguments.inputs, arguments.records, Some(format), output))
}

fn cleaner(arguments: CleaningArguments) -> Result<Cleaner, Fault> {
    let mut options = options(arguments.config.config.as_deref())?;
    arguments.keep.iter().for_each(|roles| options.keep.insert(*roles));
    arguments.drop.iter().for_each(|roles| options.keep.remove(*roles));
    options.language = arguments.language.or(options.language);
    options.reference_time = arguments.reference_time.or(options.reference_time);
    options.normalize = arguments.foldings.over(options.normalize);
    keeps_something(options.keep)?;
    let mut builder = Cleaner::builder().options(options);
    for file in &arguments.rules {
        builder = builder.pack(pack(file)?);
    }
    builder.build().map_err(|error| match &arguments.config.config {
        Some(file) => Fault::at(&file.to_string_lossy(), &error.to_string()),
        None => Fault::usage(error.to_string()),
    })
}

fn keeps_something(roles: RoleSet) -> Result<(), Fault> {
    match roles.is_empty() {
        true => Err(Fault::usage("no role is left to keep; name one with --keep, or drop fewer")),
        false => Ok(()),
    }
}

fn normalize(arguments: NormalizeArguments) -> Result<Settings, Fault> {
    let mut options = options(arguments.config.config.as_deref())?;
    options.normalize = arguments.foldings.over(options.normalize);
    set(&mut options.normalize.hyphens, arguments.hyphens);
    // Letters are repaired without rules, so that no pack need be compiled.
    options.packs = Some(Vec::new());
    let cleaner = Cleaner::builder().options(options).build().map_err(|error| Fault::usage(error.to_string()))?;
    Ok(settings(Action::Normalize(cleaner), arguments.inputs, arguments.records, arguments.to, arguments.output))
}

fn settings(
    action: Action,
    inputs: InputArguments,
    records: RecordArguments,
    to: Option<Format>,
    output: OutputArguments,
) -> Settings {
    let InputArguments { inputs, encoding, charset_hint } = inputs;
    let charset = Charset::new(encoding, charset_hint);
    Settings { action, inputs, charset, from: records.from, field: records.field, to, output, record: None }
}

fn decode(arguments: DecodeArguments) -> Settings {
    let InputArguments { inputs, encoding, charset_hint } = arguments.inputs;
    Settings {
        action: Action::Decode,
        inputs,
        charset: Charset::new(encoding, charset_hint),
        from: From::Text,
        field: String::new(),
        to: Some(arguments.to),
        output: arguments.output,
        record: None,
    }
}

fn translit(arguments: TranslitArguments) -> Result<Settings, Fault> {
    let system = arguments.system.ok_or_else(|| Fault::usage("name a system with --system, or see --list"))?;
    let action = match arguments.reverse {
        true => Action::Reverse(system),
        false => Action::Romanize(system),
    };
    if arguments.reverse {
        system.reverse("").map_err(|error| Fault::usage(format!("--reverse: {error}")))?;
    }
    Ok(settings(action, arguments.inputs, arguments.records, arguments.to, arguments.output))
}

fn options(file: Option<&Path>) -> Result<Options, Fault> {
    let Some(file) = file else { return Ok(Options::default()) };
    let text = text(file)?;
    Options::from_toml(&file.to_string_lossy(), &text).map_err(|error| Fault::usage(error.to_string()))
}

fn pack(file: &Path) -> Result<Pack, Fault> {
    let text = text(file)?;
    Pack::parse(&file.to_string_lossy(), &text).map_err(|error| Fault::usage(error.to_string()))
}

/// The text of a file of rules or options, which TOML wants in UTF-8.
fn text(file: &Path) -> Result<String, Fault> {
    let name = file.to_string_lossy();
    let bytes = fs::read(file).map_err(|error| Fault::system(&name, &error))?;
    String::from_utf8(bytes).map_err(|_| Fault::at(&name, "not UTF-8, as TOML has to be; save it as UTF-8"))
}
