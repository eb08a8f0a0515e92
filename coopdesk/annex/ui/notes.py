"""What to know before looking at a file: that it is read as an earlier one, or holds corrected rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.annex.ui.session import Session
from coopdesk.shell.bars import Choice
from coopdesk.shell.widgets import NoteBar
from coopdesk.words.catalogue import Words


class ReviewNotes(QWidget):
    """At most two bars; gone when there is nothing to say."""

    def __init__(self, words: Words, guess: Callable[[], object]) -> None:
        """`guess` reads the file again without the remembered mapping."""
        super().__init__()
        self._words = words
        self._recipe = NoteBar("", "info", Choice(words.say("Do not use it"), guess))
        self._returned = NoteBar("", "info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for bar in (self._recipe, self._returned):
            column.addWidget(bar)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Says what is remembered of files like this one."""
        say, recipe = self._words.say, session.recipe
        if recipe is not None:
            self._recipe.show_text(say("Read the way you did before: mapping ‘{name}’.", name=recipe.name))
        if session.returned:
            self._returned.show_text(
                say("These are rows you corrected. They are read as they were the first time, without the reasons.")
            )
        self._recipe.setVisible(recipe is not None)
        self._returned.setVisible(session.returned)
        self.setVisible(recipe is not None or session.returned)
