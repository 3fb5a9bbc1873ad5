//! Characters that leave no ink.

/// What an invisible character is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Invisible {
    /// Nothing, in running text: zero-width space, soft hyphen, byte order
    /// mark, word joiner, tag and filler characters.
    Useless,
    /// U+200C and U+200D: needed between the letters of some scripts and in
    /// emoji sequences.
    Joiner,
    /// A control character that is no white space.
    Control,
}

/// The kind of `c`, or `None` where it is visible, white space, or a mark that
/// acts on its neighbours (variation selectors, bidirectional controls).
///
/// Source of the list: Unicode 16.0, property Default_Ignorable_Code_Point,
/// without the characters just named.
pub(crate) fn invisible(c: char) -> Option<Invisible> {
    match c {
        '\u{200C}' | '\u{200D}' => Some(Invisible::Joiner),
        '\u{AD}'
        | '\u{200B}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{180E}' => Some(Invisible::Useless),
        _ if c.is_control() && !c.is_whitespace() => Some(Invisible::Control),
        _ => None,
    }
}

/// Whether a joiner between these two characters does something: both belong to
/// a script that has joining or conjunct forms, or both are pictures.
pub(crate) fn joins(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    (shapes(before) && shapes(after)) || (is_pictographic(before) && is_pictographic(after))
}

/// Letters and marks of the scripts whose shaping U+200C and U+200D steer: Arabic
/// to N'Ko, the Indic scripts to Sinhala, Tibetan to Myanmar, Khmer, Mongolian.
fn shapes(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{7FF}' | '\u{840}'..='\u{DFF}' | '\u{F00}'..='\u{109F}'
        | '\u{1780}'..='\u{18AF}' | '\u{A840}'..='\u{A87F}' | '\u{A8E0}'..='\u{A8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{11000}'..='\u{11FFF}')
        && !c.is_whitespace()
}

/// Pictures, and what may stand between a picture and its joiner (skin tones,
/// variation selector 16).
fn is_pictographic(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}
