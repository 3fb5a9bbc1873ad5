//! The notation of patterns: options, alternatives, slots, escapes.
//!
//! A pattern is divided at its blanks. What stands between two blanks is either
//! a group by itself, whose alternatives are patterns again, or a chunk with
//! groups inside of words (`abonn(é|ée)`), which is spelt out.

use super::pattern::Slot;

/// A chunk may be spelt out in at most this many ways: more is a slip of the pen.
const MOST_FORMS: usize = 4096;

/// Brackets may nest this deep.
const DEEPEST: usize = 8;

/// A piece of a pattern between blanks.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Chunk<'p> {
    /// A group by itself: its alternatives, one of them empty if it is optional.
    Group(Vec<&'p str>),
    /// Words with or without groups inside.
    Words(&'p str),
}

/// Divides a pattern at the blanks that stand outside of brackets.
pub(super) fn chunks(pattern: &str) -> Result<Vec<Chunk<'_>>, String> {
    let pieces = divide(pattern, char::is_whitespace)?;
    pieces.into_iter().filter(|piece| !piece.is_empty()).map(chunk).collect()
}

fn chunk(piece: &str) -> Result<Chunk<'_>, String> {
    let inside = |open, close| piece.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    let (inner, optional) = match (inside('(', ')'), inside('[', ']')) {
        (Some(inner), _) => (inner, false),
        (_, Some(inner)) => (inner, true),
        _ => return Ok(Chunk::Words(piece)),
    };
    // `(a)b(c)` and `a\\)` begin and end with brackets that are no pair.
    let Ok(mut alternatives) = divide(inner, |c| c == '|') else { return Ok(Chunk::Words(piece)) };
    if inner.ends_with('\\') {
        return Ok(Chunk::Words(piece));
    }
    if optional {
        alternatives.push("");
    }
    Ok(Chunk::Group(alternatives))
}

/// Divides at the characters that stand outside of brackets.
fn divide(pattern: &str, at: impl Fn(char) -> bool) -> Result<Vec<&str>, String> {
    let (mut pieces, mut start, mut depth, mut escaped) = (Vec::new(), 0, 0usize, false);
    for (index, c) in pattern.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.checked_sub(1).ok_or_else(|| stray(c))?,
            _ if depth == 0 && at(c) => {
                pieces.push(&pattern[start..index]);
                start = index + c.len_utf8();
            }
            _ => {}
        }
    }
    if depth > 0 {
        return Err("a closing bracket is missing".to_owned());
    }
    pieces.push(&pattern[start..]);
    Ok(pieces)
}

fn stray(c: char) -> String {
    format!("`{c}` closes or divides nothing; write `\\{c}` for the character itself")
}

/// The ways to spell a chunk out; slots are written as [`Slot::placeholder`]
/// characters, escaped characters as themselves.
pub(super) fn expand(pattern: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader { rest: pattern, depth: 0 };
    let forms = reader.sequence()?;
    match reader.rest.chars().next() {
        None => Ok(forms),
        Some(c) => Err(stray(c)),
    }
}

struct Reader<'p> {
    rest: &'p str,
    depth: usize,
}

impl Reader<'_> {
    /// Reads up to a closing bracket, a bar or the end.
    fn sequence(&mut self) -> Result<Vec<String>, String> {
        let mut forms = vec![String::new()];
        while let Some(c) = self.rest.chars().next().filter(|c| !matches!(c, ')' | ']' | '|')) {
            self.rest = &self.rest[c.len_utf8()..];
            match c {
                '(' => forms = product(&forms, &self.group(')')?)?,
                '[' => {
                    let mut options = self.group(']')?;
                    options.insert(0, String::new());
                    forms = product(&forms, &options)?;
                }
                '{' => append(&mut forms, self.slot()?),
                '}' => return Err("`}` closes nothing; write `\\}` for the character itself".to_owned()),
                '\\' => append(&mut forms, self.escaped()?),
                _ => append(&mut forms, c),
            }
        }
        Ok(forms)
    }

    /// Reads alternatives up to `close`.
    fn group(&mut self, close: char) -> Result<Vec<String>, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("brackets nest more than {DEEPEST} deep"));
        }
        let mut forms = self.sequence()?;
        while let Some(rest) = self.rest.strip_prefix('|') {
            self.rest = rest;
            forms.extend(self.sequence()?);
        }
        self.depth -= 1;
        self.rest = self.rest.strip_prefix(close).ok_or_else(|| format!("`{close}` is missing"))?;
        Ok(forms)
    }

    fn slot(&mut self) -> Result<char, String> {
        let (name, rest) = self.rest.split_once('}').ok_or("`}` is missing")?;
        self.rest = rest;
        Slot::from_name(name).map(Slot::placeholder)
    }

    fn escaped(&mut self) -> Result<char, String> {
        let c = self.rest.chars().next().ok_or("a backslash at the end escapes nothing")?;
        self.rest = &self.rest[c.len_utf8()..];
        Ok(c)
    }
}

fn append(forms: &mut [String], c: char) {
    forms.iter_mut().for_each(|form| form.push(c));
}

fn product(heads: &[String], tails: &[String]) -> Result<Vec<String>, String> {
    if heads.len() * tails.len() > MOST_FORMS {
        return Err(format!("it stands for more than {MOST_FORMS} forms; divide it"));
    }
    Ok(heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect())
}

#[cfg(test)]
mod tests {
    use super::{Chunk, chunks, expand};

    #[test]
    fn options_and_alternatives() {
        assert_eq!(expand("a[ b] c").unwrap(), ["a c", "a b c"]);
        assert_eq!(expand("перегляд(|и|ів)").unwrap(), ["перегляд", "перегляди", "переглядів"]);
        assert_eq!(expand("(a|b[c])d").unwrap(), ["ad", "bd", "bcd"]);
        assert_eq!(expand(r"\(ad\)").unwrap(), ["(ad)"]);
    }

    #[test]
    fn groups_by_themselves_and_inside_words() {
        let divided = chunks("(a|b c) d[e] [f]").unwrap();
        assert_eq!(divided, [Chunk::Group(vec!["a", "b c"]), Chunk::Words("d[e]"), Chunk::Group(vec!["f", ""])]);
        assert_eq!(chunks("(a)b(c)").unwrap(), [Chunk::Words("(a)b(c)")]);
        assert!(chunks("(a").is_err() && chunks("a)").is_err());
    }

    #[test]
    fn faults_are_named() {
        for fault in ["(a", "a)", "[a", "{number", "{nonsense}", "a}", "a\\", "a|b"] {
            assert!(expand(fault).is_err(), "{fault}");
        }
        assert!(expand(&"(a|b)".repeat(13)).is_err());
        assert!(expand(&"(".repeat(100)).is_err());
    }
}
