"""The time that a story is at: the day of its news, and the day its last sentences speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from timeline_app.domain import calendars as cal
from timeline_app.domain import timevalue as tv
from timeline_app.domain.display import display
from timeline_app.domain.records import Basis, Published, TemporalExpression
from timeline_app.domain.timevalue import Grain, TimeValue
from timeline_app.extract.discourse.happenings import Kind, is_dependent
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.clause import Clause

_OPENING = 3  # sentences in which a story names the day of its news
_NEWS_WEEK = 7 * cal.DAY  # before publication: what news is about
_NEWS_MONTH = 31 * cal.DAY  # before publication: where the first sentence itself names the day
_LONGEST_STORY = 150  # sentences; what is longer than that is no news further on
_REACH = 2  # sentences that a day is carried on over
_FEWEST_FAR = 4  # dates of old that make a history
_AT_ONCE = {"when", "as", "while"}
_BACK = ("", "in the sentence before", "two sentences before")
_ORDINALS = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence's number in the body and that of its paragraph."""

    sentence: int
    paragraph: int


class Use(StrEnum):
    """What a date dates in its sentence."""

    LEAD = "the main clause"
    WHEN = "a clause that says when the main clause happened"
    SIDE = "a noun, a participle or another clause"
    ASIDE = "a relative clause or a participle between commas"
    FREE = "nothing"


_APART = (Use.ASIDE, Use.FREE)  # these say nothing of when the main clause happened


@dataclass(frozen=True, slots=True)
class Dated:
    """A place of the body and a date that stands there; `past` tells of what is over."""

    place: Place
    expression: TemporalExpression
    use: Use
    past: bool = False

    @property
    def leads(self) -> bool:
        """True where it sets the story's time."""
        return self.use is Use.LEAD


