"""Whether the dates of two reports can be those of one event."""

from __future__ import annotations

from enum import Enum
from typing import Final

from timeline_app.domain import calendars as cal
from timeline_app.domain.records import Basis, Modality
from timeline_app.domain.telling import Telling
from timeline_app.domain.timevalue import Grain

Bounds = tuple[int, int]

CONFLICT_DAYS: Final = 2
"""Days between two reports' dates that may still be one event told differently."""

SIZES: Final = (2, 46, 600)
"""Days that a vague date may span: about a day, a month, a year. A decade matches nothing."""

_LONG: Final = SIZES[-1] * cal.DAY
_MONTH: Final = 32 * cal.DAY
_HOURS: Final = 2 * cal.HOUR
_AHEAD: Final = frozenset({Modality.PLANNED})


class Fit(Enum):
    """How two dates go together; the value is how much of the words' likeness counts."""

    EQUAL = 1.0
    WITHIN = 0.96
    LOOSE = 0.87
    CONFLICT = 0.85
    NONE = 0.0


def fit(a: Telling, b: Telling) -> Fit:
    """How the dates of two reports go together; symmetrical."""
    if _told_too_early(a, b) or _told_too_early(b, a):
        return Fit.NONE
    if a.interval != b.interval:
        return _moment_in_interval(a, b)
    if a.interval:
        return _intervals(a, b)
    first, second = bounds(a), bounds(b)
    return Fit.NONE if first is None or second is None else _points(first, second, a, b)


def bounds(a: Telling) -> Bounds | None:
    """The range of the date that counts: its start, else its end.

    An article of a day may tell what happened the evening before.
    """
    point = a.start or a.end
    if point is None:
        return None
    low, high = point
    if a.basis is Basis.REPORTED:
        low -= cal.DAY
    return (low - (high - low) // 4, high + (high - low) // 4) if a.approximate else (low, high)


def places(a: Telling) -> list[tuple[int, int, int]]:
    """Where a report lies among others: (index into SIZES, first day, last day).

    Two reports whose dates can go together always lie near: the days of one, with two days more
    at either end, reach from at most SIZES days before the first day of the other.
    """
    placed: list[tuple[int, int, int]] = []
    for low, high in filter(None, (bounds(a), _short_spell(a))):
        size = next((i for i, days in enumerate(SIZES) if high - low <= days * cal.DAY), None)
        if size is not None:
            placed.append((size, low // cal.DAY, (high - 1) // cal.DAY))
    return list(dict.fromkeys(placed))


def _short_spell(a: Telling) -> Bounds | None:
    if not a.interval or a.start is None or a.end is None:
        return None
    return (a.start[0], a.end[1]) if a.end[1] - a.start[0] <= _MONTH else None


def _points(first: Bounds, second: Bounds, a: Telling, b: Telling) -> Fit:
    sizes = sorted(high - low for low, high in (first, second))
    if sizes[1] > _LONG:
        return Fit.NONE
    gap = max(first[0], second[0]) - min(first[1], second[1])
    if gap < 0:
        return _overlap(sizes)
    if max(a.grain, b.grain) < Grain.DAY:
        return Fit.WITHIN if gap <= _HOURS else Fit.NONE
    if sizes[1] > cal.DAY or gap >= CONFLICT_DAYS * cal.DAY:
        return Fit.NONE
    return Fit.CONFLICT


def _overlap(sizes: list[int]) -> Fit:
    if sizes[1] <= 2 * cal.DAY:
        return Fit.EQUAL
    if sizes[1] <= _MONTH or sizes[0] == sizes[1]:
        return Fit.WITHIN
    return Fit.LOOSE


def _intervals(a: Telling, b: Telling) -> Fit:
    """Both ends have to go together; an open end goes with any."""
    if (a.start is None) != (b.start is None):
        return Fit.NONE
    fits = [_points(one, other, a, b) for one, other in _ends(a, b)]
    worst = min(fits, key=lambda each: each.value, default=Fit.NONE)
    if worst is Fit.CONFLICT:
        return Fit.NONE
    return Fit.LOOSE if (a.end is None) != (b.end is None) and worst is not Fit.NONE else worst


def _ends(a: Telling, b: Telling) -> list[tuple[Bounds, Bounds]]:
    pairs = ((a.start, b.start), (a.end, b.end))
    return [(one, other) for one, other in pairs if one is not None and other is not None]


def _moment_in_interval(a: Telling, b: Telling) -> Fit:
    """Only a short interval can be another's word for a moment ("over the weekend")."""
    spell, point = (a, b) if a.interval else (b, a)
    at = bounds(point)
    if spell.start is None or spell.end is None or at is None:
        return Fit.NONE
    low, high = spell.start[0], spell.end[1]
    near = at[0] < high and low < at[1]
    return Fit.LOOSE if near and high - low <= _MONTH and at[1] - at[0] <= _MONTH else Fit.NONE


def _told_too_early(a: Telling, b: Telling) -> bool:
    """What one article told as done before it came out can't have happened after that."""
    if a.published is None or a.modality in _AHEAD or b.modality in _AHEAD:
        return False
    begins = (b.start or b.end or (0, 0))[0]
    return begins >= a.published[1] + cal.DAY // 2


def disagree(a: Telling, b: Telling) -> bool:
    """True when both dates can't be right: nothing lies in both ranges."""
    if Basis.REPORTED in {a.basis, b.basis} or a.interval != b.interval:
        return False
    first, second = a.start or a.end, b.start or b.end
    if first is None or second is None or (a.start is None) != (b.start is None):
        return False
    apart = max(first[0], second[0]) >= min(first[1], second[1])
    return apart and not (max(a.grain, b.grain) < Grain.DAY and _close_hours(first, second))


def _close_hours(first: Bounds, second: Bounds) -> bool:
    return max(first[0], second[0]) - min(first[1], second[1]) <= _HOURS


def looked_back(a: Telling, b: Telling, days: int) -> bool:
    """True when both articles came out at least `days` after the later of the two dates."""
    later = max((each.start or each.end or (0, 0))[1] for each in (a, b))
    return all(t.published is None or t.published[0] >= later + days * cal.DAY for t in (a, b))
