//! Documents as Markdown.

use chysto::{Document, Role, Section};

/// Characters that open a list item on scraped pages. Check marks are not among
/// them, for they say something.
const BULLETS: &[char] =
    &['•', '·', '●', '○', '◦', '▪', '▫', '■', '□', '▢', '‣', '⁃', '►', '▶', '→', '➔', '♦', '–', '—', '-', '*', '+'];

/// Numbers of this many digits are list items in Markdown; longer ones are not.
const LONGEST_NUMBER: usize = 9;

/// The kept blocks, each as what it is.
pub(super) fn of(document: &Document<'_>) -> String {
    let mut markdown = String::new();
    let mut last = None;
    for (number, block) in document.blocks().enumerate().filter(|(_, block)| block.is_kept()) {
        let role = block.role();
        markdown.push_str(joint(last, role));
        match role {
            Role::Heading => write_heading(&mut markdown, level(document, number), block.text()),
            _ => write(&mut markdown, role, block.text(), last),
        }
        last = Some(role);
    }
    markdown
}

/// The level of the section that a heading's block opens.
fn level(document: &Document<'_>, block: usize) -> u8 {
    let sections = document.sections();
    let place = sections.partition_point(|section| section.heading_block().is_none_or(|heading| heading < block));
    sections.get(place).map_or(1, Section::level)
}

/// What parts a block from the one before: items of a list and lines of code
/// stand together, paragraphs of a quote keep its mark between them.
fn joint(last: Option<Role>, role: Role) -> &'static str {
    match (last, role) {
        (None, _) => "",
        (Some(Role::ListItem), Role::ListItem) | (Some(Role::Code), Role::Code) => "",
        (Some(Role::Quote), Role::Quote) => ">\n",
        _ => "\n",
    }
}

fn write(markdown: &mut String, role: Role, text: &str, last: Option<Role>) {
    let line = match role {
        Role::Title => format!("# {}\n", heading(text)),
        Role::ListItem => item(text),
        Role::Quote => format!("> {}\n", escaped(text.trim_start_matches(['>', ' ']))),
        Role::Code => code(text, last),
        _ => format!("{}\n", escaped(text)),
    };
    markdown.push_str(&line);
}

/// The title has the first level. Markdown has six of them.
fn write_heading(markdown: &mut String, level: u8, text: &str) {
    const DEEPEST: usize = 6;
    let signs = "#".repeat(DEEPEST.min(usize::from(level) + 1));
    let bare = text.trim_start_matches('#');
    let text = if bare.starts_with(' ') { bare.trim_start() } else { text };
    markdown.push_str(&format!("{signs} {}\n", heading(text)));
}

/// Number signs at the end of a heading would be taken for its closing mark.
fn heading(text: &str) -> String {
    let signs = text.len() - text.trim_end_matches('#').len();
    let mut heading = escaped(text);
    if signs > 0 && heading.len() > signs {
        heading.insert(heading.len() - signs, '\\');
    }
    heading
}

/// A bullet becomes Markdown's own; a number stays.
fn item(text: &str) -> String {
    if let Some(mark) = number(text) {
        let rest = text[mark..].trim_start();
        return format!("{} {}\n", &text[..mark], escaped(rest));
    }
    let bullet = text.strip_prefix(BULLETS).filter(|rest| rest.starts_with(char::is_whitespace));
    format!("- {}\n", escaped(bullet.unwrap_or(text).trim_start()))
}

/// Code is indented, which needs no escapes and no fences.
fn code(text: &str, last: Option<Role>) -> String {
    // Directly under a list item, indented code would be a part of the item.
    let apart = if last == Some(Role::ListItem) { "<!-- -->\n\n" } else { "" };
    format!("{apart}    {text}\n")
}

/// The text with a backslash where Markdown would take its start for a mark.
fn escaped(text: &str) -> String {
    match number(text) {
        Some(mark) => format!("{}\\{}", &text[..mark - 1], &text[mark - 1..]),
        None if is_marked(text) => format!("\\{text}"),
        None => text.to_owned(),
    }
}

/// The length of a list item's number with its full stop or bracket.
fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text[digits..].chars();
    let is_closed = (1..=LONGEST_NUMBER).contains(&digits) && matches!(rest.next(), Some('.' | ')'));
    (is_closed && rest.next().is_none_or(char::is_whitespace)).then_some(digits + 1)
}

/// Whether the text starts like a heading, a quote, an item, a rule, a fence,
/// HTML, or the definition of a link.
fn is_marked(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let behind = text.trim_start_matches(first);
    let count = text.len() - behind.len();
    let is_apart = behind.is_empty() || behind.starts_with(char::is_whitespace);
    match first {
        '#' => count <= 6 && is_apart,
        '>' | '\\' => true,
        '-' | '*' | '+' | '_' => (count == 1 && is_apart) || is_rule(text, first),
        '`' | '~' => count >= 3,
        '<' => behind.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '[' => text.contains("]:") || ["[ ]", "[x]", "[X]", "[^"].iter().any(|mark| text.starts_with(mark)),
        _ => false,
    }
}

fn is_rule(text: &str, mark: char) -> bool {
    text.chars().all(|letter| letter == mark || letter.is_whitespace())
}
