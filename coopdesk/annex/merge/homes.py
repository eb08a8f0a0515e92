"""Where an action stands in its plan: its objective and the level between, by the titles a row of an annex gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.annex.merge.sides import Value
from coopdesk.annex.model import ActionEntry, Meaning
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import Action, ActionDomain, Objective, ObjectiveIndicator, Plan
from coopdesk.plan.ports import PlanStore
from coopdesk.plan.rules import last_position, next_code

HOME = (Meaning.OBJECTIVE, Meaning.TRACK)


@dataclass(frozen=True, slots=True)
class Homes:
    """The titles of the objectives and of the levels between of a plan, by id."""

    objectives: dict[str, str]
    domains: dict[str, str]

    def told(self, action: Action, entry: ActionEntry) -> dict[Meaning, tuple[Value, Value]]:
        """Where an action stands and where the row puts it; a title in other capitals is the same title."""
        mine = {Meaning.OBJECTIVE: self.objectives[action.objective_id],
                Meaning.TRACK: self.domains.get(action.domain_id or "", "")}  # fmt: skip
        new = titles(entry)
        return {
            meaning: (old, old if bare(old) == bare(new[meaning]) else new[meaning]) for meaning, old in mine.items()
        }


def homes_in(store: PlanStore, plan_id: str) -> Homes:
    """Those of a plan."""
    objectives = {one.id: one.title for one in store.objectives(plan_id)}
    return Homes(objectives, {one.id: one.title for one in store.domains(plan_id)})


def titles(entry: ActionEntry) -> dict[Meaning, str]:
    """What a row says of where its action stands."""
    return {Meaning.OBJECTIVE: " ".join(entry.objective.split()), Meaning.TRACK: " ".join(entry.track.split())}


def bare(title: str) -> str:
    """A title as titles are compared."""
    return " ".join(title.split()).casefold()


def moved(store: PlanStore, plan: Plan, action: Action, entry: ActionEntry, moves: frozenset[Meaning]) -> Action:
    """The action under the objective and level between that the row names, last there; what it is measured by goes
    along, and its code stays: it may be printed in an agreement."""
    objective = store.get(Objective, action.objective_id)
    if Meaning.OBJECTIVE in moves:
        objective = objective_for(store, plan, entry)
        for part in store.parts_of(action.id):
            if isinstance(part, ObjectiveIndicator):
                store.save(replace(part, objective_id=objective.id))
        siblings = [one for one in store.actions(plan.id) if one.objective_id == objective.id]
        action = replace(action, objective_id=objective.id, domain_id=None, position=last_position(siblings))
    if Meaning.TRACK in moves or (Meaning.OBJECTIVE in moves and entry.track):
        action = replace(action, domain_id=domain_for(store, plan, objective, entry))
    return action


def objective_for(store: PlanStore, plan: Plan, entry: ActionEntry) -> Objective:
    """The objective with that title, made if need be; a row that names none goes under the first of the plan."""
    there = store.objectives(plan.id)
    same = next((o for o in there if bare(o.title) == bare(entry.objective)), None)
    if same is None and not entry.objective and there:
        return there[0]
    if same is not None:
        return same
    title = entry.objective or entry.title
    made = Objective(new_id(), plan.id, next_code("", (o.code for o in there)), title, position=last_position(there))
    store.add(made)
    return made


def domain_for(store: PlanStore, plan: Plan, objective: Objective, entry: ActionEntry) -> str | None:
    """The id of the level between with that title, made if need be; None where the row names none."""
    if not entry.track:
        return None
    there = [d for d in store.domains(plan.id) if d.objective_id == objective.id]
    same = next((d for d in there if bare(d.title) == bare(entry.track)), None)
    if same is not None:
        return same.id
    made = ActionDomain(new_id(), objective.id, entry.track, position=last_position(there))
    store.add(made)
    return made.id
