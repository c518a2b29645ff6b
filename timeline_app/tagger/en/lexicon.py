"""English words that dates are made of, by the slots that they fill."""

from __future__ import annotations

from typing import Any

from timeline_app.tagger.partials import Zone

MONTHS = {
    "january": 1, "jan": 1, "jan.": 1,
    "february": 2, "feb": 2, "feb.": 2,
    "mar.": 3,
    "april": 4, "apr": 4, "apr.": 4,
    "june": 6, "jun": 6, "jun.": 6,
    "july": 7, "jul": 7, "jul.": 7,
    "august": 8, "aug": 8, "aug.": 8,
    "september": 9, "sept": 9, "sept.": 9, "sep": 9, "sep.": 9,
    "october": 10, "oct": 10, "oct.": 10,
    "november": 11, "nov": 11, "nov.": 11,
    "december": 12, "dec": 12, "dec.": 12,
}  # fmt: skip
# Also words of other meanings: months by themselves only when capitalised.
WEAK_MONTHS = {"may": 5, "march": 3, "mar": 3}

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4,
    "friday": 5, "saturday": 6, "sunday": 7, "tues": 2, "weds": 3, "thurs": 4,
}  # fmt: skip
# Too short to be weekdays by themselves ("the Sun", "sat").
SHORT_WEEKDAYS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4,
    "fri": 5, "sat": 6, "sun": 7,
    "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "weds.": 3, "thu.": 4, "thur.": 4,
    "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 7,
}  # fmt: skip

UNITS = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second",
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour",
    "day": "day", "days": "day",
    "week": "week", "weeks": "week", "wk": "week", "wks": "week",
    "fortnight": "fortnight", "fortnights": "fortnight",
    "weekend": "weekend", "weekends": "weekend",
    "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter",
    "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade",
    "century": "century", "centuries": "century",
    "millennium": "millennium", "millennia": "millennium", "millenniums": "millennium",
}  # fmt: skip
PLURALS = frozenset(word for word in UNITS if word.endswith("s")) | {"centuries", "millennia"}

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
PARTS = {
    "morning": "MO", "afternoon": "AF",
    "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV", "lunchtime": "MI",
    "teatime": "AF", "sunrise": "MO", "daybreak": "MO", "sunset": "EV", "nightfall": "NI",
}  # fmt: skip
MANY_PARTS = {
    "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI",
}  # fmt: skip
ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ONES_ORDINAL = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9,
}  # fmt: skip
ORDINALS = ONES_ORDINAL | {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90, "noughties": 0, "aughts": 0,
}  # fmt: skip
HOLIDAYS = {
    "christmas": "christmas", "xmas": "christmas", "easter": "easter",
    "thanksgiving": "thanksgiving", "halloween": "halloween", "juneteenth": "juneteenth",
    "pentecost": "pentecost", "epiphany": "epiphany",
}  # fmt: skip
SOUTHERN = (
    *("austral", "antarctic", "australian", "argentine", "argentinian", "chilean", "brazilian"),
    *("uruguayan", "tasmanian"),
)
ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "CET": 60, "WAT": 60, "CEST": 120, "EET": 120,
    "SAST": 120, "EEST": 180, "MSK": 180, "EAT": 180, "HKT": 480, "SGT": 480, "AWST": 480,
    "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "AST": -240, "ADT": -180,
}  # fmt: skip
# An hour more while summer time is on.
SUMMER_ZONES = {"ET": -300, "CT": -360, "MT": -420, "PT": -480, "Eastern": -300, "Pacific": -480}
REGIONS = {"eastern": -300, "central": -360, "mountain": -420, "pacific": -480}
HALVES = {
    "am": "am",
    "a.m.": "am",
    "a.m": "am",
    "a. m.": "am",
    "p. m.": "pm",
    "pm": "pm",
    "p.m.": "pm",
    "p.m": "pm",
}


def words() -> dict[str, dict[str, Any]]:
    """Slots of each word, known in any case."""
    table: dict[str, dict[str, Any]] = {}

    def add(slot: str, entries: dict[str, Any]) -> None:
        for word, value in entries.items():
            table.setdefault(word, {})[slot] = value

    add("month", MONTHS)
    add("month_weak", WEAK_MONTHS)
    add("weekday", WEEKDAYS)
    add("weekday_short", SHORT_WEEKDAYS)
    add("weekdays", {f"{word}s": number for word, number in WEEKDAYS.items()})
    add("unit", UNITS)
    add("units", {word: UNITS[word] for word in PLURALS})
    add("one_unit", {word: unit for word, unit in UNITS.items() if word not in PLURALS})
    add("season", SEASONS)
    add("part", PARTS)
    add("parts", MANY_PARTS)
    add("number", ONES | TEENS | TENS)
    add("ones", ONES)
    add("teens", TEENS)
    add("tens", TENS)
    add("ordinal", ORDINALS)
    add("day", ORDINALS)
    add("ones_ordinal", ONES_ORDINAL)
    add("decade", DECADES)
    add("half_day", HALVES)
    add("feast", HOLIDAYS)
    add("region", REGIONS)
    add("then", {"then": True})
    add("bce", dict.fromkeys(("bc", "bce", "b.c.", "b.c.e."), True))
    add("ce", dict.fromkeys(("ad", "ce", "a.d.", "c.e."), True))
    add("south", dict.fromkeys(SOUTHERN, True))
    return table


def cased() -> dict[str, dict[str, Any]]:
    """Slots that a word only has when it is written just so."""
    table: dict[str, dict[str, Any]] = {"May": {"month": 5}, "March": {"month": 3}}
    for half, value in HALVES.items():
        for form in (half.upper(), half.capitalize(), half.replace("m", " m")):
            table[form] = {"half_day": value}
    for zone, minutes in ZONES.items():
        table[zone] = {"zone": Zone(minutes)}
    for zone, minutes in SUMMER_ZONES.items():
        table[zone] = {"zone": Zone(minutes, summer=True)}
    table["("] = {"open": True}
    table[")"] = {"close": True}
    return table
