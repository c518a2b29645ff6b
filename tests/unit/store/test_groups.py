"""Reports of one event become one, in any order of import, and everything can be undone."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.evaluation.eval_grouping import read_pairs
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.fingerprint import sketch
from timeline_app.domain.records import (
    Article,
    ArticleDraft,
    Block,
    Event,
    Mention,
    Modality,
    Published,
    Role,
    Status,
)
from timeline_app.domain.text import Span
from timeline_app.store import (
    AddArticles,
    Edit,
    Library,
    MergeEvents,
    RefuseMerge,
    RemoveArticles,
    SetStatus,
    SetTitle,
    SplitSource,
)

KILLED = "Rebels killed Musa Gaddim near Sirta"
TABLES = ("event", "mention", "event_search", "event_pair")


def draft(
    published: str, *events: tuple[str, str], body: str = "", modality: Modality = Modality.HAPPENED
) -> ArticleDraft:
    """An article of one sentence an event: (title, EDTF)."""
    text, made, blocks = f"Told on {published}", [], []
    for title, date in events:
        start = len(text) + 1
        text += f"\n{title} in {date}."
        passage = Span(start, len(text))
        blocks.append(Block(passage, Role.BODY))
        dated = Span(len(text) - 1 - len(date), len(text) - 1)
        made.append(
            Event(0, title, parse_edtf(date), (Mention(0, passage, dated, ""),), modality=modality)
        )
    if body:
        blocks.append(Block(Span(len(text) + 1, len(text) + 1 + len(body)), Role.BODY))
        text += f"\n{body}"
    data = text.encode()
    article = Article(
        0, f"{published}.txt", text.split("\n")[0], text, tuple(blocks), sha256(data).hexdigest(),
        "plaintext/1", published=Published(parse_edtf(published), "a line", 0.9),
    )  # fmt: skip
    packed = sketch(text, blocks).packed() if body else b""
    return ArticleDraft(article, data, (), tuple(made), packed)


def rows_of(library: Library, names: Iterable[str] = TABLES) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables that grouping writes."""
    connection = sqlite3.connect(library.path)
    try:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in names
        }
    finally:
        connection.close()


def partition(library: Library) -> set[frozenset[tuple[str, Span]]]:
    """Which passages of which files are one event."""
    articles = {identity: library.article(identity).sha256 for identity in library.article_ids()}
    return {
        frozenset((articles[mention.article], mention.passage) for mention in event.mentions)
        for event in library.events()
    }


def test_reports_become_one_event_with_sources(library: Library) -> None:
    library.apply(AddArticles((draft("2016-05-16", (KILLED, "2011-10-20")),)))
    before = rows_of(library)
    second = draft("2011-10-22", ("Musa Gaddim was killed by rebels", "2011-10-20"))
    applied = library.apply(AddArticles((second,)))
    (event,) = library.events()
    assert [mention.article for mention in event.mentions] == [2, 1]  # first report first
    assert event.title == "Musa Gaddim was killed by rebels"
    assert not event.conflict
    assert applied.changes.events.added | applied.changes.events.removed == {1, 2}
    assert library.event_summaries([event.id])[event.id].sources == 2
    assert library.columns()["sources"].tolist() == [2]
    assert library.columns()["article"].tolist() == [2]
    assert [summary.events for summary in library.summaries()] == [1, 1]
    assert library.search("near Sirta") == [event.id] == library.search("by rebels")
    undone = library.apply(applied.inverse)
    left = rows_of(library, ("event", "mention"))
    assert [row for row in left["mention"] if row[0] == 1] == before["mention"]
    assert [row for row in left["event"] if row[0] == 1] == before["event"]
    library.apply(undone.inverse)
    assert library.events() == [event]


def test_another_report_leads_when_the_leads_article_goes(library: Library) -> None:
    first = draft("2011-10-22", (KILLED, "2011-10-20"))
    library.apply(AddArticles((first, draft("2016-05-16", (KILLED + " that day", "2011-10")))))
    (event,) = library.events()
    assert event.mentions[1].when == parse_edtf("2011-10")
    whole = rows_of(library)
    applied = library.apply(RemoveArticles((1,)))
    assert applied.changes.events.removed == {1}
    assert applied.changes.events.added == {2}
    (left,) = library.events()
    assert (left.id, left.when) == (2, parse_edtf("2011-10"))
    library.apply(applied.inverse)
    assert library.events() == [event]
    assert rows_of(library) == whole


def test_what_the_user_judged_leads(library: Library) -> None:
    library.apply(AddArticles((draft("2016-05-16", (KILLED, "2011-10")),)))
    library.apply(SetStatus.of([1], Status.ACCEPTED))
    library.apply(SetTitle(1, "The end of Gaddim"))
    library.apply(AddArticles((draft("2011-10-22", (KILLED, "2011-10-20")),)))
    (event,) = library.events()
    assert (event.id, event.title, event.status) == (1, "The end of Gaddim", Status.EDITED)
    assert [mention.when for mention in event.mentions] == [parse_edtf("2011-10-20"), None]


