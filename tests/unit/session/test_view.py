from __future__ import annotations

from timeline_app.domain.records import Modality
from timeline_app.session.view import Filter, source_name, sources
from timeline_app.store import ArticleSummary


def article(number: int, publication: str | None) -> ArticleSummary:
    """An article of a publication."""
    return ArticleSummary(number, f"Story {number}", f"{number}.txt", publication, None, None, 1)


def test_articles_of_one_publication_are_one_source() -> None:
    articles = [article(1, "Wire"), article(2, None), article(3, "Wire"), article(4, "Post")]
    assert sources(articles) == {
        "Wire": frozenset({1, 3}),
        "Story 2": frozenset({2}),
        "Post": frozenset({4}),
    }
    assert source_name(articles[1]) == "Story 2"


def test_a_source_is_hidden_and_shown_as_a_whole() -> None:
    wire = frozenset({1, 3})
    hidden = Filter().toggled(wire)
    assert hidden.hides(wire)
    assert hidden.narrows
    assert hidden.toggled(wire) == Filter()
    partly = Filter(hidden_sources=frozenset({1}))
    assert partly.toggled(wire) == Filter()


def test_kinds_are_hidden_one_by_one() -> None:
    chosen = Filter().toggled(Modality.SAID).toggled(Modality.PLANNED).toggled(Modality.SAID)
    assert chosen == Filter(hidden_modalities=frozenset({Modality.PLANNED}))


def test_showing_rejected_events_is_no_narrowing() -> None:
    assert not Filter(show_rejected=True).narrows
    assert not Filter(text="  ").narrows
