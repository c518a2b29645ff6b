"""Another reading in the place of an article's old one: ids and the user's work stay."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import ArticleDraft, Basis, Event, Mention, Published, Status
from timeline_app.domain.text import Span
from timeline_app.store import AddArticles, Library, SetStatus, SetTitle
from timeline_app.store.by_hand import SetStarred, SetTags
from timeline_app.store.replacing import ReplaceArticle, ReplaceReadings

TABLES = ("article", "expression", "event", "event_search", "article_search")
LINKS = ("mention", "event_entity", "event_tag")


def everything(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that a rereading may touch."""
    connection = sqlite3.connect(library.path)
    try:
        rows = {
            name: connection.execute(f"SELECT rowid, * FROM {name} ORDER BY 1").fetchall()
            for name in TABLES
        }
        rows |= {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in LINKS
        }
    finally:
        connection.close()
    rows["expression"] = [row[2:] for row in rows["expression"]]  # their ids mean nothing
    return rows


def living(library: Library) -> list[Event]:
    return library.events()


def replacement(library: Library, draft: ArticleDraft, article: int = 1) -> ReplaceReadings:
    return ReplaceReadings(
        replace(draft.article, id=article), draft.expressions, draft.events, "Read again"
    )


def shifted(draft: ArticleDraft, old: str, new: str) -> ArticleDraft:
    """The same words read as another date."""
    value = parse_edtf(new)
    events = tuple(
        replace(event, when=value) if event.when == parse_edtf(old) else event
        for event in draft.events
    )
    return replace(draft, events=events)


def with_another(draft: ArticleDraft, date: str) -> ArticleDraft:
    """A longer text, with one more event in other words."""
    text = f"{draft.article.text} Nobody was told of the fire on {date} for many weeks."
    start = text.index("Nobody")
    words = Span(text.index(date), text.index(date) + len(date))
    mention = Mention(0, Span(start, len(text)), words, "words")
    article = replace(draft.article, text=text, sha256=f"{draft.article.sha256}+")
    events = (*draft.events, Event(0, "Another", parse_edtf(date), (mention,)))
    return replace(draft, article=article, events=events)


