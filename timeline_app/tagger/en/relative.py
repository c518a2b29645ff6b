"""Dates counted from the publication date: today, last year, next Friday, the end of the year."""

from __future__ import annotations

import re

from timeline_app.domain.timevalue import Mod
from timeline_app.tagger.partials import (
    CLOCK_UNITS,
    CalendarDate,
    Duration,
    From,
    Holiday,
    Nearest,
    Partial,
    PartOfYear,
    Qualified,
    Shift,
    Stretch,
    Unit,
    Within,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday
_STEPS = {
    "last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
    "upcoming": 1,
}  # fmt: skip


def _day(steps: int) -> Partial:
    return Shift("day", steps)


_NOWADAYS = re.compile(
    r"['’]s\s(?:world|youth|society|generation|standards|economy|marketplace|workforce)\b"
)
_OF_THE_TIME = re.compile(r"\b(?:many|most|some|all|few|none|any|one) of\s$", re.IGNORECASE)


def _today(match: Match) -> Partial | None:
    if re.search(r"\b(?:USA|VOA)\s$", match.before()):
        return None
    show = match.words == "Today" and (
        re.match(r"['’\"”]?\sshow\b", match.after()) or re.search(r"['’]s\s$", match.before())
    )
    if show:
        return None
    if _NOWADAYS.match(match.after(48)) or _is_our_time(match):
        return None
    return _day(0)


def _is_our_time(match: Match) -> bool:
    """“many of today's computers” are not that day's."""
    return match.after(2) in {"'s", "’s"} and _OF_THE_TIME.search(match.before()) is not None


def _tomorrow(match: Match) -> Partial | None:
    """“the people of tomorrow” wait for no date."""
    return None if re.search(r"\bof\s$", match.before()) else _day(1)


def _step(match: Match) -> int:
    if match.has("coming") or match.has("upcoming"):
        return 1
    if match.has("past"):
        return -1
    return next(step for word, step in _STEPS.items() if match.has(word))


def _step_unit(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit in CLOCK_UNITS:
        return None
    if unit == "day":
        return None
    if match.words[:1] == "T" and _in_quotes(match):
        return None
    if match.has("last") and re.match(r"\sof\s(?:the\b|\d|[A-Z])", match.after()):
        return None  # “the last week of May” counts inside May
    if unit in {"decade", "century", "millennium"} and match.has("past"):
        return Stretch(Duration(((1, unit),)), -1)
    # “Over the next year” looks ahead from now, “the next year” of a history from there.
    origin = From.NEAR if match.has("the") and match.has("next") else From.SPEECH
    return Shift(unit, _step(match), origin, fiscal=match.has("fiscal"))


_THIS_AS = re.compile(r"\bthis\s(year|month|week)\s(?:as|than|and|or|from)\s$", re.I)


_ELLIPTIC: dict[str, Unit] = {"year": "year", "month": "month", "week": "week"}


def _last_alone(match: Match) -> Partial | None:
    """The second half of “this year as last”."""
    this = _THIS_AS.search(match.before())
    if this is None or re.match(r"[\s-][a-z]", match.after()):
        return None
    return Shift(_ELLIPTIC[this[1].lower()], -1)


def _in_quotes(match: Match) -> bool:
    """“This Week”, the show: in quotation marks and each word capitalised."""
    quoted = re.search(r"[\"“‘'`]$", match.before())
    return bool(quoted) and match.words.istitle()


def _step_name(match: Match) -> Partial | None:
    step = _step(match)
    if match.has("the") and match.has("next"):
        return None  # the story's
    if match.get("season"):
        return Nearest(PartOfYear("season", match["season"]), step)
    if match.get("feast"):
        return Nearest(Holiday(match["feast"]), step)
    soonest = match.has("coming") or match.has("upcoming")
    inner = CalendarDate(month=match.get("month"), weekday=match.get("weekday"))
    return Nearest(inner, step, soonest=soonest)


def _last_day(match: Match) -> Partial:
    return Nearest(CalendarDate(month=match["month"], day=match["day"]), _step(match))


_MODS = {"early": Mod.START, "mid": Mod.MID, "late": Mod.END}


def _before_last(match: Match) -> Partial | None:
    unit = match["one_unit"]
    return None if unit in CLOCK_UNITS or unit == "day" else Shift(unit, -2)


def _weekdays_ago(match: Match) -> Partial | None:
    """“two Fridays ago”: the last one, and a week before it."""
    count = match["number"]
    last = Nearest(CalendarDate(weekday=match["weekdays"]), -1)
    return Shift("week", 1 - count, exact=True, base=last) if 1 <= count <= 50 else None


_WEEKS = {"week": 1, "fortnight": 2}


def _weeks_ago(match: Match) -> Partial | None:
    """“a week ago Monday”, “Monday a week ago”."""
    ago = match["shift"]
    if not isinstance(ago, Shift) or ago.unit not in _WEEKS or "ago" not in match.words.lower():
        return None
    return Shift("week", ago.steps * _WEEKS[ago.unit], exact=True, base=match["bare_weekday"])


def _week_on(match: Match) -> Partial | None:
    """“a week on Monday”, “Friday week”, “tomorrow week”: a week after the coming one."""
    if match.after(1) == "-":
        return None
    count: int = 1
    if match.get("duration"):
        (number, unit), *rest = match["duration"].parts
        if rest or unit not in _WEEKS or number is None or number != int(number):
            return None
        count = int(number) * _WEEKS[unit]
    base = match["day"]
    if "bare_weekday" in base.kinds:
        base = Nearest(base, 1, soonest=True)
    return Shift("week", count, exact=True, base=base)


def _weekday_last(match: Match) -> Partial | None:
    """“on Tuesday last”; “Tuesday last week” goes on."""
    if re.match(r"\s[a-z]", match.after()):
        return None
    return Nearest(CalendarDate(weekday=match["weekday"]), -1)


def _later_this(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit in CLOCK_UNITS or unit == "day":
        return None
    step = 1 if match.has("next") else -1 if match.has("last") else 0
    mod = next((mod for word, mod in _MODS.items() if match.has(word)), None)
    return Qualified(Shift(unit, step), mod) if mod else Shift(unit, step)


def _weekday_week(match: Match) -> Partial:
    return Within(CalendarDate(weekday=match["weekday"]), Shift("week", _step(match)))


_WHICH = "(last|past|this|this past|current|next|coming|this coming|upcoming|this upcoming)"

WEEKS_OFF = (
    Rule(
        "a week ago <weekday>",
        "(<shift> [on ]<bare_weekday>|<bare_weekday> <shift>)",
        _weeks_ago,
        (
            Example("a week ago Monday", "2016-05-09", _DAY),
            Example("Monday two weeks ago", "2016-05-02", _DAY),
        ),
        ("two years ago Monday",),
    ),
    Rule(
        "a week on <weekday>",
        "(<duration> on <bare_weekday:day>|(<bare_weekday:day>|<shifted_day:day>) week)",
        _week_on,
        (
            Example("a week on Monday", "2016-05-30", _DAY),
            Example("tomorrow week", "2016-05-28", _DAY),
            Example("It will open Friday week", "2016-06-03", _DAY),
        ),
    ),
)
RULES = (
    Rule(
        "the <unit> before last",
        "the <one_unit> before last",
        _before_last,
        (
            Example("the week before last", "2016-W18", _DAY),
            Example("the year before last", "2014", _DAY),
        ),
    ),
    Rule(
        "two <weekdays> ago",
        "<number> <weekdays> ago",
        _weekdays_ago,
        (Example("two Mondays ago", "2016-05-09", _DAY),),
    ),
    Rule(
        "<weekday> last",
        "<weekday> last",
        _weekday_last,
        (Example("on Tuesday last", "2016-05-17", _DAY),),
        ("on Tuesday last orders",),
    ),
    Rule("yesterday", "yesterday", lambda m: _day(-1), (Example("yesterday", "2016-05-19", _DAY),)),
    Rule(
        "today",
        "today",
        _today,
        (Example("today", "2016-05-20", _DAY),),
        ("USA Today", "on NBC's Today", "in many of today's personal computers"),
    ),
    Rule(
        "tomorrow",
        "(tomorrow|tmrw|tmr)",
        _tomorrow,
        (Example("tomorrow", "2016-05-21", _DAY),),
    ),
    Rule(
        "the day before yesterday",
        "[the ]day before yesterday",
        lambda m: _day(-2),
        (Example("the day before yesterday", "2016-05-18", _DAY),),
    ),
    Rule(
        "the day after tomorrow",
        "[the ]day after tomorrow",
        lambda m: _day(2),
        (Example("the day after tomorrow", "2016-05-22", _DAY),),
    ),
    Rule(
        "(last|this|next|past|current|coming|upcoming) <unit>",
        f"[the ]{_WHICH}[ (fiscal|calendar|business|financial)] <one_unit>[ or so]",
        _step_unit,
        (
            Example("last year", "2015", _DAY),
            Example("this week", "2016-W20", _DAY),
            Example("next month", "2016-06", _DAY),
            Example("last quarter", "2016-Q1", _DAY),
            Example("next weekend", "2016-W21-WE", _DAY),
            Example("next fiscal year", "2017", _DAY),
            Example("over the next year", "2017", _DAY),
            Example("In 1939 he left. The next year", "1939 1940", _DAY),
            Example("over the past century", "P100Y", _DAY),
        ),
        ("on ABC's “This Week”",),
    ),
    Rule(
        "this year as last",
        "last",
        _last_alone,
        (
            Example("nearly twice as high this year as last", "2016 2015", _DAY),
            Example("this week and last, they struck", "2016-W20 2016-W19", _DAY),
        ),
        ("at last", "this year as last orders came"),
    ),
    Rule(
        "end of <unit>",
        "[the ]end of <one_unit>",
        lambda m: Qualified(Shift(m["one_unit"], 0), Mod.END),
        (Example("by end of year", "2016", _DAY),),
    ),
    Rule(
        "(earlier|later|sometime|early|late|mid) (this|next|last) <unit>",
        "(earlier|later|sometime|early|late|some time|mid)_(this|next|last) <one_unit>",
        _later_this,
        (
            Example("later this year", "2016", _DAY),
            Example("sometime next year", "2017", _DAY),
            Example("early next week", "2016-W21", _DAY),
            Example("late last year", "2015", _DAY, "2015~"),
        ),
    ),
    Rule(
        "(last|this|next|past|current|coming|upcoming) <named time>",
        f"[the ]{_WHICH} (<month>|<weekday>|<season>|<feast>)",
        _step_name,
        (
            Example("last Monday", "2016-05-16", _DAY),
            Example("last June", "2015-06", _DAY),
            Example("last April", "2015-04", _DAY),
            Example("next March", "2017-03", _DAY),
            Example("last fall", "2015-FA", _DAY),
            Example("this summer", "2016-SU", _DAY),
            Example("last Thanksgiving", "2015-11-26", _DAY),
        ),
    ),
    Rule(
        "(last|this|next|past|current|coming|upcoming) <month> <day>",
        f"{_WHICH} <month> <day>",
        _last_day,
        (Example("last Oct. 23", "2015-10-23", _DAY),),
    ),
    Rule(
        "Monday of next week",
        f"(<weekday>|<weekday_short:weekday>) [of |in ]{_WHICH} week",
        _weekday_week,
        (Example("Tuesday of next week", "2016-05-24", _DAY),),
    ),
    Rule(
        "next week Monday",
        f"{_WHICH} week[ (on|,)] (<weekday>|<weekday_short:weekday>)",
        _weekday_week,
        (Example("next week on Tuesday", "2016-05-24", _DAY),),
    ),
)
