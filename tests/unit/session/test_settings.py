from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from timeline_app.session.settings import Place, Settings

WRITE = """
import sys
from pathlib import Path
from PySide6.QtCore import QByteArray
from timeline_app.session.settings import Place, Settings
settings = Settings(Path(sys.argv[1]))
settings.theme = "dark"
settings.last_library = Path(sys.argv[2])
settings.geometry = QByteArray(bytes([0, 1, 255]))
settings.set_place(Path(sys.argv[2]), Place((-(2**45), 2**45), (3, 2**40), 3, 12))
settings.sync()
"""


def test_another_process_reads_what_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    ini, library = tmp_path / "s.ini", tmp_path / "my case.timeline"
    subprocess.run([sys.executable, "-c", WRITE, str(ini), str(library)], check=True)
    settings = Settings(ini)
    assert settings.theme == "dark"
    assert settings.last_library == library
    assert settings.geometry.data() == bytes([0, 1, 255])
    assert settings.place(library) == Place((-(2**45), 2**45), (3, 2**40), 3, 12)


def test_libraries_have_places_of_their_own(settings: Settings, tmp_path: Path) -> None:
    settings.set_place(tmp_path / "a", Place((1, 2)))
    assert settings.place(tmp_path / "b") == Place()
    assert settings.place(tmp_path / "a") == Place((1, 2))


def test_nonsense_in_the_file_is_no_place(settings: Settings, tmp_path: Path) -> None:
    settings.set_place(tmp_path, Place())
    settings.sync()
    ini = tmp_path / "settings.ini"
    text = ini.read_text(encoding="utf-8")
    ini.write_text(text.replace("null", "[oops"), encoding="utf-8")
    (tmp_path / "theme.ini").write_text("[window]\ntheme=pink\n", encoding="utf-8")
    assert Settings(ini).place(tmp_path) == Place()
    assert Settings(tmp_path / "theme.ini").theme == "system"
