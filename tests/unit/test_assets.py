from __future__ import annotations

import pytest

from timeline_app.assets import resource, resources_folder


def test_the_samples_ship_with_the_program() -> None:
    samples = sorted(resource("samples").glob("*.txt"))
    assert len(samples) >= 3
    assert all(path.read_text(encoding="utf-8").strip() for path in samples)


def test_a_resource_that_is_missing_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-picture"):
        resource("no-such-picture.svg")


def test_the_folder_is_found_whatever_the_working_folder(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources_folder.cache_clear()
    monkeypatch.chdir(str(tmp_path))
    assert resources_folder().is_absolute()
    assert resource("linux").is_dir()
