from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.session.samples import Dated, draft
from timeline_app.domain.records import Modality
from timeline_app.session.lanes import Lanes, lane_names, lane_numbers
from timeline_app.session.loader import Loader
from timeline_app.session.view import Filter
from timeline_app.store import AddArticles, Library

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
        names = lane_names(kind, articles)
        found: dict[str, int] = {}
        for lane in lane_numbers(kind, library.columns(), articles).tolist():
            found[names[lane]] = found.get(names[lane], 0) + 1
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
