"""Each test of the window starts with settings that nobody has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings


@pytest.fixture(autouse=True)
def own_settings(own_home: Path) -> None:
    """Qt finds its settings folder only once a process, so it must be told where it is now."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(own_home))
