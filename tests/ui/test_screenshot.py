from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from timeline_app.app import main
from timeline_app.domain.calendars import DAY
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import UserFacingError
from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.ui.look.theme import DARK, LIGHT
from timeline_app.ui.screenshot import render


def picture(library: Path, theme: str, select: int | None = None) -> QImage:
    """A picture of the window on `library` at the smallest size that is promised."""
    session = Session(library, Settings(library.with_suffix(".ini")))
    view = parse_edtf("2016-05-10/2016-06-08")
    return render(session, QSize(1100, 700), theme, select, view)


def has_colour(image: QImage, colour: str) -> bool:
    """True when some pixel has exactly this colour."""
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 3)
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_draws_the_window_with_a_highlighted_passage(
    qtbot: QtBot, library_path: Path, theme: object
) -> None:
    assert theme in (LIGHT, DARK)
    chosen = LIGHT if theme is LIGHT else DARK
    plain = picture(library_path, chosen.name)
    marked = picture(library_path, chosen.name, 2)
    assert (plain.width(), plain.height()) == (1100, 700)
    assert not has_colour(plain, chosen.highlight)
    assert has_colour(marked, chosen.highlight)


def test_the_view_that_was_asked_for_stays_when_an_event_is_selected(
    qtbot: QtBot, library_path: Path
) -> None:
    views: list[tuple[int, int]] = []
    for select in (None, 1):
        session = Session(library_path, Settings(library_path.with_suffix(".ini")))
        view = parse_edtf("1990-01-01/1990-01-31")
        render(session, QSize(1100, 700), "light", select, view)
        kept = session.settings.place(library_path).viewport
        assert kept is not None
        views.append(kept)
    assert views[0] == views[1]
    assert view.earliest is not None
    assert abs(views[0][0] - view.earliest) <= DAY


def test_an_event_that_is_not_there_is_told(qtbot: QtBot, library_path: Path) -> None:
    with pytest.raises(UserFacingError, match="999"):
        picture(library_path, "light", 999)


def test_another_kind_of_picture_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "window.jpg"
    assert main(["screenshot", "--output", str(output)]) == 2
    assert "PNG" in capsys.readouterr().err
    assert not output.exists()
