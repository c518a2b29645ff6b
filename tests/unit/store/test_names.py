"""Names are counted, merged and renamed, and later articles follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.records import ArticleDraft, Entity, EntityKind, Status
from timeline_app.store import AddArticles, Library, SetStatus, names
from timeline_app.store.names import MergeEntities

KERRY = Entity(EntityKind.PERSON, "John Kerry")
SHORT = Entity(EntityKind.PERSON, "J. Kerry")
OSLO = Entity(EntityKind.PLACE, "Oslo")


@pytest.fixture
def named(library: Library, make_draft: DraftMaker) -> Library:
    """Three events: John Kerry in Oslo, J. Kerry alone, and one without names."""
    draft = make_draft("Talks", "2016-01-01", "2016-01-02", "2016-01-03")
    library.apply(AddArticles((naming(draft, (KERRY, OSLO), (SHORT,), ()),)))
    return library


def naming(draft: ArticleDraft, *entities: tuple[Entity, ...]) -> ArticleDraft:
    pairs = zip(draft.events, entities, strict=True)
    return replace(draft, events=tuple(replace(e, entities=names) for e, names in pairs))


def counts(library: Library) -> dict[str, int]:
    return {each.entity.name: each.events for each in library.read(names.listed)}


def identity(library: Library, name: str) -> int:
    return next(each.id for each in library.read(names.listed) if each.entity.name == name)


def test_names_are_counted(named: Library) -> None:
    assert counts(named) == {"J. Kerry": 1, "John Kerry": 1, "Oslo": 1}
    named.apply(SetStatus.of([1], Status.REJECTED))
    assert counts(named) == {"J. Kerry": 1}


def test_merged_names_are_one_until_that_is_undone(named: Library) -> None:
    applied = named.apply(MergeEntities((identity(named, "J. Kerry"),), KERRY))
    assert applied.changes.events.changed == {1, 2}
    assert counts(named) == {"John Kerry": 2, "Oslo": 1}
    assert [event.entities for event in named.events()] == [(KERRY, OSLO), (KERRY,), ()]
    redo = named.apply(applied.inverse).inverse
    assert counts(named) == {"J. Kerry": 1, "John Kerry": 1, "Oslo": 1}
    named.apply(redo)
    assert counts(named) == {"John Kerry": 2, "Oslo": 1}


def test_a_renamed_name_takes_later_articles_with_it(
    named: Library, make_draft: DraftMaker
) -> None:
    secretary = Entity(EntityKind.PERSON, "John F. Kerry")
    named.apply(MergeEntities((identity(named, "J. Kerry"),), KERRY))
    named.apply(MergeEntities.renaming(identity(named, "John Kerry"), secretary))
    named.apply(AddArticles((naming(make_draft("More", "2017-01-01"), (SHORT,)),)))
    assert counts(named) == {"John F. Kerry": 3, "Oslo": 1}
    assert named.apply(MergeEntities.renaming(identity(named, "John F. Kerry"), SHORT)).changes
    assert counts(named) == {"J. Kerry": 3, "Oslo": 1}


def test_events_are_found_by_who_they_name(named: Library) -> None:
    merged = identity(named, "John Kerry")
    named.apply(MergeEntities((identity(named, "J. Kerry"),), KERRY))
    assert sorted(named.read(lambda file: names.naming(file, [merged])).tolist()) == [1, 2]
    events, people = named.read(lambda file: names.first_named(file, EntityKind.PERSON))
    assert dict(zip(events.tolist(), people.tolist(), strict=True)) == {1: merged, 2: merged}
    events, _ = named.read(lambda file: names.first_named(file, EntityKind.ORGANIZATION))
    assert len(events) == 0
