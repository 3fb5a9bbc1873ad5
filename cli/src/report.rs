//! Messages on standard error, the progress bar, and the count of failures.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The status of a command line that cannot be followed.
pub(crate) const USAGE: u8 = 2;

/// The status of a run in which some documents failed.
const SOME_FAILED: u8 = 1;

/// Redraws a second; more would cost time and show nothing new.
const REDRAWS: u8 = 8;

/// What went wrong, where, and what to do about it.
#[derive(Debug)]
pub(crate) struct Fault {
    message: String,
    is_warning: bool,
}

impl Fault {
    /// A fault of the command line itself.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { message: message.into(), is_warning: false }
    }

    /// A fault of `place`: a file, or `file:line`.
    pub(crate) fn at(place: &str, message: &str) -> Self {
        Self::usage(format!("{place}: {message}"))
    }

    /// What the system refused to do with `place`.
    pub(crate) fn system(place: &str, error: &io::Error) -> Self {
        Self::at(place, &explained(error))
    }

    /// Something to know about a document that did not fail.
    pub(crate) fn warning(place: &str, message: &str) -> Self {
        Self { is_warning: true, ..Self::at(place, &format!("warning: {message}")) }
    }
}

fn explained(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "there is no such file; check its name",
        ErrorKind::PermissionDenied => "permission denied; check who may read and write it",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full; free some space and run again",
        ErrorKind::AlreadyExists => "it exists already; give --force to overwrite it",
        ErrorKind::NotADirectory => "a part of the path is a file, not a folder; check the path",
        ErrorKind::IsADirectory => "it is a folder; name a file",
        _ => return format!("{error}; check the file and run again"),
    };
    known.to_owned()
}

/// Prints a fault on one line; where standard error is closed, nobody hears it.
pub(crate) fn say(fault: &Fault) {
    let line = fault.message.replace(char::is_control, " ");
    let _ = writeln!(io::stderr(), "chysto: {line}");
}

/// How far a run is, and how it went.
pub(crate) struct Report {
    progress: ProgressBar,
    quiet: bool,
    failed: u64,
}

impl Report {
    /// A report of a run over `bytes`, if their number is known. The bar is not
    /// shown where it would stand between lines of the output.
    pub(crate) fn new(bytes: Option<u64>, quiet: bool, to_standard_output: bool) -> Self {
        let hidden = quiet || (to_standard_output && io::stdout().is_terminal());
        let target = if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(REDRAWS) };
        let template = match bytes {
            Some(_) => "{elapsed_precise} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta} left",
            None => "{elapsed_precise} {spinner} {bytes} {bytes_per_sec}",
        };
        let progress = ProgressBar::with_draw_target(bytes, target);
        if let Ok(style) = ProgressStyle::with_template(template) {
            progress.set_style(style);
        }
        Self { progress, quiet, failed: 0 }
    }

    /// Counts `bytes` of input as done.
    pub(crate) fn advance(&self, bytes: u64) {
        self.progress.inc(bytes);
    }

    /// Says what went wrong and counts it.
    pub(crate) fn fault(&mut self, fault: &Fault) {
        if !fault.is_warning {
            self.failed += 1;
        }
        if !(fault.is_warning && self.quiet) {
            self.progress.suspend(|| say(fault));
        }
    }

    /// How many documents failed so far.
    pub(crate) fn failed(&self) -> u64 {
        self.failed
    }

    /// Ends the progress bar; the status to end with.
    pub(crate) fn finish(&self) -> ExitCode {
        self.progress.finish_and_clear();
        ExitCode::from(if self.failed == 0 { 0 } else { SOME_FAILED })
    }
}
