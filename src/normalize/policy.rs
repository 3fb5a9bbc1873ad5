//! The choices that an option has, each with the name that files and the
//! command line call it by.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, suggestion};

macro_rules! policies {
    ($($(#[$doc:meta])* $policy:ident of $option:literal {
        $(#[$default_doc:meta])* $default:ident = $default_name:literal,
        $($(#[$choice_doc:meta])* $choice:ident = $name:literal,)*
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            pub enum $policy {
                $(#[$default_doc])*
                #[default]
                $default,
                $($(#[$choice_doc])* $choice,)*
            }

            impl $policy {
                /// All choices, the default first.
                pub const ALL: &'static [Self] = &[Self::$default, $(Self::$choice,)*];

                /// The names of all choices, in the same order.
                pub const NAMES: &'static [&'static str] = &[$default_name, $($name,)*];

                /// The printed form.
                pub const fn name(self) -> &'static str {
                    Self::NAMES[self as usize]
                }
            }

            impl fmt::Display for $policy {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.name())
                }
            }

            impl FromStr for $policy {
                type Err = Error;

                /// Reads the printed form.
                fn from_str(name: &str) -> Result<Self, Error> {
                    Self::ALL
                        .iter()
                        .copied()
                        .find(|choice| choice.name() == name)
                        .ok_or_else(|| unknown($option, name, Self::NAMES))
                }
            }

            #[cfg(feature = "serde")]
            impl serde::Serialize for $policy {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.name())
                }
            }

            #[cfg(feature = "serde")]
            impl<'de> serde::Deserialize<'de> for $policy {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
                }
            }
        )*
    };
}

