"""Dates made of dates: in a frame, qualified, from one to another, open at one end."""

from __future__ import annotations

from timeline_app.domain.timevalue import Mod
from timeline_app.tagger.partials import Between, CalendarDate, Partial, Qualified, Within
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


def _about(match: Match) -> Partial | None:
    """“about 1990”; but one gets “around Wednesday's ruling”."""
    if "bare_weekday" in match["date"].kinds:
        return None
    return Qualified(match["date"], approximate=True)


def _between(match: Match) -> Partial:
    return Between(match["first"], match["last"], "to")


def _times(match: Match) -> Partial | None:
    if not match.has("from") and not match.has("between") and match.has("and"):
        return None
    return Between(match["first"], match["last"], "to")


def _days(match: Match) -> Partial:
    month, year = match["month"], match.get("year")
    if match.get("day_range"):
        first, last, _ = match["day_range"]
    else:
        first, last = match["first"], match["last"]
    return Between(CalendarDate(year, month, first), CalendarDate(year, month, last), "to")


def _years(match: Match) -> Partial:
    first, last, _ = match["year_range"]
    return Between(CalendarDate(first), CalendarDate(last), "to")


def _since(match: Match) -> Partial:
    return Between(match["date"], None, "since")


def _until(match: Match) -> Partial:
    return Between(None, match["date"], "until")


FRAMES = (
    Rule(
        "<month> last year",
        "(<bare_month:inner>|<part_of_year:inner>|<month_day:inner>)[ of] <shifted_year:frame>",
        _framed,
        (
            Example("in May last year", "2015-05", _DAY),
            Example("the third quarter of last year", "2015-Q3", _DAY),
        ),
    ),
)
RANGES = (
    Rule(
        "May 3-5, <year>",
        "(<month>|<month_weak:month>) <day_range>[[ ,] <year>]",
        _days,
        (Example("May 3-5, 2016", "2016-05-03 2016-05-05", None, "2016-05-03/2016-05-05"),),
    ),
    Rule(
        "3-5 May <year>",
        "<day_range> (<month>|<month_weak:month>)[[ ,] <year>]",
        _days,
        (Example("3-5 May 2016", "2016-05-03 2016-05-05"),),
    ),
    Rule(
        "May 3 to 5",
        "[from |between ](<month>|<month_weak:month>) <day:first> (to|and|through|until) "
        "<day:last>[[ ,] <year>]",
        _days,
        (Example("from March 3 to 8, 2016", "2016-03-03 2016-03-08"),),
    ),
    Rule(
        "1939-45",
        "<year_range>",
        _years,
        (Example("1939-45", "1939 1945", None, "1939/1945"),),
    ),
)
QUALIFIERS = (
    Rule(
        "early <date>",
        "[the ][very ](early|mid|late|earlier|later)_[(in|on) [the ]]<date>",
        _qualified,
        (
            Example("early May 2016", "2016-05", None, "2016-05~"),
            Example("the late 1950s", "195"),
            Example("earlier Wednesday", "2016-05-18", _DAY),
        ),
    ),
    Rule(
        "the end of <date>",
        "[the ][very ](beginning|start|end|middle|rest|remainder|close|turn|dawn|eve|first part|"
        "latter part) of [the ]<date>",
        _qualified,
        (
            Example("the end of 1999", "1999", None, "1999~"),
            Example("the beginning of March 2016", "2016-03"),
        ),
    ),
    Rule(
        "nearly <date>",
        "(nearly|almost|more than|less than|over|roughly|just over|just under) <shift:date>",
        _about,
        (Example("almost two years ago", "2014", _DAY),),
    ),
    Rule(
        "about <date>",
        "(about|around|circa|c.|approximately|some time in|sometime in) <date>",
        _about,
        (Example("about 1990", "1990", None, "1990~"),),
    ),
)
INTERVALS = (
    Rule(
        "from <date> to <date>",
        "[from |starting ]<date:first> (to|until|till|through|thru|-|–|—|up to) <date:last>",
        _between,
        (
            Example(
                "from March 3 to March 8, 2016",
                "2016-03-03 2016-03-08",
                None,
                "2016-03-03/2016-03-08",
            ),
            Example("from 2010 to 2012", "2010 2012", None, "2010/2012"),
        ),
    ),
    Rule(
        "from <time> to <time>",
        "[from |between ](<moment:first>|<time:first>) (to|until|till|through|-|–|and) "
        "(<moment:last>|<time:last>)",
        _times,
        (Example("from 5 p.m. to 7 p.m.", "2016-05-20T17:00 2016-05-20T19:00", _DAY),),
    ),
    Rule(
        "between <date> and <date>",
        "between <date:first> and <date:last>",
        _between,
        (Example("between 2011 and 2016", "2011 2016", None, "2011/2016"),),
    ),
    Rule(
        "since <date>",
        "[ever ]since <date>",
        _since,
        (Example("since 2011", "2011", None, "2011/.."),),
    ),
    Rule(
        "until <date>",
        "(until|till|through|up to) <date>",
        _until,
        (Example("until 2020", "2020", None, "../2020"),),
    ),
)
