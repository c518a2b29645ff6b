"""Random time values as sources give them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import (
    Grain,
    Limit,
    Point,
    TimeValue,
    interval,
    moment,
    period_at,
)

YEARS = st.integers(-9_999, 9_999)
WIDE_YEARS = st.integers(-(10**9), 10**9)


def seconds(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[int]:
    """Instants within the given years."""
    return st.builds(
        lambda year, rest: cal.seconds_from_civil(year) + rest,
        years,
        st.integers(0, 365 * cal.DAY - 1),
    )


GRAINS = st.sampled_from([g for g in Grain if g not in {Grain.DAY_PART, Grain.WEEK}])


@st.composite
def points(draw: st.DrawFn) -> Point:
    """A calendar period of any grain with any qualifiers."""
    point = period_at(draw(seconds()), draw(GRAINS))
    zone = draw(st.none() | st.integers(-14 * 60, 14 * 60)) if point.grain < Grain.DAY else None
    return replace(
        point, approximate=draw(st.booleans()), uncertain=draw(st.booleans()), utc_offset=zone
    )


@st.composite
def values(draw: st.DrawFn) -> TimeValue:
    """A moment, or an interval with open, unknown or dated ends."""
    if draw(st.booleans()):
        return moment(draw(points()))
    first, last = sorted((draw(points()), draw(points())), key=lambda p: (p.earliest, p.latest))
    start: TimeValue | Limit = draw(st.just(moment(first)) | st.sampled_from(Limit))
    dated: st.SearchStrategy[TimeValue | Limit] = st.just(moment(last))
    ends = dated if isinstance(start, Limit) else dated | st.sampled_from(Limit)
    return interval(start, draw(ends))
