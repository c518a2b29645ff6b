"""Who shares enough words at the same time is found, however common the words are."""

from __future__ import annotations

import random
from pathlib import Path
from unittest.mock import patch

import pytest

from timeline_app.domain.timefit import SIZES
from timeline_app.store import Library, finding
from timeline_app.store.finding import Footprint
from timeline_app.store.writer import connect

SLACK = 2


def reports(seed: int, count: int) -> dict[int, Footprint]:
    """Reports of few days in words of which some are in most of them."""
    dice = random.Random(seed)
    made = {}
    for report in range(1, count + 1):
        size = dice.choice((0, 0, 0, 1, 2))
        first = dice.randrange(3 if size == 0 else 400)
        names = {word for word in range(12) if dice.random() < 1 / (1 + word / 2)}
        terms = tuple((word, 100 + word, 200 + word, 1 + word % 2) for word in sorted(names))
        made[report] = Footprint(((size, first, first + (0, 30, 364)[size]),), terms)
    return made


def plainly(all_reports: dict[int, Footprint], mine: int) -> set[int]:
    """The same by looking at every report."""
    [(own, first, last)], terms = all_reports[mine].places, all_reports[mine].terms
    found = set()
    for other, there in all_reports.items():
        [(size, day, _)] = there.places
        in_time = first - SIZES[size] - SLACK <= day <= last + SLACK
        words = {term[0] for term in there.terms}
        shared = sum(term[-1] for term in terms if term[0] in words)
        need = 4 if 2 in {own, size} and own != size else 3
        if other != mine and in_time and shared >= need:
            found.add(other)
    return found


@pytest.mark.parametrize("often", [2, 8, 64])
def test_all_that_share_enough_are_found(tmp_path: Path, often: int) -> None:
    known = reports(often, 150)
    Library.open(tmp_path / "found.timeline").close()
    connection = connect(tmp_path / "found.timeline")
    try:
        finding.add(connection, known)
        wanted = {report: known[report] for report in range(1, 41)}
        with patch.object(finding, "_LONG", often):
            found = finding.near(connection, wanted)
        for report in wanted:
            others = {other for mine, other in found if mine == report}
            assert others == plainly(known, report)
        finding.remove(connection, known)
        assert finding.near(connection, wanted) == []
    finally:
        connection.close()
