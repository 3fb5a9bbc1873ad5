//! Latin, Cyrillic and Greek letters: the scripts that scrapers mix.

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

/// Whether `c` is a Greek letter.
pub(crate) fn is_greek(c: char) -> bool {
    matches!(c, '\u{386}' | '\u{388}'..='\u{3E1}' | '\u{3F0}'..='\u{3FF}' | '\u{1F00}'..='\u{1FBC}' | '\u{1FC2}'..='\u{1FFC}')
}
