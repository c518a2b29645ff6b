"""What is asked for: form, stretch of time, pages, size and look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtGui import QPageSize

from timeline_app.ui.look.theme import DARK, LIGHT, Theme

MOST_PAGES = 500
LEAST_SIZE, MOST_SIZE = (480, 360), (16_384, 16_384)
MOST_PIXELS = 200_000_000
"""Of one PNG; it takes four bytes each in memory."""


class Form(Enum):
    """File formats, by the suffix of their files."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


class Paper(Enum):
    """Page sizes of documents, always landscape."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"

    def size(self) -> QPageSize:
        """As Qt has it."""
        sizes = QPageSize.PageSizeId
        return QPageSize({"A4": sizes.A4, "A3": sizes.A3}.get(self.value, sizes.Letter))


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export.

    `span` is the stretch of time in seconds, None for everything; it is spread over `pages`.
    `size` is an image's width and height in pixels, or a document's page in 1/96 inch (None: its
    `paper`); `pixel_ratio` makes a PNG that much finer.
    """

    form: Form
    span: tuple[int, int] | None = None
    pages: int = 1
    dark: bool = False
    size: tuple[int, int] | None = None
    pixel_ratio: float = 1.0
    paper: Paper = Paper.A4

    def problem(self) -> str:
        """Why this can't be done, in a sentence; empty when it can."""
        if not 1 <= self.pages <= MOST_PAGES:
            return f"An export has 1 to {MOST_PAGES} pages."
        if not 0.25 <= self.pixel_ratio <= 8:
            return "A PNG may be 0.25 to 8 times as fine."
        if self.size is None:
            return ""
        width, height = self.size
        if not (LEAST_SIZE[0] <= width <= MOST_SIZE[0] and LEAST_SIZE[1] <= height <= MOST_SIZE[1]):
            return "A picture may be {}x{} to {}x{}.".format(*LEAST_SIZE, *MOST_SIZE)
        if self.form is Form.PNG and width * height * self.pixel_ratio**2 > MOST_PIXELS:
            return f"A PNG may have {MOST_PIXELS // 1_000_000} million pixels at most."
        return ""


def paper_theme(dark: bool) -> Theme:
    """Colours for paper: the light theme on pure white, so that the ground takes no ink."""
    white = "#ffffff"
    return DARK if dark else replace(LIGHT, canvas=white, panel=white, window=white)
