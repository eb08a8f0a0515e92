"""Starting a plan: from kinds of action in the catalogue, or from the plan of the cycle before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from coopdesk.cycle.model import Fate, Succession
from coopdesk.cycle.ports import CycleWork, OpeningWork
from coopdesk.cycle.rules import rollover
from coopdesk.cycle.rules.template import Template, months_on
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.opportunity.model import OpportunityState
from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.commands.parts import AddMilestone
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.commands.start import MakeActionFromOpportunity
from coopdesk.plan.model import Action, ActionStatus, Plan
from coopdesk.plan.rules import policy_cycle
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddFromTemplates:
    """Adds chosen kinds of action to a plan, each under the objective of its ambition, with milestones and indicator.

    Without a plan one is made for the policy cycle of `begin`. `objectives` names the objective of each ambition; one
    of that title is used, else made. Returns the ids of the actions.
    """

    area_id: str
    plan_id: str
    begin: PartialDate
    chosen: tuple[Template, ...]
    objectives: tuple[tuple[str, str], ...]
    label: str = N_("Add actions from the catalogue")

    def run(self, work: CycleWork) -> tuple[str, ...]:
        if not self.chosen:
            raise Invalid(N_("Choose at least one action."))
        plan_id = self.plan_id or AddPlan(self.area_id, *policy_cycle(self.begin.first.year)).run(work)
        plan = work.plans.get(Plan, plan_id)
        titles, known = dict(self.objectives), {o.title: o.id for o in work.plans.objectives(plan.id)}
        made = []
        for template in self.chosen:
            title = titles[template.ambition]
            if title not in known:
                known[title] = AddObjective(plan.id, title).run(work)
            made.append(self._add(work, plan, known[title], template))
        work.about(self.chosen[0].title)
        return tuple(made)

    def _add(self, work: CycleWork, plan: Plan, objective_id: str, template: Template) -> str:
        last = PartialDate.year(plan.end_year)
        end = last if template.yearly else months_on(self.begin, template.months)
        held = {p.code for p in work.plans.priorities()}
        end = min(end, last, key=lambda day: day.last)
        values: dict[str, Any] = {
            "description": template.description,
            "target_groups": template.target_groups,
            "partners": template.partners,
            "priorities": tuple(code for code in template.priorities if code in held),
            "yearly": template.yearly,
            "begin": self.begin,
            "end": end if end.last >= self.begin.first else None,
        }
        action_id = AddAction(objective_id, template.title, values=values).run(work)
        for milestone in template.milestones:
            AddMilestone(action_id, milestone.title, months_on(self.begin, milestone.after)).run(work)
        for indicator in template.indicators:
            AddIndicator(objective_id, indicator.title, unit=indicator.unit, action_id=action_id).run(work)
        return action_id


@dataclass(frozen=True, slots=True)
class StartNextPlan:
    """Makes the plan of the next cycle from one there is; returns its id.

    `fates` says per action (its id) what becomes of it. What goes on or restarts is copied with what belongs to it and
    remembers what it came from; what is finished or stopped stays behind with that status. Objectives come along all.
    """

    plan_id: str
    begin_year: int
    end_year: int
    fates: tuple[tuple[str, Fate], ...]
    title: str = ""
    label: str = N_("Start the plan of the next cycle")

    def run(self, work: CycleWork) -> str:
        old = work.plans.get(Plan, self.plan_id)
        if self.begin_year <= old.end_year:
            raise Invalid(N_("The next plan begins after {year}, the last year of this one."), year=str(old.end_year))
        made_id = AddPlan(old.area_id, self.begin_year, self.end_year, self.title).run(work)
        made = work.plans.get(Plan, made_id)
        named = replace(old, id=made.id, begin_year=made.begin_year, end_year=made.end_year, title=made.title)
        work.plans.save(replace(named, version=made.version))
        years = rollover.Years(self.begin_year, self.end_year, self.begin_year - old.begin_year)
        _Copy(work, old, made.id, years, dict(self.fates)).all()
        work.about(self.title or f"{self.begin_year}–{self.end_year}")
        return made.id


class _Copy:
    """Copies a plan into the next one; knows the new id of everything it copied."""

    def __init__(
        self, work: CycleWork, old: Plan, made_id: str, years: rollover.Years, fates: dict[str, Fate]
    ) -> None:  # fmt: skip
        self._work, self._old, self._made_id, self._years, self._fates = work, old, made_id, years, fates
        self._ids: dict[str | None, str] = {}

    def all(self) -> None:
        store, old = self._work.plans, self._old
        for objective in store.objectives(old.id):
            self._add(objective, plan_id=self._made_id)
        for domain in store.domains(old.id):
            self._add(domain, objective_id=self._ids[domain.objective_id])
        going = {}
        for action in store.actions(old.id):
            fate = self._fates.get(action.id) or rollover.proposed(action, old)
            if fate in rollover.CLOSING:
                self._close(action, rollover.CLOSING[fate])
            else:
                self._action(action, fate)
                going[action.id] = fate
        self._parts(going)

    def _action(self, action: Action, fate: Fate) -> None:
        renewed = rollover.renewed(action, self._years, fate)
        self._add(
            renewed, plan_id=self._made_id, objective_id=self._ids[action.objective_id],
            domain_id=self._ids.get(action.domain_id),
        )  # fmt: skip
        made = Succession(new_id(), self._made_id, self._ids[action.id], self._old.id, action.id, fate)
        self._work.cycles.add(made)

    def _close(self, action: Action, status: ActionStatus) -> None:
        if action.status is not status:
            progress = 100 if status is ActionStatus.DONE else action.progress
            self._work.plans.save(replace(action, status=status, progress=progress))

    def _parts(self, going: dict[str, Fate]) -> None:
        store, old = self._work.plans, self._old
        self._indicators(going)
        parts: defaultdict[str, list[rollover.Belonging]] = defaultdict(list)
        belongings: tuple[rollover.Belonging, ...] = (
            *store.milestones(old.id), *store.budget(old.id), *store.links(old.id), *store.evidence(old.id),
            *store.rests(old.id),
        )  # fmt: skip
        for part in belongings:
            parts[part.action_id].append(part)
        for action_id, fate in going.items():
            for part in parts[action_id]:
                after = rollover.part_after(part, self._years, fate)
                if after is not None:
                    self._add(after, action_id=self._ids[action_id])

    def _indicators(self, going: dict[str, Fate]) -> None:
        """Those of objectives and of actions that come along, with their targets per year."""
        store, years = self._work.plans, self._years
        anew = set()
        for indicator in store.indicators(self._old.id):
            owner = indicator.action_id
            if owner is not None and owner not in going:
                continue
            restarts = owner is not None and going[owner] is Fate.RESTARTED
            anew |= {indicator.id} if restarts else set()
            self._add(
                rollover.indicator_after(indicator, years, restarts=restarts),
                objective_id=self._ids[indicator.objective_id], action_id=self._ids.get(owner),
            )  # fmt: skip
        for target in store.targets(self._old.id):
            after = rollover.target_after(target, years, restarts=target.indicator_id in anew)
            if after is not None and target.indicator_id in self._ids:
                self._add(after, indicator_id=self._ids[target.indicator_id])

    def _add(self, part: Any, **changes: Any) -> None:
        self._ids[part.id] = new_id()
        self._work.plans.add(replace(part, id=self._ids[part.id], version=1, **changes))


@dataclass(frozen=True, slots=True)
class MakeActionsOfChosen:
    """Turns every chosen opportunity of an area that led to no action yet into one; returns the ids of the actions."""

    area_id: str
    plan_id: str
    year: int
    objective_title: str
    label: str = N_("Make actions of the chosen opportunities")

    def run(self, work: OpeningWork) -> tuple[str, ...]:
        made = []
        for one in work.opportunities.of_area(self.area_id):
            if one.state is not OpportunityState.CHOSEN or work.plans.links_of(one.id):
                continue
            objectives = work.plans.objectives(self.plan_id) if self.plan_id else []
            command = MakeActionFromOpportunity(
                self.area_id, one.id, one.title, self.year, one.reason, one.nis,
                objectives[0].id if objectives else "", self.objective_title,
            )  # fmt: skip
            made.append(command.run(work))
            work.about(one.title)
        if not made:
            raise Invalid(N_("Every chosen opportunity already has an action. Choose opportunities first."))
        return tuple(made)
