"""What a web page says of itself in JSON-LD, meta tags and elements; its date is `web.dates`'."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from timeline_app.domain.records import Published
from timeline_app.readers.article.lines import Line
from timeline_app.readers.web.dates import publication_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|Story|WebPage|CreativeWork)$")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*$")
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(https?:\S+)|<!--[^>]{0,400}?\burl:\s*(https?:\S+)", re.I
)
_TAG = re.compile(r"</?(?:a|abbr|b|br|em|i|p|q|span|strong|sub|sup|u)\b[^>]{0,200}>", re.I)
_LAST_PART = re.compile(r"(.*\S)\s*(?:(?:[|–—·»]|\s[:-])\s*([^|–—·»]{2,60})|\(([^()]{2,60})\))\s*")
_ACCOUNTS = {"admin", "administrator", "editor", "root", "staff", "user", "webmaster", "wordpress"}
_NO_NAME = re.compile(r"[\d\W]*|\S+@\S+", re.I)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[a-z]{1,4} )?[A-ZÀ-Þ][\w'’.-]*){1,3}")
_MOST_AUTHORS = 4
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_MOST_SCRIPTS, _LONGEST_SCRIPT = 20, 1_000_000
_FEWEST_LISTED = 3


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's own metadata; None where it says nothing.

    `body` is the article's text in the JSON-LD, `objects` are all that it holds.
    """

    title: str | None = None
    author: str | None = None
    publication: str | None = None
    published: Published | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    body: str | None = None
    objects: list[dict[str, Any]] = field(default_factory=list)


def page_meta(tree: HtmlElement, lines: Sequence[Line]) -> PageMeta:
    """Structured data first, then meta tags, then plain elements; `lines` are all of the page.

    A list of stories is taken out of `tree`, or one of their dates would be found for the page's.
    """
    metas = _metas(tree)
    objects = list(_json_ld(tree))
    articles = [item for item in objects if _ARTICLE_TYPES.search(_type_of(item))]
    ld = _main_article(articles, _url(tree, metas, {}), metas.get("og:title"))
    if _is_list(articles):
        _drop_json_ld(tree)
    url = _url(tree, metas, ld)
    site = _first(metas.get("og:site_name"), _name_of(ld.get("publisher")))
    site = site or metas.get("application-name")
    title = _first(ld.get("headline"), metas.get("og:title"), metas.get("twitter:title"))
    title = title or _words(tree, "//h1") or _words(tree, "//title")
    site = _site(site, title, url)
    title = _without_site(title, site, url)
    language = _first(tree.get("lang"), ld.get("inLanguage"), metas.get("og:locale"))
    return PageMeta(
        title=title,
        author=next(
            (
                names
                for stated in (_name_of(ld.get("author")), metas.get("author"), metas.get("byl"))
                if (names := _authors(_first(stated), site, url))
            ),
            _named_authors(tree),
        ),
        publication=site,
        published=publication_date(tree, lines, metas, ld, title, url),
        language=language_code(language or metas.get("content-language")),
        url=url,
        section=_first(_name_of(ld.get("articleSection")), metas.get("article:section")),
        body=_text(ld.get("articleBody")),
        objects=objects,
    )


def saved_from(markup: str) -> str | None:
    """The address that browsers and SingleFile leave in a comment at the top of a saved page."""
    match = _SAVED_FROM.search(markup[:4096])
    return (match[1] or match[2]) if match else None


