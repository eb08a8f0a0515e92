"""Fields for choosing one of a list, or several as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.fields.field import Field, Typist
from coopdesk.shell.flow import FlowLayout
from coopdesk.shell.labels import NameButton
from coopdesk.shell.matching import plain
from coopdesk.shell.theme import current_theme
from coopdesk.words.marks import N_

SHORT = 10  # longer lists can be typed in
Option = tuple[Any, str] | tuple[Any, str, str]  # value, finished text, icon


class _Box(QComboBox):
    """Leaves the wheel to what scrolls: turning it over a field may not change what is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of a list of (value, finished text) or (value, text, icon). Above ten options one may type a part of it."""

    def __init__(
        self, typist: Typist, label: str, options: Sequence[Option] = (), *, required: bool = False, hint: str = ""
    ) -> None:
        super().__init__(typist, label, required=required, hint=hint)
        self.box = _Box()
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._options: list[Option] = []
        self._place(self.box)
        self.box.activated.connect(lambda _: self.commit())
        current_theme().changed.connect(self._dress)
        self.offer(options)

    def offer(self, options: Sequence[Option]) -> None:
        """Another list to choose from; the value stays."""
        self._options = list(options)
        self.box.clear()
        for option in self._options:
            self.box.addItem(option[1], option[0])
        self._dress()
        self._make_typable(on=len(self._options) > SHORT)
        self._write(self._kept)

    def _dress(self) -> None:
        """The icons in the colours of the theme."""
        for at, option in enumerate(self._options):
            if len(option) == 3 and option[2]:
                self.box.setItemIcon(at, current_theme().icon(option[2]))

    @property
    def dirty(self) -> bool:
        return self.box.isEditable() and self.box.currentText() != self._text_of(self._kept)

    def _read(self) -> Any:
        if not self.box.isEditable():
            at = self.box.currentIndex()
            return self._options[at][0] if at >= 0 else None
        typed = plain(self.box.currentText())
        if not typed:
            return None
        exact = [option for option in self._options if plain(option[1]) == typed]
        found = exact or [option for option in self._options if typed in plain(option[1])]
        if exact or len(found) == 1:
            return found[0][0]
        text = self.box.currentText().strip()
        if found:
            raise Invalid(N_("“{text}” fits several. Choose one from the list."), text=text)
        raise Invalid(N_("“{text}” is not in the list."), text=text)

    def _write(self, value: Any) -> None:
        at = next((at for at, option in enumerate(self._options) if option[0] == value), -1)
        self.box.setCurrentIndex(at)
        if self.box.isEditable():
            self.box.setEditText(self._text_of(value))

    def _text_of(self, value: Any) -> str:
        return next((option[1] for option in self._options if option[0] == value), "")

    def _make_typable(self, *, on: bool) -> None:
        if on == self.box.isEditable():
            return
        self.box.setEditable(on)
        if on:
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer, line = self.box.completer(), self.box.lineEdit()
            assert completer is not None
            assert line is not None
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setAccessibleName(self._name)
            line.installEventFilter(self)
            line.returnPressed.connect(self.commit)


class ManyField(Field):
    """Several of a list, as chips under a line to type in; the value is a tuple. With `free` any other text is taken
    as a value of its own."""

    def __init__(
        self, typist: Typist, label: str, options: Sequence[Option] = (), *, required: bool = False, hint: str = "",
        free: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(typist, label, required=required, hint=hint)
        self._free, self._options = free, list[Option]()
        self._kept = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(typist.words.say("Type to add"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take_text, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(completer)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=4)
        column.addWidget(self._chips)
        column.addWidget(self.line)
        self._place(self.line, row)
        self.line.returnPressed.connect(self.commit)
        self.offer(options)

    def offer(self, options: Sequence[Option]) -> None:
        """Another list to choose from; the values stay."""
        self._options = list(options)
        self._write(self._kept)

    @property
    def dirty(self) -> bool:
        return bool(self.line.text().strip())

    def _read(self) -> tuple[Any, ...]:
        typed = self.line.text().strip()
        if not typed:
            return tuple(self._kept)
        return tuple(dict.fromkeys((*self._kept, self._one(typed))))

    def _one(self, typed: str) -> Any:
        known = {plain(option[1]): option[0] for option in self._options}
        if plain(typed) in known:
            return known[plain(typed)]
        found = [value for text, value in known.items() if plain(typed) in text]
        if len(found) == 1 and not self._free:
            return found[0]
        if self._free:
            return typed
        raise Invalid(N_("“{text}” is not in the list."), text=typed)

    def _write(self, value: Any) -> None:
        self.line.clear()
        self._flow.clear()
        names = {option[0]: option[1] for option in self._options}
        for one in value or ():
            self._flow.addWidget(self._chip(one, names.get(one, str(one))))
        self._chips.setVisible(bool(value))
        self._names.setStringList([text for key, text in names.items() if key not in (value or ())])

    def _chip(self, value: Any, text: str) -> NameButton:
        chip = NameButton(text, "dismiss", self._remover(value), "chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        tip = self._typist.words.say("Take “{name}” away", name=text)
        chip.setToolTip(tip)
        chip.setAccessibleName(tip)
        return chip

    def _remover(self, value: Any) -> Callable[[], object]:
        return lambda: self._replace(tuple(one for one in self._kept if one != value))

    def _replace(self, value: tuple[Any, ...]) -> None:
        if self._required and not value:
            self.show_problem(self._typist.words.say("Fill this in."))
            return
        self._kept = value
        self._write(value)
        self.clear_problem()
        self.line.setFocus()
        self.committed.emit(value)

    def _take_text(self, text: str) -> None:
        self.line.setText(text)
        self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self.line.text()
            and self._kept
        ):
            self._replace(tuple(self._kept[:-1]))
            return True
        return super().eventFilter(watched, event)
