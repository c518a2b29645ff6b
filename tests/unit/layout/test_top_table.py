from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.top_table import TOP, TopTable


@given(st.integers(1, 6000), st.data())
def test_the_best_of_a_range(size: int, data: st.DataObject) -> None:
    rank = np.random.default_rng(size).permutation(size).astype(np.int32)
    table = TopTable(rank)
    first = data.draw(st.integers(0, size - 1))
    last = data.draw(st.integers(first + 1, size))
    count = data.draw(st.integers(1, TOP))
    expected = sorted(range(first, last), key=lambda row: rank[row])[:count]
    assert table.best(first, last, count).tolist() == expected


def test_best_over_many_chunks() -> None:
    rank = np.random.default_rng(5).permutation(70_000).astype(np.int32)
    table = TopTable(rank)
    for first, last in [(0, 70_000), (511, 69_999), (513, 40_000), (4096, 8192), (600, 700)]:
        expected = sorted(range(first, last), key=lambda row: rank[row])[:20]
        assert table.best(first, last, 20).tolist() == expected
