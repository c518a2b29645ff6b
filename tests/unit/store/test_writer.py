"""A write is done whole, or not at all."""

from __future__ import annotations

import pytest

from tests.unit.store.test_groups import draft
from timeline_app.domain.errors import LibraryError
from timeline_app.store import AddArticles, Library

DRAFTS = tuple(
    draft(f"2016-05-{day:02}", (f"Mayor Ada opened bridge {day}", "2016-05-01"))
    for day in range(1, 29)
)


def test_a_write_that_nobody_waits_for_any_more_leaves_no_trace(library: Library) -> None:
    stopped = library.submit(AddArticles(DRAFTS), wanted=lambda: False)
    with pytest.raises(LibraryError, match="stopped"):
        stopped.result()
    assert library.is_empty()
    library.submit(AddArticles(DRAFTS), wanted=lambda: True).result()
    assert len(library.article_ids()) == len(DRAFTS)
