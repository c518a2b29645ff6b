"""The shelf: what was seen and made no event, and what is kept without words."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.records import TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.store import AddArticles, Library, RemoveArticles, SetTitle
from timeline_app.store.replacing import ReplaceReadings
from timeline_app.store.undated import Shelf, shelf


def shelf_of(library: Library, article: int | None = None, most: int = 100) -> Shelf:
    return library.read(lambda connection: shelf(connection, article, most))


def add(library: Library, make_draft: DraftMaker, title: str) -> None:
    """An article with one dated sentence and one length of time."""
    draft = make_draft(title, "2016-05-19")
    text = f"{draft.article.text}\n\nThe strike of the dockers lasted\nthree days, they said."
    start = text.index("three days")
    words = Span(start, start + len("three days"))
    lasting = TemporalExpression(
        words, "three days", TimexType.DURATION, "P3D", None, "a rule", derivation=("a length",)
    )
    article = replace(draft.article, text=text)
    expressions = (*draft.expressions, lasting)
    library.apply(AddArticles((replace(draft, article=article, expressions=expressions),)))


def test_expressions_without_an_event(library: Library, make_draft: DraftMaker) -> None:
    add(library, make_draft, "One")
    add(library, make_draft, "Two")
    found = shelf_of(library)
    assert [(each.article, each.expression.text) for each in found.undated] == [
        (1, "three days"),
        (2, "three days"),
    ]
    first = found.undated[0]
    assert first.before == "The strike of the dockers lasted "
    assert first.after == ", they said."
    assert first.reason == "a length"
    assert [each.article for each in shelf_of(library, 2).undated] == [2]
    assert not found.more


def test_dates_that_made_no_event_say_so(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("One", "2016-05-19")
    library.apply(AddArticles((replace(draft, events=()),)))
    assert shelf_of(library).undated[0].reason == "names a time, but dates no event"


def test_no_more_than_asked_for(library: Library, make_draft: DraftMaker) -> None:
    for title in ("One", "Two", "Three"):
        add(library, make_draft, title)
    found = shelf_of(library, most=2)
    assert len(found.undated) == 2
    assert found.more


def test_removed_articles_are_left_out(library: Library, make_draft: DraftMaker) -> None:
    add(library, make_draft, "One")
    library.apply(RemoveArticles((1,)))
    assert shelf_of(library) == Shelf((), ())


def test_kept_events(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("One", "2016-05-19")
    library.apply(AddArticles((draft,)))
    event = library.events()[0].id
    library.apply(SetTitle(event, "Dear"))
    library.apply(ReplaceReadings(replace(draft.article, id=1), (), ()))
    kept = shelf_of(library, 1).kept
    assert [(each.article, each.event, each.title) for each in kept] == [(1, event, "Dear")]
    assert shelf_of(library).kept == kept
