"""Dates counted from others: "last year", "three days later", "next Friday", "May last year"."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TimexType
from timeline_app.domain.timevalue import (
    Grain,
    Point,
    TimeValue,
    day_point,
    interval,
    moment,
    period_at,
    year_block,
    years,
)
from timeline_app.tagger.context import Context, Resolved, Told
from timeline_app.tagger.holidays import holiday_date, nth_weekday
from timeline_app.tagger.partials import (
    UNIT_GRAIN,
    Ahead,
    CalendarDate,
    From,
    Holiday,
    Nearest,
    NthUnit,
    PartOfYear,
    Shift,
    Stretch,
    WeekOf,
    Within,
)
from timeline_app.tagger.resolve_dates import calendar_date, placed, unplaced
from timeline_app.tagger.timex3 import format_duration, format_point

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}
_YEARS_IN = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}
_MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6}
_WEEK = 7 * cal.DAY
_MIDWEEK = 3
Base = tuple[Point, Anchor | None, str]


def moved(base: Point, unit: str, steps: int) -> Point | None:
    """The period of `unit` that lies `steps` such periods from the one that holds `base`.

    None beyond the years -9999 to 9999.
    """
    if abs(steps) > 20_000 and UNIT_GRAIN[unit] >= Grain.WEEK:
        return None
    start = base.earliest
    if unit == "weekend":
        saturday = period_at(start, Grain.WEEK).earliest + 5 * cal.DAY + steps * _WEEK
        return Point(saturday, saturday + 2 * cal.DAY, Grain.DAY)
    if unit == "fortnight":
        steps *= 2
    grain = UNIT_GRAIN[unit]
    if grain in _YEARS_IN:
        target = cal.civil_from_seconds(start).year + steps * _YEARS_IN[grain]
        if not -9999 <= target <= 9999:
            return None
        return year_block(target, _YEARS_IN[grain], grain)
    if grain in _MONTHS_IN:
        year, month = cal.civil_from_seconds(period_at(start, grain).earliest)[:2]
        year, month = cal.add_months(year, month, steps * _MONTHS_IN[grain])
        return period_at(cal.seconds_from_civil(year, month), grain)
    length = _WEEK if grain == Grain.WEEK else _SECONDS[grain]
    if abs(steps * length) > 20_000 * 366 * cal.DAY:
        return None
    return period_at(start + steps * length, grain)


_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: cal.MINUTE, Grain.HOUR: cal.HOUR, Grain.DAY: cal.DAY}


def same_kind(base: Point, year_steps: int) -> Point:
    """The same period `year_steps` years away: a quarter stays a quarter, a day a day."""
    year, month, day = cal.civil_from_seconds(base.earliest)[:3]
    year += year_steps
    day = min(day, cal.days_in_month(year, month))
    return period_at(cal.seconds_from_civil(year, month, day), base.grain)


def _speech(context: Context) -> Base | None:
    if context.today is None:
        return None
    day = context.today * cal.DAY
    return Point(day, day + cal.DAY, Grain.DAY), context.publication_anchor(), "publication date"


def _base(partial: Shift, context: Context) -> Base | None:
    """What to count from; the publication date stands in where no story date is fine enough."""
    unit = partial.unit
    if partial.origin is From.SPEECH:
        return _speech(context)
    if unit in {"quarter", "half"} and (partial.steps == 0 or context.last(Grain.QUARTER)):
        return _period(context)
    # "Six months later" may follow a season; "that week" is never a week of "1939".
    grain = Grain.QUARTER if unit == "month" and partial.steps else UNIT_GRAIN[unit]
    told = next(
        (t for t in reversed(context.told) if t.point.grain <= grain and not t.compared), None
    )
    speech = _speech(context)
    if told is None:
        return speech
    if partial.origin is From.NEAR and unit == "year" and speech and _near(told, speech[0]):
        return speech
    return _at(told)


def _near(told: Told, now: Point) -> bool:
    """True when the story is so near to the publication that "the year" is the current one."""
    here, there = (cal.civil_from_seconds(point.earliest).year for point in (now, told.point))
    return told.point.grain >= Grain.QUARTER and abs(here - there) < 4


def shift(partial: Shift, context: Context) -> Resolved:
    """A unit counted from the publication date, the story's date or a date in the phrase."""
    if partial.base is not None:
        inner = context.resolve(partial.base, context)
        base = (inner.point, inner.anchor, "the date named") if inner.point else None
    elif partial.same_sort:
        base = _compared(context)
    elif partial.unit == "period":
        base = _period(context, ended=True)
    else:
        base = _base(partial, context)
    if base is None or base[0] is None:
        return _without_base(partial, context)
    point, anchor, name = base
    if UNIT_GRAIN.get(partial.unit, Grain.DAY) <= Grain.HOUR < point.grain:
        timex = format_duration(((abs(partial.steps), partial.unit),))
        return Resolved(TimexType.DURATION, timex, steps=("no clock time to count from",))
    if partial.same_sort or partial.unit == "period":
        found: Point | None = same_kind(point, partial.steps)
    elif partial.exact:
        found = _exact(point, partial)
    else:
        found = moved(point, partial.unit, partial.steps)
    if found is None:
        return unplaced(_UNKNOWN.get(partial.unit, "XXXX"), "beyond the calendar")
    step = f"{partial.steps:+d} {partial.unit} from the {name} {display(moment(point))}"
    confidence = 1.0 if name == "publication date" else 0.8
    if partial.unit == "weekend":
        if partial.steps == 0 and cal.weekday(point.earliest // cal.DAY) <= _MIDWEEK:
            found = _weekend_just_over(found, context)
        return _weekend(found, step, anchor)
    return placed(found, (step,), anchor=anchor, confidence=confidence)


def _compared(context: Context) -> Base | None:
    """What "a year earlier" is compared with: the period spoken of, else the publication's."""
    speech = _speech(context)
    now = None if speech is None else cal.civil_from_seconds(speech[0].earliest).year
    for told in reversed(context.told):
        if told.compared or told.point.grain not in _COMPARABLE:
            continue
        year = cal.civil_from_seconds(told.point.earliest).year
        if speech is not None and told.point.earliest > speech[0].earliest:
            continue
        near = now is not None and year in {now - 1, now + 1}
        if told.reported or told.point.grain < Grain.YEAR or not near:
            return _at(told)  # last year's figures are themselves what this year's are held to
    if speech is None:
        return None
    return period_at(speech[0].earliest, Grain.YEAR), speech[1], speech[2]


_REPORTED = {Grain.QUARTER, Grain.HALF}
_COMPARABLE = {Grain.QUARTER, Grain.HALF, Grain.MONTH, Grain.YEAR}


def _at(told: Told) -> Base:
    return told.point, Anchor("expression", format_edtf(moment(told.point)), told.span), "story"


def _period(context: Context, *, ended: bool = False) -> Base | None:
    """The quarter or half spoken of last (`ended`: one that is over), else the last quarter."""
    base = _speech(context)
    now = None if base is None or not ended else base[0].latest
    for told in reversed(context.told):
        if told.compared or not (told.reported or told.point.grain in _REPORTED):
            continue
        if now is None or told.point.latest <= now:
            return _at(told)
    if base is None:
        return None
    quarter = moved(base[0], "quarter", -1)
    return None if quarter is None else (quarter, base[1], base[2])


def _exact(base: Point, partial: Shift) -> Point | None:
    grain = UNIT_GRAIN[partial.unit]
    start = base.earliest
    if grain <= Grain.WEEK:
        length = _WEEK if grain == Grain.WEEK else _SECONDS[grain]
        if abs(partial.steps * length) > 20_000 * 366 * cal.DAY:
            return None
        return period_at(start + partial.steps * length, min(grain, Grain.DAY))
    year, month, day = cal.civil_from_seconds(start)[:3]
    count = partial.steps * (_MONTHS_IN.get(grain) or 12 * _YEARS_IN[grain])
    if abs(count) > 12 * 9999:
        return None
    year, month = cal.add_months(year, month, count)
    return day_point(year, month, min(day, cal.days_in_month(year, month)))


def _weekend_just_over(point: Point, context: Context) -> Point:
    """On a Monday, words about the past mean the weekend before."""
    if context.direction()[0] >= 0:
        return point
    return replace(point, earliest=point.earliest - _WEEK, latest=point.latest - _WEEK)


def _weekend(point: Point, step: str, anchor: Anchor | None) -> Resolved:
    saturday = period_at(point.earliest, Grain.DAY)
    value = interval(moment(saturday), moment(period_at(point.latest - 1, Grain.DAY)))
    year, week = cal.iso_week(point.earliest // cal.DAY)
    timex = f"{year:04}-W{week:02}-WE"
    return Resolved(TimexType.DATE, timex, value, anchor, (step, display(value)))


def _without_base(partial: Shift, context: Context) -> Resolved:
    """No publication date: years count from the latest year that the article speaks of."""
    if partial.unit == "year" and context.years and partial.base is None:
        latest = max(context.years)
        anchor = Anchor("article", format_edtf(moment(years(latest, 1))), context.years[latest])
        found = moved(years(latest, 1), "year", partial.steps)
        if found is not None:
            step = f"{partial.steps:+d} year from the latest year the article speaks of: {latest}"
            inferred = frozenset({"year"})
            return placed(found, (step,), anchor=anchor, inferred=inferred, confidence=0.4)
    return unplaced(_UNKNOWN.get(partial.unit, "XXXX"), "no date to count from")


def nearest(partial: Nearest, context: Context) -> Resolved:
    """A named day, month or season before, in or after now."""
    told = context.story if partial.origin is From.STORY else None
    base = _at(told) if told is not None else _speech(context)
    if base is None:
        return replace(context.resolve(partial.inner, context), value=None, confidence=0.0)
    point, anchor, name = base
    inner = partial.inner
    if isinstance(inner, CalendarDate) and inner.month is None and inner.weekday:
        found: Point | None = _weekday_near(point, inner.weekday, partial)
    elif isinstance(inner, CalendarDate | PartOfYear | Holiday):
        found = _yearly_near(point, inner, partial.steps, context)
    else:
        found = None
    if found is None:
        return unplaced("XXXX-XX-XX", "no such day near")
    word = {-1: "before", 0: "in this", 1: "after"}[partial.steps]
    step = f"{word} the {name} {display(moment(point))}"
    return placed(found, (step,), anchor=anchor)


def _weekday_near(base: Point, weekday: int, partial: Nearest) -> Point:
    days = base.earliest // cal.DAY
    own = cal.weekday(days)
    if partial.origin is From.STORY or partial.soonest:
        gap = (weekday - own) % 7 or 7
        days += gap if partial.steps > 0 else gap - 7 - (7 if gap == 7 else 0)
    elif partial.steps < 0:
        days -= (own - weekday) % 7 or 7
    elif partial.steps > 0:
        days += weekday - own + 7
    else:
        days += weekday - own
    return Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)


def _yearly_near(
    base: Point, inner: CalendarDate | PartOfYear | Holiday, steps: int, context: Context
) -> Point | None:
    """The period of this name that ended before, or that begins after, the base."""
    year = cal.civil_from_seconds(base.earliest).year
    options = [_in_year(inner, y, context) for y in (year - 2, year - 1, year, year + 1, year + 2)]
    points = [point for point in options if point is not None]
    if steps < 0:
        before = [p for p in points if p.latest <= base.earliest]
        return before[-1] if before else None
    if steps > 0:
        return next((p for p in points if p.earliest > base.earliest), None)
    return _in_year(inner, year, context)


def _in_year(
    inner: CalendarDate | PartOfYear | Holiday, year: int, context: Context
) -> Point | None:
    if isinstance(inner, Holiday):
        days = holiday_date(inner.key, year)
        return Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)
    return context.resolve(replace(inner, year=year), context).point


