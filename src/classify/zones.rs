//! Blocks that share the fate of the one before them: the value of a label, the
//! list under "read also", all that follows the article.

use super::decision::{Active, Draft};
use super::{statistics, title};
use crate::reason::Why;
use crate::role::Class;
use crate::rules::{Opens, RuleId};

/// A label's value is no longer than this.
const LONGEST_VALUE: u32 = 12;

/// The article has this many words of running text before something can end it:
/// a link to the comments may stand above the article too.
pub(super) const WORDS_BEFORE_END: u32 = 60;

/// Applies what the rules that fit some blocks say of the blocks behind them.
pub(super) fn open(active: &Active<'_>, drafts: &mut [Draft]) {
    let mut words_before = 0;
    let mut list = None;
    let mut rest = None;
    for place in 0..drafts.len() {
        let running = statistics::is_running_text(active.evidence(place));
        if running {
            list = None;
        }
        belong(&mut drafts[place], list, rest);
        if running && drafts[place].verdict.is_none() {
            words_before += active.evidence(place).words;
        }
        let Some((id, opens)) = opener(active, place) else { continue };
        match opens {
            Opens::Value => value(active, drafts, place, id),
            Opens::List => list = Some(id),
            Opens::Rest if words_before >= WORDS_BEFORE_END => rest = Some(id),
            Opens::Rest => list = Some(id),
            Opens::Nothing => {}
        }
    }
}

/// Dates, names and categories above the text belong to the article, though in the
/// text the same words may be a heading: there likely rules are sure enough.
pub(super) fn by_lines(active: &Active<'_>, drafts: &mut [Draft]) {
    let runs = |place: &usize| statistics::is_running_text(active.evidence(*place));
    let Some(start) = (0..drafts.len()).find(runs) else { return };
    for (place, draft) in drafts[..start].iter_mut().enumerate() {
        let hit = active.evidence(place).hit.as_ref();
        let rule = hit.map(|hit| active.page.rules.rule(hit.rule)).filter(|rule| rule.role.class() == Class::Metadata);
        if let Some(rule) = rule.filter(|rule| rule.opens != Opens::Value) {
            draft.settle(rule.role, Why::Rule(rule.name.clone()));
        }
    }
}

fn opener(active: &Active<'_>, place: usize) -> Option<(RuleId, Opens)> {
    let hit = active.evidence(place).hit.as_ref()?;
    Some((hit.rule, active.page.rules.rule(hit.rule).opens))
}

fn belong(draft: &mut Draft, list: Option<RuleId>, rest: Option<RuleId>) {
    if draft.verdict.is_none() {
        draft.opened_by = rest.or(list);
    }
}

/// The block behind a label is its value, if it is short, no furniture itself, not the
/// page's headline, and has digits where the label asks for a number or a date.
fn value(active: &Active<'_>, drafts: &mut [Draft], label: usize, id: RuleId) {
    let Some(draft) = drafts.get(label + 1) else { return };
    let rule = active.page.rules.rule(id);
    let evidence = active.evidence(label + 1);
    let short = evidence.words <= LONGEST_VALUE && !statistics::is_running_text(evidence);
    let counts = rule.field.is_some_and(|field| field.is_numeric() || field.is_date());
    let fits = !counts || active.text(label + 1).bytes().any(|byte| byte.is_ascii_digit());
    if short && fits && draft.verdict.is_none() && !title::is_headline(active, label + 1) {
        drafts[label].settle(rule.role, Why::Rule(rule.name.clone()));
        drafts[label + 1].settle(rule.role, Why::Value(rule.name.clone()));
    }
}
