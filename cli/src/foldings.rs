//! The foldings of letters and punctuation, as flags.

use std::str::FromStr;

use chysto::style::{
    Apostrophes, Bullets, Case, Compatibility, Dashes, Diacritics, Digits, Ellipsis, Emoji, Ghe, Ligatures, Quotes,
    Stress, Widths, Yo,
};
use chysto::{NormalizeOptions, Preset};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What is folded; each goes before the preset, and the preset before what a
/// file of options says.
#[derive(Debug, Args)]
#[command(next_help_heading = "Folding (none by default; each says what it loses)")]
pub(crate) struct FoldingArguments {
    /// A set of the choices below: `search` makes spellings one that a reader takes for the
    /// same, `plain` writes punctuation in ASCII, `faithful` folds nothing.
    #[arg(long, value_name = "NAME", hide_possible_values = true, value_parser = choice::<Preset>(Preset::NAMES))]
    preset: Option<Preset>,
    /// Quotation marks as " and '; loses which opens and which closes.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Quotes>(Quotes::NAMES))]
    quotes: Option<Quotes>,
    /// Apostrophes as ', ’ or ʼ; loses which were typed, and that ʼ and ʻ are letters.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Apostrophes>(Apostrophes::NAMES))]
    apostrophes: Option<Apostrophes>,
    /// Dashes and hyphens as -; loses the difference of hyphen, dash and minus.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Dashes>(Dashes::NAMES))]
    dashes: Option<Dashes>,
    /// … as ...; loses the difference of the two.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Ellipsis>(Ellipsis::NAMES))]
    ellipsis: Option<Ellipsis>,
    /// Bullets as *; loses the levels of lists.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Bullets>(Bullets::NAMES))]
    bullets: Option<Bullets>,
    /// No stress marks over Cyrillic vowels; loses за́мок against замо́к; й, ї, ё stay.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Stress>(Stress::NAMES))]
    stress: Option<Stress>,
    /// ё as е; loses всё against все.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Yo>(Yo::NAMES))]
    yo: Option<Yo>,
    /// ґ as г; loses ґрати against грати.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Ghe>(Ghe::NAMES))]
    ghe: Option<Ghe>,
    /// One case, ß as ss; loses names and the starts of sentences.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Case>(Case::NAMES))]
    case: Option<Case>,
    /// No diacritics on Latin and Greek letters, no points in Arabic and Hebrew; loses schon
    /// against schön, and all tones of Vietnamese.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Diacritics>(Diacritics::NAMES))]
    diacritics: Option<Diacritics>,
    /// No emoji, or (`fold`) emoji without skin tone and style; loses what they say.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Emoji>(Emoji::NAMES))]
    emoji: Option<Emoji>,
    /// The digits of all scripts as 0 to 9; loses the script's own form.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Digits>(Digits::NAMES))]
    digits: Option<Digits>,
    /// Full-width and half-width characters in ordinary width; loses that form.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Widths>(Widths::NAMES))]
    widths: Option<Widths>,
    /// ﬁ as fi; loses the printed form.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Ligatures>(Ligatures::NAMES))]
    ligatures: Option<Ligatures>,
    /// All compatibility characters as NFKC has them; loses superscripts, circles, fractions.
    #[arg(long, value_name = "CHOICE", value_parser = choice::<Compatibility>(Compatibility::NAMES))]
    compatibility: Option<Compatibility>,
}

/// One of `names`, each of which is a `T`.
pub(crate) fn choice<T>(names: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = chysto::Error> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| name.parse())
}

impl FoldingArguments {
    /// The same options with what the flags say.
    pub(crate) fn over(&self, options: NormalizeOptions) -> NormalizeOptions {
        let mut options = self.preset.map_or(options, |preset| options.with_preset(preset));
        set(&mut options.quotes, self.quotes);
        set(&mut options.apostrophes, self.apostrophes);
        set(&mut options.dashes, self.dashes);
        set(&mut options.ellipsis, self.ellipsis);
        set(&mut options.bullets, self.bullets);
        set(&mut options.stress, self.stress);
        set(&mut options.yo, self.yo);
        set(&mut options.ghe, self.ghe);
        set(&mut options.case, self.case);
        set(&mut options.diacritics, self.diacritics);
        set(&mut options.emoji, self.emoji);
        set(&mut options.digits, self.digits);
        set(&mut options.widths, self.widths);
        set(&mut options.ligatures, self.ligatures);
        set(&mut options.compatibility, self.compatibility);
        options
    }
}

/// Takes over what was given.
pub(crate) fn set<T>(option: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *option = given;
    }
}
