from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Anchor, TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.ui.reader.why_card import WhyCard, reasoning
from timeline_app.ui.theme import LIGHT

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
