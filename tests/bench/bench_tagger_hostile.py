"""Any text is read, and in time that grows with it: fuzz, and every form again and again.

The fuzz strings words that rules know, their examples, and characters that break parsers, in
random order (the same each run). Each form is repeated 100 and 400 times: four times the text
may take about four times as long. The slowest is repeated 10,000 times, some 100,000 times.
"""

from __future__ import annotations

import gc
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
_FEW, _MANY = 100, 400
_LONG = (("Monday", 100_000), ("from May 3 to May 8", 100_000), ("a year earlier", 100_000))


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
    words = [*sorted(load_language(code).lexicon), *_phrases(code), *_ODD]
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
    _, _, slowest, own = timed[0]
    for phrase, times, code in ((slowest, 10_000, own), *((*long, "en") for long in _LONG)):
        tenth, whole = (_seconds(phrase, count, code) for count in (times // 10, times))
        rows.append(
            {
                "form": phrase,
                "repeated": times,
                "cpu_s": round(whole, 2),
                "times as long": round(whole / tenth, 2),
                "times as much": 10,
            }
        )
    return rows


def _seconds(phrase: str, times: int, code: str) -> float:
    text = f"{phrase} " * times
    gc.collect()
    gc.disable()  # or its pauses, which come when they like, would look like growth
    start = time.process_time()
    tag(text, published=_PUBLISHED[1], language=code)
    spent = time.process_time() - start
    gc.enable()
    return spent
