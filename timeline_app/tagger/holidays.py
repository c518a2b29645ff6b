"""Named days as day numbers: fixed, "the n-th weekday of a month", and counted from Easter."""

from __future__ import annotations

from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline_app.domain import calendars as cal

_FIXED = {
    "new_year": (1, 1),
    "new_years_eve": (12, 31),
    "epiphany": (1, 6),
    "groundhog": (2, 2),
    "valentine": (2, 14),
    "st_patrick": (3, 17),
    "april_fools": (4, 1),
    "earth": (4, 22),
    "may_day": (5, 1),
    "juneteenth": (6, 19),
    "independence": (7, 4),
    "bastille": (7, 14),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "guy_fawkes": (11, 5),
    "veterans": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26),
    "flag": (6, 14),
    "german_unity": (10, 3),
    "womens": (3, 8),
    "leap": (2, 29),
    "cinco": (5, 5),
    "canada": (7, 1),
    "australia": (1, 26),
    "anzac": (4, 25),
    "st_george": (4, 23),
    "st_andrew": (11, 30),
    "st_david": (3, 1),
    "all_souls": (11, 2),
    "human_rights": (12, 10),
    "world_aids": (12, 1),
    "pearl_harbor": (12, 7),
}
# month, weekday, which (negative: from the month's end), days added
_NTH = {
    "mlk": (1, 1, 3, 0),
    "presidents": (2, 1, 3, 0),
    "mothers": (5, 7, 2, 0),
    "memorial": (5, 1, -1, 0),
    "fathers": (6, 7, 3, 0),
    "labor": (9, 1, 1, 0),
    "columbus": (10, 1, 2, 0),
    "thanksgiving": (11, 4, 4, 0),
    "black_friday": (11, 4, 4, 1),
    "election": (11, 1, 1, 1),
    "cyber_monday": (11, 4, 4, 4),
    "patriots": (4, 1, 3, 0),
    "remembrance_sunday": (11, 7, 2, 0),
}
_FROM_EASTER = {
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter_saturday": -1,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
    "corpus_christi": 60,
}
_ORTHODOX = {"orthodox_easter": 0}
KEYS = frozenset(_ORTHODOX) | frozenset(_FIXED) | frozenset(_NTH) | frozenset(_FROM_EASTER)


def holiday_date(key: str, year: int) -> int:
    """Day number of a named day; raises KeyError for an unknown name.

    29 February falls on the last day of February in a common year. Easter is defined from 1583
    to 4099 (Western unless Orthodox); outside it counts from 31 March.
    """
    if key in _FIXED:
        month, day = _FIXED[key]
        return cal.days_from_civil(year, month, min(day, cal.days_in_month(year, month)))
    if key in _NTH:
        month, weekday, which, extra = _NTH[key]
        return nth_weekday(year, month, weekday, which) + extra
    if key in _ORTHODOX:
        return _easter(year, EASTER_ORTHODOX) + _ORTHODOX[key]
    return _easter(year, EASTER_WESTERN) + _FROM_EASTER[key]


def nth_weekday(year: int, month: int, weekday: int, which: int) -> int:
    """Day number of the n-th weekday of a month; `which` -1 is the last one.

    May fall into the next month for a fifth that doesn't exist.
    """
    if which > 0:
        first = cal.days_from_civil(year, month, 1)
        return first + (weekday - cal.weekday(first)) % 7 + 7 * (which - 1)
    last = cal.days_from_civil(year, month, cal.days_in_month(year, month))
    return last - (cal.weekday(last) - weekday) % 7 + 7 * (which + 1)


def _easter(year: int, method: Literal[1, 2, 3]) -> int:
    if not 1583 <= year <= 4099:
        return cal.days_from_civil(year, 3, 31)
    day = easter(year, method)
    return cal.days_from_civil(day.year, day.month, day.day)
