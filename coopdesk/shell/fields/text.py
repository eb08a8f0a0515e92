"""Fields for words: one line, or several."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.fields.field import Field, Typist
from coopdesk.shell.theme import current_theme


class LineField(Field):
    """A field of one line; subclasses read and write its text."""

    def __init__(
        self, typist: Typist, label: str, *, required: bool = False, hint: str = "", example: str = ""
    ) -> None:
        super().__init__(typist, label, required=required, hint=hint)
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        self._shown = ""
        self._place(self.line)
        self.line.returnPressed.connect(self.commit)
        self.line.textEdited.connect(self._recheck)

    @property
    def text(self) -> str:
        """What stands in the field, right or wrong."""
        return self.line.text()

    @property
    def dirty(self) -> bool:
        return self.line.text() != self._shown

    def _read(self) -> Any:
        return self._meaning(self.line.text().strip())

    def _write(self, value: Any) -> None:
        self._shown = self._wording(value)
        if self.line.text() != self._shown:  # a page that reads again leaves the cursor and what is selected alone
            self.line.setText(self._shown)
            self.line.setCursorPosition(0)

    def _meaning(self, text: str) -> Any:
        """The value of a text; Invalid when it has none."""
        return text

    def _wording(self, value: Any) -> str:
        """A value as text for typing."""
        return "" if value is None else str(value)

    def _told(self, value: Any) -> str:
        return self._wording(value) or "–"

    def _recheck(self) -> None:
        """While an error shows, each key may put it right."""
        if self.problem:
            try:
                self._read()
            except Invalid:
                return
            self.clear_problem()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and _takes_from_actions(event):
            return True
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and (self.dirty or self.problem)
        ):
            self._write(self._kept)
            self.clear_problem()
            return True
        return super().eventFilter(watched, event)


class TextField(LineField):
    """Words on one line, completed from `names` when given; the value is a str."""

    def __init__(
        self, typist: Typist, label: str, *, required: bool = False, hint: str = "", example: str = "",
        names: tuple[str, ...] | list[str] = (), limit: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(typist, label, required=required, hint=hint, example=example)
        self._kept = ""
        if limit:
            self.line.setMaxLength(limit)
        self._names = QStringListModel(list(names), self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def offer(self, names: tuple[str, ...] | list[str]) -> None:
        """Other names to complete from."""
        self._names.setStringList(list(names))

    def _meaning(self, text: str) -> str:
        return " ".join(text.split())


class NoteField(Field):
    """Words on several lines; the value is a str. Ctrl+Enter or leaving commits, Tab leaves."""

    def __init__(self, typist: Typist, label: str, *, lines: int = 4, required: bool = False, hint: str = "") -> None:
        super().__init__(typist, label, required=required, hint=hint)
        self._kept, self._shown = "", ""
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self._lines = lines
        self._place(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.edit.textChanged.connect(self._recheck)
        self._size()

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    @property
    def dirty(self) -> bool:
        return self.edit.toPlainText() != self._shown

    def _read(self) -> str:
        return "\n".join(line.rstrip() for line in self.edit.toPlainText().strip().splitlines())

    def _write(self, value: Any) -> None:
        self._shown = str(value or "")
        if self.edit.toPlainText() != self._shown:
            self.edit.setPlainText(self._shown)

    def _recheck(self) -> None:
        if self.problem and self.edit.toPlainText().strip():
            self.clear_problem()

    def _size(self) -> None:
        # Asked of the theme: at a change of zoom the edit itself still has its old font.
        self.edit.setFixedHeight(QFontMetrics(current_theme().font("body")).lineSpacing() * self._lines + 18)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "edit"):
            self._size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and _takes_from_actions(event):
            return True
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and _is_keep(event):
            self.commit()
            return True
        return super().eventFilter(watched, event)


def _is_keep(event: QEvent) -> bool:
    """Ctrl+Enter."""
    held = isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(held) and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _takes_from_actions(event: QEvent) -> bool:
    """Whether it asks if Ctrl+Enter is for the field: it is, also where a page does something else with it."""
    if event.type() != QEvent.Type.ShortcutOverride or not _is_keep(event):
        return False
    event.accept()
    return True
