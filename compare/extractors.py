#!/usr/bin/env python3
"""Times other extractors on pages, to compare them with `cargo bench --bench throughput`.

    python3 -m venv peers && peers/bin/pip install resiliparse trafilatura justext lxml_html_clean
    peers/bin/python compare/extractors.py PAGES.txt

PAGES.txt holds pages of plain text with a form feed between each two, as CHYSTO_CORPUS
does. The extractors read HTML, so each line becomes a paragraph, or, where it is short, an
item with a link. Real HTML is some five times as long as its text; so for each the megabytes
of text per second are given, and those of this HTML. An extractor that is not installed is
left out.
"""

import html
import sys
import time
from pathlib import Path


def resiliparse(page):
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page, main_content=True)


def trafilatura(page):
    from trafilatura import extract

    return extract(page)


def justext(page):
    from justext import get_stoplist, justext

    return justext(page, get_stoplist("English"))


def as_html(text):
    lines = (html.escape(line.strip()) for line in text.splitlines() if line.strip())
    items = (f"<li><a href='/'>{line}</a></li>" if len(line) < 40 else f"<p>{line}</p>" for line in lines)
    return "<html><body>" + "\n".join(items) + "</body></html>"


def seconds(extract, pages):
    extract(pages[0])
    start = time.perf_counter()
    for page in pages:
        extract(page)
    return time.perf_counter() - start


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    texts = Path(sys.argv[1]).read_text(encoding="utf-8").split("\f")
    pages = [as_html(text) for text in texts]
    text_size, html_size = (sum(len(page.encode()) for page in some) / 1e6 for some in (texts, pages))
    for extract in (resiliparse, trafilatura, justext):
        try:
            took = seconds(extract, pages)
        except ImportError:
            print(f"{extract.__name__}: not installed")
            continue
        print(f"{extract.__name__}: {text_size / took:.1f} MB/s of text, {html_size / took:.1f} of HTML")


if __name__ == "__main__":
    main()
