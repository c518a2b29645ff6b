from __future__ import annotations

import numpy as np
import pytest

from tests.unit.layout.helpers import columns, moment
from timeline_app.layout.columns import EventColumns


def test_types_are_brought_in_line_without_copying_what_fits() -> None:
    made = columns([moment(2016), moment(2017)])
    assert made.importance.dtype == np.float32
    again = EventColumns(**{name: getattr(made, name) for name in EventColumns.__annotations__})
    assert again.ids is made.ids


def test_lengths_must_agree() -> None:
    made = columns([moment(2016), moment(2017)])
    table = {name: getattr(made, name) for name in EventColumns.__annotations__}
    with pytest.raises(ValueError, match="different lengths"):
        EventColumns(**{**table, "ids": np.arange(3)})


def test_taking_rows() -> None:
    made = columns([moment(2016), moment(2017), moment(2018)])
    assert made.take(np.array([True, False, True])).ids.tolist() == [1, 3]
    assert len(EventColumns.empty()) == 0