def within(partial: Within, context: Context) -> Resolved:
    """A date in a frame that gives its year, month or week."""
    frame = context.resolve(partial.frame, context)
    if frame.point is None:
        return replace(context.resolve(partial.inner, context), value=None, confidence=0.0)
    year, month = cal.civil_from_seconds(frame.point.earliest)[:2]
    inner = partial.inner
    if isinstance(inner, CalendarDate) and inner.month is None and inner.year is None:
        if inner.weekday is not None and inner.day is None:
            done = _weekday_in(inner, frame)
        else:
            done = calendar_date(replace(inner, year=year, month=month), context)
    elif isinstance(inner, CalendarDate | PartOfYear | Holiday):
        done = context.resolve(replace(inner, year=year), context)
    elif isinstance(inner, Shift):
        done = _period_in(inner, year, context)
    else:
        done = context.resolve(inner, context)
    return replace(
        done,
        anchor=frame.anchor or done.anchor,
        steps=(*frame.steps, *done.steps),
        inferred=frame.inferred | done.inferred,
        confidence=min(frame.confidence, done.confidence),
    )


def _period_in(inner: Shift, year: int, context: Context) -> Resolved:
    """“the 1988 period”: the period spoken of, moved to a year."""
    done = context.resolve(inner, context)
    if done.point is None:
        return placed(years(year, 1))
    own = cal.civil_from_seconds(done.point.earliest).year
    return placed(same_kind(done.point, year - own), done.steps, anchor=done.anchor)


