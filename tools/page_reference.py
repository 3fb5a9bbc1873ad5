"""What a page's HTML says of its title, date, author, site name and headings. Used by metadata_accuracy.py.

Pages contradict themselves, so only what two sources agree on, or one trustworthy source says
without a contradiction, becomes a reference.
"""

import dataclasses
import datetime
import json
import re
import unicodedata

import lxml.etree
import lxml.html

PUBLISHED_METAS = set(
    """article:published_time article:published og:published_time published_time og:pubdate pubdate publishdate
    publish_date publish-date publication_date publication-date date dc.date dc.date.issued dc.date.created
    dcterms.date dcterms.issued dcterms.created datepublished sailthru.date parsely-pub-date article.published
    cxenseparse:recs:publishtime originalpublicationdate date.created""".split()
)
UPDATED_METAS = set(
    """article:modified_time article:modified og:updated_time updated_time last-modified modified dc.date.modified
    dcterms.modified datemodified lastmod revised""".split()
)
AUTHOR_METAS = set(
    "author article:author article.author dc.creator dcterms.creator sailthru.author parsely-author byl".split()
)
SITE_NAME_METAS = {"og:site_name", "application-name"}
SITE_METAS = {*SITE_NAME_METAS, "publisher", "dc.publisher"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What stands out like a heading without being one in name; a line that is nothing else is one by eye.
EMPHASIS = ("b", "strong", "dt", "caption", "summary", "legend")
# Classes of elements that only look like headings: "subtitle", "cross-head", "srodtytul", "zwischenüberschrift".
_HEADING_CLASS = re.compile(
    r"(?:^|[-_])(?:(?:sub|cross|inter|mid|zwischen|section|faq|śród|srod|item|block)[-_]?)*"
    r"(?:titles?|titel|titre|titulo|titolo|titulek|tytul|head|heading|header|headline|ueberschrift|überschrift|bold)"
    r"(?:$|[-_])",
    re.IGNORECASE,
)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# What such elements are not headings in.
NO_ARTICLE = ("figcaption", "figure", "button", "nav", "header", "footer", "head")
# Longer texts are no names, but sentences about the author.
MOST_NAME_WORDS = 7
# The end of a page's title is the name of its site, or a title in which the site stands first; titles are longer.
MOST_SLOGAN_WORDS = 4
# Nothing in the corpus was written before the web, or after it was collected.
YEARS = range(1994, 2027)
# Clocks differ by up to half a day, so a stamp in UTC may be a day off the one that the page shows.
ONE_DAY = datetime.timedelta(days=1)

_LEVELLED = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
        **dict.fromkeys("‘’‚‛´`“”„‟«»\"′″", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(f"[{_CJK}]|[^\\W{_CJK}]+")
_SEPARATOR = re.compile(r"\s+[-|:·•»›>/~*]+\s+|\s*[|»›_]+\s*|::+|: ")
_BAR = re.compile(r"\s+[-|•»›]+\s+|\s*[|»›]+\s*")
_BY = re.compile(r"^(?:written by|posted by|by|von|par|por|di|autor(?:in)?|author|автор|автора)\b[\s:]*")
_ADDRESS = re.compile(r"https?:|www\.|@|^\w+\.(?:com|org|net|de|ru|pl|gr|cn)$")
_ADDRESS_OF_SITE = re.compile(r"https?:|^www\.")
_STAMP = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d):\d\d[\d:.]*\s*(Z|[-+]00:?00)?)?")
_OTHER_STAMP = re.compile(r"^(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")


def fold(text):
    """Letters and words alone count: NFKC, small letters, quotes, dashes and blanks levelled."""
    levelled = unicodedata.normalize("NFKC", text).translate(_LEVELLED).casefold()
    return " ".join(levelled.replace("...", "…").split())


def words(text):
    return _WORD.findall(fold(text))


def contains(whole, part):
    """Whether the words of `part`, at least one, stand in a row in `whole`; both are lists."""
    length = len(part)
    starts = range(len(whole) - length + 1)
    return length > 0 and any(whole[start] == part[0] and whole[start : start + length] == part for start in starts)


@dataclasses.dataclass
class Reference:
    """What a page says of itself; texts are folded."""

    titles: set = dataclasses.field(default_factory=set)
    page_title: str = ""
    dates: set = dataclasses.field(default_factory=set)
    authors: set = dataclasses.field(default_factory=set)
    site_names: set = dataclasses.field(default_factory=set)
    headings: set = dataclasses.field(default_factory=set)
    emphasised: set = dataclasses.field(default_factory=set)


