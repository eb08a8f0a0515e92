"""Actions of an annex beside those of the plan: known by code, else by title where the codes do not differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coopdesk.annex.merge.tally import Import, Tally
from coopdesk.annex.model import ActionEntry, Entry
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import Action, ActionDomain, ActionStatus, BudgetLine, Objective, Plan
from coopdesk.plan.ports import PlanStore
from coopdesk.plan.rules import checked, last_position, next_code


@dataclass(frozen=True, slots=True)
class ActionMerge:
    """Actions to add, actions to change as they will be, how many stay the same, and how many keep their own dates."""

    new: list[ActionEntry]
    changed: list[tuple[Action, ActionEntry]]
    same: int
    undated: int = 0

    @property
    def tally(self) -> Tally:
        """The counts."""
        return Tally(len(self.new), len(self.changed), self.same, undated=self.undated)


def compare_actions(store: PlanStore, plan_id: str, entries: Iterable[Entry]) -> ActionMerge:
    """What the file changes; a field the file leaves empty keeps what the user put there."""
    there = store.actions(plan_id) if plan_id else []
    merge = ActionMerge([], [], 0)
    same = undated = 0
    for entry in entries:
        if not isinstance(entry, ActionEntry):
            continue
        kept = _known(there, entry)
        if kept is None:
            merge.new.append(entry)
            continue
        # Two rows never change the same action: the second would undo what the first says.
        there.remove(kept)
        told, dated = _told(kept, entry)
        undated += not dated
        if told == kept:
            same += 1
        else:
            merge.changed.append((told, entry))
    return replace(merge, same=same, undated=undated)


def _known(there: list[Action], entry: ActionEntry) -> Action | None:
    """The action a row is about: with its code, and its title where several have that code; or with its title, unless
    both have a code and those differ."""
    title = _bare(entry.title)
    coded = [action for action in there if entry.code and action.code == entry.code]
    alike = [action for action in coded or there if _bare(action.title) == title]
    if coded:
        return (alike or coded)[0]
    return next((action for action in alike if not (action.code and entry.code)), None)


def _bare(title: str) -> str:
    return " ".join(title.split()).casefold()


def _told(action: Action, entry: ActionEntry) -> tuple[Action, bool]:
    """The action with everything the row says, and whether its dates could be taken over: dates that would end before
    they begin beside those of the plan leave the plan's as they are."""
    changed = _described(action, entry)
    dated = replace(changed, begin=entry.begin.date or action.begin, end=entry.end.date or action.end)
    try:
        return checked(dated), True
    except Invalid:
        return changed, False


def _described(action: Action, entry: ActionEntry) -> Action:
    """The action with all but the dates of the row."""
    status = ActionStatus(entry.status) if entry.status else action.status
    done = 100 if status is ActionStatus.DONE else action.progress
    return replace(
        action,
        code=entry.code or action.code,
        title=entry.title,
        lead=entry.lead or action.lead,
        status=status,
        progress=round(entry.progress * 100) if entry.progress is not None else done,
        nis=entry.nis or action.nis,
        priorities=entry.priorities or action.priorities,
        remark=_remark(entry) or action.remark,
    )


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
        store.add(_told(made, entry)[0])
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