def _weekday_in(inner: CalendarDate, frame: Resolved) -> Resolved:
    """The weekday of a week; of a longer frame the first one."""
    assert frame.point is not None
    assert inner.weekday is not None
    start = frame.point.earliest
    if frame.point.grain == Grain.DAY:
        start = period_at(start, Grain.WEEK).earliest
    days = start // cal.DAY
    days += (inner.weekday - cal.weekday(days)) % 7
    return placed(Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY))


def nth_unit(partial: NthUnit, context: Context) -> Resolved:
    """The n-th day, week, month or named weekday of a longer period."""
    frame = context.resolve(partial.frame, context)
    if frame.point is None:
        return unplaced(_UNKNOWN.get(partial.unit, "XXXX"), "no date to count from")
    point = _nth(partial, frame.point)
    if point is None or point.latest <= frame.point.earliest - _WEEK:
        return unplaced(_UNKNOWN.get(partial.unit, "XXXX"), "there is no such one")
    return placed(
        point,
        frame.steps,
        anchor=frame.anchor,
        inferred=frame.inferred,
        confidence=frame.confidence,
    )


def _nth(partial: NthUnit, frame: Point) -> Point | None:
    if partial.weekday is not None:
        year, month = cal.civil_from_seconds(frame.earliest)[:2]
        days = nth_weekday(year, month, partial.weekday, partial.number)
        point = Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)
    elif partial.unit == "week":
        # A week belongs to the period that holds its Thursday (ISO 8601).
        if partial.number < 0:
            last = period_at(frame.latest - 4 * cal.DAY, Grain.WEEK)
            found = moved(last, "week", partial.number + 1)
        else:
            first = period_at(frame.earliest + 3 * cal.DAY, Grain.WEEK)
            found = moved(first, "week", partial.number - 1)
        if found is None:
            return None
        point = found
    else:
        base = frame.earliest if partial.number > 0 else frame.latest - 1
        grain = UNIT_GRAIN[partial.unit]
        count = partial.number - 1 if partial.number > 0 else partial.number + 1
        found = moved(period_at(base, grain), partial.unit, count)
        if found is None:
            return None
        point = found
    inside = frame.earliest - _WEEK < point.earliest < frame.latest
    return point if inside else None


