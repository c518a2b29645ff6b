"""Phase 1: find phrases. No context, one pass, longest reading first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.domain.text import Span
from timeline_app.tagger.language import Language
from timeline_app.tagger.partials import Between, NoDate, Number, Partial
from timeline_app.tagger.patterns import Sequence, Tree
from timeline_app.tagger.rules import Match, Rule
from timeline_app.tagger.tokens import Entry, Item, runs


@dataclass(frozen=True, slots=True)
class Node:
    """A phrase that was found: where, what it says, by which rule.

    `inner` is where its dates stand without signal words ("since"); `name` the rule's as it
    reads here; `ends` where the two dates of an interval stand, None for any other phrase;
    `children` are the phrases it is made of.
    """

    span: Span
    partial: Partial
    rule: Rule
    inner: Span
    name: str
    ends: tuple[Span, Span] | None = None
    children: tuple[Node, ...] = ()


# where it ends, the rule's place among its stage's rules, the rule, what its pattern asked for
Reading = tuple[int, int, Rule, Sequence]


def find(text: str, language: Language) -> Iterator[Node]:
    """Phrases of `text` in order; they don't overlap."""
    for run in runs(text, language.lexicon):
        items = run
        for tree in language.stages:
            items = _rewrite(text, items, tree, language)
        for item in items:
            node = item.node
            if node is not None and not node.rule.latent and not isinstance(node.partial, NoDate):
                yield node


def _rewrite(text: str, items: list[Item], tree: Tree, language: Language) -> list[Item]:
    """One stage: every longest phrase of `tree` becomes one item."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        readings = _readings(items, at, tree)
        found = _read(text, items, at, readings, language) if readings else None
        if found is None:
            out.append(items[at])
            at += 1
        else:
            item, at = found
            out.append(item)
    return out


def _read(
    text: str, items: list[Item], at: int, readings: list[Reading], language: Language
) -> tuple[Item, int] | None:
    """The longest phrase at one place that its rule confirms, and the place after it."""
    readings.sort(key=lambda reading: (-reading[0], reading[1]))
    for end, _, rule, elements in readings:
        parts = items[at:end]
        partial = rule.production(Match(text, parts, elements))
        if partial is not None:
            name = language.reading(rule, elements)
            return _item(text, parts, elements, partial, rule, name), end
    return None


def _readings(items: list[Item], at: int, tree: Tree) -> list[Reading]:
    """All phrases that begin at `at`; a pattern's length bounds the work."""
    found: list[Reading] = []
    first = items[at]
    if first.fused:
        return found
    open_branches = [(tree[key], at + 1) for key in first.entry.keys if key in tree]
    while open_branches:
        branch, here = open_branches.pop()
        if None in branch:
            found += [(here, *ending) for ending in branch[None]]
        if here == len(items):
            continue
        item = items[here]
        if not item.fused:
            for key in item.entry.keys:
                if key in branch:
                    open_branches.append((branch[key], here + 1))
        if item.tight:
            for key in item.entry.glued:
                if key in branch:
                    open_branches.append((branch[key], here + 1))
    return found


def _item(
    text: str,
    items: list[Item],
    elements: Sequence,
    partial: Partial,
    rule: Rule,
    name: str,
) -> Item:
    """The item that a phrase becomes; `name` as in `Node`."""
    start, end = items[0].start, items[-1].end
    slots = [at for at, element in enumerate(elements) if element.slot]
    inner = Span(items[slots[0]].start, items[slots[-1]].end) if slots else Span(start, end)
    ends = _ends(text, items, elements, inner) if isinstance(partial, Between) else None
    children = tuple(item.node for item in items if item.node is not None)
    node = Node(Span(start, end), partial, rule, inner, name, ends, children)
    value = partial.value if isinstance(partial, Number) else partial
    entry = Entry("", dict.fromkeys(partial.kinds, value))
    return Item(start, end, entry, items[0].tight, False, node)


def _ends(
    text: str, items: list[Item], elements: Sequence, inner: Span
) -> tuple[Span, Span] | None:
    """Where both dates of an interval stand: split at the slot `last`, a dash or a slash."""
    at = next((i for i, element in enumerate(elements) if element.name == "last"), 0)
    if at:
        before = max(i for i in range(at) if elements[i].slot)
        return Span(inner.start, items[before].end), Span(items[at].start, inner.end)
    words = inner.slice(text)
    dash = max(words.rfind(mark) for mark in "-–—")
    if dash <= 0:
        dash = words.rfind("/")
    if dash <= 0:
        return None
    return (
        Span(inner.start, inner.start + len(words[:dash].rstrip())),
        Span(inner.start + dash + 1, inner.end),
    )