def use_of(clause: Clause) -> Use:
    """What the date of a clause is for the sentence."""
    if not is_dependent(clause):
        return Use.LEAD
    if clause.marker in lex.RELATIVES:
        return Use.ASIDE
    return Use.WHEN if clause.marker in _AT_ONCE else Use.SIDE


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of a sentence that names none, what it rests on, and why in words."""

    value: TimeValue
    basis: Basis
    why: str


@dataclass(frozen=True, slots=True)
class _Now:
    """The day that the story is at, the words that gave it, and the sentence it has got to."""

    day: TimeValue
    words: str
    source: int
    place: Place
    past: bool


class Narrative:
    """Follows a story from sentence to sentence and dates those that name no date.

    Sentences are asked about in order.
    """

    def __init__(self, published: Published | None, dates: Sequence[Dated]) -> None:
        """`dates` are the body's placed expressions in reading order."""
        self._published = day_of_publication(published)
        self._all: dict[int, list[Dated]] = {}
        for dated in dates:
            self._all.setdefault(dated.place.sentence, []).append(dated)
        self._by_sentence: dict[int, list[Dated]] = {}
        for dated in dates:
            if dated.leads:
                self._by_sentence.setdefault(dated.place.sentence, []).append(dated)
        main = (Use.LEAD, Use.FREE)
        opening = [d for d in dates if d.use in main and d.place.sentence < _OPENING]
        self._source = next(filter(self._is_news, opening), None)
        self._retrospect = self._is_retrospect(dates)
        self._opens_far: dict[int, bool] = {}
        self._opened: dict[int, int] = {}
        for dated in dates:
            if dated.leads:
                far = self._is_far(dated.expression.value)
                self._opens_far.setdefault(dated.place.paragraph, far)
                self._opened.setdefault(dated.place.paragraph, dated.place.sentence)
        self._first_day: dict[int, int] = {}
        for dated in dates:
            if dated.leads and _day_of(dated.expression.value) is not None:
                self._first_day.setdefault(dated.place.paragraph, dated.place.sentence)
        self._reached = -1  # the last paragraph in which a date or a saying set the time
        self._now: _Now | None = None
        self._far: Place | None = None

    @cached_property
    def news(self) -> Dating | None:
        """The day of the news: one that the opening names, else that of publication."""
        if self._source is None:
            return self._reported
        day = _day_of(self._source.expression.value)
        assert day is not None
        words = " ".join(self._source.expression.text.split())
        ordinal = _ORDINALS[self._source.place.sentence]
        why = f"Carried on from “{words}” in the {ordinal} sentence, the day of the news."
        return Dating(day, Basis.CARRIED, why)

    @cached_property
    def _reported(self) -> Dating | None:
        if self._published is None:
            return None
        why = f"Reported on {display(self._published)}; the text names no day."
        return Dating(self._published, Basis.REPORTED, why)

    def may_date(self, place: Place) -> bool:
        """False where no sentence without a date can get one: saves reading it."""
        if self._published is not None and place.sentence < _LONGEST_STORY:
            return True
        if place.sentence in self._all:
            return True
        return place.sentence > self._first_day.get(place.paragraph, place.sentence)

    def enter(self, place: Place) -> None:
        """Moves on to a sentence: the dates of its own main clauses set the story's time."""
        for dated in self._by_sentence.get(place.sentence, ()):
            value = dated.expression.value
            day = _day_of(value)
            self._now = None
            if day is not None:
                words = " ".join(dated.expression.text.split())
                self._now = _Now(day, words, place.sentence, place, dated.past)
            self._far = place if self._is_far(value) else None
            self._reached = place.paragraph

    def date_of(self, place: Place, kind: Kind, *, continues: bool) -> Dating | None:
        """The date of what the sentence at `place` tells, None where none is sure enough.

        A deed takes its paragraph's day; so does a sentence that `continues` the one before. All
        else is of the day of the news, but for deeds in a look back at older times.
        """
        if kind in (Kind.COURSE, Kind.TRAIT):
            return self._reported if place.sentence < _LONGEST_STORY else None
        beside = [d for d in self._all.get(place.sentence, ()) if d.use not in _APART]
        if kind is Kind.PLAN:
            lead = self.news if not place.sentence else None  # what is new is the plan itself
            return None if beside else lead or self._ahead(place, continues)
        if kind is Kind.DEED and beside:
            return self._beside(beside)
        carried = self._carried(place, kind, continues)
        if carried is not None:
            return carried
        if kind is not Kind.DEED:
            self._now = self._far = None
            self._reached = place.paragraph
        elif self._looks_back(place):
            return None
        return self.news if place.sentence < _LONGEST_STORY else None

    def _beside(self, dates: Sequence[Dated]) -> Dating | None:
        """The day of a deed in a sentence with dates of other things: `When it fell on 3 May, ...`.

        Where one of them is of the day of the news, so is the deed.
        """
        for dated in dates:
            day = _day_of(dated.expression.value)
            if day is not None and dated.use is Use.WHEN:
                words = " ".join(dated.expression.text.split())
                why = f"Carried on from “{words}” in the same sentence."
                return Dating(day, Basis.CARRIED, why)
        news = self.news
        same = news is not None and any(_day_of(d.expression.value) == news.value for d in dates)
        return news if same else None

    def _ahead(self, place: Place, continues: bool) -> Dating | None:
        """The day of what will happen: one that the sentence before names and that is not over."""
        now, published = self._now, self._published
        if now is None or published is None or now.past or not continues:
            return None
        if _start(now.day) < _start(published):
            return None
        return self._carried(place, Kind.DEED, continues)

    def _carried(self, place: Place, kind: Kind, continues: bool) -> Dating | None:
        now = self._now
        if now is None or kind is Kind.NEWS or kind is Kind.COURSE:
            return None
        together = now.place.paragraph == place.paragraph
        near = place.sentence - now.place.sentence <= (_REACH if together else 1)
        across = continues and self._published is not None
        if not near or not (across or (together and kind is Kind.DEED)):
            return None
        back = place.sentence - now.source
        where = _BACK[back] if back < len(_BACK) else f"{back} sentences before"
        self._now = replace(now, place=place)
        return Dating(now.day, Basis.CARRIED, f"Carried on from “{now.words}” {where}.")

    def _looks_back(self, place: Place) -> bool:
        """True in a paragraph that has turned to times long before the news, or in a history."""
        if self._retrospect and place.sentence >= _OPENING:
            return True
        if self._reached != place.paragraph:
            near = self._opened.get(place.paragraph, 0) - place.sentence <= 1
            return near and self._opens_far.get(place.paragraph, False)
        return self._far is not None and place.paragraph == self._far.paragraph

    def _is_far(self, value: TimeValue | None) -> bool:
        news = self.news
        if news is None or value is None:
            return False
        end = value.points[-1].latest
        return end < _start(news.value) - _NEWS_MONTH

    def _is_retrospect(self, dates: Sequence[Dated]) -> bool:
        """True for a text that tells mostly of times long before its publication."""
        leading = [dated for dated in dates if dated.leads]
        far = sum(self._is_far(dated.expression.value) for dated in leading)
        return far >= _FEWEST_FAR and far > 2 * (len(leading) - far)

    def _is_news(self, dated: Dated) -> bool:
        """True for a day shortly before publication."""
        day = _day_of(dated.expression.value)
        if self._published is None or day is None:
            return False
        first = dated.leads and not dated.place.sentence
        reach = _NEWS_MONTH if first else _NEWS_WEEK
        return 0 <= _start(self._published) - _start(day) <= reach


def day_of_publication(published: Published | None) -> TimeValue | None:
    """The day of publication; None where it isn't known to the day."""
    return _day_of(published.value) if published else None


def _day_of(value: TimeValue | None) -> TimeValue | None:
    """The calendar day of a moment that is known to the day or finer."""
    if value is None or value.kind != "moment" or value.grain > Grain.DAY or value.members:
        return None
    if value.approximate or value.uncertain:
        return None
    return tv.moment(tv.period_at(value.points[0].earliest, Grain.DAY))


def _start(value: TimeValue) -> int:
    return value.points[0].earliest
