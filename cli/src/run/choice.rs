//! Commands that make one thing of one document: which record they take, and
//! where it can be written.

use std::io::{self, Read};

use super::lines::{Batch, Batches};
use crate::arguments::Format;
use crate::inputs::{Input, Kind};
use crate::output::Target;
use crate::report::Fault;
use crate::settings::{Action, Settings};

/// A web page holds one document, and a report is one file.
pub(super) fn outputs_fit(settings: &Settings, target: &Target, inputs: usize) -> Result<(), Fault> {
    match (&settings.action, target) {
        (Action::Count(_), Target::Folder(path)) => {
            Err(Fault::at(&path.to_string_lossy(), "it is a folder, and all counts go to one file; name a file"))
        }
        (Action::Explain(..), Target::File(_) | Target::Standard) if is_page(settings) && inputs > 1 => {
            Err(Fault::usage(format!("a web page explains one document, not {inputs}; give --html FOLDER/ for all")))
        }
        _ => Ok(()),
    }
}

fn is_page(settings: &Settings) -> bool {
    settings.to == Some(Format::Html)
}

/// Whether a record is to be chosen, and can be.
pub(super) fn record_fits(input: &Input, kind: Kind, settings: &Settings) -> Result<(), Fault> {
    let wants_one = matches!(settings.action, Action::Explain(..)) && is_page(settings);
    match (kind, settings.record) {
        (Kind::Text, Some(_)) => {
            Err(Fault::at(&input.name, "it is one document, not JSON Lines; leave --record out, or give --from jsonl"))
        }
        (Kind::Lines, None) if wants_one => {
            Err(Fault::at(&input.name, "JSON Lines hold many documents; choose one by its line with --record"))
        }
        _ => Ok(()),
    }
}

/// The line of that number, if there is one with a record.
pub(super) fn line<R: Read>(mut batches: Batches<R>, number: u64) -> io::Result<Option<Batch>> {
    while let Some(batch) = batches.next()? {
        let line = batch.lines().find(|(place, _)| *place >= number);
        if let Some((place, line)) = line {
            return Ok((place == number).then(|| Batch { first: number, bytes: line.to_vec() }));
        }
    }
    Ok(None)
}

pub(super) fn no_record(name: &str, number: u64) -> Fault {
    Fault::at(&format!("{name}:{number}"), "there is no record on this line; give another to --record")
}
