"""What the program remembers between runs, typed; INI text in the user's settings folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QCryptographicHash, QSettings

from timeline_app.session.lanes import Lanes

ORGANISATION = "timeline-app"
APPLICATION = "timeline-app"
THEME_CHOICES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was in a library: visible range (seconds), selected events, open article,
    names of folded lanes."""

    viewport: tuple[int, int] | None = None
    events: tuple[int, ...] = ()
    primary: int | None = None
    article: int | None = None
    folded: tuple[str, ...] = ()


class Settings:
    """Typed access to QSettings: INI values come back as text in another process."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the INI file at `path`, by default the user's own."""
        if path is not None:
            self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        else:
            self._settings = QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION
            )

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        value = self._text("window/theme")
        return value if value in THEME_CHOICES else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.setValue("window/theme", value)

    @property
    def lanes(self) -> Lanes:
        """What the timeline's lanes stand for."""
        value = self._text("timeline/lanes")
        return Lanes(value) if value in set(Lanes) else Lanes.ARTICLE

    @lanes.setter
    def lanes(self, value: Lanes) -> None:
        self._settings.setValue("timeline/lanes", value.value)

    def first_lanes(self, library: Path, lanes: Lanes) -> tuple[str, ...]:
        """Names of the lanes of one kind that come on top in `library`, in the user's order."""
        try:
            stored = json.loads(self._text(_key("lanes", library)) or "{}")
            return tuple(str(name) for name in stored.get(lanes.value, ()))
        except (ValueError, TypeError, AttributeError):
            return ()

    def set_first_lanes(self, library: Path, lanes: Lanes, names: Sequence[str]) -> None:
        """Remember the order of the lanes of one kind."""
        orders = {kind.value: self.first_lanes(library, kind) for kind in Lanes}
        orders[lanes.value] = tuple(names)
        kept = {kind: order for kind, order in orders.items() if order}
        self._settings.setValue(_key("lanes", library), json.dumps(kept))

    @property
    def last_library(self) -> Path | None:
        """The library that was open last."""
        value = self._text("library/last")
        return Path(value) if value else None

    @last_library.setter
    def last_library(self, value: Path) -> None:
        if value != self.last_library:  # every write is followed by one to the disk
            self._settings.setValue("library/last", str(value))

    @property
    def import_folder(self) -> str:
        """The folder that files were chosen from last; empty before that."""
        return self._text("import/folder")

    @import_folder.setter
    def import_folder(self, value: str) -> None:
        self._settings.setValue("import/folder", value)

    @property
    def geometry(self) -> QByteArray:
        """QMainWindow.saveGeometry's bytes; empty at the first start."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    @property
    def window_state(self) -> QByteArray:
        """QMainWindow.saveState's bytes; empty at the first start."""
        return self._bytes("window/state")

    @window_state.setter
    def window_state(self, value: QByteArray) -> None:
        self._settings.setValue("window/state", value)

    def place(self, library: Path) -> Place:
        """Where the user was in `library`; an empty Place when it is new or unreadable."""
        try:
            stored: dict[str, Any] = json.loads(self._text(_key("place", library)) or "{}")
            viewport = stored.get("viewport")
            return Place(
                (int(viewport[0]), int(viewport[1])) if viewport else None,
                tuple(int(event) for event in stored.get("events", ())),
                stored.get("primary"),
                stored.get("article"),
                tuple(str(name) for name in stored.get("folded", ())),
            )
        except (ValueError, TypeError, AttributeError, LookupError):
            return Place()

    def set_place(self, library: Path, place: Place) -> None:
        """Remember where the user is in `library`."""
        self._settings.setValue(_key("place", library), json.dumps(asdict(place)))

    def sync(self) -> None:
        """Write everything to disk now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "", type=str)
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key, QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()


def _key(what: str, library: Path) -> str:
    path = QByteArray(str(library.resolve()).encode())
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return f"{what}/{bytes(digest.toHex().data()).decode()[:16]}"
