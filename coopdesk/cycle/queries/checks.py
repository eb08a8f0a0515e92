"""The check of the priorities as the screens and the workbooks read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coopdesk.cycle.model import PriorityReason
from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.rules.matrix import MatrixRow, holes, matrix
from coopdesk.plan.model import Action, Objective, Plan, PolicyPriority
from coopdesk.plan.queries import plan_of


@dataclass(frozen=True, slots=True)
class Check:
    """The priorities of a plan over its years, with all of its actions."""

    plan: Plan
    rows: tuple[MatrixRow, ...]
    actions: tuple[Action, ...]
    objectives: tuple[Objective, ...]
    priorities: tuple[PolicyPriority, ...]

    @property
    def holes(self) -> int:
        return holes(self.rows)


def check(work: CycleWork, plan_id: str, municipalities: Sequence[str] = ()) -> Check:
    """The check of a plan, per municipality where these are given."""
    plan, actions = work.plans.get(Plan, plan_id), tuple(work.plans.actions(plan_id))
    priorities = tuple(work.plans.priorities())
    rows = matrix(plan, actions, priorities, work.cycles.reasons(plan_id), municipalities)
    return Check(plan, rows, actions, tuple(work.plans.objectives(plan_id)), priorities)


def reasons_in(work: CycleWork, area_id: str, year: int) -> Mapping[str, PriorityReason]:
    """Per priority the reason why the plan of an area has no action for it in a year."""
    plan = plan_of(work, area_id)
    found = [] if plan is None else work.cycles.reasons(plan.id)
    return {reason.code: reason for reason in found if reason.year == year and not reason.nis}
