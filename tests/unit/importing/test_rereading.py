"""Articles read again: other dates, the user's readings, the file's bytes with today's readers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.domain.display import display
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Article, ArticleDraft, Published
from timeline_app.domain.text import Span
from timeline_app.extract import digest
from timeline_app.importing.rereading import BY_HAND, read_again, resolve_again

TEXT = """\
Talks fail

May 20, 2016

The harbour master closed the port on Monday. Two days later the ships left for Malta.

The strike lasted three days. The union called the plan a mistake.
"""


def draft() -> ArticleDraft:
    return digest(TEXT.encode(), path="talks.txt")[0]


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def test_with_the_same_date_all_is_as_it_was() -> None:
    before = draft()
    again = resolve_again(before.article, {})
    assert again.expressions == before.expressions
    assert again.events == before.events
    assert again.article == before.article


def test_another_publication_date_moves_what_hangs_on_it() -> None:
    before = draft()
    published = Published(parse_edtf("2016-06-03"), BY_HAND, 1.0)
    again = resolve_again(replace(before.article, published=published), {})
    days = {e.text: display(e.value) for e in again.expressions if e.value}
    assert days["Monday"] == "30 May 2016"
    assert days["Two days later"] == "1 June 2016"
    assert [event.title for event in again.events if display(event.when) == "30 May 2016"]


def test_a_reading_of_the_users_moves_what_hangs_on_it() -> None:
    article = draft().article
    again = resolve_again(article, {span_of(article, "Monday"): parse_edtf("2016-05-09")})
    found = {e.text: e for e in again.expressions}
    assert found["Monday"].by_hand
    assert display(found["Two days later"].value or parse_edtf("0000")) == "11 May 2016"


def test_a_length_of_time_placed_by_hand_makes_an_event() -> None:
    article = draft().article
    span = next(e.span for e in draft().expressions if e.text == "three days")
    assert not any(event.mentions[0].expression == span for event in draft().events)
    again = resolve_again(article, {span: parse_edtf("2016-04")})
    event = next(e for e in again.events if e.mentions[0].expression == span)
    assert display(event.when) == "April 2016"
    assert event.mentions[0].passage.slice(article.text) == "The strike lasted three days."
    assert 0 < len(event.title) <= 80


def test_words_that_are_no_date_can_be_placed() -> None:
    article = draft().article
    span = span_of(article, "called the plan a mistake")
    again = resolve_again(article, {span: parse_edtf("2015")})
    event = next(e for e in again.events if e.mentions[0].expression == span)
    assert event.title == "The union called the plan a mistake"
    assert [e.span for e in again.expressions] == sorted(e.span for e in again.expressions)


def test_the_files_bytes_with_todays_reader() -> None:
    known = draft().article
    # As an older reader left it: another text, no date, a title and a name that the user gave.
    older = replace(
        known,
        id=7,
        text="Junk that a better reader leaves out. " + known.text,
        title="Mine",
        author="A. Uthor",
        published=None,
        reader="plaintext/0",
    )
    pinned = {span_of(older, "Monday"): parse_edtf("2016-05-09")}
    again = read_again(older, TEXT.encode(), pinned)
    assert again.article.id == 7
    assert again.article.text == known.text
    assert (again.article.title, again.article.author) == ("Mine", "A. Uthor")
    assert again.article.published == known.published
    assert again.article.reader == known.reader
    assert next(e for e in again.expressions if e.text == "Monday").by_hand


def test_a_date_given_by_hand_stays() -> None:
    mine = Published(parse_edtf("2014-01-01"), BY_HAND, 1.0)
    older = replace(draft().article, published=mine)
    assert read_again(older, TEXT.encode(), {}).article.published == mine


def test_a_part_that_is_gone_is_told() -> None:
    with pytest.raises(UnreadableFile, match="no such article"):
        read_again(replace(draft().article, part="3"), TEXT.encode(), {})
