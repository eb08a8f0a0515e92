"""A text editor in which figures are alive: shown as prose writes them, underlined, and marked when they changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from coopdesk.analysis.model import LiveFigure
from coopdesk.analysis.rules import live
from coopdesk.shell.theme import Theme

TOKEN = int(QTextFormat.Property.UserProperty) + 1
SERIAL = TOKEN + 1
QUIET_MS = 4000  # a pause this long while typing keeps what was typed
Wording = Callable[[LiveFigure], str]


class LiveText(QTextEdit):
    """`committed` carries the stored text when the user leaves or pauses, and only when it changed."""

    committed = Signal(str)

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self._theme, self._wording = theme, wording
        self._kept, self._serial = "", 0
        self._changed: Mapping[LiveFigure, str] = {}
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._pause.start)
        theme.changed.connect(self._dress)

    @property
    def stored(self) -> str:
        """The text with its live figures, as it is kept."""
        blocks = []
        block = self.document().begin()
        while block.isValid():
            blocks.append(self._stored_block(block))
            block = block.next()
        return "\n".join(blocks)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.stored != self._kept

    def show_text(self, text: str, changed: Mapping[LiveFigure, str]) -> None:
        """Shows a kept text; `changed` says in words how figures differ now. What is being typed stays."""
        if self.hasFocus() and self.dirty:
            return
        self._changed = changed
        if text == self._kept == self.stored:
            self._dress()
            return
        self._kept = text
        place = self.textCursor().position()
        quiet = QSignalBlocker(self)
        self.setPlainText("")
        cursor = self.textCursor()
        for part in live.read(text):
            self._put(cursor, part)
        quiet.unblock()
        self.document().clearUndoRedoStacks()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._pause.stop()

    def insert_figure(self, figure: LiveFigure) -> None:
        """Puts a live figure where the cursor is."""
        cursor = self.textCursor()
        self._put(cursor, figure)
        cursor.insertText("", QTextCharFormat())
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())
        self.setFocus()

    def commit(self) -> None:
        """Hands over what was typed."""
        self._pause.stop()
        text = self.stored
        if text != self._kept:
            self._kept = text
            self.committed.emit(text)

    def count_words(self) -> int:
        """How many words the text counts now."""
        return live.words_in(self.stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed beside a figure is not part of it."""
        self._step_out_of_figure()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The same for accents and other composed characters."""
        self._step_out_of_figure()
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The same for what is pasted."""
        self._step_out_of_figure()
        super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what was typed."""
        super().focusOutEvent(event)
        self.commit()

    def event(self, event: QEvent) -> bool:
        """A figure under the mouse says whether it changed."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cursor = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            token = cursor.charFormat().property(TOKEN)
            found = live.figures(str(token)) if token else ()
            QToolTip.showText(event.globalPos(), self._changed.get(found[0], "") if found else "", self)
            return True
        return bool(super().event(event))

    def _put(self, cursor: QTextCursor, part: live.Part) -> None:
        if isinstance(part, str):
            cursor.insertText(part, QTextCharFormat())
        else:
            cursor.insertText(self._wording(part), self._look(part))

    def _look(self, figure: LiveFigure) -> QTextCharFormat:
        """Dotted underline; on a warm ground when the figure changed."""
        made = QTextCharFormat()
        self._serial += 1
        made.setProperty(TOKEN, live.token(figure))
        made.setProperty(SERIAL, self._serial)  # two figures side by side stay two
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(self._theme.token("accent"))
        if figure in self._changed:
            made.setBackground(self._theme.token("warnBg"))
            made.setForeground(QPen(self._theme.token("warnFg")).brush())
        return made

    def _dress(self) -> None:
        """The looks of all figures anew, for another theme or other figures."""
        self.setFont(self._theme.font("body"))
        cursor = QTextCursor(self.document())
        quiet = QSignalBlocker(self)
        for start, length, token in self._spans():
            for figure in live.figures(token):
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(self._look(figure))
        quiet.unblock()

    def _spans(self) -> list[tuple[int, int, str]]:
        """Where the live figures stand in the document."""
        found = []
        block = self.document().begin()
        while block.isValid():
            for fragment in _fragments(block):
                token = fragment.charFormat().property(TOKEN)
                if token:
                    found.append((fragment.position(), fragment.length(), str(token)))
            block = block.next()
        return found

    def _stored_block(self, block: QTextBlock) -> str:
        """One paragraph as stored; a figure someone typed in has become plain text."""
        pieces = []
        for fragment in _fragments(block):
            token, text = fragment.charFormat().property(TOKEN), fragment.text()
            figure = live.figures(str(token))[0] if token else None
            shown = "" if figure is None else self._wording(figure)
            if figure is not None and text.startswith(shown):
                pieces.append(live.token(figure) + text[len(shown) :])
            else:
                pieces.append(text)
        return "".join(pieces).replace("\u2028", "\n")

    def _step_out_of_figure(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection() or not self.currentCharFormat().hasProperty(TOKEN):
            return
        after = QTextCursor(cursor)
        if not after.movePosition(QTextCursor.MoveOperation.NextCharacter) or (
            after.charFormat().property(SERIAL) != self.currentCharFormat().property(SERIAL)
        ):
            self.setCurrentCharFormat(QTextCharFormat())


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The runs of one format in a paragraph."""
    found = []
    at = block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found
