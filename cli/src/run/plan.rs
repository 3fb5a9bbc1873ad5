//! What becomes of each input, decided before it is read: its kind, its format,
//! and where its output goes.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::{Format, From};
use crate::inputs::{Input, Kind};
use crate::output::{Target, would_overwrite};
use crate::report::Fault;
use crate::settings::Settings;

/// Extensions that say how a text is written, which the output's own replaces;
/// any other is a part of the name, as in `example.com`.
const TEXTUAL: [&str; 9] = ["txt", "text", "htm", "html", "xhtml", "md", "markdown", "jsonl", "ndjson"];

/// What becomes of an input.
pub(crate) struct Plan {
    pub(crate) name: String,
    pub(crate) path: Option<PathBuf>,
    pub(crate) format: Format,
    /// A file of its own; none where all inputs share one output.
    pub(crate) output: Option<PathBuf>,
}

/// Makes plans, and sees to it that no two outputs meet.
pub(crate) struct Planner {
    from: From,
    to: Option<Format>,
    force: bool,
    target: Target,
    inputs: HashSet<PathBuf>,
    taken: HashSet<PathBuf>,
    shared: Option<Kind>,
}

impl Planner {
    /// Refuses a single output that is an input, or that must not be overwritten.
    pub(crate) fn new(settings: &Settings, target: Target, inputs: &[Result<Input, Fault>]) -> Result<Self, Fault> {
        let paths = inputs.iter().flatten().filter_map(|input| input.path.as_deref());
        let planner = Self {
            from: settings.from,
            to: settings.to,
            force: settings.output.run.force,
            inputs: match target {
                Target::Standard => HashSet::new(),
                _ => paths.filter_map(|path| fs::canonicalize(path).ok()).collect(),
            },
            target,
            taken: HashSet::new(),
            shared: None,
        };
        match &planner.target {
            Target::File(path) => planner.check(path)?,
            Target::Standard | Target::Folder(_) => {}
        }
        Ok(planner)
    }

    /// What the command line or the extension says; standard input has to be asked.
    pub(crate) fn kind(&self, input: &Input) -> Option<Kind> {
        match self.from {
            From::Text => Some(Kind::Text),
            From::Jsonl => Some(Kind::Lines),
            From::Auto => input.path.as_deref().map(Kind::of),
        }
    }

    /// What becomes of `input`, or why nothing can.
    pub(crate) fn plan(&mut self, input: Input, kind: Kind) -> Result<Plan, Fault> {
        let format = self.to.unwrap_or(match kind {
            Kind::Text => Format::Text,
            Kind::Lines => Format::Records,
        });
        let output = match self.target.folder().map(Path::to_path_buf) {
            Some(folder) => Some(self.place(&folder, &input, kind, format)?),
            None => self.share(&input, kind).map(|()| None)?,
        };
        Ok(Plan { name: input.name, path: input.path, format, output })
    }

    /// Text and records in one output could not be told apart.
    fn share(&mut self, input: &Input, kind: Kind) -> Result<(), Fault> {
        if self.to.is_some() || *self.shared.get_or_insert(kind) == kind {
            return Ok(());
        }
        let message = "text and JSON Lines cannot share an output; give --to FORMAT for all, or -o FOLDER/";
        Err(Fault::at(&input.name, message))
    }

    fn place(&mut self, folder: &Path, input: &Input, kind: Kind, format: Format) -> Result<PathBuf, Fault> {
        let output = folder.join(with_extension(&input.relative, kind, format));
        self.check(&output)?;
        match self.taken.insert(output.clone()) {
            true => Ok(output),
            false => {
                let message = format!("another input is written to {} already; rename one", output.to_string_lossy());
                Err(Fault::at(&input.name, &message))
            }
        }
    }

    fn check(&self, output: &Path) -> Result<(), Fault> {
        let name = output.to_string_lossy();
        if fs::canonicalize(output).is_ok_and(|output| self.inputs.contains(&output)) {
            return Err(Fault::at(&name, "the output is also an input; name another output"));
        }
        match !self.force && would_overwrite(output) {
            true => Err(Fault::at(&name, "it exists already; give --force to overwrite it")),
            false => Ok(()),
        }
    }
}

/// The name of the output: a document's JSON is `.json`, that of many `.jsonl`.
fn with_extension(relative: &Path, kind: Kind, format: Format) -> PathBuf {
    let new = match (format, kind) {
        (Format::Text, _) => "txt",
        (Format::Markdown, _) => "md",
        (Format::Html, _) => "html",
        (Format::Json, Kind::Text) => "json",
        (Format::Json, Kind::Lines) | (Format::Records, _) => "jsonl",
    };
    let old = relative.extension().unwrap_or_default();
    if old.eq_ignore_ascii_case("ndjson") && new == "jsonl" {
        return relative.to_path_buf();
    }
    match TEXTUAL.iter().any(|textual| old.eq_ignore_ascii_case(textual)) {
        true => relative.with_extension(new),
        false => {
            let mut name = relative.as_os_str().to_owned();
            name.push(".");
            name.push(new);
            name.into()
        }
    }
}
