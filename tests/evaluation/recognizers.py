"""Compares our readings with the Microsoft Recognizers-Text specifications (MIT licence).

What is compared: inputs whose expected results hold a calendar date (date, daterange,
datetime, datetimerange), that the project's own Python port supports, and whose specification
gives both a reference date and a value. An input is right when every such result is found
with the same span and value, and nothing else that can be placed is found beside them.

What is evened out first, because the notations differ and neither is wrong:
- Spans: they take in signal words ("from", "since", "on", "at"), TimeML leaves them out; both
  spans are compared without the signal words and articles in front of them.
- Readings: they give the past and the future reading of a date without a year; either counts.
- Ends: they give a range's first instant after its end, or its last day as written; either
  counts, to the day. Early, mid and late: they cut in halves, we in thirds; the whole period
  is compared. Parts of a day: the hours differ, the day is compared.
- Counted units: they count to the very day ("two weeks ago" is a day), TimeML to the unit (a
  week); the period must hold their day.
Left out: times, durations and sets (no calendar date), extractor specifications (no value), and
minutes or hours counted from the reference's clock (a publication date has none).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from timeline_app.domain.calendars import DAY, seconds_from_civil
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import TemporalExpression
from timeline_app.domain.timevalue import Grain, Limit, Point, whole_period
from timeline_app.tagger import tag

_DATED = {"date", "daterange", "datetime", "datetimerange"}
_SIGNALS = re.compile(
    r"(?:(?:from|since|between|until|till|before|after|by|on|in|at|the|of|as|for|during|starting|"
    r"within|through|around|about|no later than|no earlier than|earlier than|later than|"
    r"sooner than|as late as|or|equal to)\s+)*",
    re.IGNORECASE,
)
_NOWHERE = {"not resolved", "0001-01-01"}  # what stands there for an impossible date
_FROM_CLOCK = re.compile(r"\b(?:in|within|next|past|last) \S+ (?:minute|hour|second)s?\b", re.I)
_COUNTED = re.compile(
    r"\b(?:week|month|year|decade)s?\b(?: ago| from now| back)?$|^in \S+ \w+$", re.I
)
Expected = Mapping[str, Any]


def is_comparable(case: Mapping[str, Any]) -> bool:
    """True for a case that the comparison takes in."""
    dated = [item for item in case["expected"] if item["type"] in _DATED]
    if any(_FROM_CLOCK.search(item["text"]) for item in dated):
        return False
    return (
        "python" not in case["not_supported"]
        and case["reference_date"] is not None
        and bool(dated)
        and all(item["resolution"] for item in dated)
    )


def is_right(case: Mapping[str, Any]) -> bool:
    """True when every dated result of a case is found, and no other date."""
    text = case["text"]
    found = tag(text, published=parse_edtf(case["reference_date"][:10]))
    dated = [item for item in case["expected"] if item["type"] in _DATED]
    used: list[TemporalExpression] = []
    for item in dated:
        own = next((e for e in found if e not in used and _same(item, e, text)), None)
        if own is None:
            if _unresolvable(item) and not any(_overlap(item, e) and e.value for e in found):
                continue
            return False
        used.append(own)
    rest = [expression for expression in found if expression not in used and expression.value]
    return not any(_is_beside(expression, case["expected"]) for expression in rest)


def _is_beside(expression: TemporalExpression, expected: list[Expected]) -> bool:
    return not any(_overlap(item, expression) for item in expected)


def _overlap(item: Expected, expression: TemporalExpression) -> bool:
    return bool(item["start"] < expression.span.end and expression.span.start < item["end"])


def _unresolvable(item: Expected) -> bool:
    return all(_NOWHERE & set(bounds) for r in item["resolution"] for bounds in _bounds(r))


def _same(item: Expected, expression: TemporalExpression, text: str) -> bool:
    if not _overlap(item, expression):
        return False
    if _bare(text, item["start"], item["end"]) != _bare(text, *expression.span):
        return False
    if expression.timex == item["timex"] or (expression.value is None and _unresolvable(item)):
        return True
    counted = bool(_COUNTED.search(item["text"])) and item["type"] == "date"
    return any(
        _same_value(bounds, expression) or (counted and _holds(bounds[0], expression))
        for reading in item["resolution"]
        for bounds in _bounds(reading)
    )


def _holds(day: str | None, expression: TemporalExpression) -> bool:
    value = expression.value
    if day is None or value is None or value.earliest is None or value.latest is None:
        return False
    return value.earliest <= _seconds(day) < value.latest


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    signals = _SIGNALS.match(text, start, end)
    return (signals.end() if signals else start, end)


def _bounds(reading: Mapping[str, Any]) -> list[tuple[str | None, str | None, bool]]:
    """(start, end, is a range) of each reading, as ISO text."""
    if "future" in reading or "past" in reading:
        rows = [reading.get("future") or {}, reading.get("past") or {}]
        return [_pair(row) for row in rows if row]
    return [_pair(reading)]


def _pair(row: Mapping[str, Any]) -> tuple[str | None, str | None, bool]:
    if "start" in row or "end" in row:
        return row.get("start"), row.get("end"), True
    keys = {key.lower(): value for key, value in row.items()}
    start = keys.get("startdate") or keys.get("startdatetime")
    end = keys.get("enddate") or keys.get("enddatetime")
    if start or end:
        return start, end, True
    value = keys.get("value") or keys.get("date") or keys.get("datetime")
    return value, value, False


def _same_value(
    bounds: tuple[str | None, str | None, bool], expression: TemporalExpression
) -> bool:
    value = expression.value
    start, end, is_range = bounds
    if value is None or (start is None and end is None) or "not resolved" in {start, end}:
        return False
    first, last = value.start, value.end
    if isinstance(first, Point) and first.grain == Grain.DAY_PART and start is not None:
        return first.earliest // DAY == _seconds(start) // DAY
    if not is_range:
        return isinstance(first, Point) and value.kind == "moment" and _at(first, start)
    if start is not None and not _begins(first, start):
        return False
    if end is not None and not _ends(last, end):
        return False
    return (start is None) == isinstance(first, Limit) or value.kind == "moment" or end is None


def _begins(end: Point | Limit, text: str) -> bool:
    if isinstance(end, Limit):
        return False
    return _seconds(text) in {end.earliest, end.latest, whole_period(end)[0]}


def _ends(end: Point | Limit, text: str) -> bool:
    if isinstance(end, Limit):
        return False
    at = _seconds(text)
    return at in {end.earliest, end.latest, end.latest - DAY, whole_period(end)[1]}


def _at(point: Point, text: str | None) -> bool:
    return text is not None and _seconds(text) == point.earliest


def _seconds(text: str) -> int:
    moment = datetime.fromisoformat(text)
    return seconds_from_civil(
        moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second
    )
