#!/usr/bin/env python3
"""Measures how right title, date, author, site name and headings are, against what the pages' HTML says.

    cargo build --release -p chysto-cli
    python3 tools/metadata_accuracy.py predict CORPUS.jsonl.gz... --to PRED.jsonl
    python3 tools/metadata_accuracy.py score CORPUS.jsonl.gz... --predictions PRED.jsonl
        [--errors title|date|author|site_name|headings] [--worst N]
    python3 tools/metadata_accuracy.py references CORPUS.jsonl.gz... --to REFERENCES.jsonl

Needs Python 3.10 and lxml (`pip install lxml`). A record of the corpus has `id`, `dataset`, `lang`, `site`, `html`,
`raw` (texts by variant) and `gold`, or `with` and `without` (snippets). `predict` runs `chysto clean --to json` over
every variant of every record. `references` writes what the HTML says of titles and headings, to fit points to
(docs/metadata.md).

Columns: `ref` pages with a reference; `P` share of what was found that is right, of pages with a reference; `shown`
references that the raw text shows; `R` share of them that was found. A title, a date or an author is judged only where the
text shows it; of several authors each has to be one. A site's name is right where it is that of the HTML, a part of it, or
more than it, or the site's domain. Headings: `P` share of the blocks called a heading that are an h1 to h6 of the page,
`loose` that are one or stand out by bold letters or as a term or caption; `shown` the article's lines that are an h1 to
h6, `R` share called so.
"""

import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import page_reference
import shown_dates
from page_reference import contains, fold, words

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHYSTO = ROOT / "target" / "release" / "chysto"
FIELDS = ("title", "date", "author", "site_name", "headings")
# Fewer words may stand anywhere in an article by chance; such a line is a heading only if the gold has it as a line.
FEWEST_WORDS_IN_GOLD = 4
# What text versions of a page print before a line.
_MARKER = re.compile(r"^(?:[*+•·–-]\s+|\d+\.\s+)")

Outcome = collections.namedtuple("Outcome", "found right shown recalled loose")
Disagreement = collections.namedtuple("Disagreement", "id variant expected found")


def records(paths):
    for path in paths:
        try:
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                yield from map(json.loads, lines)
        except (OSError, ValueError) as error:
            sys.exit(f"{path}: not a corpus of gzipped JSON Lines ({error}); see the head of this file")


def predict(options):
    """Cleans every variant of every record and keeps what is scored."""
    if options.to.exists() and not options.force:
        sys.exit(f"{options.to}: exists already; name another file, or overwrite it with --force")
    if not options.chysto.exists():
        sys.exit(f"{options.chysto}: not found; build it with `cargo build --release -p chysto-cli`")
    names = [(record["id"], variant) for record in records(options.corpus) for variant in record["raw"]]
    with tempfile.TemporaryFile() as texts, options.to.open("w", encoding="utf-8") as predictions:
        for record in records(options.corpus):
            for text in record["raw"].values():
                texts.write(json.dumps({"text": text}).encode() + b"\n")
        texts.seek(0)
        for (name, variant), document in zip(names, documents(options.chysto, texts), strict=True):
            kept = {key: document[key] for key in ("title", "metadata", "metadata_sources", "blocks")}
            predictions.write(json.dumps({"id": name, "variant": variant, **kept}, ensure_ascii=False) + "\n")


def documents(chysto, texts):
    command = [str(chysto), "clean", "-", "--from", "jsonl", "--to", "json", "--quiet", "--jobs", "1"]
    with subprocess.Popen(command, stdin=texts, stdout=subprocess.PIPE) as process:
        yield from map(json.loads, process.stdout)
    if process.returncode:
        sys.exit(f"{chysto}: ended with status {process.returncode}; the predictions are incomplete")


def predictions(path):
    """What is scored of every document, by id and variant."""
    try:
        with path.open(encoding="utf-8") as lines:
            return dict(map(prediction, map(json.loads, lines)))
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"{path}: no predictions ({error}); write them with `metadata_accuracy.py predict`")


def prediction(document):
    headings = [fold(block["text"]) for block in document["blocks"] if block["role"] == "content/heading"]
    found = {"title": fold(document["title"] or ""), "headings": headings}
    return (document["id"], document["variant"]), {**document["metadata"], **found}


class Text:
    """A raw text in the forms in which it is searched."""

    def __init__(self, raw):
        self.lines = [_MARKER.sub("", fold(line)) for line in raw.splitlines()]
        self.words = words(raw)
        self.plain = shown_dates.plain(raw)


