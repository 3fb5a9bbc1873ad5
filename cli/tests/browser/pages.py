#!/usr/bin/env python3
"""The web pages of `chysto explain` and `chysto stats` in a browser: `.ci/browser` runs it.

The binary is the one that CHYSTO names, or the one of a debug build.
"""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from chromium import Chromium

ROOT = Path(__file__).parents[3]
CHYSTO = os.environ.get("CHYSTO", ROOT / "target/debug/chysto")
SEED = ROOT / "seeds/uk-news-bridge-raw.txt"
NARROW, WIDE = (360, 740), (1280, 900)
LEAST_TARGET = 44
# WCAG's minimum, of a link in a text with room around it.
LEAST_LINK = 24
HOSTILE = (
    "Old bridge </script><script>document.title = 'taken over'</script> opens\n\n"
    "The <img src=//example.com/x onerror=\"document.title = 'taken over'\"> bridge\u202e is open\u0000 again , at last.\n\n"
    + "x" * 4000
)
VALUES = (
    "A bridge reopens - Valley News\n\nA bridge reopens\n\nBy Anna Hill and Bob Gray, 12 March 2025\n\n"
    "The old bridge over the river is open again, and many people came on Sunday to cross it on foot.\n\n"
    "It was built more than a hundred years ago, when the river was wider than it is today.\n\n"
    "Published: 11 March 2025\n"
)


def chysto(*arguments, text=None):
    subprocess.run([CHYSTO, *map(str, arguments)], input=text, encoding="utf-8", check=True)


