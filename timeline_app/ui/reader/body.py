"""The text of an article: reading type, dates underlined, passages highlighted, margin marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from timeline_app.domain.records import Article, Role
from timeline_app.domain.text import Span, trimmed
from timeline_app.ui.look.fonts import interface_font, reading_font
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.reader.marks import EventMark, Marks
from timeline_app.ui.reader.paragraphs import Paragraphs

MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP = 30, 26, 16
EDGE = 16
"""Pixels that a passage keeps from the upper edge, and twice that from the lower one."""
BAR_LEFT, BAR_WIDTH, BAR_STEP = 13.0, 3.5, 5.5
STRIP = 200
"""Pixels of height within which bars are compared; each with each would take long."""
_QUIET = {Role.BYLINE, Role.PUBLICATION, Role.CREDIT, Role.PROMO, Role.SOURCES, Role.DATELINE}


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage and the words in it that are marked more strongly."""

    passage: Span
    words: Span | None = None


class ArticleBody(QTextEdit):
    """Read-only text. `offset_clicked` carries a code point, `mark_clicked` an EventMark."""

    offset_clicked = Signal(object)
    mark_clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleBody")
        self.setAccessibleName(self.tr("Article text"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # files dropped here are articles too
        self.viewport().setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._article: Article | None = None
        self._marks = Marks()
        self._paragraphs: Paragraphs | None = None
        self._highlight: Highlight | None = None
        self._pressed: QPointF | None = None
        self._animated = True
        self._kept = False
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(180)
        self._glide.valueChanged.connect(self._on_glide)

    @property
    def highlight(self) -> Highlight | None:
        """What is highlighted now."""
        return self._highlight

    def set_theme(self, theme: Theme) -> None:
        """Show the same text in other colours."""
        self._theme = theme
        place = self.verticalScrollBar().value()
        self._build()
        self.verticalScrollBar().setValue(place)

    def set_article(self, article: Article | None, marks: Marks) -> None:
        """Show an article from its top; the same article with other marks keeps its place."""
        same = article is not None and self._article is not None and article.id == self._article.id
        place = self.verticalScrollBar().value() if same else 0
        drawn = self._drawn(article, marks) == self._drawn(self._article, self._marks)
        self._article, self._marks = article, marks
        self._highlight = self._highlight if same else None
        if drawn:
            self.viewport().update()
            return
        self._build()
        self.verticalScrollBar().setValue(place)

    @staticmethod
    def _drawn(article: Article | None, marks: Marks) -> object:
        """What the document is made of: where that is the same it needn't be made anew."""
        if article is None:
            return None
        dates = tuple(expression.span for expression in marks.dates)
        return article.id, article.text, article.blocks, dates, frozenset(marks.spans)

    def set_highlight(self, highlight: Highlight | None, *, reveal: bool) -> None:
        """Highlight a passage, and bring it into sight if `reveal`."""
        self._highlight = highlight
        self._kept = reveal
        self.viewport().update()
        if reveal and highlight is not None:
            self._reveal(highlight.passage)

    def set_animated(self, animated: bool) -> None:
        """False: the text jumps to a passage (reduced motion)."""
        self._animated = animated

    def selected_span(self) -> Span | None:
        """Code points of the words that the user has selected; None without any."""
        cursor = self.textCursor()
        if self._article is None or self._paragraphs is None or not cursor.hasSelection():
            return None
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        span = Span(*(self._paragraphs.from_document(end) for end in ends))
        words = trimmed(self._article.text, span)
        return words if words.start < words.end else None

    def visible_span_rects(self, span: Span) -> list[QRectF]:
        """Rectangles of a span's lines in viewport pixels."""
        return self._rects(span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines at another width: a passage that was brought into sight stays there."""
        super().resizeEvent(event)
        if self._kept and self._highlight is not None:
            self._glide.stop()
            self._reveal(self._highlight.passage, glide=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The reader has moved on."""
        self._kept = False
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and select as everywhere, and what can be made of the selection."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Highlights and margin bars first, the text over them."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_bars(painter)
            if self._highlight is not None:
                self._paint_span(painter, self._highlight.passage, self._theme.highlight)
                if self._highlight.words is not None:
                    self._paint_span(painter, self._highlight.words, self._theme.highlight_strong)
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began: a drag selects text instead."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a date or a margin bar is told."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if (event.position() - pressed).manhattanLength() > 4:
            return
        mark = self._bar_at(event.position())
        if mark is not None:
            self.mark_clicked.emit(mark)
            return
        offset = self._offset_at(event.position())
        if offset is not None:
            self.offset_clicked.emit(offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dates and bars show that they can be clicked."""
        super().mouseMoveEvent(event)
        offset = self._offset_at(event.position())
        date = offset is not None and self._marks.expression_at(offset) is not None
        hand = date or self._bar_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the caret's date goes to its event."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._paragraphs is not None:
            self.offset_clicked.emit(self._paragraphs.from_document(self.textCursor().position()))
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        """Make the document anew."""
        self._glide.stop()
        self.clear()
        if self._article is None:
            self._paragraphs = None
            return
        self._paragraphs = Paragraphs(self._article, self._marks.spans)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, item in enumerate(self._paragraphs.items):
            block, chars = self._formats(item.role)
            if number:
                cursor.insertBlock(block, chars)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(chars)
            cursor.insertText(self._paragraphs.words(item), chars)
        self._underline_dates(cursor)
        cursor.endEditBlock()
        frame = QTextFrameFormat()
        frame.setLeftMargin(MARGIN_LEFT)
        frame.setRightMargin(MARGIN_RIGHT)
        frame.setTopMargin(MARGIN_TOP)
        frame.setBottomMargin(MARGIN_TOP)
        self.document().setDocumentMargin(0)
        self.document().rootFrame().setFrameFormat(frame)

    def _formats(self, role: Role) -> tuple[QTextBlockFormat, QTextCharFormat]:
        theme = self._theme
        block, chars = QTextBlockFormat(), QTextCharFormat()
        block.setBottomMargin(13)
        font = reading_font(theme.body_size)
        _set_leading(block, font, 1.52)
        chars.setForeground(QColor(theme.text))
        if role in _QUIET:
            font = interface_font(theme.small_size)
            chars.setForeground(QColor(theme.muted))
            _set_leading(block, font, 1.4)
            block.setBottomMargin(8)
        elif role in {Role.HEADING, Role.TITLE}:
            font = reading_font(theme.body_size + 1.5, QFont.Weight.DemiBold)
            _set_leading(block, font, 1.4)
            block.setTopMargin(6)
        elif role is Role.QUOTATION:
            block.setLeftMargin(16)
            font.setItalic(True)
        chars.setFont(font)
        return block, chars

    def _underline_dates(self, cursor: QTextCursor) -> None:
        assert self._paragraphs is not None
        dotted = QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dotted.setUnderlineColor(QColor(self._theme.muted))
        for expression in self._marks.dates:
            cursor.setPosition(self._paragraphs.to_document(expression.span.start))
            end = self._paragraphs.to_document(expression.span.end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(dotted)

    def _reveal(self, passage: Span, *, glide: bool = True) -> None:
        """Bring a passage to the upper third, gliding, unless it can be seen already."""
        rects = self._rects(passage)
        if not rects:
            return
        top, bottom = rects[0].top(), rects[-1].bottom()
        height = self.viewport().height()
        if top >= EDGE and bottom <= height - 2 * EDGE:
            return
        bar = self.verticalScrollBar()
        target = bar.value() + int(top - height * 0.22)
        target = max(bar.minimum(), min(bar.maximum(), target))
        self._glide.stop()
        if not (glide and self.isVisible() and self._animated):
            bar.setValue(target)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(target)
        self._glide.start()

    def _on_glide(self, value: object) -> None:
        if isinstance(value, int):
            self.verticalScrollBar().setValue(value)

    def _offset_at(self, at: QPointF) -> int | None:
        """Code point under a viewport position; None beside the text."""
        if self._paragraphs is None:
            return None
        position = (
            self.document()
            .documentLayout()
            .hitTest(at + QPointF(0, self.verticalScrollBar().value()), Qt.HitTestAccuracy.ExactHit)
        )
        return None if position < 0 else self._paragraphs.from_document(position)

    def _rects(self, span: Span) -> list[QRectF]:
        if self._paragraphs is None:
            return []
        start, end = (
            self._paragraphs.to_document(span.start),
            self._paragraphs.to_document(span.end),
        )
        found: list[QRectF] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            found.extend(self._block_rects(block, start, end))
            block = block.next()
        return found

    def _block_rects(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin -= QPointF(0, self.verticalScrollBar().value())
        first, last = start - block.position(), end - block.position()
        rects = []
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low = max(first, line.textStart())
            high = min(last, line.textStart() + line.textLength())
            if low < high:
                x1, x2 = _x(line.cursorToX(low)), _x(line.cursorToX(high))
                rects.append(QRectF(origin.x() + x1, origin.y() + line.y(), x2 - x1, line.height()))
        return rects

    def _paint_span(self, painter: QPainter, span: Span, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for rect in self._rects(span):
            painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)

    def _paint_bars(self, painter: QPainter) -> None:
        if self._article is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = self._highlight.passage if self._highlight else None
        for mark, rect in self._bars():
            colour = QColor(source_colour(self._theme, self._article.id))
            if mark.passage != chosen:
                colour.setAlphaF(0.42)
            painter.setBrush(colour)
            painter.drawRoundedRect(rect, BAR_WIDTH / 2, BAR_WIDTH / 2)

    def _bars(self) -> list[tuple[EventMark, QRectF]]:
        """A bar beside each passage; where two passages share lines, side by side."""
        bars: list[tuple[EventMark, QRectF]] = []
        placed: dict[int, list[QRectF]] = {}
        near_by = self._visible_span()
        for mark in self._marks.events:
            if not near_by.overlaps(mark.passage):
                continue
            rects = self._rects(mark.passage)
            if not rects:
                continue
            bar = QRectF(BAR_LEFT, rects[0].top(), BAR_WIDTH, rects[-1].bottom() - rects[0].top())
            strips = range(int(bar.top()) // STRIP, int(bar.bottom()) // STRIP + 1)
            near = [other for strip in strips for other in placed.get(strip, ())]
            while any(bar.intersects(other) for other in near) and bar.left() > 2:
                bar.translate(-BAR_STEP, 0)
            bars.append((mark, bar))
            for strip in strips:
                placed.setdefault(strip, []).append(bar)
        return bars

    def _visible_span(self) -> Span:
        """The words that can be seen, and a window's height of them above and below."""
        if self._paragraphs is None or self._article is None:
            return Span(0, 0)
        layout, height = self.document().documentLayout(), self.viewport().height()
        top = self.verticalScrollBar().value() - height
        ends = [
            layout.hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
            for x, y in ((0, max(0, top)), (self.viewport().width(), top + 3 * height))
        ]
        first, last = (self._paragraphs.from_document(max(0, end)) for end in ends)
        return Span(first, last + 1)

    def _bar_at(self, at: QPointF) -> EventMark | None:
        if at.x() > MARGIN_LEFT - 8:
            return None
        near = (mark for mark, rect in self._bars() if rect.adjusted(-3, 0, 5, 0).contains(at))
        return next(near, None)


def _set_leading(block: QTextBlockFormat, font: QFont, leading: float) -> None:
    """Lines `leading` times the font's size apart; fonts' own line heights differ by a third."""
    size = QFontInfo(font).pixelSize()
    percent = 100 * leading * size / QFontMetricsF(font).height()
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


def _x(value: object) -> float:
    """`cursorToX` gives the x or, in this binding, the x and the corrected position."""
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]
