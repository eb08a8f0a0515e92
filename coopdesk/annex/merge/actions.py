"""Actions of an annex beside those of the plan: known by code, else by title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coopdesk.annex.merge.tally import Import, Tally
from coopdesk.annex.model import ActionEntry, Entry
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import Action, ActionDomain, ActionStatus, BudgetLine, Objective, Plan
from coopdesk.plan.ports import PlanStore
from coopdesk.plan.rules import checked, last_position, next_code


@dataclass(frozen=True, slots=True)
class ActionMerge:
    """Actions to add, actions to change as they will be, and how many stay the same."""

    new: list[ActionEntry]
    changed: list[tuple[Action, ActionEntry]]
    same: int

    @property
    def tally(self) -> Tally:
        """The counts."""
        return Tally(len(self.new), len(self.changed), self.same)


def compare_actions(store: PlanStore, plan_id: str, entries: Iterable[Entry]) -> ActionMerge:
    """What the file changes; a field the file leaves empty keeps what the user put there."""
    there = store.actions(plan_id) if plan_id else []
    by_code = {action.code: action for action in there if action.code}
    by_title = {_bare(action.title): action for action in there}
    merge = ActionMerge([], [], 0)
    same = 0
    for entry in entries:
        if not isinstance(entry, ActionEntry):
            continue
        kept = by_code.get(entry.code) if entry.code else None
        kept = kept or by_title.get(_bare(entry.title))
        if kept is None:
            merge.new.append(entry)
        elif _told(kept, entry) == kept:
            same += 1
        else:
            merge.changed.append((_told(kept, entry), entry))
    return replace(merge, same=same)


def _bare(title: str) -> str:
    return " ".join(title.split()).casefold()


def _told(action: Action, entry: ActionEntry) -> Action:
    """The action with everything the row says."""
    status = ActionStatus(entry.status) if entry.status else action.status
    done = 100 if status is ActionStatus.DONE else action.progress
    changed = replace(
        action,
        code=entry.code or action.code,
        title=entry.title,
        lead=entry.lead or action.lead,
        status=status,
        progress=round(entry.progress * 100) if entry.progress is not None else done,
        begin=entry.begin.date or action.begin,
        end=entry.end.date or action.end,
        nis=entry.nis or action.nis,
        priorities=entry.priorities or action.priorities,
        remark=_remark(entry) or action.remark,
    )
    return checked(changed)


def _remark(entry: ActionEntry) -> str:
    """The remark, and the words of the budget where they hold no amount."""
    budget = entry.budget_text if entry.budget is None else ""
    return "\n".join(text for text in (entry.remark, budget) if text)


def write_actions(store: PlanStore, plan_id: str, merge: ActionMerge, into: Import) -> None:
    """Adds objectives, domains, actions and their budget; saves the changed ones."""
    plan = store.get(Plan, plan_id)
    for action, entry in merge.changed:
        store.save(action)
        into.note(action.id, entry.origins)
    for entry in merge.new:
        objective = _objective(store, plan, entry)
        domain = _domain(store, plan, objective, entry)
        actions = store.actions(plan.id)
        code = entry.code or next_code(objective.code, (a.code for a in actions))
        siblings = [a for a in actions if a.objective_id == objective.id]
        made = Action(
            new_id(), plan.id, objective.id, code, entry.title, domain_id=domain, position=last_position(siblings)
        )
        store.add(_told(made, entry))
        if entry.budget is not None:
            year = entry.begin.date.first.year if entry.begin.date else plan.begin_year
            store.add(BudgetLine(new_id(), made.id, year, entry.budget, source=into.name))
        into.note(made.id, entry.origins)


def _objective(store: PlanStore, plan: Plan, entry: ActionEntry) -> Objective:
    """The objective with that title, made if need be; a row that names none goes under the first of the plan."""
    there = store.objectives(plan.id)
    known = next((o for o in there if _bare(o.title) == _bare(entry.objective)), None)
    if known is None and not entry.objective and there:
        return there[0]
    if known is not None:
        return known
    title = entry.objective or entry.title
    made = Objective(new_id(), plan.id, next_code("", (o.code for o in there)), title, position=last_position(there))
    store.add(made)
    return made


def _domain(store: PlanStore, plan: Plan, objective: Objective, entry: ActionEntry) -> str | None:
    if not entry.track:
        return None
    there = [d for d in store.domains(plan.id) if d.objective_id == objective.id]
    known = next((d for d in there if _bare(d.title) == _bare(entry.track)), None)
    if known is not None:
        return known.id
    made = ActionDomain(new_id(), objective.id, entry.track, position=last_position(there))
    store.add(made)
    return made.id
