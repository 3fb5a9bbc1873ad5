//! Rules: packs of phrases and patterns, compiled to one matcher.

mod automaton;
mod builder;
pub(crate) mod builtin;
mod compiled;
mod expand;
mod folding;
mod lexicon;
mod locale;
mod lookup;
mod matcher;
pub(crate) mod pack;
mod pattern;
mod persons;
mod phrases;
mod read;
#[cfg(test)]
mod safety;
mod slots;
pub(crate) mod tokens;
mod value_places;
mod vocabulary;
mod whole;
mod word_hash;

pub(crate) use compiled::{Hit, RuleId, RuleSet, Split, Value};
pub(crate) use locale::Locale;
pub use pack::Pack;
pub(crate) use pack::{DateOrder, Opens};
pub(crate) use slots::is_name_particle;
