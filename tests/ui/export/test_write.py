"""The files themselves: a picture with ink where events are, text that is text, pages counted."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from tests.ui.export.conftest import ROWS, material_from, nothing, titled
from tests.unit.layout.helpers import Row, moment
from timeline_app.domain import calendars as cal
from timeline_app.domain.errors import UserFacingError
from timeline_app.layout.shapes import Look
from timeline_app.layout.text import Type
from timeline_app.ui.export.breaks import whole_span
from timeline_app.ui.export.material import Material
from timeline_app.ui.export.request import ExportRequest, Form, Paper, paper_theme
from timeline_app.ui.export.sheet_paint import SheetPainter
from timeline_app.ui.export.sheets import CancelledError, Drafting, make_sheets
from timeline_app.ui.export.write import numbered, write_export
from timeline_app.ui.timeline.calendar_names import calendar_names

S = cal.seconds_from_civil
SVG = "{http://www.w3.org/2000/svg}"


def written(material: Material, request: ExportRequest, target: Path) -> list[Path]:
    return write_export(material, request, target, nothing)


def pdf_pages(path: Path) -> int:
    """Page objects of a document as Qt writes it: objects are not packed."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def svg_words(path: Path) -> list[str]:
    root = ET.parse(path).getroot()
    return ["".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")]


def test_a_png_has_ink_where_events_are(material: Material, tmp_path: Path) -> None:
    target = tmp_path / "case.png"
    assert written(material, ExportRequest(Form.PNG, size=(1400, 900)), target) == [target]
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1400, 900)
    painter = SheetPainter(paper_theme(False), "case", "", material.source_names, False)
    letters = painter.letters
    room = painter.room(1400, 900)
    drafting = Drafting(1400, room, True, letters.style(), letters, calendar_names())
    (sheet,) = make_sheets(material, [whole_span(material.index)], drafting, nothing)
    drawn = painter.draw(sheet, 1400, 900)
    head = 900 - drawn.scene.viewport.height - painter.below(drawn.rows)
    colours = [QColor(name) for name in paper_theme(False).sources]
    cards = [item for item in drawn.scene.items if item.look is Look.CARD and not item.flags]
    assert cards
    for card in cards:
        at = round(card.label.x + 2), round(head + card.label.y + card.label.height / 2)
        assert image.pixelColor(*at) == colours[card.source]


def test_a_png_may_be_finer(material: Material, tmp_path: Path) -> None:
    request = ExportRequest(Form.PNG, size=(800, 600), pixel_ratio=2)
    (path,) = written(material, request, tmp_path / "case.png")
    size = QImageReader(str(path)).size()
    assert (size.width(), size.height()) == (1600, 1200)


def test_dark_and_light_differ(material: Material, tmp_path: Path) -> None:
    grounds = []
    for dark in (False, True):
        request = ExportRequest(Form.PNG, dark=dark, size=(800, 600))
        (path,) = written(material, request, tmp_path / f"{dark}.png")
        grounds.append(QImage(str(path)).pixelColor(2, 2).lightness())
    assert grounds[0] == 255
    assert grounds[1] < 60


def test_an_svg_holds_titles_as_text(material: Material, tmp_path: Path) -> None:
    span = S(2016, 5, 1), S(2016, 5, 8)
    (path,) = written(material, ExportRequest(Form.SVG, span), tmp_path / "case.svg")
    words = svg_words(path)
    expected = material.labels([15, 16, 17, 18, 19, 20, 21])
    assert {label.title for label in expected.values()} <= set(words)
    assert {"The Monitor", "Daily Courier", "on that day"} <= set(words)
    assert "1 May to 7 May 2016 · 8 events" in words


def test_nothing_in_an_svg_is_clipped_away(material: Material, tmp_path: Path) -> None:
    span = S(2016, 5, 1), S(2016, 5, 8)
    (path,) = written(material, ExportRequest(Form.SVG, span), tmp_path / "case.svg")
    assert "clip-path" not in path.read_text(encoding="utf-8")
    assert {"00:00", "06:00", "12:00"} <= set(svg_words(path))  # the calendar above the lanes


def test_a_font_that_is_missing_falls_back(material: Material, tmp_path: Path) -> None:
    (path,) = written(material, ExportRequest(Form.SVG), tmp_path / "case.svg")
    groups = [
        g for g in ET.parse(path).getroot().iter(f"{SVG}g") if g.find(f"{SVG}text") is not None
    ]
    families = {group.get("font-family", "") for group in groups}
    assert families
    assert all(each.endswith("sans-serif") for each in families)


def test_svg_text_keeps_its_room_in_other_fonts(material: Material, tmp_path: Path) -> None:
    (path,) = written(material, ExportRequest(Form.SVG), tmp_path / "case.svg")
    letters = SheetPainter(paper_theme(False), "", "", (), False).letters
    texts = list(ET.parse(path).getroot().iter(f"{SVG}text"))
    lengths = {each.text: float(each.get("textLength", "0")) for each in texts}
    assert all(length > 0 for length in lengths.values())
    for name in ("The Monitor", "Daily Courier"):
        assert lengths[name] == pytest.approx(letters.width(name, Type.DATE), abs=0.5)


