//! Cyrillic to Latin by published systems, and back where a system allows it.
//!
//! ```
//! use chysto::translit::System;
//!
//! let system: System = "uk-2010".parse()?;
//! assert_eq!(system.romanize("Згурівка, ЩУКА, Щука"), "Zghurivka, SHCHUKA, Shchuka");
//! assert_eq!((system.authority(), system.year()), ("Cabinet of Ministers of Ukraine", 2010));
//!
//! let reversible: System = "uk-9112-a".parse()?;
//! let latin = reversible.romanize("б’єш льон");
//! assert_eq!(latin, "b'ješ ljon");
//! assert_eq!(reversible.reverse(&latin)?, "б’єш льон");
//! # Ok::<(), chysto::Error>(())
//! ```
//!
//! What every system has in common:
//!
//! * **Case is kept.** A capital that becomes several letters is written `Shch`
//!   before a small letter and `SHCH` before a capital. At the end of a word the
//!   letter before it decides; a capital that is a whole word follows the word
//!   after it, else the word before it, if that is written in capitals.
//! * **Other text is left alone:** Latin letters, digits, signs, and Cyrillic
//!   letters that the system's source does not have.
//! * **Apostrophes** count as letters between two Cyrillic letters, whichever of
//!   `'`, `’`, `ʼ`, `‘`, `´`, `′` and the grave accent is typed; elsewhere they are quotation marks.
//! * **Decomposed letters** (и with a combining breve) are read as composed ones,
//!   and stress marks do not hide a letter's neighbours.
//! * Time is linear in the text; a system is compiled when it is first used.

mod case;
mod catalogue;
mod context;
mod forward;
mod notation;
mod reverse;
mod system;
mod table;

pub use system::System;
