"""Writes an export: PNG and SVG a file a page, PDF all pages in one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from timeline_app.domain.display import display
from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.timevalue import day
from timeline_app.ui.export.breaks import page_spans, whole_span
from timeline_app.ui.export.material import Material
from timeline_app.ui.export.request import ExportRequest, Form, paper_theme
from timeline_app.ui.export.sheet_paint import Drawn, SheetPainter
from timeline_app.ui.export.sheets import Drafting, Progress, Sheet, events_within, make_sheets
from timeline_app.ui.export.svg_text import with_lengths
from timeline_app.ui.look.wording import dotted
from timeline_app.ui.timeline.calendar_names import calendar_names
from timeline_app.ui.window.status_line import range_words

PICTURE: Final = (1600, 900)
_MARGIN_MM: Final = 12.0
_MM_PER_INCH: Final = 25.4
_UNITS: Final = 96  # of a document's size, an inch
# Paper is read from nearer than a screen: 9.75 points become 7.5.
_PAPER_SCALE: Final = 0.77


def write_export(
    material: Material, request: ExportRequest, target: Path, progress: Progress
) -> list[Path]:
    """Write what is asked for to `target`; gives the files, which are several for many pictures.

    Nothing is left behind where this fails. Runs on any thread, but needs a QGuiApplication.
    Raises UserFacingError, and whatever `progress` raises.
    """
    problem = request.problem()
    if problem:
        raise UserFacingError(problem)
    if request.form is Form.PDF:
        data = _document(material, request, progress)
        files = [(target, data)]
    else:
        files = _pictures(material, request, target, progress)
    for path, data in files:
        _save(path, data)
    return [path for path, _ in files]


@dataclass(frozen=True, slots=True)
class _Job:
    """What all sheets of one export share; sizes in the painter's pixels."""

    painter: SheetPainter
    sheets: Sequence[Sheet]
    width: float
    height: float
    progress: Progress

    def each(self, paint: Callable[[Drawn, int], None]) -> None:
        """Work out and paint each sheet; they are counted from 1."""
        count = len(self.sheets)
        for number, sheet in enumerate(self.sheets, start=1):
            self.progress(count + number - 1, 2 * count)
            paint(self.painter.draw(sheet, self.width, self.height), number)
        self.progress(2 * count, 2 * count)


def _job(
    material: Material,
    request: ExportRequest,
    size: tuple[float, float],
    progress: Progress,
) -> _Job:
    is_document = request.form is Form.PDF
    note = dotted((material.note, _today())) if is_document else material.note
    painter = SheetPainter(
        paper_theme(request.dark), material.title, note, material.source_names, is_document
    )
    width, height = size
    drafting = Drafting(
        width,
        painter.room(width, height),
        not is_document,
        painter.letters.style(),
        painter.letters,
        calendar_names(),
    )
    span = request.span or whole_span(material.index)
    if not len(events_within(material.index, span, first=True)):
        raise UserFacingError(f"there are no events from {range_words(*span)}")
    spans = page_spans(material.index, span, request.pages)
    sheets = make_sheets(material, spans, drafting, lambda done, total: progress(done, 2 * total))
    return _Job(painter, sheets, width, height, progress)


def _pictures(
    material: Material, request: ExportRequest, target: Path, progress: Progress
) -> list[tuple[Path, bytes]]:
    job = _job(material, request, request.size or PICTURE, progress)
    count = len(job.sheets)
    files: list[tuple[Path, bytes]] = []

    def paint(drawn: Drawn, number: int) -> None:
        draw = _png if request.form is Form.PNG else _svg
        data = draw(job, drawn, number, request.pixel_ratio, material.title)
        files.append((numbered(target, number, count), data))

    job.each(paint)
    return files


def numbered(target: Path, number: int, count: int) -> Path:
    """`timeline.png`, or `timeline-07.png` where there are several."""
    if count == 1:
        return target
    return target.with_name(f"{target.stem}-{number:0{len(str(count))}}{target.suffix}")


