"""Libraries written by earlier versions: the files beside this module open with all they held."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from tests.unit.store.test_groups import draft
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Basis, Status
from timeline_app.store import AddArticles, Library, schema
from timeline_app.store.edits import SetStatus, SetTitle
from timeline_app.store.snapshot import TableCache
from timeline_app.store.writer import connect

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.timeline.gz"))
EVENTS = [
    ("Embargo placed on the port", "2011", Status.EDITED),
    ("Ada Kessler opened the port again", "2014-03-03", Status.REJECTED),
    ("Ada Kessler signed the lease", "2016-05-16", Status.SUGGESTED),
    ("The lease was signed", "2016-05-16", Status.SUGGESTED),
    ("It may end", "../2021", Status.SUGGESTED),
]


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a library as an earlier version left it."""
    path = tmp_path / "old.timeline"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_every_earlier_version_has_a_library_here() -> None:
    names = [f"version-{number}.timeline.gz" for number in range(1, len(schema.MIGRATIONS))]
    assert [path.name for path in VERSIONS] == names


def test_an_old_library_keeps_its_events(old: Path) -> None:
    with Library.open(old) as library:
        events = library.events()
        assert [(e.title, format_edtf(e.when), e.status) for e in events] == EVENTS
        assert {event.basis for event in events} == {Basis.EXPRESSION}
        for event in events:
            article = library.article(event.mentions[0].article)
            assert event.mentions[0].passage.slice(article.text).strip()
        assert [article.title for article in library.summaries()][1] == "The lease"
        assert library.article(1).pages == ()
        assert len(library.expressions(1)) == 4
        assert library.search("embargo") == [1]
        assert library.original(2).startswith(b"# The lease")


def test_an_old_library_can_be_written_to(old: Path) -> None:
    with Library.open(old) as library:
        library.apply(SetTitle(3, "Lease signed"))
        undo = library.apply(SetStatus.of([4], Status.REJECTED)).inverse
        library.apply(undo)
        assert [event.title for event in library.events([3])] == ["Lease signed"]
        assert [event.status for event in library.events([4])] == [Status.SUGGESTED]


def test_the_columns_of_an_old_library_are_true(old: Path) -> None:
    with Library.open(old) as library:
        library.apply(SetStatus.of([1], Status.REJECTED))
        table = library.table()
        connection = connect(old)
        connection.execute("DELETE FROM snapshot")
        anew = TableCache().table(connection)
        connection.close()
    for name, values in anew.columns.items():
        assert np.array_equal(values, table.columns[name]), name


def test_a_new_report_joins_an_old_librarys_event(old: Path) -> None:
    with Library.open(old) as library:
        before = len(library.events())
        told = draft("2016-05-20", ("Ada Kessler signed the lease of the port", "2016-05-16"))
        library.apply(AddArticles((told,)))
        assert len(library.events()) == before
        assert max(len(event.mentions) for event in library.events()) == 2
