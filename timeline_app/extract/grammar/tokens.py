"""A sentence cut into words; each date expression is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline_app.domain.text import Span
from timeline_app.extract.grammar.tagging import tag_words
from timeline_app.extract.grammar.words import Tag, Word

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S.  U.N.-backed
    r"|[$€£¥#]?\d+(?:[.,:/]\d+)*(?:[-–]?[^\W_]+)*%?(?:-[^\W_]+)*"  # 1,000  5th  $3.5bn  777-200
    r"|[^\W\d_][^\W_]*(?:[-'’&][^\W_]+)*"  # words, with hyphens and apostrophes inside
    r"(?:(?=(\.)(?![ \"'”’)]*\Z)))?"  # and a dot behind that doesn't end the sentence
    r"|\.\.\.|--+|``|''|[^\w\s]|_"
)


_STATE = re.compile(
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$"
)
_TYPED_QUOTES = {"``": "“", "''": "”"}  # as wire services and TeX write them
_ABBREVIATION = re.compile(
    r"(?:mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|cmdr|adm|brig|sen|rep|gov|pres|prof|rev|fr|hon|st|jr|sr"
    r"|inc|corp|co|ltd|no|vs|v|etc|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mt|ft|[a-z])$",
    re.I,
)


_POSSESSIVE = re.compile(r"['’]s$", re.I)


_POSSESSIVE_BEHIND = re.compile(r"['’]s\b|(?<=s)['’](?= )", re.I)


_INSIDE = re.compile(r"(?<=[a-z0-9,;] )[A-Z][^\W_]+(?:[-'’][^\W_]+)*")


def capitals_inside(text: str) -> frozenset[str]:
    """Words that a text writes with a capital within sentences, where only names have one."""
    return frozenset(_INSIDE.findall(text))


def words_of(
    text: str, span: Span, dates: Sequence[Span] = (), names: frozenset[str] = frozenset()
) -> list[Word]:
    """Tagged words of a sentence; each of `dates` becomes a single word tagged DATE.

    `names` are words known to be names, which tells them at the start of a sentence.
    """
    found: list[Word] = []
    position = span.start
    for date in sorted(date for date in dates if span.contains(date)):
        if date.start < position:
            continue
        found.extend(_plain(text, Span(position, date.start)))
        ending = _POSSESSIVE_BEHIND.match(text, date.end, span.end)
        owner = ending is not None or bool(_POSSESSIVE.search(date.slice(text)))
        words = date.slice(text)
        shown = words + (ending[0] if ending else "")
        found.append(Word(shown, words.lower(), date, Tag.DATE, possessive=owner))
        position = ending.end() if ending else date.end
    found.extend(_plain(text, Span(position, span.end)))
    if text.find("(", span.start, span.end) >= 0:
        found = _without_short_forms(found)
    tag_words(found, names)
    return found


def _without_short_forms(words: list[Word]) -> list[Word]:
    """Without `(NVX)` behind `Norvex Corp.`: it would part the subject from its verb."""
    dropped: set[int] = set()
    for index in range(1, len(words) - 1):
        capital = words[index].text.isupper() and words[index].tag is not Tag.DATE
        if capital and words[index - 1].text == "(" and words[index + 1].text == ")":
            dropped |= {index - 1, index, index + 1}
    return [word for index, word in enumerate(words) if index not in dropped] if dropped else words


def _plain(text: str, span: Span) -> list[Word]:
    found: list[Word] = []
    position = span.start
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        if start < position:  # a dot that the word before took
            continue
        token = match[0]
        if match[1] and (_ABBREVIATION.match(token) or _STATE.match(token)):
            end += 1
            token += "."
        shown, lower, possessive = _forms(token)
        found.append(Word(shown, lower, Span(start, end), Tag.NOUN, possessive))
        position = end
    return found


@lru_cache(maxsize=8192)
def _forms(token: str) -> tuple[str, str, bool]:
    """A word's text, the same in lower case without a possessive ending, and whether it has one."""
    base = _POSSESSIVE.sub("", token)
    lower = base.lower()
    if len(base) > 1:
        lower = lower.replace("’", "'").rstrip(".")
    shown = _TYPED_QUOTES.get(token, token)
    return shown, lower, base != shown
