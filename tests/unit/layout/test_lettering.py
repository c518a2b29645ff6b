from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.unit.layout.helpers import Typewriter, columns, moment
from timeline_app.layout.lettering import Lettering
from timeline_app.layout.style import Style
from timeline_app.layout.text import EventLabel

LONG = EventLabel("A title of fifty letters that goes on and on and on", "19 May 2016", "said")
SHORT = EventLabel("Short", "2011")


class Shelf:
    """Labels, and which of them were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, ids: Sequence[int]) -> Mapping[int, EventLabel]:
        """Event 1 is long, event 2 short, others are missing."""
        self.asked.append(list(ids))
        return {each: (LONG, SHORT)[each - 1] for each in ids if each in {1, 2}}


def lettering() -> tuple[Lettering, Shelf]:
    shelf = Shelf()
    rows = columns([moment(2016), moment(2017), moment(2018)])
    return Lettering(rows, Style(), Typewriter(), shelf), shelf


def test_labels_are_fetched_together_and_once() -> None:
    made, shelf = lettering()
    made.load([0, 1])
    made.load([1, 0])
    assert made.label(1) == SHORT
    assert shelf.asked == [[1, 2]]


def test_a_missing_label_is_an_ellipsis() -> None:
    made, _ = lettering()
    assert made.card(2).title == "…"


def test_cards_are_as_wide_as_their_words_up_to_a_limit() -> None:
    made, _ = lettering()
    assert made.card(1).width == Style().min_label
    card = made.card(0)
    assert card.width <= Style().max_card
    assert card.title.endswith("…")
    assert card.date == "19 May 2016 · said"


def test_free_room_shows_more_of_a_title() -> None:
    made, _ = lettering()
    wide = made.card_for(0, 1000.0)
    assert wide.title == LONG.title
    assert made.card_for(0, made.card(0).width) == made.card(0)
    some = made.card_for(0, 340.0)
    assert len(made.card(0).title) < len(some.title) < len(LONG.title)
    assert some.width <= 340


def test_chips_keep_the_date_and_cut_the_title() -> None:
    made, _ = lettering()
    chip = made.chip_within(0, 200.0)
    assert chip.date.startswith("19 May 2016")
    assert chip.title.endswith("…")
    assert chip.width <= 200
    assert made.chip_for(0, 1000.0).title == LONG.title


def test_what_is_too_narrow_has_no_words() -> None:
    made, _ = lettering()
    assert made.card_within(0, 20.0).title == ""
    assert made.chip_within(0, 20.0).title == ""