def week_of(partial: WeekOf, context: Context) -> Resolved:
    """The ISO week that holds a date."""
    inner = context.resolve(partial.inner, context)
    if inner.point is None:
        return replace(inner, value=None)
    week = period_at(inner.point.earliest, Grain.WEEK)
    value = moment(week)
    return replace(
        inner, value=value, timex=format_point(week), steps=(*inner.steps, display(value))
    )


def ahead(partial: Ahead, context: Context) -> Resolved:
    """A date ahead where the words speak of the future, else a length of time."""
    direction, cue = context.direction()
    if direction < 0 or context.today is None:
        timex = format_duration(((partial.count, partial.unit),))
        return Resolved(TimexType.DURATION, timex, steps=("a length of time, not a date",))
    exact = UNIT_GRAIN[partial.unit] <= Grain.HOUR
    done = shift(Shift(partial.unit, partial.count, exact=exact), context)
    why = f"“{cue}” points to the future" if cue else "nothing points to the past"
    return replace(done, steps=(why, *done.steps))


def stretch(partial: Stretch, context: Context) -> Resolved:
    """A length of time that ends or begins now: an interval where its count is known."""
    duration = partial.duration
    timex = format_duration(duration.parts)
    count, unit = duration.parts[0]
    base = _base(Shift("day", 0, partial.origin), context)
    if base is None or count is None or count != int(count) or len(duration.parts) > 1:
        return Resolved(TimexType.DURATION, timex, steps=("a length of time",))
    point, anchor, name = base
    value = _stretched(point, unit, partial.direction * int(count))
    if value is None:
        return Resolved(TimexType.DURATION, timex, steps=("beyond the calendar",))
    step = f"{partial.direction * int(count):+d} {unit} from the {name} {display(moment(point))}"
    return Resolved(TimexType.DURATION, timex, value, anchor, (step, display(value)))


def _stretched(base: Point, unit: str, steps: int) -> TimeValue | None:
    far = moved(base, unit, steps) if unit != "period" else None
    if far is None or steps == 0:
        return None
    near = period_at(base.earliest, min(far.grain, Grain.YEAR)) if far.grain >= base.grain else base
    ends = (far, near) if steps < 0 else (near, far)
    try:
        return interval(moment(ends[0]), moment(ends[1]))
    except ValueError:
        return None
