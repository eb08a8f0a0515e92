"""What the use cases of the analysis need of storage."""

from __future__ import annotations

from typing import Protocol

from coopdesk.analysis.model import Analysis, Chapter, Finding
from coopdesk.figures.ports import FigureWork
from coopdesk.opportunity.ports import OpportunityStore


class AnalysisStore(Protocol):
    """Keeps analyses with their chapters and findings."""

    def analysis(self, id: str) -> Analysis:
        """One analysis; Conflict when it is gone."""
        ...

    def of_area(self, area_id: str) -> list[Analysis]:
        """The analyses of an area, the latest year first."""
        ...

    def chapter(self, id: str) -> Chapter:
        """One chapter; Conflict when it is gone."""
        ...

    def chapters(self, analysis_id: str) -> list[Chapter]:
        """The chapters of an analysis in their order."""
        ...

    def finding(self, id: str) -> Finding:
        """One finding; Conflict when it is gone."""
        ...

    def findings(self, analysis_id: str) -> list[Finding]:
        """The findings of an analysis, in the order in which they were made."""
        ...

    def add(self, thing: Analysis | Chapter | Finding) -> None:
        """Keep a new one."""
        ...

    def save(self, thing: Analysis | Chapter | Finding) -> None:
        """Keep a changed one; Conflict when it changed meanwhile."""
        ...

    def remove(self, thing: Analysis | Chapter | Finding) -> None:
        """Forget one."""
        ...


class AnalysisWork(Protocol):
    """A unit of work in which the analysis can be changed."""

    @property
    def analyses(self) -> AnalysisStore:
        """The analyses of the workspace."""
        ...

    @property
    def opportunities(self) -> OpportunityStore:
        """The opportunities of the workspace."""
        ...

    def about(self, subject: str) -> None:
        """Names the subject for the undo text."""
        ...


class AnalysisReading(AnalysisWork, FigureWork, Protocol):
    """A moment of the workspace in which an analysis, its figures and its area can be read."""
