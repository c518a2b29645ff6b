"""Asks what to export: which part, in what form, on how many pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.export.breaks import Span
from timeline_app.ui.export.request import MOST_PAGES, ExportRequest, Form, Paper
from timeline_app.ui.look.buttons import answers
from timeline_app.ui.look.labels import label
from timeline_app.ui.window.status_line import range_words

_SIZES = ((1600, 900), (1920, 1080), (2560, 1440), (1200, 1200), (3840, 2160))


class ExportDialog(QDialog):
    """Opened with `open`; `chosen` carries the request."""

    chosen = Signal(object)

    def __init__(
        self, visible: Span, events: str, printing: bool = False, parent: QWidget | None = None
    ) -> None:
        """`visible` is the part on screen, `events` says how many there are altogether."""
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Print") if printing else self.tr("Export Image"))
        self._visible, self._printing = visible, printing
        self.visible_part = QRadioButton(
            self.tr("Visible &part: {0}").format(range_words(*visible))
        )
        self.everything = QRadioButton(self.tr("&Everything: {0}").format(events))
        self.visible_part.setChecked(True)
        part = QButtonGroup(self)
        part.addButton(self.visible_part)
        part.addButton(self.everything)
        self.form = _choice(
            (self.tr("PDF document"), Form.PDF),
            (self.tr("PNG picture"), Form.PNG),
            (self.tr("SVG drawing"), Form.SVG),
        )
        self.paper = _choice(*((paper.value, paper) for paper in Paper))
        self.picture_size = _choice(*((f"{w} × {h}", (w, h)) for w, h in _SIZES))
        self.ratio = _choice(
            (self.tr("as on screen"), 1.0), (self.tr("twice as fine"), 2.0), (self.tr("3 ×"), 3.0)
        )
        self.ratio.setCurrentIndex(1)
        self.theme = _choice((self.tr("Light"), False), (self.tr("Dark"), True))
        self.pages = QSpinBox()
        self.pages.setRange(1, MOST_PAGES)
        self._lay_out()
        self.form.currentIndexChanged.connect(self._follow_form)
        self._follow_form()

    def request(self) -> ExportRequest:
        """What is chosen now."""
        form = self.form.currentData()
        return ExportRequest(
            form,
            self._visible if self.visible_part.isChecked() else None,
            self.pages.value(),
            self.theme.currentData(),
            None if form is Form.PDF else self.picture_size.currentData(),
            self.ratio.currentData() if form is Form.PNG else 1.0,
            self.paper.currentData(),
        )

    def _lay_out(self) -> None:
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(18)
        self._rows.setVerticalSpacing(10)
        for words, widget in (
            (self.tr("&Format"), self.form),
            (self.tr("P&aper"), self.paper),
            (self.tr("&Size in pixels"), self.picture_size),
            (self.tr("&Resolution"), self.ratio),
            (self.tr("Pa&ges"), self.pages),
            (self.tr("Colo&urs"), self.theme),
        ):
            self._rows.addRow(words, widget)
        words = self.tr("Print…") if self._printing else self.tr("Export…")
        buttons, self.go = answers(self, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addWidget(self.visible_part)
        column.addWidget(self.everything)
        column.addSpacing(6)
        column.addLayout(self._rows)
        note = label(
            self.tr(
                "Pages share the events out between round dates; lanes that don't fit on a page"
                " go on a further one."
            ),
            "small",
            wrap=True,
        )
        note.setMinimumWidth(400)
        column.addWidget(note)
        column.addSpacing(6)
        column.addLayout(buttons)

    def _follow_form(self) -> None:
        """Only what the form can have; a printer's paper is chosen with the printer."""
        form = self.form.currentData()
        for widget, shown in (
            (self.form, not self._printing),
            (self.paper, form is Form.PDF and not self._printing),
            (self.picture_size, form is not Form.PDF),
            (self.ratio, form is Form.PNG),
            (self.theme, not self._printing),
        ):
            self._rows.setRowVisible(widget, shown)

    def accept(self) -> None:
        """Tell what is chosen."""
        super().accept()
        self.chosen.emit(self.request())


def _choice(*entries: tuple[str, object]) -> QComboBox:
    box = QComboBox()
    for words, value in entries:
        box.addItem(words, value)
    return box