def language_code(tag: str | None) -> str | None:
    """`en` of `en-US` or `en_US` (BCP 47's primary subtag); None where it is no such tag."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", tag or "")
    return match[1].lower() if match else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """First content of each meta tag, by its name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            key = (meta.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, however nested a level or two."""
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]")
    for script in list(scripts)[:_MOST_SCRIPTS]:
        words = script.text or ""
        if len(words) > _LONGEST_SCRIPT:
            continue
        try:
            waiting = [json.loads(words, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:100])
            elif isinstance(value, dict):
                yield value
                waiting.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _main_article(
    articles: list[dict[str, Any]], url: str | None, title: str | None
) -> dict[str, Any]:
    """The object that is the page's article, one with a date before one without.

    Of several the one with the page's own address or title; lists of stories have none such.
    """
    articles = sorted(
        articles, key=lambda item: ("datePublished" not in item, _type_of(item) == "WebPage")
    )
    if _is_list(articles):
        articles = [item for item in articles if _is_own(item, url, title)]
    return articles[0] if articles else {}


def _is_list(articles: list[dict[str, Any]]) -> bool:
    headlines = {words for item in articles if (words := _first(item.get("headline")))}
    return len(headlines) >= _FEWEST_LISTED


def _drop_json_ld(tree: HtmlElement) -> None:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        script.drop_tree()


def _is_own(item: dict[str, Any], url: str | None, title: str | None) -> bool:
    entity = item.get("mainEntityOfPage")
    named = entity.get("@id") if isinstance(entity, dict) else entity
    headline = _first(item.get("headline"))
    same = url is not None and url in {item.get("url"), item.get("@id"), named}
    return same or bool(title and headline and headline.casefold() in title.casefold())


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _type_of(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    return kind if isinstance(kind, str) else ""


def _name_of(value: Any) -> str | None:
    """Names of a schema.org person or organisation, or of several."""
    if isinstance(value, list):
        names = [name for item in value[:8] if (name := _name_of(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _first(value)


def _url(tree: HtmlElement, metas: dict[str, str], ld: dict[str, Any]) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    entity = ld.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, dict) else entity
    for url in (*links, metas.get("og:url"), ld.get("url"), entity):
        if isinstance(url, str) and _ADDRESS.match(url.strip()):
            return url.strip()
    return None


def _words(tree: HtmlElement, path: str) -> str | None:
    """Words of the first such element; two headings of the top level name no article."""
    found = list(tree.xpath(path))
    if not found or (len(found) > 1 and path != "//title"):
        return None
    return _first(" ".join(found[0].itertext()))


def _first(*values: Any) -> str | None:
    """The first value that is a text with words, on one line, without marks for browsers.

    JSON-LD has `&#8217;` and `<em>` where programs forgot that it is no HTML.
    """
    for value in values:
        if isinstance(value, str) and value.strip() and len(value) < 2000:
            words = _TAG.sub("", html.unescape(value)) if "&" in value or "<" in value else value
            return re.sub(r"\s+", " ", words).strip() or None
    return None


def _without_site(title: str | None, site: str | None, url: str | None) -> str | None:
    """`Council Keeps Embargo` of `Council Keeps Embargo | The Harbor Record`.

    The site may call itself so, or be known by its address alone.
    """
    match = _LAST_PART.fullmatch(title or "")
    if not title or not match:
        return title
    host = host_of(url) or ""
    names = {_letters(site), _letters(host), _letters(host.rpartition(".")[0])} - {""}
    return match[1] if _letters(match[2] or match[3]) in names else title


def _letters(words: str | None) -> str:
    """Letters alone, umlauts as addresses write them."""
    return re.sub(r"[\W_]+", "", (words or "").casefold().translate(_UMLAUTS))


def _site(name: str | None, title: str | None, url: str | None) -> str | None:
    """The site's name; of an address the host, and not the page's title that is put before it."""
    if name and _ADDRESS.match(name):
        return host_of(name)
    first, bar, rest = (name or "").partition(" | ")
    return rest if bar and title and first.casefold() == title.casefold() else name


def _authors(names: str | None, site: str | None, url: str | None) -> str | None:
    """People, not the account of whoever keeps the site, nor the site itself."""
    known = {_letters(site), _letters(host_of(url))} | _ACCOUNTS
    plain = names and not _NO_NAME.fullmatch(names) and _letters(names) not in known
    return names if plain else None


def _named_authors(tree: HtmlElement) -> str | None:
    """The names in elements that are marked as the author's; None where they are too many."""
    found: dict[str, None] = {}
    for node in tree.xpath("//*[@rel='author' or contains(@itemprop, 'author')]"):
        words = " ".join("".join(node.itertext()).split()).removeprefix("By ").strip(" ,|")
        if _NAME.fullmatch(words):
            found[words] = None
    return ", ".join(found) if 0 < len(found) <= _MOST_AUTHORS else None


def host_of(url: str | None) -> str | None:
    """The host of an address without `www.`; None where it is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None