@pytest.mark.parametrize("pages", [1, 2, 5])
def test_a_pdf_has_the_pages_asked_for(material: Material, tmp_path: Path, pages: int) -> None:
    request = ExportRequest(Form.PDF, pages=pages)
    (path,) = written(material, request, tmp_path / "case.pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    assert pdf_pages(path) == pages


def test_pdf_text_is_text(material: Material, tmp_path: Path) -> None:
    (path,) = written(material, ExportRequest(Form.PDF), tmp_path / "case.pdf")
    data = path.read_bytes()
    assert b"/ToUnicode" in data
    assert b"/FontFile2" in data
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize(
    ("paper", "points"),
    [(Paper.A4, (842, 595)), (Paper.A3, (1191, 842)), (Paper.LETTER, (792, 612))],
)
def test_pages_lie_on_their_side(
    material: Material, tmp_path: Path, paper: Paper, points: tuple[int, int]
) -> None:
    (path,) = written(material, ExportRequest(Form.PDF, paper=paper), tmp_path / "case.pdf")
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", path.read_bytes())
    assert box is not None
    assert tuple(round(float(each)) for each in box.groups()) == points


def test_a_pdf_page_may_have_any_size(material: Material, tmp_path: Path) -> None:
    request = ExportRequest(Form.PDF, size=(960, 1200))
    (path,) = written(material, request, tmp_path / "case.pdf")
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", path.read_bytes())
    assert box is not None
    assert tuple(round(float(each)) for each in box.groups()) == (720, 900)


@pytest.mark.parametrize("form", [Form.PNG, Form.SVG])
def test_several_pictures_are_numbered(material: Material, tmp_path: Path, form: Form) -> None:
    target = tmp_path / f"case.{form.value}"
    files = written(material, ExportRequest(form, pages=3), target)
    assert [each.name for each in files] == [f"case-{n}.{form.value}" for n in (1, 2, 3)]
    assert all(each.stat().st_size > 1000 for each in files)
    assert not target.exists()


def test_numbers_have_as_many_digits_as_the_last() -> None:
    assert numbered(Path("a.png"), 7, 12).name == "a-07.png"
    assert numbered(Path("a.png"), 1, 1).name == "a.png"


HOSTILE = (
    '<script>alert(1)</script> & "quotes" ]]> <!--',
    "Über " * 4000,
    "مجلس الأمن يرفع حظر السلاح عن ليبيا",
    "null\x00 bell\x07 half\ud800 \ufffe\uffff end",
    "",
    "\u202eevil\u202c",
)


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("form", list(Form))
def test_hostile_titles_do_no_harm(
    library_path: Path, tmp_path: Path, qapp: object, title: str, form: Form
) -> None:
    from timeline_app.session.loader import load
    from timeline_app.session.view import Filter
    from timeline_app.store import Library
    from timeline_app.ui.export.material import material_of, printable

    with Library.open(library_path) as library:
        found = material_of(library, load(library, Filter()))
    assert found is not None
    clean = printable(title)
    material = replace(
        found, title=clean, labels=titled(clean), lane_names=(clean,) * 2, source_names=(clean,) * 8
    )
    (path,) = written(material, ExportRequest(form), tmp_path / f"case.{form.value}")
    assert path.stat().st_size > 1000
    if form is Form.SVG:
        root = ET.parse(path).getroot()
        assert not list(root.iter(f"{SVG}script"))
        if title.startswith("<script>"):
            assert any("<script>" in words for words in svg_words(path))
        if title.startswith("مجلس"):
            assert any(words.startswith("مجلس") for words in svg_words(path))


def test_a_span_without_events_is_told(material: Material, tmp_path: Path) -> None:
    early = [row for row in ROWS if row[0] > S(2012)]
    only = material_from(early)
    with pytest.raises(UserFacingError, match="no events from 1 January to"):
        written(only, ExportRequest(Form.PDF, (S(2014, 1), S(2014, 3))), tmp_path / "case.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_page_between_events_says_that_it_is_empty(qapp: object, tmp_path: Path) -> None:
    same_day: list[Row] = [moment(2016, 5, 16)] * 3
    files = written(material_from(same_day), ExportRequest(Form.SVG, pages=3), tmp_path / "a.svg")
    assert ["No events here" in svg_words(each) for each in files] == [True, False, True]


@pytest.mark.parametrize(
    "request_",
    [
        ExportRequest(Form.PDF, pages=0),
        ExportRequest(Form.PDF, pages=501),
        ExportRequest(Form.PNG, size=(1, 1)),
        ExportRequest(Form.PNG, size=(16_000, 16_000), pixel_ratio=4),
        ExportRequest(Form.PNG, pixel_ratio=0),
    ],
)
def test_what_cannot_be_done_is_told(
    material: Material, tmp_path: Path, request_: ExportRequest
) -> None:
    with pytest.raises(UserFacingError):
        written(material, request_, tmp_path / "case.png")


def test_a_failure_leaves_the_old_file(material: Material, tmp_path: Path) -> None:
    target = tmp_path / "case.pdf"
    target.write_text("before")

    def stop(done: int, total: int) -> None:
        if done >= 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_export(material, ExportRequest(Form.PDF, pages=4), target, stop)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_told(material: Material, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(UserFacingError, match="could not be written"):
        written(material, ExportRequest(Form.PNG), blocked / "case.png")
