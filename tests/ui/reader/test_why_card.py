from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Anchor, Basis, TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.ui.look.theme import DARK, LIGHT
from timeline_app.ui.reader.step import Step
from timeline_app.ui.reader.why_card import WhyCard, reasoning

MONDAY = TemporalExpression(
    Span(3, 9),
    "Monday",
    TimexType.DATE,
    "2016-05-16",
    parse_edtf("2016-05-16"),
    "weekday",
    Anchor("publication", "2016-05-20"),
    ("latest such day", "16 May 2016"),
)


def test_says_what_was_counted_from_and_the_result_once() -> None:
    shown = reasoning(MONDAY, "", MONDAY.value)
    assert shown.words == "Monday"
    assert shown.steps == ("counted from the publication date, 20 May 2016", "latest such day")
    assert shown.result == "Monday, 16 May 2016"
    assert shown.remark == ""


def test_says_what_was_inferred() -> None:
    expression = replace(
        MONDAY,
        text="May 16",
        anchor=Anchor("article", "2016", Span(0, 4)),
        derivation=("no year in the text", "latest year the article speaks of: 2016"),
        inferred=frozenset({"year"}),
    )
    shown = reasoning(expression, "", expression.value)
    assert shown.steps == expression.derivation
    assert "year" in shown.remark


def test_a_full_date_is_written_out() -> None:
    expression = replace(MONDAY, text="16 May 2016", anchor=None, derivation=("16 May 2016",))
    assert reasoning(expression, "", expression.value).steps == ("written out in the text",)


def test_never_more_exact_than_the_source() -> None:
    year = parse_edtf("2011")
    expression = replace(MONDAY, text="2011", value=year, anchor=None, derivation=())
    assert reasoning(expression, "", year).result == "2011"


def test_a_date_without_an_event_says_so() -> None:
    unresolved = replace(MONDAY, value=None, anchor=None, derivation=("no date to count from",))
    shown = reasoning(unresolved, "", None)
    assert shown.result == "no place on the timeline"
    assert "No event" in shown.remark


def test_a_date_carried_on_says_from_where() -> None:
    shown = reasoning(None, "as in the sentence before", parse_edtf("2016-05"))
    assert (shown.words, shown.steps) == (None, ("as in the sentence before",))
    assert shown.result == "May 2016"


def test_the_card_is_as_high_as_its_steps_need(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    card = WhyCard(LIGHT, panel)
    card.resize(300, 400)
    card.set_reasoning(reasoning(MONDAY, "", MONDAY.value))
    assert card.heightForWidth(240) > card.heightForWidth(900)
    card.set_reasoning(None)
    assert card.isHidden()


def test_the_step_that_names_the_anchor_is_known() -> None:
    assert reasoning(MONDAY, "", MONDAY.value).anchor == 0
    told = replace(MONDAY, derivation=("2 days after 20 May 2016", "16 May 2016"))
    assert reasoning(told, "", told.value).anchor == 0
    plain = replace(MONDAY, anchor=None)
    assert reasoning(plain, "", plain.value).anchor is None


def test_an_event_dated_by_hand_or_kept_says_so() -> None:
    by_hand = reasoning(None, "Dated by hand.", MONDAY.value, basis=Basis.HAND)
    assert (by_hand.steps, by_hand.result) == (("Dated by hand.",), "Monday, 16 May 2016")
    assert by_hand.others == ()
    kept = reasoning(MONDAY, "", MONDAY.value, basis=Basis.KEPT)
    assert "no longer gives this event" in kept.remark


@pytest.mark.qt_log_ignore("does not support")
def test_other_readings_are_buttons_or_in_little_room_a_menu(qtbot: QtBot) -> None:
    card = WhyCard(LIGHT)
    qtbot.addWidget(card)
    card.resize(360, 240)
    card.set_reasoning(reasoning(MONDAY, "", MONDAY.value))
    card.show()
    named = {b.text(): b for b in card.findChildren(QPushButton) if b.isVisible()}
    assert list(named) == ["9 May 2016", "23 May 2016", "May 2016", "2016", "Another date…"]
    with qtbot.waitSignal(card.taken) as taken:
        named["23 May 2016"].click()
    assert taken.args == [parse_edtf("2016-05-23")]
    with qtbot.waitSignal(card.other_wanted):
        named["Another date…"].click()
    card.set_narrow(True)
    assert not named["2016"].isVisible()
    button = next(b for b in card.findChildren(QPushButton) if b.isVisible())
    button.click()
    menu = card.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[0] == "9 May 2016 · Monday before"
    with qtbot.waitSignal(card.taken) as taken:
        menu.actions()[0].trigger()
    assert taken.args == [parse_edtf("2016-05-09")]
    menu.close()


def test_the_same_reasoning_again_moves_nothing(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    card = WhyCard(LIGHT, holder)
    card.set_reasoning(reasoning(MONDAY, "", MONDAY.value))
    steps = card.findChildren(Step)
    assert steps
    card.set_reasoning(reasoning(MONDAY, "", MONDAY.value))
    assert card.findChildren(Step) == steps
    card.set_theme(DARK)
    assert card.findChildren(Step) != steps
