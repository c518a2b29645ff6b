"""Files go into the library whole, in batches, while more is being read."""

from __future__ import annotations

from tests.unit.store.test_groups import draft
from timeline_app.domain.errors import LibraryError
from timeline_app.importing.batches import Batches, Failed, Stored
from timeline_app.importing.report import ImportRow, Outcome
from timeline_app.store import Library
from timeline_app.store.prepared import PreparedArticle, prepared


def articles(year: int, count: int) -> list[PreparedArticle]:
    days = [f"{year}-{1 + day // 28:02}-{1 + day % 28:02}" for day in range(count)]
    return [prepared(draft(day, (f"Mayor Ada opened bridge {day}", day))) for day in days]


def row(name: str) -> ImportRow:
    return ImportRow(name, Outcome.IMPORTED)


def test_a_file_of_many_articles_is_written_at_once(library: Library) -> None:
    batches = Batches(library)
    batches.add(row("many"), articles(2015, 120))
    batches.add(row("one"), articles(2016, 1))
    assert batches.files == 2
    assert batches.go_on() is None
    stored = [some for some in batches.finish() if isinstance(some, Stored)]
    assert [[each.path for each in some.rows] for some in stored] == [["many"], ["one"]]
    assert len(library.article_ids()) == 121
    assert batches.files == 0


def test_what_is_on_its_way_is_known(library: Library) -> None:
    batches = Batches(library)
    first, second = articles(2015, 2)
    batches.add(row("first"), [first])
    assert first in batches
    assert second not in batches
    list(batches.finish())
    assert first not in batches


def test_stopping_leaves_a_file_whole_or_out(library: Library) -> None:
    batches = Batches(library)
    many = articles(2015, 300)
    batches.add(row("many"), many)
    batches.add(row("later"), articles(2016, 1))
    batches.go_on()
    ended = batches.stop()
    assert batches.files == 0
    assert len(library.article_ids()) == (len(many) if isinstance(ended, Stored) else 0)


def test_a_failure_names_the_files_that_it_cost(library: Library) -> None:
    batches = Batches(library)
    batches.add(row("lost"), articles(2015, 1))
    library._writer.submit(lambda file: file.execute("PRAGMA query_only = ON")).result()
    [failed] = filter(None, batches.finish())
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, LibraryError)
    assert [each.path for each in failed.rows] == ["lost"]
