//! The writer: parts to outputs, in the order of the inputs.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};

use super::plan::Plan;
use super::queue::{Part, Step};
use super::work::ITSELF_FAILED;
use crate::output::Sink;
use crate::report::{Fault, Report};
use crate::stats::Summary;

/// Writes what the workers made.
pub(crate) struct Writer {
    /// The output that all inputs share.
    shared: Option<Sink>,
    report: Report,
    documents: u64,
    /// What all parts counted, where that is what is wanted.
    summary: Option<Summary>,
}

/// The output of the input that is being written.
struct Current {
    plan: Arc<Plan>,
    /// A file of its own, once there is something in it.
    own: Option<Sink>,
    faults: bool,
    given_up: bool,
}

/// The shared output takes no more, so that the run is over.
struct Over;

impl Writer {
    pub(crate) fn new(shared: Option<Sink>, report: Report, summary: Option<Summary>) -> Self {
        Self { shared, report, documents: 0, summary }
    }

    /// Follows all steps; the status to end with.
    pub(crate) fn write(mut self, steps: &Receiver<Step>, force: bool) -> ExitCode {
        let mut current = None;
        while let Ok(Some(step)) = self.next(steps) {
            if let Err(Over) = self.follow(step, &mut current, force) {
                // Dropped without being finished, it leaves no file behind.
                self.shared = None;
                return self.report.finish();
            }
        }
        self.finish();
        self.report.finish()
    }

    /// The next step; while there is none yet, what was written is handed on.
    fn next(&mut self, steps: &Receiver<Step>) -> Result<Option<Step>, Over> {
        match steps.try_recv() {
            Ok(step) => return Ok(Some(step)),
            Err(TryRecvError::Disconnected) => return Ok(None),
            Err(TryRecvError::Empty) => {}
        }
        let flushed = self.shared.as_mut().map_or(Ok(()), Sink::flush);
        self.shared_result(flushed)?;
        Ok(steps.recv().ok())
    }

    fn follow(&mut self, step: Step, current: &mut Option<Current>, force: bool) -> Result<(), Over> {
        match step {
            Step::Fault(fault) => self.report.fault(&fault),
            Step::Open(plan) => *current = Some(Current { plan, own: None, faults: false, given_up: false }),
            Step::Part(part) => {
                if let Some(current) = current {
                    self.part(part.recv().unwrap_or_else(|_| lost(&current.plan)), current, force)?;
                }
            }
            Step::Close(fault) => {
                if let Some(current) = current.take() {
                    self.close(current, fault, force);
                }
            }
        }
        Ok(())
    }

    fn part(&mut self, part: Part, current: &mut Current, force: bool) -> Result<(), Over> {
        self.report.advance(part.bytes);
        for fault in &part.faults {
            self.report.fault(fault);
        }
        current.faults |= !part.faults.is_empty();
        self.documents += part.documents;
        if let Some(summary) = &mut self.summary {
            summary.add(part.tally);
            return Ok(());
        }
        if part.documents == 0 || current.given_up {
            return Ok(());
        }
        if let Some(sink) = &mut self.shared {
            let written = sink.write(current.plan.format, &part.output);
            return self.shared_result(written);
        }
        if let Err(error) = current.write(&part.output, force) {
            current.given_up = true;
            self.own_failed(current, &error);
        }
        Ok(())
    }

    fn shared_result(&mut self, result: io::Result<()>) -> Result<(), Over> {
        result.map_err(|error| {
            let name = self.shared.as_ref().map_or("the output", Sink::name);
            // A reader that has seen enough is no fault.
            if error.kind() != ErrorKind::BrokenPipe {
                self.report.fault(&Fault::system(name, &error));
            }
            Over
        })
    }

    fn own_failed(&mut self, current: &Current, error: &io::Error) {
        let name = current.plan.output.as_deref().unwrap_or(Path::new("the output")).to_string_lossy();
        self.report.fault(&Fault::system(&name, error));
    }

    /// A file of its own is put in its place, unless its input could not be read
    /// to the end or held nothing but faults.
    fn close(&mut self, mut current: Current, fault: Option<Fault>, force: bool) {
        if let Some(fault) = fault {
            self.report.fault(&fault);
            return;
        }
        if current.given_up || self.shared.is_some() {
            return;
        }
        if current.own.is_none() && current.faults {
            return;
        }
        if let Err(error) = current.finish(force) {
            self.own_failed(&current, &error);
        }
    }

    /// The shared file is put in its place, unless all documents failed.
    fn finish(&mut self) {
        let Some(mut sink) = self.shared.take() else { return };
        let name = sink.name().to_owned();
        let nothing_worked = self.documents == 0 && self.report.failed() > 0;
        let summary = self.summary.take().filter(|_| !nothing_worked);
        let written = summary.map_or(Ok(()), |summary| summary.write(self.report.failed(), &mut sink));
        let finished = written.and_then(|()| if nothing_worked { sink.flush() } else { sink.finish() });
        if let Err(error) = finished.or_else(unless_pipe) {
            self.report.fault(&Fault::system(&name, &error));
        }
    }
}

/// What a worker that is no more would have made.
fn lost(plan: &Plan) -> Part {
    Part { faults: vec![Fault::at(&plan.name, ITSELF_FAILED)], ..Part::default() }
}

fn unless_pipe(error: io::Error) -> io::Result<()> {
    match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    }
}

impl Current {
    fn write(&mut self, output: &[u8], force: bool) -> io::Result<()> {
        let format = self.plan.format;
        self.opened(force)?.write(format, output)
    }

    fn finish(&mut self, force: bool) -> io::Result<()> {
        self.opened(force)?;
        self.own.take().map_or(Ok(()), Sink::finish)
    }

    /// The input's own file and the folders that it lies in.
    fn opened(&mut self, force: bool) -> io::Result<&mut Sink> {
        let sink = match self.own.take() {
            Some(sink) => sink,
            None => {
                let path = self.plan.output.as_deref().ok_or(ErrorKind::InvalidInput)?;
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                Sink::file(path, force)?
            }
        };
        Ok(self.own.insert(sink))
    }
}