def _png(job: _Job, drawn: Drawn, number: int, ratio: float, title: str) -> bytes:
    image = QImage(
        QSize(round(job.width * ratio), round(drawn.height * ratio)), QImage.Format.Format_RGB32
    )
    if image.isNull():
        raise UserFacingError("There is not enough memory for a picture of this size.")
    image.setDevicePixelRatio(ratio)
    image.setText("Title", title)
    with QPainter(image) as painter:
        job.painter.paint(painter, drawn, number, len(job.sheets))
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return _bytes(buffer)


def _svg(job: _Job, drawn: Drawn, number: int, ratio: float, title: str) -> bytes:
    buffer = _buffer()
    # 1.2 Tiny knows no clipping, which nothing here needs: Qt's 1.1 clips what comes after, too.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.SvgTiny12)
    generator.setOutputDevice(buffer)
    generator.setResolution(_resolution())
    generator.setSize(QSize(round(job.width), round(drawn.height)))
    generator.setViewBox(QRectF(0, 0, job.width, drawn.height))
    generator.setTitle(title)
    generator.setDescription(range_words(*drawn.sheet.span))
    with QPainter(generator) as painter:
        job.painter.paint(painter, drawn, number, len(job.sheets))
    return with_lengths(_bytes(buffer), _resolution())


def _document(material: Material, request: ExportRequest, progress: Progress) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_resolution())
    writer.setTitle(material.title)
    writer.setCreator("Timeline App")
    writer.setPageLayout(page_layout(request))
    paint_pages(writer, material, request, progress)
    del writer  # the end of the file is written now
    return _bytes(buffer)


def page_layout(request: ExportRequest) -> QPageLayout:
    """A landscape page of the size asked for; the margins are the painter's business."""
    orientation, none = QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
    size = request.paper.size()
    if request.size is not None:
        width, height = (each * 72 / _UNITS for each in request.size)
        size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
        if height > width:
            orientation = QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, orientation, none)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def paint_pages(
    device: QPagedPaintDevice, material: Material, request: ExportRequest, progress: Progress
) -> None:
    """Paint all pages on a document or a printer whose resolution is the screen's.

    Raises UserFacingError when it refuses, and whatever `progress` raises.
    """
    full = device.pageLayout().fullRectPixels(_resolution())
    margin = _MARGIN_MM / _MM_PER_INCH * _resolution()
    width = (full.width() - 2 * margin) / _PAPER_SCALE
    height = (full.height() - 2 * margin) / _PAPER_SCALE
    job = _job(material, request, (width, height), progress)
    ground = paper_theme(request.dark).panel
    painter = QPainter()
    if not painter.begin(device):
        raise UserFacingError("The printer or the file can't be written to.")
    try:

        def paint(drawn: Drawn, number: int) -> None:
            if number > 1 and not device.newPage():
                raise UserFacingError("The printer refused a page.")
            painter.save()
            if request.dark:
                painter.fillRect(QRectF(0, 0, full.width(), full.height()), ground)
            painter.translate(margin, margin)
            painter.scale(_PAPER_SCALE, _PAPER_SCALE)
            job.painter.paint(painter, drawn, number, len(job.sheets))
            painter.restore()

        job.each(paint)
    finally:
        painter.end()


def _resolution() -> int:
    """Dots an inch that text is measured with, so that it takes the same room when painted."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInchY())


def _today() -> str:
    now = date.today()
    return display(day(now.year, now.month, now.day))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    data: QByteArray = buffer.data()
    return bytes(data.data())


def _save(path: Path, data: bytes) -> None:
    """Write a whole file or none: a failure leaves what was there before."""
    passing = path.with_name(f".{path.name[:80]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        passing.write_bytes(data)
        passing.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            passing.unlink(missing_ok=True)
        raise UserFacingError(f"{path} could not be written: {error.strerror}.") from error
