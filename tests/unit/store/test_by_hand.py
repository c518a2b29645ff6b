"""What the user says of single events, each taken back exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Basis, Event, Mention, Status
from timeline_app.domain.text import Span
from timeline_app.extract import digest
from timeline_app.store import AddArticles, Edit, Library
from timeline_app.store.by_hand import AddEvent, SetDate, SetStarred, SetTags
from timeline_app.store.replacing import ReplaceReadings


def undone_and_done_again(library: Library, edit: Edit) -> None:
    """Apply, take back, do again, take back: events are what they were each time."""
    before = library.events()
    inverse = library.apply(edit).inverse
    after = library.events()
    assert after != before
    again = library.apply(inverse).inverse
    assert library.events() == before
    last = library.apply(again).inverse
    assert library.events() == after
    library.apply(last)
    assert library.events() == before


def test_a_date_by_hand(library: Library, make_draft: DraftMaker) -> None:
    library.apply(AddArticles((make_draft("A story", "2016-05-19"),)))
    event = library.events()[0].id
    edit = SetDate(event, parse_edtf("2014"))
    undone_and_done_again(library, edit)
    assert library.apply(edit).changes.events.changed == {event}
    found = library.events()[0]
    assert (found.when, found.basis, found.status) == (
        parse_edtf("2014"),
        Basis.HAND,
        Status.EDITED,
    )
    assert found.inferred == frozenset()
    assert not library.columns()["by_context"][0]


def test_a_date_by_hand_outlives_another_reading(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19")
    library.apply(AddArticles((draft,)))
    library.apply(SetDate(library.events()[0].id, parse_edtf("2014")))
    events = tuple(replace(event, when=parse_edtf("2015")) for event in draft.events)
    edit = ReplaceReadings(replace(draft.article, id=1), draft.expressions, events)
    assert library.apply(edit).remark == "no date changed"
    assert library.events()[0].when == parse_edtf("2014")


def test_an_unknown_event_has_no_date(library: Library) -> None:
    with pytest.raises(KeyError):
        library.apply(SetDate(7, parse_edtf("2014")))


def test_stars_and_tags(library: Library, make_draft: DraftMaker) -> None:
    library.apply(AddArticles((make_draft("A story", "2016-05-19", "2016-05-20"),)))
    ids = [event.id for event in library.events()]
    undone_and_done_again(library, SetStarred.of(ids, starred=True))
    undone_and_done_again(library, SetTags(((ids[0], ("b", "a", "b")), (ids[1], ("c",)))))
    library.apply(SetTags(((ids[0], ("b", "a", "b")),)))
    assert library.events()[0].tags == ("a", "b")
    assert SetStarred.of(ids, starred=False).label == "Unstar 2 events"


def test_an_event_of_the_users_own(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19")
    library.apply(AddArticles((draft,)))
    passage = Span(0, len("A story"))
    mention = Mention(1, passage, None, "Dated by hand.")
    own = Event(0, "Mine", parse_edtf("2013"), (mention,), basis=Basis.HAND, status=Status.EDITED)
    undone_and_done_again(library, AddEvent(own))
    added = library.apply(AddEvent(own)).changes.events.added
    assert [event.id for event in library.events() if event.title == "Mine"] == list(added)
    assert library.search("Mine") == list(added)
    edit = ReplaceReadings(replace(draft.article, id=1), draft.expressions, draft.events)
    assert library.apply(edit).remark == "no date changed"
    assert [event.basis for event in library.events()] == [Basis.HAND, Basis.EXPRESSION]


def test_a_date_by_hand_is_that_of_all_sources(library: Library) -> None:
    story = (
        "{}\n\nMay 20, 2016\n\nRebels of the Northern Front seized the port of Ras Lanuf on {}.\n"
    )
    for title, day in (("Port seized", "May 12"), ("Ras Lanuf falls", "12 May")):
        data = story.format(title, day).encode()
        library.apply(AddArticles(tuple(digest(data, path=f"/case/{title}.txt"))))
    before = [e for e in library.events() if len(e.mentions) == 2]
    assert len(before) == 1
    edit = SetDate(before[0].id, parse_edtf("2014-01-01"))
    undone_and_done_again(library, edit)
    library.apply(edit)
    shown = [event for event in library.events() if event.when == parse_edtf("2014-01-01")]
    assert [event.id for event in shown] == [before[0].id]
    assert len(shown[0].mentions) == 2
    assert len(library.events()) == 1 + sum(len(e.mentions) == 1 for e in library.events())
