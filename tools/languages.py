#!/usr/bin/env python3
"""Writes the table of languages in docs/languages.md: what the library has for each.

    python3 tools/languages.py          prints docs/languages.md with the table as it is now
    python3 tools/languages.py --write  writes it

Counted from src/rules/packs, src/plausibility/bigrams.txt, seeds and src/translit/systems.
"""

import pathlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/languages.md"
BEGIN, END = "<!-- table: tools/languages.py -->\n", "<!-- end of table -->\n"

NAMES = {
    "uk": "Ukrainian", "ru": "Russian", "be": "Belarusian", "bg": "Bulgarian", "sr": "Serbian", "mk": "Macedonian",
    "kk": "Kazakh", "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "cs": "Czech", "sk": "Slovak", "sl": "Slovene",
    "hr": "Croatian", "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish", "sv": "Swedish", "el": "Greek",
    "da": "Danish", "nb": "Norwegian", "fi": "Finnish", "et": "Estonian", "lv": "Latvian", "lt": "Lithuanian",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "he": "Hebrew", "fa": "Persian",
    "hi": "Hindi", "id": "Indonesian", "vi": "Vietnamese",
}
# The model of letter pairs that languages share.
SHARED = {"hr": ["sh"], "sr": ["sr", "sh"]}


def toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def packs():
    found = {}
    for path in sorted((ROOT / "src/rules/packs").glob("*.toml")):
        pack = toml(path)
        if "language" in pack:
            found[pack["language"]] = (len(pack.get("rule", [])), len(pack.get("function_words", [])))
    return found


def seeds():
    return [toml(path)["language"] for path in sorted((ROOT / "seeds").glob("*.toml"))]


def systems():
    names = [path.stem for path in sorted((ROOT / "src/translit/systems").glob("*.toml"))]
    return {code: [name for name in names if name.split("-")[0] == code] for code in NAMES}


def table():
    lines = (ROOT / "src/plausibility/bigrams.txt").read_text(encoding="utf-8").splitlines()
    models = {line.split(" ")[0] for line in lines if " " in line and line[0] != "#"}
    known, pages, romanised = packs(), seeds(), systems()
    yield "| language | code | rules | function words | letter pairs | seeds | romanisation |\n"
    yield "|---|---|---:|---:|---|---:|---:|\n"
    for code, name in NAMES.items():
        rules, words = known.get(code, ("none", 0))
        pairs = ", ".join(f"`{model}`" for model in SHARED.get(code, [code]) if model in models) or "none"
        own = len(romanised[code]) or "none"
        yield f"| {name} | {code} | {rules} | {words} | {pairs} | {pages.count(code)} | {own} |\n"


def main():
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    current = before + BEGIN + "".join(table()) + END + after
    if "--write" in sys.argv:
        PAGE.write_text(current, encoding="utf-8")
    else:
        sys.stdout.write(current)


main()
