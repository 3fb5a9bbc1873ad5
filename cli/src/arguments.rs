//! What the command line accepts; help, completions and manual pages are made
//! from the same definition.

use std::path::PathBuf;
use std::process::ExitCode;

use chysto::style::Hyphens;
use chysto::translit::System;
use chysto::{Date, Encoding, Language, RoleSet};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::foldings::{FoldingArguments, choice};
use crate::report::{self, Fault, USAGE};

/// More threads than any machine has use for would only cost memory.
const MOST_JOBS: i64 = 1024;

const EXAMPLES: &str = "\
Examples:
  chysto clean page.txt                        the article, on standard output
  lynx -dump URL | chysto clean --to json      with every block, edit and reason
  chysto clean pages/ -o clean/                a folder to a folder
  chysto clean crawl.jsonl -o clean.jsonl      the field `text` of every record
  chysto normalize old.txt                     letters and white space only
  chysto decode --encoding cp1251 old.txt      to UTF-8
  chysto explain --html why.html page.txt      what was removed or changed, and why
  chysto stats pages/ crawl.jsonl              a corpus in figures
  chysto translit --system uk-2010 page.txt    Cyrillic in Latin letters

Exit status: 0 if all went well, 1 if some documents failed, 2 if nothing was
done because of the command line.";

const CLEAN_EXAMPLES: &str = "\
Examples:
  chysto clean page.txt                        the article, on standard output
  chysto clean --to json page.txt              with every block, edit and reason
  chysto clean pages/ -o clean/ --to markdown  a folder to a folder
  chysto clean crawl.jsonl -o clean.jsonl --field body
                                               records with their field replaced
  chysto clean --keep metadata/author,content/caption --drop content/title page.txt
  chysto clean --rules my-site.toml --config clean.toml page.txt
  chysto clean page.txt | chysto normalize --preset search
                                               folded after cleaning, which capitals help

Roles are written class/kind, and a class alone means all its kinds:
  content/   title heading paragraph list_item quote caption table code
  metadata/  author date source category tags reading_time
  artifact/  navigation share counter teaser promo ad legal media comments form
             duplicate other
By default all content but captions is kept.

Several documents in one text output are parted by a blank line.

Exit status: 0 if all went well, 1 if some documents failed, 2 if nothing was
done because of the command line.";

const NORMALIZE_EXAMPLES: &str = "\
Examples:
  chysto normalize old.txt                     repaired text, on standard output
  chysto normalize --to json old.txt           with every edit
  chysto normalize crawl.jsonl -o mended.jsonl records with their field replaced
  chysto normalize --preset search old.txt     folded as an index wants it
  chysto normalize --preset search --ghe keep --emoji remove old.txt
  chysto normalize --quotes ascii --hyphens join old.txt

A config file says the same: [normalize] preset = \"search\", ghe = \"keep\".";

const DECODE_EXAMPLES: &str = "\
Examples:
  chysto decode old.txt                        in UTF-8, on standard output
  chysto decode --to json pages/               with the encoding, and how it was found";

const TRANSLIT_EXAMPLES: &str = "\
Examples:
  chysto translit --system uk-2010 page.txt    in Latin letters, on standard output
  chysto translit --system ru-iso-9 --reverse latin.txt
                                               back to Cyrillic
  chysto translit --system uk-9112-a crawl.jsonl -o latin.jsonl --field title
                                               records with their field replaced
  chysto translit --list                       all systems, tabs between the columns";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  chysto explain page.txt                      block by block, in the terminal
  chysto explain --html why.html page.txt      a web page to look at and to hand on
  chysto explain --html why/ pages/            a web page for each file
  chysto explain --record 17 crawl.jsonl       the record on line 17
  chysto explain --color always page.txt | less -R

A block with + is in the clean text, one with - is not. The percentage tells how
sure that is: 100 where a rule decided, 50 where as much spoke for it as against.";

const STATS_EXAMPLES: &str = "\
Examples:
  chysto stats pages/                          tables, in the terminal
  chysto stats --to json crawl.jsonl           the same as one line of JSON
  chysto stats --html stats.html crawl.jsonl   the same as a web page
  chysto stats --rules my-site.toml pages/     what a rule of yours takes out";

