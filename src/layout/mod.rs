//! Layout: where the source's lines are, and what white space lies between
//! two blocks.

mod gap;
mod lines;

pub(crate) use gap::Gap;
pub(crate) use lines::lines;
