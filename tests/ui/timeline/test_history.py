from __future__ import annotations

from timeline_app.layout.viewport import Viewport
from timeline_app.ui.timeline.history import ViewHistory

ONE = Viewport(0, 0.0, 10.0, 1000.0, 600.0)
TWO, THREE = ONE.panned(500), ONE.zoomed_at(0, 4.0)


def visited(*views: Viewport) -> ViewHistory:
    history = ViewHistory()
    for view in views:
        history.visit(view)
    return history


def test_back_and_forward() -> None:
    history = visited(ONE, TWO, THREE)
    assert history.back() == TWO
    assert history.back() == ONE
    assert history.back() is None
    assert history.forward() == TWO
    assert history.forward() == THREE
    assert history.forward() is None


def test_a_new_view_forgets_what_lay_ahead() -> None:
    history = visited(ONE, TWO)
    history.back()
    history.visit(THREE)
    assert history.forward() is None
    assert history.back() == ONE


def test_a_hairs_breadth_is_the_same_view() -> None:
    history = visited(ONE, ONE.panned(3), ONE.zoomed_at(500, 1.001))
    assert history.back() is None


def test_an_empty_history() -> None:
    assert ViewHistory().back() is None
    assert ViewHistory().forward() is None