def test_dates_move_and_ids_stay(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16")
    library.apply(AddArticles((draft,)))
    before = {event.title: event.id for event in living(library)}
    article = replace(
        draft.article, id=1, published=Published(parse_edtf("2015"), "given by hand", 1.0)
    )
    newer = shifted(draft, "2016-05-19", "2015-05-19")
    applied = library.apply(ReplaceReadings(article, newer.expressions, newer.events))
    assert {event.title: event.id for event in living(library)} == before
    assert [event.when for event in living(library)] == [
        parse_edtf("2015-05-19"),
        parse_edtf("2016-05-16"),
    ]
    assert library.article(1).published == article.published
    assert applied.remark == "1 date moved"
    moved = before["A story, 2016-05-19"]
    assert applied.changes.events.changed == {moved}
    assert applied.changes.articles.changed == {1}


def test_what_the_user_did_stays(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16", "2016-05-10")
    library.apply(AddArticles((draft,)))
    first, second, third = (event.id for event in living(library))
    library.apply(SetTitle(first, "A title of mine"))
    library.apply(SetStatus.of([second], Status.REJECTED))
    library.apply(SetStarred.of([third], True))
    library.apply(SetTags(((third, ("b", "a")),)))
    renamed = tuple(replace(event, title=f"New: {event.title}") for event in draft.events)
    library.apply(replacement(library, replace(draft, events=renamed)))
    found = {event.id: event for event in living(library)}
    assert found[first].title == "A title of mine"
    assert found[first].status is Status.EDITED
    assert found[second].status is Status.REJECTED
    assert found[third].starred
    assert found[third].tags == ("a", "b")
    assert found[third].title.startswith("New: ")


def test_gone_events_go_unless_the_user_worked_on_them(
    library: Library, make_draft: DraftMaker
) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16", "2016-05-10")
    library.apply(AddArticles((draft,)))
    dear = next(event.id for event in living(library) if event.title.endswith("16"))
    library.apply(SetTitle(dear, "Dear"))
    fewer = replace(draft, expressions=draft.expressions[:1], events=draft.events[:1])
    applied = library.apply(replacement(library, fewer))
    assert applied.remark == "1 event gone, 1 event kept without its words"
    assert {event.title: event.basis for event in living(library)} == {
        "A story, 2016-05-19": Basis.EXPRESSION,
        "Dear": Basis.KEPT,
    }
    assert len(applied.changes.events.removed) == 1
    assert len(library.columns()["ids"]) == 2
    assert [e.title for e in library.events(library.search("happened"))] == [
        "Dear",
        "A story, 2016-05-19",
    ]


def test_new_events_come(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16")
    some = replace(draft, events=draft.events[:1])
    library.apply(AddArticles((some,)))
    applied = library.apply(replacement(library, draft))
    assert applied.remark == "1 event added"
    assert len(applied.changes.events.added) == 1
    assert len(living(library)) == 2


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_undo_and_redo_are_exact(library: Library, make_draft: DraftMaker, steps: int) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16", "2016-05-10")
    other = make_draft("Another", "2016-05-01")
    library.apply(AddArticles((draft, other)))
    first, second, _ = (event.id for event in library.events_of(1))
    library.apply(SetTitle(first, "Dear"))
    library.apply(SetTags(((second, ("tag",)),)))
    newer = with_another(shifted(draft, "2016-05-19", "2015"), "2016-05-30")
    article = replace(newer.article, title="Better title", author="A. Uthor")
    newer = replace(newer, article=article, events=(newer.events[0], newer.events[-1]))
    edit = replacement(library, newer)
    before = everything(library)
    applied = library.apply(edit)
    after = everything(library)
    for _ in range(steps):
        applied = library.apply(applied.inverse)
        undone = everything(library)
        assert undone["expression"] == before["expression"]
        assert [event.title for event in library.events_of(2)] == ["Another, 2016-05-01"]
        for name in (*TABLES, *LINKS):
            kept = {row[0] for row in before[name]} if name == "event" else None
            rows = [row for row in undone[name] if kept is None or row[0] in kept]
            assert rows == before[name], name
        assert len(library.events_of(1)) == 3
        applied = library.apply(applied.inverse)
        assert everything(library) == after


def test_a_newer_text_keeps_the_users_work(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16")
    library.apply(AddArticles((draft,)))
    first = next(event.id for event in living(library) if event.title.endswith("19"))
    library.apply(SetTitle(first, "Dear"))
    text = draft.article.text.replace("A story\n\n", "A story\n\nA new first line. ")
    by = len("A new first line. ")
    events = tuple(
        replace(
            event,
            mentions=tuple(
                replace(
                    m,
                    passage=m.passage.shifted(by),
                    expression=m.expression.shifted(by) if m.expression else None,
                )
                for m in event.mentions
            ),
        )
        for event in draft.events
    )
    newer = replace(draft, article=replace(draft.article, text=text), events=events)
    applied = library.apply(replacement(library, newer))
    assert applied.remark == "no date changed"
    dear = next(event for event in living(library) if event.id == first)
    assert dear.title == "Dear"
    assert dear.basis is Basis.EXPRESSION
    assert dear.mentions[0].passage.slice(text) == "It happened on 2016-05-19."


def test_a_quotation_that_is_gone_is_told(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19")
    library.apply(AddArticles((draft,)))
    library.apply(SetTitle(living(library)[0].id, "Dear"))
    text = "Quite other words about trains and about nothing else."
    newer = replace(
        draft, article=replace(draft.article, text=text, blocks=()), expressions=(), events=()
    )
    library.apply(replacement(library, newer))
    kept = living(library)[0]
    assert (kept.title, kept.basis) == ("Dear", Basis.KEPT)
    assert "It happened on 2016-05-19." in kept.mentions[0].why
    assert library.search("happened") == [kept.id]


def test_a_newer_version_takes_the_place_of_the_older(
    library: Library, make_draft: DraftMaker
) -> None:
    older = with_another(make_draft("A story", "2016-05-19", "2016-05-16"), "2016-05-10")
    newer = make_draft("A story", "2016-05-19", "2016-05-17", "2016-05-16")
    library.apply(AddArticles((older, newer)))
    ids = {event.title: event.id for event in library.events_of(1)}
    library.apply(SetTitle(ids["A story, 2016-05-19"], "Dear"))
    library.apply(SetTitle(ids["Another"], "Dear and gone"))
    before = everything(library)
    applied = library.apply(ReplaceArticle(1, 2))
    after = everything(library)
    assert library.article(1).superseded_by == 2
    found = {event.title: event for event in library.events_of(2)}
    assert {"Dear", "A story, 2016-05-16", "A story, 2016-05-17"} == found.keys()
    assert [event.title for event in library.events_of(1)] == ["Dear and gone"]
    assert [(each.id, each.superseded) for each in library.summaries()] == [(1, True), (2, False)]
    undone = library.apply(applied.inverse)
    assert everything(library) == before
    library.apply(undone.inverse)
    assert everything(library) == after


def test_an_older_version_with_nothing_left_is_not_listed(
    library: Library, make_draft: DraftMaker
) -> None:
    older, newer = make_draft("A story", "2016-05-19"), make_draft("A story", "2016-05-19", "2017")
    library.apply(AddArticles((older, newer)))
    applied = library.apply(ReplaceArticle(1, 2))
    assert applied.changes.articles.removed == {1}
    assert [summary.id for summary in library.summaries()] == [2]
    assert library.apply(applied.inverse).changes.articles.added == {1}
