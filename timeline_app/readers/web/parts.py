"""Several articles on one web page: live blogs, collections and lists of whole posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline_app.domain.records import Published
from timeline_app.readers.article.lines import Line
from timeline_app.readers.web.dates import stated_day
from timeline_app.readers.web.markup import page_lines, tree_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST = 200
"""Characters of a text that is more than a teaser."""
_SHORTEST_POST = 400
_COVERED = 0.6
_MOST = 500


@dataclass(frozen=True, slots=True)
class WebPart:
    """One of several articles of a page; None where it says nothing of itself."""

    lines: list[Line]
    title: str | None = None
    author: str | None = None
    published: Published | None = None
    url: str | None = None


def stated_parts(objects: list[dict[str, Any]], shown: int) -> list[WebPart]:
    """Articles whose whole texts the JSON-LD holds: updates of a live blog, or several articles.

    None of them when there is but one, or when together they have less than most of the `shown`
    characters of the page's own text.
    """
    parts = [part for item in _texts(objects) if (part := _part(item))]
    covered = sum(len(line.words) for part in parts for line in part.lines)
    return parts if len(parts) > 1 and covered >= _COVERED * shown else []


def listed_parts(tree: HtmlElement) -> list[WebPart]:
    """Posts that stand whole on one page, each in an `article` with its own heading and day.

    None of them when the page calls itself an article, or when one is most of the page.
    """
    if tree.xpath("//meta[@property='og:type' and @content='article']"):
        return []
    posts = [node for node in tree.iter("article") if not _is_nested(node)]
    parts = [part for node in posts[:_MOST] if (part := _post(node))]
    sizes = [sum(len(line.words) for line in part.lines) for part in parts]
    if len(parts) < 2 or max(sizes) >= _COVERED * sum(sizes):
        return []
    return parts


def _texts(objects: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Objects with a text of their own, updates of live blogs in the place of these."""
    seen: set[str] = set()
    for item in objects[:_MOST]:
        updates = item.get("liveBlogUpdate")
        for found in updates if isinstance(updates, list) else [item]:
            words = found.get("articleBody") if isinstance(found, dict) else None
            if isinstance(words, str) and len(words) >= _SHORTEST and words not in seen:
                seen.add(words)
                yield found


def _part(item: dict[str, Any]) -> WebPart | None:
    lines = body_lines(item["articleBody"])
    if not lines:
        return None
    stamp, url = item.get("datePublished"), item.get("url")
    day = stated_day(stamp) if isinstance(stamp, str) else None
    evidence = f"its structured data, datePublished “{stamp}”"
    return WebPart(
        lines,
        title=_words(item.get("headline")) or _words(item.get("name")),
        published=Published(day[0], evidence, 0.95) if day else None,
        url=url if isinstance(url, str) and url.startswith(("http:", "https:")) else None,
    )


def body_lines(words: str) -> list[Line]:
    """Lines of an `articleBody`, which is text, or markup in spite of its definition."""
    if "</" in words or "<br" in words:
        return page_lines(words)
    return [Line(line) for line in words.split("\n") if line.strip()]


def _is_nested(node: HtmlElement) -> bool:
    return next(node.iterancestors("article"), None) is not None


def _post(node: HtmlElement) -> WebPart | None:
    headings = node.xpath(".//h1 | .//h2 | .//h3")
    times = node.xpath(".//time[@datetime]")
    if not headings or not times or "comment" in (node.get("class") or ""):
        return None
    lines = list(tree_lines(node))
    if sum(len(line.words) for line in lines) < _SHORTEST_POST:
        return None
    day = stated_day(times[0].get("datetime") or "")
    evidence = f"its time element “{times[0].get('datetime')}”"
    links = [link for link in headings[0].xpath(".//a/@href") if link.startswith("http")]
    return WebPart(
        lines,
        title=_words(" ".join(headings[0].itertext())),
        published=Published(day[0], evidence, 0.85) if day else None,
        url=links[0] if links else None,
    )


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) and len(value) < 2000 else None
