"""What a phrase says by itself, before its article says the rest.

Partials are found without context and in any order; `resolve` turns them into values. The
`kinds` of a partial are the slots that it can fill in patterns of compound rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from timeline_app.domain.timevalue import Grain, Mod

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
    "period",
]

UNIT_GRAIN: dict[str, Grain] = {
    "second": Grain.SECOND,
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "weekend": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "half": Grain.HALF,
    "season": Grain.SEASON,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "millennium": Grain.MILLENNIUM,
}
CLOCK_UNITS = frozenset({"second", "minute", "hour"})


class From(StrEnum):
    """Where counting starts: the moment of speaking, or the time that the story is at.

    NEAR is the story's time where the story has left the present, as in "the year".
    """

    SPEECH = "speech"
    STORY = "story"
    NEAR = "near"


class Ref(StrEnum):
    """TIMEX3's vague references."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Partial:
    """Anything that a rule can make of words."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Slots of compound patterns that this can fill."""
        return ()


@dataclass(frozen=True, slots=True)
class NoDate(Partial):
    """Words that look like a date and are none: an impossible day, a model's name."""


@dataclass(frozen=True, slots=True)
class Number(Partial):
    """A number in words; `as_year` where it is said the way years are ("nineteen ten")."""

    value: int
    ordinal: bool = False
    as_year: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """A number is a day or a year where its size allows it."""
        if self.ordinal:
            return ("ordinal", "day", "ordinal_day") if 1 <= self.value <= 31 else ("ordinal",)
        kinds = ["number"]
        if 1 <= self.value <= 31:
            kinds.append("day")
        if self.as_year:
            kinds.append("year")
        return tuple(kinds)


@dataclass(frozen=True, slots=True)
class CalendarDate(Partial):
    """Parts of a calendar date as far as the words give them; `weekday` is 1 Monday to 7.

    `year` is astronomical. `unsure_order` marks a numeric date whose day and month could be
    swapped.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unsure_order: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Which parts are there decides what it can be joined with."""
        parts = (self.year is not None, self.month is not None, self.day is not None)
        own = {
            (True, True, True): ("full_day", "day_date"),
            (False, True, True): ("month_day", "day_date"),
            (False, False, True): ("bare_day", "day_date"),
            (True, True, False): ("year_and_month", "month_date"),
            (False, True, False): ("bare_month", "month_date"),
            (True, False, False): ("bare_year", "year_date"),
            (False, False, False): ("bare_weekday", "day_date"),
        }
        return ("date", *own.get(parts, ()))


@dataclass(frozen=True, slots=True)
class PartOfYear(Partial):
    """A quarter, half or season (1 spring to 4 winter); `fiscal` years aren't calendar years.

    `southern` seasons are half a year off; each is named after the year that it begins in.
    `ends` is the month that a company's quarter ends with ("the fourth quarter ended Aug. 26").
    """

    unit: Literal["quarter", "half", "season"]
    number: int
    year: int | None = None
    fiscal: bool = False
    southern: bool = False
    ends: int | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Without a year it can take one."""
        return ("date", "period", "part_of_year") if self.year is None else ("date", "period")


def quarter_ending(month: int) -> int:
    """The calendar quarter that most of three months ending in `month` lie in: July's is Q2."""
    return (month - 2) % 12 // 3 + 1


@dataclass(frozen=True, slots=True)
class YearBlock(Partial):
    """A decade, century or millennium from its first year; `short`: "the nineties"."""

    first: int
    grain: Grain
    short: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """A block of years can be early or late."""
        return ("date", "period", "block")


@dataclass(frozen=True, slots=True)
class Holiday(Partial):
    """A named day. `key` is a name in `holidays`; `around` where its week or weekend is meant."""

    key: str
    year: int | None = None
    around: Literal["week", "weekend"] | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Without a year it can take one."""
        return ("date", "day_date", "holiday")


@dataclass(frozen=True, slots=True)
class IsoWeek(Partial):
    """A numbered week."""

    number: int
    year: int | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """A date like any other."""
        return ("date", "period")


@dataclass(frozen=True, slots=True)
class Shift(Partial):
    """`steps` units from an anchor: -1 "last year", 0 "this year", 1 "the following year".

    `exact` counts from the very day instead of the calendar unit ("a week from today").
    `same_sort` takes the precision of what it is compared with ("a year earlier"); `sort` is the
    unit that this must have ("the year-ago quarter"), None for any.
    """

    unit: Unit
    steps: int
    origin: From = From.SPEECH
    exact: bool = False
    same_sort: bool = False
    base: Partial | None = None
    fiscal: bool = False
    sort: Unit | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Sorted by the unit."""
        own = {
            "day": ("day_date", "shifted_day"),
            "week": ("week_date",),
            "weekend": ("week_date",),
            "month": ("month_date", "shifted_month"),
            "year": ("year_date", "shifted_year"),
        }
        clock = self.unit in {"second", "minute", "hour"}
        return ("moment",) if clock else ("date", "shift", *own.get(self.unit, ()))


def _no_longer_bare(inner: Partial) -> tuple[str, ...]:
    return tuple(k for k in inner.kinds if not k.startswith(("bare", "part_of")))


