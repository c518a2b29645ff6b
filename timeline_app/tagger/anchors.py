"""What a relative date is counted from: the publication date, or a date told before."""

from __future__ import annotations

from timeline_app.domain import calendars as cal
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor
from timeline_app.domain.timevalue import Grain, Point, moment, period_at
from timeline_app.tagger.context import REPORTED, Context, Told
from timeline_app.tagger.narrative import is_near, is_of_old, is_open, narrative
from timeline_app.tagger.partials import UNIT_GRAIN, From, Shift
from timeline_app.tagger.steps import moved

PUBLICATION = "the publication date"
Base = tuple[Point, Anchor | None, str]
_NEAR = 500 * cal.DAY
_SAME_CLAUSE = 120  # code points
_SAME_PARAGRAPH = 500
_COMPARABLE = {Grain.QUARTER, Grain.HALF, Grain.MONTH, Grain.YEAR}


def from_publication(context: Context) -> Base | None:
    """The day of publication; None where it isn't known."""
    if context.today is None:
        return None
    day = context.today * cal.DAY
    name = PUBLICATION if context.dateline is None else "the date at the article's head"
    return Point(day, day + cal.DAY, Grain.DAY), context.publication_anchor(), name


def from_told(told: Told) -> Base:
    """A date that the text named before."""
    return (
        told.point,
        Anchor("expression", format_edtf(moment(told.point)), told.span),
        "the date told before",
    )


def base_of(partial: Shift, context: Context) -> Base | None:
    """What to count from; the publication date stands in where no story date is fine enough."""
    unit = partial.unit
    if partial.origin is From.SPEECH:
        return from_publication(context)
    if unit == "quarter" and partial.steps == 0 and partial.origin is From.STORY:
        named = context.last(Grain.QUARTER)  # “that quarter” is the last one named
        return from_told(named) if named else period_spoken_of(context)
    if unit in {"quarter", "half"} and (partial.steps == 0 or context.last(Grain.QUARTER)):
        return period_spoken_of(context)
    # "Six months later" may follow a season; "that week" is never a week of "1939".
    grain = Grain.QUARTER if unit == "month" and partial.steps else UNIT_GRAIN[unit]
    told = next(
        (
            t
            for t in reversed(context.told)
            if t.point.grain <= grain
            and not _is_aside(t, grain)
            and not (partial.origin is From.NEAR and _is_in_passing(t, context))
            and not _is_still_to_come(t, partial, context)
        ),
        None,
    )
    speech = from_publication(context)
    if told is not None and _is_vaguer(context, told, partial):
        return None
    if told is None:
        # “That day” points back into the text: where no day was told, it is none of ours.
        that = unit == "day" and partial.steps == 0 and partial.origin is From.STORY
        return None if that else speech
    if partial.steps and unit in {"day", "week"} and _is_coarser(context):
        return None
    if partial.origin is From.NEAR and speech and _near(told, speech[0], unit):
        return from_told(told) if unit == "year" and _is_results(told, speech[0]) else speech
    return from_told(_before_the_pair(told, partial, context))


def _is_in_passing(told: Told, context: Context) -> bool:
    """“since 2001”; the old year of “founded in 1812” in an article that speaks of the present."""
    if is_open(told):
        return True
    today = context.today
    if today is None or told.point.grain < Grain.YEAR or is_of_old(context, today):
        return False
    return abs(told.point.earliest - today * cal.DAY) >= 4 * _NEAR


def _is_results(told: Told, now: Point) -> bool:
    """In spring “the full year” beside last year's fourth quarter is last year."""
    (here, month), there = (
        cal.civil_from_seconds(now.earliest)[:2],
        cal.civil_from_seconds(told.point.earliest).year,
    )
    return told.point.grain in REPORTED and there == here - 1 and month <= _RESULTS_UNTIL


_RESULTS_UNTIL = 4  # April


def _is_coarser(context: Context) -> bool:
    """“It fell in April 2002. Two days later …”: nobody knows on which day it fell."""
    story = narrative(context)
    if story is None or story.point.grain < Grain.MONTH or story is not context.story:
        return False
    return is_near(story, context)


def _is_still_to_come(told: Told, partial: Shift, context: Context) -> bool:
    """“He was in Rome on that day”: none that lies ahead."""
    if partial.unit != "day" or partial.steps or context.today is None:
        return False
    ahead = told.point.earliest // cal.DAY > context.today
    return ahead and context.direction()[0] < 0


