from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from timeline_app.domain.details import Details
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Article, Published
from timeline_app.importing.rereading import BY_HAND
from timeline_app.ui.details.article_dialog import ArticleDialog
from timeline_app.ui.details.facts import ArticleFacts, editable
from timeline_app.ui.details.fields import Field

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ARTICLE = Article(
    4,
    "/case/letters/monday.pdf",
    "Talks fail",
    "Talks fail\n\nOn Monday.",
    (),
    "ab" * 32,
    "pdf/1",
    published=Published(parse_edtf("2016-05-20"), "the line “May 20, 2016”", 0.9),
    language="en",
    warnings=("two columns",),
    pages=(0, 12),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ArticleDialog:
    """The dialog on an article."""
    words = editable(ARTICLE.published)
    facts = ArticleFacts(ARTICLE, "2026-01-02T03:04:05+00:00", 3, 1, words)
    made = ArticleDialog(facts)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    return made


def type_into(field: Field, text: str) -> None:
    """As a user does: the old words go."""
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(field.edit, text)


def shown_words(dialog: ArticleDialog) -> str:
    labels = [each.text() for each in dialog.findChildren(QLabel)]
    return "\n".join(labels + [each.text() for each in dialog.findChildren(QLineEdit)])


def test_everything_that_is_known_is_shown(dialog: ArticleDialog) -> None:
    words = shown_words(dialog)
    for part in (
        "Talks fail",
        "20 May 2016",
        "From the line “May 20, 2016” · 90% sure",
        "monday.pdf",
        "/case/letters",
        "ab" * 32,
        "pdf/1",
        "two columns",
        "3 events; 1 date expression made none",
        "2 January 2026",
    ):
        assert part in words


def test_what_was_typed_is_told(qtbot: QtBot, dialog: ArticleDialog) -> None:
    type_into(dialog.published, "May 23, 2016")
    type_into(dialog.author, " A. Uthor ")
    type_into(dialog.language, "DE")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    expected = replace(
        Details.of(ARTICLE),
        author="A. Uthor",
        language="de",
        published=Published(parse_edtf("2016-05-23"), BY_HAND, 1.0),
    )
    assert saved.args == [ARTICLE, expected]


def test_unchanged_fields_change_nothing(qtbot: QtBot, dialog: ArticleDialog) -> None:
    type_into(dialog.published, "2016-05-20")  # the same day in other words
    with qtbot.waitSignal(dialog.saved) as saved:
        QTest.keyClick(dialog.published.edit, Qt.Key.Key_Return)
    assert saved.args == [ARTICLE, Details.of(ARTICLE)]


def test_an_emptied_date_is_none(qtbot: QtBot, dialog: ArticleDialog) -> None:
    type_into(dialog.published, "")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    assert saved.args == [ARTICLE, replace(Details.of(ARTICLE), published=None)]


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("title", "", "needs a title"),
        ("published", "soon", "Not a date"),
        ("published", "23 May", "Which year"),
        ("language", "english!", "Two letters"),
        ("url", "the web", "begins with https://"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    qtbot: QtBot, dialog: ArticleDialog, name: str, typed: str, words: str
) -> None:
    field = getattr(dialog, name)
    type_into(field, typed)
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.save.click()
    assert dialog.isVisible()
    assert words in field.error.text()
    assert field.error.isVisible()
    assert field.edit.accessibleDescription() == field.error.text()
    QTest.keyClicks(field.edit, "x")
    assert not field.error.isVisible()


def test_escape_tells_nothing(qtbot: QtBot, dialog: ArticleDialog) -> None:
    type_into(dialog.author, "Somebody")
    with qtbot.assertNotEmitted(dialog.saved):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
