"""What an article knows when an expression is read: its dates so far, its own evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Literal

from timeline_app.domain import calendars as cal
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TimexType
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import (
    Grain,
    Point,
    TimeValue,
    day_point,
    moment,
    period_at,
)
from timeline_app.tagger.figures import order_of_figures
from timeline_app.tagger.language import Language
from timeline_app.tagger.match import Node
from timeline_app.tagger.partials import (
    Between,
    CalendarDate,
    From,
    Nearest,
    Partial,
    Shift,
    Stretch,
)

REPORTED = frozenset({Grain.QUARTER, Grain.HALF})
"""Periods that business reports are about."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a partial means in its article; see `records.TemporalExpression` for the fields."""

    type: TimexType
    timex: str
    value: TimeValue | None = None
    anchor: Anchor | None = None
    steps: tuple[str, ...] = ()
    inferred: frozenset[str] = frozenset()
    confidence: float = 1.0

    @property
    def point(self) -> Point | None:
        """The first dated end; None where nothing can be placed."""
        return self.value.points[0] if self.value is not None else None


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the article has spoken of, and where.

    `compared`: it was only named to compare with; `reported`: the year of a report's period;
    `spoken`: it only says when something was said; `ahead`: the words look forward to it;
    `steps`: the unit and count by which it lies from the date told before it, None if not so.
    """

    span: Span
    point: Point
    resolved: Resolved
    compared: bool = False
    reported: bool = False
    spoken: bool = False
    ahead: bool = False
    steps: tuple[str, int] | None = None


@dataclass(slots=True)
class Context:
    """State of reading one article, in document order.

    `today` is the day of publication as days since 1970-01-01, None where unknown. `told`
    holds the dates read since the last heading, newest last. `signal` is the word that opens the
    interval being read ("by"), "" if none. `years` maps each year that the
    article writes out, and doesn't speak of as yet to come, to the place of its last mention.
    `dateline` is where the article gives the date that stands in for an unknown publication.
    `of_today`: it counts from an unknown day of speaking ("yesterday"), so that the years it
    leaves out aren't those that it writes out. `old_years`: how many years long past it writes out
    in its first dates, 0 where these speak of the present.
    """

    text: str
    language: Language
    published: TimeValue | None
    years: dict[int, Span]
    resolve: Callable[[Partial, Context], Resolved]
    dateline: Span | None = None
    of_today: bool = False
    old_years: int = 0
    at: Span = field(default_factory=lambda: Span(0, 0))
    signal: str = ""
    told: list[Told] = field(default_factory=list)
    today: int | None = field(init=False, default=None)
    _publication: Anchor | None = None
    _day_first: bool | None = None
    _order_sought: bool = False

    def __post_init__(self) -> None:
        if self.published is not None:
            self.today = self.published.points[0].earliest // cal.DAY

    @property
    def story(self) -> Told | None:
        """The date that the narrative is at: the last one told."""
        return self.told[-1] if self.told else None

    def last(self, *grains: Grain, compared: bool = True) -> Told | None:
        """The last date told with one of these grains.

        `compared` False passes over dates that were themselves compared with ("a year ago").
        """
        return next(
            (
                told
                for told in reversed(self.told)
                if told.point.grain in grains and (compared or not told.compared)
            ),
            None,
        )

    def direction(self) -> tuple[int, str]:
        """-1 past, 1 future, 0 unknown, from the words around; and those words."""
        return self.language.cues.direction(self.text, self.at.start, self.at.end)

    def remember(
        self,
        span: Span,
        resolved: Resolved,
        *,
        compared: bool = False,
        steps: tuple[str, int] | None = None,
    ) -> None:
        """Let what follows be told from this date on; `compared`, `steps`: as in `Told`."""
        point = resolved.point
        if point is not None:
            spoken = self.language.cues.is_report(self.text, span.start)
            reported = point.grain in REPORTED
            ahead = reported and self.direction()[0] > 0
            compared = compared or (reported and self.language.cues.is_aside(self.text, span.start))
            self.told.append(Told(span, point, resolved, compared, False, spoken, ahead, steps))
            del self.told[:-_MEMORY]

    def remember_report(self, span: Span, resolved: Resolved) -> None:
        """“the nine months”: what follows compares with the publication's year."""
        if self.today is not None:
            year = period_at(self.today * cal.DAY, Grain.YEAR)
            self.told.append(Told(span, year, resolved, reported=True))
            del self.told[:-_MEMORY]

    def forget(self) -> None:
        """A heading or a dateline: the narrative starts afresh."""
        self.told.clear()

    @property
    def day_first(self) -> bool | None:
        """Whether the article's dates in figures put the day first; None if none is sure."""
        if not self._order_sought:
            self._order_sought = True
            self._day_first = order_of_figures(self.text)
        return self._day_first

    def publication_anchor(self) -> Anchor | None:
        """The anchor "publication date"; None where it isn't known."""
        if self._publication is None and self.published is not None:
            kind: Literal["publication", "article"] = "article" if self.dateline else "publication"
            self._publication = Anchor(kind, format_edtf(self.published), self.dateline)
        return self._publication


