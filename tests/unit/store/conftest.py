"""Libraries and drafts for the store's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import (
    Anchor,
    Article,
    ArticleDraft,
    Block,
    Event,
    Mention,
    Modality,
    Published,
    Role,
    TemporalExpression,
    TimexType,
)
from timeline_app.domain.text import Span
from timeline_app.store import Library

DraftMaker = Callable[..., ArticleDraft]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library on disk."""
    with Library.open(tmp_path / "case.timeline") as opened:
        yield opened


@pytest.fixture
def make_draft() -> DraftMaker:
    """Makes drafts with one event for each EDTF date."""

    def make(title: str = "A story", *dates: str) -> ArticleDraft:
        text = f"{title}\n\n" + " ".join(f"It happened on {date}." for date in dates)
        data = text.encode()
        expressions, events = [], []
        for date in dates:
            start = text.index(date)
            span = Span(start, start + len(date))
            value = parse_edtf(date)
            expressions.append(
                TemporalExpression(
                    span,
                    date,
                    TimexType.DATE,
                    date,
                    value,
                    "full date",
                    Anchor("expression", "2011", Span(0, 1)),
                    ("the words give it",),
                    frozenset({"year"}),
                )
            )
            passage = Span(start - len("It happened on "), span.end + 1)
            mention = Mention(0, passage, span, "dated by its own words")
            events.append(Event(0, f"{title}, {date}", value, (mention,), modality=Modality.SAID))
        article = Article(
            0,
            f"{title}.txt",
            title,
            text,
            (Block(Span(0, len(title)), Role.TITLE),),
            sha256(data).hexdigest(),
            "plaintext/1",
            publication="The Courier",
            published=Published(parse_edtf("2016-05-20"), "a line", 0.9),
            warnings=("date guessed",),
        )
        return ArticleDraft(article, data, tuple(expressions), tuple(events))

    return make
