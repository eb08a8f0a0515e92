"""What stands around the plan and knows more than the plan: given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coopdesk.plan.model import Plan
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.queries import plan_of
from coopdesk.shell.action import Action
from coopdesk.shell.page import Page


class Extras(Protocol):
    """More views, tools and deeds for the page of the plan. `views` are the keys of its own views, `touches` the tables
    they read."""

    views: frozenset[str]
    touches: tuple[str, ...]

    def build(self, page: Page) -> None:
        """Adds views and tools to the page, once."""

    def plan_of(self, work: PlanWork, area_id: str) -> Plan | None:
        """The plan of the area to show."""

    def show(self, plan: Plan | None) -> None:
        """The page has read again."""

    def deeds(self) -> Sequence[Action]:
        """What more can be done."""


class NoExtras:
    """A page of the plan by itself."""

    views: frozenset[str] = frozenset()
    touches: tuple[str, ...] = ()

    def build(self, page: Page) -> None:
        """Nothing to add."""

    def plan_of(self, work: PlanWork, area_id: str) -> Plan | None:
        return plan_of(work, area_id)

    def show(self, plan: Plan | None) -> None:
        """Nothing to show."""

    def deeds(self) -> Sequence[Action]:
        return ()
