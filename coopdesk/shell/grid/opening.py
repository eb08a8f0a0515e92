"""Which editor a cell opens, and what goes into and comes out of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from coopdesk.shell.grid.chips import ChipsEditor
from coopdesk.shell.grid.editors import ChoiceEditor, DateEditor, LineEditor, TextEditor
from coopdesk.shell.grid.kinds import ChoiceKind, DateKind, Kind, ManyKind, NameKind, TextKind, Typing


def editor_for(kind: Kind, parent: QWidget, typing: Typing) -> QWidget:
    """The editor of a kind."""
    if isinstance(kind, ChoiceKind):
        return ChoiceEditor(parent, kind)
    if isinstance(kind, ManyKind):
        return ChipsEditor(parent, [choice.text for choice in kind.choices()], typing.words)
    if isinstance(kind, NameKind):
        return LineEditor(parent, kind.names())
    if isinstance(kind, DateKind):
        return DateEditor(parent, typing)
    if isinstance(kind, TextKind) and kind.lines:
        return TextEditor(parent)
    return LineEditor(parent)


def put_text(editor: QWidget, text: str, *, over: bool) -> None:
    """Shows a text in an editor; with `over` the first key typed replaces it."""
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findText(text))
    elif isinstance(editor, TextEditor):
        editor.put(text, over=over)
    elif isinstance(editor, ChipsEditor):
        editor.show_text("" if over else text)
    elif isinstance(editor, QLineEdit):
        editor.setText(text)
        editor.selectAll()


def text_of(editor: QWidget) -> str:
    """What an editor holds."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, ChipsEditor):
        return editor.text()
    return editor.text() if isinstance(editor, QLineEdit) else ""
