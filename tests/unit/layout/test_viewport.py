from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain import calendars as cal
from timeline_app.layout.viewport import (
    MAX_SECONDS,
    MAX_SECONDS_PER_PX,
    MIN_SECONDS_PER_PX,
    Viewport,
)

VIEW = Viewport(1000, 0.0, 2.0, 800.0, 600.0)
SECONDS = st.integers(-400_000_000_000, 400_000_000_000)
SCALES = st.floats(0.001, 1e8)
PIXELS = st.floats(0, 1600)


def view_at(origin: int, scale: float) -> Viewport:
    return Viewport(origin, 0.25, scale, 1600.0, 900.0)


def test_pixels_and_seconds() -> None:
    assert VIEW.x_of(1000) == 0
    assert VIEW.x_of(1010) == 5
    assert VIEW.time_at(5.25) == (1010, 0.5)
    assert VIEW.last == 2600
    assert VIEW.xs_of(np.array([1000, 1010])).tolist() == [0, 5]


@given(SECONDS, SCALES, PIXELS, st.floats(0.05, 20))
def test_the_instant_under_the_cursor_stays_there(
    origin: int, scale: float, x: float, factor: float
) -> None:
    view = view_at(origin, scale)
    second, fraction = view.time_at(x)
    zoomed = view.zoomed_at(x, factor)
    assert zoomed.x_of(second) + fraction / zoomed.seconds_per_px == pytest.approx(x, abs=0.01)


@given(SECONDS, st.floats(0.01, 1e7), PIXELS, st.floats(0.2, 5))
def test_zooming_in_and_out_is_the_identity(
    origin: int, scale: float, x: float, factor: float
) -> None:
    view = view_at(origin, scale)
    back = view.zoomed_at(x, factor).zoomed_at(x, 1 / factor)
    assert back.seconds_per_px == pytest.approx(view.seconds_per_px)
    assert back.x_of(view.origin) == pytest.approx(view.x_of(view.origin), abs=0.01)


@given(SECONDS, SCALES, st.floats(-3000, 3000))
def test_panning_there_and_back_is_the_identity(origin: int, scale: float, pixels: float) -> None:
    view = view_at(origin, scale)
    back = view.panned(pixels).panned(-pixels)
    assert back.x_of(origin) == pytest.approx(view.x_of(origin), abs=0.001)


def test_milliseconds_stay_exact_ten_thousand_years_ago() -> None:
    origin = cal.seconds_from_civil(-9999, 3, 4, 5, 6, 7)
    view = Viewport(origin, 0.0, 0.001, 1000.0, 600.0).panned(123.0)
    assert view.origin == origin
    assert view.fraction == pytest.approx(0.123)
    assert view.x_of(origin + 1) == pytest.approx(877.0)


def test_zoom_has_limits() -> None:
    assert VIEW.zoomed_at(10, 1e30).seconds_per_px == MIN_SECONDS_PER_PX
    assert VIEW.zoomed_at(10, 1e-30).seconds_per_px == MAX_SECONDS_PER_PX
    closest = VIEW.zoomed_at(10, 1e30)
    assert closest.zoomed_at(500, 2.0) is closest


def test_time_has_limits() -> None:
    far = VIEW.panned(1e300)
    assert abs(far.origin) <= MAX_SECONDS
    assert math.isfinite(far.x_of(0))
    assert VIEW.panned(-1e300).origin == -MAX_SECONDS - int(VIEW.span / 2)


@given(SECONDS, st.integers(0, 10**12))
def test_a_fitted_range_lies_within(low: int, length: int) -> None:
    view = VIEW.fitted(low, low + length, 0.1, 0.2)
    assert view.x_of(low) >= 79.9
    assert view.x_of(low + length) <= 640.1


def test_a_range_too_long_to_show_is_cut_around_its_middle() -> None:
    view = VIEW.fitted(-(10**16), 10**16)
    assert view.seconds_per_px == MAX_SECONDS_PER_PX
    assert abs(view.x_of(0) - 400) < 1


@pytest.mark.parametrize(("low", "high"), [(1000, 1010), (1200, 2000), (2590, 2600)])
def test_what_is_visible_needs_no_move(low: int, high: int) -> None:
    assert VIEW.revealed(low, high) is VIEW


def test_revealing_leaves_a_margin() -> None:
    assert VIEW.revealed(3000, 3010).x_of(3010) == pytest.approx(720)
    assert VIEW.revealed(100, 110).x_of(100) == pytest.approx(80)
    assert VIEW.revealed(-9000, -1000).x_of(-9000) == pytest.approx(80)
    assert VIEW.revealed(0, 10_000) is VIEW


def test_scrolling_stays_within_the_content() -> None:
    assert VIEW.scrolled_to(-5, 1000).top == 0
    assert VIEW.scrolled_to(900, 1000).top == 400
    assert VIEW.scrolled_to(900, 100).top == 0


def test_centring_and_resizing() -> None:
    assert VIEW.centred(5000).x_of(5000) == pytest.approx(400)
    resized = VIEW.resized(0, 0)
    assert (resized.origin, resized.width, resized.height) == (1000, 1.0, 1.0)
