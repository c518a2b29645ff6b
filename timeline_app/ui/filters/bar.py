"""Chips that hide and show kinds of events and sources, or keep what has a tag, with counts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolBar, QWidget

from timeline_app.domain.display import counted
from timeline_app.domain.records import ArticleId, Modality
from timeline_app.session.view import Filter, Kind, LibraryView, Tag, sources
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import MODALITY_NAMES
from timeline_app.ui.window.status_line import range_words

MOST_SOURCES, MOST_TAGS = 12, 12
LONGEST_NAME = 28
MOST_DOTS, DOT_STEP = 3, 9
CHIP_HEIGHT = 26


class FilterBar(QToolBar):
    """`kind_toggled` carries the Kind that was clicked; `cleared` asks for all.

    `span_cleared` asks for events of any time again, `starred_cleared` for those without a star,
    `entities_cleared` for those of all names; `by_context_toggled` to hide or show the events
    whose own words give no date.
    """

    kind_toggled = Signal(object)
    span_cleared = Signal()
    starred_cleared = Signal()
    entities_cleared = Signal()
    by_context_toggled = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterToolBar")
        self.setWindowTitle(self.tr("Filters"))
        self.setMovable(False)
        self._theme = theme
        self._view: LibraryView | None = None
        self._filter = Filter()
        self._sources: dict[str, frozenset[ArticleId]] = {}
        self._tags: list[Tag] = []
        self._chips: dict[Kind, Chip] = {}
        self._signature: tuple[object, ...] = ()
        self._content = ChipLine()
        self._content.resized.connect(self._fit)
        self._more = QPushButton()
        self._more.setProperty("kind", "chip")
        self._beyond: list[Kind] = []
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._span, self._starred, self._entities = self._only = (
            OnlyChip(self.tr("Only this range is shown. Click to show all.")),
            OnlyChip(self.tr("Only starred events are shown. Click to show all.")),
            OnlyChip(
                self.tr("Only events that name what is ticked in People and Places are shown.")
            ),
        )
        cleared = (self.span_cleared, self.starred_cleared, self.entities_cleared)
        for chip, signal in zip(self._only, cleared, strict=True):
            chip.clicked.connect(signal)
        self._by_context = QPushButton()
        self._by_context.setProperty("kind", "chip")
        self._by_context.setCheckable(True)
        self._by_context.setToolTip(
            self.tr("Events dated by the sentences before, or only by the day of the report")
        )
        self._by_context.clicked.connect(self.by_context_toggled)
        self._clear = QPushButton(self.tr("Clear filters"))
        self._clear.setProperty("kind", "link")
        self._clear.clicked.connect(self.cleared)
        self._count = label(tone="small")
        self._line = QHBoxLayout(self._content)
        self._line.setContentsMargins(14, 6, 16, 6)
        self._line.setSpacing(7)
        self._line.addStrut(CHIP_HEIGHT)
        for chip in self._only:
            self._line.addWidget(chip)
        self._line.addWidget(self._by_context)
        self._line.addWidget(self._more)
        self._line.addStretch()
        self._line.addWidget(self._clear)
        self._line.addWidget(self._count)
        self._whole = self.addWidget(self._content)
        self._whole.setVisible(False)
        for button in (self._more, self._clear):
            button.hide()

    def chip(self, kind: Kind) -> Chip:
        """The chip of a kind or a source; KeyError when there is none."""
        return self._chips[kind]

    def set_theme(self, theme: Theme) -> None:
        """Dots in the colours of a theme."""
        self._theme = theme
        self._signature = ()
        if self._view is not None:
            self.set_view(self._view, self._filter)

    def set_view(self, view: LibraryView, chosen: Filter) -> None:
        """Show the kinds and sources of a library and which are hidden."""
        self._view, self._filter = view, chosen
        telling = [article for article in view.articles if article.events]
        self._sources = sources(telling)
        self._tags = [Tag(name) for name in dict.fromkeys((*view.tag_counts, *_names(chosen)))]
        signature = (
            tuple(view.modality_counts),
            tuple(self._sources.items()),
            tuple(self._tags),
        )
        if signature != self._signature:
            self._rebuild(view)
            self._signature = signature
        names = {articles: name for name, articles in self._sources.items()}
        for kind, chip in self._chips.items():
            if isinstance(kind, Modality):
                chip.show_count(view.modality_counts[kind])
            elif isinstance(kind, Tag):
                chip.show_count(view.tag_counts.get(kind.name, 0))
            else:
                chip.show_count(view.source_counts.get(names[kind], 0))
            chip.setChecked(chosen.lights(kind))
        self._by_context.setVisible(view.by_context > 0)
        self._by_context.setText(self.tr("By context {0:,}").format(view.by_context))
        self._by_context.setChecked(not chosen.hide_by_context)
        self._span.say(range_words(*chosen.span) if chosen.span else "")
        self._starred.say(self.tr("★ Starred") if chosen.starred else "")
        self._entities.say(counted(len(chosen.entities), "name") if chosen.entities else "")
        self._clear.setVisible(chosen.narrows)
        shown = self.tr("{0:,} of {1:,} shown").format(view.shown, view.total)
        self._count.setText(shown if view.total else "")
        self._whole.setVisible(view.total > 0 or chosen.narrows)
        self._fit()

    def _rebuild(self, view: LibraryView) -> None:
        focused = next((kind for kind, chip in self._chips.items() if chip.hasFocus()), None)
        for chip in self._chips.values():
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for kind in MODALITY_NAMES:
            if kind in view.modality_counts:
                self._add(kind, MODALITY_NAMES[kind], [])
        for name, articles in list(self._sources.items())[:MOST_SOURCES]:
            colours = dict.fromkeys(source_colour(self._theme, each) for each in sorted(articles))
            self._add(articles, name, list(colours)[:MOST_DOTS])
        for tag in self._tags[:MOST_TAGS]:
            self._add(tag, f"#{tag.name}", [])
            words = self.tr("Show only events with this tag, or with others that are chosen")
            self._chips[tag].setToolTip(words)
        if focused in self._chips:
            self._chips[focused].setFocus()

    def _add(self, kind: Kind, name: str, colours: list[str]) -> None:
        chip = Chip(kind, name, colours)
        chip.chosen.connect(self.kind_toggled)
        self._chips[kind] = chip
        self._line.insertWidget(len(self._chips), chip)

    def _fit(self) -> None:
        """Chips that don't fit move into a menu."""
        if self._view is None:
            return
        room = self._content.width() - 50 - self._count.sizeHint().width()
        room -= self._clear.sizeHint().width() + 7 if self._filter.narrows else 0
        room -= sum(chip.sizeHint().width() + 7 for chip in self._only if not chip.isHidden())
        room -= self._by_context.sizeHint().width() + 7 if self._view.by_context else 0
        widths = {kind: chip.sizeHint().width() + 7 for kind, chip in self._chips.items()}
        beyond: list[Kind] = [*list(self._sources.values())[MOST_SOURCES:], *self._tags[MOST_TAGS:]]
        if beyond or sum(widths.values()) > room:
            room -= 110
        hidden: list[Kind] = []
        for kind, chip in self._chips.items():
            room -= widths[kind]
            chip.setVisible(room >= 0 and not hidden)
            if room < 0 or hidden:
                hidden.append(kind)
        self._beyond = [*hidden, *beyond]
        self._more.setVisible(bool(self._beyond))
        self._more.setText(self.tr("+ {0} more").format(len(self._beyond)))

    def _fill_menu(self) -> None:
        """When it is opened: there may be thousands of sources."""
        self._menu.clear()
        names = {articles: name for name, articles in self._sources.items()}
        for kind in self._beyond:
            if isinstance(kind, Tag):
                name = f"#{kind.name}"
            else:
                name = MODALITY_NAMES[kind] if isinstance(kind, Modality) else names[kind]
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._filter.lights(kind))
            action.setData(kind)
            action.triggered.connect(self._on_menu)

    def _on_menu(self) -> None:
        sender = self.sender()
        self.kind_toggled.emit(sender.data())  # type: ignore[attr-defined]


