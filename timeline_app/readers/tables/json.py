"""JSON and JSON Lines (RFC 8259) of articles: `title`, `text`, `date`, `url`, `source` and kin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import decode
from timeline_app.readers.tables.entries import TEXT, entry_articles, key_of

_HEAD = 65_536
_KEY = re.compile(rb'"([A-Za-z][\w -]{0,30})"\s*:')


class JsonReader:
    """Each object with a text is an article, `part` its number in the file."""

    name = "json/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for JSON's opening bracket with a key near it that names an article's text."""
        head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
        if not re.match(rb"[\[{]\s*[\[{\"\]}]", head):
            return False
        return any(key_of(key.decode("ascii", "ignore")) in TEXT for key in _KEY.findall(head))

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile for broken JSON and for none with a text."""
        text = decode(data).text
        found = list(_objects(_parsed(text)))
        numbered = ((str(number), item) for number, item in enumerate(found, 1))
        return entry_articles(numbered, self.name, "entry", "entries")


def _parsed(text: str) -> Any:
    """The document; else one document a line, the last of which may be cut off."""
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise UnreadableFile("The JSON is nested too deeply.") from error
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [json.loads(line, strict=False) for line in lines]
        except (ValueError, RecursionError):
            known = isinstance(error, json.JSONDecodeError)
            msg = f"The JSON is damaged: {error}." if known else "The JSON holds an absurd number."
            raise UnreadableFile(msg) from error


def _objects(document: Any) -> Iterator[dict[Any, Any]]:
    """Objects of the list that is the document, or that lies a level or two within it."""
    waiting, depth = [document], 0
    while waiting and depth < 4:
        lists = [item for item in waiting if isinstance(item, list)]
        objects = [item for item in waiting if isinstance(item, dict)]
        objects += [item for found in lists for item in found if isinstance(item, dict)]
        articles = [item for item in objects if any(key_of(key) in TEXT for key in item)]
        if articles:
            yield from objects
            return
        waiting = [value for item in objects for value in item.values()]
        depth += 1
