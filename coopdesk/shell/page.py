"""The frame every screen shares: title, facts, views, one primary button, filters, content and a detail pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.kernel.changes import Step
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.detail import DetailPane
from coopdesk.shell.head import PageHead
from coopdesk.shell.panes import Panes
from coopdesk.shell.stack import Views

COMMENTS = "comment"  # the table of what is noted beside rows of any screen


class Page(QWidget):
    """Subclass per screen: `build` makes it once, at its first showing; `refresh` reads again, when it is on show and
    a table in `touches` changed, the area changed or it was never read.

    Fill `body`, or add views to `head`; `filters` is the row between head and content; `detail` is made when first
    asked for. `actions` are the things to do here; they appear in the menus while the page is on show.
    """

    name = ""
    touches: tuple[str, ...] = ()
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._built, self._stale = False, True
        self._views = Views()
        self.head = PageHead(context.words, self._views)
        self.filters = QHBoxLayout()
        self.filters.setContentsMargins(24, 0, 24, 8)
        self.filters.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 4, 24, 16)
        self.body.setSpacing(12)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh_if_due)
        self._lay_out()

    def build(self) -> None:
        """Makes the widgets; called once."""

    def refresh(self) -> None:
        """Reads what is shown from the workspace."""

    def deeds(self) -> Sequence[Action]:
        """What can be done on this page."""
        return ()

    def reveal(self, id: str) -> None:
        """Chooses an object of this page and brings it into view."""

    @property
    def detail(self) -> DetailPane:
        """The pane at the right."""
        return self._panes.detail

    @property
    def has_detail(self) -> bool:
        return self._panes.has_detail

    @property
    def panes(self) -> Panes:
        return self._panes

    def enter(self, id: str = "", view: str = "") -> None:
        """The page comes on show, perhaps for one object in one view."""
        if not self._built:
            self._built = True
            self.build()
            self._restore_view()
        if view:
            self.head.show_view(view)
        self.refresh_now(forced=False)
        if id:
            self.reveal(id)

    def refresh_now(self, *, forced: bool = True) -> None:
        """Reads again at once, or only if stale."""
        if self._built and (forced or self._stale):
            self._stale = False
            self.refresh()

    def heard(self, step: Step) -> None:
        """A step was committed; a page on show reads again once the present event is done with."""
        if step.touches(*self.touches, COMMENTS):
            self.outdated()

    def outdated(self) -> None:
        """What is on show no longer holds."""
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _refresh_if_due(self) -> None:
        if self.isVisible():
            self.refresh_now(forced=False)

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(self.filters)
        room = QWidget()
        room.setLayout(self.body)
        inner.addWidget(self._scrolled(room) if self.scrolls else room, 1)
        self.body.addWidget(self._views, 1)
        self._views.hide()
        self._panes = Panes(content, self.name, self.context.words, self.context.settings, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self._panes, 1)
        self.head.view_chosen.connect(self._remember_view)

    def _scrolled(self, room: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(room)
        return scroll

    def _remember_view(self, key: str) -> None:
        self.context.settings.put(f"{self.name}.view", key)

    def _restore_view(self) -> None:
        if kept := self.context.settings.get(f"{self.name}.view"):
            self.head.show_view(kept)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A screen as the window lists it: `title` is a msgid, `section` a msgid of the heading it stands under ("" for
    the first block); `make` runs at the first visit. `also` is a msgid with other words the search finds it by."""

    name: str
    title: str
    icon: str
    section: str
    make: Callable[[Context], Page]
    also: str = ""