def judge_title(record, reference, text, document):
    shown = any(contains(text.words, words(title)) for title in reference.titles)
    if not shown:
        return None
    found = document["title"]
    right = any(words(found) == words(title) for title in reference.titles)
    return one(found, right, shown), (sorted(reference.titles), found)


def judge_date(record, reference, text, document):
    if not reference.dates:
        return None
    shown = any(shown_dates.shows(text.plain, day, record["lang"]) for day in reference.dates)
    # A page that shows another day than it marks tells nothing of the one that was found; a distance is no day.
    found = document.get("date", "").split("T")[0] if shown else ""
    found = "" if found.startswith("-P") else found
    right = found in map(str, reference.dates)
    return one(found, right, shown), (sorted(map(str, reference.dates)), found)


def judge_author(record, reference, text, document):
    if not reference.authors:
        return None
    shown = any(contains(text.words, words(name)) for name in reference.authors)
    # A name that the text does not show is often the publisher's, and tells nothing of the one that was found.
    found = document.get("author") if shown else None
    names = [found or ""] if isinstance(found or "", str) else found
    right = all(any(same_name(author, name) for name in reference.authors) for author in names)
    return one(found, right, shown), (sorted(reference.authors), found)


def same_name(one, other):
    one, other = words(one), words(other)
    return contains(one, other) or contains(other, one) or (bool(one) and sorted(one) == sorted(other))


def judge_site_name(record, reference, text, document):
    if not reference.site_names:
        return None
    shown = any(contains(text.words, words(name)) for name in reference.site_names)
    found = document.get("site_name", "")
    known = [*reference.site_names, record["site"], record["site"].split(".")[0]]
    right = any(same_site(found, name) for name in known)
    return one(found, right, shown), (sorted(reference.site_names), found)


def same_site(one, other):
    """Blanks and marks aside, for an address has none; `The Guardian` is `Guardian`."""
    one, other = words(one), words(other)
    return "".join(one) == "".join(other) or contains(one, other) or contains(other, one)


def one(found, right, shown):
    """The outcome of a field with one value."""
    return Outcome(int(bool(found)), int(right), int(shown), int(shown and right), 0)


def judge_headings(record, reference, text, document):
    called = document["headings"]
    every = reference.headings | reference.titles
    right = [line for line in called if line in every]
    loose = [line for line in called if line in every or line in reference.emphasised]
    lines = article_headings(reference, Gold(record), text)
    recalled = sum((collections.Counter(lines) & collections.Counter(called)).values())
    missed = sorted(set(lines) - set(called))
    outcome = Outcome(len(called), len(right), len(lines), recalled, len(loose))
    return outcome, (missed, sorted(set(called) - set(loose)))


def article_headings(reference, gold, text):
    """The lines of the raw text that are headings of the page and lie in its article."""
    places = [place for place, line in enumerate(text.lines) if gold.shows(line)]
    inside = text.lines[places[0] : places[-1]] if places else []
    return [line for line in inside if line in reference.headings and gold.has(line)]


class Gold:
    """What the corpus says of an article's extent, by its text or by snippets."""

    def __init__(self, record):
        self.lines = {fold(line) for line in record.get("gold", "").splitlines()}
        self.text = joined(record.get("gold", ""))
        self.snippets = [joined(snippet) for snippet in record.get("with", [])]
        self.foreign = [joined(snippet) for snippet in record.get("without", [])]

    def shows(self, line):
        """Whether the line is surely the article's."""
        line = joined(line)
        is_long = line.count(" ") > 2 * FEWEST_WORDS_IN_GOLD
        return is_long and line in self.text or any(snippet in line for snippet in self.snippets)

    def has(self, line):
        """Whether a line in its midst is the article's; snippets only tell which are not."""
        if not self.lines:
            return not any(snippet in joined(line) for snippet in self.foreign)
        is_long = len(words(line)) >= FEWEST_WORDS_IN_GOLD
        return line in self.lines or is_long and joined(line) in self.text


def joined(text):
    """The words, with a blank around each, so that a search finds whole words."""
    return f" {' '.join(words(text))} "


JUDGES = dict(zip(FIELDS, (judge_title, judge_date, judge_author, judge_site_name, judge_headings)))


class Tally:
    """Sums of outcomes by field, data set, language and variant, and what was wrong."""

    def __init__(self):
        self.sums = collections.defaultdict(lambda: [0, *[0] * len(Outcome._fields)])
        self.wrong = {field: [] for field in FIELDS}

    def add(self, field, record, variant, outcome, pair):
        for language in (record["lang"], "all"):
            sums = self.sums[field, record["dataset"], language, variant]
            sums[:] = [sum(both) for both in zip(sums, (1, *outcome))]
        is_wrong = outcome.right < outcome.found or outcome.recalled < outcome.shown
        if is_wrong and any(pair):
            self.wrong[field].append(Disagreement(record["id"], variant, *pair))


