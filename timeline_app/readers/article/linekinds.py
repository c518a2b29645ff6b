"""How lines around an article's body are recognised: labels, bylines, date lines, headings."""

from __future__ import annotations

import re

from timeline_app.domain.records import Role
from timeline_app.readers.article.dates import loose_date

_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LONGEST_LABEL_LINE = 220

PUBLISHED_LABEL = re.compile(
    r"(?:date published|publication date|first published|originally published|published|posted"
    r"|issued|released|release date|dated?|filed|last updated|updated|last modified|modified)"
    r"(?:\s+(?:on|at|by))?\s*[:\-–—]?\s+",
    re.I,
)
OUTLET_LABEL = re.compile(
    r"(?:publication|publisher|outlet|newspaper|source publication)\s*:\s*", re.I
)
BYLINE_LABEL = re.compile(
    r"(?:by|written by|story by|report by|author|authors|byline)\s*:?\s+", re.I
)

_SOURCES = re.compile(r"(?:sources?|via|references|further reading)\s*[:—–]", re.I)
_CREDIT = re.compile(
    r"[(\[]?(?:(?:photo|image|picture|video|graphic|cover|featured image)s?"
    r"(?:\s+(?:credits?|by|courtesy|source))?\s*[:/—–]|photograph(?:ed)?\b|photos? by\b"
    r"|file photo\b|file\s*[—–-]|credit\s*:|reporting by\b|editing by\b|additional reporting\b"
    r"|writing by\b|compiled by\b)",
    re.I,
)
_PROMO = re.compile(
    r"(?:popular video|related(?: (?:articles?|stories|coverage|links?|news|topics))?\b\s*:?"
    r"|read (?:more|next|also|the full)\b|see also\b|also read\b|you may also like"
    r"|more (?:from|on|stories|news|in) \S|most (?:read|popular|viewed)|trending\b|recommended\b"
    r"|advertisement\b|sponsored\b|subscribe\b|sign up\b|log in\b|newsletter\b|follow us\b"
    r"|share (?:this|on)\b|click here\b|tap here\b|watch(?: now| more)?\s*:|listen\s*:"
    r"|download (?:our|the) app|copyright\b|©|all rights reserved|comments?\s*(?:\(\d+\))?$"
    r"|enlarge this image\b|leave a comment"
    r"|view comments|print this|skip to|continue reading|get our\b"
    r"|don[’']t miss\b|editor[’']s picks)",
    re.I,
)
_CAPTION = re.compile(
    r"(?:photo |picture |figure )?caption\s*:\s+\S|(?:fig\.|figure|abb\.)\s*\d+\s*[:.]\s", re.I
)
_AP_TAIL = re.compile(r"^[_—–-]{2,}$|^#{2,}$|^\*{3,}$|^-30-$|^ENDS?$")

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w'’.-]*){1,4}"
_MORE = r"(?:\s*,\s*|\s+(?:and|for|in|&)\s+|\s*\|\s*)[A-Z][\w'’./ -]*"
_BYLINE = re.compile(
    r"(?:[Bb][Yy]|[Ww]ritten by|[Ss]tory by|[Rr]eport by|[Aa]uthors?\s*:|[Bb]yline\s*:)\s+"
    rf"{_NAME}(?:{_MORE})*$"
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?"
_DATE = (
    rf"(?:\d{{4}}-\d\d(?:-\d\d)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})(?!\w)"
)
_BULLET = r"(?:[-*•–—]\s+)?[(\[]?"
_ENTRY = re.compile(rf"{_BULLET}{_WEEKDAY}{_DATE}", re.I)
_ENTRY_IN_LIST = re.compile(rf"{_BULLET}{_WEEKDAY}(?:{_DATE}|\d{{4}}\s*[:—–-])", re.I)
# What stands beside a publication date: times, zones, how long the article takes to read.
_BESIDE_DATE = re.compile(
    r"at|on|in|am|pm|by|of|and|the|for|from|von|par|por|uhr|updated|published|posted|modified|last"
    r"|first|morning|evening|edition|mins?|minutes?|hours?|read|ago|comments?|views?|shares?"
    r"|[ecmp][sd]?t|gmt|utc|bst|cest|ist|local|time",
    re.I,
)
_ENDS_IN_TIME = re.compile(r"\b[ap]\.m\.$")


def labelled_role(line: str, *, at_edge: bool) -> Role | None:
    """Role of a line that names itself (`Sources: ...`); None for prose.

    `at_edge` says that the line stands near the start or the end of the article, where weaker
    labels (`Published`, `By`) count too.
    """
    if _AP_TAIL.match(line):
        return Role.PROMO
    if _CAPTION.match(line):
        return Role.CAPTION
    if len(line) > _LONGEST_LABEL_LINE:
        return None
    if _SOURCES.match(line) or _CREDIT.match(line):
        return Role.SOURCES if _SOURCES.match(line) else Role.CREDIT
    if _PROMO.match(line) and not _is_prose(line):
        return Role.PROMO
    label = PUBLISHED_LABEL.match(line)
    if at_edge and label and loose_date(line[label.end() :]):
        return Role.PUBLICATION
    if at_edge and OUTLET_LABEL.match(line):
        return Role.PUBLICATION
    return None


def is_byline(line: str) -> bool:
    """True for `By Jane Roe, Staff Writer`."""
    return len(line) <= 120 and not ends_sentence(line) and bool(_BYLINE.match(line))


def is_dated_entry(line: str, *, in_list: bool = False) -> bool:
    """True for a date and what happened: `7 Nov 2019 - Bridge closed`.

    A name after the date is an outlet's or an author's (`May 20, 2016 - The Herald`), unless
    the line stands `in_list`, among others that begin with a date; a year will do there.
    """
    date = (_ENTRY_IN_LIST if in_list else _ENTRY).match(line)
    if not date:
        return False
    words = re.findall(r"[^\W\d_]{2,}", line[date.end() :])
    telling = _telling(words)
    if in_list:
        return bool(telling)
    return len(words) > 1 and any(word[0].islower() for word in telling)


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if not _BESIDE_DATE.fullmatch(word)]


