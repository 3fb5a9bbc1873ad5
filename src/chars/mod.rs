//! Facts about characters: the byte prescan of a line, invisible characters,
//! scripts, look-alike letters.

pub(crate) mod confusable;
pub(crate) mod invisible;
pub(crate) mod scan;
pub(crate) mod script;
