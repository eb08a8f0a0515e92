"""Keys as people read them: Qt's portable writing in the words of the user's language and computer."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def spelled(keys: str) -> str:
    """The keys of a shortcut (`F12; Ctrl+Shift+S`) for a menu or a list; empty for none."""
    known = QKeySequence.listFromString(keys, QKeySequence.SequenceFormat.PortableText)
    return "   ".join(one.toString(QKeySequence.SequenceFormat.NativeText) for one in known)
