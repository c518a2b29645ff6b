from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import LANES
from tests.unit.layout.helpers import columns, moment
from timeline_app.layout.index import EventIndex
from timeline_app.layout.text import EventLabel
from timeline_app.ui.look.theme import LIGHT
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.peek import PeekCard

LABEL = EventLabel("Kerry signals that the embargo is likely to be lifted", "Mon 16 May", "said")


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def card_on(ground: QWidget) -> PeekCard:
    card = PeekCard(ground)
    card.set_theme(LIGHT)
    return card


def test_a_card_says_title_date_and_quote(ground: QWidget) -> None:
    card = card_on(ground)
    card.show_label(LABEL, "It is likely, he said.", QRect(20, 20, 100, 40))
    assert card.words() == (LABEL.title, "Mon 16 May · said", "“It is likely, he said.”")
    card.show_label(LABEL, "", QRect(20, 20, 100, 40))
    assert len(card.words()) == 2


def test_a_long_quote_is_shortened(ground: QWidget) -> None:
    card = card_on(ground)
    card.show_label(LABEL, "word " * 200, QRect(20, 20, 100, 40))
    assert card.words()[2].endswith(" …”")
    assert card.height() < 200


def test_all_words_fit_inside(ground: QWidget) -> None:
    card = card_on(ground)
    card.show_label(LABEL, "It is likely, he said. " * 6, QRect(20, 20, 100, 40))
    for label in card.findChildren(QLabel):
        if label.text():
            assert label.height() >= label.heightForWidth(label.width())
            assert card.rect().contains(label.geometry())


@pytest.mark.parametrize("beside", [QRect(20, 20, 100, 40), QRect(450, 250, 40, 40)])
def test_a_card_stays_inside_and_off_its_event(ground: QWidget, beside: QRect) -> None:
    card = card_on(ground)
    card.show_label(LABEL, "", beside)
    assert ground.rect().contains(card.geometry())
    assert not card.geometry().intersects(beside)


def test_the_canvas_asks_for_the_quote(canvas: TimelineCanvas) -> None:
    canvas.set_quotes(lambda event_id: f"Words of {event_id}.")
    canvas.choose(2)
    canvas.toggle_peek()
    assert canvas.findChildren(PeekCard)[0].words()[-1] == "“Words of 2.”"


def test_a_cluster_lists_its_events(canvas: TimelineCanvas) -> None:
    rows = [moment(2016, 5, 1 + n % 20) for n in range(60)]
    canvas.set_index(EventIndex.build(columns(rows)), LANES)
    canvas.fit_all()
    canvas.zoom_out()
    pill = max(canvas.scene().pills, key=lambda each: each.count)
    canvas.show_cluster(pill)
    title, listed = canvas.findChildren(PeekCard)[0].words()
    assert title == f"{pill.count} events"
    assert len(listed.splitlines()) == min(pill.count, 7) + (pill.count > 7)
    canvas.show_cluster(None)
    assert not canvas.peeking
