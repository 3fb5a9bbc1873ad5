//! Characters that leave no ink.

/// What an invisible character is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Invisible {
    /// Nothing, in running text: soft hyphen, byte order mark, word joiner,
    /// invisible operators, deprecated format characters.
    Useless,
    /// U+200C and U+200D: needed beside the letters of some scripts and in
    /// emoji sequences.
    Joiner,
    /// U+200B: parts words in scripts that are written without blanks.
    Separator,
    /// U+180E: parts a Mongolian word from its final vowel.
    VowelSeparator,
    /// Hangul fillers: stand for the letter that a syllable block lacks.
    Filler,
    /// Tag characters: spell the region of a flag.
    Tag,
    /// Controls of the direction of writing.
    Direction,
    /// A control character that is no white space.
    Control,
}

/// The kind of `c`, or `None` where it is visible, white space, or a mark that
/// acts on its neighbour (variation selectors, combining grapheme joiner).
///
/// Source of the list: Unicode 16.0, property Default_Ignorable_Code_Point,
/// without the characters just named and those of musical and shorthand notation.
pub(crate) fn invisible(c: char) -> Option<Invisible> {
    match c {
        // Nearly all text, and no control.
        ' '..='~' | '\u{AE}'..='\u{61B}' => None,
        '\u{200C}' | '\u{200D}' => Some(Invisible::Joiner),
        '\u{200B}' => Some(Invisible::Separator),
        '\u{180E}' => Some(Invisible::VowelSeparator),
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => Some(Invisible::Filler),
        '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => Some(Invisible::Tag),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(Invisible::Direction)
        }
        '\u{AD}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => {
            Some(Invisible::Useless)
        }
        _ if c.is_control() && !c.is_whitespace() => Some(Invisible::Control),
        _ => None,
    }
}

/// Whether a joiner beside `c` steers how `c` is drawn: letters and marks of
/// the cursive scripts and of those with conjuncts.
///
/// Source: Unicode 16.0, chapters 9, 12, 13, 14, 16, 17 and 19, by block.
pub(crate) fn is_shaped(c: char) -> bool {
    contains(SHAPED, c) && !c.is_whitespace()
}

/// Arabic to N'Ko; Mandaic to Sinhala; Tibetan to Myanmar; Tagalog to Mongolian;
/// Limbu to Lepcha; Tifinagh; Syloti Nagri to Javanese; Cham to Meetei Mayek;
/// presentation forms; Manichaean to Psalter Pahlavi; Hanifi Rohingya; Sogdian to
/// Chorasmian; the Brahmic scripts; Adlam.
const SHAPED: &[(char, char)] = &[
    ('\u{600}', '\u{7FF}'),
    ('\u{840}', '\u{DFF}'),
    ('\u{F00}', '\u{109F}'),
    ('\u{1700}', '\u{18AF}'),
    ('\u{1900}', '\u{1C4F}'),
    ('\u{2D30}', '\u{2D7F}'),
    ('\u{A800}', '\u{A9FF}'),
    ('\u{AA00}', '\u{AAFF}'),
    ('\u{ABC0}', '\u{ABFF}'),
    ('\u{FB50}', '\u{FDFF}'),
    ('\u{FE70}', '\u{FEFC}'),
    ('\u{10A00}', '\u{10BAF}'),
    ('\u{10D00}', '\u{10D3F}'),
    ('\u{10F30}', '\u{10FDF}'),
    ('\u{11000}', '\u{11FFF}'),
    ('\u{1E900}', '\u{1E95F}'),
];

/// Whether `c` is of a script that is written without blanks between words, so
/// that U+200B parts them.
pub(crate) fn is_unspaced(c: char) -> bool {
    contains(UNSPACED, c)
}

/// Thai and Lao; Tibetan to Myanmar; Khmer; Tai Le to Lepcha (with New Tai Lue,
/// Buginese, Tai Tham, Balinese, Sundanese, Batak); Rejang and Javanese with
/// Myanmar's extensions; Cham to Tai Viet.
const UNSPACED: &[(char, char)] = &[
    ('\u{E00}', '\u{109F}'),
    ('\u{1780}', '\u{17FF}'),
    ('\u{1950}', '\u{1C4F}'),
    ('\u{A930}', '\u{A9FF}'),
    ('\u{AA00}', '\u{AADF}'),
];

/// Pictures, and what may stand between a picture and its joiner (skin tones,
/// variation selector 16).
pub(crate) fn is_pictographic(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether `c` is a Mongolian letter.
pub(crate) fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1820}'..='\u{18AA}')
}

fn contains(ranges: &[(char, char)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
}
