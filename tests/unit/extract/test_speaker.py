"""Who says what an event tells."""

from __future__ import annotations

import pytest

from tests.unit.extract.marked import events_of


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Gen. Mark Hill said on [Monday=2016-05-16] that troops may go.", "Mark Hill"),
        ("Mark Hill spoke. Hill said on [Monday=2016-05-16] that troops may go.", "Mark Hill"),
        ("Mark Hill spoke. He said on [Monday=2016-05-16] that troops may go.", "Mark Hill"),
        ("“We will leave by [June=2021-06],” said Gen. Mark Hill.", "Mark Hill"),
        ("“We will leave by [June=2021-06],” Gen. Mark Hill said.", "Mark Hill"),
        ("The bank will close by [June=2021-06], according to Rui Lopes.", "Rui Lopes"),
        ("Acme Corp. announced on [Monday=2016-05-16] that it would close a plant.", "Acme Corp."),
        ("Amazon said it will hire 100 people by [2018=2018].", "Amazon"),
        ("The mayor, Rui Lopes, denied on [Monday=2016-05-16] that he took money.", "Rui Lopes"),
        ("Prosecutors say Brown killed his wife in [2009=2009].", "Prosecutors"),
        (
            "A former aide to Senator Paul Wexler said on [Monday=2016-05-16] that he took money.",
            "Former aide to Senator Paul Wexler",
        ),
        ("Officials said on [Monday=2016-05-16] that the river would rise.", "Officials"),
        (
            "A spokesman for the Port Authority said on [Monday=2016-05-16] it would sue.",
            "Port Authority",
        ),
    ],
)
def test_who_says_it(marked: str, speaker: str) -> None:
    (event,) = events_of(marked)
    assert event.speaker == speaker


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge collapsed on [Tuesday=2007-08-01].",
        "The museum will reopen in [May=2025-05].",
        "It said on [Monday=2016-05-16] that troops may go.",
    ],
)
def test_nobody_is_named(marked: str) -> None:
    (event,) = events_of(marked)
    assert event.speaker is None