def date_at_head(nodes: Iterable[Node], text: str) -> tuple[TimeValue, Span] | None:
    """The whole date of a dateline (“LONDON, 20 May 2016 – …”) and where it stands.

    It opens the text or follows a mark there; “On 20 May 2016 he left” tells a story.
    """
    first = next(iter(nodes), None)
    if first is None or not isinstance(first.partial, CalendarDate):
        return None
    date, before = first.partial, text[: first.span.start].rstrip()
    if date.year is None or date.month is None or date.day is None:
        return None
    if date.unsure_order or first.span.start > _HEAD:
        return None
    if before and before[-1] not in _MARKS:
        return None
    after = text[first.span.end : first.span.end + 2]
    if after.strip() and after.strip()[0] not in _MARKS:
        return None
    return moment(day_point(date.year, date.month, date.day)), first.span


_HEAD = 80  # code points
_MARKS = ",:;.|()[]–—-"
_MEMORY = 24


_IN_STORY = 400  # code points: a weekday this near to a whole day may be told from it


def speaks_of_today(nodes: Iterable[Node]) -> bool:
    """Whether an article counts from the day that it was written on: “yesterday”, “on Monday”."""
    whole = -_IN_STORY - 1
    for node in nodes:
        partial = node.partial
        kinds = set(partial.kinds)
        if "full_day" in kinds or ("bare_weekday" in kinds and node.span.start - whole < _IN_STORY):
            whole = node.span.end
        elif "bare_weekday" in kinds or _is_deictic(partial):
            return True
    return False


def _is_deictic(partial: object) -> bool:
    """Whether any part of a phrase is counted from the moment of speaking."""
    if not isinstance(partial, Partial):
        return False
    if isinstance(partial, Shift) and partial.base is not None:
        return _is_deictic(partial.base)
    if isinstance(partial, Shift | Nearest | Stretch) and partial.origin is From.SPEECH:
        return True
    return any(_is_deictic(getattr(partial, item.name)) for item in fields(partial))


def written_years(nodes: Iterable[Node], text: str, language: Language) -> dict[int, Span]:
    """Years that an article writes out, each with its last place, the latest year last.

    Years that it speaks of as still to come are left out, unless there are no others.
    """
    spoken: dict[int, Span] = {}
    to_come: dict[int, Span] = {}
    for node in nodes:
        for year in _years_of(node.partial):
            ahead = language.cues.direction(text, *node.span)[0] > 0
            words = node.inner if isinstance(node.partial, Between) else node.span
            (to_come if ahead else spoken)[year] = words
    return dict(sorted((spoken or to_come).items()))


def count_old_years(
    nodes: Iterable[Node], text: str, language: Language, published: TimeValue
) -> int:
    """How many years long past are written out; 0 where the present is spoken of as well."""
    nodes = list(nodes)
    now = cal.civil_from_seconds(published.points[0].earliest).year
    years = {year for node in nodes for year in _years_of(node.partial)}
    if speaks_of_today(nodes) or any(abs(now - year) < _LONG_PAST for year in years):
        return 0
    if any(_is_day_ahead(node, text, language) for node in nodes):
        return 0
    return len(years)


_LONG_PAST = 2  # years


def _is_day_ahead(node: Node, text: str, language: Language) -> bool:
    """“A service will be held on 18 July”: the article is of that year."""
    if "month_day" not in node.partial.kinds:
        return False
    direction, cue = language.cues.direction(text, *node.span)
    return direction > 0 and language.cues.of_any_time.search(cue) is None


def _years_of(partial: object) -> Iterable[int]:
    if not isinstance(partial, Partial):
        return
    for item in fields(partial):
        value = getattr(partial, item.name)
        if item.name == "year" and isinstance(value, int):
            yield value
        else:
            yield from _years_of(value)
