//! Numbers: digits in groups, fractions, words that multiply.

use super::View;

/// A number that was read.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Numeral {
    /// Rounded down.
    pub(in crate::rules) value: u64,
    pub(in crate::rules) end: usize,
    /// Whether the value is less than was printed, or doubtful: `4.5`, `1.234,567`, `007`.
    pub(in crate::rules) is_vague: bool,
}

/// Reads a number: digits in groups of three or as India parts them, a decimal fraction,
/// a multiplier (`18 643`, `12,34,567`, `1.2K`, `12,5 тис.`).
pub(in crate::rules) fn numeral(view: &View<'_>, at: usize) -> Option<Numeral> {
    let (whole, is_vague) = indian(view, at).map(|whole| (whole, false)).or_else(|| grouped(view, at))?;
    let (value, next) = whole;
    let is_vague = is_vague || value == u64::MAX;
    let fraction = fraction(view, next);
    let behind = fraction.map_or(next, |at| at + 1);
    let Some((factor, end)) = multiplier(view, behind) else {
        return Some(Numeral { value, end: behind, is_vague: is_vague || fraction.is_some() });
    };
    let tail = fraction.map_or(0, |at| scaled(view, at, factor));
    let value = value.saturating_mul(factor).saturating_add(tail);
    Some(Numeral { value, end, is_vague: is_vague || value == u64::MAX })
}

/// Digits, perhaps in groups of three; whether the groups are parted in several ways or
/// the number begins with a zero that says nothing.
fn grouped(view: &View<'_>, at: usize) -> Option<((u64, usize), bool)> {
    let (mut value, mut next) = (view.number(at)?.key, at + 1);
    let (mut is_vague, mut separator) = (view.digits(at) > 1 && has_leading_zero(view, at), None);
    if (1..=3).contains(&view.digits(at)) {
        while let Some(group) = group(view, next, 3) {
            let found = if group > next { view.tokens[next].key } else { u64::from(b' ') };
            is_vague |= separator.replace(found).is_some_and(|known| known != found);
            value = value.saturating_mul(1000).saturating_add(view.tokens[group].key);
            next = group + 1;
        }
        is_vague |= next > at + 1 && has_leading_zero(view, at);
    }
    Some(((value, next), is_vague))
}

fn has_leading_zero(view: &View<'_>, at: usize) -> bool {
    view.tokens[at].key < 10u64.saturating_pow(view.digits(at) as u32 - 1) || view.tokens[at].key == 0
}

/// `12,34,567`: groups of two, and one of three at the end.
fn indian(view: &View<'_>, at: usize) -> Option<(u64, usize)> {
    let comma = |at: usize| view.is_glued_mark(at, ',');
    let mut value = view.number(at).filter(|_| (1..=2).contains(&view.digits(at)))?.key;
    let mut next = at + 1;
    while let Some(two) = group(view, next, 2).filter(|two| comma(next) && comma(two + 1)) {
        value = value.saturating_mul(100).saturating_add(view.tokens[two].key);
        next = two + 1;
    }
    let three = group(view, next, 3).filter(|_| comma(next) && next > at + 1)?;
    Some((value.saturating_mul(1000).saturating_add(view.tokens[three].key), three + 1))
}

/// The place of so many further digits, behind a blank or one separator.
fn group(view: &View<'_>, at: usize, digits: usize) -> Option<usize> {
    let separated = [',', '.', '\''].iter().any(|mark| view.is_glued_mark(at, *mark));
    let group = at + usize::from(separated);
    let glued = view.get(group)?.glued;
    (view.digits(group) == digits && glued == separated).then_some(group)
}

fn fraction(view: &View<'_>, at: usize) -> Option<usize> {
    let separated = view.is_glued_mark(at, '.') || view.is_glued_mark(at, ',');
    let digits = view.get(at + 1)?;
    (separated && digits.glued && (1..=2).contains(&view.digits(at + 1))).then_some(at + 1)
}

fn scaled(view: &View<'_>, fraction: usize, factor: u64) -> u64 {
    let power = if view.digits(fraction) == 1 { 10 } else { 100 };
    view.tokens[fraction].key.saturating_mul(factor) / power
}

fn multiplier(view: &View<'_>, at: usize) -> Option<(u64, usize)> {
    let factor = view.lexicon.times(view.word(at)?, view.locale.language)?;
    Some((factor, at + 1 + usize::from(view.is_glued_mark(at + 1, '.'))))
}
