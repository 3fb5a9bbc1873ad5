//! What all web pages share: escapes, the frame, and figures in their tables.

use crate::signs::{self, Piece};

/// The look that all pages share.
pub(crate) const BASE_STYLE: &str = include_str!("base.css");

/// Puts values into the places of a template that are written `{{name}}`. What
/// was put in is not looked at again, so that values may hold anything.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut page = String::with_capacity(template.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut parts = template.split("{{");
    page.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, behind) = part.split_once("}}").unwrap_or((part, ""));
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        page.push_str(value);
        page.push_str(behind);
    }
    page
}

/// Text as HTML, in elements and in attributes with double quotes. Characters
/// that cannot be seen become code points in angle brackets.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, &signs::spelt(text));
    html
}

/// The same with elements of their own for what cannot be seen, so that a search
/// does not stumble over them.
pub(crate) fn push_text(html: &mut String, text: &str) {
    push_pieces(html, text, |character| signs::is_odd(character) && character != '\n' && character != '\t');
}

/// The same for the sides of an edit, where blanks count.
pub(crate) fn push_edited(html: &mut String, text: &str) {
    push_pieces(html, text, signs::is_odd_or_blank);
}

/// What opens the sign of a blank.
const BLANK: &str = "<b class=\"sign blank\" data-sign=\"";

fn push_pieces(html: &mut String, text: &str, is_sign: fn(char) -> bool) {
    for piece in signs::pieces(text, is_sign) {
        match piece {
            Piece::Text(text) => push_escaped(html, text),
            Piece::Sign(sign) => {
                html.push_str(if sign.starts_with("U+") { "<b class=\"sign\" data-sign=\"" } else { BLANK });
                html.push_str(&sign);
                html.push_str("\"></b>");
            }
        }
    }
}

fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// JSON that may stand in a script element: it has no `<`, so nothing ends it.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    // Only maps with keys that are no strings and a failing `Serialize` fail here.
    serde_json::to_string(value).expect("figures can be written as JSON").replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once() {
        assert_eq!(fill("<p>{{a}} {{b}}</p>{{", &[("a", "{{b}}"), ("b", "2")]), "<p>{{b}} 2</p>");
    }

    #[test]
    fn nothing_of_a_text_is_taken_for_html() {
        assert_eq!(
            escaped("</script><a title=\"&\">\0"),
            "&lt;/script&gt;&lt;a title=&quot;&amp;&quot;&gt;&lt;U+0000&gt;"
        );
        assert_eq!(json(&"</script><!--"), "\"\\u003c/script>\\u003c!--\"");
        let mut html = String::new();
        push_text(&mut html, "a\u{202e}<b>\n");
        assert_eq!(html, "a<b class=\"sign\" data-sign=\"U+202E\"></b>&lt;b&gt;\n");
    }
}
