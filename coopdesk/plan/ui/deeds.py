"""Everything that can be done on the page of the plan, for menus, keys and the command field."""

from __future__ import annotations

from typing import Protocol

from coopdesk.plan.ui.views import BOARD, TABLE, TIMELINE
from coopdesk.shell.action import Action
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_


class Hands(Protocol):
    """What the page can do."""

    def add_action(self) -> None: ...
    def add_objective(self) -> None: ...
    def add_domain(self) -> None: ...
    def open_setup(self) -> None: ...
    def open_detail(self) -> None: ...
    def move_row(self, step: int) -> None: ...
    def across(self, step: int) -> None: ...
    def in_time(self, days: int, *, end: bool) -> None: ...
    def zoom_time(self, step: int) -> None: ...
    def to_today(self) -> None: ...
    def remove_chosen(self) -> None: ...
    def see(self, view: str) -> None: ...
    def print_timeline(self) -> None: ...
    def level_words(self) -> tuple[str, str]: ...
    def has_area(self) -> bool: ...
    def has_row(self) -> bool: ...
    def has_plan(self) -> bool: ...
    def shows(self, view: str) -> bool: ...


def adding(hands: Hands, words: Words) -> list[Action]:
    """What can be added, by the words of the plan itself."""

    def add(level: int) -> str:
        word = hands.level_words()[level]
        text = words.say("Add {level}", level=word) if word else ""
        return text[:1].upper() + text[1:]

    return [
        Action("plan.add_action", N_("Add &action"), "add", "Ctrl+N", hands.add_action, hands.has_area, "Insert"),
        Action("plan.add_objective", N_("Add &objective"), "target_arrow", "", hands.add_objective, hands.has_area,
               "Insert", wording=lambda: add(0)),
        Action("plan.add_domain", N_("Add a &level under the objective"), "arrow_routing", "", hands.add_domain,
               hands.has_plan, "Insert", also=N_("action domain track"), wording=lambda: add(1)),
    ]  # fmt: skip


def row_deeds(hands: Hands) -> list[Action]:
    """What can be done with the chosen actions."""
    has = hands.has_row

    def on(view: str) -> bool:
        return has() and hands.shows(view)

    return [
        Action("plan.details", N_("&Details"), "info", "", hands.open_detail, has, "View", key_text="F4"),
        Action("plan.up", N_("Move action &up"), "", "Alt+Shift+Up", lambda: hands.move_row(-1), has, "Edit", 3),
        Action("plan.down", N_("Move action d&own"), "", "Alt+Shift+Down", lambda: hands.move_row(1), has, "Edit", 3),
        Action("plan.left", N_("A level higher, or to the column on the left"), "", "Alt+Shift+Left",
               lambda: hands.across(-1), has, "Edit", 3),
        Action("plan.right", N_("A level lower, or to the column on the right"), "", "Alt+Shift+Right",
               lambda: hands.across(1), has, "Edit", 3),
        Action("plan.earlier", N_("A week earlier"), "", "", lambda: hands.in_time(-7, end=False),
               lambda: on(TIMELINE), "Edit", 4, key_text="Ctrl+Left"),
        Action("plan.later", N_("A week later"), "", "", lambda: hands.in_time(7, end=False), lambda: on(TIMELINE),
               "Edit", 4, key_text="Ctrl+Right"),
        Action("plan.shorter", N_("End a week earlier"), "", "", lambda: hands.in_time(-7, end=True),
               lambda: on(TIMELINE), "Edit", 4, key_text="Ctrl+Shift+Left"),
        Action("plan.longer", N_("End a week later"), "", "", lambda: hands.in_time(7, end=True),
               lambda: on(TIMELINE), "Edit", 4, key_text="Ctrl+Shift+Right"),
        Action("plan.remove", N_("&Remove action"), "", "", hands.remove_chosen, has, "Edit", 3, key_text="Ctrl+Del"),
    ]  # fmt: skip


def seeing(hands: Hands) -> list[Action]:
    """How the plan can be looked at."""

    def shows(view: str) -> bool:
        return hands.has_plan() and hands.shows(view)

    def choice(view: str, title: str, icon: str) -> Action:
        return Action(f"plan.{view}", title, icon, "", lambda: hands.see(view), hands.has_plan, "View", 5,
                      checked=lambda: hands.shows(view))  # fmt: skip

    return [
        choice(TABLE, N_("As a &table"), "table"),
        choice(TIMELINE, N_("As a t&ime line"), "gantt_chart"),
        choice(BOARD, N_("As a &board"), "board"),
        Action("plan.nearer", N_("Less time on the screen"), "zoom_in", "", lambda: hands.zoom_time(1),
               lambda: shows(TIMELINE), "View", 6),
        Action("plan.further", N_("More time on the screen"), "zoom_out", "", lambda: hands.zoom_time(-1),
               lambda: shows(TIMELINE), "View", 6),
        Action("plan.today", N_("&Today on the time line"), "calendar_ltr", "", hands.to_today,
               lambda: shows(TIMELINE), "View", 6),
        Action("plan.paper", N_("Time line on paper…"), "document_pdf", "", hands.print_timeline, hands.has_plan,
               "File", 4, also=N_("print gantt A3 A4")),
        Action("plan.setup", N_("Words and codes of this plan…"), "settings", "", hands.open_setup, hands.has_plan,
               "Tools", 3, also=N_("objective ambition track pattern years")),
    ]  # fmt: skip
