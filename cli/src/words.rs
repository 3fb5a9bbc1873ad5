//! What roles, reasons and rules mean, in a reader's words.

use chysto::{EditRule, Reason, Role};

/// A reason as a sentence without its full stop.
pub(crate) fn reason(reason: &Reason) -> String {
    let printed = reason.to_string();
    if let Some(rule) = printed.strip_prefix("rule:") {
        return format!("fits the rule {}", rule_of_pack(rule));
    }
    if let Some(rule) = printed.strip_prefix("value of rule:") {
        return format!("the value of a label, by the rule {}", rule_of_pack(rule));
    }
    if let Some(rule) = printed.strip_prefix("opened by rule:") {
        return format!("belongs to what the rule {} opens above it", rule_of_pack(rule));
    }
    if let Some(block) = printed.strip_prefix("repeats block ") {
        return format!("says what block {block} says");
    }
    match printed.strip_prefix("statistics: ") {
        Some(evidence) => weighed(evidence),
        None => printed,
    }
}

fn rule_of_pack(rule: &str) -> String {
    match rule.split_once('/') {
        Some((pack, name)) => format!("“{name}” of the pack “{pack}”"),
        None => format!("“{rule}”"),
    }
}

/// What a block was taken for, and what spoke for that most.
fn weighed(evidence: &str) -> String {
    match evidence.split_once("; ") {
        Some((kind, strongest)) => format!("{kind}. What spoke for it most: {strongest}"),
        None => evidence.to_owned(),
    }
}

/// The reason without what differs from page to page, to be counted.
pub(crate) fn kind_of_reason(reason: &Reason) -> String {
    let printed = reason.to_string();
    match printed.strip_prefix("repeats block ") {
        Some(_) => "repeats another block".to_owned(),
        None => printed.split("; ").next().unwrap_or_default().to_owned(),
    }
}

/// What a role says of a block.
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Title => "the article’s title",
        Role::Heading => "a heading inside the article",
        Role::Paragraph => "running text",
        Role::ListItem => "an item of a list in the article",
        Role::Quote => "somebody’s words, set apart",
        Role::Caption => "the words under a picture",
        Role::Table => "a row of a table",
        Role::Code => "a line of code",
        Role::Author => "who wrote it",
        Role::Date => "when it was published or updated",
        Role::Source => "where it was published first",
        Role::Category => "the rubric it stands in",
        Role::Tags => "its key words",
        Role::ReadingTime => "how long it takes to read",
        Role::Navigation => "menus, breadcrumbs, skip links, pagers",
        Role::Share => "share and follow buttons, icon labels",
        Role::Counter => "views, likes, numbers of comments",
        Role::Teaser => "links to other articles",
        Role::Promo => "subscribe, donate, install",
        Role::Ad => "advertisements",
        Role::Legal => "copyright, cookies, terms",
        Role::Media => "player controls, alternative texts, photo credits",
        Role::Comments => "readers’ comments and their forms",
        Role::Form => "log-in, search and other forms",
        Role::Duplicate => "a line that stands on the page already",
        _ => "any other artifact",
    }
}

/// What an edit rule does.
pub(crate) fn edit(rule: EditRule) -> &'static str {
    match rule {
        EditRule::Entity => "an HTML character reference was decoded",
        EditRule::Invisible => "an invisible character was taken out",
        EditRule::Bidi => "a control of the direction of writing was taken out",
        EditRule::Control => "a control character was taken out",
        EditRule::Escape => "an escape sequence of a terminal was taken out",
        EditRule::Nfc => "characters were brought to Unicode’s normal form NFC",
        EditRule::Mojibake => "text that was read in a wrong charset was read again",
        EditRule::MixedScript => "a letter of another script was replaced by its look-alike",
        EditRule::Nfkc => "compatibility characters were brought to Unicode’s normal form NFKC",
        EditRule::Width => "a full-width or half-width character got its ordinary width",
        EditRule::Ligature => "letters printed as one character were written one by one",
        EditRule::Quotes => "a quotation mark became an ASCII one",
        EditRule::Dashes => "a dash became an ASCII hyphen",
        EditRule::Ellipsis => "an ellipsis became full stops",
        EditRule::Bullets => "a bullet became an asterisk",
        EditRule::Apostrophes => "an apostrophe became the one that was chosen",
        EditRule::Stress => "a stress mark was taken off a vowel",
        EditRule::Yo => "ё became е",
        EditRule::Ghe => "ґ became г",
        EditRule::Case => "case was folded",
        EditRule::Diacritics => "a letter lost its diacritics",
        EditRule::Emoji => "an emoji was taken out, or its look was",
        EditRule::Digits => "a digit of another script became an ASCII one",
        EditRule::Blank => "a run of white space, or an odd blank, became one blank",
        EditRule::BlankBeforePunctuation => "blanks before a punctuation mark were taken out",
        EditRule::Edge => "white space at the start or end of the page was taken out",
        EditRule::Gap => "white space between blocks became a line break or a blank line",
        EditRule::Hyphen => "the halves of a word divided at a line’s end were joined",
        EditRule::Split => "two blocks of one line were put on lines of their own",
        _ => "another repair",
    }
}

/// Whether the rule edits white space between blocks rather than a block.
pub(crate) fn is_between_blocks(rule: EditRule) -> bool {
    matches!(rule, EditRule::Edge | EditRule::Gap | EditRule::Split)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_and_rule_has_words_of_its_own() {
        let others = Role::ALL.iter().filter(|one| role(**one) == role(Role::Other)).count();
        assert_eq!(others, 1);
        assert!(EditRule::ALL.iter().all(|rule| edit(*rule) != "another repair"));
    }

    #[test]
    fn reasons_are_told_in_words() {
        let document = chysto::clean("Read also: An old river\n\nThe old bridge over the river is open again.");
        let why = document.block(0).unwrap().reason();
        assert_eq!(reason(why), "fits the rule “read-also” of the pack “en”");
        assert_eq!(kind_of_reason(why), "rule:en/read-also");
    }
}
