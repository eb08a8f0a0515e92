"""The main window: menus, top bar, navigation, pages and foot around one workspace, or the welcome without one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from coopdesk.desk.desk import Desk
from coopdesk.kernel.changes import Step
from coopdesk.kernel.clock import Clock
from coopdesk.shell.about import AboutDialog, Facts
from coopdesk.shell.action import Action
from coopdesk.shell.areas import AreaMenu, Areas
from coopdesk.shell.book import Book
from coopdesk.shell.context import AreaChoice, Context
from coopdesk.shell.deeds import window_actions
from coopdesk.shell.finder import Found, NoSearch, Search
from coopdesk.shell.focus import able, edit_text, enter_content
from coopdesk.shell.frame import Frame
from coopdesk.shell.history import redo_title, turn_back, undo_title
from coopdesk.shell.memory import ViewMemory
from coopdesk.shell.messages import FileDialogs
from coopdesk.shell.page import Page, PageSpec
from coopdesk.shell.place import Place
from coopdesk.shell.remarks import RemarkBook
from coopdesk.shell.screens import screens, seen_last
from coopdesk.shell.shortcuts import ShortcutsDialog
from coopdesk.shell.theme import Theme
from coopdesk.shell.traces import TraceBook
from coopdesk.words.catalogue import Words

RECENT = 5


class Window(Frame):
    """Starts on the welcome, without a workspace; `open` gives it one, `shut` takes it away."""

    def __init__(
        self, words: Words, clock: Clock, theme: Theme, memory: ViewMemory, facts: Facts,
        files: FileDialogs | None = None,
    ) -> None:  # fmt: skip
        self._specs: Sequence[PageSpec] = ()
        self._actions: Sequence[Action] = ()
        self._search: Search = NoSearch()
        self._book: Book | None = None
        self._context: Context | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        super().__init__(words, theme, memory, files)
        self._clock, self._about = clock, facts
        self.go.went.connect(self._show_place)
        self.shut()
        self._restore()

    # --- workspace -----------------------------------------------------------------------------------------------

    def open(
        self, desk: Desk[Any], pages: Sequence[PageSpec], *, areas: Areas, actions: Sequence[Action] = (),
        search: Search | None = None, facts: str = "", first: Place | None = None,
        remarks: RemarkBook | None = None, traces: TraceBook | None = None,
    ) -> Context:  # fmt: skip
        """Shows a workspace. `facts` says at the foot which figures these are."""
        self.shut()
        self._specs, self._actions, self._search = pages, actions, search or NoSearch()
        area = AreaChoice(areas.current(), self)
        context = Context(
            desk,
            self.words,
            self._clock,
            self.theme,
            self.messages,
            self.tasks,
            self.go,
            self._memory,
            area,
            remarks,
            traces,
        )
        self._context, self._areas = context, areas
        self._book = Book(context, pages)
        self._pages.addWidget(self._book)
        self._unsubscribe = desk.bus.subscribe(self._heard)
        area.changed.connect(self._area_changed)
        self.navigation.show_pages(pages)
        self.foot.show_facts(facts)
        self._frame(workspace=True)
        self._show_history()
        self.show_area()
        self.go.to(first or Place(pages[0].name))
        self.navigation.list.setFocus()
        return context

    def shut(self) -> None:
        """Back to the welcome; the workspace is no longer touched."""
        self.presenting.stop()
        self._unsubscribe()
        self._unsubscribe = lambda: None
        if self._book is not None:
            self._pages.removeWidget(self._book)
            self._book.deleteLater()
        self._book, self._context, self._specs = None, None, ()
        self._search = NoSearch()
        self.go.forget()
        self.messages.quiet()
        self.foot.show_saved("")
        self.foot.show_facts("")
        for pane in self._helping():
            pane.hide()
        self._frame(workspace=False)
        self._show_actions()
        self.setWindowTitle("Coopdesk")

    def show_welcome(self, welcome: QWidget, actions: Sequence[Action] = ()) -> None:
        """Puts the first screen in the window, with what can be done without a workspace."""
        while (old := self._home.widget(0)) is not None:
            self._home.removeWidget(old)
            old.deleteLater()
        self._home.addWidget(welcome)
        self._actions = actions
        if self._context is None:
            self._show_actions()

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Other things to do in this window, beside its own and those of the page."""
        self._actions = actions
        self._show_actions()

    def show_facts(self, text: str) -> None:
        """Other words at the foot about the figures."""
        self.foot.show_facts(text)

    def show_area(self) -> None:
        """Reads the name of the area again."""
        if self._context is not None:
            self.navigation.show_area(self._areas.name(self._context.area.id))
            self._show_title()

    @property
    def context(self) -> Context | None:
        """The open workspace, or None on the welcome."""
        return self._context

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._book.page if self._book is not None else None

    @property
    def has_workspace(self) -> bool:
        return self._context is not None

    @property
    def has_detail(self) -> bool:
        return self.page is not None and self.page.has_detail and self.page.detail.filled

    # --- what the window can do ----------------------------------------------------------------------------------

    def undo(self) -> None:
        """Takes back the last step, and goes to where it can be seen."""
        self._turn(redo=False)

    def redo(self) -> None:
        self._turn(redo=True)

    def undo_text(self) -> str:
        return undo_title(self.words, self._context.desk.history.undoable) if self._context else ""

    def redo_text(self) -> str:
        return redo_title(self.words, self._context.desk.history.redoable) if self._context else ""

    def edit_text(self, deed: str) -> None:
        """Cut, copy, paste or select all in what had the focus."""
        edit_text(self._walk.last, deed)

    def can_edit(self, deed: str) -> bool:
        """Whether what had the focus can do this."""
        return able(self._walk.last, deed)

    def open_finder(self) -> None:
        self.topbar.field.open()

    def next_pane(self, by: int) -> None:
        self._walk.step(by)

    def to_detail(self) -> None:
        """Opens the detail pane of the page with the focus in it."""
        if self.page is not None and self.has_detail:
            self.page.detail.open(focus=True)

    def toggle_navigation(self) -> None:
        self.navigation.toggle()

    def reread(self) -> None:
        if self.page is not None:
            self.page.refresh_now()

    def show_shortcuts(self) -> None:
        ShortcutsDialog(self, self.words, self._all_actions()).open()

    def show_help(self) -> None:
        """What the screen on show is for, and how; a second time takes it away."""
        self.help.toggle(*self._help_of())

    def show_about(self) -> None:
        AboutDialog(self, self.words, self._about).open()

    # --- inside --------------------------------------------------------------------------------------------------

    def _frame(self, *, workspace: bool) -> None:
        self.navigation.setVisible(workspace)
        self.topbar.setVisible(workspace)
        self._pages.setCurrentWidget(self._book if workspace and self._book else self._home)

    def _show_place(self, place: Place) -> None:
        if self._book is None or self._book.spec(place.page) is None:
            return
        self.messages.quiet()
        self.foot.show_totals("")
        self._book.show_place(place)
        self.navigation.show_current(place.page)
        for pane in self._helping():
            pane.show_screen(*self._help_of())
        self._show_actions()
        self._show_title()

    def _show_title(self) -> None:
        spec = self._book.spec(self.page.name) if self._book is not None and self.page is not None else None
        area = self._areas.name(self._context.area.id) if self._context is not None else ""
        title = self.words.say(spec.title) if spec is not None else ""
        self.setWindowTitle(" – ".join(part for part in (title, area, "Coopdesk") if part))

    def _help_of(self) -> tuple[str, str]:
        """The name and the title of the help for what is on show."""
        spec = self._book.spec(self.page.name) if self._book is not None and self.page is not None else None
        return ("welcome", "Coopdesk") if spec is None else (spec.name, self.words.say(spec.title))

    def _all_actions(self) -> list[Action]:
        own = window_actions(self, self.go, self.theme, self._specs)
        return [*self._actions, *own, *(self.page.deeds() if self.page is not None else ())]

    def _show_actions(self) -> None:
        self.menus.show_actions(self._all_actions())

    def _heard(self, step: Step, initiator: object | None) -> None:
        self.messages.quiet()
        if self._book is not None:
            self._book.heard(step)
        self.show_area()
        self._show_history()

    def _show_history(self) -> None:
        self.topbar.show_history(self.undo_text(), self.redo_text())
        if self._context is None:
            return
        latest = self._context.desk.recent(1)
        time = self.words.formats.time(latest[0].at) if latest else ""
        say = self.words.say
        self.foot.show_saved(say("All changes saved at {time}", time=time) if time else say("Everything is saved"))

    def _turn(self, *, redo: bool) -> None:
        if self._context is None or self._book is None:
            return
        step = turn_back(self._context.desk, self.words, redo=redo, initiator=self, problem=self.messages.problem)
        if step is None:
            return
        where = self._book.where(step)
        if where and self.page is not None and where != self.page.name:
            self.go.to(Place(where))
            title = self._book.title(where)
            say = self.words.say
            self.messages.note(say("Redone in {page}.", page=title) if redo else say("Undone in {page}.", page=title))

    def _area_changed(self) -> None:
        self.show_area()
        if self._book is not None:
            self._book.outdated()

    def _choose_area(self) -> None:
        if self._context is not None:
            AreaMenu(self.navigation.area, self.words, self._areas, self._context.area).open()

    def _found_pages(self) -> list[Found]:
        return screens(self.words, self._specs, self.go)

    def _found_recent(self) -> list[Found]:
        """The things gone to last, and where there are fewer than five the screens."""
        things = self._search.recent(self.go.things(RECENT))
        return [*things, *seen_last(self.words, self._specs, self.go, RECENT)][:RECENT]

    def _entered(self) -> None:
        """The focus goes along to what was gone to: into the list of the page, else to the first that takes it."""
        if self.page is not None:
            enter_content(self.page.panes.content)
