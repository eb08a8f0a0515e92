"""The bar above every page: undo and redo, the command field, the dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from coopdesk.shell.labels import Button, IconButton
from coopdesk.shell.palette import CommandField
from coopdesk.words.catalogue import Words


class TopBar(QFrame):
    """Shows what undo and redo would do in their tooltips."""

    def __init__(
        self, words: Words, field: CommandField, undo: Callable[[], object], redo: Callable[[], object],
        dossier: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("topbar")
        self.undo = IconButton("arrow_undo", words.say("Undo (Ctrl+Z)"), undo)
        self.redo = IconButton("arrow_redo", words.say("Redo (Ctrl+Y)"), redo)
        self.field = field
        self.dossier = Button(words.say("Dossier"), "document_pdf", run=dossier, tip=words.say("To the dossier"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        row.addWidget(field, 8)
        row.addStretch(1)
        row.addWidget(self.dossier)

    def show_history(self, undo: str, redo: str) -> None:
        """What undo and redo would do, in finished words; empty where there is nothing."""
        for button, text, key in ((self.undo, undo, "Ctrl+Z"), (self.redo, redo, "Ctrl+Y")):
            button.setEnabled(bool(text))
            if text:
                button.speak(f"{text} ({key})")
