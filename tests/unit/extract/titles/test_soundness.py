"""What is wrong with a title by itself."""

from __future__ import annotations

import pytest

from timeline_app.extract.titles.soundness import faults


@pytest.mark.parametrize(
    ("title", "verb"),
    [
        ("The plant closed", "closed"),
        ("Hill said that the plant had closed", "said"),
        ("Fall of Tarn", None),
        ("Ada Hill: “We will go”", "said"),
    ],
)
def test_nothing_is_wrong_with_these(title: str, verb: str | None) -> None:
    assert faults(title, verb) == 0


@pytest.mark.parametrize(
    ("title", "verb"),
    [
        ("The plant closed because of…", "closed"),
        ("In Canada had netted two million", "netted"),
        ("Hill said that the data", "said"),
        ("Students demonstrated in front", "demonstrated"),
        ("The prosecutor has sought", "sought"),
        ("Agents obtained statements from them", "obtained"),
        ("Hill said Hill had gone", "said"),
        ("A scandal broke when it emerged", "broke"),
        ("The yard of Omdal", "closed"),
    ],
)
def test_something_is_wrong_with_these(title: str, verb: str | None) -> None:
    assert faults(title, verb) > 0


def test_an_ellipsis_is_worse_than_a_loose_pronoun() -> None:
    assert faults("Agents obtained statements from…", "obtained") > faults(
        "Agents obtained statements from them", "obtained"
    )
