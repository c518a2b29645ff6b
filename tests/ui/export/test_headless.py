"""`timeline-app export`, as a user's shell runs it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.export.test_write import pdf_pages, svg_words
from timeline_app.app import main


def export(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    try:
        status = main(["export", *(str(word) for word in words)])
    except SystemExit as end:
        status = int(str(end.code))
    told = capsys.readouterr()
    return status, told.out, told.err


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """The tests' own application serves the command too."""


def test_png(library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "new" / "case.png"
    words = ("--library", library_path, "--format", "png", "--size", "900x600", "--scale", 2)
    status, out, err = export(capsys, *words, "--output", target, "--theme", "dark")
    assert (status, out.strip(), err) == (0, str(target), "")
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1800, 1200)
    assert image.pixelColor(1, 1).lightness() < 60


def test_svg_of_a_part(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "case.svg"
    words = ("--library", library_path, "--format", "svg", "--output", target)
    assert export(capsys, *words, "--view", "2016-05-10/2016-05-25")[0] == 0
    titles = svg_words(target)
    assert "General says advisers may go" in titles
    assert "Council votes" not in titles


def test_pdf_pages(library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "case.pdf"
    words = ("--library", library_path, "--format", "pdf", "--output", target, "--pages", 4)
    assert export(capsys, *words)[0] == 0
    assert pdf_pages(target) == 4


def test_files_are_imported_for_the_occasion(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Strike ends\n\nORAN, March 6, 2014 — The strike began on 3 February 2014.\n")
    missing = tmp_path / "missing.txt"
    target = tmp_path / "story.svg"
    status, out, err = export(capsys, story, missing, "--format", "svg", "--output", target)
    assert status == 1
    assert "missing.txt" in err
    assert out.strip() == str(target)
    assert ET.parse(target).getroot().tag.endswith("svg")
    assert any("3 February 2014" in words for words in svg_words(target))


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "gif"),
        ("--format", "png", "--size", "big"),
        ("--format", "png", "--size", "1x1"),
        ("--format", "pdf", "--pages", "0"),
        ("--format", "pdf", "--pages", "two"),
        ("--format", "pdf", "--view", "tomorrowish"),
        (),
    ],
)
def test_wrong_usage(
    library_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    target = tmp_path / "out"
    status, _, err = export(capsys, "--library", library_path, "--output", target, *words)
    assert status == 2
    assert err
    assert not target.exists()


def test_no_events_there(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--library", library_path, "--format", "pdf", "--output", tmp_path / "a.pdf")
    status, _, err = export(capsys, *words, "--view", "1900/1910")
    assert status == 1
    assert re.search("no events from 1900 to 1910", err)
