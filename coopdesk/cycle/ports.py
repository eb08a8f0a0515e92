"""What the use cases over the years need of storage."""

from __future__ import annotations

from typing import Protocol, TypeVar

from coopdesk.cycle.model import FrozenContent, PlanVersion, PriorityReason, Succession, Thing
from coopdesk.followup.ports import FollowupWork
from coopdesk.opportunity.ports import OpportunityWork
from coopdesk.plan.ports import PlanWork

C = TypeVar("C", bound=Thing)


class CycleStore(Protocol):
    """Reasons by year, versions oldest first; a removed thing raises Conflict."""

    def get(self, kind: type[C], id: str) -> C: ...
    def reasons(self, plan_id: str) -> list[PriorityReason]: ...
    def versions(self, plan_id: str) -> list[PlanVersion]: ...
    def content(self, version_id: str) -> FrozenContent: ...
    def successions(self, plan_id: str) -> list[Succession]: ...
    def add(self, thing: Thing) -> None: ...
    def save(self, thing: Thing) -> None: ...
    def remove(self, thing: Thing) -> None: ...


class CycleWork(FollowupWork, Protocol):
    """A unit of work in which plans, their follow-up and what ties plans together can be read and changed."""

    @property
    def cycles(self) -> CycleStore: ...


class OpeningWork(PlanWork, OpportunityWork, Protocol):
    """A unit of work in which opportunities can be turned into actions."""
