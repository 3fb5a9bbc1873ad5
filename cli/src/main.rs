//! The command line of chysto; see `chysto --help`.

mod arguments;
mod figures;
mod foldings;
mod formats;
mod html;
mod inputs;
mod interrupt;
mod output;
mod report;
mod run;
mod settings;
mod signs;
mod stats;
mod systems;
mod terminal;
mod words;

use std::process::ExitCode;

use arguments::Command;
use report::{Fault, USAGE};

fn main() -> ExitCode {
    let command = match arguments::read() {
        Ok(command) => command,
        Err(status) => return status,
    };
    let outcome = match command {
        Command::Completions { shell } => run::print(&arguments::completions(shell)),
        Command::Man { command } => arguments::manual(command.as_deref()).and_then(|page| run::print(&page)),
        Command::Translit(arguments) if arguments.list => run::print(systems::list().as_bytes()),
        work => settings::of(work).and_then(run::run),
    };
    outcome.unwrap_or_else(|fault: Fault| {
        report::say(&fault);
        ExitCode::from(USAGE)
    })
}