class ChipLine(QWidget):
    """Tells when its width changed."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pass it on."""
        super().resizeEvent(event)
        self.resized.emit()


class OnlyChip(QPushButton):
    """A pill that is there only while it keeps most events out; a click asks for all again."""

    def __init__(self, tip: str) -> None:
        super().__init__()
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setToolTip(tip)
        self.hide()

    def say(self, words: str) -> None:
        """What is kept; empty where nothing is left out."""
        self.setText(f"{words}  ✕")
        self.setAccessibleName(words)
        self.setChecked(True)
        self.setVisible(bool(words))


class Chip(QPushButton):
    """A pill that is on or off; `chosen` carries its kind."""

    chosen = Signal(object)

    def __init__(self, kind: Kind, name: str, colours: list[str]) -> None:
        super().__init__()
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self._kind = kind
        self._name = name
        if colours:
            self.setIcon(_dots(colours))
            self.setIconSize(QSize(DOT_STEP * (len(colours) - 1) + 10, 10))
        self.clicked.connect(self._on_clicked)

    def show_count(self, count: int) -> None:
        """Name and number of events."""
        name = self._name
        if len(name) > LONGEST_NAME:
            name = name[: LONGEST_NAME - 1].rstrip() + "…"
        self.setText(f"{name} {count:,}".replace("&", "&&"))
        self.setAccessibleName(f"{self._name}, {count:,}")
        if not self.toolTip():
            self.setToolTip(self._name)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._kind)


def _names(chosen: Filter) -> list[str]:
    """The tags that are chosen: their chips stay even when the last event has lost one."""
    return sorted(tag.name for tag in chosen.tags)


def _dots(colours: list[str]) -> QIcon:
    """A dot for each colour, one after the other, at twice the screen's pixels."""
    width = DOT_STEP * (len(colours) - 1) + 10
    pixmap = QPixmap(2 * width, 20)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, colour in enumerate(colours):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(1 + number * DOT_STEP, 1, 8, 8)
    return QIcon(pixmap)
