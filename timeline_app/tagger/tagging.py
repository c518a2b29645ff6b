"""A text's temporal expressions: find phrases, gather evidence, resolve in document order."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from timeline_app.domain.records import Block, Role, TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Grain, TimeValue
from timeline_app.tagger.context import (
    Context,
    Resolved,
    count_old_years,
    date_at_head,
    speaks_of_today,
    written_years,
)
from timeline_app.tagger.language import load_language
from timeline_app.tagger.match import Node, find
from timeline_app.tagger.partials import (
    Ahead,
    Between,
    DayPart,
    Duration,
    EventDay,
    From,
    Partial,
    PartOfYear,
    Qualified,
    Shift,
    Within,
)
from timeline_app.tagger.resolve import join_ends, resolve, resolve_ends
from timeline_app.tagger.timex3 import format_timex

_SKIPPED = {Role.BYLINE, Role.PUBLICATION, Role.CREDIT, Role.PROMO, Role.SOURCES}
_FIRST_DATES = 60  # as many of an article's dates tell whether it speaks of the present
BY_HAND = "chosen by hand"
_RESETS = {Role.TITLE, Role.HEADING, Role.DATELINE}


def tag(
    text: str,
    *,
    published: TimeValue | None = None,
    language: str = "en",
    blocks: Sequence[Block] | None = None,
    pinned: Mapping[Span, TimeValue] | None = None,
) -> list[TemporalExpression]:
    """Temporal expressions of `text` in order; spans are code points and don't overlap.

    `published` anchors "yesterday"; without it the date of a dateline does, else years come from
    the article's own evidence.
    `blocks` are the article's paragraphs: bylines, credits and the like are left out, a
    heading or dateline starts the narrative afresh. `pinned` gives expressions, by their spans,
    the value that the user chose; what follows is told from there. Any string is fine, nothing
    is raised.
    """
    known = load_language(language)
    nodes: Iterable[Node] = find(text, known)
    years: dict[int, Span] = {}
    dateline: Span | None = None
    of_today = False
    if published is None:
        nodes = list(nodes)
        head = date_at_head(nodes, text)
        if head is None:
            years = written_years(nodes, text, known)
            of_today = speaks_of_today(nodes)
        else:
            published, dateline = head
    old_years = 0
    if published is not None:
        nodes = iter(nodes)
        first = list(islice(nodes, _FIRST_DATES))
        old_years = count_old_years(first, text, known, published)
        nodes = chain(first, nodes)
    context = Context(text, known, published, years, resolve, dateline, of_today, old_years)
    told = _in_blocks(nodes, blocks or (), context)
    found = (_expression(node, context, pinned or {}) for node in told)
    return [expression for expression in found if expression is not None]


def _in_blocks(nodes: Iterable[Node], blocks: Sequence[Block], context: Context) -> Iterator[Node]:
    """Nodes of the blocks that tell; the context forgets its story at each new heading."""
    starts = [block.span.start for block in blocks]
    current = -1
    for node in nodes:
        index = bisect_right(starts, node.span.start) - 1
        if index != current and any(b.role in _RESETS for b in blocks[current + 1 : index + 1]):
            context.forget()
        current = index
        if index < 0 or blocks[index].role not in _SKIPPED:
            yield node


def _expression(
    node: Node, context: Context, pinned: Mapping[Span, TimeValue]
) -> TemporalExpression | None:
    """What a phrase means here; None for a “that day” that no day was told for."""
    partial = node.partial
    chosen = pinned.get(node.inner if isinstance(partial, Between | Ahead) else node.span)
    if chosen is not None:
        return _pinned(node, chosen, context)
    context.at = node.inner if isinstance(partial, Between) else node.span
    context.signal = partial.signal if isinstance(partial, Between) else ""
    if not isinstance(partial, Between):
        resolved = resolve(partial, context)
        if resolved.value is None and _only_points_back(partial):
            return None
        if isinstance(partial, Duration) and partial.reported:
            context.remember_report(node.span, resolved)
        else:
            steps = (partial.unit, partial.steps) if isinstance(partial, Shift) else None
            compared = _is_comparison(partial)
            context.remember(node.span, resolved, compared=compared, steps=steps)
        outside = isinstance(partial, Ahead) or (
            isinstance(partial, Qualified) and partial.uncertain
        )
        span = node.inner if outside else node.span
        return _compound(node, span, resolved, context)
    first, last = resolve_ends(partial, context)
    whole = join_ends(partial, first, last)
    if first is None or last is None:
        context.remember(node.inner, whole)
        return _compound(node, node.inner, whole, context)  # TimeML leaves the signal out
    ends = node.ends or (node.inner, node.inner)
    for span, end in zip(ends, (first, last), strict=True):
        context.remember(span, end)
    parts = tuple(
        _compound(node, span, end, context) for span, end in zip(ends, (first, last), strict=True)
    )
    return _compound(node, node.inner, whole, context, parts if node.ends else ())


def _pinned(node: Node, value: TimeValue, context: Context) -> TemporalExpression:
    """The expression with the reading that the user chose."""
    span = node.inner if isinstance(node.partial, Between | Ahead) else node.span
    sort = TimexType.TIME if value.grain < Grain.DAY else TimexType.DATE
    resolved = Resolved(sort, format_timex(value), value, steps=(BY_HAND,))
    context.remember(node.span, resolved)
    return replace(_compound(node, span, resolved, context), by_hand=True)


def _only_points_back(partial: Partial) -> bool:
    """“That day”, “the day after the crash”: without a day told before, they are no date."""
    if isinstance(partial, DayPart) and partial.date is not None:
        return isinstance(partial.date, Shift) and isinstance(partial.date.base, EventDay)
    if not isinstance(partial, Shift):
        return False
    if partial.base is not None:
        return isinstance(partial.base, EventDay) and partial.base.alone
    return partial.unit == "day" and partial.steps == 0 and partial.origin is From.STORY


def _is_comparison(partial: Partial) -> bool:
    """“a year earlier”, “the 1988 quarter”: named only to be compared with."""
    if isinstance(partial, Within):
        past = isinstance(partial.frame, Shift) and partial.frame.steps < 0
        return isinstance(partial.inner, Shift) or (isinstance(partial.inner, PartOfYear) and past)
    return isinstance(partial, Shift) and partial.same_sort


def _compound(
    node: Node,
    span: Span,
    resolved: Resolved,
    context: Context,
    parts: tuple[TemporalExpression, ...] = (),
) -> TemporalExpression:
    return TemporalExpression(
        span=span,
        text=sys.intern(span.slice(context.text)),  # a long text says “Monday” thousands of times
        type=resolved.type,
        timex=resolved.timex,
        value=resolved.value,
        rule=node.name,
        anchor=resolved.anchor,
        derivation=resolved.steps,
        inferred=resolved.inferred,
        confidence=resolved.confidence,
        parts=parts,
    )


def timexes(expressions: Iterable[TemporalExpression]) -> list[dict[str, Any]]:
    """Expressions as TIMEX3 has them: flat, an interval's two dates each by itself."""
    rows = []
    for expression in expressions:
        rows += [
            {
                "start": part.span.start,
                "end": part.span.end,
                "text": part.text,
                "type": part.type.value,
                "value": part.timex,
            }
            for part in expression.parts or (expression,)
        ]
    return rows
