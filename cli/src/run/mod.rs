//! A run: one thread reads, several work, one writes in the order of the inputs.
//!
//! The queue between them is bounded, so that memory does not grow with the
//! input: the reader waits for the writer.

mod choice;
mod lines;
mod plan;
mod queue;
mod read;
mod work;
mod write;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use crate::inputs::{self, Input};
use crate::interrupt;
use crate::output::{Sink, Target};
use crate::report::{Fault, Report};
use crate::settings::{Action, Settings};
use crate::stats::Summary;
use plan::Planner;
use queue::Queue;
use write::Writer;

/// Does all that `settings` ask for; a fault means that nothing was done.
pub(crate) fn run(settings: Settings) -> Result<ExitCode, Fault> {
    let target = Target::of(settings.output.output.as_deref());
    let inputs = inputs::list(&settings.inputs, target.folder());
    if inputs.iter().flatten().filter(|input| input.path.is_none()).count() > 1 {
        return Err(Fault::usage("standard input (`-`) is given twice; it can be read only once"));
    }
    choice::outputs_fit(&settings, &target, inputs.len())?;
    let planner = Planner::new(&settings, target.clone(), &inputs)?;
    interrupt::watch();
    let sink = single(&target, settings.output.run.force)?;
    let to_standard_output = matches!(target, Target::Standard);
    let report = Report::new(total(&inputs), settings.output.run.quiet, to_standard_output);
    let summary = matches!(settings.action, Action::Count(_)).then(|| Summary::new(settings.to));
    Ok(start(settings, inputs, planner, Writer::new(sink, report, summary)))
}

/// The output, where there is only one.
fn single(target: &Target, force: bool) -> Result<Option<Sink>, Fault> {
    match target {
        Target::Standard => Ok(Some(Sink::standard())),
        Target::File(path) => match Sink::file(path, force) {
            Ok(sink) => Ok(Some(sink)),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(Fault::at(&path.to_string_lossy(), "its folder does not exist; create it first"))
            }
            Err(error) => Err(Fault::system(&path.to_string_lossy(), &error)),
        },
        Target::Folder(_) => Ok(None),
    }
}

/// The size of all inputs, if all are known.
fn total(inputs: &[Result<Input, Fault>]) -> Option<u64> {
    inputs.iter().flatten().map(|input| input.bytes).sum()
}

/// The threads are not joined: when the writer is done or gives up, the process
/// ends, even where a reader still waits for standard input.
fn start(settings: Settings, inputs: Vec<Result<Input, Fault>>, planner: Planner, writer: Writer) -> ExitCode {
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    let jobs = settings.output.run.jobs.map_or_else(cores, usize::from);
    let settings = Arc::new(settings);
    let (queue, tasks, steps) = Queue::new(jobs);
    let force = settings.output.run.force;
    for _ in 0..jobs {
        let (settings, tasks) = (settings.clone(), tasks.clone());
        thread::spawn(move || work::work(&settings, &tasks));
    }
    thread::spawn(move || read::read(inputs, &settings, planner, &queue));
    writer.write(&steps, force)
}

/// Prints what was made of the command line itself.
pub(crate) fn print(bytes: &[u8]) -> Result<ExitCode, Fault> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Fault::system("standard output", &error)),
        _ => Ok(ExitCode::SUCCESS),
    }
}
