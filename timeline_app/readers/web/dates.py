"""When a web page was published: what it states for programs, what it shows to readers.

Structured data and meta tags come first, with htmldate's fast search beside them; a date beside the
title settles what they leave open. A stamp in UTC names the wrong day for half of the world's
evenings: where the page itself shows the day before or after, its own day counts. Trust follows
what was measured on htmldate's 1,000 pages.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline_app.domain import timevalue as tv
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Published
from timeline_app.readers.article.dates import day_words, loose_date
from timeline_app.readers.article.lines import Line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_CLOCK = re.compile(r"\d[T ]\s*(\d\d):\d\d(?::\d\d?(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?")
_STRONG_METAS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_WEAK_METAS = (
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dc.date",
    "dcterms.date",
    "date",
)
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/_.-]|$)"
    r"|[/_-]((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=[/._-]|$)"
)
_MICRODATA = "the page's datePublished"
_ABOVE, _BELOW = 6, 8
_LONGEST_LINE = 100
_LONGEST_SHOWN = 60
_CLOSE_ABOVE = 2
_FIRST_YEAR, _LAST_YEAR = 1450, 2999
_CHANGED = re.compile(
    r"updated|modified|aktualisiert|actualisé|mis à jour|actualizado|aggiornato", re.I
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A day for programs; `hour` and `zone` ("utc", "local" or "") as far as it gives them."""

    day: datetime.date
    evidence: str
    trust: float
    hour: int | None
    zone: str
    strong: bool


@dataclass(frozen=True, slots=True)
class _Shown:
    """A day that stands by itself near the title; `at` lines below it, above if negative."""

    day: datetime.date
    line: str
    at: int


def publication_date(
    tree: HtmlElement,
    lines: Sequence[Line],
    metas: dict[str, str],
    ld: dict[str, Any],
    title: str | None,
    url: str | None,
) -> Published | None:
    """The day of publication by the page's markup and the lines beside its title.

    `lines` are all of the page, `metas` its meta tags, `ld` the article's JSON-LD object.
    """
    stated = list(_stated(tree, metas, ld))
    shown = list(_shown(lines, title, day_first=_is_day_first(tree)))
    found = _htmldate(tree, url, extensive=False)
    if stated:
        return _by_statement(stated, shown, found, url_day(url))
    return _by_sight(shown, found, url_day(url))


def guessed_date(tree: HtmlElement, url: str | None) -> Published | None:
    """A day that htmldate's extensive search takes from the page's text: two in three are right.

    It gives 1 January where it saw no more than a year; that is no day, and is left out.
    """
    found = _htmldate(tree, url, extensive=True)
    if found is None or (found.month, found.day) == (1, 1):
        return None
    return _published(found, "guessed from dates in the page's text", 0.6)


def stated_day(words: str, *, day_first: bool = False) -> tuple[tv.TimeValue, float] | None:
    """The day of an ISO 8601 date or date-time as written, else of a loose date."""
    match = _ISO.match(words)
    if match:
        try:
            return tv.day(int(match[1]), int(match[2]), int(match[3])), 0.95
        except ValueError:
            return None
    return loose_date(words.strip(), day_first=day_first)


def url_day(url: str | None) -> datetime.date | None:
    """The day in an address such as `/2016/05/20/` or `-20160520.html`."""
    match = _IN_URL.search(url or "")
    try:
        return datetime.date(*(int(part) for part in match.groups() if part)) if match else None
    except ValueError:
        return None


def _by_statement(
    stated: list[_Stated],
    shown: list[_Shown],
    found: datetime.date | None,
    in_url: datetime.date | None,
) -> Published:
    first = stated[0]
    seen = {item.day for item in shown}
    own = _own_day(first, stated, shown, found, in_url)
    if own is not None:
        words = f"the page's own day; {first.evidence} is the same moment in UTC"
        return _published(own, words, 0.9)
    beside = _closest([item for item in shown if not _CHANGED.search(item.line)])
    if not first.strong and beside and beside.at > 0 and first.day not in seen:
        words = f"the line “{beside.line}” beside the title; {first.evidence} says {first.day}"
        return _published(beside.day, words, 0.75)
    if found is None or found == first.day:
        agreed = found == first.day
        return _published(first.day, first.evidence, 0.95 if agreed else first.trust)
    local = first.zone == "local" and abs((found - first.day).days) == 1
    if found not in seen and (first.day in seen or local or first.evidence.startswith(_MICRODATA)):
        return _published(first.day, f"{first.evidence}; other markup says {found}", 0.75)
    words = f"a date in the page's markup; {first.evidence} says {first.day}"
    return _published(found, words, 0.7)


def _own_day(
    first: _Stated,
    stated: list[_Stated],
    shown: list[_Shown],
    found: datetime.date | None,
    in_url: datetime.date | None,
) -> datetime.date | None:
    """The day before or after a moment in UTC, where the page shows that day and not the other."""
    if first.zone != "utc" or first.hour is None or any(s.day == first.day for s in shown):
        return None
    day = datetime.timedelta(days=1)
    # Local time runs from 12 hours behind UTC to 14 ahead.
    neighbours = {first.day - day} if first.hour < 12 else set()
    if first.hour >= 10:
        neighbours.add(first.day + day)
    others = [item.day for item in stated[1:] if item.zone != "utc"]
    candidates = [*others, *(item.day for item in shown), in_url, found]
    return next((other for other in candidates if other in neighbours), None)


