"""German dates counted from others: gestern, vor drei Tagen, letzte Woche, zwei Tage später."""

from __future__ import annotations

from timeline_app.tagger.partials import (
    CLOCK_UNITS,
    Ahead,
    CalendarDate,
    DayPart,
    Duration,
    From,
    Nearest,
    Partial,
    PartOfYear,
    Recurring,
    Ref,
    Shift,
    Stretch,
    Vague,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday
_EVERY = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y"}


def _day(match: Match) -> Partial:
    return Shift("day", match["day_word"])


def _day_part(match: Match) -> Partial:
    return DayPart(match["part"], Shift("day", match["day_word"]))


def _step_unit(match: Match) -> Partial | None:
    unit = match["unit"]
    return None if unit in CLOCK_UNITS or unit == "day" else Shift(unit, match["step"])


def _step_name(match: Match) -> Partial:
    if match.get("season"):
        return Nearest(PartOfYear("season", match["season"]), match["step"])
    inner = CalendarDate(month=match.get("month"), weekday=match.get("weekday"))
    return Nearest(inner, match["step"], soonest=match["step"] > 0)


def _ago(match: Match) -> Partial | None:
    unit, count = match["unit"], match["number"]
    return None if unit == "weekend" else Shift(unit, -count, exact=unit in CLOCK_UNITS)


def _ahead(match: Match) -> Partial | None:
    return None if match["unit"] == "weekend" else Ahead(match["number"], match["unit"])


def _later(match: Match) -> Partial | None:
    unit = match["unit"]
    if unit == "weekend":
        return None
    count = match["number"] * (-1 if match.has("zuvor") or match.has("früher") else 1)
    return Shift(unit, count, From.STORY, exact=unit in CLOCK_UNITS)


def _stretch(match: Match) -> Partial:
    return Stretch(Duration(((match["number"], match["unit"]),)), -1 if match["step"] < 0 else 1)


RULES = (
    Rule(
        "gestern",
        "<day_word>",
        _day,
        (Example("gestern", "2016-05-19", _DAY), Example("bis morgen", "2016-05-21", _DAY)),
    ),
    Rule(
        "gestern Abend",
        "<day_word> <part>",
        _day_part,
        (Example("gestern Abend", "2016-05-19TEV", _DAY),),
    ),
    Rule(
        "letzte Woche",
        "<step> <unit>",
        _step_unit,
        (
            Example("letzte Woche", "2016-W19", _DAY),
            Example("im vergangenen Jahr", "2015", _DAY),
            Example("nächsten Monat", "2016-06", _DAY),
        ),
    ),
    Rule(
        "letzten Montag",
        "<step> (<weekday>|<month>|<season>)",
        _step_name,
        (
            Example("am vergangenen Montag", "2016-05-16", _DAY),
            Example("am kommenden Dienstag", "2016-05-24", _DAY),
            Example("im vergangenen Sommer", "2015-SU", _DAY),
        ),
    ),
    Rule(
        "vor drei Tagen",
        "vor <number> <unit>",
        _ago,
        (
            Example("vor drei Tagen", "2016-05-17", _DAY),
            Example("vor 20 Jahren", "1996", _DAY),
        ),
    ),
    Rule(
        "in zwei Wochen",
        "in <number> <unit>",
        _ahead,
        (Example("wird in zwei Wochen öffnen", "2016-W22", _DAY),),
    ),
    Rule(
        "zwei Tage später",
        "<number> <unit> (später|danach|zuvor|früher)",
        _later,
        (Example("Am 3. Mai 2011 ging er. Zwei Tage später", "2011-05-03 2011-05-05", _DAY),),
    ),
    Rule(
        "die letzten drei Jahre",
        "[(die|den|der) ]<step> <number> <unit>",
        _stretch,
        (Example("in den letzten drei Jahren", "P3Y", _DAY),),
    ),
    Rule(
        "drei Tage",
        "<number>_<unit>",
        lambda m: Duration(((m["number"], m["unit"]),)),
        (Example("drei Tage", "P3D"),),
    ),
    Rule(
        "jeden Tag",
        "(jeden|jede|jedes) <unit>",
        lambda m: Recurring(_EVERY[m["unit"]]) if m["unit"] in _EVERY else None,
        (Example("jeden Tag", "P1D"),),
    ),
    Rule(
        "täglich",
        "(täglich|wöchentlich|monatlich|jährlich)",
        lambda m: Recurring(
            "P1" + {"tä": "D", "wö": "W", "mo": "M", "jä": "Y"}[m.words[:2].lower()]
        ),
        (Example("täglich", "P1D"),),
    ),
    Rule(
        "jetzt",
        "(jetzt|derzeit|zurzeit|gegenwärtig|momentan)",
        lambda m: Vague(Ref.PRESENT),
        (Example("derzeit", "PRESENT_REF"),),
    ),
    Rule(
        "kürzlich",
        "(kürzlich|neulich|unlängst|vor kurzem)",
        lambda m: Vague(Ref.PAST),
        (Example("kürzlich", "PAST_REF"),),
    ),
    Rule(
        "bald",
        "(bald|demnächst|künftig)",
        lambda m: Vague(Ref.FUTURE),
        (Example("demnächst", "FUTURE_REF"),),
    ),
)
