"""The dialog of marks: which cells stand out, and in which colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coopdesk.shell.dialog import Dialog
from coopdesk.shell.grid.arrange import Shape
from coopdesk.shell.grid.kinds import Typing
from coopdesk.shell.grid.looks import Tone
from coopdesk.shell.grid.marking import ASKS, NEEDS_NOTHING, TONES, Ask, Mark, wording
from coopdesk.shell.labels import Button, IconButton, Label, Picture


class MarksDialog(Dialog):
    """Every change shows at once in the list behind it."""

    def __init__(
        self, parent: QWidget, shape: Shape, marks: Sequence[Mark], typing: Typing,
        changed: Callable[[Sequence[Mark]], object],
    ) -> None:  # fmt: skip
        say = typing.words.say
        text = say("Cells that meet a condition stand out, in this list and on this computer.")
        super().__init__(parent, say("Marks"), text)
        self._shape, self._typing, self._changed = shape, typing, changed
        self._marks = list(marks)
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self.column = self._box(say("Column"), [(one.key, say(one.title)) for one in shape.columns])
        self.test = self._box(say("Condition"), [(test.value, say(text)) for test, text in ASKS.items()])
        self.text = QLineEdit()
        self.text.setAccessibleName(say("Compared with"))
        self.text.setPlaceholderText(say("for example today or 50"))
        hint = self.text.fontMetrics().horizontalAdvance(self.text.placeholderText())
        self.text.setMinimumWidth(hint + 24)
        self.tone = self._box(say("Colour"), [(tone.value, say(text)) for tone, text in TONES.items()])
        form = QHBoxLayout()
        for widget in (self.column, self.test, self.text, self.tone):
            form.addWidget(widget)
        form.addWidget(Button(say("Add mark"), "add", "", self.add))
        self.body.addLayout(form)
        self.body.addStretch(1)
        self.test.currentIndexChanged.connect(lambda _: self._fit())
        self.add_button(say("Close"), self.close, primary=True)
        self._show()

    def add(self) -> None:
        """One more mark, as chosen."""
        test = Ask(self.test.currentData())
        if test not in NEEDS_NOTHING and not self.text.text().strip():
            self.text.setFocus()
            return
        text = "" if test in NEEDS_NOTHING else self.text.text().strip()
        self._marks.append(Mark(self.column.currentData(), test, text, Tone(self.tone.currentData())))
        self.text.clear()
        self._tell()

    def _box(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for value, text in choices:
            box.addItem(text, value)
        return box

    def _fit(self) -> None:
        self.text.setEnabled(Ask(self.test.currentData()) not in NEEDS_NOTHING)

    def _remove(self, mark: Mark) -> None:
        self._marks.remove(mark)
        self._tell()

    def _tell(self) -> None:
        self._changed(tuple(self._marks))
        self._show()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        say = self._typing.words.say
        if not self._marks:
            self._rows.addWidget(Label(say("No marks yet."), "body", "text2"))
        for mark in self._marks:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(Picture("flag_16_regular", f"{mark.tone}Fg", 16, say(TONES[mark.tone])))
            line.addWidget(Label(wording(mark, say(self._shape.column(mark.key).title), self._typing), wrap=True), 1)
            line.addWidget(IconButton("delete", say("Remove mark"), partial(self._remove, mark)))
            self._rows.addWidget(row)
