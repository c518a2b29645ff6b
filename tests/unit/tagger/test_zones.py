"""Zones with summer time follow the law of the United States."""

from __future__ import annotations

import pytest

from timeline_app.domain.calendars import days_from_civil
from timeline_app.tagger.partials import Zone
from timeline_app.tagger.zones import utc_offset

EASTERN = Zone(-300, summer=True)


@pytest.mark.parametrize(
    ("date", "minutes"),
    [
        ((2016, 3, 12), -300),
        ((2016, 3, 13), -240),
        ((2016, 11, 5), -240),
        ((2016, 11, 6), -300),
        ((1989, 4, 1), -300),
        ((1989, 4, 2), -240),
        ((1989, 10, 29), -300),
        ((1986, 4, 26), -300),
        ((1986, 4, 27), -240),
        ((1950, 7, 1), -300),
    ],
)
def test_eastern_time(date: tuple[int, int, int], minutes: int) -> None:
    assert utc_offset(EASTERN, days_from_civil(*date)) == minutes


def test_other_zones_stay() -> None:
    day = days_from_civil(2016, 7, 1)
    assert utc_offset(Zone(60), day) == 60
    assert utc_offset(None, day) is None
