"""Dates made of dates: in a frame, early or late in it, about it."""

from __future__ import annotations

from timeline_app.domain.timevalue import Mod
from timeline_app.tagger.partials import Holiday, Nearest, Partial, Qualified, Within
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"
_MODS = {
    "early": Mod.START, "beginning": Mod.START, "start": Mod.START, "dawn": Mod.START,
    "first": Mod.START, "mid": Mod.MID, "middle": Mod.MID, "late": Mod.END, "end": Mod.END,
    "close": Mod.END, "latter": Mod.END,
}  # fmt: skip


def _framed(match: Match) -> Partial:
    return Within(match["inner"], match["frame"])


def _qualified(match: Match) -> Partial:
    mod = next((mod for word, mod in _MODS.items() if match.has(word)), None)
    return Qualified(match["date"], mod)


def _nearly(match: Match) -> Partial | None:
    """“nearly two years ago”; “more than the previous year” compares."""
    if not match.words.endswith("ago"):
        return None
    return Qualified(match["date"], approximate=True)


def _about(match: Match) -> Partial | None:
    """“about 1990”; but one gets “around Wednesday's ruling”."""
    if "bare_weekday" in match["date"].kinds:
        return None
    return Qualified(match["date"], approximate=True)


def _perhaps(match: Match) -> Partial:
    return Qualified(match["date"], uncertain=True)


def _step_holiday(match: Match) -> Partial | None:
    """“last New Year's Eve”; a year beside it settles it anyway."""
    holiday = match["holiday"]
    if not isinstance(holiday, Holiday) or holiday.year is not None:
        return None
    return Nearest(holiday, -1 if match.has("last") else 1 if match.has("next") else 0)


def _holiday_date(match: Match) -> Partial | None:
    """“Easter Sunday, 1 April 1945” is that date."""
    holiday = match["holiday"]
    return match["date"] if isinstance(holiday, Holiday) and holiday.year is None else None


FRAMES = (
    Rule(
        "<holiday>, <date>",
        "<holiday>[ ,] (<full_day:date>|<month_day:date>)",
        _holiday_date,
        (Example("Easter Sunday, 1 April 1945", "1945-04-01"),),
        ("Christmas 2015, May 2016",),
    ),
    Rule(
        "(last|this|next) <holiday>",
        "(last|this|next) <holiday>",
        _step_holiday,
        (Example("last New Year's Eve", "2015-12-31", _DAY),),
    ),
    Rule(
        "<month> last year",
        "(<bare_month:inner>|<part_of_year:inner>|<month_day:inner>|<holiday:inner>)"
        "[ of] <shifted_year:frame>",
        _framed,
        (
            Example("in May last year", "2015-05", _DAY),
            Example("the third quarter of last year", "2015-Q3", _DAY),
        ),
    ),
)
QUALIFIERS = (
    Rule(
        "(early|mid|late|earlier|later) <date>",
        "[the ][very ](early|mid|late|earlier|later)_[(in|on) [the ]]<date>",
        _qualified,
        (
            Example("early May 2016", "2016-05", None, "2016-05~"),
            Example("the late 1950s", "195"),
            Example("earlier Wednesday", "2016-05-18", _DAY),
        ),
    ),
    Rule(
        "the (beginning|start|end|middle|rest|remainder|close|turn|dawn|eve|part) of <date>",
        "[the ][very ](beginning|start|end|middle|rest|remainder|close|turn|dawn|eve|first part|"
        "latter part) of [the ]<date>",
        _qualified,
        (
            Example("the end of 1999", "1999", None, "1999~"),
            Example("the beginning of March 2016", "2016-03"),
        ),
    ),
    Rule(
        "(nearly|almost|more than|less than|over|roughly|just under) <date>",
        "(nearly|almost|more than|less than|over|roughly|just over|just under) <shift:date>",
        _nearly,
        (Example("almost two years ago", "2014", _DAY),),
    ),
    Rule(
        "about <date>",
        "((about|around|circa|c.|ca.|approximately|roughly|some time in|sometime in) <date>|"
        "<date> or (so|thereabouts))",
        _about,
        (
            Example("about 1990", "1990", None, "1990~"),
            Example("in 1990 or so", "1990", None, "1990~"),
            Example("ca. 1850", "1850", None, "1850~"),
        ),
    ),
    Rule(
        "possibly <date>",
        "(possibly|perhaps|maybe|probably|presumably)[ (in|on)] <date>",
        _perhaps,
        (Example("possibly in 1990", "1990", None, "1990?"),),
    ),
)
