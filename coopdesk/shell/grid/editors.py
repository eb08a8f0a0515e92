"""The widgets in which cells are typed: a line, a taller text, or a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from coopdesk.shell.grid.kinds import ChoiceKind, Kind, ManyKind, NameKind, TextKind

Finish = Callable[[], None]
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QLineEdit):
    """One line, filling the cell. `leaving` names the step of Enter or Tab pressed while names are offered: the list
    of names takes these keys before the delegate sees them."""

    leaving = Signal(int, int)

    def __init__(self, parent: QWidget, names: Sequence[str] = ()) -> None:
        super().__init__(parent)
        if names:
            completer = QCompleter(list(names), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)

    def event(self, event: QEvent) -> bool:
        step = ending(event)
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        if step is not None and popup is not None and popup.isVisible():
            popup.hide()
            QTimer.singleShot(0, self, lambda: self.leaving.emit(*step))
            event.accept()
            return True
        return super().event(event)


class ManyEditor(QLineEdit):
    """Several names with commas between them; the completer looks at the last one only."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self._names = QStringListModel(list(names), self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._look)

    def _look(self, text: str) -> None:
        last = text.rsplit(",", 1)[-1].strip()
        self._completer.setCompletionPrefix(last)
        if last and self._completer.completionCount():
            self._completer.complete()
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def _take(self, name: str) -> None:
        before, comma, _ = self.text().rpartition(",")
        self.setText(f"{before}{comma}{' ' if comma else ''}{name}, ")


class ChoiceEditor(QComboBox):
    """One of a list; opens at once, and choosing one keeps it."""

    def __init__(self, parent: QWidget, kind: ChoiceKind, finish: Finish) -> None:
        super().__init__(parent)
        for choice in kind.choices():
            self.addItem(choice.text)
        self.activated.connect(lambda _: finish())
        # Opened at once it would close again with the key or click that asked for it.
        QTimer.singleShot(0, self, self.showPopup)


class TextEditor(QPlainTextEdit):
    """Several lines; Alt+Enter breaks a line, Enter keeps the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)

    def event(self, event: QEvent) -> bool:
        alt = isinstance(event, QKeyEvent) and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self.insertPlainText("\n")
            return True
        return super().event(event)


def _is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in ENTER


def ending(event: QEvent) -> tuple[int, int] | None:
    """Where a key that ends editing goes, as rows down and columns right; None when it edits on."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return None
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return (-1 if back else 1, 0)
    if event.key() == Qt.Key.Key_Tab:
        return (0, 1)
    return (0, -1) if event.key() == Qt.Key.Key_Backtab else None


def editor_for(kind: Kind, parent: QWidget, finish: Finish) -> QWidget:
    """The editor of a kind; `finish` keeps what it holds and closes it."""
    if isinstance(kind, ChoiceKind):
        return ChoiceEditor(parent, kind, finish)
    if isinstance(kind, ManyKind):
        return ManyEditor(parent, [choice.text for choice in kind.choices()])
    if isinstance(kind, NameKind):
        return LineEditor(parent, kind.names())
    if isinstance(kind, TextKind) and kind.lines:
        return TextEditor(parent)
    return LineEditor(parent)


def put_text(editor: QWidget, text: str) -> None:
    """Shows a text in an editor."""
    if isinstance(editor, QComboBox):
        editor.setCurrentText(text)
        editor.setCurrentIndex(editor.findText(text))
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
        editor.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(editor, QLineEdit):
        editor.setText(text)
        editor.selectAll()


def text_of(editor: QWidget) -> str:
    """What an editor holds."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