policies! {
    /// A set of foldings for one purpose.
    ///
    /// ```
    /// use chysto::{Cleaner, NormalizeOptions, Preset};
    ///
    /// let folded = |preset: Preset, text| {
    ///     Cleaner::builder().normalize(preset.into()).build().unwrap().normalize(text).text().to_owned()
    /// };
    /// assert_eq!(folded(Preset::Faithful, "„Ёлка“ – 5 €…"), "„Ёлка“ – 5 €…");
    /// assert_eq!(folded(Preset::Plain, "„Ёлка“ – 5 €…"), "\"Ёлка\" - 5 €...");
    /// assert_eq!(folded(Preset::Search, "„Ёлка“ – 5 €…"), "\"елка\" - 5 €...");
    /// ```
    Preset of "preset" {
        /// Repairs alone: what the author wrote stays as it is.
        Faithful = "faithful",
        /// An index's folding: spellings that a reader takes for the same become
        /// the same. Loses everything that the single options say; to clean a page for
        /// an index, clean it first and fold the result, for capitals and
        /// diacritics help to tell the article from the rest.
        Search = "search",
        /// ASCII quotation marks, apostrophes, dashes, ellipses and bullets; all letters stay.
        Plain = "plain",
    }

    /// What becomes of compatibility characters.
    Compatibility of "compatibility" {
        /// They stay.
        Keep = "keep",
        /// Unicode's normal form NFKC: `x²` is `x2`, `№` is `No`, `ﬁ` is `fi`, `Ａ`
        /// is `A`. Loses superscripts, circles, fractions and all other such form.
        /// Characters whose form would have a blank in it stay (`´`, `ﷺ`).
        Nfkc = "nfkc",
    }

    /// What becomes of full-width and half-width characters.
    Widths of "widths" {
        /// They stay.
        Keep = "keep",
        /// Ordinary width: `Ａ！` is `A!`, `ｶﾞ` is `ガ`. Loses the punctuation's form
        /// that Chinese and Japanese typesetting uses.
        Fold = "fold",
    }

    /// What becomes of letters that are printed as one.
    Ligatures of "ligatures" {
        /// They stay.
        Keep = "keep",
        /// Letter by letter: `ﬁ` is `fi`, `ǆ` is `dž`, `ﻻ` is `لا`. Loses the printed
        /// form alone; `œ` and `æ` are spelling and stay.
        Split = "split",
    }

    /// What becomes of quotation marks.
    Quotes of "quotes" {
        /// They stay.
        Keep = "keep",
        /// `"` and `'`. Loses which mark opens and which closes, and the
        /// language's own form; apostrophes are left to [`Apostrophes`].
        Ascii = "ascii",
    }

    /// What becomes of dashes and hyphens.
    Dashes of "dashes" {
        /// They stay.
        Keep = "keep",
        /// `-`. Loses the difference of hyphen, dash and minus.
        Ascii = "ascii",
    }

    /// What becomes of ellipses of one character.
    Ellipsis of "ellipsis" {
        /// They stay.
        Keep = "keep",
        /// Full stops. Loses the difference of an ellipsis and full stops in a row.
        Ascii = "ascii",
    }

    /// What becomes of bullets.
    Bullets of "bullets" {
        /// They stay.
        Keep = "keep",
        /// `*`. Loses the levels of lists that have a bullet for each.
        Ascii = "ascii",
    }

    /// What becomes of apostrophes: marks between two letters, and the letters ʼ and ʻ.
    ///
    /// A mark at a word's start or end may be a quotation mark and is left to
    /// [`Quotes`].
    Apostrophes of "apostrophes" {
        /// They stay.
        Keep = "keep",
        /// `'` (U+0027). Loses that ʼ and ʻ are letters in some languages.
        Ascii = "ascii",
        /// `’` (U+2019), as typesetters have it. Loses the same.
        Typographic = "typographic",
        /// `ʼ` (U+02BC), the letter, as Ukrainian domain names have it. Loses that
        /// in other languages it is none.
        Letter = "letter",
    }

    /// What becomes of stress marks over Cyrillic vowels.
    Stress of "stress" {
        /// They stay.
        Keep = "keep",
        /// They go: `за́мок` is `замок`, also where `á` stands for `а́`. Loses the
        /// difference of `за́мок` and `замо́к`. The letters й, ї, ё, ў, ѓ, ќ stay,
        /// and words that a grave tells apart (Bulgarian `ѝ`, Macedonian `сѐ`).
        Remove = "remove",
    }

    /// What becomes of the letter ё.
    Yo of "yo" {
        /// It stays.
        Keep = "keep",
        /// It is е, as most print has it. Loses the difference of `всё` and `все`.
        Fold = "fold",
    }

    /// What becomes of the letter ґ.
    Ghe of "ghe" {
        /// It stays.
        Keep = "keep",
        /// It is г, as print had it from 1933 to 1990. Loses the difference of
        /// `ґрати` and `грати`.
        Fold = "fold",
    }

    /// What becomes of upper and lower case.
    Case of "case" {
        /// It stays.
        Keep = "keep",
        /// Unicode's full case folding: `Straße` is `strasse`, `ΟΔΟΣ` and `οδος` are
        /// `οδοσ`. Loses names, starts of sentences, and the difference of Turkish `I`
        /// and `İ` (`İ` is `i̇`; with [`Diacritics::Fold`] `I`, `İ`, `ı`, `i` are one).
        Fold = "fold",
    }

    /// What becomes of diacritics on Latin and Greek letters, and of the points of
    /// Arabic and Hebrew.
    Diacritics of "diacritics" {
        /// They stay.
        Keep = "keep",
        /// They go: `é` is `e`, `ł` is `l`, `ø` is `o`, `æ` is `ae`, `ά` is `α`; harakat,
        /// tatweel and niqqud are taken out, and `أ` is `ا`. Loses the difference of
        /// `peché` and `pêche`, of `schon` and `schön`, all tones of Vietnamese.
        /// Cyrillic letters (й, ї, ў) and the signs of other scripts stay.
        Fold = "fold",
    }

    /// What becomes of emoji: whole sequences, with flags and keycaps. Digits, `#`,
    /// `©`, `™` and arrows are none.
    Emoji of "emoji" {
        /// They stay.
        Keep = "keep",
        /// They stay without skin tone and without the selector of their look:
        /// `👍🏽` is `👍`. Loses just that.
        Fold = "fold",
        /// They go. Loses what they say.
        Remove = "remove",
    }

    /// What becomes of decimal digits of all scripts.
    Digits of "digits" {
        /// They stay.
        Keep = "keep",
        /// `0` to `9`: `٢٠٢٤` is `2024`. Loses the script's own form.
        Ascii = "ascii",
    }

    /// What becomes of words that are divided at a line's end.
    ///
    /// Only [`Cleaner::normalize`](crate::Cleaner::normalize) joins them: for
    /// [`Cleaner::clean`](crate::Cleaner::clean) lines are blocks, and no block takes
    /// a part of its neighbour.
    Hyphens of "hyphens" {
        /// They stay divided.
        Keep = "keep",
        /// The second half goes up to the first, without the hyphen; lines stay
        /// lines. Loses the hyphen of compounds that are divided at it
        /// (`well-` and `known` become `wellknown`).
        Join = "join",
    }
}

fn unknown(option: &str, name: &str, names: &[&str]) -> Error {
    let near = suggestion(name, names.iter().copied());
    let hint = if near.is_empty() { format!("; there are {}", names.join(", ")) } else { near };
    Error::new(Kind::Options, format!("`{option}` has no choice `{name}`{hint}"))
}
