from __future__ import annotations

from timeline_app.ui.timeline.appearing import FADE_MS, Appearing


def test_what_is_new_among_known_labels_fades_in() -> None:
    appearing = Appearing()
    appearing.opacities([1, 2, 3], 0.0)
    assert appearing.opacities([1, 2, 3, 4], 1000.0) == {4: 0.0}
    assert appearing.opacities([1, 2, 3, 4], 1000.0 + FADE_MS / 2) == {4: 0.5}
    assert appearing.opacities([1, 2, 3, 4], 1000.0 + FADE_MS) == {}


def test_a_jump_shows_everything_at_once() -> None:
    appearing = Appearing()
    assert appearing.opacities([1, 2], 0.0) == {}
    assert appearing.opacities([1, 8, 9], 500.0) == {}


def test_what_left_and_returns_is_new() -> None:
    appearing = Appearing()
    appearing.opacities([1, 2, 3], 0.0)
    appearing.opacities([1, 2], 300.0)
    assert set(appearing.opacities([1, 2, 3], 600.0)) == {3}


def test_nothing_shown() -> None:
    assert Appearing().opacities([], 0.0) == {}
