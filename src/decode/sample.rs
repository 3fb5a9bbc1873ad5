//! The bytes that detection looks at: few, but the telling ones.

use std::borrow::Cow;

/// The document is sampled in so many places.
const PARTS: usize = 8;
/// A word is followed so far back from the byte that tells something.
const LONGEST_BACK: usize = 20;
/// A word is followed so far on, where the budget is used up.
const SHORTEST_ROOM: usize = 32;

/// Where in the bytes the first byte beyond ASCII stands.
pub(super) fn beyond_ascii(bytes: &[u8]) -> Option<usize> {
    let at = encoding_rs::Encoding::ascii_valid_up_to(bytes);
    (at < bytes.len()).then_some(at)
}

/// The words with telling bytes in them, and one word before each, from all over the document, `budget`
/// bytes or a word more; all of it where it is no longer than that.
///
/// `next` finds the first telling byte. Half of the budget goes to the start,
/// for text without blanks is one long word there and has no places to start at
/// further on. Cuts are at blanks and punctuation, which no multi-byte encoding
/// has inside of a character; only the sample's end may be in the middle of one.
pub(super) fn excerpts(bytes: &[u8], budget: usize, next: impl Fn(&[u8]) -> Option<usize>) -> Cow<'_, [u8]> {
    if bytes.len() <= budget {
        return Cow::Borrowed(bytes);
    }
    let (mut sample, mut taken) = (Vec::with_capacity(budget + budget / 4), 0);
    for part in 0..PARTS {
        let start = bytes.len() / PARTS * part;
        let end = if part + 1 == PARTS { bytes.len() } else { start + bytes.len() / PARTS };
        let quota = budget / 2 + budget / 2 * part / (PARTS - 1);
        if part > 0 && start >= taken {
            taken = bytes[start..end].iter().position(|byte| is_boundary(*byte)).map_or(end, |at| start + at);
        }
        while let Some(at) = next(&bytes[taken.min(end)..end]).filter(|_| sample.len() < quota) {
            taken = take_word(bytes, taken, taken + at, budget, &mut sample);
        }
    }
    Cow::Owned(sample)
}

/// Takes the word around `at`, no byte before `from`; gives its end. It is cut short only
/// where the budget is used up.
fn take_word(bytes: &[u8], from: usize, at: usize, budget: usize, sample: &mut Vec<u8>) -> usize {
    let word = start_of_word(bytes, from, at);
    // A word of one letter tells nothing without the one before it.
    let start = start_of_word(bytes, from, word.saturating_sub(1).max(from));
    let room = budget.saturating_sub(sample.len()).max(SHORTEST_ROOM);
    let rest = &bytes[at..bytes.len().min(at + room)];
    let end = at + rest.iter().position(|byte| is_boundary(*byte)).unwrap_or(rest.len());
    if start > from {
        sample.push(b' ');
    }
    sample.extend_from_slice(&bytes[start..end]);
    end
}

fn start_of_word(bytes: &[u8], from: usize, at: usize) -> usize {
    let before = &bytes[from.max(at.saturating_sub(LONGEST_BACK))..at];
    at - before.iter().rev().position(|byte| is_boundary(*byte)).unwrap_or(before.len())
}

/// Blanks, controls and most of ASCII's punctuation.
fn is_boundary(byte: u8) -> bool {
    byte < b'0' || matches!(byte, b'<' | b'>')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_from_everywhere() {
        let page = [b"<p>plain word caf\xE9</p>\n".repeat(100), b"<p>a na\xEFve word</p>\n".repeat(100)].concat();
        let sample = excerpts(&page, 80, beyond_ascii);
        let shown = sample.escape_ascii().to_string();
        assert!(sample.len() < 120, "{shown}");
        assert!(shown.starts_with(" word caf\\xe9 word caf\\xe9") && shown.ends_with(" a na\\xefve"), "{shown}");
    }

    #[test]
    fn text_without_blanks_is_not_torn() {
        let page = b"\xA4\xCE".repeat(1000);
        let sample = excerpts(&page, 101, beyond_ascii);
        assert_eq!(sample[..50], page[..50]);
        assert!(!sample.contains(&b' ') && sample.len() < 200);
    }
}