def _by_sight(
    shown: list[_Shown], found: datetime.date | None, in_url: datetime.date | None
) -> Published | None:
    beside = _closest([item for item in shown if item.at >= -_CLOSE_ABOVE])
    if beside is None:
        if found is not None:
            return _published(found, "a date in the page's markup", 0.85)
        return _published(in_url, "the page's address", 0.85) if in_url else None
    words = f"the line “{beside.line}” beside the title"
    agreeing = next((item for item in shown if item.day == found), None)
    if agreeing is not None:
        return _published(agreeing.day, f"the line “{agreeing.line}” beside the title", 0.95)
    if found is not None and (found.month, found.day) == (beside.day.day, beside.day.month):
        return _published(found, f"{words}, its month first or last as in the markup", 0.8)
    return _published(beside.day, words, 0.8 if found else 0.85)


def _closest(shown: list[_Shown]) -> _Shown | None:
    """The one nearest to the title, below it before above it."""
    short = [item for item in shown if len(item.line) <= _LONGEST_SHOWN and item.at]
    return min(short, key=lambda item: (abs(item.at), -item.at), default=None)


def _published(day: datetime.date, evidence: str, confidence: float) -> Published:
    return Published(tv.day(day.year, day.month, day.day), evidence, confidence)


def _stated(tree: HtmlElement, metas: dict[str, str], ld: dict[str, Any]) -> Iterator[_Stated]:
    day_first = _is_day_first(tree)
    for words, evidence, trust, strong in _statements(tree, metas, ld):
        found = stated_day(words, day_first=day_first) if isinstance(words, str) else None
        day = _date(found[0]) if found else None
        if found and day:
            clock = _CLOCK.search(words)
            zone = (clock[2] or "") if clock else ""
            kind = "utc" if zone.strip("+-:0") in {"Z", ""} and zone else "local" if zone else ""
            said = f"{evidence} “{words.strip()[:60]}”"
            hour = int(clock[1]) if clock else None
            yield _Stated(day, said, min(trust, found[1]), hour, kind, strong)


def _statements(
    tree: HtmlElement, metas: dict[str, str], ld: dict[str, Any]
) -> Iterator[tuple[Any, str, float, bool]]:
    yield ld.get("datePublished"), "the page's structured data, datePublished", 0.9, True
    for key in (*_STRONG_METAS, *_WEAK_METAS):
        if key in metas:
            yield metas[key], f"the page's meta tag “{key}”", 0.88, key in _STRONG_METAS
    for attribute in ("datetime", "content"):
        for node in tree.xpath(f"//*[@itemprop='datePublished'][@{attribute}]"):
            yield node.get(attribute), _MICRODATA, 0.88, True
    times = tree.xpath("//article//time[@datetime] | //header//time[@datetime]")
    for node in list(times)[:1] or list(tree.xpath("//time[@datetime]"))[:1]:
        yield node.get("datetime"), "the page's first time element", 0.75, False


def _is_day_first(tree: HtmlElement) -> bool:
    """How the page's language writes `05/06/2016`; American English where it names none."""
    tag = (tree.get("lang") or "en").strip().lower().replace("_", "-")
    return tag not in {"en", "en-us"}


def _shown(lines: Sequence[Line], title: str | None, *, day_first: bool) -> Iterator[_Shown]:
    """Days in the lines around the last one that is the title and nothing else."""
    if not title:
        return
    wanted = " ".join(title.split()).casefold()
    near = [(at, line.words) for at, line in enumerate(lines) if len(line.words) < 2 * len(title)]
    places = [at for at, words in near if " ".join(words.split()).casefold() == wanted]
    for at in _around(places, len(lines)):
        if len(lines[at].words.strip()) > _LONGEST_LINE:
            continue
        words = day_words(lines[at].words)
        found = loose_date(words, day_first=day_first) if words else None
        day = _date(found[0]) if found else None
        if day:
            yield _Shown(day, " ".join(lines[at].words.split()), at - places[-1])


def _around(places: list[int], count: int) -> Iterable[int]:
    if not places:
        return ()
    return range(max(0, places[-1] - _ABOVE), min(count, places[-1] + _BELOW))


def _htmldate(tree: HtmlElement, url: str | None, *, extensive: bool) -> datetime.date | None:
    import copy
    import warnings

    from htmldate import find_date

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of zones that dateutil doesn't know
            found = find_date(
                copy.deepcopy(tree), extensive_search=extensive, original_date=True, url=url
            )
        return datetime.date.fromisoformat(found) if found else None
    except Exception:  # noqa: BLE001 - a guess that fails on an odd page is no guess
        return None


def _date(value: tv.TimeValue) -> datetime.date | None:
    """A day as the standard library has it; None for a month, and for the year 1 that stands for no
    date in many a content system.
    """
    try:
        day = datetime.date.fromisoformat(format_edtf(value))
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
