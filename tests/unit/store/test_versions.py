"""Newer versions: which there are, what they would change, whether a reading differs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tests.unit.store.conftest import DraftMaker
from timeline_app.domain.records import ArticleDraft
from timeline_app.store import AddArticles, Library, SetTitle
from timeline_app.store.replacing import ReplaceArticle, ReplaceReadings
from timeline_app.store.together import Together
from timeline_app.store.versions import Version, differs, preview, versions


def placed(draft: ArticleDraft, path: str, url: str | None = None) -> ArticleDraft:
    return replace(draft, article=replace(draft.article, path=path, url=url))


def found(library: Library, *newer: int) -> list[Version]:
    return library.read(lambda connection: versions(connection, newer or None))


def test_the_same_file_with_other_bytes(library: Library, make_draft: DraftMaker) -> None:
    first = placed(make_draft("A story", "2016-05-19"), "/case/a.txt")
    second = placed(make_draft("A story", "2016-05-19", "2016-05-20"), "/case/a.txt")
    other = placed(make_draft("A story", "2017"), "/case/b.txt")
    library.apply(AddArticles((first, other, second)))
    assert found(library) == [Version(1, 3)]
    assert found(library, 3) == [Version(1, 3)]
    assert found(library, 2) == []
    library.apply(ReplaceArticle(1, 3))
    assert found(library) == []


def test_the_same_address(library: Library, make_draft: DraftMaker) -> None:
    url = "https://example.org/a"
    first = placed(make_draft("A story", "2016-05-19"), "/case/a.html", url)
    second = placed(make_draft("A story", "2016-05-21"), "/case/saved again.html", url)
    elsewhere = placed(make_draft("A story", "2018"), "/case/a.html", "https://example.org/b")
    library.apply(AddArticles((first, second, elsewhere)))
    assert found(library) == [Version(1, 2)]


def test_of_several_the_latest_counts(library: Library, make_draft: DraftMaker) -> None:
    drafts = [
        placed(make_draft("A story", date), "/case/a.txt") for date in ("2016", "2017", "2018")
    ]
    library.apply(AddArticles(tuple(drafts)))
    assert found(library, 3) == [Version(2, 3)]


def test_another_text_in_the_same_place_is_no_version(
    library: Library, make_draft: DraftMaker
) -> None:
    first = placed(make_draft("A story", "2016-05-19"), "/case/a.txt")
    text = "Quite another thing, told elsewhere and by others in many other words."
    second = placed(make_draft("Trains", "2016"), "/case/a.txt")
    second = replace(second, article=replace(second.article, text=text), events=(), expressions=())
    library.apply(AddArticles((first, second)))
    assert found(library) == []


def test_pasted_text_has_no_file(library: Library, make_draft: DraftMaker) -> None:
    first = placed(make_draft("A story", "2016-05-19"), "Pasted 1.txt")
    second = placed(make_draft("A story", "2016-05-20"), "Pasted 1.txt")
    library.apply(AddArticles((first, second)))
    assert found(library) == []


def test_what_would_change(library: Library, make_draft: DraftMaker) -> None:
    first = placed(make_draft("A story", "2016-05-19", "2016-05-16"), "/case/a.txt")
    second = placed(make_draft("A story", "2016-05-19", "2014", "2015-01-01"), "/case/a.txt")
    library.apply(AddArticles((first, second)))
    before = library.events()
    shown = library.read(lambda connection: preview(connection, Version(1, 2)))
    assert (shown.older.id, shown.newer.id) == (1, 2)
    assert len(shown.plan.same) + len(shown.plan.added) == 3
    assert shown.plan.remark
    assert library.events() == before


def test_a_reading_that_says_the_same_is_known(library: Library, make_draft: DraftMaker) -> None:
    draft = make_draft("A story", "2016-05-19", "2016-05-16")
    library.apply(AddArticles((draft,)))
    article = replace(draft.article, id=1)
    same = ReplaceReadings(article, draft.expressions, draft.events)
    assert not library.read(lambda connection: differs(connection, same))
    library.apply(SetTitle(library.events()[0].id, "Mine"))
    assert not library.read(lambda connection: differs(connection, same))
    for other in (
        replace(same, article=replace(article, reader="plaintext/2")),
        replace(same, expressions=draft.expressions[:1]),
        replace(same, events=draft.events[:1]),
    ):
        assert library.read(partial(differs, edit=other))


def test_edits_together_are_one_step(library: Library, make_draft: DraftMaker) -> None:
    library.apply(AddArticles((make_draft("A story", "2016-05-19", "2016-05-16"),)))
    first, second = (event.id for event in library.events())
    before = library.events()
    edit = Together((SetTitle(first, "One"), SetTitle(first, "Two"), SetTitle(second, "B")), "Many")
    applied = library.apply(edit)
    assert [event.title for event in library.events()] == ["Two", "B"]
    assert applied.changes.events.changed == {first, second}
    assert applied.inverse.label == "Many"
    library.apply(applied.inverse)
    assert library.events() == before
