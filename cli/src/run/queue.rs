//! What the threads of a run hand to each other.

use std::sync::mpsc::{self, Receiver, RecvError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};

use super::lines::Batch;
use super::plan::Plan;
use crate::report::Fault;
use crate::stats::Tally;

/// Steps that may wait for the writer, for each job: enough that workers need
/// not wait while the writer waits for one slow document, and still few batches.
const STEPS_A_JOB: usize = 8;

/// What the writer does next.
pub(crate) enum Step {
    /// Begins the output of an input.
    Open(Arc<Plan>),
    /// Writes what a worker makes of a task.
    Part(Receiver<Part>),
    /// Ends the output of an input; with a fault, it could not be read to its end.
    Close(Option<Fault>),
    /// Says that an input could not be worked on at all.
    Fault(Fault),
}

/// What a worker does next.
pub(crate) struct Task {
    pub(crate) plan: Arc<Plan>,
    pub(crate) source: Source,
}

/// What a task is about.
pub(crate) enum Source {
    /// The file of the plan, which is one document.
    File,
    /// One document that was read already.
    Bytes(Vec<u8>),
    /// Lines of the plan's input.
    Lines(Batch),
}

/// What a worker made of a task.
#[derive(Default)]
pub(crate) struct Part {
    pub(crate) output: Vec<u8>,
    pub(crate) documents: u64,
    pub(crate) bytes: u64,
    pub(crate) faults: Vec<Fault>,
    /// What was counted, where that is what is wanted.
    pub(crate) tally: Tally,
}

/// Nobody reads the queue any more: the writer has given up.
#[derive(Debug)]
pub(crate) struct Closed;

/// Steps in the order of the inputs, and tasks for any worker.
pub(crate) struct Queue {
    steps: SyncSender<Step>,
    tasks: mpsc::Sender<Errand>,
}

/// A task, and where its part is waited for.
type Errand = (Task, SyncSender<Part>);

/// The workers' end of the queue.
#[derive(Clone)]
pub(crate) struct Tasks(Arc<Mutex<Receiver<Errand>>>);

impl Queue {
    pub(crate) fn new(jobs: usize) -> (Self, Tasks, Receiver<Step>) {
        let (steps, writer) = mpsc::sync_channel(jobs.saturating_mul(STEPS_A_JOB));
        // Not bounded itself: each task has its step, and those are.
        let (tasks, workers) = mpsc::channel();
        (Self { steps, tasks }, Tasks(Arc::new(Mutex::new(workers))), writer)
    }

    /// Puts a step at the end; waits while there are too many.
    pub(crate) fn step(&self, step: Step) -> Result<(), Closed> {
        self.steps.send(step).map_err(|_| Closed)
    }

    /// Puts a task at the end, and the step that writes its part.
    pub(crate) fn task(&self, plan: &Arc<Plan>, source: Source) -> Result<(), Closed> {
        let (sender, receiver) = mpsc::sync_channel(1);
        self.step(Step::Part(receiver))?;
        self.tasks.send((Task { plan: plan.clone(), source }, sender)).map_err(|_| Closed)
    }
}

impl Tasks {
    /// The next task; an error when there will be none.
    pub(crate) fn next(&self) -> Result<Errand, RecvError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).recv()
    }
}
