//! What was read off the page, why, and what was considered besides.

use chysto::{Considered, Document, Metadatum, Role};

use crate::figures::count;
use crate::words;

/// More values of one field are only counted: lists of the latest news have a date in every line.
const MOST_CONSIDERED: usize = 5;

/// A title or a metadatum, as it is told.
pub(super) struct Fact {
    pub(super) name: String,
    /// None where none was taken.
    pub(super) taken: Option<Told>,
    /// Values that were not taken.
    pub(super) considered: Vec<Told>,
    pub(super) more: usize,
}

/// A value, why it was taken or not, and the number of its block.
pub(super) struct Told {
    pub(super) value: String,
    pub(super) why: String,
    pub(super) block: usize,
}

impl Fact {
    fn new(name: &str, taken: Option<Told>) -> Self {
        Self { name: name.replace('_', " "), taken, considered: Vec::new(), more: 0 }
    }

    fn consider(&mut self, told: Told) {
        match self.considered.len() < MOST_CONSIDERED {
            true => self.considered.push(told),
            false => self.more += 1,
        }
    }

    /// `3 others were considered`
    pub(super) fn heading(&self) -> String {
        let count = count(self.considered.len() + self.more, "other was", "others were");
        format!("{count} considered")
    }
}

/// The title, then the fields in the order of their places, then those for which nothing was taken.
pub(super) fn facts(document: &Document<'_>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = titles(document).into_iter().collect();
    facts.extend(document.metadata().iter().map(|entry| Fact::new(entry.field().name(), Some(taken(entry)))));
    for considered in document.metadata().considered() {
        let name = considered.value().field().name().replace('_', " ");
        let known = facts.iter().position(|fact| fact.name == name);
        let place = known.unwrap_or_else(|| {
            facts.push(Fact::new(&name, None));
            facts.len() - 1
        });
        facts[place].consider(passed_over(considered));
    }
    facts
}

/// The title, and what might have been one; none where the page has neither.
fn titles(document: &Document<'_>) -> Option<Fact> {
    let told = |block: usize, why: String| Some(Told { value: document.block(block)?.text().to_owned(), why, block });
    let title = document.blocks().enumerate().find(|(_, block)| block.role() == Role::Title);
    let taken = title.and_then(|(number, block)| told(number, words::reason(block.reason())));
    let why = if taken.is_some() { "less like a title" } else { "too little like a title" };
    let mut fact = Fact::new("title", taken);
    let considered = document.titles_considered().iter();
    considered.filter_map(|block| told(*block, why.to_owned())).for_each(|told| fact.consider(told));
    (fact.taken.is_some() || !fact.considered.is_empty()).then_some(fact)
}

fn taken(entry: &Metadatum) -> Told {
    Told { value: entry.to_string(), why: words::reason(entry.reason()), block: entry.block() }
}

fn passed_over(considered: &Considered) -> Told {
    let value = considered.value();
    Told { value: value.to_string(), why: considered.objection().to_string(), block: value.block() }
}
