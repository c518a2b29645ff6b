from __future__ import annotations

import pytest

from timeline_app.domain.records import Modality
from timeline_app.extract.titles import headlines


@pytest.mark.parametrize(
    "headline",
    [
        "Council closes old bridge",
        "Council Closes Bridge After Storm, Angering Drivers",
        "Old bridge closed",
        "Harbour firm to buy two new ships",
        "Four men arrested over fire in mill",
        "Ship owners defeat bid for harbour",
    ],
)
def test_headlines_that_tell_what_happened(headline: str) -> None:
    assert headlines.tells(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "2016",
        "Closing time",
        "Who closed the bridge?",
        "How the council closed the bridge",
        "A short history of the old bridge",
        "Reactions to the new bridge",
        "Opinion: closing a bridge is wrong",
        "The bridge of the old king",
    ],
)
def test_headlines_that_tell_of_a_thing(headline: str) -> None:
    assert not headlines.tells(headline)


@pytest.mark.parametrize(
    ("headline", "mood"),
    [
        ("Council closes old bridge", Modality.HAPPENED),
        ("Harbour firm to buy two ships", Modality.PLANNED),
        ("Council will close bridge", Modality.PLANNED),
        ("Council to Train the Coast Guard", Modality.PLANNED),
        ("Mayor returns to the city", Modality.HAPPENED),
        ("Mayor says bridge is safe", Modality.SAID),
        ("Mayor denies taking bribes", Modality.DENIED),
    ],
)
def test_the_mood_of_a_headline(headline: str, mood: Modality) -> None:
    assert headlines.mood(headline) is mood


def test_a_long_headline_is_cut_between_words() -> None:
    headline = (
        "Council of the harbour city closes the old bridge over the river for the whole of June"
    )
    title = headlines.worded(headline)
    assert len(title) <= 80
    assert title == "Council of the harbour city closes the old bridge over the river for the whole"
