//! What a page, or the header that it came with, says of its encoding.

use crate::encoding::Encoding;

/// The standard's prescan looks at the first 1,024 bytes; pages put scripts first.
const PRESCAN: usize = 4 * 1024;

/// The encoding that the page names: in `<meta>` (HTML) or `encoding=…` (XML), read as
/// the prescan of the WHATWG HTML Standard does.
pub(super) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let first_tag = memchr::memchr(b'<', head)?;
    let head = head[first_tag..].to_ascii_lowercase();
    let in_xml = if first_tag == 0 { in_xml(&head) } else { None };
    let label = in_xml.or_else(|| in_html(&head))?;
    // As in the standard: a declaration that can be read as ASCII is not UTF-16.
    Some(Encoding::new(encoding_rs::Encoding::for_label(label)?.output_encoding()))
}

/// The encoding of a label, or of a header such as `text/html; charset=koi8-r`.
pub(super) fn hinted(hint: &str) -> Option<Encoding> {
    let hint = hint.trim().to_ascii_lowercase();
    hint.parse().ok().or_else(|| {
        let label = charset(hint.as_bytes())?;
        std::str::from_utf8(label).ok()?.parse().ok()
    })
}

fn in_xml(head: &[u8]) -> Option<&[u8]> {
    let rest = head.strip_prefix(b"<?xml")?;
    let declaration = &rest[..rest.iter().position(|byte| *byte == b'>')?];
    let at = memchr::memmem::find(declaration, b"encoding")?;
    value(&declaration[at + b"encoding".len()..])
}

/// The first label of a `<meta>` outside of comments.
fn in_html(head: &[u8]) -> Option<&[u8]> {
    let mut rest = head;
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = &rest[at..];
        rest = if rest.starts_with(b"<!--") {
            &rest[memchr::memmem::find(&rest[2..], b"-->")? + 2..]
        } else if let Some(inside) = rest.strip_prefix(b"<meta").filter(|inside| ends_name(inside)) {
            match in_meta(inside) {
                Some(label) => return Some(label),
                None => inside,
            }
        } else {
            &rest[1..]
        };
    }
    None
}

fn ends_name(inside: &[u8]) -> bool {
    inside.first().is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
}

/// The label in the attributes of a `<meta>`: `charset`, or in `content` beside `http-equiv`.
fn in_meta(attributes: &[u8]) -> Option<&[u8]> {
    let (mut rest, mut content, mut is_header) = (attributes, None, false);
    while let Some((name, value, behind)) = attribute(rest) {
        match name {
            b"charset" => return Some(value),
            b"http-equiv" => is_header = value == b"content-type",
            b"content" => content = charset(value),
            _ => {}
        }
        rest = behind;
    }
    content.filter(|_| is_header)
}

/// The first attribute, its value, and what stands behind them; none at the tag's end.
fn attribute(tag: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let start = tag.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b'/')?;
    let tag = &tag[start..];
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=');
    let length = tag.iter().skip(1).position(is_end)? + 1;
    if tag[0] == b'>' {
        return None;
    }
    let (name, behind) = tag.split_at(length);
    let Some(assigned) = behind.trim_ascii_start().strip_prefix(b"=") else { return Some((name, b"", behind)) };
    let (value, behind) = quoted(assigned.trim_ascii_start());
    Some((name, value, behind))
}

/// A value in quotation marks, or without any up to a blank or the tag's end.
fn quoted(text: &[u8]) -> (&[u8], &[u8]) {
    match text {
        [mark @ (b'"' | b'\''), inside @ ..] => {
            let end = memchr::memchr(*mark, inside).unwrap_or(inside.len());
            (&inside[..end], inside.get(end + 1..).unwrap_or_default())
        }
        _ => {
            let end = text.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>').unwrap_or(text.len());
            text.split_at(end)
        }
    }
}

/// The label behind `charset=` in a header's value.
fn charset(header: &[u8]) -> Option<&[u8]> {
    let mut rest = header;
    while let Some(at) = memchr::memmem::find(rest, b"charset") {
        rest = &rest[at + b"charset".len()..];
        if let Some(label) = value(rest) {
            return Some(label);
        }
    }
    None
}

/// The word behind an equals sign, perhaps in quotation marks.
fn value(rest: &[u8]) -> Option<&[u8]> {
    let (value, _) = quoted(rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start());
    let end = value.iter().position(|byte| matches!(byte, b';' | b',' | b'?')).unwrap_or(value.len());
    Some(value[..end].trim_ascii())
}
