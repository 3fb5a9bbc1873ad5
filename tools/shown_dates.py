"""In which forms a page's text shows a day. Used by metadata_accuracy.py."""

import re
import unicodedata

# How the months begin, without accents, in all forms that dates print; the rest of the word is free.
MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan feb mar|mrz|maerz apr mai jun jul aug sep okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep|set oct nov dic",
    "fr": "janv fev mars avr mai juin juil aou sept oct nov dec",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "pl": "stycz|sty lut mar kwie|kwi maj czerw|cze lip sierp|sie wrze|wrz paz|paz lis|list gru",
    "ru": "янв фев мар апр мая|маи июн июл авг сен окт ноя дек",
    "el": "ιαν φεβ|φλεβ μαρ απρ μαι|μαη ιουν ιουλ αυγ σεπ οκτ νοε|νοβ δεκ",
}
# What may stand between the parts: "21st of November, 2011", "21 de mayo de 2011", "21. November 2011".
_BETWEEN = r"(?:st|nd|rd|th|er|o|a|\.|,|-|/|\s|\bde\b|\bdel\b|\bof\b|\bτου\b)*"
_YEAR_MARKS = "年년"
_MONTH_MARKS = "月월"
_DAY_MARKS = "日일"


def plain(text):
    """Compatibility forms, small letters, no accents, single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", bare).split())


def _named(day, language):
    """Patterns with the month's name, in the page's language and in English."""
    for code in dict.fromkeys([language, "en"]):
        stems = MONTHS.get(code, "").split()
        if not stems:
            continue
        month = rf"\b(?:{stems[day.month - 1]})\w*"
        yield rf"\b0?{day.day}(?!\d){_BETWEEN}{month}{_BETWEEN}{day.year}\b"
        yield rf"{month}{_BETWEEN}\b0?{day.day}(?!\d){_BETWEEN}{day.year}\b"
        yield rf"\b{day.year}{_BETWEEN}{month}{_BETWEEN}\b0?{day.day}\b"


def _numeric(day):
    """Patterns of numbers alone; years of two digits only behind day and month."""
    year = f"(?:{day.year}|{day.year % 100:02})"
    number, month = f"0?{day.day}", f"0?{day.month}"
    yield rf"\b{day.year}(?P<mark>[-./]\s?){month}(?P=mark){number}(?!\d)"
    yield rf"(?<!\d){day.year}{day.month:02}{day.day:02}(?!\d)"
    for first, second in ((number, month), (month, number)):
        yield rf"(?<![\d.]){first}(?P<mark>[-./]\s?){second}(?P=mark){year}(?!\d)"
    yield rf"{day.year}\s?[{_YEAR_MARKS}]\s?{month}\s?[{_MONTH_MARKS}]\s?{number}\s?[{_DAY_MARKS}]"


def shows(text, day, language):
    """Whether the text, made `plain`, shows the day in some form."""
    patterns = [*_numeric(day), *_named(day, language)]
    return any(re.search(pattern, text) for pattern in patterns)
