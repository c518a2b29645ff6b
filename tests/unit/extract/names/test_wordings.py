"""Names found in other words than the article's."""

from __future__ import annotations

import pytest

from timeline_app.extract.names.wordings import Wordings

_NAMES = Wordings(["Hill", "Ana Hill", "U.N.", "Wal-Mart", "Ana", "The Hague"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ana Hill left the U.N. for Wal-Mart", ["Ana Hill", "U.N.", "Wal-Mart"]),
        ("Hills and Anas met", []),
        ("Hill's wife Ana: The Hague", ["Hill", "Ana", "The Hague"]),
        ("", []),
    ],
)
def test_the_longest_whole_name_is_found_at_each_place(words: str, found: list[str]) -> None:
    assert list(_NAMES.found_in(words)) == found


def test_nothing_is_found_without_names() -> None:
    assert list(Wordings([]).found_in("Ana Hill")) == []
