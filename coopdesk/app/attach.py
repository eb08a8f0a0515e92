"""Puts an opened workspace in the window: areas, screens, menus, search and badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.app.badges import TOUCHES, badges
from coopdesk.app.comments import Comments
from coopdesk.app.file_menu import file_actions
from coopdesk.app.pages import Pages, page_specs
from coopdesk.app.search import Search
from coopdesk.app.traces import KeptTraces
from coopdesk.kernel.changes import Step
from coopdesk.shell.action import Action
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.territory.model import Area
from coopdesk.territory.queries import gazetteer_of
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.app.session import Session
    from coopdesk.opening import Opened

NEW_AREA = Place("area", view="new")


def attach(session: Session, opened: Opened, first: Place | None) -> Context:
    """Show the workspace and go to its first screen."""
    return Attachment(session, opened).show(first)


class Attachment:
    """One workspace in the window, for as long as it is open there."""

    def __init__(self, session: Session, opened: Opened) -> None:
        self._session, self._opened, self._window = session, opened, session.window
        self._key = f"area {opened.workspace.folder}"
        self._is_example = any(area.is_example for area in self._areas_kept())
        with opened.desk.look() as work:
            self._gazetteer = gazetteer_of(work)
        self._make = Action("area.new", N_("New steering area…"), "add", run=self.new_area, menu="Insert", group=5)

    def show(self, first: Place | None) -> Context:
        words, window, desk = self._session.words, self._window, self._opened.desk
        versions = Action("versions", N_("Versions…"), "history", run=self._show_versions, menu="File", group=2)
        context = window.open(
            desk, page_specs(Pages(self._session, self._gazetteer, self.new_area)), areas=self._areas(),
            actions=[*file_actions(self._session), versions, self._make],
            search=Search(desk, window.go, words, self._look_at, window.tasks),
            remarks=Comments(desk, self._session.clock), traces=KeptTraces(desk, words, window),
            facts=words.say("Example figures (invented)") if self._is_example else "",
            first=Place("area") if first == NEW_AREA else first,
        )  # fmt: skip
        self._context = context
        context.area.changed.connect(self._area_chosen)
        desk.bus.subscribe(self._heard)
        window.go.went.connect(self._went)
        self._show_badges()
        if first == NEW_AREA:
            self.new_area()
        return context

    def new_area(self) -> None:
        """Ask for a new area."""
        from coopdesk.app.new_area import ask_new_area

        ask_new_area(self._window, self._context, self._gazetteer)

    def _look_at(self, area_id: str) -> None:
        self._context.area.choose(area_id)

    def _areas(self) -> Areas:
        def entries() -> list[AreaEntry]:
            return [AreaEntry(area.id, area.name) for area in self._areas_kept()]

        return Areas(
            entries, none=self._session.words.say("Choose an area"), more=(self._make,),
            preferred=lambda: self._session.settings.get(self._key),
        )  # fmt: skip

    def _areas_kept(self) -> list[Area]:
        with self._opened.desk.look() as work:
            return work.territory.areas()

    def _area_chosen(self, area_id: str | None) -> None:
        self._session.settings.put(self._key, area_id or "")
        self._show_badges()

    def _heard(self, step: Step, _initiator: object | None) -> None:
        if step.touches(*TOUCHES):
            self._show_badges()
        if step.touches("area"):
            self._window.show_area()

    def _show_badges(self) -> None:
        for page, n, text in badges(self._context, self._gazetteer):
            self._window.navigation.show_badge(page, n, text)

    def _went(self, place: Place) -> None:
        if place == NEW_AREA and self._window.context is self._context:
            self._window.go.to(Place("area"))
            self.new_area()

    def _show_versions(self) -> None:
        from coopdesk.app.versions import VersionsDialog

        VersionsDialog(self._window, self._session).open()