def score(options):
    found = predictions(options.predictions)
    tally = Tally()
    for record in records(options.corpus):
        reference = read_reference(record)
        for variant, raw in record["raw"].items():
            if (record["id"], variant) not in found:
                sys.exit(f"{options.predictions}: has no {record['id']} ({variant}); write it anew with `predict`")
            judge(tally, record, reference, variant, Text(raw), found[record["id"], variant])
    print_table(tally)
    print_disagreements(tally, options)


def read_reference(record):
    first_gold_line = record.get("gold", "").split("\n")[0] if record["dataset"] == "daniel" else ""
    return page_reference.read(record["html"], record["site"], first_gold_line)


def references(options):
    """Writes the titles, headings and emphasised lines of every record, letters and digits alone."""
    if options.to.exists() and not options.force:
        sys.exit(f"{options.to}: exists already; name another file, or overwrite it with --force")
    with options.to.open("w", encoding="utf-8") as lines:
        for record in records(options.corpus):
            reference = read_reference(record)
            texts = {key: sorted(map(squeezed, getattr(reference, key))) for key in ("titles", "headings", "emphasised")}
            lines.write(json.dumps({"id": record["id"], **texts}, ensure_ascii=False) + "\n")


def squeezed(text):
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


def judge(tally, record, reference, variant, text, document):
    for field, judge_field in JUDGES.items():
        judged = judge_field(record, reference, text, document)
        if judged:
            tally.add(field, record, variant, *judged)


def share(part, whole):
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def print_table(tally):
    print("field     data set    lang variant      ref found     P shown     R  loose")
    for key in sorted(tally.sums, key=lambda key: (FIELDS.index(key[0]), key[1], key[3], key[2] != "all", key[2])):
        field, dataset, language, variant = key
        pages, found, right, shown, recalled, loose = tally.sums[key]
        row = f"{field:10}{dataset:12}{language:5}{variant:11}{pages:5}{found:6} {share(right, found)}{shown:6}"
        print(f"{row} {share(recalled, shown)} {share(loose, found) if field == 'headings' else ''}".rstrip())


def print_disagreements(tally, options):
    """All of a field, or of the pages with the most."""
    fields = [options.errors] if options.errors else FIELDS if options.worst else []
    listed = [(field, wrong) for field in fields for wrong in tally.wrong[field]]
    counts = collections.Counter()
    for _, wrong in listed:
        counts[wrong.id] += 1 + sum(len(side) for side in wrong[2:] if isinstance(side, list))
    worst = [name for name, _ in counts.most_common(options.worst)]
    for field, wrong in sorted(listed, key=lambda pair: worst.index(pair[1].id) if pair[1].id in worst else -1):
        if wrong.id in worst:
            print(json.dumps({"field": field, **wrong._asdict()}, ensure_ascii=False))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    predicting = commands.add_parser("predict", help="clean the corpus")
    predicting.add_argument("--to", type=pathlib.Path, required=True, metavar="PRED.jsonl")
    predicting.add_argument("--chysto", type=pathlib.Path, default=CHYSTO, help="the program, if not the built one")
    predicting.add_argument("--force", action="store_true", help="overwrite predictions that exist")
    predicting.set_defaults(run=predict)
    scoring = commands.add_parser("score", help="compare predictions with the pages' HTML")
    scoring.add_argument("--predictions", type=pathlib.Path, required=True, metavar="PRED.jsonl")
    scoring.add_argument("--errors", choices=FIELDS, help="list the disagreements about a field")
    scoring.add_argument("--worst", type=int, metavar="N", help="list those of the N pages with the most")
    scoring.set_defaults(run=score)
    referring = commands.add_parser("references", help="write what the HTML says of titles and headings")
    referring.add_argument("--to", type=pathlib.Path, required=True, metavar="REFERENCES.jsonl")
    referring.add_argument("--force", action="store_true", help="overwrite references that exist")
    referring.set_defaults(run=references)
    for command in (predicting, scoring, referring):
        command.add_argument("corpus", nargs="+", type=pathlib.Path, metavar="CORPUS.jsonl.gz")
    return parser.parse_args()


if __name__ == "__main__":
    chosen = arguments()
    chosen.run(chosen)
