from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.unit.session.samples import Dated, draft
from timeline_app.domain.calendars import OPEN_FUTURE
from timeline_app.domain.records import Basis
from timeline_app.layout.columns import Mark
from timeline_app.session.index import build_index, event_columns
from timeline_app.session.lanes import Lanes, lane_table
from timeline_app.store import AddArticles, Library


def test_lanes_colours_and_marks(library_path: Path) -> None:
    open_ended = draft(
        "Open", "Wire", ("Since 2011 it lasts.",), (Dated("Since 2011", "2011/..", "It lasts", 0),)
    )
    with Library.open(library_path) as library:
        library.apply(AddArticles((open_ended,)))
        stored, articles = library.columns(), library.summaries()
        lanes = lane_table(Lanes.ARTICLE, stored, articles, library)
        made = event_columns(stored, lanes.numbers, 2)
        rows = {int(event): row for row, event in enumerate(made.ids)}
        lasting, said, planned = rows[5], rows[2], rows[4]
    assert made.lane[lasting] == 2
    assert made.lane[said] == 0
    assert made.lane[planned] == 1
    assert (made.source[lasting], made.source[said], made.source[planned]) == (0, 0, 1)
    assert Mark(int(made.flags[lasting])) == Mark.INTERVAL | Mark.OPEN_END
    assert made.end_latest[lasting] == OPEN_FUTURE
    assert Mark.SAID in Mark(int(made.flags[said]))
    assert Mark.PLANNED in Mark(int(made.flags[planned]))


def test_no_events_no_index(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.timeline") as library:
        assert build_index(library.columns(), np.zeros(0, np.int32), 8) is None


def test_stars_come_first_and_what_context_dates_last(library_path: Path) -> None:
    days = (11, 12, 13)
    dated = tuple(Dated(f"{day} May 2016", f"2016-05-{day}", f"Day {day}", 0) for day in days)
    story = draft("Days", "Wire", (", ".join(each.words for each in dated),), dated)
    one, two, three = story.events
    events = (replace(one, basis=Basis.CARRIED), two, replace(three, starred=True, conflict=True))
    with Library.open(library_path) as library:
        library.apply(AddArticles((replace(story, events=events),)))
        stored = library.columns()
        lanes = lane_table(Lanes.NONE, stored, library.summaries(), library)
        made = event_columns(stored, lanes.numbers, 8)
    rows = {int(event): row for row, event in enumerate(made.ids)}
    by_context, plain, starred = (rows[event] for event in (5, 6, 7))
    assert made.importance[by_context] < made.importance[plain] < made.importance[starred]
    assert made.flags[by_context] & Mark.BY_CONTEXT
    assert not made.flags[plain] & (Mark.BY_CONTEXT | Mark.CONFLICT | Mark.STARRED)
    assert made.flags[starred] & Mark.STARRED
    assert made.flags[starred] & Mark.CONFLICT
