use memchr::memmem;

use crate::encoding::Encoding;

/// The standard's prescan looks at the first 1,024 bytes; pages put scripts first.
const PRESCAN: usize = 4 * 1024;

/// The encoding that the page names in `charset=…` (HTML) or `encoding=…` (XML).
pub(super) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let head = head.to_ascii_lowercase();
    let xml = head.starts_with(b"<?xml").then(|| label_after(&head, b"encoding")).flatten();
    let label = xml.or_else(|| memmem::find(&head, b"<meta").and_then(|at| label_after(&head[at..], b"charset")))?;
    // As in the standard: a declaration that can be read as ASCII is not UTF-16.
    let encoding = encoding_rs::Encoding::for_label(label)?.output_encoding();
    Some(Encoding::new(encoding))
}

/// The word after `key`, an equals sign and perhaps a quotation mark.
fn label_after<'h>(head: &'h [u8], key: &[u8]) -> Option<&'h [u8]> {
    let rest = &head[memmem::find(head, key)? + key.len()..];
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b' ' | b'>' | b';' | b'/' | b'?'))?;
    Some(&rest[..end])
}