@dataclass(frozen=True, slots=True)
class EventDay(Partial):
    """The day of an event that other words of the article date; `told_as` finds these.

    `coarsest`: how imprecise that date may be. `alone`: the words count nothing themselves, so
    that they are no date where none is found ("the day after the crash").
    """

    told_as: re.Pattern[str]
    coarsest: Grain = Grain.DAY
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Nearest(Partial):
    """A weekday, month, season or holiday before, in or after now: "last Monday".

    `steps` is -1, 0 or 1; `origin` as in `Shift`. `soonest`: the first one to come, even
    within this week ("this coming Friday"). `base`: counted from another date in the phrase
    ("the Tuesday before Easter").
    """

    inner: Partial
    steps: int
    origin: From = From.SPEECH
    soonest: bool = False
    base: Partial | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its inner date is, but no longer bare."""
        return _no_longer_bare(self.inner)


@dataclass(frozen=True, slots=True)
class Within(Partial):
    """A date whose larger frame is another date: "May last year", "Monday of next week"."""

    inner: Partial
    frame: Partial

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its inner date is, but no longer bare."""
        return _no_longer_bare(self.inner)


@dataclass(frozen=True, slots=True)
class NthUnit(Partial):
    """The n-th (or last: -1) smaller unit of a frame: "the first week of May".

    `weekday` for "the second Tuesday of".
    """

    number: int
    unit: Unit
    frame: Partial
    weekday: int | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """A day or a longer period."""
        return ("date", "day_date") if self.unit == "day" else ("date", "period")


@dataclass(frozen=True, slots=True)
class WeekOf(Partial):
    """The week that holds a date."""

    inner: Partial

    @property
    def kinds(self) -> tuple[str, ...]:
        """A date like any other."""
        return ("date", "period")


@dataclass(frozen=True, slots=True)
class DayPart(Partial):
    """A part of a day, `code` as in TIMEX3 (MO, MI, AF, EV, NI); `date` None: by itself."""

    code: str
    date: Partial | None = None
    mod: Mod | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """With a day it is a moment."""
        return ("day_part",) if self.date is None else ("moment", "part_moment")


@dataclass(frozen=True, slots=True)
class Zone(Partial):
    """A time zone in minutes east of UTC.

    `summer`: an hour more while North American summer time is on ("8 p.m. ET").
    """

    minutes: int
    summer: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Stands beside a clock time."""
        return ("zone",)


@dataclass(frozen=True, slots=True)
class Clock(Partial):
    """A clock time; `minute` and `second` as far as given.

    `half` is "am", "pm" or None where the words leave it open.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str | None = None
    zone: Zone | None = None
    approximate: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """An hour in figures alone is too weak to be a time by itself."""
        return ("time",)


@dataclass(frozen=True, slots=True)
class ClockOn(Partial):
    """A clock time on a day; `date` None: the day that the story is at."""

    clock: Clock
    date: Partial | None = None
    part: str | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """A moment of a day."""
        return ("moment",)


@dataclass(frozen=True, slots=True)
class Duration(Partial):
    """A length of time. `parts` are (count, unit); a count of None is not given ("years").

    `reported`: the period of a report ("the nine months"), which later words compare with.
    """

    parts: tuple[tuple[float | None, Unit], ...]
    approximate: bool = False
    reported: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """One unit with a whole count can be counted from an anchor."""
        return ("duration",)


@dataclass(frozen=True, slots=True)
class Ahead(Partial):
    """“in three years”: that far ahead where the words speak of the future, else how long."""

    count: int
    unit: Unit

    @property
    def kinds(self) -> tuple[str, ...]:
        """Nothing is built on it."""
        return ()


@dataclass(frozen=True, slots=True)
class Stretch(Partial):
    """A duration that ends or begins now: "the past three years", "the next two weeks"."""

    duration: Duration
    direction: Literal[-1, 1]
    origin: From = From.SPEECH

    @property
    def kinds(self) -> tuple[str, ...]:
        """Not a date: TIMEX3 types it as a duration."""
        return ("stretch",)


@dataclass(frozen=True, slots=True)
class Recurring(Partial):
    """A set of times, as TIMEX3 writes it."""

    timex: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """A set."""
        return ("recurring",)


@dataclass(frozen=True, slots=True)
class Vague(Partial):
    """A reference to now, the past or the future that names no date."""

    ref: Ref

    @property
    def kinds(self) -> tuple[str, ...]:
        """Now can end an interval."""
        return ("vague", "now") if self.ref is Ref.PRESENT else ("vague",)


@dataclass(frozen=True, slots=True)
class Qualified(Partial):
    """A date that its words make narrower or less sure: "early May", "about 1990"."""

    inner: Partial
    mod: Mod | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it qualifies, but no longer bare."""
        return tuple(k for k in self.inner.kinds if not k.startswith("bare"))


@dataclass(frozen=True, slots=True)
class Between(Partial):
    """From one date to another; an end of None is open. `signal` is the word that says so."""

    first: Partial | None
    last: Partial | None
    signal: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Intervals are never part of another expression."""
        return ("interval",)
