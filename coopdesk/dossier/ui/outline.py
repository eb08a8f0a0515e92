"""The parts of the dossier as a tree with ticks, in an order one can change by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from coopdesk.dossier import rules
from coopdesk.dossier.setup import SUBPARTS, DossierSetup, Part
from coopdesk.dossier.titles import PARTS
from coopdesk.dossier.titles import SUBPARTS as SUBTITLES
from coopdesk.dossier.ui.ticks import TickDelegate
from coopdesk.words.catalogue import Words

_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Moved:
    """A part that goes so many places down, and all that lies beside it within its parent (nothing at the top)."""

    name: str
    places: int
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticked:
    """A part that is printed or not, and all that lies beside it within its parent (nothing at the top)."""

    name: str
    on: bool
    siblings: tuple[str, ...] = ()


class Outline(QTreeWidget):
    """`ticked` carries a Ticked, `moved` a Moved; the tree itself changes only by `show_setup`."""

    ticked = Signal(object)
    moved = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._open: set[str] = set()
        self._waiting: list[Ticked | Moved] = []
        # What was done is told after Qt is through with it: the answer makes every row anew.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self.setAccessibleName(words.say("Parts of the dossier"))
        self.setHeaderHidden(True)
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keys = words.say("Space prints or leaves out a part; Alt+Shift+↑ and ↓ move it; → shows what lies within")
        self.setToolTip(keys)
        self.setItemDelegate(TickDelegate(self))
        self.itemChanged.connect(self._changed)
        self.itemExpanded.connect(lambda item: self._open.add(item.data(0, _NAME)))
        self.itemCollapsed.connect(lambda item: self._open.discard(item.data(0, _NAME)))

    def show_setup(self, setup: DossierSetup, chapters: Sequence[tuple[str, str]] = ()) -> None:
        """Shows the parts in their order, with the chapters (key, name) there are; the chosen row stays chosen."""
        kept, place = self.current_name, self.verticalScrollBar().value()
        within = {Part.ANALYSIS: dict(chapters)}
        within |= {part: {n: self._words.say(SUBTITLES[n]) for n in names} for part, names in SUBPARTS.items()}
        quiet = QSignalBlocker(self)
        self.clear()
        chosen = rules.printed(setup)
        for part in rules.ordered(setup):
            item = self._item(self, part.value, self._words.say(PARTS[part]), on=part in chosen)
            if part in rules.FIRST:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            self._fill(item, setup, within.get(part, {}), on=part in chosen)
            item.setExpanded(part.value in self._open)
        quiet.unblock()
        self._choose(kept)
        self.verticalScrollBar().setValue(place)

    @property
    def current_name(self) -> str:
        """The name of the chosen row; empty when none is."""
        item = self.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Shift and an arrow move the part; a tick just before it is told first."""
        self._tell()
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        item = self.currentItem()
        if item is not None and step is not None and event.modifiers() & both == both:
            self.moved.emit(Moved(item.data(0, _NAME), step, self._siblings(item)))
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dragged part goes where it was dropped; the order itself comes back from the workspace."""
        item, target = self.currentItem(), self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is None or target is None:
            return
        above = target.parent()
        if above is not None and above is not item.parent():
            target = above  # dropped on what lies within another part: beside that part
        if target.parent() is item.parent():
            self._later(Moved(item.data(0, _NAME), self._row(target) - self._row(item), self._siblings(item)))

    def _later(self, done: Ticked | Moved) -> None:
        self._waiting.append(done)
        self._soon.start()

    def _tell(self) -> None:
        self._soon.stop()
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            (self.ticked if isinstance(done, Ticked) else self.moved).emit(done)

    def _fill(self, item: QTreeWidgetItem, setup: DossierSetup, titles: dict[str, str], *, on: bool) -> None:
        """What lies within a part, and how much of it is printed beside the name of the part."""
        if not titles:
            return
        printed = rules.printed_within(setup, tuple(titles)) if on else ()
        for name in rules.ordered_within(setup, tuple(titles)):
            self._item(item, name, titles[name], on=name in printed)
        if on:
            some = self._words.say("{part} ({n} of {total})", part=item.text(0), n=len(printed), total=len(titles))
            item.setText(0, some if len(printed) < len(titles) else item.text(0))

    def _item(self, parent: QTreeWidget | QTreeWidgetItem, name: str, text: str, *, on: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text])
        item.setData(0, _NAME, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setSizeHint(0, QSize(0, max(28, self.fontMetrics().height() + 10)))
        item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def _choose(self, name: str) -> None:
        found = [i for i in self._items() if i.data(0, _NAME) == name]
        if found:
            self.setCurrentItem(found[0])

    def _items(self) -> list[QTreeWidgetItem]:
        top = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        found = [item for item in top if item is not None]
        return [*found, *(one for item in found for one in _children(item))]

    def _row(self, item: QTreeWidgetItem) -> int:
        parent = item.parent()
        return parent.indexOfChild(item) if parent is not None else self.indexOfTopLevelItem(item)

    def _siblings(self, item: QTreeWidgetItem) -> tuple[str, ...]:
        parent = item.parent()
        return () if parent is None else tuple(one.data(0, _NAME) for one in _children(parent))

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        on = item.checkState(0) is Qt.CheckState.Checked
        self._later(Ticked(item.data(0, _NAME), on, self._siblings(item)))


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [item.child(at) for at in range(item.childCount())]
    return [child for child in found if child is not None]
