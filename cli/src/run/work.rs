//! The workers: from tasks to what the output holds for them.

use std::borrow::Cow;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::lines::Batch;
use super::plan::Plan;
use super::queue::{Part, Source, Task, Tasks};
use crate::formats::{self, Content, Page, Record, Rendering};
use crate::report::Fault;
use crate::settings::{Action, Charset, Settings};
use crate::stats::Tally;

/// As much as is looked at to tell whether a file is text at all.
const BINARY_SAMPLE: usize = 8 * 1024;

/// The library promises not to panic, so this is a fault of its own.
pub(super) const ITSELF_FAILED: &str = "chysto itself failed; please report it with this document";

/// Takes tasks until there are none.
pub(crate) fn work(settings: &Settings, tasks: &Tasks) {
    while let Ok((task, sender)) = tasks.next() {
        // Nobody receives the part where the writer has given up; then the queue
        // is about to end.
        let _ = sender.send(part(settings, &task));
    }
}

fn part(settings: &Settings, task: &Task) -> Part {
    let mut part = Part::default();
    let worker = Worker { settings, plan: &task.plan };
    match &task.source {
        Source::File => worker.file(&mut part),
        Source::Bytes(bytes) => worker.whole(bytes, &mut part),
        Source::Lines(batch) => worker.lines(batch, &mut part),
    }
    part
}

/// What a document gave.
enum Made {
    Output(String),
    Count(Box<Tally>),
}

struct Worker<'t> {
    settings: &'t Settings,
    plan: &'t Plan,
}

impl Worker<'_> {
    fn file(&self, part: &mut Part) {
        match self.plan.path.as_deref().map_or_else(|| Ok(Vec::new()), fs::read) {
            Ok(bytes) => self.whole(&bytes, part),
            Err(error) => part.faults.push(Fault::system(&self.plan.name, &error)),
        }
    }

    fn whole(&self, bytes: &[u8], part: &mut Part) {
        part.bytes += bytes.len() as u64;
        let name = &self.plan.name;
        if is_binary(bytes, self.settings.charset) {
            let message = "not text but some binary format; extract the text from it first, or leave it out";
            part.faults.push(Fault::at(name, message));
            return;
        }
        let decoded = self.settings.charset.decode(bytes);
        if decoded.is_faulty() {
            let message = format!(
                "some bytes are not {} and became U+FFFD; if that is not the encoding, give --encoding",
                decoded.encoding()
            );
            part.faults.push(Fault::warning(name, &message));
        } else {
            self.report_lost(decoded.text(), name, part);
        }
        self.render(Page::new(self.printed_name().to_owned(), Content::Decoded(decoded, bytes.len())), name, part);
    }

    /// Documents call standard input by its sign.
    fn printed_name(&self) -> &str {
        if self.plan.path.is_some() { &self.plan.name } else { "-" }
    }

    fn lines(&self, batch: &Batch, part: &mut Part) {
        part.bytes += batch.bytes.len() as u64;
        for (number, line) in batch.lines() {
            let place = format!("{}:{number}", self.plan.name);
            let printed = format!("{}:{number}", self.printed_name());
            if let Err(message) = self.line(line, printed, &place, part) {
                part.faults.push(Fault::at(&place, &message));
            }
        }
    }

    fn line(&self, line: &[u8], printed: String, place: &str, part: &mut Part) -> Result<(), String> {
        let line = utf_8(line, self.settings.charset)?;
        let (record, text) = Record::read(&line, &self.settings.field)?;
        self.report_lost(&text, place, part);
        self.render(Page::new(printed, Content::Record(record, text)), place, part);
        Ok(())
    }

    /// Warns of letters that were lost before the document came here.
    fn report_lost(&self, text: &str, place: &str, part: &mut Part) {
        let repairs = !matches!(self.settings.action, Action::Decode | Action::Romanize(_) | Action::Reverse(_));
        let lost = if repairs { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
        if lost > 0 {
            let characters = if lost == 1 { "character" } else { "characters" };
            let message = format!(
                "{lost} replacement {characters} (U+FFFD): letters were lost before the text came here; fetch it again \
                 and decode it in its own encoding"
            );
            part.faults.push(Fault::warning(place, &message));
        }
    }

    /// Puts the document's output behind that of the ones before. The library
    /// promises not to panic; if it does all the same, one document is lost.
    fn render(&self, page: Page<'_>, place: &str, part: &mut Part) {
        match catch_unwind(AssertUnwindSafe(|| self.made(page))) {
            Ok(Made::Output(output)) => {
                let separator = formats::separator(self.plan.format, part.output.last().copied(), output.as_bytes());
                part.output.extend_from_slice(separator.as_bytes());
                part.output.extend_from_slice(output.as_bytes());
                part.documents += 1;
            }
            Ok(Made::Count(tally)) => {
                part.tally.merge(*tally);
                part.documents += 1;
            }
            Err(_) => part.faults.push(Fault::at(place, ITSELF_FAILED)),
        }
    }

    fn made(&self, page: Page<'_>) -> Made {
        let Settings { action, field, .. } = self.settings;
        match action {
            Action::Count(cleaner) => Made::Count(Box::new(Tally::of(&page.cleaned(cleaner)))),
            _ => Made::Output(Rendering { action, format: self.plan.format, field }.of(page)),
        }
    }
}

/// A given encoding says what text is like, not that a picture is text; only
/// UTF-16 may look like anything.
fn is_binary(bytes: &[u8], charset: Charset) -> bool {
    charset.utf_16().is_none() && chysto::decode(&bytes[..bytes.len().min(BINARY_SAMPLE)]).looks_binary()
}

/// JSON is UTF-8 unless the user knows better.
fn utf_8(line: &[u8], charset: Charset) -> Result<Cow<'_, str>, String> {
    match charset {
        Charset::Hinted(_) | Charset::Given(_) => Ok(charset.decode(line).into_text()),
        Charset::Unknown => std::str::from_utf8(line)
            .map(Cow::Borrowed)
            .map_err(|_| "the line is not UTF-8, as JSON has to be; give its --encoding, or mend it".to_owned()),
    }
}
