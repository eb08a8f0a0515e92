"""The whole content of a plan, as it is now and as it was approved."""

from __future__ import annotations

from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.rules.content import PlanContent, content, thawed
from coopdesk.plan.model import Part, Plan
from coopdesk.plan.ports import PlanWork


def content_of(work: PlanWork, plan_id: str) -> PlanContent:
    """Everything of a plan now; Conflict when the plan is gone."""
    store = work.plans
    parts: tuple[Part, ...] = (
        *store.objectives(plan_id), *store.domains(plan_id), *store.actions(plan_id), *store.indicators(plan_id),
        *store.milestones(plan_id), *store.budget(plan_id), *store.links(plan_id), *store.targets(plan_id),
        *store.evidence(plan_id), *store.rests(plan_id),
    )  # fmt: skip
    return content(store.get(Plan, plan_id), parts)


def approved(work: CycleWork, version: PlanVersion) -> PlanContent:
    """Everything of a plan as it was approved; Refused when what is kept is not what was approved."""
    return thawed(work.cycles.content(version.id).text, version.sha256)
