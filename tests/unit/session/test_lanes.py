from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.session.samples import Dated, draft
from timeline_app.domain.records import Entity, EntityKind, Modality
from timeline_app.session.lanes import Lanes, lane_table
from timeline_app.session.loader import Loader
from timeline_app.session.view import Filter
from timeline_app.store import AddArticles, Library, names
from timeline_app.store.names import MergeEntities

SECOND = draft(
    "Council again",
    "The Monitor",
    ("On 3 June 2016 the council met again.",),
    (Dated("On 3 June 2016", "2016-06-03", "Council meets again", 0),),
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            Lanes.ARTICLE,
            {
                "The Monitor: Advisers draw nearer": 3,
                "Daily Courier": 1,
                "The Monitor: Council again": 1,
            },
        ),
        (Lanes.SOURCE, {"The Monitor": 4, "Daily Courier": 1}),
        (Lanes.MODALITY, {"Happened": 3, "Said": 1, "Planned": 1}),
        (Lanes.NONE, {"": 5}),
    ],
)
def test_every_event_lies_in_the_lane_of_its_kind(
    library_path: Path, kind: Lanes, expected: dict[str, int]
) -> None:
    with Library.open(library_path) as library:
        library.apply(AddArticles((SECOND,)))
        articles = library.summaries()
        table = lane_table(kind, library.columns(), articles, library)
        found: dict[str, int] = {}
        for lane in table.numbers.tolist():
            found[table.names[lane]] = found.get(table.names[lane], 0) + 1
    assert found == expected


def test_other_lanes_read_no_event_anew(library_path: Path) -> None:
    with Library.open(library_path) as library:
        loader = Loader(library)
        by_article = loader.view(Filter())
        as_one = loader.view(Filter(), lanes=Lanes.NONE)
        assert by_article is not None
        assert as_one is not None
        assert by_article.index is not None
        assert as_one.index is not None
        assert as_one.years is by_article.years
        assert [lane.count for lane in by_article.index.lanes] == [3, 1]
        assert [lane.count for lane in as_one.index.lanes] == [4]
        assert as_one.lane_names == ("",)


def test_the_whole_library_stays_known_while_filtered(library_path: Path) -> None:
    with Library.open(library_path) as library:
        loader = Loader(library)
        everything = loader.view(Filter())
        found = loader.view(Filter(hidden_modalities=frozenset({Modality.HAPPENED})))
        assert everything is not None
        assert found is not None
        assert everything.whole is everything.index
        assert found.whole is everything.index
        assert found.index is not None
        assert len(found.index) == 2


KERRY, DUNFORD = (Entity(EntityKind.PERSON, name) for name in ("John Kerry", "Joseph Dunford"))
VIENNA = Entity(EntityKind.PLACE, "Vienna")


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Library]:
    """Four events: Kerry, Dunford, Dunford with Kerry in Vienna, and nobody; the last tagged."""
    dated = tuple(
        Dated(f"{day} May 2016", f"2016-05-{day}", f"Day {day}", 0) for day in range(11, 15)
    )
    story = draft("Talks", "Wire", (", ".join(each.words for each in dated),), dated)
    entities = ((KERRY,), (DUNFORD,), (DUNFORD, VIENNA, KERRY), ())
    events = [replace(e, entities=who) for e, who in zip(story.events, entities, strict=True)]
    events[3] = replace(events[3], tags=("key", "later"), starred=True)
    with Library.open(tmp_path / "named.timeline") as library:
        library.apply(AddArticles((replace(story, events=tuple(events)),)))
        yield library


def lanes_of(library: Library, kind: Lanes, first: tuple[str, ...] = ()) -> list[str]:
    view = Loader(library).view(Filter(), lanes=kind, first_lanes=first)
    assert view is not None
    assert view.index is not None
    return [view.lane_names[lane] for lane in view.index.columns.lane.tolist()]


def test_lanes_by_who_and_what_is_named_first(named: Library) -> None:
    people = ["John Kerry", "Joseph Dunford", "Joseph Dunford", "Nobody named"]
    assert lanes_of(named, Lanes.PERSON) == people
    nowhere = "No place named"
    assert lanes_of(named, Lanes.PLACE) == [nowhere, nowhere, "Vienna", nowhere]
    assert set(lanes_of(named, Lanes.ORGANIZATION)) == {"No organisation named"}
    assert lanes_of(named, Lanes.TAG) == ["No tag", "No tag", "No tag", "key"]


def test_the_most_frequent_name_is_on_top_unless_the_user_says_otherwise(named: Library) -> None:
    loader = Loader(named)
    view = loader.view(Filter(), lanes=Lanes.PERSON)
    assert view is not None
    assert view.lane_names[:2] == ("Joseph Dunford", "John Kerry")
    first = ("Nobody named", "John Kerry", "Gone")
    moved = loader.view(Filter(), lanes=Lanes.PERSON, first_lanes=first)
    assert moved is not None
    assert moved.lane_names[:3] == ("Nobody named", "John Kerry", "Joseph Dunford")
    assert lanes_of(named, Lanes.PERSON, first) == lanes_of(named, Lanes.PERSON)


def test_lanes_follow_names_that_are_merged(named: Library) -> None:
    loader = Loader(named)
    assert loader.view(Filter(), lanes=Lanes.PERSON) is not None
    dunford = next(each for each in named.read(names.listed) if each.entity == DUNFORD)
    named.apply(MergeEntities((dunford.id,), KERRY))
    view = loader.view(Filter(), lanes=Lanes.PERSON)
    assert view is not None
    assert view.index is not None
    assert [lane.count for lane in view.index.lanes] == [3, 1]


def test_filters_by_name_and_star(named: Library) -> None:
    loader = Loader(named)
    kerry = next(each.id for each in named.read(names.listed) if each.entity == KERRY)
    found = loader.view(Filter(entities=frozenset({kerry})))
    starred = loader.view(Filter(starred=True))
    dated = loader.view(Filter(hide_by_context=True))
    assert found is not None
    assert starred is not None
    assert dated is not None
    assert (found.ids.tolist(), starred.ids.tolist(), dated.shown) == ([1, 3], [4], 4)
