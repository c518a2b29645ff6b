"""The canvas's keys; each is also a menu entry of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from timeline_app.ui.timeline.canvas import TimelineCanvas

_Key = Qt.Key
_ALT: Final = Qt.KeyboardModifier.AltModifier
_NONE: Final = Qt.KeyboardModifier.NoModifier
_PAN: Final = 0.25


def plain_key(event: QKeyEvent) -> int:
    """Key and modifiers as one number; the key pad's and shift's own modifiers don't count."""
    ignored = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return QKeyCombination(event.modifiers() & ~ignored, _Key(event.key())).toCombined()


def _table() -> dict[int, Callable[[TimelineCanvas], None]]:
    plain: dict[Qt.Key, Callable[[TimelineCanvas], None]] = {
        _Key.Key_Left: lambda canvas: canvas.choose_neighbour(-1),
        _Key.Key_Right: lambda canvas: canvas.choose_neighbour(1),
        _Key.Key_Up: lambda canvas: canvas.choose_in_lane(-1),
        _Key.Key_Down: lambda canvas: canvas.choose_in_lane(1),
        _Key.Key_A: lambda canvas: canvas.pan_by(-_PAN),
        _Key.Key_D: lambda canvas: canvas.pan_by(_PAN),
        _Key.Key_PageUp: lambda canvas: canvas.scroll_page(-1),
        _Key.Key_PageDown: lambda canvas: canvas.scroll_page(1),
        _Key.Key_W: lambda canvas: canvas.zoom_in(),
        _Key.Key_S: lambda canvas: canvas.zoom_out(),
        _Key.Key_Plus: lambda canvas: canvas.zoom_in(),
        _Key.Key_Equal: lambda canvas: canvas.zoom_in(),
        _Key.Key_Minus: lambda canvas: canvas.zoom_out(),
        _Key.Key_0: lambda canvas: canvas.fit_all(),
        _Key.Key_Home: lambda canvas: canvas.fit_all(),
        _Key.Key_F: lambda canvas: canvas.fit_selection(),
        _Key.Key_C: lambda canvas: canvas.toggle_current_lane(),
        _Key.Key_Z: lambda canvas: canvas.fit_marked_range(),
        _Key.Key_Return: lambda canvas: canvas.activate(),
        _Key.Key_Enter: lambda canvas: canvas.activate(),
        _Key.Key_Space: lambda canvas: canvas.toggle_peek(),
        _Key.Key_Escape: lambda canvas: canvas.escape(),
    }
    table = {QKeyCombination(_NONE, key).toCombined(): act for key, act in plain.items()}
    table[QKeyCombination(_ALT, _Key.Key_Left).toCombined()] = lambda canvas: canvas.view_back()
    table[QKeyCombination(_ALT, _Key.Key_Right).toCombined()] = lambda canvas: canvas.view_forward()
    return table


KEYS: Final = _table()