def test_sources_that_disagree_are_kept_and_told(library: Library) -> None:
    library.apply(
        AddArticles(
            (
                draft("2016-05-30", (KILLED, "2016-05-16")),
                draft("2016-06-02", (KILLED, "2016-05-17")),
            )
        )
    )
    (event,) = library.events()
    assert event.conflict
    assert library.columns()["conflict"].tolist() == [True]
    library.apply(RemoveArticles((2,)))
    assert [event.conflict for event in library.events()] == [False]


def test_other_deeds_moods_and_days_stay_apart(library: Library) -> None:
    library.apply(
        AddArticles(
            (
                draft(
                    "2011-10-22", (KILLED, "2011-10-20"), ("Rebels met Musa Gaddim", "2011-10-20")
                ),
                draft("2011-10-23", (KILLED, "2011-10-20"), modality=Modality.PLANNED),
                draft("2012-10-24", (KILLED, "2012-10-20")),
            )
        )
    )
    assert len(library.events()) == 4


BODY = " ".join(
    f"{word} of the harbour told the council of {place} what the storm had done to its {thing}."
    for word, place, thing in zip(
        ("Owners", "Divers", "Captains", "Pilots", "Cooks", "Traders"),
        ("Lind", "Marrow", "Tesk", "Overby", "Quay", "Solden"),
        ("boats", "nets", "cranes", "lamps", "ovens", "stalls"),
        strict=True,
    )
)


def test_a_reprint_counts_once(library: Library) -> None:
    """The original is the one published first, whichever was imported first."""
    title = "A storm wrecked the harbour of Lind"
    reprint = draft("2016-05-18", (title, "2016-05-16"), body=BODY + " Reprinted with thanks.")
    original = draft("2016-05-17", (title, "2016-05-16"), body=BODY)
    library.apply(AddArticles((reprint,)))
    assert library.article(1).copies_of is None
    applied = library.apply(AddArticles((original,)))
    assert library.article(1).copies_of == 2
    assert library.article(2).copies_of is None
    assert applied.changes.articles.changed == {1}
    (event,) = library.events()
    assert len(event.mentions) == 2
    summary = library.event_summaries([event.id])[event.id]
    assert (summary.sources, len(summary.articles)) == (1, 2)
    table = library.table()
    assert table.columns["sources"].tolist() == [1]
    assert table.events_by_article() == {1: 1, 2: 1}
    library.apply(AddArticles((draft("2016-05-20", (title, "2016-05-16")),)))
    (event,) = library.events()
    assert library.event_summaries([event.id])[event.id].sources == 2
    library.apply(RemoveArticles((2,)))
    assert library.article(1).copies_of is None
    assert library.columns()["sources"].tolist() == [2]


def test_a_reprints_today_is_the_originals(library: Library) -> None:
    """It was read a day too late, but is no other event; in another story it is."""
    title = "A storm wrecked the harbour of Lind"
    original = draft("2016-05-17", (title, "2016-05-17"), body=BODY)
    reprint = draft("2016-05-18", (title, "2016-05-18"), body=BODY)
    another = draft("2016-05-18", (title, "2016-05-18"), body="Quite another story, in few words.")
    library.apply(AddArticles((original, another)))
    assert len(library.events()) == 2
    library.apply(AddArticles((reprint,)))
    assert sorted(len(event.mentions) for event in library.events()) in ([1, 2], [3])
    library.apply(RemoveArticles((2,)))
    (event,) = library.events()
    assert event.when == parse_edtf("2016-05-17")
    assert not event.conflict