/// Clean text out of scraped pages.
///
/// Decodes pages in any encoding, repairs their letters, tells the article from
/// the menus, counters and advertisements around it, and explains every edit.
#[derive(Debug, Parser)]
#[command(name = "chysto", version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the article without the artifacts around it, its letters repaired.
    #[command(after_help = CLEAN_EXAMPLES)]
    Clean(CleanArguments),
    /// Repair letters and white space only; all lines stay.
    #[command(after_help = NORMALIZE_EXAMPLES)]
    Normalize(NormalizeArguments),
    /// Decode only: text in any encoding to UTF-8.
    #[command(after_help = DECODE_EXAMPLES)]
    Decode(DecodeArguments),
    /// Show a page block by block: what is kept or not, what was changed, and why.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArguments),
    /// Count what cleaning does to a corpus: by role, reason, language and edit.
    #[command(after_help = STATS_EXAMPLES)]
    Stats(StatsArguments),
    /// Write Cyrillic in Latin letters by a published system, or back.
    #[command(after_help = TRANSLIT_EXAMPLES)]
    Translit(TranslitArguments),
    /// Print a completion script for a shell.
    Completions {
        /// The shell that shall complete `chysto`.
        shell: Shell,
    },
    /// Print a manual page, to be read with `man -l`.
    Man {
        /// The command to print the page of, instead of the page of `chysto`.
        command: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CleanArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
    /// The output's format; text for text, records for JSON Lines, by default.
    #[arg(long, value_name = "FORMAT", value_parser = one_of(&[Format::Text, Format::Json, Format::Records, Format::Markdown]))]
    pub(crate) to: Option<Format>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) cleaning: CleaningArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
    /// Of JSON Lines explain only the record on this line.
    #[arg(long, value_name = "LINE", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) record: Option<u64>,
    /// Write a web page that needs no network; to a folder, one for each input.
    #[arg(long, value_name = "FILE or FOLDER/", value_hint = ValueHint::AnyPath)]
    pub(crate) html: Option<PathBuf>,
    /// Colours in the terminal; `auto` minds NO_COLOR and pipes.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    #[command(flatten)]
    pub(crate) cleaning: CleaningArguments,
}

#[derive(Debug, Args)]
pub(crate) struct StatsArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
    /// The report's format.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = one_of(&[Format::Text, Format::Json]))]
    pub(crate) to: Format,
    /// Write the report as a web page that needs no network.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["to", "output"])]
    pub(crate) html: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) cleaning: CleaningArguments,
}

/// How a page is cleaned.
#[derive(Debug, Args)]
pub(crate) struct CleaningArguments {
    /// Keep blocks of these roles too (`metadata/author`, `content`); may be repeated.
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub(crate) keep: Vec<RoleSet>,
    /// Leave blocks of these roles out; may be repeated.
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub(crate) drop: Vec<RoleSet>,
    /// Add a rule pack of your own; may be repeated.
    #[arg(long, value_name = "FILE.toml", value_hint = ValueHint::FilePath)]
    pub(crate) rules: Vec<PathBuf>,
    /// The language of the documents, such as `uk`; found out for each, by default.
    #[arg(long, value_name = "CODE")]
    pub(crate) language: Option<Language>,
    /// The time at which the pages were shown, such as 2024-04-21T14:20: relative dates (`2 hours
    /// ago`) are counted from it; they stay relative (-PT2H), by default.
    #[arg(long, value_name = "TIME")]
    pub(crate) reference_time: Option<Date>,
    #[command(flatten)]
    pub(crate) config: ConfigArguments,
    #[command(flatten)]
    pub(crate) foldings: FoldingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct NormalizeArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
    /// The output's format; text for text, records for JSON Lines, by default.
    #[arg(long, value_name = "FORMAT", value_parser = one_of(&[Format::Text, Format::Json, Format::Records]))]
    pub(crate) to: Option<Format>,
    #[command(flatten)]
    pub(crate) config: ConfigArguments,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) foldings: FoldingArguments,
    /// Words that a line's end divides, joined there; loses the hyphen of well-known where
    /// the line ends at it.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Hyphens>(Hyphens::NAMES))]
    pub(crate) hyphens: Option<Hyphens>,
}

