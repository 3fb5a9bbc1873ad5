//! The explanation as lines of a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use chysto::{Block, Class, Document, Edit};

use super::metadata::{Fact, facts};
use super::{DOUBTFUL, percentage, repairs, summary};
use crate::figures::grouped;
use crate::signs;
use crate::terminal::Look;
use crate::words;

const FAINT: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();
const DOUBT: Style = AnsiColor::Yellow.on_default().bold();

/// Where texts begin: behind the number, the mark, the role and the percentage.
const INDENT: usize = 36;

/// The document block by block, what is known of it as a whole first.
pub(in crate::formats) fn in_terminal(document: &Document<'_>, look: Look) -> String {
    let mut printer = Printer { look, out: String::new() };
    printer.head(document);
    printer.sections(document);
    let mut edits = repairs(document);
    for (number, block) in document.blocks().enumerate() {
        printer.block(number, &block, &edits.of(&block));
    }
    printer.between_blocks(document);
    printer.out
}

struct Printer {
    look: Look,
    out: String,
}

impl Printer {
    /// A name in its column, and as much of a text as fits behind it.
    fn line(&mut self, style: Style, name: &str, text: &str) {
        let text = self.look.cut(text, INDENT);
        let name = self.look.painted(style, &format!("{name:<INDENT$}"));
        self.out.push_str(&format!("{name}{text}\n"));
    }

    fn head(&mut self, document: &Document<'_>) {
        let name = self.look.cut(document.info().name().unwrap_or("-"), 0);
        let parts = self.look.cut(&summary(document).join(", "), 0);
        self.out.push_str(&format!("{}\n{parts}\n\n", self.look.painted(STRONG, &name)));
        let before = self.out.len();
        facts(document).iter().for_each(|fact| self.fact(fact));
        self.gap(before);
    }

    /// A value, why it was taken, and what was considered besides.
    fn fact(&mut self, fact: &Fact) {
        match &fact.taken {
            Some(told) => {
                self.line(FAINT, &fact.name, &told.value);
                self.note(&format!("block {}: {}", told.block, told.why));
            }
            None => self.line(FAINT, &fact.name, "none was taken"),
        }
        for told in &fact.considered {
            self.note(&format!("not “{}” in block {}: {}", told.value, told.block, told.why));
        }
        if fact.more > 0 {
            self.note(&format!("and {} more", grouped(fact.more as u64)));
        }
    }

    /// The sections, unless there is only one without a heading.
    fn sections(&mut self, document: &Document<'_>) {
        let before = self.out.len();
        for section in document.sections().iter().filter(|section| section.heading().is_some()) {
            let first = section.heading_block().or(section.blocks().first().copied()).unwrap_or(0);
            self.line(FAINT, &format!("section at block {first}"), section.heading().unwrap_or_default());
        }
        self.gap(before);
    }

    /// A blank line behind what was printed since `before`.
    fn gap(&mut self, before: usize) {
        if self.out.len() > before {
            self.out.push('\n');
        }
    }

    fn block(&mut self, number: usize, block: &Block<'_>, edits: &[Edit<'_>]) {
        let mark = if block.is_kept() { '+' } else { '-' };
        let role = self.look.painted(style(block), &format!("{number:>5} {mark} {:<22}", block.role().to_string()));
        let sure = format!("{:>5}", percentage(block.confidence()));
        let sure = self.look.painted(if block.confidence() < DOUBTFUL { DOUBT } else { FAINT }, &sure);
        let text = self.look.painted(text_style(block), &self.look.cut(block.text(), INDENT));
        self.out.push_str(&format!("{role}{sure} {text}\n"));
        self.note(&words::reason(block.reason()));
        edits.iter().for_each(|edit| self.edit(edit));
    }

    fn note(&mut self, text: &str) {
        let text = self.look.cut(text, INDENT);
        let text = self.look.painted(FAINT, &text);
        self.out.push_str(&format!("{:INDENT$}{text}\n", ""));
    }

    fn edit(&mut self, edit: &Edit<'_>) {
        let (was, text) = (signs::spelt_with_blanks(edit.was()), signs::spelt_with_blanks(edit.text()));
        let became = if text.is_empty() { "nothing".to_owned() } else { format!("“{text}”") };
        self.note(&format!("“{was}” became {became}: {} ({})", words::edit(edit.rule()), edit.rule()));
    }

    /// How many edits bring white space between blocks into order.
    fn between_blocks(&mut self, document: &Document<'_>) {
        let count = document.edits().filter(|edit| words::is_between_blocks(edit.rule())).count();
        if count > 0 {
            let _ = writeln!(self.out, "\nedits of white space between blocks: {count}");
        }
    }
}

fn style(block: &Block<'_>) -> Style {
    let color = match block.role().class() {
        Class::Content => AnsiColor::Green,
        Class::Metadata => AnsiColor::Cyan,
        _ => AnsiColor::Red,
    };
    color.on_default()
}

fn text_style(block: &Block<'_>) -> Style {
    if block.is_kept() { Style::new() } else { FAINT }
}
