"""What the use cases of the follow-up need of storage."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol, TypeVar

from coopdesk.followup.model import Measurement, Meeting, ProgressNote, Thing
from coopdesk.plan.ports import PlanStore

T = TypeVar("T", bound=Thing)


class FollowupStore(Protocol):
    """Measurements, notes and meetings; a removed one raises Conflict."""

    def get(self, kind: type[T], id: str) -> T: ...
    def measurements(self, indicator_ids: Collection[str]) -> list[Measurement]:
        """Of some indicators, oldest period first."""

    def notes(self, action_ids: Collection[str]) -> list[ProgressNote]:
        """On some actions, oldest period first."""

    def meetings(self, area_id: str | None = None) -> list[Meeting]:
        """Newest first."""

    def add(self, thing: Thing) -> None: ...
    def save(self, thing: Thing) -> None: ...
    def remove(self, thing: Thing) -> None: ...


class FollowupWork(Protocol):
    """A unit of work in which the plan can be read and the follow-up changed."""

    @property
    def followup(self) -> FollowupStore: ...
    @property
    def plans(self) -> PlanStore: ...
    def about(self, subject: str) -> None: ...