def test_two_tellings_in_one_article_need_the_same_words(library: Library) -> None:
    twice = draft(
        "2011-10-22",
        (KILLED, "2011-10-20"),
        ("Rebels killed Musa Gaddim near Sirta", "2011-10-20"),
        ("Rebels killed guards near Sirta", "2011-10-20"),
    )
    library.apply(AddArticles((twice,)))
    assert sorted(len(event.mentions) for event in library.events()) == [1, 2]
    assert library.columns()["sources"].tolist() == [1, 1]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_import_makes_no_difference(seed: int, tmp_path: Path) -> None:
    drafts = [each for pair in read_pairs() for each in pair.drafts]
    with Library.open(tmp_path / "whole.timeline") as whole:
        whole.apply(AddArticles(tuple(drafts)))
        expected = partition(whole)
        titles = {event.title for event in whole.events()}
    chance = random.Random(seed)
    chance.shuffle(drafts)
    with Library.open(tmp_path / "parts.timeline") as parts:
        while drafts:
            size = chance.randint(1, 40)
            parts.apply(AddArticles(tuple(drafts[:size])))
            drafts = drafts[size:]
            if chance.random() < 0.5:
                gone = chance.sample(parts.article_ids(), len(parts.article_ids()) // 3)
                parts.apply(parts.apply(RemoveArticles(tuple(gone))).inverse)
        assert partition(parts) == expected
        assert {event.title for event in parts.events()} == titles
    assert any(len(group) > 2 for group in expected)


def test_merge_split_and_refuse(library: Library) -> None:
    talks, visit, fire = (
        "Kerry met Sarda in Vienna",
        "Kerry visited the ministers in Vienna",
        "A fire destroyed a mill in Brakel",
    )
    library.apply(AddArticles((draft("2016-05-17", (talks, "2016-05-16")),)))
    library.apply(AddArticles((draft("2016-05-18", (visit, "2016-05-16"), (fire, "2016-05-17")),)))
    apart = library.events()
    ids = {event.title: event.id for event in apart}
    merged = library.apply(MergeEvents((ids[talks], ids[fire])))
    assert merged.changes.events.removed | merged.changes.events.changed == {ids[talks], ids[fire]}
    (whole,) = (event for event in library.events() if len(event.mentions) == 2)
    assert whole.conflict
    undone = library.apply(merged.inverse)
    assert library.events() == apart
    library.apply(undone.inverse)
    split = library.apply(SplitSource(whole.id, 2))
    assert library.events() == apart
    library.apply(split.inverse)
    assert whole in library.events()
    library.apply(SplitSource(whole.id, 2))
    again = library.apply(MergeEvents((ids[talks], ids[fire], ids[visit])))
    assert len(library.events()) == 1
    library.apply(again.inverse)
    assert library.events() == apart


def test_a_source_that_is_split_off_does_not_slip_into_a_third_event(library: Library) -> None:
    dates = (("2011-10-22", "2011-10-20"), ("2011-10-24", "2011-10-20"), ("2011-10-26", "2011"))
    library.apply(AddArticles(tuple(draft(day, (KILLED, when)) for day, when in dates)))
    (whole,) = library.events()
    assert [mention.article for mention in whole.mentions] == [1, 2, 3]
    library.apply(SplitSource(whole.id, 3))
    first = next(event for event in library.events() if len(event.mentions) == 2)
    split = library.apply(SplitSource(first.id, 2))
    assert [len(event.mentions) for event in library.events()] == [1, 1, 1]
    library.apply(split.inverse)
    assert first in library.events()


def test_suggestions_wait_until_the_user_decides(library: Library) -> None:
    drafts = (
        draft("2016-05-17", ("John Kerry met Sarda in Vienna", "2016-05-16")),
        draft("2016-05-18", ("John Kerry and Paolo Gentili met ministers in Vienna", "2016-05-16")),
    )
    library.apply(AddArticles(drafts))
    (suggestion,) = library.suggested_merges()
    pair = (suggestion.first, suggestion.second)
    assert 0.4 < suggestion.score < 0.7
    refused = library.apply(RefuseMerge(pair))
    assert library.suggested_merges() == []
    library.apply(refused.inverse)
    assert library.suggested_merges() == [suggestion]
    library.apply(MergeEvents(pair))
    assert library.suggested_merges() == []
    assert [len(event.mentions) for event in library.events()] == [2]
    library.apply(RemoveArticles((1,)))
    assert library.suggested_merges() == []


@pytest.mark.parametrize("seed", range(4))
def test_undoing_everything_in_turn_restores_the_groups(seed: int, library: Library) -> None:
    chance = random.Random(seed)
    drafts = [each for pair in read_pairs()[:40] for each in pair.drafts]
    library.apply(AddArticles(tuple(drafts[:40])))
    states: list[list[Event]] = [library.events()]
    inverses: list[Edit] = []
    for number in range(15):
        events = chance.sample(library.events(), 3)
        several = [event for event in library.events() if len(event.mentions) > 1]
        source = chance.choice(several)
        edit: Edit = chance.choice(
            (
                MergeEvents(tuple(event.id for event in events)),
                RefuseMerge((events[0].id, events[1].id)),
                SplitSource(source.id, source.mentions[-1].article),
                RemoveArticles((events[0].mentions[0].article,)),
                AddArticles((drafts[40 + number],)),
            )
        )
        applied = library.apply(edit)
        seen = applied.changes.events
        before, now = ({event.id for event in each} for each in (states[-1], library.events()))
        assert seen.added == now - before
        assert seen.removed == before - now
        states.append(library.events())
        inverses.append(applied.inverse)
    for inverse, state in zip(reversed(inverses), reversed(states[:-1]), strict=True):
        library.apply(inverse)
        assert library.events() == state
