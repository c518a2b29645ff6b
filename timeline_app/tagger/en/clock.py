"""Clock times, by themselves and with a day."""

from __future__ import annotations

import re

from timeline_app.tagger.partials import (
    Clock,
    ClockOn,
    NoDate,
    Partial,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday
_HALF = "(~<half_day>|<half_day>)"
_ZONE = "[ <zone>| <open>~<zone>~<close>]"
_ABOUT = "(about|around|approximately|roughly|circa)"
_ABOUT_BEFORE = re.compile(
    r"\b(?:about|around|approximately|roughly|circa|shortly (?:after|before)|just (?:after|before)|"
    r"soon after|a (?:little|bit) (?:after|before)|sometime (?:around|before|after))\s$",
    re.IGNORECASE,
)


def _is_about(match: Match) -> bool:
    """“around 5 p.m.”, “shortly after noon”."""
    words = {"about", "around", "approximately", "roughly", "circa"}
    return any(map(match.has, words)) or _ABOUT_BEFORE.search(match.before()) is not None


_FACE = "(<clock>|<clock_dot:clock>|<hour>)"


_COMPANY_TOO = ("Eastern", "Pacific")


def _clock(match: Match) -> Partial | None:
    if match.words.endswith(_COMPANY_TOO) and re.match(r"\s[A-Z][a-z]", match.after()):
        return None  # “at 5 p.m. Eastern Airlines said”
    hour, minute, second = match.get("clock") or (match["hour"], None, None)
    if hour > 12 or (minute or 0) > 59 or (second or 0) > 59 or hour == 0:
        return NoDate()
    return Clock(hour, minute, second, match["half_day"], match.get("zone"), _is_about(match))


_TIME_BEFORE = re.compile(
    r"(?:\b(?:at|by|until|till|around|about|from|since|before|after|to|between|and|for|of)\s|"
    r"[(,]\s?)$",
    re.I,
)


# “at 10:35 a.m. (0735 GMT)” tells one moment twice.
_SAME_MOMENT = re.compile(
    r"(?:\d\s?[ap]\.?m\.?|\d[:.]\d\d|\d{4}|noon|midnight|hours|time)\s\($", re.IGNORECASE
)


def _is_same_moment(match: Match) -> bool:
    """Whether the words only repeat a time in another zone."""
    return match.after(1) == ")" and _SAME_MOMENT.search(match.before()) is not None


def _clock_24(match: Match) -> Partial | None:
    hour, minute, second = match["clock"]
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return NoDate()
    zone = match.get("zone")
    if zone is not None and _is_same_moment(match):
        return NoDate()
    if zone is None and (second is not None or not _TIME_BEFORE.search(match.before())):
        return None
    if match.before(4) == "and " and not _TIMES_BEFORE.search(match.before()):
        return None
    return Clock(hour, minute, second, None, zone, _is_about(match))


_TIMES_BEFORE = re.compile(
    r"\b(?:at|between|from|by|until|before|after)\s[\d:.]+(?:\s?[ap]\.?m\.?)?\sand\s$",
    re.IGNORECASE,
)
_AT_BEFORE = re.compile(r"\b(?:at|about|around|by|until|till|before|after|since)\s$", re.IGNORECASE)


def _military(match: Match) -> Partial | None:
    """“0735 GMT”, “at 1800 hours”; “1800 hours of work” are a length of time."""
    hour, minute, _ = match["military"]
    if match.has("hours") or match.has("hrs"):
        figures = match.words[0] == "0" or _AT_BEFORE.search(match.before())
        if not figures or re.match(r"\sof\b", match.after()):
            return None
    if hour > 24 or minute > 59 or _is_same_moment(match):
        return NoDate()
    return Clock(hour, minute, zone=match.get("zone"), approximate=_is_about(match))


def _with_h(match: Match) -> Partial | None:
    hour, minute = match["hour"], match["yy"]
    if "H" in match.words:
        return None  # “1H16” is a half year
    return Clock(hour, minute) if hour <= 24 and minute <= 59 else NoDate()


def _o_clock(match: Match) -> Partial | None:
    number = match["number"]
    return Clock(number, approximate=_is_about(match)) if 1 <= number <= 12 else None


_THINGS_AFTER = re.compile(r"\s[a-z]+s\b")


def _past(match: Match) -> Partial | None:
    """“half past five”, “at ten to nine”; “ten to nine people” isn't a time."""
    hour = match["number"]
    minutes = match.get("minutes") or (30 if match.has("half") else 15)
    if not 1 <= hour <= 12 or minutes not in {5, 10, 15, 20, 25, 30}:
        return None
    sure = _AT_BEFORE.search(match.before()) and not _THINGS_AFTER.match(match.after())
    if match.get("minutes") and match.has("to") and not sure:
        return None
    about = _is_about(match)
    if match.has("to"):
        return Clock(hour - 1 or 12, 60 - minutes, approximate=about)
    return Clock(hour, minutes, approximate=about)


def _noon(match: Match) -> Partial | None:
    """“high noon” is a figure of speech."""
    if re.search(r"\b[Hh]igh\s$", match.before()) or match.get("hour") not in {None, 12}:
        return None
    hour = 24 if match.has("midnight") else 12
    return Clock(hour, 0, zone=match.get("zone"), approximate=_is_about(match))


def _hour_in_part(match: Match) -> Partial | None:
    hour = match.get("hour") if match.get("number") is None else match["number"]
    hour, minute, second = match.get("clock") or (hour, None, None)
    if not 1 <= hour <= 12:
        return None
    return ClockOn(Clock(hour, minute, second), None, match["part"])


def _hour_in_day(match: Match) -> Partial | None:
    """“4.30 this afternoon”, “8 tonight”, “7 Thursday evening”."""
    if match.get("time"):
        return ClockOn(match["time"], match["day"], match["day_part"].code)
    hour, minute, second = match.get("clock") or (match["hour"], None, None)
    sure = match.get("clock") or _TIME_BEFORE.search(match.before())
    if not 1 <= hour <= 12 or (minute or 0) > 59 or not sure:
        return None
    clock = Clock(hour, minute, second, approximate=_is_about(match))
    if match.get("part_moment"):
        return ClockOn(clock, match["part_moment"].date, match["part_moment"].code)
    return ClockOn(clock, match["day"], match["day_part"].code)


RULES = (
    Rule(
        "5 p.m.",
        f"[exactly |{_ABOUT} ]{_FACE}{_HALF}{_ZONE}",
        _clock,
        (
            Example("at 5 p.m.", "2016-05-20T17:00", _DAY),
            Example("at 11:30am EST", "2016-05-20T11:30", _DAY),
            Example("around 7:15 p.m., police said", "2016-05-20T19:15", _DAY, "2016-05-20T19:15~"),
            Example(
                "He was held on May 12 and bailed until May 30. Who saw him at 10 p.m.?",
                "2016-05-12 2016-05-30 2016-05-12T22:00",
                _DAY,
            ),
            Example("shortly after 9.40pm", "2016-05-20T21:40", _DAY, "2016-05-20T21:40~"),
            Example("at 8 p.m. ET", "2016-05-20T20:00", _DAY, "2016-05-20T20-04:00"),
            Example("at 8 p.m. ET", "2016-12-20T20:00", "2016-12-20", "2016-12-20T20-05:00"),
            Example("5 p.m. Pacific time", "2016-12-20T17:00", "2016-12-20", "2016-12-20T17-08:00"),
            Example("6:40 p.m. (GMT +8)", "2016-05-20T18:40", _DAY, "2016-05-20T18:40+08:00"),
        ),
        ("25 pm", "0 am", "11:75 pm"),
    ),
    Rule(
        "17:30",
        f"<clock>{_ZONE}",
        _clock_24,
        (
            Example("at 17:30", "2016-05-20T17:30", _DAY),
            Example("The flight landed 18:00 UTC.", "2016-05-20T18:00Z", _DAY),
            Example("at 18:00 UTC-3:30", "2016-05-20T18:00", _DAY, "2016-05-20T18:00-03:30"),
        ),
        ("25:99", "won 17:30", "Lap times were 1:32 and 1:35"),
    ),
    Rule(
        "0735 GMT",
        "<military> (<zone>|hours|hrs)",
        _military,
        (
            Example("(0735 GMT)", "2016-05-20T07:35Z", _DAY),
            Example("at 1800 hours on 4 June 2010", "2010-06-04T18:00"),
        ),
        ("at 10:35 a.m. (0735 GMT)", "1800 hours of work", "for 1200 hours", "at 2575 hours"),
    ),
    Rule(
        "14h30",
        "<hour>~h~<yy>",
        _with_h,
        (Example("at 14h30 on Monday", "2016-05-16T14:30", _DAY),),
        ("14h75",),
    ),
    Rule(
        "5 o'clock",
        "<number> (o ~(’|') ~clock|oclock)",
        _o_clock,
        (Example("at five o'clock", "2016-05-20T05:00", _DAY),),
    ),
    Rule(
        "half past five",
        "(half past|[a ]quarter (past|to)|<number:minutes> (past|to)) <number>",
        _past,
        (
            Example("at half past five", "2016-05-20T05:30", _DAY),
            Example("ten past six on Tuesday", "2016-05-17T06:10", _DAY),
            Example("at five to nine", "2016-05-20T08:55", _DAY),
        ),
        ("five to nine people", "at five to nine dollars"),
    ),
    Rule(
        "noon",
        f"[{_ABOUT} ][<hour> ](noon|midday|midnight){_ZONE}",
        _noon,
        (
            Example("at noon", "2016-05-20T12:00", _DAY),
            Example("He emerged shortly after midnight", "2016-05-20T00:00", _DAY),
            Example("It will close at midnight", "2016-05-20T24:00", _DAY),
            Example("at 12 noon EST", "2016-05-20T12:00", _DAY, "2016-05-20T12:00-05:00"),
        ),
        ("the film High Noon",),
    ),
    Rule(
        "4 in the morning",
        "(<clock>|<hour>|<number>) (in the|at) <part>",
        _hour_in_part,
        (Example("at 4 in the morning", "2016-05-20T04:00", _DAY),),
    ),
)


def _on_day(match: Match) -> Partial:
    time = match["time"] if match.get("time") else match["hour_part"]
    if isinstance(time, ClockOn):
        return ClockOn(time.clock, match["day"], time.part)
    return ClockOn(time, match["day"])


def _in_day_part(match: Match) -> Partial:
    inner = match["part_moment"]
    return ClockOn(match["time"], inner.date, inner.code)


def _hour_in_day_part(match: Match) -> Partial | None:
    inner = match["part_moment"]
    if not 1 <= match["hour"] <= 12:
        return None
    return ClockOn(Clock(match["hour"]), inner.date, inner.code)


def _bare_on_day(match: Match) -> Partial | None:
    hour, minute, second = match.get("clock") or match.get("dot") or (match["hour"], None, None)
    if hour > 23 or (minute or 0) > 59 or re.match(r"\s?(?:[a-z]{3,}|[%-])", match.after()):
        return None
    if match.get("dot") and not re.search(r"\bat\s$", match.before()):
        return None
    return ClockOn(Clock(hour, minute, second), match["day"])


JOINS = (
    Rule(
        "<time> <day>",
        "(<time>|<hour_part>)[ (local time|time)][ ,] [on |of ][the ]<day_date:day>",
        _on_day,
        (
            Example("at 5 p.m. EST, Nov. 6, 1989", "1989-11-06T17:00", None, "1989-11-06T17-05:00"),
            Example("10 p.m. Wednesday", "2016-05-18T22:00", _DAY),
            Example("noon Thursday", "2016-05-19T12:00", _DAY),
        ),
    ),
    Rule(
        "<day> at <time>",
        "<day_date:day>[ ,] [at |around |about |at about |by |for ](<time>|<hour_part>)",
        _on_day,
        (
            Example("Tuesday at 3:30 p.m.", "2016-05-17T15:30", _DAY),
            Example("yesterday at noon", "2016-05-19T12:00", _DAY),
        ),
    ),
    Rule(
        "12:30 <day>",
        "(<clock>|<clock_dot:dot>)[ ,] [on ]<day_date:day>",
        _bare_on_day,
        (
            Example("12:30 December 27", "2015-12-27T12:30", "2016-01-03"),
            Example("at 21.15 on 3 May 2011", "2011-05-03T21:15"),
        ),
    ),
    Rule(
        "<day> at 4:30",
        "<day_date:day>[ ,] at (<clock>|<clock_dot:clock>|<hour>)",
        _bare_on_day,
        (Example("on Monday at 9", "2016-05-16T09:00", _DAY),),
        ("Monday at 5 percent",),
    ),
    Rule(
        "tonight at 8 p.m.",
        "<part_moment>[ ,] [(at|around|about) ]<time>",
        _in_day_part,
        (
            Example("last night at 8 p.m.", "2016-05-19T20:00", _DAY),
            Example("last night around 8 p.m.", "2016-05-19T20:00", _DAY, "2016-05-19T20~"),
        ),
    ),
    Rule(
        "8 tonight",
        "((<clock>|<clock_dot:clock>|<hour>|<number:hour>)[ ,] "
        "(<part_moment>|[on ]<day_date:day> <day_part>)|<time>[ ,] [on ]<day_date:day> <day_part>)",
        _hour_in_day,
        (
            Example("at 4.30 this afternoon", "2016-05-20T16:30", _DAY),
            Example("at eight tonight", "2016-05-20T20:00", _DAY),
            Example("around 7 Thursday evening", "2016-05-19T19:00", _DAY),
            Example("at 10:30 p.m. Thursday night", "2016-05-19T22:30", _DAY),
            Example("at 2 last night", "2016-05-20T02:00", _DAY),
        ),
        ("It had 7 this morning",),
    ),
    Rule(
        "8am this morning",
        "<time>[ ,] <part_moment>",
        _in_day_part,
        (Example("at 8 a.m. this morning", "2016-05-20T08:00", _DAY),),
    ),
    Rule(
        "tonight at 8",
        "<part_moment> (at|around|about) <hour>",
        _hour_in_day_part,
        (Example("last night at 8", "2016-05-19T20:00", _DAY),),
    ),
)
