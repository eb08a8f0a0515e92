"""What the start screen reads of all features."""

from __future__ import annotations

from typing import Protocol

from coopdesk.agreement.ports import AgreementStore
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.followup.ports import FollowupStore
from coopdesk.plan.ports import PlanStore


class KeptDossiers(Protocol):
    """Whether the dossier of an area was set up; the dossier itself lies above this screen."""

    def of_area(self, area_id: str) -> object | None: ...


class StartWork(AnalysisReading, Protocol):
    """One moment of the workspace, with every feature in it."""

    @property
    def plans(self) -> PlanStore: ...
    @property
    def followup(self) -> FollowupStore: ...
    @property
    def agreements(self) -> AgreementStore: ...
    @property
    def dossiers(self) -> KeptDossiers: ...
