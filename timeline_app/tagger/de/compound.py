"""German dates made of dates: Mai vergangenen Jahres, Anfang Mai, seit 2011, von 2010 bis 2012."""

from __future__ import annotations

from timeline_app.domain.timevalue import Mod
from timeline_app.tagger.partials import Between, ClockOn, Partial, Qualified, Within
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"
_MODS = {"anfang": Mod.START, "mitte": Mod.MID, "ende": Mod.END}


def _framed(match: Match) -> Partial:
    return Within(match["inner"], match["frame"])


def _clock_on(match: Match) -> Partial:
    return ClockOn(match["time"], match["day"])


def _qualified(match: Match) -> Partial:
    mod = next((mod for word, mod in _MODS.items() if match.has(word)), None)
    return Qualified(match["date"], mod)


def _about(match: Match) -> Partial:
    return Qualified(match["date"], approximate=True)


def _between(match: Match) -> Partial:
    return Between(match["first"], match["last"], "bis")


def _since(match: Match) -> Partial:
    return Between(match["date"], None, "seit")


def _until(match: Match) -> Partial:
    return Between(None, match["date"], "bis")


JOINS = (
    Rule(
        "Mai vergangenen Jahres",
        "(<bare_month:inner>|<month_day:inner>|<part_of_year:inner>) [des ]<shifted_year:frame>",
        _framed,
        (Example("im Mai vergangenen Jahres", "2015-05", _DAY),),
    ),
    Rule(
        "Montag um 17 Uhr",
        "<day_date:day>[ ,] (um|gegen) <time>",
        _clock_on,
        (Example("am Montag um 17.30 Uhr", "2016-05-16T17:30", _DAY),),
    ),
)
QUALIFIERS = (
    Rule(
        "Anfang Mai",
        "(anfang|mitte|ende)[ (der|des)] <date>",
        _qualified,
        (Example("Anfang Mai 2016", "2016-05", None, "2016-05~"),),
    ),
    Rule(
        "etwa 1990",
        "(etwa|ungefähr|circa|um|gegen) (<bare_year:date>|<month_date:date>)",
        _about,
        (Example("etwa 1990", "1990", None, "1990~"),),
    ),
)
INTERVALS = (
    Rule(
        "von 2010 bis 2012",
        "[(von|vom) ]<date:first> (bis|bis zum|-|–) <date:last>",
        _between,
        (Example("von 2010 bis 2012", "2010 2012", None, "2010/2012"),),
    ),
    Rule(
        "zwischen 2011 und 2016",
        "zwischen <date:first> und <date:last>",
        _between,
        (Example("zwischen 2011 und 2016", "2011 2016", None, "2011/2016"),),
    ),
    Rule(
        "seit 2011",
        "(seit|ab)[ dem] <date>",
        _since,
        (Example("seit 2011", "2011", None, "2011/.."),),
    ),
    Rule("bis 2020", "bis[ zum] <date>", _until, (Example("bis 2020", "2020", None, "../2020"),)),
)
