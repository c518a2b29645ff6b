from __future__ import annotations

from pytestqt.qtbot import QtBot

from timeline_app.domain.text import Span
from timeline_app.session.selection import Events, Nothing, Passage, Reveal, SelectionModel


def heard(model: SelectionModel) -> list[tuple[object, object]]:
    """What the model tells from now on."""
    told: list[tuple[object, object]] = []
    model.changed.connect(lambda selection, origin: told.append((selection, origin)))
    return told


def test_tells_the_selection_and_who_chose_it(qtbot: QtBot) -> None:
    model, origin = SelectionModel(), object()
    told = heard(model)
    model.select(Events.one(7), origin=origin, reveal=Reveal.SCROLL)
    assert told == [(Events.one(7), origin)]
    assert (model.primary, model.reveal) == (7, Reveal.SCROLL)


def test_an_equal_selection_is_told_only_to_be_revealed(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.select(Events.one(7))
    told = heard(model)
    model.select(Events.one(7))
    assert told == []
    model.select(Events.one(7), reveal=Reveal.SCROLL)
    assert len(told) == 1


def test_ids_beyond_32_bits_arrive_whole(qtbot: QtBot) -> None:
    model = SelectionModel()
    told = heard(model)
    model.select(Events.one(2**40 + 5))
    assert told[0][0] == Events.one(2**40 + 5)


def test_pruning_keeps_what_is_left(qtbot: QtBot) -> None:
    model = SelectionModel()
    told = heard(model)
    model.select(Events(frozenset({1, 2, 3}), 2))
    model.prune({2, 9})
    model.prune({1, 3})
    assert [selection for selection, _ in told[1:]] == [Events(frozenset({1, 3}), 1), Nothing()]


def test_pruning_leaves_passages_alone(qtbot: QtBot) -> None:
    model = SelectionModel()
    passage = Passage(1, Span(0, 4))
    model.select(passage)
    model.prune({1})
    assert model.selection == passage
