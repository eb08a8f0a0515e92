"""The frame of the main window: menus, top bar, navigation, room for pages, bars and foot; its size and its looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.kernel.resources import resource
from coopdesk.shell.action import Action
from coopdesk.shell.bars import BarStack
from coopdesk.shell.finder import Found, Search, Sources
from coopdesk.shell.focus import PaneWalk
from coopdesk.shell.memory import ViewMemory
from coopdesk.shell.menus import Menus
from coopdesk.shell.messages import FileDialogs, Messages
from coopdesk.shell.navigation import NavigationPane
from coopdesk.shell.page import Page
from coopdesk.shell.palette import CommandField
from coopdesk.shell.place import Navigator, Place
from coopdesk.shell.present import Presenting
from coopdesk.shell.statusbar import Foot
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.shell.topbar import TopBar
from coopdesk.shell.uses import Uses
from coopdesk.words.catalogue import Words

if TYPE_CHECKING:
    from coopdesk.shell.help import HelpPane

SMALLEST = QSize(900, 560)


class Frame(QMainWindow):
    """Lays the window out and keeps it fitting; what it shows and does is in the subclass.

    `closing` comes when the user closes the window and its tasks have stopped.
    """

    closing = Signal()
    _search: Search

    def __init__(self, words: Words, theme: Theme, memory: ViewMemory, files: FileDialogs | None = None) -> None:
        super().__init__()
        self.words, self.theme, self._memory = words, theme, memory
        self.setWindowIcon(QIcon(str(resource("icons/coopdesk.svg"))))
        self.bars = BarStack(words.say("Close this message"))
        self.messages = Messages(words, self, self.bars, self.undo, files)
        self.tasks = Tasks(lambda error: self.messages.problem(words.tell(error)), self)
        self.go = Navigator(self)
        self.menus = Menus(self.menuBar(), self, words)
        self._walk = PaneWalk(self._pane_widgets)
        self._help: HelpPane | None = None
        self._lay_out()
        self.presenting = Presenting(self, theme)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        theme.changed.connect(self._look_changed)

    def around(self) -> list[QWidget]:
        """What stands around the pages, and goes while presenting."""
        return [self.navigation, self.topbar, self.foot]

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return None

    def undo(self) -> None:
        """Takes back the last step."""

    def redo(self) -> None:
        """Brings back what was last taken back."""

    def _all_actions(self) -> list[Action]:
        raise NotImplementedError

    def _found_pages(self) -> Sequence[Found]:
        raise NotImplementedError

    def _found_recent(self) -> Sequence[Found]:
        raise NotImplementedError

    def _found_things(self, query: str) -> Sequence[Found]:
        return self._search(query)

    def _entered(self) -> None:
        raise NotImplementedError

    def _search_opened(self) -> None:
        self._search.warm(self.topbar.field.look_again)

    def _choose_area(self) -> None:
        raise NotImplementedError

    def _pane_widgets(self) -> list[QWidget]:
        page = self.page
        if page is None:
            return [self._home, *self._helping()]
        detail = [page.detail] if page.has_detail else []
        return [self.navigation.list, page.panes.content, *detail, *self._helping(), self.topbar.field]

    @property
    def help(self) -> HelpPane:
        """The pane of F1, made when first asked for."""
        if self._help is None:
            from coopdesk.shell.help import HelpPane  # noqa: PLC0415 - kept off the way to the first screen

            self._help = HelpPane(self._centre, self.words)
            self._fit()
        return self._help

    def _helping(self) -> list[HelpPane]:
        """The pane of F1 where there is one."""
        return [] if self._help is None else [self._help]

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._walk.moved(new)
        if new is self.topbar.field:
            self.topbar.field.remember(old)

    def _lay_out(self) -> None:
        self.setMinimumSize(SMALLEST)
        self.navigation = NavigationPane(self.words, self.theme)
        self.navigation.show_pinned(on=self._memory.get("navigation.pinned") == "yes")
        self.navigation.chosen.connect(lambda name: self.go.to(Place(name)))
        self.navigation.pinned.connect(self._pinned)
        self.navigation.area_wanted.connect(self._choose_area)
        uses = Uses(self._memory)
        sources = Sources(self.words, self._found_pages, self._found_recent, self._all_actions, self._found_things,
                          uses.all, uses.note, self._entered, self._search_opened,
                          lambda: self._search.busy)  # fmt: skip
        field = CommandField(self, self.theme, sources)
        self.topbar = TopBar(self.words, field, self.undo, self.redo, lambda: self.go.to(Place("dossier")))
        self.foot = Foot(self.words, self.theme, self.tasks)
        self.messages.totals.connect(self.foot.show_totals)
        self._pages, self._home = QStackedWidget(), QStackedWidget()
        self._pages.addWidget(self._home)
        right, middle, centre = QVBoxLayout(), QHBoxLayout(), QWidget()
        for part in (self.topbar, self._pages, self.bars):
            right.addWidget(part, 1 if part is self._pages else 0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        column = QVBoxLayout(centre)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        for layout in (right, middle, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(centre)
        self._centre = centre

    def _pinned(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._memory.put("navigation.pinned", "yes" if on else "no")
        self._fit()

    def _look_changed(self) -> None:
        self._memory.put("theme", self.theme.mode)
        self._memory.put("zoom", str(self.theme.percent))
        self._fit()

    def _fit(self) -> None:
        self.navigation.fit(self.width())
        for pane in self._helping():
            pane.place(self.topbar.height() if self.topbar.isVisible() else 0, self.foot.y())
        if self.page is not None:
            self.page.panes.arrange()

    def _restore(self) -> None:
        """The place it had, if that is still on a screen; else most of the screen."""
        kept = self._memory.get("window")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode()))):
            room = self.screen().availableGeometry()
            self.resize(min(1440, round(room.width() * 0.92)), min(860, round(room.height() * 0.92)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.topbar.field.close_results()
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.theme.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked: every change is kept already, and what is typed in a field is kept now."""
        if (focused := QApplication.focusWidget()) is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.presenting.stop()
        self._memory.put("window", bytes(self.saveGeometry().toBase64().data()).decode())
        self.tasks.cancel_all()
        self.tasks.wait()
        self.closing.emit()
        super().closeEvent(event)
