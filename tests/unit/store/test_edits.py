"""Every edit can be undone and done again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.errors import LibraryError
from timeline_app.domain.records import Status
from timeline_app.store import (
    AddArticles,
    Applied,
    Edit,
    Library,
    RemoveArticles,
    SetStatus,
    SetTitle,
)


def shown(library: Library) -> tuple[object, ...]:
    """All that a user sees of a library."""
    return (library.summaries(), library.events(), library.search("talks"))


def test_undo_of_an_import_and_redo(library: Library, make_draft: DraftMaker) -> None:
    empty = shown(library)
    applied = library.apply(AddArticles((make_draft("Talks", "2016", "2011/.."),)))
    full = shown(library)
    undone = library.apply(applied.inverse)
    assert shown(library) == empty
    assert undone.changes.events.removed == applied.changes.events.added
    library.apply(undone.inverse)
    assert shown(library) == full


def test_importing_a_removed_article_brings_it_back(
    library: Library, make_draft: DraftMaker
) -> None:
    draft = make_draft("Talks", "2016")
    library.apply(AddArticles((draft,)))
    full = shown(library)
    library.apply(RemoveArticles(tuple(library.article_ids())))
    assert not library.knows(draft.article.sha256)
    applied = library.apply(AddArticles((draft,)))
    assert applied.changes.articles.added
    assert shown(library) == full


def test_titles_and_status(library: Library, make_draft: DraftMaker) -> None:
    library.apply(AddArticles((make_draft("Talks", "2016", "2017"),)))
    before = shown(library)
    first, second = library.event_ids()
    rename = library.apply(SetTitle(first, "Negotiations begin"))
    assert library.events([first])[0].status == Status.EDITED
    assert library.search("negotiations") == [first]
    reject = library.apply(SetStatus.of([first, second], Status.REJECTED))
    assert library.summaries()[0].events == 0
    library.apply(reject.inverse)
    library.apply(rename.inverse)
    assert shown(library) == before


def test_labels_say_what_happened(make_draft: DraftMaker) -> None:
    assert AddArticles((make_draft(),)).label == "Import 1 article"
    assert RemoveArticles((1, 2)).label == "Remove 2 articles"
    assert SetStatus.of([1], Status.ACCEPTED).label == "Accept 1 event"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_undoing_everything_in_turn_restores_the_library(
    steps: list[int], make_draft: DraftMaker, tmp_path_factory: object
) -> None:
    path: Path = tmp_path_factory.mktemp("undo") / "case.timeline"  # type: ignore[attr-defined]
    with Library.open(path) as library:
        library.apply(AddArticles((make_draft("Talks", "2016", "2011/.."),)))
        before = shown(library)
        inverses: list[Edit] = []
        for number, step in enumerate(steps):
            edit = _edit(library, step, number, make_draft)
            if edit is not None:
                inverses.append(library.apply(edit).inverse)
        for inverse in reversed(inverses):
            library.apply(inverse)
        assert shown(library) == before


def _edit(library: Library, step: int, number: int, make_draft: DraftMaker) -> Edit | None:
    articles, events = library.article_ids(), library.event_ids()
    if step == 0:
        return AddArticles((make_draft(f"Talks {number}", "2014", "201X"),))
    if not articles or not events:
        return None
    return (
        RemoveArticles((articles[number % len(articles)],)),
        SetTitle(events[number % len(events)], f"Title {number}"),
        SetStatus.of(events[: number + 1], Status.REJECTED),
        SetStatus.of(events[-1:], Status.ACCEPTED),
    )[step - 1]


def test_a_full_disk_is_told_in_words(library: Library, make_draft: DraftMaker) -> None:
    class Full(AddArticles):
        def apply(self, connection: sqlite3.Connection) -> Applied:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
            return super().apply(connection)

    big = make_draft("Talks " * 40_000, "2016")
    with pytest.raises(LibraryError, match="the disk is full"):
        library.apply(Full((big,)))
    assert library.summaries() == []
