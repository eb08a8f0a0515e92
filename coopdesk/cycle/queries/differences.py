"""What was promised and where we stand: an approved version beside the plan of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coopdesk.cycle.fields import Names
from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.queries.contents import approved, content_of
from coopdesk.cycle.telling import Line, group_titles, told
from coopdesk.plan.model import Plan
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class DifferenceReport:
    """Everything that differs from a version, in words; `groups` are the headings by their id."""

    area: str
    plan: Plan
    version: PlanVersion
    on: date
    lines: tuple[Line, ...]
    groups: Mapping[str, str]


def report(work: CycleWork, version: PlanVersion, area: str, on: date, words: Words, town: Names) -> DifferenceReport:
    """The differences between a version and the plan as it is now."""
    before, after = approved(work, version), content_of(work, version.plan_id)
    lines = told(before, after, words, town)
    return DifferenceReport(area, after.plan, version, on, lines, group_titles(before, after, words))
