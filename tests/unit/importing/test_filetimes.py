from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from timeline_app.importing.filetimes import changed_day
from timeline_app.importing.worker import ImportOptions, digest_file

TODAY = datetime.date(2020, 6, 30)
STORY = "Council Keeps Embargo\n\nThe council voted on Monday to keep the embargo.\n"


def at(path: Path, *moment: int) -> Path:
    """The file, last changed at that local time."""
    seconds = datetime.datetime(*moment).timestamp()  # type: ignore[arg-type]
    os.utime(path, (seconds, seconds))
    return path


def written(folder: Path, name: str, text: str = STORY) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_the_day_of_the_last_change(tmp_path: Path) -> None:
    path = at(written(tmp_path, "a.txt"), 2019, 5, 16, 10)
    assert changed_day(path, TODAY) == datetime.date(2019, 5, 16)


@pytest.mark.parametrize("moment", [(2020, 6, 30, 0), (2021, 1, 1, 0), (1970, 1, 2, 0)])
def test_a_change_today_later_or_before_computers_says_nothing(
    tmp_path: Path, moment: tuple[int, ...]
) -> None:
    assert changed_day(at(written(tmp_path, "a.txt"), *moment), TODAY) is None


def test_files_written_together_are_copies(tmp_path: Path) -> None:
    paths = [at(written(tmp_path, f"{n}.txt"), 2019, 5, 16, 10, 0, n) for n in range(5)]
    assert [changed_day(path, TODAY) for path in paths] == [None] * 5


def test_files_written_over_days_are_not(tmp_path: Path) -> None:
    paths = [at(written(tmp_path, f"{n}.txt"), 2019, 5, 16 + n, 10) for n in range(5)]
    found = [changed_day(path, TODAY) for path in paths]
    assert found == [datetime.date(2019, 5, 16 + n) for n in range(5)]


def test_a_file_that_is_gone_says_nothing(tmp_path: Path) -> None:
    assert changed_day(tmp_path / "none.txt", TODAY) is None


GUESS = "The date of publication was guessed from the file's modified time."


def warnings(path: Path) -> tuple[str, ...]:
    articles = digest_file(str(path), ImportOptions())
    assert articles is not None
    [article] = articles
    return article.warnings


def test_an_import_falls_back_on_it_and_says_so(tmp_path: Path) -> None:
    assert warnings(at(written(tmp_path, "a.txt"), 2019, 5, 16, 10)) == (GUESS,)


def test_a_fresh_file_is_left_undated(tmp_path: Path) -> None:
    assert warnings(written(tmp_path, "a.txt")) == ()


@pytest.mark.parametrize(
    "words",
    ["The embargo was imposed in 2011.", "Published: May 20, 2016", "TRIPOLI, May 20 — Men left."],
)
def test_anything_in_the_text_counts_for_more(tmp_path: Path, words: str) -> None:
    text = STORY.replace("\n\n", f"\n\n{words}\n\n", 1)
    assert warnings(at(written(tmp_path, "a.txt", text), 2019, 5, 16, 10)) == ()
