"""The frame of every field: label above, input, and under it what is wrong, with the typed text kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Invalid
from coopdesk.shell.labels import Label, Picture
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_


class Typist(Protocol):
    """What a field needs of its surroundings; a Context has it."""

    @property
    def words(self) -> Words: ...
    @property
    def clock(self) -> Clock: ...


class _Column(QVBoxLayout):
    """Keeps label and input together at the top when a field beside it is higher, without asking for that height."""

    def expandingDirections(self) -> Qt.Orientation:
        return super().expandingDirections() & Qt.Orientation.Horizontal


class Field(QWidget):
    """A label above an input. `committed` carries the new value when the user leaves the field or presses Enter, and
    only when it changed; `show_value` never emits. The label is finished text and may hold "&"."""

    committed = Signal(object)

    def __init__(self, typist: Typist, label: str, *, required: bool = False, hint: str = "") -> None:
        super().__init__()
        self._typist, self._required = typist, required
        self._kept: Any = None
        self._meanwhile: tuple[Any, ...] = ()  # the value something else gave it while one types, if any
        self._column = _Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._label = Label(f"{label} *" if required else label, "small", "text2")
        self._column.addWidget(self._label)
        self._label.setVisible(bool(label))
        self._name, self._hint = label.replace("&", ""), hint
        self._problem = QWidget()
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Picture("error_circle_16_filled", "errFg"), 0, Qt.AlignmentFlag.AlignTop)
        self._problem_text = Label("", "small", "errFg", wrap=True)
        row.addWidget(self._problem_text, 1)
        self._problem.hide()

    def _place(self, editor: QWidget, row: QWidget | None = None) -> None:
        """Puts the input under its label."""
        self._editor = editor
        self._column.addWidget(row or editor)
        if self._hint:
            self._column.addWidget(Label(self._hint, "caption", "text2", wrap=True))
        self._column.addWidget(self._problem)
        self._column.addStretch(1)
        self._label.setBuddy(editor)
        self.setFocusProxy(editor)
        editor.setAccessibleName(self._name)
        editor.installEventFilter(self)

    @property
    def problem(self) -> str:
        """What is shown under the field as wrong; empty when nothing is."""
        return "" if self._problem.isHidden() else self._problem_text.text()

    def value(self) -> Any:
        """The last value that made sense."""
        return self._kept

    def show_value(self, value: Any) -> None:
        """Shows a value that comes from the workspace; a problem goes, nothing is emitted. A field the user is typing
        in keeps what is typed."""
        if self.dirty and self._editor.hasFocus():
            self._meanwhile = () if value == self._kept else (value,)
            return
        self._meanwhile = ()
        self._kept = value
        self._write(value)
        self.clear_problem()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not committed."""
        return False

    def show_problem(self, text: str) -> None:
        """Says under the field what is wrong; what was typed stays."""
        self._problem_text.setText(text)
        self._problem.show()
        self._mark(wrong=True)

    def clear_problem(self) -> None:
        if not self._problem.isHidden():
            self._problem.hide()
            self._mark(wrong=False)

    def commit(self) -> bool:
        """Takes what is typed as the value; False, with the reason shown, when it makes no sense."""
        try:
            value = self._filled(self._read())
        except Invalid as error:
            self.show_problem(self._typist.words.tell(error))
            return False
        if self._meanwhile and value != self._meanwhile[0]:
            self._warn(self._meanwhile[0])
            return False
        self._meanwhile = ()
        self.clear_problem()
        if value != self._kept:
            self._kept = value
            self.committed.emit(value)
        if not self.problem:
            self._write(self._kept)
        return True

    def _warn(self, theirs: Any) -> None:
        """The value was changed by something else while one typed: both are told, and once more Enter keeps what is
        typed, Esc the other."""
        self._kept, self._meanwhile = theirs, ()
        told = self._typist.words.say("Meanwhile this became “{theirs}”. Enter keeps your text, Esc takes that one.",
                                      theirs=self._told(theirs))  # fmt: skip
        self.show_problem(told)

    def _told(self, value: Any) -> str:
        """A value in words."""
        return str(value or "–")

    def _filled(self, value: Any) -> Any:
        if self._required and value in (None, "", ()):
            raise Invalid(N_("Fill this in."))
        return value

    def _read(self) -> Any:
        raise NotImplementedError

    def _write(self, value: Any) -> None:
        raise NotImplementedError

    def _mark(self, *, wrong: bool) -> None:
        self._editor.setProperty("wrong", wrong)
        self._editor.setAccessibleDescription(self._problem_text.text() if wrong else self._hint)
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and _really_left(event):
            self._left()
        if isinstance(event, QWheelEvent) and watched is self._editor and not self._editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        """The focus went elsewhere."""
        if self.dirty:
            self.commit()


def _really_left(event: QFocusEvent) -> bool:
    """A menu, a popup list or another window is not leaving the field."""
    return event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


Reader = Callable[[str], Any]
