"""A library that can't be written can still be read."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.errors import LibraryError
from timeline_app.store import AddArticles, Library
from timeline_app.store.write_protected import connect_to_read, is_write_protected


@pytest.fixture
def protected(
    library: Library, make_draft: DraftMaker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A library of one event on what looks like a disk without permission to write.

    The system's answer is stood in for: the superuser may write whatever the mode says.
    """
    library.apply(AddArticles((make_draft("Talks", "2016"),)))
    library.close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    yield library.path
    beside = {each.name for each in library.path.parent.iterdir() if each.is_file()}
    assert beside <= {library.path.name, "older.timeline", "a#b c%41?.timeline"}


def test_it_is_read(protected: Path) -> None:
    with Library.open(protected) as opened:
        assert opened.read_only
        assert [event.title for event in opened.events()] == ["Talks, 2016"]
        assert len(opened.table()) == 1
        assert len(opened.search("talks")) == 1


def test_nothing_is_written(protected: Path, make_draft: DraftMaker) -> None:
    before = protected.read_bytes()
    with Library.open(protected) as opened:
        edit = AddArticles((make_draft("More", "2017"),))
        with pytest.raises(LibraryError, match="the library is read-only"):
            opened.apply(edit)
        with pytest.raises(LibraryError, match="read-only"):
            opened.watch_folder("/articles", watch=True).result()
        opened.table()
    assert protected.read_bytes() == before


def test_a_name_may_hold_what_means_something_in_an_address(protected: Path) -> None:
    named = protected.with_name("a#b c%41?.timeline")
    shutil.copy(protected, named)
    with Library.open(named) as opened:
        assert len(opened.events()) == 1


def test_one_of_an_older_version_says_what_to_do(protected: Path) -> None:
    older = protected.with_name("older.timeline")
    packed = Path(__file__).parent / "versions" / "version-1.timeline.gz"
    older.write_bytes(gzip.decompress(packed.read_bytes()))
    with pytest.raises(LibraryError, match=r"older version .* copy it to a folder"):
        Library.open(older)


def test_what_was_not_written_through_is_read_too(library: Library, make_draft: DraftMaker) -> None:
    library.apply(AddArticles((make_draft("Talks", "2016"),)))
    reader = connect_to_read(library.path)  # while the writer has it open
    assert reader.execute("SELECT count(*) FROM event").fetchone() == (1,)
    reader.close()


def test_what_cannot_be_read_whole_is_not_shown_in_part(
    library: Library, make_draft: DraftMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without SQLite's own file beside it, and without leave to make one."""
    library.apply(AddArticles((make_draft("Talks", "2016"),)))
    connect = sqlite3.connect

    def refuse(name: str | Path, **options: object) -> sqlite3.Connection:
        if str(name).endswith("mode=ro"):
            raise sqlite3.OperationalError("unable to open database file")
        return connect(name, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(LibraryError, match=r"latest changes are in case.timeline-wal"):
        connect_to_read(library.path)


def test_what_can_be_written_is_not_protected(library: Library, tmp_path: Path) -> None:
    assert not is_write_protected(library.path)
    assert not is_write_protected(tmp_path / "new.timeline")
    assert not library.read_only
