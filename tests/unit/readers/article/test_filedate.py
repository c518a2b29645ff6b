from __future__ import annotations

import datetime
import io
import zipfile

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.readers import read
from timeline_app.readers.article.filedate import day_in_name

STORY = b"Council Keeps Embargo\n\nThe council voted to keep the embargo that is two years old.\n"


@pytest.mark.parametrize(
    "name",
    ["2016-05-20 embargo.pdf", "embargo_20160520.txt", "2016.05.20.txt", "Notiz 20.5.2016.txt"],
)
def test_a_day_in_a_name(name: str) -> None:
    assert day_in_name(name) == datetime.date(2016, 5, 20)


@pytest.mark.parametrize(
    "name", ["embargo.txt", "2016-05.txt", "12016052012.txt", "2016-0520.txt", "31.2.2016.txt"]
)
def test_no_day_in_a_name(name: str) -> None:
    assert day_in_name(name) is None


def test_a_file_is_dated_by_its_name_and_says_so() -> None:
    (article,) = read(STORY, "2016-05-20 embargo.txt")
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.confidence == 0.6
    assert article.warnings == (
        "The date of publication was guessed from the file's name “2016-05-20 embargo.txt”.",
    )


@pytest.mark.parametrize(
    "text",
    [
        STORY.replace(b"\n\n", b"\n\nPublished: May 3, 2015\n\n"),  # its own words count more
        STORY.replace(b"The council", b"TRIPOLI, May 3 (Reuters) - The council"),  # a dateline, too
        STORY + b"\nIt was imposed in 1958 and kept in 1961.\n",  # it was only scanned that day
    ],
)
def test_better_evidence_or_other_years_leave_the_name_aside(text: bytes) -> None:
    (article,) = read(text, "2016-05-20 embargo.txt")
    assert article.published is None or article.published.confidence > 0.6
    assert article.warnings == ()


def test_files_in_an_archive_have_names_of_their_own() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("a/2016-05-20.txt", STORY)
        container.writestr("b/other.txt", STORY)
    dated, undated = read(out.getvalue(), "case 2020-01-01.zip")
    assert dated.published is not None
    assert format_edtf(dated.published.value) == "2016-05-20"
    assert undated.published is None
