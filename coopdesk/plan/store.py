"""Keeps plans and their parts in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coopdesk.plan import records as r
from coopdesk.plan.model import (
    Action,
    ActionDomain,
    ActionLink,
    BudgetLine,
    Evidence,
    IndicatorTarget,
    LinkKind,
    Milestone,
    Objective,
    ObjectiveIndicator,
    OpportunityLink,
    Part,
    Plan,
    PolicyPriority,
)
from coopdesk.plan.ports import ActionPart, P
from coopdesk.storage.table import Table

_RECORDS: dict[type[Any], type[Any]] = {
    Plan: r.PlanRecord,
    Objective: r.ObjectiveRecord,
    ObjectiveIndicator: r.ObjectiveIndicatorRecord,
    IndicatorTarget: r.IndicatorTargetRecord,
    ActionDomain: r.ActionDomainRecord,
    Action: r.ActionRecord,
    Milestone: r.MilestoneRecord,
    BudgetLine: r.BudgetLineRecord,
    Evidence: r.EvidenceRecord,
    ActionLink: r.ActionLinkRecord,
    OpportunityLink: r.OpportunityLinkRecord,
    PolicyPriority: r.PolicyPriorityRecord,
}


class SqlPlanStore:
    """The plans of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, kind: type[P], id: str) -> P:
        return self._table(kind).get(id)

    def find(self, kind: type[P], id: str) -> P | None:
        return self._table(kind).find(id)

    def plans(self, area_id: str | None = None) -> list[Plan]:
        mine = () if area_id is None else (r.PlanRecord.area_id == area_id,)
        return self._table(Plan).where(*mine, order_by=(r.PlanRecord.begin_year, r.PlanRecord.id))

    def objectives(self, plan_id: str) -> list[Objective]:
        mine = r.ObjectiveRecord.plan_id == plan_id
        return self._table(Objective).where(mine, order_by=(r.ObjectiveRecord.position, r.ObjectiveRecord.id))

    def indicators(self, plan_id: str) -> list[ObjectiveIndicator]:
        record = r.ObjectiveIndicatorRecord
        mine = record.objective_id.in_(_objectives(plan_id))
        return self._table(ObjectiveIndicator).where(mine, order_by=(record.position, record.id))

    def targets(self, plan_id: str) -> list[IndicatorTarget]:
        record, indicator = r.IndicatorTargetRecord, r.ObjectiveIndicatorRecord
        mine = select(indicator.id).where(indicator.objective_id.in_(_objectives(plan_id)))
        return self._table(IndicatorTarget).where(record.indicator_id.in_(mine), order_by=(record.year, record.id))

    def targets_of(self, indicator_id: str) -> list[IndicatorTarget]:
        record = r.IndicatorTargetRecord
        return self._table(IndicatorTarget).where(record.indicator_id == indicator_id, order_by=(record.year,))

    def domains(self, plan_id: str) -> list[ActionDomain]:
        record = r.ActionDomainRecord
        mine = record.objective_id.in_(_objectives(plan_id))
        return self._table(ActionDomain).where(mine, order_by=(record.position, record.id))

    def actions(self, plan_id: str) -> list[Action]:
        mine = r.ActionRecord.plan_id == plan_id
        return self._table(Action).where(mine, order_by=(r.ActionRecord.position, r.ActionRecord.id))

    def milestones(self, plan_id: str) -> list[Milestone]:
        record = r.MilestoneRecord
        mine = record.action_id.in_(_actions(plan_id))
        return self._table(Milestone).where(mine, order_by=(record.position, record.id))

    def budget(self, plan_id: str) -> list[BudgetLine]:
        record = r.BudgetLineRecord
        mine = record.action_id.in_(_actions(plan_id))
        return self._table(BudgetLine).where(mine, order_by=(record.year, record.id))

    def evidence(self, plan_id: str) -> list[Evidence]:
        record = r.EvidenceRecord
        mine = record.action_id.in_(_actions(plan_id))
        return self._table(Evidence).where(mine, order_by=(record.position, record.id))

    def rests(self, plan_id: str) -> list[ActionLink]:
        record = r.ActionLinkRecord
        return self._table(ActionLink).where(record.action_id.in_(_actions(plan_id)), order_by=(record.id,))

    def rests_on(self, kind: LinkKind, target: str) -> list[ActionLink]:
        record = r.ActionLinkRecord
        return self._table(ActionLink).where(record.kind == kind, record.target == target, order_by=(record.id,))

    def links(self, plan_id: str) -> list[OpportunityLink]:
        record = r.OpportunityLinkRecord
        return self._table(OpportunityLink).where(record.action_id.in_(_actions(plan_id)), order_by=(record.id,))

    def links_of(self, opportunity_id: str) -> list[OpportunityLink]:
        record = r.OpportunityLinkRecord
        return self._table(OpportunityLink).where(record.opportunity_id == opportunity_id, order_by=(record.id,))

    def parts_of(self, action_id: str) -> list[ActionPart]:
        """What belongs to an action, what refers to another part before it."""
        measured = self._table(ObjectiveIndicator).where(
            r.ObjectiveIndicatorRecord.action_id == action_id,
            order_by=(r.ObjectiveIndicatorRecord.position, r.ObjectiveIndicatorRecord.id),
        )
        targets = [target for one in measured for target in self.targets_of(one.id)] if measured else []
        milestones = self._table(Milestone).where(
            r.MilestoneRecord.action_id == action_id, order_by=(r.MilestoneRecord.position, r.MilestoneRecord.id)
        )
        lines = self._table(BudgetLine).where(
            r.BudgetLineRecord.action_id == action_id, order_by=(r.BudgetLineRecord.year, r.BudgetLineRecord.id)
        )
        evidence = self._table(Evidence).where(
            r.EvidenceRecord.action_id == action_id, order_by=(r.EvidenceRecord.position, r.EvidenceRecord.id)
        )
        rests = self._table(ActionLink).where(r.ActionLinkRecord.action_id == action_id)
        links = self._table(OpportunityLink).where(r.OpportunityLinkRecord.action_id == action_id)
        return [*targets, *measured, *milestones, *lines, *evidence, *rests, *links]

    def priorities(self) -> list[PolicyPriority]:
        record = r.PolicyPriorityRecord
        return self._table(PolicyPriority).where(order_by=(record.code, record.first_year))

    def add(self, part: Part) -> None:
        """Keep a new part, at once: the rows that follow may refer to it."""
        self._table(type(part)).add(part)
        self._session.flush()

    def save(self, part: Part) -> None:
        self._table(type(part)).save(part)

    def remove(self, part: Part) -> None:
        self._table(type(part)).remove(part.id)

    def _table(self, kind: type[P]) -> Table[P, Any]:
        return Table(self._session, _RECORDS[kind], kind)


def _objectives(plan_id: str) -> Any:
    return select(r.ObjectiveRecord.id).where(r.ObjectiveRecord.plan_id == plan_id)


def _actions(plan_id: str) -> Any:
    return select(r.ActionRecord.id).where(r.ActionRecord.plan_id == plan_id)
