"""Why an expression has its date: the rows of the "Why this date?" panel and of `explain`."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TemporalExpression


class Reason(NamedTuple):
    """One row: what it is about, and what there is to say."""

    label: str
    words: str


def explain(expression: TemporalExpression, text: str) -> list[Reason]:
    """Rows "words", "rule", "anchor", each "step", "result", "EDTF", "TIMEX3", in this order.

    `text` is the article that the expression stands in; the anchor's own words come from it.
    """
    value = expression.value
    rows = [Reason("words", expression.text), Reason("rule", expression.rule)]
    if expression.anchor is not None:
        rows.append(Reason("anchor", _anchor_words(expression.anchor, text)))
    rows += [Reason("step", step) for step in expression.derivation]
    if expression.inferred:
        rows.append(Reason("inferred", ", ".join(sorted(expression.inferred))))
    rows.append(Reason("result", display(value) if value else "no date that can be placed"))
    if value is not None:
        rows.append(Reason("EDTF", format_edtf(value)))
    timex = f"{expression.type.value} {expression.timex}"
    rows.append(Reason("TIMEX3", timex))
    if expression.confidence < 1:
        rows.append(Reason("confidence", f"{expression.confidence:.0%}"))
    return rows


_KINDS = {
    "publication": "publication date",
    "expression": "date told before",
    "article": "the article's own evidence",
}


def _anchor_words(anchor: Anchor, text: str) -> str:
    kind = _KINDS.get(anchor.kind, anchor.kind)
    if anchor.span is None:
        return f"{kind}: {anchor.edtf}"
    line = text.count("\n", 0, anchor.span.start) + 1
    return f"{kind}: {anchor.edtf}, “{anchor.span.slice(text)}” in line {line}"
