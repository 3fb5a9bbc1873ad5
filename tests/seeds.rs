//! The seeds against their labels: `seeds/NAME.txt` is a page, `seeds/NAME.toml`
//! says what each of its lines is (CONTRIBUTING.md describes the format).

mod support;

use std::ops::Range;
use std::path::{Path, PathBuf};

use chysto::{Document, Field, MetadataValue, Role, RoleSet};
use support::files;
use toml::{Table, Value};

/// The deviations that are known, each on a line of its own: a new one fails the
/// test, and so does one that has gone and still stands there.
const KNOWN: &str = "tests/seeds-known.txt";

#[test]
fn seeds_have_their_labels() {
    let mut total = Summary::default();
    let mut found = String::new();
    let seeds = files::seeds();
    assert!(!seeds.is_empty(), "there are no seeds");
    for path in &seeds {
        let seed = Seed::read(path);
        let faults = seed.faults(&mut total);
        faults.iter().for_each(|fault| found.push_str(&format!("{}: {fault}\n", seed.name)));
        total.seeds += 1;
        total.clean_seeds += usize::from(faults.is_empty());
    }
    println!("{}", total.shown());
    if std::env::var_os("UPDATE_SEEDS").is_some() {
        std::fs::write(KNOWN, &found).expect("the known deviations can be written");
    }
    let known = files::read(Path::new(KNOWN));
    let report = difference(&known, &found);
    assert!(report.is_empty(), "{report}{}\nUPDATE_SEEDS=1 writes {KNOWN}", total.shown());
}

/// What one of two lists of lines has and the other has not.
fn difference(known: &str, found: &str) -> String {
    let without = |list: &str, other: &str, mark: &str| -> String {
        let others: std::collections::HashSet<&str> = other.lines().collect();
        list.lines().filter(|line| !others.contains(line)).map(|line| format!("{mark} {line}\n")).collect()
    };
    without(found, known, "new: ") + &without(known, found, "gone:")
}

/// Labels without a page, or with a line that the page does not have, test nothing.
#[test]
fn labels_fit_their_pages() {
    for path in files::seeds() {
        let seed = Seed::read(&path);
        let blank =
            |number: &usize| seed.lines().get(number - 1).is_none_or(|line| seed.page[line.clone()].trim().is_empty());
        let wrong: Vec<usize> = seed.labels.keys().copied().filter(blank).collect();
        assert!(wrong.is_empty(), "{}: labels of lines that are blank or not there: {wrong:?}", seed.name);
    }
}

#[derive(Default)]
struct Summary {
    seeds: usize,
    clean_seeds: usize,
    lines: usize,
    right_lines: usize,
    lost: usize,
    left_in: usize,
    metadata: usize,
    right_metadata: usize,
}

impl Summary {
    fn shown(&self) -> String {
        format!(
            "seeds: {} of {} without fault; lines: {} of {} have a role that is accepted; content lost: {}, artifacts left in: {}; \
             metadata: {} of {} right",
            self.clean_seeds,
            self.seeds,
            self.right_lines,
            self.lines,
            self.lost,
            self.left_in,
            self.right_metadata,
            self.metadata
        )
    }
}

struct Seed {
    name: String,
    page: String,
    table: Table,
    /// For each line, what it may be: each alternative is one role or several in order.
    labels: std::collections::BTreeMap<usize, Vec<Vec<Role>>>,
}

impl Seed {
    fn read(path: &Path) -> Self {
        let labels: PathBuf = path.with_extension("toml");
        let name = files::stem(path).to_owned();
        let table: Table = files::read(&labels).parse().unwrap_or_else(|error| panic!("{name}.toml: {error}"));
        let lines = table["lines"].as_table().unwrap_or_else(|| panic!("{name}.toml has no [lines]"));
        let labels = lines.iter().map(|(line, label)| (number(&name, line), alternatives(&name, label))).collect();
        Self { name, page: files::read(path), table, labels }
    }

    fn faults(&self, total: &mut Summary) -> Vec<String> {
        let document = chysto::clean(&self.page);
        let mut faults = self.head_faults(&document);
        faults.extend(self.metadata_faults(&document, total));
        for (index, line) in self.lines().into_iter().enumerate() {
            if !self.page[line.clone()].trim().is_empty() {
                faults.extend(self.line_fault(&document, index + 1, line, total));
            }
        }
        faults.extend(self.text_fault(&document));
        faults
    }

    /// Title, headings, language.
    fn head_faults(&self, document: &Document<'_>) -> Vec<String> {
        let mut faults = Vec::new();
        let mut compare = |what: &str, got: String, wanted: String| {
            if got != wanted {
                faults.push(format!("{what}: got {got}, wanted {wanted}"));
            }
        };
        let headings: Vec<&str> = document.sections().iter().filter_map(|section| section.heading()).collect();
        let wanted: Vec<&str> =
            self.table["headings"].as_array().expect("headings").iter().filter_map(Value::as_str).collect();
        let language = document.language().map(|guess| guess.language().to_string());
        compare("title", format!("{:?}", document.title()), format!("{:?}", self.table["title"].as_str()));
        compare("headings", format!("{headings:?}"), format!("{wanted:?}"));
        compare("language", format!("{:?}", language.as_deref()), format!("{:?}", self.table["language"].as_str()));
        faults
    }

