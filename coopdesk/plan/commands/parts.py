"""Changes to what belongs to an action: milestones, budget lines and the opportunities it answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.seen import follow, move, named, seen
from coopdesk.plan.model import Action, BudgetLine, Milestone, OpportunityLink
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.rules import last_position
from coopdesk.words.marks import N_

MILESTONE = N_("Give the milestone a name, for example “Agreement with the care homes”.")


@dataclass(frozen=True, slots=True)
class AddMilestone:
    """Adds a milestone after the last one of an action; returns its id."""

    action_id: str
    title: str
    due: PartialDate | None = None
    done: bool = False
    label: str = N_("Add milestone")

    def run(self, work: PlanWork) -> str:
        action = work.plans.get(Action, self.action_id)
        title = named(self.title, MILESTONE)
        made = Milestone(new_id(), action.id, title, self.due, self.done, last_position(_milestones(work, action.id)))
        work.plans.add(made)
        follow(work, action.id)
        work.about(title)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseMilestone:
    """Keeps a changed milestone: reached, renamed or put on another date."""

    changed: Milestone
    label: str = N_("Change milestone")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, Milestone, self.changed.id, self.changed.version)
        title = named(self.changed.title, MILESTONE)
        work.plans.save(replace(self.changed, action_id=kept.action_id, title=title, position=kept.position))
        follow(work, kept.action_id)
        work.about(title)


@dataclass(frozen=True, slots=True)
class MoveMilestone:
    """Puts a milestone at a place among those of its action; -1 is last."""

    id: str
    seen_version: int
    index: int
    label: str = N_("Move milestone")

    def run(self, work: PlanWork) -> None:
        moved = seen(work, Milestone, self.id, self.seen_version)
        move(work, moved, _milestones(work, moved.action_id), self.index)


@dataclass(frozen=True, slots=True)
class RemoveMilestone:
    """Removes a milestone."""

    id: str
    label: str = N_("Remove milestone")

    def run(self, work: PlanWork) -> None:
        milestone = work.plans.get(Milestone, self.id)
        work.plans.remove(milestone)
        follow(work, milestone.action_id)
        work.about(milestone.title)


@dataclass(frozen=True, slots=True)
class AddBudgetLine:
    """Adds what an action costs in a year, in cents; returns its id."""

    action_id: str
    year: int
    cents: int
    spent: int | None = None
    source: str = ""
    own: int | None = None
    label: str = N_("Add budget")

    def run(self, work: PlanWork) -> str:
        action = work.plans.get(Action, self.action_id)
        source = self.source.strip()
        made = _money(BudgetLine(new_id(), action.id, self.year, self.cents, self.spent, source, self.own))
        work.plans.add(made)
        work.about(action.title)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseBudgetLine:
    """Keeps a changed estimate, amount spent, own share, year or source."""

    changed: BudgetLine
    label: str = N_("Change budget")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, BudgetLine, self.changed.id, self.changed.version)
        work.plans.save(_money(replace(self.changed, action_id=kept.action_id)))
        work.about(work.plans.get(Action, kept.action_id).title)


@dataclass(frozen=True, slots=True)
class RemoveBudgetLine:
    """Removes a budget line."""

    id: str
    label: str = N_("Remove budget")

    def run(self, work: PlanWork) -> None:
        line = work.plans.get(BudgetLine, self.id)
        work.plans.remove(line)
        work.about(work.plans.get(Action, line.action_id).title)


@dataclass(frozen=True, slots=True)
class SetBudget:
    """Makes this the whole budget of an action that has at most one line; None removes it."""

    action_id: str
    year: int
    cents: int | None
    label: str = N_("Change budget")

    def run(self, work: PlanWork) -> None:
        action = work.plans.get(Action, self.action_id)
        lines = [part for part in work.plans.parts_of(action.id) if isinstance(part, BudgetLine)]
        if len(lines) > 1:
            raise Invalid(N_("This budget is spread over several lines. Change them in the pane at the right."))
        if self.cents is None:
            for line in lines:
                work.plans.remove(line)
        elif lines:
            work.plans.save(_money(replace(lines[0], cents=self.cents)))
        else:
            work.plans.add(_money(BudgetLine(new_id(), action.id, self.year, self.cents)))
        work.about(action.title)


@dataclass(frozen=True, slots=True)
class LinkOpportunity:
    """Says that an action answers an opportunity; saying it twice changes nothing."""

    action_id: str
    opportunity_id: str
    label: str = N_("Link opportunity")

    def run(self, work: PlanWork) -> None:
        action = work.plans.get(Action, self.action_id)
        if all(link.action_id != action.id for link in work.plans.links_of(self.opportunity_id)):
            work.plans.add(OpportunityLink(new_id(), action.id, self.opportunity_id))
        work.about(action.title)


@dataclass(frozen=True, slots=True)
class UnlinkOpportunity:
    """Takes back that an action, or without one any action, answers an opportunity."""

    opportunity_id: str
    action_id: str = ""
    label: str = N_("Unlink opportunity")

    def run(self, work: PlanWork) -> None:
        for link in work.plans.links_of(self.opportunity_id):
            if self.action_id in ("", link.action_id):
                work.about(work.plans.get(Action, link.action_id).title)
                work.plans.remove(link)


def _milestones(work: PlanWork, action_id: str) -> list[Milestone]:
    return [part for part in work.plans.parts_of(action_id) if isinstance(part, Milestone)]


def _money(line: BudgetLine) -> BudgetLine:
    if min(line.cents, line.spent or 0, line.own or 0) < 0:
        raise Invalid(N_("An amount cannot be negative."))
    if line.own is not None and line.own > line.cents:
        raise Invalid(N_("The own share is part of the estimate, so it cannot be more."))
    if not 1900 <= line.year <= 2200:
        raise Invalid(N_("Type a year, for example 2026."))
    return line
