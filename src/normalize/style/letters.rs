//! Letters that print leaves out: ё and ґ.

use std::borrow::Cow;

use crate::edit::EditRule;
use crate::normalize::NormalizeOptions;
use crate::normalize::policy::{Ghe, Yo};
use crate::normalize::rewrite::Rewrite;

pub(super) fn is_on(options: &NormalizeOptions) -> bool {
    options.yo == Yo::Fold || options.ghe == Ghe::Fold
}

/// Writes ё as е and ґ as г, whichever the options ask for.
pub(super) fn fold(text: &mut Rewrite<'_>, options: &NormalizeOptions) -> bool {
    let yo = options.yo == Yo::Fold && super::each(text, EditRule::Yo, |c| plain(c, &[('ё', "е"), ('Ё', "Е")]));
    let ghe = options.ghe == Ghe::Fold && super::each(text, EditRule::Ghe, |c| plain(c, &[('ґ', "г"), ('Ґ', "Г")]));
    yo || ghe
}

fn plain(c: char, letters: &[(char, &'static str)]) -> Option<Cow<'static, str>> {
    letters.iter().find(|(letter, _)| *letter == c).map(|(_, plain)| Cow::Borrowed(*plain))
}
