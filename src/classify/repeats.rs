//! Blocks that stand on the page twice.

use rustc_hash::FxHashMap;

use super::decision::{Active, Draft};
use super::evidence::Ending;
use super::{statistics, title};
use crate::reason::Why;
use crate::role::Role;

/// Settles captions that are printed twice in a row, and running text that says
/// what the block right above it says. What stands again further below may be a
/// refrain, so the model decides on it.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft]) {
    captions(active, drafts);
    for (place, draft) in drafts.iter_mut().enumerate().skip(1) {
        if draft.verdict.is_none() && is_running(active, place) && active.are_equal(place - 1, place) {
            draft.settle(Role::Duplicate, Why::Repeats(active.blocks[place - 1]));
        }
    }
}

/// For every block the first that says the same, if that is another one.
pub(super) fn earlier(active: &Active<'_>) -> Vec<Option<usize>> {
    let mut first = FxHashMap::default();
    let of = |place| {
        let earlier = *first.entry(active.evidence(place).hash).or_insert(place);
        (earlier != place && active.are_equal(earlier, place)).then_some(earlier)
    };
    (0..active.len()).map(of).collect()
}

/// A short line twice in a row next to running text: a picture's caption and its
/// alternative text, unless it is the page's headline.
fn captions(active: &Active<'_>, drafts: &mut [Draft]) {
    for place in 1..drafts.len() {
        let pair = active.are_equal(place - 1, place) && is_short(active, place);
        let settled = drafts[place - 1].verdict.is_some() || drafts[place].verdict.is_some();
        let before = place >= 2 && is_running(active, place - 2);
        let behind = place + 1 < drafts.len() && is_running(active, place + 1);
        if pair && !settled && (before || behind) && !title::is_headline(active, place) {
            drafts[place - 1].settle(Role::Caption, Why::Statistics(&["printed twice in a row", "short"]));
            drafts[place].settle(Role::Duplicate, Why::Repeats(active.blocks[place - 1]));
        }
    }
}

fn is_short(active: &Active<'_>, place: usize) -> bool {
    let evidence = active.evidence(place);
    evidence.letters && evidence.marker.is_none() && evidence.ending != Ending::Colon && !is_running(active, place)
}

fn is_running(active: &Active<'_>, place: usize) -> bool {
    statistics::is_running_text(active.evidence(place))
}
