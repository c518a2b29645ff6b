"""Clock times and parts of a day, by themselves and with a day."""

from __future__ import annotations

import re

from timeline_app.tagger.partials import (
    Clock,
    ClockOn,
    DayPart,
    From,
    NoDate,
    Partial,
    Shift,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday
_HALF = "(~<half_day>|<half_day>)"
_ZONE = "[ <zone>]"
_FACE = "(<clock>|<clock_dot:clock>|<hour>)"


def _clock(match: Match) -> Partial | None:
    hour, minute, second = match.get("clock") or (match["hour"], None, None)
    if hour > 12 or (minute or 0) > 59 or (second or 0) > 59 or hour == 0:
        return NoDate()
    return Clock(hour, minute, second, match["half_day"], match.get("zone"))


_TIME_BEFORE = re.compile(
    r"(?:\b(?:at|by|until|till|around|about|from|since|before|after|to|between|and|for|of)\s|"
    r"[(,]\s?)$",
    re.I,
)


def _clock_24(match: Match) -> Partial | None:
    hour, minute, second = match["clock"]
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return NoDate()
    zone = match.get("zone")
    if zone is None and (second is not None or not _TIME_BEFORE.search(match.before())):
        return None
    return Clock(hour, minute, second, None, zone)


def _military(match: Match) -> Partial:
    hour, minute, _ = match.get("clock") or match["military"]
    return Clock(hour, minute, zone=match.get("zone")) if hour <= 24 else NoDate()


def _o_clock(match: Match) -> Partial | None:
    number = match["number"]
    return Clock(number) if 1 <= number <= 12 else None


def _past(match: Match) -> Partial | None:
    hour = match["number"]
    if not 1 <= hour <= 12:
        return None
    minutes = 30 if match.has("half") else 15
    return Clock(hour - 1 or 12, 45) if match.has("to") else Clock(hour, minutes)


def _noon(match: Match) -> Partial | None:
    """“high noon” is a figure of speech."""
    if re.search(r"\b[Hh]igh\s$", match.before()):
        return None
    return Clock(24 if match.has("midnight") else 12, 0, zone=match.get("zone"))


def _hour_in_part(match: Match) -> Partial | None:
    hour, minute, second = match.get("clock") or (match.get("hour") or match["number"], None, None)
    if not 1 <= hour <= 12:
        return None
    return ClockOn(Clock(hour, minute, second), None, match["part"])


_STEPS = {"last": -1, "previous": -1, "this": 0, "that": 0, "next": 1, "following": 1}


def _part_of(match: Match) -> Partial:
    """“last night” is the night before; “that evening” and “the next morning” follow the story."""
    steps = next((step for word, step in _STEPS.items() if match.has(word)), 0)
    from_story = match.has("that") or match.has("the") or match.has("same")
    origin = From.STORY if from_story else From.SPEECH
    return DayPart(match["part"], Shift("day", steps, origin))


def _part_beside(match: Match) -> Partial | None:
    """“the night before”, but not “the night before the battle”."""
    if re.match(r"\s(?!(?:he|she|it|they|we|I)\b)\w", match.after()):
        return None
    return DayPart(match["part"], Shift("day", -1 if match.has("before") else 1, From.STORY))


def _tonight(match: Match) -> Partial:
    return DayPart("NI", Shift("day", 0))


def _overnight(match: Match) -> Partial:
    return DayPart("NI", Shift("day", -1))


_PART_BEFORE = re.compile(r"\b(?:in|during|by|through|until|since|of)\s$", re.I)


def _the_part(match: Match) -> Partial | None:
    """“in the morning” of the day told of; a noun group (“the night shift”) is left alone."""
    if not _PART_BEFORE.search(match.before()) or re.match(r"\s[a-z]{4,}", match.after()):
        return None
    return DayPart(match["part"])


RULES = (
    Rule(
        "5 p.m.",
        f"[exactly |about |around |at about |at around ]{_FACE}{_HALF}{_ZONE}",
        _clock,
        (
            Example("at 5 p.m.", "2016-05-20T17:00", _DAY),
            Example("at 11:30am EST", "2016-05-20T11:30", _DAY),
            Example("around 7:15 p.m., police said", "2016-05-20T19:15", _DAY),
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
        ),
        ("25:99", "won 17:30"),
    ),
    Rule(
        "0735 GMT",
        "<military> <zone>",
        _military,
        (Example("(0735 GMT)", "2016-05-20T07:35Z", _DAY),),
    ),
    Rule(
        "5 o'clock",
        "<number> (o ~(’|') ~clock|oclock)",
        _o_clock,
        (Example("at five o'clock", "2016-05-20T05:00", _DAY),),
    ),
    Rule(
        "half past five",
        "(half past|[a ]quarter (past|to)) <number>",
        _past,
        (Example("at half past five", "2016-05-20T05:30", _DAY),),
    ),
    Rule(
        "noon",
        f"[about |around |at about |at around ](noon|midday|midnight){_ZONE}",
        _noon,
        (Example("at noon", "2016-05-20T12:00", _DAY),),
        ("the film High Noon",),
    ),
    Rule(
        "4 in the morning",
        "(<clock>|<hour>|<number>) (in the|at) <part>",
        _hour_in_part,
        (Example("at 4 in the morning", "2016-05-20T04:00", _DAY),),
    ),
    Rule(
        "last night",
        "([(early|earlier|late|later) ](last|this|next|that[ same])|"
        "the (next|following|previous|same)) <part>",
        _part_of,
        (
            Example("last night", "2016-05-19TNI", _DAY),
            Example("this morning", "2016-05-20TMO", _DAY),
            Example("On May 3 he left. The next morning", "2016-05-03 2016-05-04TMO", _DAY),
        ),
    ),
    Rule(
        "the night (before|after)",
        "the <part> (before|after)",
        _part_beside,
        (Example("On May 3 he left. The night before, he", "2016-05-03 2016-05-02TNI", _DAY),),
        ("the night before the battle",),
    ),
    Rule("tonight", "(tonight|tonite)", _tonight, (Example("tonight", "2016-05-20TNI", _DAY),)),
    Rule(
        "overnight",
        "overnight",
        _overnight,
        (Example("shelling continued overnight", "2016-05-19TNI", _DAY),),
    ),
    Rule(
        "the morning",
        "(the|mid|early|late)_<part>",
        _the_part,
        (Example("On May 3 he left. In the morning", "2016-05-03 2016-05-03TMO", _DAY),),
        ("the night shift",),
    ),
    Rule("<part>", "<part>", lambda match: DayPart(match["part"]), latent=True),
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


def _day_part(match: Match) -> Partial:
    part = match["day_part"]
    return DayPart(part.code, match["day"])


def _overnight_on(match: Match) -> Partial | None:
    """“overnight Wednesday” is that day's night."""
    return DayPart("NI", match["day"]) if match.words[:9].lower() == "overnight" else None


def _bare_on_day(match: Match) -> Partial | None:
    hour, minute, second = match.get("clock") or (match["hour"], None, None)
    if hour > 23 or (minute or 0) > 59 or re.match(r"\s?(?:[a-z]{3,}|[%-])", match.after()):
        return None
    return ClockOn(Clock(hour, minute, second), match["day"])


JOINS = (
    Rule(
        "overnight <weekday>",
        "<part_moment> [on ]<bare_weekday:day>",
        _overnight_on,
        (Example("The storm hit overnight Wednesday", "2016-05-18TNI", _DAY),),
    ),
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
        "<clock>[ ,] [on ]<day_date:day>",
        _bare_on_day,
        (Example("12:30 December 27", "2015-12-27T12:30", "2016-01-03"),),
    ),
    Rule(
        "<day> at 4:30",
        "<day_date:day>[ ,] at (<clock>|<clock_dot:clock>|<hour>)",
        _bare_on_day,
        (Example("on Monday at 9", "2016-05-16T09:00", _DAY),),
        ("Monday at 5 percent",),
    ),
    Rule(
        "<day> <part of day>",
        "[the ]<day_date:day>[ ,] [in |in the |at ][early |late |mid_]<day_part>",
        _day_part,
        (
            Example("Friday morning", "2016-05-20TMO", _DAY),
            Example("yesterday evening", "2016-05-19TEV", _DAY),
        ),
    ),
    Rule(
        "<part of day> of <day>",
        "[the |mid_|early |late ]<day_part> (of|on)[ the] <day_date:day>",
        _day_part,
        (Example("on the evening of May 3, 2016", "2016-05-03TEV"),),
    ),
    Rule(
        "mid-afternoon yesterday",
        "(mid|early|late)_<day_part> <day_date:day>",
        _day_part,
        (Example("at mid-afternoon yesterday", "2016-05-19TAF", _DAY),),
    ),
    Rule(
        "tonight at 8 p.m.",
        "<part_moment>[ ,] (at|around|about) <time>",
        _in_day_part,
        (Example("last night at 8 p.m.", "2016-05-19T20:00", _DAY),),
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
