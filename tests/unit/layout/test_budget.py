from __future__ import annotations

import pytest

from timeline_app.layout.budget import Budget, OutOfTimeError


def test_a_budget_without_a_limit_never_ends() -> None:
    budget = Budget()
    for _ in range(100):
        budget.check()
    assert not budget.spent


def test_a_spent_budget_stays_spent() -> None:
    budget = Budget(-1.0)
    with pytest.raises(OutOfTimeError):
        budget.check()
    assert budget.spent
    with pytest.raises(OutOfTimeError):
        budget.check()
