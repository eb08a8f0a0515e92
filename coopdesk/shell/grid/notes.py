"""The panel in which comments on a cell or row are read and written, and the list of all comments of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from coopdesk.shell.grid.editors import ENTER
from coopdesk.shell.grid.near import NearCell, Place
from coopdesk.shell.labels import Button, IconButton, Label
from coopdesk.shell.remarks import Remark
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

WIDE = 340


class NotePanel(NearCell):
    """Under a cell: what was noted, each to change or remove, and a text to add one. Enter keeps it, Alt+Enter breaks
    the line, Esc closes; a text not kept is handed to `later`, to be there again at the next opening."""

    def __init__(
        self, parent: QWidget, title: str, remarks: Sequence[Remark], draft: str, words: Words, *,
        keep: Callable[[Remark | None, str], bool], remove: Callable[[Remark], object],
        later: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(parent, "popup", WIDE)
        self.setAccessibleName(title)
        self._words, self._keep, self._later = words, keep, later
        self._changing: Remark | None = None
        self.column.addWidget(Label(title, "strong", wrap=True))
        for remark in remarks:
            self.column.addWidget(self._row(remark, remove))
        self.text = QPlainTextEdit(draft)
        self.text.setAccessibleName(words.say("New comment"))
        self.text.setPlaceholderText(words.say("New comment"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 3 + 14)
        self.text.installEventFilter(self)
        self.column.addWidget(self.text)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button(words.say("Close"), "", "flat", self.put_off))
        self.save = Button(words.say("Keep comment"), "", "", self._save)
        buttons.addWidget(self.save)
        self.column.addLayout(buttons)

    def write_by(self, cell: Place) -> None:
        """By a cell, ready to type."""
        self.open_by(cell)
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_off(self) -> None:
        """Closes, keeping what was typed for the next time."""
        self._later("" if self._changing is not None else self.text.toPlainText())
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.text and typed and event.key() in ENTER:  # type: ignore[attr-defined]
            if event.modifiers() & (  # type: ignore[attr-defined]
                Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
            ):
                self.text.insertPlainText("\n")
            else:
                self._save()
            return True
        return super().eventFilter(watched, event)

    def _row(self, remark: Remark, remove: Callable[[Remark], object]) -> QWidget:
        say, row = self._words.say, QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        text = Label(remark.text, "body", wrap=True)
        text.setToolTip(self._words.formats.day(remark.day))
        line.addWidget(text, 1)
        line.addWidget(Label(self._words.formats.day(remark.day), "small", "text2"))
        line.addWidget(IconButton("edit", say("Change comment"), partial(self._change, remark)))
        line.addWidget(IconButton("delete", say("Remove comment"), partial(self._remove, remark, remove)))
        return row

    def _change(self, remark: Remark) -> None:
        self._changing = remark
        self.text.setPlainText(remark.text)
        self.text.selectAll()
        self.text.setFocus()

    def _remove(self, remark: Remark, remove: Callable[[Remark], object]) -> None:
        self.close()
        remove(remark)

    def _save(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.put_off()
        elif self._keep(self._changing, text):
            self._later("")
            self.close()


class NoteList(QFrame):
    """All comments of a list with the row each is on; choosing one goes there."""

    def __init__(
        self, near: QWidget, title: str, entries: Sequence[tuple[str, Remark]], go: Callable[[Remark], object],
        words: Words,
    ) -> None:  # fmt: skip
        super().__init__(near, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._near, self._go = near, go
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(Label(title, "strong"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        for where, remark in entries:
            item = QListWidgetItem(f"{where} · {words.formats.day(remark.day)}\n{remark.text}")
            item.setData(Qt.ItemDataRole.UserRole, remark)
            self.list.addItem(item)
        self.list.itemActivated.connect(self._chosen)
        self.list.itemClicked.connect(self._chosen)
        theme = current_theme()
        self.list.setMinimumSize(theme.px(380), theme.px(60) * min(max(len(entries), 1), 6))
        column.addWidget(self.list)

    def open(self) -> None:
        """At the foot of what it opens from."""
        self.adjustSize()
        corner = self._near.mapToGlobal(self._near.rect().topRight())
        self.move(corner.x() - self.width(), corner.y() + 8)
        self.show()
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def _chosen(self, item: QListWidgetItem) -> None:
        self.close()
        self._go(item.data(Qt.ItemDataRole.UserRole))
