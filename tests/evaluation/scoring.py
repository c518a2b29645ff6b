"""Precision, recall and F1 of TIMEX3 expressions against gold.

The measures are TempEval-3's (UzZaman et al. 2013): strict (same extent), relaxed (extents
overlap), value (relaxed, and the same TIMEX3 value), each one to one from left to right;
and placeable: only values that a timeline can draw, overlapping, the value exactly equal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Timex = Mapping[str, Any]
_PLACEABLE = re.compile(
    r"\d{4}(?:-(?:\d\d(?:-\d\d(?:T\S+)?)?|W\d\d(?:-WE|-[1-7])?(?:T\S+)?|Q[1-4]|H[12]|SP|SU|FA|AU|WI))?"
    r"|\d{3}X?"
)


def is_placeable(timex: Timex) -> bool:
    """True for a year, month, day, clock time, week, quarter, half, season or decade."""
    return _PLACEABLE.fullmatch(str(timex["value"])) is not None


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Overlapping expressions, one to one, from left to right."""
    out: list[tuple[Timex, Timex]] = []
    at = 0
    for own in gold:
        while at < len(found) and found[at]["end"] <= own["start"]:
            at += 1
        if at < len(found) and found[at]["start"] < own["end"]:
            out.append((own, found[at]))
            at += 1
    return out


def outermost(timexes: Sequence[Timex]) -> list[Timex]:
    """Expressions that count: not the document's own date, nothing inside another expression."""
    kept: list[Timex] = []
    for timex in sorted(timexes, key=lambda timex: (timex["start"], -timex["end"])):
        own_date = timex.get("functionInDocument") == "CREATION_TIME" or timex.get("tid") == "t0"
        if not own_date and (not kept or timex["start"] >= kept[-1]["end"]):
            kept.append(timex)
    return kept


def count(gold: Sequence[Timex], found: Sequence[Timex]) -> Counter[str]:
    """Counts of one document, to be summed over a corpus and given to `measures`."""
    gold, found = outermost(gold), outermost(found)
    matched = pairs(gold, found)
    counts = Counter(gold=len(gold), found=len(found), relaxed=len(matched))
    for own, other in matched:
        counts["strict"] += (own["start"], own["end"]) == (other["start"], other["end"])
        counts["value"] += own["value"] == other["value"]
    placeable = [timex for timex in gold if is_placeable(timex)]
    drawn = [timex for timex in found if is_placeable(timex)]
    counts["placeable gold"] = len(placeable)
    counts["placeable found"] = len(drawn)
    for own in placeable:
        same = (
            i
            for i, other in enumerate(drawn)
            if other["start"] < own["end"]
            and own["start"] < other["end"]
            and other["value"] == own["value"]
        )
        index = next(same, None)
        if index is not None:
            counts["placeable"] += 1
            del drawn[index]
    return counts


def f1(right: int, found: int, gold: int) -> float:
    """F1 in per cent; 0 where there is nothing to find."""
    return 200 * right / (found + gold) if found + gold else 0.0


def measures(documents: Iterable[Counter[str]]) -> dict[str, float]:
    """Strict, relaxed, value and placeable F1 in per cent over all documents."""
    total: Counter[str] = Counter()
    for document in documents:
        total.update(document)
    rows = {
        name: f1(total[name], total["found"], total["gold"])
        for name in ("strict", "relaxed", "value")
    }
    rows["placeable"] = f1(total["placeable"], total["placeable found"], total["placeable gold"])
    return {name: round(value, 1) for name, value in rows.items()}
