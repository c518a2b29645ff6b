"""Columns in memory and in the file always equal a fresh reading of the tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.records import Changes, ChangeSet, Mention, Status
from timeline_app.domain.text import Span
from timeline_app.store import (
    AddArticles,
    Applied,
    Edit,
    Library,
    RemoveArticles,
    RestoreArticles,
    SetStatus,
    SetTitle,
    rows,
)
from timeline_app.store.columns import DTYPE, EventTable, load
from timeline_app.store.writer import connect


class AddSource(SetTitle):
    """Lets article `title` report an event too."""

    def apply(self, connection: sqlite3.Connection) -> Applied:
        mention = Mention(0, Span(0, 3), None, "reported by another")
        query = "SELECT max(position) + 1 FROM mention WHERE event = ?"
        position = connection.execute(query, [self.event]).fetchone()[0]
        rows.insert_mention(connection, self.event, position, mention, int(self.title))
        return Applied(ChangeSet(events=Changes(changed=frozenset([self.event]))), self)


def same(left: EventTable, right: EventTable) -> bool:
    """True when every array is equal and of the same type."""
    return all(
        ours.keys() == theirs.keys()
        and all(
            ours[name].dtype == theirs[name].dtype and np.array_equal(ours[name], theirs[name])
            for name in ours
        )
        for ours, theirs in ((left.columns, right.columns), (left.shared, right.shared))
    )


def fresh(path: Path) -> EventTable:
    """Read the tables themselves."""
    connection = connect(path)
    try:
        return load(connection)
    finally:
        connection.close()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 50)), max_size=14))
def test_never_stale(
    steps: list[tuple[int, int]],
    make_draft: DraftMaker,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rows, "_WORTH_A_SNAPSHOT", 1)
    path = tmp_path_factory.mktemp("never-stale") / "case.timeline"
    with Library.open(path) as library, Library.open(path) as other:
        for kind, number in steps:
            if kind == 7:
                library.keep_table().result()
            elif kind == 8:
                other.keep_table().result()
            else:
                _edit(library if number % 2 else other, kind, number, make_draft)
            assert same(library.table(), fresh(path))
            if number % 3 == 0:
                assert same(other.table(), fresh(path))
    with Library.open(path) as again:
        assert same(again.table(), fresh(path))


def _edit(library: Library, kind: int, number: int, make_draft: DraftMaker) -> None:
    articles, events = library.article_ids(), library.event_ids()
    if kind == 0 or not articles or not events:
        draft = make_draft(f"Talks {number}", "2016-05-19", "201X", "1066/..", "../0044")
        library.apply(AddArticles((draft,)))
        return
    article, event = articles[number % len(articles)], events[number % len(events)]
    edits: tuple[Edit, ...] = (
        RemoveArticles((article,)),
        RestoreArticles((number % 9 + 1,)),
        SetTitle(event, f"Title {number}"),
        SetStatus.of(events[: number + 1], Status.REJECTED),
        SetStatus.of([event], Status.ACCEPTED),
        AddSource(event, str(article)),
    )
    library.apply(edits[kind - 1])


def test_a_snapshot_is_read_instead_of_the_tables(
    library: Library, make_draft: DraftMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_WORTH_A_SNAPSHOT", 1)
    library.apply(AddArticles((make_draft("Talks", "2016", "2017-01-02"),)))
    library.keep_table().result()
    before = library.table()
    library.close()
    monkeypatch.setattr("timeline_app.store.columns.load", pytest.fail)
    with Library.open(tmp_path / "case.timeline") as again:
        assert same(again.table(), before)
        again.apply(SetStatus.of([1], Status.REJECTED))
        assert again.columns()["rejected"].tolist() == [True, False]


@pytest.mark.parametrize("few", [0, 5000])
def test_new_events_come_in_order(
    library: Library,
    make_draft: DraftMaker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
) -> None:
    monkeypatch.setattr("timeline_app.store.columns._FEW", few)
    for number, days in enumerate((("2016", "2016-05-02"), ("2016", "2016-05"), ("2015", "2017"))):
        library.apply(AddArticles((make_draft(f"Talks {number}", *days),)))
        assert same(library.table(), fresh(tmp_path / "case.timeline"))


def test_an_edit_copies_only_the_columns_that_it_changes(
    library: Library, make_draft: DraftMaker
) -> None:
    library.apply(AddArticles((make_draft("Talks", "2016", "2017-01-02"),)))
    before = library.columns()
    library.apply(SetStatus.of([1], Status.REJECTED))
    after = library.columns()
    assert [name for name in after if after[name] is not before[name]] == ["rejected"]


def test_counts_of_articles(library: Library, make_draft: DraftMaker) -> None:
    drafts = (make_draft("Talks", "2016", "2017", "2018"), make_draft("Strike", "2012"))
    library.apply(AddArticles((*drafts, make_draft("Quiet"))))
    event, other = library.event_ids()[1:3]
    library.apply(AddSource(event, "2"))
    library.apply(AddSource(event, "2"))
    library.apply(SetStatus.of([other], Status.REJECTED))
    counts = library.table().events_by_article()
    assert counts == {1: 2, 2: 2}
    assert library.summaries(counts) == library.summaries()


def test_search_by_ids_finds_the_same(library: Library, make_draft: DraftMaker) -> None:
    drafts = (make_draft("Café talks", "2016", "2014"), make_draft("Strike", "2012"))
    library.apply(AddArticles(drafts))
    for text in ("happened", "cafe tal", "strik", '"', "", "nowhere"):
        found = library.search_ids(text)
        assert found is not None
        assert found.tolist() == sorted(library.search(text))


def test_a_search_stops_when_nobody_waits_for_it(
    library: Library, make_draft: DraftMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.store.library._STEPS", 1)
    library.apply(AddArticles((make_draft("Talks", "2016", "2014"),)))
    assert library.search_ids("happened", lambda: False) is None
    assert len(library.search("happened")) == 2


def test_the_version_tells_of_writes(library: Library, make_draft: DraftMaker) -> None:
    before = library.version()
    library.search("talks")
    assert library.version() == before
    library.apply(AddArticles((make_draft("Talks", "2016"),)))
    assert library.version() != before


def test_closing_keeps_what_an_import_wrote(
    library: Library, make_draft: DraftMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_WORTH_A_SNAPSHOT", 2)
    library.apply(AddArticles((make_draft("Talks", "2016", "2017-01-02"),)))
    library.close()
    connection = connect(tmp_path / "case.timeline")
    kept = connection.execute("SELECT count(*), (SELECT count(*) FROM touched) FROM snapshot")
    assert kept.fetchone() == (len(DTYPE.names or ()) + 2, 0)
    connection.close()
