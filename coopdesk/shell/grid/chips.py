"""The editor of a cell with several values: each a chip to take away, and a line to add one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from coopdesk.shell.flow import FlowLayout
from coopdesk.shell.grid.editors import ending, opens_list
from coopdesk.shell.grid.offers import Offers
from coopdesk.shell.labels import Button
from coopdesk.shell.matching import plain
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words


class ChipsEditor(QFrame):
    """Comma, semicolon or choosing a name makes a chip of what is typed; Backspace in the empty line takes the last
    one away; Enter and Tab keep it all. A name that is not offered stays as typed and is judged when the cell is."""

    leaving = Signal(int, int)

    def __init__(self, parent: QWidget, names: Sequence[str], words: Words) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._known, self._words = {plain(name): name for name in names}, words
        self._chips: list[str] = []
        self.setAutoFillBackground(True)
        self._flow = FlowLayout(None, current_theme().px(4))
        self.line = QLineEdit()
        self.line.setFrame(False)
        self.line.setPlaceholderText(words.say("Add…"))
        self.offers = Offers(self.line, names)
        self.offers.activated.connect(self.add)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(current_theme().px(4))
        column.addLayout(self._flow)
        column.addWidget(self.line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_text(self, text: str) -> None:
        """The values there are, as chips."""
        self._chips = [part.strip() for part in text.split(",") if part.strip()]
        self._lay_out()

    def text(self) -> str:
        """The chips and what is still in the line."""
        return ", ".join((*self._chips, *([self.line.text().strip()] if self.line.text().strip() else [])))

    def clear_chips(self) -> None:
        """Typing over a cell begins anew."""
        self._chips = []
        self._lay_out()

    def add(self, name: str) -> None:
        """One more value."""
        name = self._known.get(plain(name), name.strip())
        if name and name not in self._chips:
            self._chips.append(name)
        self._lay_out()
        # The completer writes the chosen name in the line after telling of it.
        self.line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if opens_list(event):
            self.offers.offer_all()
            return True
        step = ending(event)
        if step is not None:
            self._end(step)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self._take_away(self._chips[-1])
            return True
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The chips in as many rows as they need, and the line under them."""
        chips = self._flow.heightForWidth(width - 12) if self._chips else 0
        return chips + self.line.sizeHint().height() + current_theme().px(14)

    def sizeHint(self) -> QSize:
        wide = current_theme().px(280)
        return QSize(wide, self.heightForWidth(wide))

    def _typed(self, text: str) -> None:
        if text.endswith((",", ";")):
            self.add(text[:-1])
            self.offers.close_list()
        else:
            self.offers.look(text)

    def _end(self, step: tuple[int, int]) -> None:
        if self.offers.is_open and self.offers.chosen:
            self.add(self.offers.chosen)
        self.offers.close_list()
        self.leaving.emit(*step)

    def _take_away(self, name: str) -> None:
        self._chips.remove(name)
        self._lay_out()
        self.line.setFocus()

    def _lay_out(self) -> None:
        self._flow.clear()
        self.offers.without = self._chips
        for name in self._chips:
            tip = self._words.say("Take {name} away", name=name)
            chip = Button(f"{name}  ✕", "", "chip", partial(self._take_away, name), tip)
            chip.setAccessibleName(tip)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._flow.addWidget(chip)
        # The list gave it the size of the cell before it had anything in it.
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
        self.updateGeometry()
