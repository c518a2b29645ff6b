"""Lines of a word processor's XML: paragraphs, lists and tables in order, without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers.article.lines import Line

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Form:
    """What the elements of a format are, by local name; `role` tells a paragraph's.

    `texts` are the only elements whose own text is words, None where all are. `signs` stand for
    a character each.
    """

    paragraphs: frozenset[str]
    signs: dict[str, str]
    texts: frozenset[str] | None
    rows: frozenset[str]
    cells: frozenset[str]
    skipped: frozenset[str]
    role: Callable[[Any], Role | None]


@dataclass(slots=True)
class _Walk:
    """Paragraphs within paragraphs (text boxes) and tables within tables need stacks."""

    open_words: list[list[str]] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)
    inner: list[Line] = field(default_factory=list)


def parse_xml(data: bytes) -> Any:
    """The root of an XML document, entities and network off; raises UnreadableFile."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFile("The file is damaged: its text can't be read.") from error


def document_lines(root: Any, form: Form) -> Iterator[Line]:
    """Paragraphs in order; a row whose cells are one paragraph each becomes a line with ` | `."""
    from lxml import etree

    state = _Walk()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if event == "start":
            if name in form.skipped:
                walk.skip_subtree()
            else:
                _open(state, name, node, form)
            continue
        if name not in form.skipped:
            yield from _close(state, name, node, form)
        if state.open_words and node.tail and form.texts is None and name not in form.paragraphs:
            state.open_words[-1].append(_SPACES.sub(" ", node.tail))


def _open(state: _Walk, name: str, node: Any, form: Form) -> None:
    if name in form.paragraphs:
        state.open_words.append([])
    elif name in form.rows:
        state.rows.append([])
    elif name in form.cells and state.rows:
        state.rows[-1].append([])
    if state.open_words:
        state.open_words[-1].append(form.signs.get(name, ""))
        if name and (form.texts is None or name in form.texts):
            state.open_words[-1].append(_SPACES.sub(" ", node.text or ""))


def _close(state: _Walk, name: str, node: Any, form: Form) -> Iterator[Line]:
    lines: list[Line] = []
    if name in form.paragraphs and state.open_words:
        role = form.role(node)
        words = "".join(state.open_words.pop())
        lines = [Line(part, role) for part in words.split("\n") if part.strip()]
        if state.open_words:  # a note or a text box: after the paragraph that it stands in
            state.inner.extend(lines)
            return
        lines += state.inner
        state.inner.clear()
    elif name in form.rows and state.rows:
        lines = _row(state.rows.pop())
    if not lines:
        return
    if state.rows and state.rows[-1]:
        state.rows[-1][-1].extend(lines)
    else:
        yield from lines


def _row(cells: list[list[Line]]) -> list[Line]:
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
        return [Line(" | ".join(cell[0].words.strip() for cell in filled))]
    return [line for cell in filled for line in cell]
