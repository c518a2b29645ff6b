"""Nouns that tell of something that happens."""

from __future__ import annotations

import pytest

from timeline_app.extract.titles.eventnouns import tells_event


@pytest.mark.parametrize(
    "title",
    [
        "Fall of Tarn",
        "Final guidelines to be published",
        "Invasion of Nordland",
        "Tarn suicide bombing",
        "Appointment of Ada Hill as chief executive",
        "Public voting closes",
    ],
)
def test_these_tell_of_an_event(title: str) -> None:
    assert tells_event(title)


@pytest.mark.parametrize(
    "title",
    [
        "Editions of the paper",
        "Committee on Harbours",
        "Other nations in the league",
        "Presidency of the council",
        "Harbour board officials",
    ],
)
def test_these_name_a_thing_or_people(title: str) -> None:
    assert not tells_event(title)
