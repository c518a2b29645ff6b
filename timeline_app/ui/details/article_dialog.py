"""An article's details: what is known of it, which of that can be corrected, and its proof."""

from __future__ import annotations

import datetime
from pathlib import PurePath

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.details import Details
from timeline_app.domain.display import counted, display
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Article, Published
from timeline_app.domain.text import page_count
from timeline_app.importing.rereading import BY_HAND
from timeline_app.session.date_words import parse_full_date
from timeline_app.ui.details.facts import ArticleFacts
from timeline_app.ui.details.fields import Field, fact
from timeline_app.ui.look.buttons import answers
from timeline_app.ui.look.labels import label

WIDTH, SPARE = 640, 80
"""Pixels: how wide the form is, and what it leaves free of the window."""


class ArticleDialog(QDialog):
    """Opened with `open`; `saved` carries the article and the Details that it is to have."""

    saved = Signal(object, object)

    def __init__(self, facts: ArticleFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleDialog")
        self.setWindowTitle(self.tr("Article details"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._facts = facts
        self._make_fields(facts.article)
        self._lay_out()
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()  # the size hangs on the fonts of the style
        size = self.sizeHint().expandedTo(QSize(WIDTH, 0))
        if parent is not None:
            size = size.boundedTo(parent.size() - QSize(SPARE, SPARE))
        self.resize(size)
        self.published.edit.setFocus()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Everything that can be changed, in order."""
        return (
            self.title,
            self.author,
            self.publication,
            self.published,
            self.language,
            self.url,
            self.section,
        )

    def details(self) -> Details:
        """What the fields say; raises ValueError for what isn't right."""
        before = self._facts.article
        published = before.published
        if self.published.changed:
            words = self.published.text
            value = parse_full_date(words) if words else None
            same = published is not None and value == published.value
            if not same:
                published = Published(value, BY_HAND, 1.0) if value is not None else None
        return Details(
            title=self.title.text,
            author=self.author.text or None,
            publication=self.publication.text or None,
            published=published,
            language=self.language.text.lower() or None,
            url=self.url.text or None,
            section=self.section.text or None,
        )

    def accept(self) -> None:
        """Tell the details if all fields are right; otherwise the first wrong one gets the keys."""
        wrong = [field for field in self.fields if not field.is_right()]
        if wrong:
            wrong[0].edit.setFocus()
            wrong[0].edit.selectAll()
            return
        super().accept()
        self.saved.emit(self._facts.article, self.details())

    def _make_fields(self, article: Article) -> None:
        published = article.published
        self.title = Field(self.tr("Title"), article.title, _title)
        self.author = Field(self.tr("Author"), article.author or "")
        self.publication = Field(self.tr("Publication"), article.publication or "")
        self.published = Field(
            self.tr("Published"),
            self._facts.published,
            _date,
            remark=evidence_words(published),
            hint=self.tr("19 May 2016, May 2016 or 2016-05-19"),
        )
        self.language = Field(
            self.tr("Language"), article.language or "", _language, hint=self.tr("en, de, fr …")
        )
        self.url = Field(self.tr("Web address"), article.url or "", _address, hint="https://")
        self.section = Field(self.tr("Section"), article.section or "")

    def _lay_out(self) -> None:
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(24, 2, 24, 8)
        inside.setSpacing(8)
        fields, proof = _grid(), _grid()
        for field in self.fields:
            field.add_to(fields)
        note = label(
            self.tr(
                "With another date or language, dates such as “yesterday” are worked out anew."
            ),
            "small",
            wrap=True,
        )
        fields.addWidget(note, fields.rowCount(), 1)
        for name, words in self._proof():
            fact(proof, name, words)
        inside.addLayout(fields)
        inside.addSpacing(6)
        inside.addWidget(label(self.tr("What was read"), "section"))
        inside.addLayout(proof)
        inside.addStretch(1)
        scroll = _Scroll(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 18)
        column.setSpacing(12)
        heading = label(self.windowTitle(), "heading")
        heading.setContentsMargins(24, 0, 24, 0)
        column.addWidget(heading)
        column.addWidget(scroll, 1)
        buttons, self.save = answers(self, self.tr("Save"))
        buttons.setContentsMargins(24, 0, 24, 0)
        column.addLayout(buttons)

    def _proof(self) -> list[tuple[str, str]]:
        """Rows that prove what was read; those without anything to say are left out."""
        facts, article = self._facts, self._facts.article
        found = counted(facts.events, "event")
        if facts.undated:
            found += f"; {counted(facts.undated, 'date expression')} made none"
        rows = [
            (self.tr("File"), PurePath(article.path).name),
            (self.tr("Folder"), str(PurePath(article.path).parent)),
            (self.tr("Part"), article.part or ""),
            (self.tr("Imported"), _imported_words(facts.imported_at)),
            (self.tr("Read by"), article.reader),
            (self.tr("SHA-256"), article.sha256),
            (self.tr("Pages"), f"{page_count(article.pages):,}" if article.pages else ""),
            (self.tr("Length"), f"{len(article.text):,} characters"),
            (self.tr("Found"), found),
            (self.tr("Warnings"), "\n".join(article.warnings)),
        ]
        return [(name, words) for name, words in rows if words]


class _Scroll(QScrollArea):
    """Wants to be as large as what it holds."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(held)
        self._held = held

    def sizeHint(self) -> QSize:
        """All of it."""
        layout = self._held.layout()
        return QSize(WIDTH, layout.heightForWidth(WIDTH) if layout is not None else 0)


def evidence_words(published: Published | None) -> str:
    """What a publication date rests on, and how far to trust it."""
    if published is None:
        return "No date was found in the file."
    if published.evidence == BY_HAND:
        return "Given by hand."
    sure = f"{published.confidence:.0%} sure"
    return f"From {published.evidence} · {sure}"


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(9)
    grid.setColumnMinimumWidth(0, 92)
    grid.setColumnStretch(1, 1)
    return grid


def _imported_words(moment: str) -> str:
    """ISO 8601 in UTC as the user's own clock says it."""
    try:
        local = datetime.datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    day = display(parse_edtf(local.date().isoformat()))
    return f"{day}, {local:%H:%M}"


def _title(text: str) -> None:
    if not text:
        msg = "An article needs a title."
        raise ValueError(msg)


def _date(text: str) -> None:
    if text:
        parse_full_date(text)


def _language(text: str) -> None:
    if text and not (text.isalpha() and text.isascii() and len(text) in {2, 3}):
        msg = "Two letters, such as en or de."
        raise ValueError(msg)


def _address(text: str) -> None:
    if text and (not text.startswith(("http://", "https://")) or " " in text or "." not in text):
        msg = "A web address begins with https:// or http://."
        raise ValueError(msg)
