"""Where an action goes by key or by paste, as commands computed from the plan on show. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coopdesk.plan.commands.actions import AddAction, MoveAction
from coopdesk.plan.commands.start import AddFirstAction
from coopdesk.plan.queries import ActionRow, ObjectiveRow, PlanView


def by_step(view: PlanView, row: ActionRow, step: int) -> MoveAction | None:
    """Up or down by one among what is shown under the same level; past its edge into the level above or below."""
    near = [one for one in view.rows if one.group == row.group]
    at = [one.id for one in near].index(row.id) + step
    if 0 <= at < len(near):
        return _to_place_of(view, row, near[at])
    levels = [(one, domain.id if domain else None) for one in view.objectives for domain in (None, *one.domains)]
    here = levels.index((_head(view, row.objective.id), row.domain.id if row.domain else None)) + step
    if not 0 <= here < len(levels):
        return None
    objective, domain = levels[here]
    group = domain or objective.id
    there = [one for one in view.rows if one.group == group]
    if step > 0 and there:
        return _to_place_of(view, row, there[0])
    return MoveAction(row.id, row.action.version, objective.id, -1, domain)


def to_place(view: PlanView, row: ActionRow, group: str, index: int) -> MoveAction:
    """To a place among the others under a heading, an objective or a level under it; -1 is last."""
    objective, domain = level_of(view, group)
    others = [one for one in view.rows if one.group == group and one.id != row.id]
    if not 0 <= index < len(others):
        return MoveAction(row.id, row.action.version, objective, -1, domain)
    siblings = sorted((one for one in view.rows if one.objective.id == objective and one.id != row.id),
                      key=lambda one: one.action.position)  # fmt: skip
    at = [one.id for one in siblings].index(others[index].id)
    return MoveAction(row.id, row.action.version, objective, at, domain)


def level_of(view: PlanView, group: str) -> tuple[str, str | None]:
    """The objective and, under it, the level that a heading stands for; without one, the last objective."""
    for head in view.objectives:
        if head.id == group:
            return head.id, None
        if any(domain.id == group for domain in head.domains):
            return head.id, group
    return view.objectives[-1].id, None


def by_level(view: PlanView, row: ActionRow, step: int) -> MoveAction | None:
    """Under the first level between objective and action, or from there directly under the objective."""
    domains = _head(view, row.objective.id).domains
    if step < 0 and row.domain is not None:
        return MoveAction(row.id, row.action.version, row.objective.id, -1, None)
    if step > 0 and row.domain is None and domains:
        return MoveAction(row.id, row.action.version, row.objective.id, -1, domains[0].id)
    return None


def pasted(view: PlanView, values: Mapping[str, Any], title: str) -> AddAction:
    """A pasted row beyond the last one becomes an action under the objective it names, else under the last one."""
    fields = {key: value for key, value in values.items() if key not in NOT_FIELDS and value is not None}
    objective = values.get("objective") or view.objectives[-1].id
    domain = values.get("domain")
    if domain and domain in {one.id for one in _head(view, objective).domains}:
        fields["domain_id"] = domain
    return AddAction(objective, values.get("title") or title, values.get("code") or "", values=fields)


def pasted_first(
    area_id: str, year: int, objective: str, values: Mapping[str, Any], title: str
) -> AddFirstAction:  # fmt: skip
    """The same in a plan without objectives: what an action needs is made with the first row."""
    fields = {key: value for key, value in values.items() if key not in NOT_FIELDS and value is not None}
    return AddFirstAction(
        area_id, year, objective, values.get("title") or title, values.get("code") or "", fields
    )  # fmt: skip


NOT_FIELDS = frozenset({"title", "code", "objective", "domain", "budget", "own", "spent", "source"})


def _head(view: PlanView, objective_id: str) -> ObjectiveRow:
    return next(one for one in view.objectives if one.id == objective_id)


def _to_place_of(view: PlanView, row: ActionRow, other: ActionRow) -> MoveAction:
    siblings = sorted((one for one in view.rows if one.objective.id == other.objective.id),
                      key=lambda one: one.action.position)  # fmt: skip
    index = [one.id for one in siblings].index(other.id)
    return MoveAction(row.id, row.action.version, other.objective.id, index, other.action.domain_id)
