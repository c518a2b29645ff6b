"""Above the text: source, title, publication date and the way from passage to passage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.display import counted, display
from timeline_app.domain.records import Article, Published
from timeline_app.ui.look.flow_layout import FlowLayout
from timeline_app.ui.look.labels import ElidedLabel, SourceDot, label
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import dotted, page_words
from timeline_app.ui.reader.title import TitleLabel

CERTAIN = 0.85


class ReaderHeader(QFrame):
    """What the article is; `stepped` carries 1 for the next passage, -1 for the one before.

    `details_wanted` asks for the article's details.
    """

    stepped = Signal(int)
    details_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerHeader")
        self._theme = theme
        self._article: Article | None = None
        self.source = SourceLine()
        self._title = TitleLabel(theme)
        self._published, self._evidence = QPushButton(), label(tone="marked")
        self._published.setProperty("kind", "fact")
        self._published.clicked.connect(self.details_wanted)
        self._count = label(tone="small")
        self._back = self._step_button("‹", self.tr("Previous passage"), self._on_back)
        self._next = self._step_button("›", self.tr("Next passage"), self._on_next)
        self._lay_out()
        self.set_theme(theme)
        self.set_article(None)

    def set_theme(self, theme: Theme) -> None:
        """Use the type and the colours of a theme."""
        self._theme = theme
        self._title.set_theme(theme)
        if self._article is not None:
            self.source.set_colour(source_colour(theme, self._article.id))

    def set_article(self, article: Article | None) -> None:
        """Say what is open."""
        self._article = article
        self.setVisible(article is not None)
        if article is None:
            self.source.set_source("", "")
            return
        source = dotted((article.publication or "", article.author or ""))
        colour = source_colour(self._theme, article.id)
        self.source.set_source(source or self.tr("Unnamed source"), colour)
        self._title.set_text(article.title)
        words, remark = publication_words(article.published)
        self._published.setText(words)
        self._evidence.setText(remark)
        self._evidence.setVisible(bool(remark))
        evidence = article.published.evidence if article.published is not None else ""
        more = self.tr("Click to see and correct the article’s details")
        self._published.setToolTip("\n".join(part for part in (evidence, more) if part))
        self._evidence.setToolTip(evidence)
        self.set_place(None, 0)

    def set_place(self, number: int | None, count: int, page: int | None = None) -> None:
        """Say which of the article's passages is shown, and its page; `number` counts from 0."""
        shown = count > 0
        parts: tuple[QWidget, ...] = (self._count, self._back, self._next)
        for widget in parts:
            widget.setVisible(shown)
        if number is None:
            self._count.setText(counted(count, "passage"))
        else:
            place = self.tr("{0} of {1} passages").format(number + 1, count)
            self._count.setText(dotted((page_words(page), place)))
        self._back.setEnabled(number is not None and number > 0)
        self._next.setEnabled(number is None or number + 1 < count)
        self._steps.setMinimumWidth(self._line.sizeHint().width())

    def _lay_out(self) -> None:
        facts = FlowLayout(gap=7, line_gap=4)
        for widget in (self._published, self._evidence):
            facts.addWidget(widget)
        self._steps = QWidget()
        self._line = QHBoxLayout(self._steps)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        for part in (self._count, self._back, self._next):
            self._line.addWidget(part)
        facts.addWidget(self._steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 4, 22, 11)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(facts)

    def _step_button(self, text: str, name: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(slot)
        return button

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)


class SourceLine(QWidget):
    """The dot and the name of a source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot, self._name = SourceDot(), ElidedLabel("small")
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 11, 0, 7)
        line.setSpacing(7)
        line.addWidget(self._dot)
        line.addWidget(self._name, 1)

    def set_source(self, name: str, colour: str) -> None:
        """Show a source; empty for none."""
        self._name.set_text(name)
        self._dot.set_colour(colour)

    def set_colour(self, colour: str) -> None:
        """Show the same source in another colour."""
        self._dot.set_colour(colour)


def publication_words(published: Published | None) -> tuple[str, str]:
    """The publication date, and a remark where it is missing or not certain."""
    if published is None:
        return "Publication date not given", ""
    when = f"Published {display(published.value)}"
    return when, "" if published.confidence >= CERTAIN else "inferred"
