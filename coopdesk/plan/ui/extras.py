"""What stands around the plan and knows more than the plan: given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coopdesk.plan.model import Plan
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.queries import ActionRow, plan_of
from coopdesk.shell.action import Action
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.page import Page


class PlanFrame(Page):
    """A page with the rows of a plan in a list."""

    grid: Grid[ActionRow]


class Extras(Protocol):
    """More views, tools and deeds for the page of the plan. `views` are the keys of its own views, `touches` the tables
    they read."""

    views: frozenset[str]
    touches: tuple[str, ...]

    def build(self, page: PlanFrame) -> None:
        """Adds views and tools to the page, once."""

    def columns(self) -> Sequence[Column[ActionRow]]:
        """More columns of the list, asked for once."""

    def plan_of(self, work: PlanWork, area_id: str) -> Plan | None:
        """The plan of the area to show."""

    def find(self, id: str) -> bool:
        """Brings the plan of an action, an objective or a piece of evidence on screen; False when it is there already
        or nowhere."""

    def show(self, plan: Plan | None) -> None:
        """The page has read again."""

    def deeds(self) -> Sequence[Action]:
        """What more can be done."""


class NoExtras:
    """A page of the plan by itself."""

    views: frozenset[str] = frozenset()
    touches: tuple[str, ...] = ()

    def build(self, page: PlanFrame) -> None:
        """Nothing to add."""

    def columns(self) -> Sequence[Column[ActionRow]]:
        return ()

    def plan_of(self, work: PlanWork, area_id: str) -> Plan | None:
        return plan_of(work, area_id)

    def find(self, id: str) -> bool:
        return False

    def show(self, plan: Plan | None) -> None:
        """Nothing to show."""

    def deeds(self) -> Sequence[Action]:
        return ()