class Page:
    """A parsed page, and the answers that need its tree."""

    def __init__(self, html, site):
        self.tree = _tree(html)
        self.metas = list(self._read_metas())
        self.objects = list(self._read_objects())
        self.site_names = self._read_site_names(site)

    def _read_metas(self):
        for meta in self.tree.iter("meta"):
            name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            if meta.get("content", "").strip():
                yield name.strip().casefold(), meta.get("content").strip()

    def _read_objects(self):
        for script in self.tree.iter("script"):
            if "ld+json" in (script.get("type") or ""):
                yield from _objects(_parsed(script.text or ""))

    def _read_site_names(self, site):
        names = {value for name, value in self.metas if name in SITE_METAS}
        names |= {name for thing in self.objects for name in _names(thing.get("publisher"))}
        squeezed = {"".join(words(name)) for name in names}
        return {*squeezed, "".join(words(site)), "".join(words(site.split(".")[0]))} - {""}

    def is_site(self, text):
        return "".join(words(text)) in self.site_names

    def meta(self, names):
        return [value for name, value in self.metas if name in names]

    def stated(self, key):
        """Values of a property in JSON-LD."""
        return [thing[key] for thing in self.objects if thing.get(key)]

    def marked(self, attribute, value):
        """Elements in whose attribute the word stands."""
        return [
            element
            for element in self.tree.iter(lxml.etree.Element)
            if value in (element.get(attribute) or "").casefold().split()
        ]

    def texts(self, *tags):
        found = (element_text(element) for element in self.tree.iter(*tags))
        return [text for text in found if text]


def _tree(html):
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\0", ""))
    try:
        return lxml.html.document_fromstring(html)
    except (lxml.etree.ParserError, ValueError):
        return lxml.html.document_fromstring("<html></html>")


def element_text(element):
    """The text under an element, without scripts and styles."""
    parts = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    return fold("".join(parts))


def _parsed(script):
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except ValueError:
        return None


def _objects(value):
    """All objects in a value of JSON, the outer ones first."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def _names(value):
    """The names in a property that is a string, an object or a list of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner)


def read(html, site, first_gold_line=""):
    """The reference of a page; `first_gold_line` is another witness for its title."""
    page = Page(html, site)
    reference = Reference(page_title=" ".join(page.texts("title")[:1]))
    reference.titles = _titles(page, reference.page_title, first_gold_line)
    reference.dates = _dates(page)
    reference.authors = _authors(page, reference.page_title)
    reference.site_names = _site_names(page)
    reference.headings = set(page.texts(*HEADINGS)) - reference.titles - _lone_h1(page)
    reference.emphasised = set(page.texts(*EMPHASIS)) | set(_styled(page))
    return reference


def _styled(page):
    """The texts of elements that look like headings, by their class or style."""
    for element in page.tree.iter("div", "p", "span", "td", "font"):
        classes = (element.get("class") or "").split()
        is_styled = any(map(_HEADING_CLASS.search, classes)) or _BOLD.search(element.get("style") or "")
        if is_styled and next(element.iterancestors(*NO_ARTICLE), None) is None:
            yield element_text(element)


def _lone_h1(page):
    """A page's only h1 is its title, or its site's name."""
    found = set(page.texts("h1"))
    return found if len(found) == 1 else set()


def _without_site(page, title):
    """A title without the name of the site at its end or its beginning."""
    parts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    for start, end in parts:
        if page.is_site(title[end:]):
            return title[:start].strip()
    for start, end in reversed(parts):
        if page.is_site(title[:start]):
            return title[end:].strip()
    return title


def _without_rubrics(title, first_gold_line):
    """The part of `headline | rubric | rubric` that the gold begins with, if it begins with one."""
    parts = _BAR.split(title)
    return next((part for part in parts if words(part) == words(first_gold_line)), title)


def _titles(page, page_title, first_gold_line):
    """The title in all its agreeing forms; none where nothing agrees.

    An h1 goes before the others, for those have the site's name or a shorter wording for it.
    """
    headlines = [text for text in page.stated("headline") if isinstance(text, str)]
    kinds = [page.texts("h1"), headlines, page.meta({"og:title", "twitter:title"}), [first_gold_line]]
    kinds = [{_without_rubrics(_without_site(page, fold(text)), first_gold_line) for text in kind} for kind in kinds]
    kinds = [{text for text in kind if _may_be_title(page, text, page_title)} for kind in kinds]
    for kind in kinds:
        others = [other for other in kinds if other is not kind]
        agreed = [text for text in kind if contains(words(page_title), words(text))]
        agreed = agreed or [text for text in kind if any(text in other for other in others)]
        if agreed:
            title = max(agreed, key=len)
            return {title} | {text for text in set().union(*kinds) if _agree(text, title)}
    return set()


