from __future__ import annotations

from pathlib import Path

from timeline_app.session.event_cache import EventCache
from timeline_app.store import Library, SetTitle


def test_reads_once_and_again_after_it_was_told_to_forget(library_path: Path) -> None:
    with Library.open(library_path) as library:
        cache = EventCache(library)
        before = cache.get_many([1, 2, 999])
        assert sorted(before) == [1, 2]
        library.apply(SetTitle(1, "Another title"))
        assert cache.get_many([1]) == {1: before[1]}
        cache.forget([1])
        found = cache.get(1)
        assert found is not None
        assert found.title == "Another title"
        assert cache.get(999) is None