    fn metadata_faults(&self, document: &Document<'_>, total: &mut Summary) -> Vec<String> {
        let Some(wanted) = self.table.get("metadata").and_then(Value::as_table) else { return Vec::new() };
        let mut faults = Vec::new();
        for (key, wanted) in wanted {
            let field: Field = key.parse().unwrap_or_else(|error| panic!("{}.toml: {error}", self.name));
            let got = document.metadata().get(field).map(|entry| entry.value());
            total.metadata += 1;
            if got.is_some_and(|got| are_equal(got, wanted)) {
                total.right_metadata += 1;
            } else {
                let got = got.map_or("nothing".to_owned(), |got| format!("{:?}", got.to_string()));
                faults.push(format!("metadata.{key}: got {got}, wanted {wanted}"));
            }
        }
        faults
    }

    fn line_fault(
        &self,
        document: &Document<'_>,
        number: usize,
        line: Range<usize>,
        total: &mut Summary,
    ) -> Option<String> {
        let blocks: Vec<_> = document
            .blocks()
            .filter(|block| block.span().start() < line.end && line.start < block.span().end())
            .collect();
        let got: Vec<Role> = blocks.iter().map(|block| block.role()).collect();
        total.lines += 1;
        let Some(accepted) = self.labels.get(&number) else {
            return Some(format!("{}.txt:{number}: the line has no label", self.name));
        };
        if accepted.contains(&got) {
            total.right_lines += 1;
            return None;
        }
        let grade = grade(&got, accepted, total);
        let reasons: Vec<String> = blocks.iter().map(|block| block.reason().to_string()).collect();
        let excerpt: String = self.page[line].trim().chars().take(70).collect();
        let accepted: Vec<String> = accepted.iter().map(|roles| joined(roles)).collect();
        Some(format!(
            "{}.txt:{number}: {grade}got {} ({}), wanted {}: {excerpt}",
            self.name,
            joined(&got),
            reasons.join(" + "),
            accepted.join(" | ")
        ))
    }

    /// The text is the kept lines and nothing else.
    fn text_fault(&self, document: &Document<'_>) -> Option<String> {
        let kept: Vec<&str> = document
            .blocks()
            .filter(|block| RoleSet::default().contains(block.role()))
            .map(|block| block.text())
            .collect();
        let text: Vec<&str> = document.text().split('\n').filter(|line| !line.is_empty()).collect();
        (text != kept).then(|| "the text is not what the roles say is kept".to_owned())
    }

    /// The lines, without their line breaks.
    fn lines(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let line = |line: &str| {
            let range = start..start + line.trim_end_matches(['\n', '\r']).len();
            start += line.len();
            range
        };
        self.page.split_inclusive('\n').map(line).collect()
    }
}

fn number(name: &str, line: &str) -> usize {
    line.parse().ok().filter(|line| *line > 0).unwrap_or_else(|| panic!("{name}.toml: `{line}` is no line number"))
}

fn alternatives(name: &str, label: &Value) -> Vec<Vec<Role>> {
    let role = |role: &str| role.trim().parse().unwrap_or_else(|error| panic!("{name}.toml: {error}"));
    let label = label.as_str().unwrap_or_else(|| panic!("{name}.toml: {label} is no role"));
    label.split('|').map(|roles| roles.split('+').map(role).collect()).collect()
}

/// What is worse than another role: content that is lost, an artifact that is left in.
fn grade(got: &[Role], accepted: &[Vec<Role>], total: &mut Summary) -> &'static str {
    let keeps = |roles: &[Role]| roles.iter().any(|role| RoleSet::default().contains(*role));
    match (keeps(got), accepted.iter().any(|roles| keeps(roles)), accepted.iter().all(|roles| keeps(roles))) {
        (false, _, true) => {
            total.lost += 1;
            "LOST, "
        }
        (true, false, _) => {
            total.left_in += 1;
            "LEFT IN, "
        }
        _ => "",
    }
}

fn joined(roles: &[Role]) -> String {
    roles.iter().map(Role::to_string).collect::<Vec<_>>().join(" + ")
}

fn are_equal(got: &MetadataValue, wanted: &Value) -> bool {
    match (got, wanted) {
        (MetadataValue::Number(got), Value::Integer(wanted)) => i64::try_from(*got) == Ok(*wanted),
        (MetadataValue::List(got), Value::Array(wanted)) => {
            got.iter().map(|tag| Some(&**tag)).eq(wanted.iter().map(Value::as_str))
        }
        (MetadataValue::Text(got), Value::String(wanted)) => got == wanted,
        (MetadataValue::Date(_) | MetadataValue::Relative(_), Value::String(wanted)) => got.to_string() == *wanted,
        _ => false,
    }
}
