"""German words that dates are made of, by the slots that they fill."""

from __future__ import annotations

from typing import Any

MONTHS = {
    "januar": 1, "jänner": 1, "jan.": 1, "februar": 2, "feb.": 2, "märz": 3, "april": 4,
    "apr.": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "aug.": 8, "september": 9,
    "sept.": 9, "oktober": 10, "okt.": 10, "november": 11, "nov.": 11, "dezember": 12,
    "dez.": 12,
}  # fmt: skip
WEEKDAYS = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6,
    "sonnabend": 6, "sonntag": 7,
}  # fmt: skip
PARTS = {"vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV", "nacht": "NI"}
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2}
UNITS = {
    "sekunde": "second", "sekunden": "second", "minute": "minute", "minuten": "minute",
    "stunde": "hour", "stunden": "hour", "tag": "day", "tage": "day", "tagen": "day",
    "woche": "week", "wochen": "week", "wochenende": "weekend", "monat": "month",
    "monate": "month", "monaten": "month", "monats": "month", "quartal": "quarter",
    "quartale": "quarter", "quartalen": "quarter", "jahr": "year", "jahre": "year",
    "jahren": "year", "jahres": "year", "jahrzehnt": "decade", "jahrzehnte": "decade",
    "jahrzehnten": "decade",
}  # fmt: skip
SEASONS = {"frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3, "winter": 4}
NUMBERS = {
    "einem": 1, "einer": 1, "ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
    "zwanzig": 20, "dreißig": 30, "hundert": 100,
}  # fmt: skip
STEPS = {
    stem + ending: step
    for stem, step in {
        "letzt": -1, "vergangen": -1, "vorig": -1, "dies": 0, "nächst": 1, "kommend": 1,
    }.items()
    for ending in ("e", "er", "es", "en", "em")
}  # fmt: skip


def words() -> dict[str, dict[str, Any]]:
    """Slots of each word, known in any case."""
    table: dict[str, dict[str, Any]] = {}

    def add(slot: str, entries: dict[str, Any]) -> None:
        for word, value in entries.items():
            table.setdefault(word, {})[slot] = value

    add("month", MONTHS)
    add("weekday", WEEKDAYS)
    add("part", PARTS)
    add("day_word", DAYS)
    add("unit", UNITS)
    add("season", SEASONS)
    add("number", NUMBERS)
    add("step", STEPS)
    add(
        "weekday_part",
        {day + part: (n, code) for day, n in WEEKDAYS.items() for part, code in PARTS.items()},
    )
    return table


def cased() -> dict[str, dict[str, Any]]:
    """Slots that a word only has when it is written just so."""
    return {
        "morgen": {"day_word": 1},
        "Morgen": {"part": "MO"},
        **{f"{day.capitalize()}morgen": {"weekday_part": (n, "MO")} for day, n in WEEKDAYS.items()},
    }