#[derive(Debug, Args)]
pub(crate) struct DecodeArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// The output's format.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = one_of(&[Format::Text, Format::Json]))]
    pub(crate) to: Format,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(crate) struct TranslitArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
    /// The system by one of its names, such as `uk-2010` or `ua-ukr-Cyrl-Latn-2010`; see --list.
    #[arg(long, value_name = "NAME", required_unless_present = "list")]
    pub(crate) system: Option<System>,
    /// Write Latin in Cyrillic letters, where the system can be read back.
    #[arg(long)]
    pub(crate) reverse: bool,
    /// Print all systems with their language, year, authority, source and other names.
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,
    /// The output's format; text for text, records for JSON Lines, by default.
    #[arg(long, value_name = "FORMAT", value_parser = one_of(&[Format::Text, Format::Records]))]
    pub(crate) to: Option<Format>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// Files, or folders to read recursively in sorted order, without hidden
    /// files; standard input where there is none or `-`.
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The encoding of all inputs, such as `windows-1251`; found out for each, by default.
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<Encoding>,
    /// What a header says of the encoding; believed only where the bytes bear it out.
    #[arg(long, value_name = "LABEL", conflicts_with = "encoding")]
    pub(crate) charset_hint: Option<Encoding>,
}

#[derive(Debug, Args)]
pub(crate) struct RecordArguments {
    /// What the inputs are.
    #[arg(long, value_name = "KIND", value_enum, default_value_t = From::Auto)]
    pub(crate) from: From,
    /// The field of JSON Lines that holds the text.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) field: String,
}

#[derive(Debug, Args)]
pub(crate) struct ConfigArguments {
    /// Read options from a file; what the command line says goes before.
    #[arg(long, value_name = "FILE.toml", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct OutputArguments {
    /// Write to a file; or to a folder, if it is one or ends with `/`, each
    /// input to a file of its own; standard output, by default.
    #[arg(short, long, value_name = "FILE or FOLDER/", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// Overwrite files that exist.
    #[arg(long)]
    pub(crate) force: bool,
    /// The number of documents to work on at once; as many as there are cores, by default.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_JOBS))]
    pub(crate) jobs: Option<u16>,
    /// Show neither progress nor warnings; errors are always shown.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// When to print colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// In a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// JSON Lines by the extensions .jsonl and .ndjson (standard input: by a first `{`), else text.
    Auto,
    /// Each input is one document.
    Text,
    /// Each line is a record with a document in it.
    Jsonl,
}

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The text alone.
    Text,
    /// A line of JSON for each document, with all that was found and done.
    Json,
    /// A line of JSON for each record, its text replaced and all else as it was.
    Records,
    /// Markdown, with headings, lists and quotes.
    Markdown,
    /// A web page, which --html asks for.
    #[value(skip)]
    Html,
}

/// Of all formats those that a command can write.
fn one_of(formats: &'static [Format]) -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(formats.iter().filter_map(Format::to_possible_value))
        .try_map(|name| Format::from_str(&name, false))
}

/// The command that was given; else the status to end with.
pub(crate) fn read() -> Result<Command, ExitCode> {
    Arguments::try_parse().map(|arguments| arguments.command).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody is left to tell where standard output is closed.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(USAGE)
        }
        _ => {
            report::say(&Fault::usage(one_line(&error.to_string())));
            ExitCode::from(USAGE)
        }
    })
}

/// Clap's message without its usage, on one line.
fn one_line(message: &str) -> String {
    let mut line = String::new();
    let said = message.lines().take_while(|part| !part.starts_with("Usage:") && !part.starts_with("For more"));
    for part in said.map(str::trim).filter(|part| !part.is_empty()) {
        let part = part.trim_start_matches("error: ").trim_start_matches("tip: ").trim_matches(['[', ']']);
        let joint = if line.ends_with(':') { " " } else { "; " };
        line = if line.is_empty() { part.to_owned() } else { line + joint + part };
    }
    if line.contains("; ") { line } else { line + "; see `chysto --help`" }
}

/// The completion script for `shell`.
pub(crate) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "chysto", &mut script);
    script
}

/// The manual page of `chysto` or of one of its commands.
pub(crate) fn manual(command: Option<&str>) -> Result<Vec<u8>, Fault> {
    let mut root = Arguments::command();
    root.build();
    let page = match command {
        None => root,
        Some(name) => subcommand(&root, name)?,
    };
    let mut manual = Vec::new();
    clap_mangen::Man::new(page).render(&mut manual).map_err(|error| Fault::usage(error.to_string()))?;
    // The examples are set in columns, which must not be filled as paragraphs are.
    Ok(String::from_utf8_lossy(&manual).replace("\n.SH EXTRA\n", "\n.SH EXAMPLES\n.nf\n").into_bytes())
}

fn subcommand(root: &clap::Command, name: &str) -> Result<clap::Command, Fault> {
    root.find_subcommand(name).cloned().ok_or_else(|| {
        let names: Vec<_> = root.get_subcommands().map(clap::Command::get_name).collect();
        Fault::usage(format!("no command is called `{name}`; there are {}", names.join(", ")))
    })
}
