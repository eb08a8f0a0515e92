"""Keeps plans and their parts in the database."""

from __future__ import annotations

from typing import Any

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
from coopdesk.storage.query import IdOf, given
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table

_TABLES: dict[type[Any], str] = {
    Plan: "plan",
    Objective: "objective",
    ObjectiveIndicator: "objective_indicator",
    IndicatorTarget: "indicator_target",
    ActionDomain: "action_domain",
    Action: "action",
    Milestone: "milestone",
    BudgetLine: "budget_line",
    Evidence: "evidence",
    ActionLink: "action_link",
    OpportunityLink: "action_opportunity",
    PolicyPriority: "policy_priority",
}


class SqlPlanStore:
    """The plans of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, kind: type[P], id: str) -> P:
        return self._table(kind).get(id)

    def find(self, kind: type[P], id: str) -> P | None:
        return self._table(kind).find(id)

    def plans(self, area_id: str | None = None) -> list[Plan]:
        return self._table(Plan).where(**given(area_id=area_id), order_by=("begin_year", "id"))

    def objectives(self, plan_id: str) -> list[Objective]:
        return self._table(Objective).where(plan_id=plan_id, order_by=("position", "id"))

    def indicators(self, plan_id: str) -> list[ObjectiveIndicator]:
        mine = self._objectives(plan_id)
        return self._table(ObjectiveIndicator).where(objective_id=mine, order_by=("position", "id"))

    def targets(self, plan_id: str) -> list[IndicatorTarget]:
        mine = self._table(ObjectiveIndicator).ids(objective_id=self._objectives(plan_id))
        return self._table(IndicatorTarget).where(indicator_id=mine, order_by=("year", "id"))

    def targets_of(self, indicator_id: str) -> list[IndicatorTarget]:
        return self._table(IndicatorTarget).where(indicator_id=indicator_id, order_by=("year",))

    def domains(self, plan_id: str) -> list[ActionDomain]:
        return self._table(ActionDomain).where(objective_id=self._objectives(plan_id), order_by=("position", "id"))

    def actions(self, plan_id: str) -> list[Action]:
        return self._table(Action).where(plan_id=plan_id, order_by=("position", "id"))

    def codes(self, plan_id: str) -> list[str]:
        return [code for (code,) in self._rows.fetch('SELECT "code" FROM "action" WHERE "plan_id" = ?', (plan_id,))]

    def last_place(self, objective_id: str) -> int:
        asked = 'SELECT max("position") FROM "action" WHERE "objective_id" = ?'
        found = self._rows.fetch(asked, (objective_id,))[0][0]
        return -1 if found is None else int(found)

    def milestones(self, plan_id: str) -> list[Milestone]:
        return self._table(Milestone).where(action_id=self._actions(plan_id), order_by=("position", "id"))

    def budget(self, plan_id: str) -> list[BudgetLine]:
        return self._table(BudgetLine).where(action_id=self._actions(plan_id), order_by=("year", "id"))

    def evidence(self, plan_id: str) -> list[Evidence]:
        return self._table(Evidence).where(action_id=self._actions(plan_id), order_by=("position", "id"))

    def rests(self, plan_id: str) -> list[ActionLink]:
        return self._table(ActionLink).where(action_id=self._actions(plan_id), order_by=("id",))

    def rests_on(self, kind: LinkKind, target: str) -> list[ActionLink]:
        return self._table(ActionLink).where(kind=kind, target=target, order_by=("id",))

    def links(self, plan_id: str) -> list[OpportunityLink]:
        return self._table(OpportunityLink).where(action_id=self._actions(plan_id), order_by=("id",))

    def links_of(self, opportunity_id: str) -> list[OpportunityLink]:
        return self._table(OpportunityLink).where(opportunity_id=opportunity_id, order_by=("id",))

    def parts_of(self, action_id: str) -> list[ActionPart]:
        """What belongs to an action, what refers to another part before it."""
        measured = self._table(ObjectiveIndicator).where(action_id=action_id, order_by=("position", "id"))
        targets = [target for one in measured for target in self.targets_of(one.id)] if measured else []
        milestones = self._table(Milestone).where(action_id=action_id, order_by=("position", "id"))
        lines = self._table(BudgetLine).where(action_id=action_id, order_by=("year", "id"))
        evidence = self._table(Evidence).where(action_id=action_id, order_by=("position", "id"))
        rests = self._table(ActionLink).where(action_id=action_id)
        links = self._table(OpportunityLink).where(action_id=action_id)
        return [*targets, *measured, *milestones, *lines, *evidence, *rests, *links]

    def priorities(self) -> list[PolicyPriority]:
        return self._table(PolicyPriority).where(order_by=("code", "first_year"))

    def add(self, part: Part) -> None:
        self._table(type(part)).add(part)

    def save(self, part: Part) -> None:
        self._table(type(part)).save(part)

    def remove(self, part: Part) -> None:
        self._table(type(part)).remove(part.id)

    def _table(self, kind: type[P]) -> Table[P]:
        return Table(self._rows, _TABLES[kind], kind)

    def _objectives(self, plan_id: str) -> IdOf:
        return self._table(Objective).ids(plan_id=plan_id)

    def _actions(self, plan_id: str) -> IdOf:
        return self._table(Action).ids(plan_id=plan_id)
