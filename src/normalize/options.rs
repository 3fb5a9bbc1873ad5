//! What is repaired, and what is folded.

use super::policy::{
    Apostrophes, Bullets, Case, Compatibility, Dashes, Diacritics, Digits, Ellipsis, Emoji, Ghe, Hyphens, Ligatures,
    Preset, Quotes, Stress, Widths, Yo,
};

/// Which repairs are made, and which differences are folded away.
///
/// By default all repairs, which lose nothing that the author wrote, and no
/// folding. What a folding loses stands at each choice.
///
/// ```
/// use chysto::{Cleaner, NormalizeOptions, Preset, style};
///
/// let mut letters = NormalizeOptions::default();
/// letters.entities = false;
/// letters.quotes = style::Quotes::Ascii;
/// let cleaner = Cleaner::builder().normalize(letters).build().unwrap();
/// assert_eq!(cleaner.normalize("“Q&amp;A”  ,").text(), "\"Q&amp;A\",");
///
/// let mut letters = NormalizeOptions::preset(Preset::Search);
/// letters.ghe = style::Ghe::Keep;
/// let cleaner = Cleaner::builder().normalize(letters).build().unwrap();
/// assert_eq!(cleaner.normalize("Ґанок, Пам’ять, CAFÉ").text(), "ґанок, пам'ять, cafe");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct NormalizeOptions {
    /// Decode HTML character references that were left in the text.
    pub entities: bool,
    /// Take out zero-width characters, soft hyphens, byte order marks and controls
    /// of the direction of writing that do nothing.
    pub invisible: bool,
    /// Take out control characters and the escape sequences of terminals.
    pub control: bool,
    /// Bring characters to Unicode's normal form NFC. Without it the output is
    /// in NFC only where the source is.
    pub nfc: bool,
    /// Make runs of white space inside a line one blank, and take out blanks
    /// before a comma or a full stop.
    pub white_space: bool,
    /// Read again what was read in a wrong charset (`РџСЂРёРІРµС‚`, `dÃ©jÃ  vu`).
    pub mojibake: bool,
    /// Repair words in which a Latin letter stands for a Cyrillic one, or the reverse.
    pub mixed_script: bool,
    /// Bring compatibility characters to their ordinary form.
    pub compatibility: Compatibility,
    /// Bring full-width and half-width characters to their ordinary width.
    pub widths: Widths,
    /// Write letters that are printed as one letter by letter.
    pub ligatures: Ligatures,
    /// Write quotation marks in ASCII.
    pub quotes: Quotes,
    /// Write dashes and hyphens in ASCII.
    pub dashes: Dashes,
    /// Write ellipses in ASCII.
    pub ellipsis: Ellipsis,
    /// Write bullets in ASCII.
    pub bullets: Bullets,
    /// Make all apostrophes one.
    pub apostrophes: Apostrophes,
    /// Take stress marks off Cyrillic vowels.
    pub stress: Stress,
    /// Write ё as е.
    pub yo: Yo,
    /// Write ґ as г.
    pub ghe: Ghe,
    /// Fold case.
    pub case: Case,
    /// Take diacritics off Latin and Greek letters, and the points of Arabic and Hebrew out.
    pub diacritics: Diacritics,
    /// Take emoji out, or their look.
    pub emoji: Emoji,
    /// Write the digits of all scripts in ASCII.
    pub digits: Digits,
    /// Join words that are divided at a line's end.
    pub hyphens: Hyphens,
}

impl Default for NormalizeOptions {
    fn default() -> Self {
        Self::FAITHFUL
    }
}

impl NormalizeOptions {
    /// All repairs, and no folding.
    const FAITHFUL: Self = Self {
        entities: true,
        invisible: true,
        control: true,
        nfc: true,
        white_space: true,
        mojibake: true,
        mixed_script: true,
        compatibility: Compatibility::Keep,
        widths: Widths::Keep,
        ligatures: Ligatures::Keep,
        quotes: Quotes::Keep,
        dashes: Dashes::Keep,
        ellipsis: Ellipsis::Keep,
        bullets: Bullets::Keep,
        apostrophes: Apostrophes::Keep,
        stress: Stress::Keep,
        yo: Yo::Keep,
        ghe: Ghe::Keep,
        case: Case::Keep,
        diacritics: Diacritics::Keep,
        emoji: Emoji::Keep,
        digits: Digits::Keep,
        hyphens: Hyphens::Keep,
    };

