#!/usr/bin/env python3
"""Times ftfy and cyrtranslit on the same texts as `cargo run --release -- TEXT...`.

    pip install ftfy==6.3.1 cyrtranslit==1.2.0; python3 peers.py TEXT...
"""

import sys
import time


def best(paragraphs, work):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for paragraph in paragraphs:
            work(paragraph)
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    import cyrtranslit
    import ftfy

    for path in sys.argv[1:]:
        text = open(path, encoding="utf-8").read()
        paragraphs = [line for line in text.split("\n") if line.strip()]
        size = sum(len(paragraph.encode()) for paragraph in paragraphs)
        print(path)
        for name, work in [
            ("ftfy fix_text", ftfy.fix_text),
            ("cyrtranslit to_latin ru", lambda paragraph: cyrtranslit.to_latin(paragraph, "ru")),
        ]:
            print(f"  {name:<24} {size / best(paragraphs, work) / 1e6:>10.2f} MB/s")


main()