def is_date_line(line: str) -> bool:
    """True for a line that is little more than a date: `The Herald | May 20, 2016, 9:15 a.m.`."""
    ends = is_full_sentence(line) and not _ENDS_IN_TIME.search(line)
    if len(line) > 90 or ends or is_dated_entry(line):
        return False
    if not loose_date(line):
        return False
    words = re.findall(r"[^\W\d_]{2,}", line)
    if len(words) <= 3 or len(_telling(words)) <= 1:
        return True
    return ("|" in line or "," in line or " - " in line) and _few_small(words)


def _few_small(words: list[str]) -> bool:
    """Names and labels are capitalised; prose is not."""
    return sum(word[0].islower() for word in words) <= 2 and len(words) <= 9


def is_name_line(line: str) -> bool:
    """True for a few capitalised words and nothing else: `The Lantern Review`."""
    words = line.split()
    small = {"of", "the", "and", "for", "&"}
    named = all(word[0].isupper() or word.lower() in small for word in words)
    return len(words) <= 5 and named and not ends_sentence(line) and not re.search(r"\d", line)


def looks_like_heading(line: str) -> bool:
    """True for a short line of words with no number, end mark or quotation."""
    if ends_sentence(line) or line.endswith((":", ",", ";")) or re.search(r"\d", line):
        return False
    return line[0].isupper() and line[0] not in '“"' and len(line.split()) <= 10


def ends_sentence(line: str) -> bool:
    """True when the line closes with an end mark, quotation marks and brackets apart."""
    return bool(_ENDS_SENTENCE.search(line))


def _is_prose(line: str) -> bool:
    """True for a sentence rather than a label: it has an end mark and a good few words."""
    return ends_sentence(line) and len(line.split()) > 8


def is_full_sentence(line: str) -> bool:
    """True for a line that ends like a sentence and is too long or too plain for a headline."""
    if not ends_sentence(line) or line.endswith(("?", "!")):
        return False
    abbreviation = re.search(r"\b(?:[A-Z]\.)+$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St)\.$", line)
    return not abbreviation
