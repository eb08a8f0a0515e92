"""Puts an opened workspace in the window: areas, screens, menus, search and badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.app.badges import TOUCHES, badges
from coopdesk.app.new_area import ask_new_area
from coopdesk.app.pages import Pages, page_specs
from coopdesk.app.search import search_in
from coopdesk.app.versions import VersionsDialog
from coopdesk.shell.action import Action
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.app.session import Session
    from coopdesk.opening import Opened

AREA_KEY = "area"
NEW_AREA = Place("area", view="new")


def attach(session: Session, opened: Opened, first: Place | None) -> Context:
    """Show the workspace and go to its first screen."""
    window, words, desk = session.window, session.words, opened.desk
    example = _is_example(opened)
    gazetteer = open_gazetteer(offers_invented=example)
    key = f"{AREA_KEY} {opened.workspace.folder}"

    def entries() -> list[AreaEntry]:
        with desk.look() as work:
            return [AreaEntry(area.id, area.name) for area in work.territory.areas()]

    def new_area() -> None:
        if window.context is not None:
            ask_new_area(window, window.context, gazetteer)

    make = Action("area.new", N_("New steering area…"), "add", run=new_area, menu="Insert", group=5)
    areas = Areas(entries, none=words.say("Choose an area"), more=(make,), preferred=lambda: session.settings.get(key))
    versions = Action("versions", N_("Versions…"), "history", run=lambda: VersionsDialog(window, session).open(),
                      menu="File", group=2)  # fmt: skip
    context = window.open(
        desk, page_specs(Pages(session, gazetteer, new_area)), areas=areas,
        actions=[*session.file_actions(), versions, make],
        search=search_in(desk, window.go, words), facts=words.say("Example figures (invented)") if example else "",
        first=Place("area") if first == NEW_AREA else first,
    )  # fmt: skip
    context.area.changed.connect(lambda chosen: session.settings.put(key, chosen or ""))

    def show_badges(*_: object) -> None:
        for page, n, text in badges(context, gazetteer):
            window.navigation.show_badge(page, n, text)
        window.show_area()

    desk.bus.subscribe(lambda step, _: show_badges() if step.touches(*TOUCHES, "area") else None)
    context.area.changed.connect(show_badges)
    show_badges()

    def make_when_asked(place: Place) -> None:
        if place == NEW_AREA:
            window.go.to(Place("area"))
            new_area()

    window.go.went.connect(make_when_asked)
    if first == NEW_AREA:
        new_area()
    return context


def _is_example(opened: Opened) -> bool:
    with opened.desk.look() as work:
        return any(area.is_example for area in work.territory.areas())
