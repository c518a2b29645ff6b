from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.session.samples import Dated, draft, event_id
from timeline_app.domain.records import Mention, Modality, Status
from timeline_app.domain.text import Span
from timeline_app.session import index
from timeline_app.session.loader import Loader
from timeline_app.session.view import Filter, LibraryView, Tag
from timeline_app.store import AddArticles, Library, RemoveArticles, SetStatus, SetTitle, rows
from timeline_app.store.by_hand import SetTags
from timeline_app.store.writer import connect

SPEECH = "Secretary speaks in Vienna"


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    """The sample library."""
    with Library.open(library_path) as opened:
        yield opened


def view(loader: Loader, chosen: Filter | None = None) -> LibraryView:
    """The view of a filter, by default all."""
    made = loader.view(chosen or Filter())
    assert made is not None
    return made


def test_filtering_reads_and_sorts_nothing_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    loader = Loader(library)
    everything = view(loader)
    monkeypatch.setattr(index, "build_index", pytest.fail)
    found = view(loader, Filter(text="vienna"))
    assert (found.shown, everything.shown) == (1, 4)
    assert found.index is not None
    assert found.index.columns.ids.tolist() == found.ids.tolist()
    assert view(loader).index is everything.index


def test_a_view_after_a_write_has_what_was_written(library: Library) -> None:
    loader = Loader(library)
    assert view(loader).total == 4
    event = event_id(library, "Council votes")
    library.apply(SetStatus.of([event], Status.REJECTED))
    assert (view(loader).total, view(loader, Filter(show_rejected=True)).total) == (3, 4)
    assert [article.events for article in view(loader).articles] == [3, 0]
    library.apply(SetTitle(event, "Other words"))
    assert view(loader, Filter(text="other", show_rejected=True)).ids.tolist() == [event]
    library.apply(RemoveArticles((1,)))
    assert view(loader).ids.tolist() == [event]
    library.apply(RemoveArticles((2,)))
    assert (view(loader).index, view(loader).articles) == (None, ())


def test_nobody_waits_nothing_is_made(library: Library) -> None:
    assert Loader(library).view(Filter(text="vienna"), lambda: False) is None


def test_an_event_stays_while_one_of_its_sources_is_shown(
    library: Library, library_path: Path
) -> None:
    event = event_id(library, "Council votes")
    connection = connect(library_path)
    mention = Mention(1, Span(0, 5), None, "reported by another")
    rows.insert_mention(connection, event, 1, mention, 1)
    connection.close()
    loader = Loader(library)
    assert view(loader, Filter(hidden_sources=frozenset({2}))).shown == 4
    assert view(loader, Filter(hidden_sources=frozenset({1}))).ids.tolist() == [event]
    assert view(loader, Filter(hidden_sources=frozenset({1, 2}))).shown == 0


def test_what_several_articles_of_a_source_tell_counts_once(
    library: Library, library_path: Path
) -> None:
    assert view(Loader(library)).source_counts == {"The Monitor": 3, "Daily Courier": 1}
    event = event_id(library, "Council votes")
    rain = Dated("in 2020", "2020", "It rained", 0)
    library.apply(
        AddArticles((draft("Later", "Daily Courier", ("In 2020? Rain in 2020.",), (rain,)),))
    )
    assert view(Loader(library)).source_counts["Daily Courier"] == 2
    connection = connect(library_path)
    for place, article in enumerate((3, 1), start=1):
        mention = Mention(article, Span(0, 5), None, "reported by another")
        rows.insert_mention(connection, event, place, mention, 1)
    connection.close()
    assert view(Loader(library)).source_counts == {"The Monitor": 4, "Daily Courier": 2}
    library.apply(SetStatus.of(library.event_ids(), Status.REJECTED))
    assert view(Loader(library)).source_counts == {}


def test_tags_are_counted_and_narrow(library: Library) -> None:
    loader = Loader(library)
    assert view(loader).tag_counts == {}
    votes, speaks = (event_id(library, title) for title in ("Council votes", SPEECH))
    library.apply(SetTags(((votes, ("harbour", "Vote")), (speaks, ("harbour",)))))
    assert view(loader).tag_counts == {"harbour": 2, "Vote": 1}
    assert view(loader, Filter().toggled(Tag("harbour"))).shown == 2
    one = Filter().toggled(Tag("Vote"))
    assert one.narrows
    assert one.lights(Tag("Vote"))
    assert not one.lights(Tag("harbour"))
    assert view(loader, one).ids.tolist() == [votes]
    assert view(loader, one.toggled(Tag("harbour"))).shown == 2
    assert view(loader, one.toggled(Tag("Vote"))).shown == 4
    library.apply(SetStatus.of([votes], Status.REJECTED))
    assert view(loader).tag_counts == {"harbour": 1}


def test_kinds_and_words_narrow_together(library: Library) -> None:
    loader = Loader(library)
    said = Filter(text="may").toggled(Modality.HAPPENED)
    assert view(loader, said).shown == 1
    assert view(loader, Filter(text="council june")).shown == 1
    assert view(loader, Filter(text="council vienna")).shown == 0


def test_a_span_keeps_what_may_lie_in_it(library: Library) -> None:
    loader = Loader(library)
    everything = view(loader)
    assert everything.index is not None
    stored = everything.index.columns
    first = int(stored.start_earliest[1])
    span = (first, first + 1)
    chosen = Filter(span=span)
    assert chosen.narrows
    kept = view(loader, chosen).ids.tolist()
    expected = [
        int(stored.ids[row])
        for row in range(len(stored))
        if stored.start_earliest[row] < span[1] and stored.end_latest[row] > span[0]
    ]
    assert kept == expected
    assert 0 < len(kept) < everything.shown
    assert view(loader, chosen).whole is everything.index
