"""Which theme is on: the system's or the user's own choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from timeline_app.session.settings import Settings
from timeline_app.ui.look.fonts import interface_font
from timeline_app.ui.look.style import palette, style_sheet
from timeline_app.ui.look.theme import DARK, LIGHT, Theme

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Applies a theme to the application and follows the system when that is chosen."""

    theme_changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_change)
        if self.choice != "system":
            self._hints.setColorScheme(_SCHEMES[self.choice])
        self._theme = self._resolved()
        self._apply()

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        return self._theme

    @property
    def choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._settings.theme

    def choose(self, choice: str) -> None:
        """Follow the system, or keep to light or dark; remembered."""
        self._settings.theme = choice
        self._hints.setColorScheme(_SCHEMES[choice])
        self._refresh()

    def _on_system_change(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        theme = self._resolved()
        if theme is not self._theme:
            self._theme = theme
            self._apply()
            self.theme_changed.emit(theme)

    def _resolved(self) -> Theme:
        chosen = _SCHEMES[self.choice]
        scheme = self._hints.colorScheme() if chosen is Qt.ColorScheme.Unknown else chosen
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setFont(interface_font(self._theme.text_size))
            application.setPalette(palette(self._theme))
            application.setStyleSheet(style_sheet(self._theme))
