"""What NITF and NewsML-G2 share: sniffing the root, parsing, words of elements, basic dates."""

from __future__ import annotations

import re
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.article.dates import loose_date
from timeline_app.readers.base import MAX_BYTES
from timeline_app.readers.web.dates import stated_day

_PROLOG = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->).)*-->\s*"
    rb"|<!DOCTYPE[^>\[]*(?:\[(?:(?!\]\s*>).)*\]\s*)?>\s*)*"
    rb"<(?:[\w.-]+:)?([\w.-]+)",
    re.S,
)
_HEAD = 16_384
DAMAGED = "The file is damaged; what could be read of it was taken."


def root_name(data: bytes) -> str:
    """The root element's local name; empty when the bytes don't begin as XML does."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    match = _PROLOG.match(head)
    return match[1].decode("ascii", "ignore") if match else ""


def parsed(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """The root and a warning when it is damaged; entities, DTDs and the network are off.

    Raises UnreadableFile when nothing can be read.
    """
    from lxml import etree

    if len(data) > MAX_BYTES:
        raise UnreadableFile("The file is too big for articles.")
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            recover=recover,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError):
            continue
        if root is not None:
            return root, (DAMAGED,) if recover else ()
    raise UnreadableFile("The file is damaged: its text can't be read.")


def find(node: Any, path: str) -> Any:
    """The first element at a path of local names, `head/docdata`; None without one."""
    steps = "/".join(f"{{*}}{name}" for name in path.split("/"))
    return node.find(steps)


def words(node: Any) -> str | None:
    """An element's words on one line."""
    if node is None:
        return None
    return " ".join("".join(node.itertext()).split()) or None


def published(stamp: str | None, evidence: str, trust: float) -> Published | None:
    """The day of an ISO 8601 date in its short or long form."""
    if not stamp:
        return None
    found = stated_day(stamp) or loose_date(stamp)
    return Published(found[0], f"{evidence} “{stamp.strip()}”", trust) if found else None
