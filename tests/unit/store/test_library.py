"""A library keeps what it is given, on disk, once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.calendars import OPEN_FUTURE
from timeline_app.domain.errors import LibraryError
from timeline_app.domain.records import Changes, ChangeSet
from timeline_app.store import AddArticles, Applied, Library
from timeline_app.store.columns import MODALITIES


def test_what_is_added_is_there_after_reopening(
    library: Library, make_draft: DraftMaker, tmp_path: Path
) -> None:
    draft = make_draft("Talks", "2016-05-19", "2011/..")
    library.apply(AddArticles((draft,)))
    library.close()
    with Library.open(tmp_path / "case.timeline") as again:
        [summary] = again.summaries()
        article = again.article(summary.id)
        assert (article.text, article.blocks, article.published, article.warnings) == (
            draft.article.text,
            draft.article.blocks,
            draft.article.published,
            draft.article.warnings,
        )
        assert again.original(summary.id) == draft.original
        assert again.expressions(summary.id) == list(draft.expressions)
        stored = again.events()
        assert [event.title for event in stored] == ["Talks, 2011/..", "Talks, 2016-05-19"]
        assert stored[1].mentions[0].passage.slice(article.text) == "It happened on 2016-05-19."
        assert stored[1].when == draft.events[0].when


def test_the_same_file_twice_adds_nothing(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("Talks", "2016")
    library.apply(AddArticles((draft,)))
    applied = library.apply(AddArticles((draft, draft)))
    assert applied.changes == ChangeSet()
    assert len(library.summaries()) == len(library.events()) == 1
    assert library.knows(draft.article.sha256)


def test_a_failing_edit_leaves_no_trace(library: Library, make_draft: DraftMaker) -> None:
    class Broken(AddArticles):
        def apply(self, connection: sqlite3.Connection) -> Applied:
            super().apply(connection)
            raise RuntimeError("boom")

    with pytest.raises(RuntimeError, match="boom"):
        library.apply(Broken((make_draft("Talks", "2016"),)))
    assert library.summaries() == []
    library.apply(AddArticles((make_draft("Talks", "2016"),)))
    assert len(library.summaries()) == 1


def test_columns_match_the_events(library: Library, make_draft: DraftMaker) -> None:
    library.apply(AddArticles((make_draft("Talks", "2016-05-19", "2011/.."),)))
    columns = library.columns()
    assert columns["ids"].tolist() == library.event_ids()
    assert columns["end_latest"].tolist()[0] == OPEN_FUTURE
    assert columns["interval"].tolist() == [True, False]
    assert [MODALITIES[i].value for i in columns["modality"]] == ["said", "said"]
    assert columns["start_earliest"].tolist()[1] == library.events()[1].when.earliest
    assert columns["sources"].tolist() == [1, 1]


def test_search_finds_words_in_titles_and_passages(
    library: Library, make_draft: DraftMaker
) -> None:
    library.apply(AddArticles((make_draft("Café talks", "2016"), make_draft("Strike", "2012"))))
    titles = {event.id: event.title for event in library.events()}
    assert [titles[i] for i in library.search("cafe tal")] == ["Café talks, 2016"]
    assert len(library.search("happened")) == 2
    assert library.search('"') == library.search("") == library.search("nowhere") == []


def test_changes_name_what_was_added(library: Library, make_draft: DraftMaker) -> None:
    applied = library.apply(AddArticles((make_draft("Talks", "2016"),)))
    assert applied.changes.articles == Changes(added=frozenset(library.article_ids()))
    assert applied.changes.events == Changes(added=frozenset(library.event_ids()))


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"x"])
def test_a_foreign_file_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.timeline"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="not a Timeline App library"):
        Library.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(LibraryError, match="not a Timeline App library"):
        Library.open(path)


def test_a_newer_library_is_refused(library: Library, tmp_path: Path) -> None:
    library.close()
    connection = sqlite3.connect(tmp_path / "case.timeline")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(tmp_path / "case.timeline")


def test_unknown_ids(library: Library) -> None:
    with pytest.raises(KeyError):
        library.article(7)
    assert library.events([7]) == []


def test_two_libraries_on_one_file(
    library: Library, make_draft: DraftMaker, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "case.timeline") as other:
        other.apply(AddArticles((make_draft("There", "2016"),)))
        library.apply(AddArticles((make_draft("Here", "2017"),)))
        assert len(other.summaries()) == len(library.summaries()) == 2
