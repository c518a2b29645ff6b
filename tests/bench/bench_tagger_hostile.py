"""Any text is read, and in time that grows with it: fuzz, and every form again and again.

The fuzz strings words that rules know, their examples, and characters that break parsers, in
random order (the same each run). Each form is repeated 1,000 and 4,000 times: four times the text
may take about four times as long. The five slowest are repeated 100,000 times.
"""

from __future__ import annotations

import random
import time
from typing import Any

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.tagger import LANGUAGES, explain, tag
from timeline_app.tagger.language import load_language

_PUBLISHED = [None, *map(parse_edtf, ("2016-05-20", "0044", "2016-02-29", "9999-12-31", "-9999"))]
_ODD = [
    *("\ud800", "\udfff", "\u200f", "\u202e", "\u0000", "\u00a0", "\u2028", "(", ")", "[", "]"),
    *(
        "7" * 50,
        "1-" * 20,
        "٣",
        "½",
        "²",
        "İ",
        "ß",
        "'",
        "’",
        "“",
        "–",
        "—",
        "−",
        "/",
        ".",
        ",",
        ":",
    ),
    *("0", "00", "31", "32", "99", "1000", "2999", "24:00", "25:99", "30.02.2016", "2016-02-30"),
]
_TEXTS = 20_000
_FEW, _MANY, _VERY_MANY = 1_000, 4_000, 100_000
_SLOWEST = 5


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows: texts, failures and seconds of the fuzz; forms, and how their time grows."""
    return {"tagger fuzz": [_fuzz(code) for code in LANGUAGES], "tagger forms": _forms()}


def _phrases(code: str) -> list[str]:
    rules = [rule for stage in load_language(code).rules for rule in stage]
    examples = {example.phrase for rule in rules for example in rule.examples}
    return sorted(examples | {text for rule in rules for text in rule.counter_examples})


def _fuzz(code: str) -> dict[str, Any]:
    """Texts whose reading raises, or whose spans don't slice back to their words."""
    chance = random.Random(code)
    words = [*load_language(code).lexicon, *_phrases(code), *_ODD]
    failed: list[str] = []
    start = time.process_time()
    for _ in range(_TEXTS):
        glue = chance.choice((" ", " ", " ", "", "\n"))
        text = glue.join(chance.choices(words, k=chance.randint(1, 24)))
        if not _is_read(text, chance.choice(_PUBLISHED), code):
            failed.append(text)
    return {
        "language": code,
        "texts": _TEXTS,
        "failed": len(failed),
        "first": failed[0][:80].encode("unicode_escape").decode() if failed else "",
        "cpu_s": round(time.process_time() - start, 2),
    }


def _is_read(text: str, published: Any, code: str) -> bool:
    try:
        found = tag(text, published=published, language=code)
        for expression in found:
            explain(expression, text)
            if expression.value is not None:
                format_edtf(expression.value)
    except Exception:  # noqa: BLE001 - whatever it is, it is counted
        return False
    ends = [0, *(expression.span.end for expression in found)]
    return all(
        expression.span.start >= end and expression.text == expression.span.slice(text)
        for expression, end in zip(found, ends, strict=False)
    )


def _forms() -> list[dict[str, Any]]:
    """How much longer four times as much takes: all forms together, and the slowest by itself."""
    timed = []
    for code in LANGUAGES:
        for phrase in _phrases(code):
            few, many = (_seconds(phrase, times, code) for times in (_FEW, _MANY))
            timed.append((many, few, phrase, code))
    timed.sort(reverse=True)
    rows: list[dict[str, Any]] = [
        {
            "form": f"all {len(timed)}, worst growth of the slowest 100",
            "repeated": _MANY,
            "cpu_s": round(sum(many for many, *_ in timed), 2),
            "times as long": round(max(many / few for many, few, *_ in timed[:100]), 2),
            "times as much": _MANY // _FEW,
        }
    ]
    for many, _, phrase, code in timed[:_SLOWEST]:
        seconds = _seconds(phrase, _VERY_MANY, code)
        rows.append(
            {
                "form": phrase,
                "repeated": _VERY_MANY,
                "cpu_s": round(seconds, 2),
                "times as long": round(seconds / many, 2),
                "times as much": _VERY_MANY // _MANY,
            }
        )
    return rows


def _seconds(phrase: str, times: int, code: str) -> float:
    text = f"{phrase} " * times
    start = time.process_time()
    tag(text, published=_PUBLISHED[1], language=code)
    return time.process_time() - start
