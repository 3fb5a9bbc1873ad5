//! Latin and Cyrillic letters, the two scripts that scrapers mix.

/// Whether `c` is a Latin letter.
pub(crate) fn is_latin(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' => true,
        '\u{AA}' | '\u{BA}' => true,
        '\u{C0}'..='\u{24F}' => c != '\u{D7}' && c != '\u{F7}',
        '\u{250}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ => false,
    }
}

/// Whether `c` is a Cyrillic letter.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' | '\u{1C80}'..='\u{1C8A}' | '\u{A640}'..='\u{A66E}')
}
