"""Icons from QtAwesome, loaded after the first frame: importing it costs more than a window."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from timeline_app.ui.theme import Theme


def load() -> bool:
    """Import the package, which takes longer than a frame: call it away from the GUI thread."""
    import qtawesome

    return bool(qtawesome)


def icon(name: str, theme: Theme) -> QIcon:
    """An icon by QtAwesome's name in the colours of a theme."""
    import qtawesome

    made: QIcon = qtawesome.icon(name, color=theme.muted, color_active=theme.text)
    return made
