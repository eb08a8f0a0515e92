"""The keys of a list that are no plain movement, and what each asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key, Modifier = Qt.Key, Qt.KeyboardModifier

ASKS = {
    "Ctrl+C": "copy", "Ctrl+Shift+C": "copy with titles", "Ctrl+X": "cut", "Ctrl+V": "paste",
    "Ctrl+Shift+V": "paste special", "Ctrl+D": "fill", "Del": "clear", "Ctrl+Del": "remove", "Ctrl+F": "filter",
    "Ctrl+Shift+L": "filters", "F3": "next", "Shift+F3": "previous", "Ctrl+H": "replace", "Shift+F2": "comment",
    "Ctrl+F2": "source",
    "Alt+Shift+Up": "up", "Alt+Shift+Down": "down",
}  # fmt: skip
MOVES = ("up", "down")
_NAMES = {
    Key.Key_C: "C", Key.Key_X: "X", Key.Key_V: "V", Key.Key_D: "D", Key.Key_Delete: "Del", Key.Key_F: "F",
    Key.Key_L: "L", Key.Key_H: "H", Key.Key_F2: "F2", Key.Key_F3: "F3", Key.Key_Up: "Up", Key.Key_Down: "Down",
}  # fmt: skip


def asked_by(event: QKeyEvent, *, movable: bool) -> str:
    """What a key asks for; empty when it is none of these. Rows move only where the list has an order of its own."""
    name, modifiers = _NAMES.get(Key(event.key()), ""), event.modifiers()
    if not name or modifiers & Modifier.MetaModifier:
        return ""
    parts = [("Ctrl", Modifier.ControlModifier), ("Alt", Modifier.AltModifier), ("Shift", Modifier.ShiftModifier)]
    found = ASKS.get("+".join([*(text for text, one in parts if modifiers & one), name]), "")
    return "" if found in MOVES and not movable else found
