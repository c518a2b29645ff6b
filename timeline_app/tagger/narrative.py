"""Where a story is that tells of times far from its publication, and what is told from there."""

from __future__ import annotations

import re

from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import Grain, Limit, period_at
from timeline_app.tagger.context import Context, Told

_FAR = 400  # days
SAME_STORY = 400  # code points: a paragraph or so
_LATE_YEARS = 5 * 365 * cal.DAY
_STORY_REACH = 2500  # code points: a page
STORY_GRAINS = frozenset(Grain) - {Grain.QUARTER, Grain.HALF, Grain.DECADE, Grain.CENTURY}
"""How precise a date may be to give a year: a company's quarters and whole ages don't."""


def narrative(context: Context) -> Told | None:
    """The date that the story is at, past what it only looks back to (“built in 1840”)."""
    for coarsest in (Grain.MONTH, Grain.SEASON, Grain.YEAR):
        behind: list[Told] = []
        for told in reversed(context.told):
            if told.compared or is_open(told) or _is_background(told, context):
                continue
            if told.point.grain <= coarsest:
                later = (other for other in behind if other.point.latest > told.point.earliest)
                return next(later, told)
            behind.append(told)
    return None


def story_told(context: Context, *, of_day: bool = False) -> Told | None:
    """A date just told, when the story is far from the known publication date.

    In an article that also speaks of the present, only a whole date leads to a day like it:
    `of_day` says that such a day is sought.
    """
    if (entry := chronicle_entry(context)) is not None:
        return entry
    told = narrative(context)
    if told is None or context.today is None or told.point.grain not in STORY_GRAINS:
        return None
    anchor = told.resolved.anchor
    if anchor.kind != "expression" if anchor else told.resolved.inferred:
        return None
    looks_back = told.steps is None or told.steps[1] < 0
    if anchor is not None and told.point.grain > Grain.MONTH and looks_back:
        return None  # “The year before they lost. They play on July 25”
    if looks_ahead(context) or not _is_far(told, context.today):
        return None
    if told.point.grain == Grain.YEAR and not _is_told_of(told, context):
        return None
    if is_of_old(context, context.today):
        return told if _is_in_reach(told, context) else None
    whole = anchor is None and told.point.grain == Grain.DAY and of_day
    return told if whole and is_near(told, context) else None


def chronicle_entry(context: Context) -> Told | None:
    """The entry or the year before, in a list of dates each at the head of its line."""
    text, at = context.text, context.at
    if not _heads_line(text, at.start, at.end):
        return None
    for told in reversed(context.told):
        if at.start - told.span.end > _ENTRIES:
            return None
        if told.point.grain in STORY_GRAINS and _heads_line(text, *told.span):
            return told
    return None


_ENTRIES = 2000  # code points between two entries of a chronicle
_MARGIN = re.compile(r"(?:^|\n)[\s•*·\-–—\[(]*$")
_AFTER_HEAD = re.compile(r"[)\]]?[ \t]*(?:[:–—|]|-\s|\n|$)")


def _heads_line(text: str, start: int, end: int) -> bool:
    """Whether a date opens a line by itself: “January 14: …”, “1943” above its events."""
    before = text[max(0, start - 8) : start]
    return bool(_AFTER_HEAD.match(text, end)) and (
        start == 0 or (_MARGIN.search(before) is not None and "\n" in before)
    )


def story_day(context: Context) -> Told | None:
    """The day or month that a story far from any publication has just told of."""
    told = narrative(context)
    if told is None or told.point.grain > Grain.MONTH:
        return None
    if looks_ahead(context):
        return None
    today = context.today
    if today is not None:
        return told if is_of_old(context, today) and _is_in_reach(told, context) else None
    known = not (context.of_today and told.resolved.inferred)
    return told if known and is_near(told, context) else None


def told_of_season(context: Context) -> Told | None:
    """What “in the spring” or “on Christmas Day” is told from; None where now is meant."""
    if context.today is not None:
        return story_told(context)
    told = None if context.of_today else narrative(context)
    return told if told and told.point.grain in STORY_GRAINS and is_near(told, context) else None


def is_near(told: Told, context: Context) -> bool:
    """Whether a date was told within the last paragraph or so."""
    return context.at.start - told.span.end <= SAME_STORY


def _is_told_of(told: Told, context: Context) -> bool:
    """Whether a year alone is where the story is: “In 1862 …”, in an article of such years."""
    if context.direction()[0] >= 0 and not context.signal:
        return False  # “First described in 1758, it breeds in May”
    now = period_at((context.today or 0) * cal.DAY, Grain.YEAR).earliest
    if abs(now - told.point.earliest) < _LATE_YEARS:
        return False  # a life told up to the present: “In 2013 … He died on 2 July”
    leads = context.language.cues.is_lead(context.text, told.span.start)
    return context.old_years > (0 if leads else 1)


def _is_in_reach(told: Told, context: Context) -> bool:
    """Whether a story only of times long past is still at a date; a bare year is soon left."""
    reach = _STORY_REACH if told.point.grain <= Grain.SEASON else SAME_STORY
    return context.at.start - told.span.end <= reach


def is_of_old(context: Context, today: int) -> bool:
    """Whether all dates told are far from the publication; a year named in passing says little."""
    return all(_is_far(t, today) for t in context.told if t.point.grain < Grain.YEAR)


def looks_ahead(context: Context) -> bool:
    """True where a verb looks ahead from the present; "by June 22" alone can stand in any story."""
    direction, cue = context.direction()
    if direction <= 0 or context.language.cues.of_any_time.search(cue):
        return False
    return not context.signal or not cue.lower().startswith(context.signal)


def _is_far(told: Told, today: int) -> bool:
    return abs(told.point.earliest // cal.DAY - today) >= _FAR


def _is_background(told: Told, context: Context) -> bool:
    """“the volcano, which last erupted in 1821, …”"""
    cues = context.language.cues
    return told.point.grain == Grain.YEAR and cues.is_background(context.text, told.span.start)


def is_open(told: Told) -> bool:
    """“since 2011” is where a state began, not where the story is."""
    value = told.resolved.value
    return value is not None and isinstance(value.end, Limit)
