//! The reader: from inputs to tasks, in order.

use std::fs::File;
use std::io::{self, Read};
use std::sync::Arc;

use super::choice;
use super::lines::Batches;
use super::plan::{Plan, Planner};
use super::queue::{Closed, Queue, Source, Step};
use crate::inputs::{Input, Kind};
use crate::report::Fault;
use crate::settings::Settings;

/// Reads all inputs; ends early where the writer has given up.
pub(crate) fn read(inputs: Vec<Result<Input, Fault>>, settings: &Settings, mut planner: Planner, queue: &Queue) {
    // `Closed` means that there is nobody to tell.
    let _ =
        inputs.into_iter().try_for_each(|input| match input.and_then(|input| open(input, settings, &mut planner)) {
            Ok(opened) => opened.hand_over(queue),
            Err(fault) => queue.step(Step::Fault(fault)),
        });
}

/// An input that can be read, and what becomes of it.
struct Opened {
    plan: Arc<Plan>,
    way: Way,
}

/// How the input is read.
enum Way {
    /// By the worker.
    File,
    /// Here, as one document.
    Whole(Batches<Box<dyn Read>>),
    /// Here, line by line.
    Lines(Batches<Box<dyn Read>>),
    /// Here, up to the one line that is wanted.
    Line(Batches<Box<dyn Read>>, u64),
}

fn open(input: Input, settings: &Settings, planner: &mut Planner) -> Result<Opened, Fault> {
    let kind = planner.kind(&input);
    if kind == Some(Kind::Text) && input.path.is_some() {
        choice::record_fits(&input, Kind::Text, settings)?;
        let plan = Arc::new(planner.plan(input, Kind::Text)?);
        return Ok(Opened { plan, way: Way::File });
    }
    let refused = |error: io::Error| Fault::system(&input.name, &error);
    let mut batches = Batches::new(source(&input).map_err(refused)?);
    let kind = match kind {
        Some(kind) => kind,
        None => match batches.first_byte().map_err(refused)? {
            Some(b'{') => Kind::Lines,
            _ => Kind::Text,
        },
    };
    choice::record_fits(&input, kind, settings)?;
    if kind == Kind::Lines {
        lines_can_be_split(&input, settings)?;
    }
    let plan = Arc::new(planner.plan(input, kind)?);
    let way = match (kind, settings.record) {
        (Kind::Text, _) => Way::Whole(batches),
        (Kind::Lines, None) => Way::Lines(batches),
        (Kind::Lines, Some(number)) => Way::Line(batches, number),
    };
    Ok(Opened { plan, way })
}

fn source(input: &Input) -> io::Result<Box<dyn Read>> {
    Ok(match &input.path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin()),
    })
}

/// Line breaks of UTF-16 are two bytes.
fn lines_can_be_split(input: &Input, settings: &Settings) -> Result<(), Fault> {
    match settings.charset.utf_16() {
        Some(encoding) => {
            let message = format!("JSON Lines cannot be read in {encoding}; pipe them through `chysto decode` first");
            Err(Fault::at(&input.name, &message))
        }
        None => Ok(()),
    }
}

impl Opened {
    fn hand_over(self, queue: &Queue) -> Result<(), Closed> {
        queue.step(Step::Open(self.plan.clone()))?;
        let ended = match self.way {
            Way::File => Ok(queue.task(&self.plan, Source::File)?),
            Way::Whole(mut batches) => match batches.rest() {
                Ok(bytes) => Ok(queue.task(&self.plan, Source::Bytes(bytes))?),
                Err(error) => Err(error),
            },
            Way::Lines(batches) => lines(batches, &self.plan, queue)?,
            Way::Line(batches, number) => match choice::line(batches, number) {
                Ok(Some(batch)) => Ok(queue.task(&self.plan, Source::Lines(batch))?),
                Ok(None) => return queue.step(Step::Close(Some(choice::no_record(&self.plan.name, number)))),
                Err(error) => Err(error),
            },
        };
        queue.step(Step::Close(ended.err().map(|error| Fault::system(&self.plan.name, &error))))
    }
}

fn lines(mut batches: Batches<Box<dyn Read>>, plan: &Arc<Plan>, queue: &Queue) -> Result<io::Result<()>, Closed> {
    loop {
        match batches.next() {
            Ok(Some(batch)) => queue.task(plan, Source::Lines(batch))?,
            Ok(None) => return Ok(Ok(())),
            Err(error) => return Ok(Err(error)),
        }
    }
}
