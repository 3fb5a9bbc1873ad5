//! Source code in running text: there a character reference is meant as it stands.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use memchr::memchr_iter;
use rustc_hash::FxHashMap;

/// Which parts of a line are code.
pub(super) enum Code {
    /// The whole line.
    Line,
    /// These stretches, in order.
    Stretches(Peekable<IntoIter<Range<usize>>>),
}

impl Code {
    /// Looks at a line. `last` is where its last reference ends, whose semicolon
    /// ends no statement.
    pub(super) fn of(line: &str, last: usize) -> Self {
        if is_element(line) || is_statement(line, last) {
            return Self::Line;
        }
        Self::Stretches(united(in_backticks(line), in_elements(line)).into_iter().peekable())
    }

    /// Whether there is code at `at`; to be asked in the order of the text.
    pub(super) fn is_at(&mut self, at: usize) -> bool {
        let Self::Stretches(stretches) = self else { return true };
        while stretches.next_if(|stretch| stretch.end <= at).is_some() {}
        stretches.peek().is_some_and(|stretch| stretch.start <= at)
    }
}

/// All stretches in order, those that overlap as one.
fn united(mut stretches: Vec<Range<usize>>, more: Vec<Range<usize>>) -> Vec<Range<usize>> {
    stretches.extend(more);
    stretches.sort_by_key(|stretch| stretch.start);
    stretches.dedup_by(|next, last| {
        let overlaps = next.start <= last.end;
        last.end = if overlaps { last.end.max(next.end) } else { last.end };
        overlaps
    });
    stretches
}

/// A line that begins and ends with a tag is markup, not text.
fn is_element(line: &str) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?');
    line.starts_with('<') && line.as_bytes().get(1).is_some_and(is_name) && line.ends_with('>')
}

/// Signs of a statement that a line must show before it is taken for one; prose
/// may have any one of them.
const ENOUGH_SIGNS: usize = 2;

fn is_statement(line: &str, last: usize) -> bool {
    let ends = last < line.len() && line.ends_with([';', '{', '}']);
    let has = |marks: &[&str]| marks.iter().any(|mark| line.contains(mark));
    let begins = OPENINGS.iter().any(|opening| line.starts_with(opening));
    let signs = [ends, begins, has(OPERATORS), has(CALLS), has(ASSIGNMENTS)];
    signs.into_iter().filter(|sign| *sign).count() >= ENOUGH_SIGNS
}

/// What statements of widespread programming languages begin with.
const OPENINGS: &[&str] = &[
    "if (",
    "if(",
    "} else",
    "for (",
    "for(",
    "while (",
    "while(",
    "switch (",
    "return ",
    "var ",
    "let ",
    "const ",
    "function ",
    "def ",
    "class ",
    "import ",
    "#include",
    "#define",
    "public ",
    "private ",
    "static ",
    "echo ",
    "print",
    "SELECT ",
    "//",
    "/*",
    "$",
    "{",
    "}",
];

/// Operators that prose has no use for, escaped ones too.
const OPERATORS: &[&str] = &[
    "==",
    "!=",
    "&&",
    "||",
    "+=",
    "-=",
    "=>",
    "->",
    "::",
    ":=",
    "++",
    "&amp;&amp;",
    "-&gt;",
    "=&gt;",
    "&lt;=",
    "&gt;=",
    "&lt;&lt;",
    "&gt;&gt;",
];

const CALLS: &[&str] = &["()", ");", ") {", "(&amp;", "(&quot;", "[0]", "[i]"];

const ASSIGNMENTS: &[&str] = &[" = ", "=&quot;", "=\""];

/// What stands between backticks: a run of them is closed by the next one of its length.
fn in_backticks(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in memchr_iter(b'`', line.as_bytes()) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += 1,
            None => runs.push(at..at + 1),
        }
    }
    let partners = partners(&runs);
    let mut stretches = Vec::new();
    let mut number = 0;
    while number < runs.len() {
        number = match partners[number] {
            Some(partner) => {
                stretches.push(runs[number].end..runs[partner].start);
                partner + 1
            }
            None => number + 1,
        };
    }
    stretches
}

/// For each run the next one of the same length.
fn partners(runs: &[Range<usize>]) -> Vec<Option<usize>> {
    let mut next = FxHashMap::default();
    let mut partners = vec![None; runs.len()];
    for (number, run) in runs.iter().enumerate().rev() {
        partners[number] = next.insert(run.len(), number);
    }
    partners
}

/// Elements that hold code, and how they end.
const ELEMENTS: &[(&str, &str)] =
    &[("<code>", "</code>"), ("<pre>", "</pre>"), ("<kbd>", "</kbd>"), ("<samp>", "</samp>"), ("<tt>", "</tt>")];

/// What stands in those elements; one without its end reaches to the line's.
fn in_elements(line: &str) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    for (begin, end) in ELEMENTS {
        let mut from = 0;
        while let Some(found) = line[from..].find(begin) {
            let start = from + found + begin.len();
            from = line[start..].find(end).map_or(line.len(), |length| start + length);
            stretches.push(start..from);
        }
    }
    stretches
}
