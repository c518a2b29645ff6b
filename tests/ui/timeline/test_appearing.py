from __future__ import annotations

from dataclasses import replace

from timeline_app.layout.shapes import Box, Dot, Pill
from timeline_app.ui.timeline.appearing import FADE_MS, Appearing, mark_key


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


def test_marks_fade_in_after_jumps_too_but_are_there_at_first() -> None:
    appearing = Appearing(after_jumps=True)
    assert appearing.opacities([], 0.0) == {}
    assert appearing.opacities([1, 2], 100.0) == {1: 0.0, 2: 0.0}
    assert Appearing(after_jumps=True).opacities([1, 2], 0.0) == {}


def test_marks_are_known_by_what_they_stand_for() -> None:
    box = Box(0, 0, 30, 18)
    pill = Pill(box, "3", 3, 100, 200, 0, None)
    assert mark_key(pill) == mark_key(replace(pill, box=Box(50, 0, 30, 18)))
    assert mark_key(pill) != mark_key(replace(pill, low=50))
    over = replace(pill, lasting=True)
    assert mark_key(over) == mark_key(replace(over, low=50))
    assert mark_key(Dot(1, 5.0, 5.0, 0, 0)) == mark_key(Dot(1, 9.0, 5.0, 0, 0))