def _may_be_title(page, text, page_title):
    """Neither the site's name nor a slogan of a few words that ends the page's title."""
    *before, last = _SEPARATOR.split(page_title)
    is_slogan = bool(before) and words(last) == words(text) and len(words(text)) <= MOST_SLOGAN_WORDS
    return len(words(text)) > 1 and not page.is_site(text) and not is_slogan


def _agree(one, other):
    """Whether two wordings are one title: one is the greater part of the other."""
    shorter, longer = sorted((one, other), key=lambda text: len(words(text)))
    is_most = 2 * len(words(shorter)) >= len(words(longer))
    return is_most and contains(words(longer), words(shorter)) and not _is_one_of_parts(longer, shorter)


def _is_one_of_parts(longer, shorter):
    """Whether `longer` has a rubric or a site's name besides, behind a bar."""
    parts = _BAR.split(longer)
    return len(parts) > 1 and any(words(part) == words(shorter) for part in parts)


def days(stamp):
    """The day that a stamp names, and the one that its clock's error may make of it."""
    match = _STAMP.search(stamp)
    numbers = match or _OTHER_STAMP.match(stamp.strip())
    try:
        day = datetime.date(*map(int, numbers.group(1, 2, 3)))
    except (AttributeError, ValueError):
        return set()
    if day.year not in YEARS:
        return set()
    is_in_utc = match and match[5]
    return {day, day + ONE_DAY if int(match[4]) >= 12 else day - ONE_DAY} if is_in_utc else {day}


def _agreed_days(stamps):
    """All days of stamps that agree but for their clocks; none where they do not."""
    found = [days(stamp) for stamp in stamps if days(stamp)]
    every = set().union(*found)
    return every if every and max(every) - min(every) <= 2 * ONE_DAY else set()


def _marked_stamps(page, name):
    for element in page.marked("itemprop", name):
        yield element.get("content") or element.get("datetime") or element_text(element)


def _dates(page):
    """Days of publication; bare `time` elements tell it where all name one day, and a change where nothing else does."""
    texts = [value for value in page.stated("datePublished") if isinstance(value, str)]
    published = [*page.meta(PUBLISHED_METAS), *texts, *_marked_stamps(page, "datepublished")]
    if any(days(stamp) for stamp in published):
        return _agreed_days(published)
    changes = [value for value in page.stated("dateModified") if isinstance(value, str)]
    updated = [*page.meta(UPDATED_METAS), *changes, *_marked_stamps(page, "datemodified")]
    times = [element.get("datetime") for element in page.tree.iter("time") if element.get("datetime")]
    return _agreed_days(times) or _agreed_days(updated)


def _authors(page, page_title):
    """Names of the authors, where they are neither the site's, by the page's own title too, nor addresses."""
    elements = [*page.marked("rel", "author"), *page.marked("itemprop", "author")]
    found = [*page.meta(AUTHOR_METAS), *(name for value in page.stated("author") for name in _names(value))]
    found += [name for element in elements for name in _element_names(element)]
    names = {_BY.sub("", fold(name)).strip(" ,.|-") for name in found}
    people = {name for name in names if 0 < len(words(name)) <= MOST_NAME_WORDS and not _is_no_person(page, name)}
    return {name for name in people if not _is_last_part(page_title, name)}


def _is_last_part(page_title, name):
    """Whether the last part of the page's own title, which is the site's, begins with the name."""
    *before, last = _SEPARATOR.split(page_title)
    return bool(before) and words(last)[: len(words(name))] == words(name)


def _site_names(page):
    """The site's name in all its wordings, none where the page's metas do not name it: addresses are no names."""
    named = [name for name in page.meta(SITE_NAME_METAS) if words(name) and not _ADDRESS_OF_SITE.search(name)]
    stated = [name for thing in page.objects for name in _names(thing.get("publisher"))]
    stated += [name for thing in page.objects if thing.get("@type") == "WebSite" for name in _names(thing.get("name"))]
    return {fold(name) for name in [*named, *stated]} - {""} if named else set()


def _element_names(element):
    named = [inner for inner in element.iter() if "name" == inner.get("itemprop")]
    return [inner.get("content") or element_text(inner) for inner in named or [element]]


def _is_no_person(page, name):
    return bool(_ADDRESS.search(name)) or page.is_site(name)
