"""Keeps analyses, chapters and findings in the database."""

from __future__ import annotations

from coopdesk.analysis.model import Analysis, Chapter, Finding
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlAnalysisStore:
    """The analyses of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._analyses = Table(rows, "analysis", Analysis)
        self._chapters = Table(rows, "chapter", Chapter)
        self._findings = Table(rows, "finding", Finding)

    def analysis(self, id: str) -> Analysis:
        """One analysis; Conflict when it is gone."""
        return self._analyses.get(id)

    def of_area(self, area_id: str) -> list[Analysis]:
        """The analyses of an area, the latest year first."""
        return sorted(self._analyses.where(area_id=area_id), key=lambda a: -a.year)

    def chapter(self, id: str) -> Chapter:
        """One chapter; Conflict when it is gone."""
        return self._chapters.get(id)

    def chapters(self, analysis_id: str) -> list[Chapter]:
        """The chapters of an analysis in their order."""
        found = self._chapters.where(analysis_id=analysis_id)
        return sorted(found, key=lambda c: (c.position, c.id))

    def finding(self, id: str) -> Finding:
        """One finding; Conflict when it is gone."""
        return self._findings.get(id)

    def findings(self, analysis_id: str) -> list[Finding]:
        """The findings of an analysis, in the order in which they were made."""
        return sorted(self._findings.where(analysis_id=analysis_id), key=lambda f: f.id)

    def add(self, thing: Analysis | Chapter | Finding) -> None:
        """Keep a new one."""
        match thing:
            case Analysis():
                self._analyses.add(thing)
            case Chapter():
                self._chapters.add(thing)
            case Finding():
                self._findings.add(thing)

    def save(self, thing: Analysis | Chapter | Finding) -> None:
        """Keep a changed one; Conflict when it changed meanwhile."""
        match thing:
            case Analysis():
                self._analyses.save(thing)
            case Chapter():
                self._chapters.save(thing)
            case Finding():
                self._findings.save(thing)

    def remove(self, thing: Analysis | Chapter | Finding) -> None:
        """Forget one."""
        match thing:
            case Analysis():
                self._analyses.remove(thing.id)
            case Chapter():
                self._chapters.remove(thing.id)
            case Finding():
                self._findings.remove(thing.id)