def _is_vaguer(context: Context, told: Told, partial: Shift) -> bool:
    """“It fell in October. That day …”: a day of that month or year, and nobody knows which."""
    story = context.story
    if partial.unit != "day" or partial.steps or story is None or story.point.grain < Grain.MONTH:
        return False
    return context.at.start - story.span.end < _SAME_PARAGRAPH and story is not told


def _before_the_pair(told: Told, partial: Shift, context: Context) -> Told:
    """“The day before … The day after …”: both are counted from the same day."""
    mirrored = told.steps is not None and told.steps == (partial.unit, -partial.steps)
    if not mirrored or told.resolved.anchor is None or told.resolved.anchor.span is None:
        return told
    span = told.resolved.anchor.span
    return next((other for other in context.told if other.span == span), told)


def _is_aside(told: Told, grain: Grain) -> bool:
    """A date only compared with, or one on which something was said about longer periods."""
    said_then = told.spoken and (told.resolved.anchor is not None or told.resolved.inferred)
    return told.compared or (bool(said_then) and grain >= Grain.MONTH)


def _near(told: Told, now: Point, unit: str) -> bool:
    """True when the story is so near to the publication that "the year" is the current one."""
    if unit != "year":
        return abs(told.point.earliest - now.earliest) < _NEAR
    here, there = (cal.civil_from_seconds(point.earliest).year for point in (now, told.point))
    return told.point.grain >= Grain.QUARTER and abs(here - there) < 4


def compared_with(partial: Shift, context: Context) -> Base | None:
    """What "a year earlier" is compared with: the period spoken of, else the publication's."""
    speech = from_publication(context)
    if partial.origin is From.NEAR:
        return _reported_just_now(context) or _year_of(speech)
    for told in reversed(context.told):
        if told.compared or told.point.grain not in _COMPARABLE or _is_expected(told, speech):
            continue
        if partial.sort and told.point.grain != UNIT_GRAIN[partial.sort]:
            continue
        if speech is not None and told.point.earliest > speech[0].earliest:
            continue
        if told.reported or _is_compared_with(told, partial, context):
            return from_told(told)
    return (
        period_spoken_of(context) if partial.sort else _year_of(_told_long_ago(context) or speech)
    )


def _told_long_ago(context: Context) -> Base | None:
    """The day or month that a story far from the publication is at."""
    told = context.story
    speech = from_publication(context)
    if told is None or told.compared or told.point.grain > Grain.MONTH:
        return None
    if speech is not None and abs(told.point.earliest - speech[0].earliest) < _NEAR:
        return None
    return from_told(told)


def _year_of(base: Base | None) -> Base | None:
    return base and (period_at(base[0].earliest, Grain.YEAR), base[1], base[2])


def _reported_just_now(context: Context) -> Base | None:
    """The quarter or half that the paragraph is about."""
    told = next((told for told in reversed(context.told) if not told.compared), None)
    if told is None or told.point.grain not in REPORTED:
        return None
    return from_told(told) if context.at.start - told.span.end < _SAME_PARAGRAPH else None


def _is_expected(told: Told, speech: Base | None) -> bool:
    """A period that the words look ahead to and that isn't over: nothing is reported of it yet."""
    return told.ahead and speech is not None and told.point.latest > speech[0].latest


def _is_compared_with(told: Told, partial: Shift, context: Context) -> bool:
    """Whether a date told is what a comparison goes back from."""
    ago = partial.origin is From.SPEECH
    if told.point.grain == Grain.MONTH and ago:
        return context.at.start - told.span.end < _SAME_CLAUSE
    if told.point.grain < Grain.YEAR:
        return True
    if ago or context.today is None:
        return not ago
    # Last year's figures are themselves what this year's are held to.
    now = cal.civil_from_days(context.today).year
    return abs(cal.civil_from_seconds(told.point.earliest).year - now) != 1


def period_spoken_of(context: Context, *, ended: bool = False, longer: bool = False) -> Base | None:
    """The quarter or half spoken of last, else the last quarter before the publication.

    `ended`: rather one that is over than one that isn't, and none yet to come. `longer`: it may
    also be the nine months or the year that a report is about, but must have been spoken of.
    """
    base = from_publication(context)
    spoken = [
        told
        for told in reversed(context.told)
        if not told.compared
        and (told.point.grain in REPORTED or (told.reported and (longer or not ended)))
        and not (ended and _is_expected(told, base))
    ]
    if ended and base is not None:
        now = base[0].latest
        spoken.sort(key=lambda told: told.point.latest > now and not told.reported)
    if spoken:
        return from_told(spoken[0])
    if base is None or longer:
        return None
    quarter = moved(base[0], "quarter", -1)
    return (
        None if quarter is None else (quarter, base[1], "the last quarter before the publication")
    )
