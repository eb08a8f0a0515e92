"""The keys of a list: those of a spreadsheet, those of its headings, and the way out of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from coopdesk.shell.grid.cells import CellsView
from coopdesk.shell.grid.chords import Key, Modifier, asked_by
from coopdesk.shell.grid.editors import ENTER

_STEPS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
Action = QAbstractItemView.CursorAction
_MOVES = {
    Key.Key_Up: Action.MoveUp, Key.Key_Down: Action.MoveDown, Key.Key_Left: Action.MoveLeft,
    Key.Key_Right: Action.MoveRight, Key.Key_Home: Action.MoveHome, Key.Key_End: Action.MoveEnd,
    Key.Key_PageUp: Action.MovePageUp, Key.Key_PageDown: Action.MovePageDown,
}  # fmt: skip
_SHIFTED = Modifier.ShiftModifier | Modifier.KeypadModifier


class KeyedView(CellsView):
    """`asked` names what a key or menu wants done with the selection (copy, paste, ...); `activated_row` carries a row
    on Enter or double click where nothing can be typed, `heading_asked` a heading on F2, `heading_unwanted` one
    on Ctrl+Delete."""

    asked = Signal(str)
    activated_row = Signal(object)
    heading_asked = Signal(str)
    heading_unwanted = Signal(str)
    fold_asked = Signal(str, bool)
    leave_asked = Signal(bool)
    movable: Callable[[], bool] = staticmethod(lambda: False)

    def event(self, event: QEvent) -> bool:
        """A key this list handles itself is not a shortcut of the window while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._asked_by(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asked := self._asked_by(event):
            self.asked.emit(asked)
        elif not any(does(event) for does in (self._enter, self._extend, self._arrow, self._ends, self._heading,
                                              self._space, self._leave)):  # fmt: skip
            super().keyPressEvent(event)

    def _asked_by(self, event: QKeyEvent) -> str:
        return asked_by(event, movable=self.movable())

    def _enter(self, event: QKeyEvent) -> bool:
        """Enter types in the cell or folds a heading; Ctrl+Enter goes to the details of the row."""
        line = self._model.line(self.currentIndex())
        if event.key() in ENTER and event.modifiers() & ~_SHIFTED == Modifier.ControlModifier:
            if line is not None and line.row is not None:
                self.activated_row.emit(line.row)
            return True
        if event.key() not in ENTER or event.modifiers() & ~_SHIFTED:
            return False
        self._open(self.currentIndex())
        return True

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is None:
            return
        if line.group is not None:
            self.fold_asked.emit(line.group.id, line.group.id not in self.folded)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.activated_row.emit(line.row)

    def _extend(self, event: QKeyEvent) -> bool:
        """Shift and a key that moves: Qt would grow the selection from the cell it was last clicked in, wherever one
        went since."""
        action = _MOVES.get(Key(event.key()))
        if action is None or event.modifiers() & ~Modifier.KeypadModifier != Modifier.ShiftModifier:
            return False
        to = self.moveCursor(action, Modifier.NoModifier)
        self.go(to.row(), to.column(), extend=True)
        return True

    def _arrow(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Key(event.key()))
        if step is None:
            return False
        if event.modifiers() & Modifier.AltModifier:
            return self._open_list(event, step)
        if event.modifiers() & Modifier.ControlModifier:
            self.jump(*step, extend=bool(event.modifiers() & Modifier.ShiftModifier))
            return True
        line = self._model.line(self.currentIndex())
        if line is None or line.group is None or not step[1] or event.modifiers() & ~_SHIFTED:
            return False
        self.fold_asked.emit(line.group.id, step[1] < 0)
        return True

    def _open_list(self, event: QKeyEvent, step: tuple[int, int]) -> bool:
        """Alt+Down: the editor with its list or calendar open."""
        index = self.currentIndex()
        if step != (1, 0) or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        editor = self.focusWidget()
        if editor is not None and editor is not self:
            again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Down, Modifier.AltModifier)
            QApplication.sendEvent(editor, again)
        return True

    def _ends(self, event: QKeyEvent) -> bool:
        """Ctrl+Home and Ctrl+End take the selection along, as in a spreadsheet."""
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        if event.key() not in (Key.Key_Home, Key.Key_End) or not modifiers & Modifier.ControlModifier:
            return False
        self.corner(last=event.key() == Key.Key_End, extend=bool(modifiers & Modifier.ShiftModifier))
        return True

    def _heading(self, event: QKeyEvent) -> bool:
        """F2 on a heading changes what stands there, where the page knows how."""
        line = self._model.line(self.currentIndex())
        if event.key() != Key.Key_F2 or event.modifiers() or line is None or line.group is None:
            return False
        self.heading_asked.emit(line.group.id)
        return True

    def _space(self, event: QKeyEvent) -> bool:
        line = self._model.line(self.currentIndex())
        if event.key() != Key.Key_Space or line is None:
            return False
        if event.modifiers() & (Modifier.ControlModifier | Modifier.ShiftModifier):
            column = bool(event.modifiers() & Modifier.ControlModifier)
            self.select_all(column=column, row=not column)
            return True
        if line.group is not None:
            self.fold_asked.emit(line.group.id, line.group.id not in self.folded)
        return line.group is not None

    def _leave(self, event: QKeyEvent) -> bool:
        if event.key() == Key.Key_Escape and self._model.problem(self.currentIndex()) is not None:
            self.asked.emit("restore")
            return True
        if event.key() == Key.Key_F6:
            self.leave_asked.emit(bool(event.modifiers() & Modifier.ShiftModifier))
            return True
        return False
