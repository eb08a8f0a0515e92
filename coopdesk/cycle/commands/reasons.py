"""Filling a hole in the check of the priorities: an action, or a reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coopdesk.cycle.model import PriorityReason
from coopdesk.cycle.ports import CycleWork
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import AddAction, ReviseAction
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.model import Action, Plan
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class NoteReason:
    """Keeps why a plan has no action for a priority in a year; an empty reason takes it away. Returns its id or ""."""

    plan_id: str
    code: str
    year: int
    reason: str
    noted: date
    nis: str = ""
    label: str = N_("Note why not")

    def run(self, work: CycleWork) -> str:
        plan = work.plans.get(Plan, self.plan_id)
        if not plan.begin_year <= self.year <= plan.end_year:
            raise Invalid(N_("{year} lies outside this plan."), year=str(self.year))
        text = " ".join(self.reason.split())
        mine = (self.code, self.year, self.nis)
        kept = next((r for r in work.cycles.reasons(plan.id) if (r.code, r.year, r.nis) == mine), None)
        work.about(f"{self.code} {self.year}")
        if not text:
            if kept is not None:
                work.cycles.remove(kept)
            return ""
        if kept is not None:
            if kept.reason != text:
                work.cycles.save(replace(kept, reason=text, noted=self.noted))
            return kept.id
        made = PriorityReason(new_id(), plan.id, self.code, self.year, text, self.noted, self.nis)
        work.cycles.add(made)
        return made.id


@dataclass(frozen=True, slots=True)
class ServePriority:
    """Says that an action there is serves a priority; saying it twice changes nothing."""

    action_id: str
    code: str
    label: str = N_("Link action to priority")

    def run(self, work: CycleWork) -> None:
        action = work.plans.get(Action, self.action_id)
        if self.code in action.priorities:
            work.about(action.title)
            return
        ReviseAction(replace(action, priorities=(*action.priorities, self.code))).run(work)


@dataclass(frozen=True, slots=True)
class AddActionForPriority:
    """Adds an action that serves a priority in a year, under the first objective or a new one; returns its id."""

    plan_id: str
    code: str
    year: int
    title: str
    objective_title: str
    nis: str = ""
    label: str = N_("Add action")

    def run(self, work: CycleWork) -> str:
        plan = work.plans.get(Plan, self.plan_id)
        objectives = work.plans.objectives(plan.id)
        objective = objectives[0].id if objectives else AddObjective(plan.id, self.objective_title).run(work)
        values = {
            "priorities": (self.code,),
            "begin": PartialDate.year(self.year),
            "end": PartialDate.year(self.year),
            "nis": (self.nis,) if self.nis else (),
        }
        return AddAction(objective, self.title, values=values).run(work)
