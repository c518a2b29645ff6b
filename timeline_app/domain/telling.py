"""One report's words and date, in the form in which reports are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from timeline_app.domain.records import (
    Article,
    ArticleId,
    Basis,
    Entity,
    Event,
    EventId,
    Modality,
)
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Limit, Point, TimeValue
from timeline_app.domain.wordstems import (
    folded,
    is_stop_word,
    light_terms,
    phrase_term,
    term_of,
)

_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.){2,}|No\. ?(?=\d)|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|[^\W\d_]+|[.!?:\n“”\"]"
)
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MONTHS: Final = frozenset(
    name
    for month in (
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "sept"),
    )
    for name in (month, month[:3])
)
_MONTHS_AS_WORDS: Final = frozenset({"March", "Mar"})
_PASSIVE: Final = re.compile(
    r"\bby\b|\b(?:was|were|been|be|is|are) \w+(?:ed|en|t|ng|ld|un|st|ut)\b"
)
_NOUNS_WITH_CAPITALS: Final = frozenset({"de", "lb"})
_MOST_TERMS: Final = 40  # of a passage: a long quotation says no more about what happened
_ENDS: Final = frozenset('.!?:\n“”"')


@dataclass(frozen=True, slots=True)
class Words:
    """Terms of a report. `title` is in order; `passage` has the other terms of its passage.

    `names` are those of both that are names, `first_names` those followed by another word of
    the same name, `identities` numbers that tell one thing from another of its kind ("Flight
    302"), `acronyms` what the initials of its names stand for, `passive` and `negated` speak
    of the title.
    """

    title: tuple[str, ...]
    passage: frozenset[str]
    names: frozenset[str]
    first_names: frozenset[str]
    identities: frozenset[str]
    acronyms: dict[str, tuple[str, ...]]
    passive: bool
    negated: bool
    index_terms: frozenset[str] = field(init=False, repr=False, compare=False)
    """Terms by which other reports of the event are looked for."""

    def __post_init__(self) -> None:
        """Work out once what is asked for with every pair."""
        terms = (frozenset(self.title) | (self.names & self.passage)) - light_terms()
        object.__setattr__(self, "index_terms", terms)

    def packed(self) -> str:
        """The words as one line, for keeping."""
        return "|".join(
            (
                " ".join(self.title),
                " ".join(sorted(self.passage)),
                " ".join(sorted(self.names)),
                " ".join(sorted(self.first_names)),
                " ".join(sorted(self.identities)),
                " ".join(f"{name}={'+'.join(of)}" for name, of in sorted(self.acronyms.items())),
                "p" * self.passive + "n" * self.negated,
            )
        )


@lru_cache(maxsize=8192)
def unpacked(line: str) -> Words:
    """The inverse of `Words.packed`."""
    title, passage, names, first_names, identities, acronyms, flags = line.split("|")
    return Words(
        tuple(title.split()),
        frozenset(passage.split()),
        frozenset(names.split()),
        frozenset(first_names.split()),
        frozenset(identities.split()),
        {
            name: tuple(terms.split("+"))
            for name, _, terms in (each.partition("=") for each in acronyms.split())
        },
        "p" in flags,
        "n" in flags,
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """One report as grouping sees it: who tells it, when it was, how, in what words.

    Bounds are seconds as in `TimeValue`, None where open; `published` is the article's range.
    `source` is the article that this one copies, or itself. `chosen`: the user has judged or
    marked it. `mark` orders reports by what they say alone, whatever their ids.
    """

    report: EventId
    article: ArticleId
    source: ArticleId
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    grain: int
    interval: bool
    approximate: bool
    modality: Modality
    basis: Basis
    published: tuple[int, int] | None
    words: Words
    mark: str
    confidence: float = 1.0
    chosen: bool = False


@dataclass(slots=True)
class _Found:
    """Terms of a stretch of text in order; `inside`: names that don't open a sentence."""

    terms: list[str]
    names: set[str]
    first_names: set[str]
    identities: set[str]
    acronyms: dict[str, tuple[str, ...]]
    inside: set[str]


def words_of(
    title: str,
    passage: str,
    entities: Iterable[Entity] = (),
    left_out: Iterable[Span] = (),
    *,
    capitals: bool = True,
) -> Words:
    """Terms of a report; `left_out` are parts of the passage that only give dates.

    Without `capitals` a capital makes no name, as in German, where all nouns have one.
    """
    for span in sorted(left_out, reverse=True):
        passage = f"{passage[: span.start]} {passage[span.end :]}"
    known = {folded(word) for entity in entities for word in entity.name.split()}
    told = _read(passage, known, capitals)
    headed = _read(title, known | told.inside, capitals)
    title_terms = tuple(dict.fromkeys(headed.terms))
    rest = list(dict.fromkeys(told.terms))[:_MOST_TERMS]
    plain = set(re.findall(r"\w+", title.lower()))
    acronyms = told.acronyms | headed.acronyms
    return Words(
        title_terms,
        frozenset((*rest, *acronyms)).difference(title_terms),
        frozenset(headed.names | (told.names & {*rest, *title_terms}) | set(acronyms)),
        frozenset(headed.first_names | told.first_names),
        frozenset(headed.identities),
        acronyms,
        bool(_PASSIVE.search(title)),
        bool(plain & {"not", "no", "never", "without"}) or "n't" in title or "n’t" in title,
    )


def _read(text: str, known: set[str], capitals: bool) -> _Found:
    found = _Found([], set(), set(), set(), {}, set())
    tokens = _TOKEN.findall(text)
    sequence: list[str] = []
    opening = True
    for index, token in enumerate(tokens):
        if token in _ENDS:
            _close(sequence, found)
            opening = True
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if token[0].isdigit():
            before = tokens[index - 1] if index else ""
            _take_number(token, before, following, found)
            _close(sequence, found)
            opening = False
            continue
        lower = folded(token.replace(".", "") if "." in token[:-1] else token)
        short = token.isupper() and len(lower) > 1
        if (is_stop_word(lower) or (token in _MONTHS_AS_WORDS)) and not short:
            if token not in {"of", "the"}:
                _close(sequence, found)
            opening = False
            continue
        capital = token[0].isupper()
        apart = capitals and (not opening or following[:1].isupper())
        named = capital and (apart or short or lower in known)
        _take_word(lower, named, following, sequence, found)
        if named and not opening:
            found.inside.add(lower)
        if not capital:
            _close(sequence, found)
        elif not opening or following[:1].isupper():
            sequence.append(lower)
        opening = False
    _close(sequence, found)
    return found


def _take_word(lower: str, named: bool, following: str, sequence: list[str], found: _Found) -> None:
    if _WIDE.search(lower):
        found.terms.extend(lower[i : i + 2] for i in range(max(1, len(lower) - 1)))
        return
    if len(lower) == 1:
        return
    if not named:
        phrase = phrase_term(lower, following.lower()) if following else None
        found.terms.append(phrase or term_of(lower))
        return
    term = term_of(lower)
    found.terms.append(term)
    found.names.add(term)
    if sequence:
        found.first_names.add(term_of(sequence[-1]))


def _close(sequence: list[str], found: _Found) -> None:
    """A name ends: remember what its initials stand for."""
    if 1 < len(sequence) <= 6:
        initials = "".join(word[0] for word in sequence)
        found.acronyms[initials] = tuple(term_of(word) for word in sequence)
    sequence.clear()


def _take_number(token: str, before: str, following: str, found: _Found) -> None:
    """Numbers of dates are left out: dates are compared by their values."""
    named = before[:1].isupper() and before.lower() not in _MONTHS
    dates = before.lower() in _MONTHS or following.lower() in _MONTHS or _is_year(token)
    if dates and not named:
        return
    plain = token.replace(",", "")
    number = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", plain)
    found.terms.append(number)
    if number != plain or (named and not is_stop_word(before.lower())):
        found.identities.add(number)


def _is_year(token: str) -> bool:
    return token.isdigit() and len(token) == 4 and 1500 <= int(token) <= 2100


def telling_of(
    event: Event, article: Article, report: EventId, source: ArticleId, words: str | None = None
) -> Telling:
    """The telling of an event that `article` alone reports, before either is stored.

    `words` are its packed terms, where they are known already.
    """
    mention, value = event.mentions[0], event.when
    published = article.published.value if article.published else None
    return Telling(
        report,
        source,
        source,
        _range(value.start),
        _range(value.end),
        int(value.grain),
        value.kind == "interval",
        value.approximate,
        event.modality,
        event.basis,
        published_range(published),
        event_words(event, article) if words is None else unpacked(words),
        mark_of(event.title, mention.passage.slice(article.text), article.sha256),
        event.confidence,
    )


def published_range(value: TimeValue | None) -> tuple[int, int] | None:
    """The bounds of a publication date; None where there is none or an end is open."""
    if value is None or value.earliest is None or value.latest is None:
        return None
    return value.earliest, value.latest


def event_words(event: Event, article: Article) -> Words:
    """Terms of an event out of an article; its dates are left out."""
    passage, spans = "", []
    for mention in event.mentions:
        if mention.expression is not None:
            spans.append(mention.expression.shifted(len(passage) - mention.passage.start))
        passage += mention.passage.slice(article.text) + "\n"
    capitals = article.language not in _NOUNS_WITH_CAPITALS
    return words_of(event.title, passage, event.entities, spans, capitals=capitals)


def mark_of(title: str, passage: str, sha256: str) -> str:
    """What orders reports that are alike in all else: a hash of their content."""
    content = f"{title}\n{passage}\n{sha256}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=8).hexdigest()


def _range(end: Point | Limit) -> tuple[int, int] | None:
    return (end.earliest, end.latest) if isinstance(end, Point) else None
