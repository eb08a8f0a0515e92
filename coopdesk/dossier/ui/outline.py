"""The parts of the dossier as a list with ticks, in an order one can change by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from coopdesk.dossier import rules
from coopdesk.dossier.setup import DossierSetup, Part
from coopdesk.dossier.ui.ticks import TickDelegate
from coopdesk.words.catalogue import Words

_PART = Qt.ItemDataRole.UserRole


class Outline(QListWidget):
    """`ticked` carries a part and whether it is printed; `moved` a part and how many places it goes down."""

    ticked = Signal(object, bool)
    moved = Signal(object, int)

    def __init__(self, words: Words, titles: Mapping[Part, str]) -> None:
        super().__init__()
        self._words, self._titles = words, titles
        self.setAccessibleName(words.say("Parts of the dossier"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(words.say("Space prints or leaves out a part; Alt+Shift+↑ and ↓ move it"))
        self.setItemDelegate(TickDelegate(self))
        self.itemChanged.connect(self._changed)

    def show_setup(self, setup: DossierSetup) -> None:
        """Shows the parts in their order; the chosen row stays chosen."""
        kept = self.current_part
        quiet = QSignalBlocker(self)
        self.clear()
        for part in rules.ordered(setup):
            item = QListWidgetItem(self._words.say(self._titles[part]), self)
            item.setData(_PART, part.value)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            fixed = part in rules.FIRST
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDragEnabled if fixed else flags)
            item.setSizeHint(QSize(0, max(28, self.fontMetrics().height() + 10)))
            shown = part.value in setup.chosen
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            if part is kept:
                self.setCurrentItem(item)
        quiet.unblock()
        row = self.sizeHintForRow(0)
        self.setFixedHeight(row * self.count() + 2 * self.frameWidth() + 4)

    @property
    def current_part(self) -> Part | None:
        """The part of the chosen row."""
        item = self.currentItem()
        return Part(item.data(_PART)) if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Shift and an arrow move the part."""
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        part, step = self.current_part, steps.get(Qt.Key(event.key()))
        if part is not None and step is not None and event.modifiers() & both == both:
            self.moved.emit(part, step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dragged part goes where it was dropped; the order itself comes back from the workspace."""
        part = self.current_part
        target = self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if part is not None and target is not None:
            self.moved.emit(part, self.row(target) - self.currentRow())

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(Part(item.data(_PART)), item.checkState() is Qt.CheckState.Checked)