def shown_blocks():
    return "[...document.querySelectorAll('.block')].filter(b => b.checkVisibility())"


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = Path(cls.folder.name)
        names = ("page", "hostile", "stats", "values")
        cls.page, cls.hostile, cls.stats, cls.values = (folder / f"{name}.html" for name in names)
        chysto("explain", "--html", cls.page, SEED)
        record = json.dumps({"text": HOSTILE})
        chysto("explain", "--html", cls.hostile, "--record", 1, "-", text=record)
        chysto("explain", "--html", cls.values, "-", text=VALUES)
        chysto("stats", "--quiet", "--html", cls.stats, ROOT / "seeds/uk-news-bridge-raw.txt", ROOT / "seeds/README.md")
        cls.browser = Chromium()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    def open(self, page, size=WIDE, **more):
        self.browser.resize(*size, **more)
        self.browser.open(page)

    def see(self, expression):
        return self.browser.value(expression)

    def wait(self, expression):
        """Waits until the expression holds; the browser gives up after some seconds."""
        waiting = f"new Promise((done, fail) => {{ let left = 200; const look = () => ({expression}) ? done() : left-- ? "
        self.see(waiting + "setTimeout(look, 25) : fail(new Error('not so after 5 s')); look(); })")

    def lay_out_all(self):
        """What is not on the screen too, which has no size otherwise."""
        self.see("document.querySelectorAll('.chunk').forEach(c => c.style.contentVisibility = 'visible')")

    def test_roles_are_filtered(self):
        self.open(self.page)
        total = self.see(f"{shown_blocks()}.length")
        button = '.filter[title^="share and follow"]'
        self.browser.click(button)
        self.assertEqual(self.see(f"document.querySelector('{button}').getAttribute('aria-pressed')"), "true")
        count = int(self.see(f"document.querySelector('{button} .figure').textContent"))
        tags = self.see(f"{shown_blocks()}.map(b => b.querySelector('.tag').textContent)")
        self.assertTrue(0 < count < total)
        self.assertEqual(len(tags), count)
        self.assertTrue(all("removed: share" in tag for tag in tags), tags)
        self.assertEqual(self.see("document.getElementById('shown').textContent"), f"{count} of {total} blocks")
        self.browser.click("#dim")
        self.assertEqual(self.see(f"{shown_blocks()}.length"), total)
        self.browser.click("#reset")
        self.assertEqual(self.see("document.querySelectorAll('.block.out').length"), 0)

    def test_edits_tell_their_rule(self):
        self.open(self.page)
        self.assertIn("Point at a block", self.see("document.getElementById('why').textContent"))
        self.browser.hover(".edit")
        reason = "document.querySelector('#why .reason').textContent"
        self.assertIn("Reason: ", self.see(reason))
        edits = self.see("document.querySelector('#why ul').textContent")
        self.assertRegex(edits, "space/blank|letters/entity")
        self.assertIn("became", edits)
        self.assertEqual(self.see("document.getElementById('panel').getAttribute('aria-live')"), "polite")

    def test_blocks_are_reached_by_keys(self):
        self.open(self.page)
        self.see("document.querySelector('#b0 .tag').focus()")
        self.assertIn("skip-link", self.see("document.getElementById('why').textContent"))
        self.browser.press("ArrowDown")
        self.assertEqual(self.see("document.activeElement.closest('.block').id"), "b1")
        self.browser.press("Enter")
        self.assertTrue(self.see("document.getElementById('panel').classList.contains('open')"))
        self.browser.press("Escape")
        self.assertFalse(self.see("document.getElementById('panel').classList.contains('open')"))
        self.assertEqual(self.see("document.querySelectorAll('.tag[tabindex=\"0\"]').length"), 1)

    def test_search_counts_and_goes_on(self):
        self.open(self.page)
        self.browser.click("#search")
        self.browser.write("МІСТ")
        self.wait("document.getElementById('hits').textContent")
        text = "[...document.querySelectorAll('.text')].map(t => t.textContent.toLowerCase()).join('\\n')"
        count = self.see(f"{text}.split('міст').length - 1")
        self.assertGreater(count, 3)
        self.assertEqual(self.see("document.getElementById('hits').textContent"), f"{count} hits")
        self.assertEqual(self.see("CSS.highlights.get('hits').size"), count)
        for place in (1, 2):
            self.browser.press("Enter")
            self.assertEqual(self.see("document.getElementById('hits').textContent"), f"{place} of {count} hits")
        self.assertEqual(self.see("[...CSS.highlights.get('hit')][0].toString().toLowerCase()"), "міст")
        self.assertEqual(self.see("document.querySelectorAll('.struck').length"), 1)

    def test_sections_are_linked(self):
        self.open(self.page)
        self.browser.click(".filter.removed")
        self.browser.click(".facts li:nth-child(2) a")
        self.wait("document.querySelector(location.hash || '#none')?.checkVisibility()")
        heading = self.see("document.querySelector(location.hash + ' .text').textContent")
        self.assertEqual(heading, self.see("document.querySelector('.facts li:nth-child(2) a').textContent"))

    def test_values_are_linked_and_what_was_considered_unfolds(self):
        self.open(self.values)
        rows = "[...document.querySelectorAll('.values > tbody > tr')]"
        told = self.see(f"{rows}.map(r => [r.querySelector('th').textContent, r.querySelector('td p').textContent])")
        self.assertIn(["author", "Anna Hill, Bob Gray"], told)
        self.assertIn(["site name", "Valley News"], told)
        date = f"{rows}.find(r => r.querySelector('th').textContent === 'date')"
        self.assertIn("fits the rule “by-line-date”", self.see(f"{date}.querySelector('.why').textContent"))
        folded = f"{date}.querySelector('.considered li')"
        self.assertFalse(self.see(f"{folded}.checkVisibility()"))
        self.see(f"{date}.querySelector('.considered summary').focus()")
        self.browser.press("Enter")
        self.assertTrue(self.see(f"{folded}.checkVisibility()"))
        self.assertIn("another one stands closer to the title", self.see(f"{folded}.textContent"))
        self.see(f"{folded}.querySelector('a').focus()")
        self.browser.press("Enter")
        self.wait("location.hash")
        self.assertIn("11 March 2025", self.see("document.querySelector(location.hash + ' .text').textContent"))
        # The page hears of the new address a moment later.
        self.wait("document.querySelector('#why .reason')")
        self.assertIn("en", self.see("document.querySelector('#why .reason').textContent"))

    def test_nothing_leaves_the_file(self):
        for page in (self.page, self.hostile, self.stats, self.values):
            self.open(page)
            self.assertEqual(self.browser.requests(), [page.as_uri()])
            self.assertEqual(self.browser.complaints(), [])

    def test_the_source_is_shown_and_not_run(self):
        self.open(self.hostile)
        self.assertIn("explained by chysto", self.see("document.title"))
        text = self.see("document.getElementById('blocks').textContent")
        self.assertIn("</script><script>", text)
        self.assertIn("<img src=//example.com/x onerror=", text)
        signs = self.see("[...document.querySelectorAll('#blocks .sign')].map(s => s.dataset.sign)")
        self.assertTrue({"U+202E", "U+0000"} <= set(signs), signs)
        self.assertEqual(self.see("getComputedStyle(document.querySelector('.sign'), '::before').content"), '"U+202E"')

    def test_nothing_scrolls_sideways(self):
        for page in (self.page, self.hostile, self.stats, self.values):
            for size in (NARROW, (320, 640), WIDE):
                self.open(page, size, touch=size != WIDE)
                self.see("document.querySelectorAll('details').forEach(d => d.open = true)")
                self.lay_out_all()
                self.assertLessEqual(self.see("document.documentElement.scrollWidth"), size[0], (page, size))

    def test_fingers_hit_their_targets(self):
        self.open(self.values, NARROW, touch=True)
        self.see("document.querySelectorAll('details').forEach(d => d.open = true)")
        links = self.see("[...document.querySelectorAll('.values a')].map(a => a.getBoundingClientRect().height)")
        self.assertTrue(links and min(links) >= LEAST_LINK, links)
        self.open(self.page, NARROW, touch=True)
        self.lay_out_all()
        small = self.see(
            "[...document.querySelectorAll('button, summary, input')].filter(e => e.checkVisibility())"
            f".map(e => [e.textContent, e.getBoundingClientRect().height]).filter(e => e[1] < {LEAST_TARGET})"
        )
        self.assertEqual(small, [])
        self.browser.click("#b3 .tag")
        self.assertTrue(self.see("document.getElementById('panel').checkVisibility()"))
        self.browser.click("#close")
        self.assertFalse(self.see("document.getElementById('panel').checkVisibility()"))

    def test_headings_are_in_order(self):
        for page in (self.page, self.stats):
            self.open(page)
            self.browser.value("document.querySelector('#b24 .tag')?.click()")
            levels = self.see("[...document.querySelectorAll('h1, h2, h3')].map(h => Number(h.tagName[1]))")
            self.assertEqual(levels[0], 1)
            self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels)
            self.assertEqual(levels.count(1), 1)
            self.assertEqual(self.see("document.querySelectorAll('main, header.top').length"), 2)

    def test_text_can_be_read_on_its_paper(self):
        """Contrast of 4.5 to 1, as WCAG asks of text, in the light and in the dark."""
        least = """(() => {
            const parse = (c) => c.match(/[\\d.]+/g).map(Number);
            const light = (c) => { const [r, g, b] = c.map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
                return .2126 * r + .7152 * g + .0722 * b; };
            const paper = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
                if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
            const contrast = (e) => { const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(paper(e));
                return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); };
            const texts = [...document.querySelectorAll('.tag, .text, del, ins, th, td, a, dt, dd, summary, .why, .filter:enabled, .switch, .brand, .summary li')];
            return Math.min(...texts.map(contrast)); })()"""
        for page in (self.page, self.stats, self.values):
            for dark in (False, True):
                self.open(page, dark=dark)
                self.see("document.querySelectorAll('details').forEach(d => d.open = true)")
                self.assertGreaterEqual(self.see(least), 4.5, (page, dark))


if __name__ == "__main__":
    unittest.main()