    /// All repairs, and the foldings of `preset`.
    pub fn preset(preset: Preset) -> Self {
        Self::default().with_preset(preset)
    }

    /// The same repairs with the foldings of `preset`, and no other.
    #[must_use]
    pub fn with_preset(self, preset: Preset) -> Self {
        match preset {
            Preset::Faithful => self.faithful(),
            Preset::Search => self.faithful().search(),
            Preset::Plain => self.faithful().plain(),
        }
    }

    /// Whether anything is folded within a line.
    pub(crate) fn folds_lines(self) -> bool {
        self != Self { hyphens: self.hyphens, ..self.faithful() }
    }

    /// The same repairs, and no folding.
    fn faithful(self) -> Self {
        Self {
            entities: self.entities,
            invisible: self.invisible,
            control: self.control,
            nfc: self.nfc,
            white_space: self.white_space,
            mojibake: self.mojibake,
            mixed_script: self.mixed_script,
            ..Self::FAITHFUL
        }
    }

    fn plain(self) -> Self {
        Self {
            quotes: Quotes::Ascii,
            dashes: Dashes::Ascii,
            ellipsis: Ellipsis::Ascii,
            bullets: Bullets::Ascii,
            apostrophes: Apostrophes::Ascii,
            ..self
        }
    }

    fn search(self) -> Self {
        Self {
            compatibility: Compatibility::Nfkc,
            widths: Widths::Fold,
            ligatures: Ligatures::Split,
            stress: Stress::Remove,
            yo: Yo::Fold,
            ghe: Ghe::Fold,
            case: Case::Fold,
            diacritics: Diacritics::Fold,
            emoji: Emoji::Fold,
            digits: Digits::Ascii,
            ..self.plain()
        }
    }
}

impl From<Preset> for NormalizeOptions {
    fn from(preset: Preset) -> Self {
        Self::preset(preset)
    }
}

#[cfg(feature = "serde")]
mod serialized {
    use std::fmt;

    use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

    use super::{NormalizeOptions, Preset};
    use crate::error::suggestion;

    /// Defines the options that can be read, and how: those that are named, over
    /// the preset, wherever that stands.
    macro_rules! options {
        ($($option:ident,)*) => {
            const NAMES: &[&str] = &["preset", $(stringify!($option),)*];

            fn read<'de, M: MapAccess<'de>>(mut map: M) -> Result<NormalizeOptions, M::Error> {
                let mut preset = None::<Preset>;
                $(let mut $option = None;)*
                while let Some(Name(name)) = map.next_key()? {
                    match name {
                        $(stringify!($option) => $option = Some(map.next_value()?),)*
                        _ => preset = Some(map.next_value()?),
                    }
                }
                let mut options = NormalizeOptions::preset(preset.unwrap_or_default());
                $(options.$option = $option.unwrap_or(options.$option);)*
                Ok(options)
            }
        };
    }

    options! {
        entities, invisible, control, nfc, white_space, mojibake, mixed_script,
        compatibility, widths, ligatures, quotes, dashes, ellipsis, bullets, apostrophes,
        stress, yo, ghe, case, diacritics, emoji, digits, hyphens,
    }

    /// One of [`NAMES`].
    struct Name(&'static str);

    impl<'de> Deserialize<'de> for Name {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let name = String::deserialize(deserializer)?;
            NAMES.iter().find(|known| **known == name).map(|known| Name(known)).ok_or_else(|| unknown(&name))
        }
    }

    fn unknown<E: Error>(name: &str) -> E {
        let near = suggestion(name, NAMES.iter().copied());
        let hint = if near.is_empty() { format!("; there are {}", NAMES.join(", ")) } else { near };
        E::custom(format!("no option of `normalize` is called `{name}`{hint}"))
    }

    impl<'de> Deserialize<'de> for NormalizeOptions {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Options)
        }
    }

    struct Options;

    impl<'de> Visitor<'de> for Options {
        type Value = NormalizeOptions;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("options of `normalize`")
        }

        fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<NormalizeOptions, M::Error> {
            read(map)
        }
    }
}
