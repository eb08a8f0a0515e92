"""How commands about the plan are filled in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from coopdesk.plan.commands import actions, indicators, objectives, parts, plans, proof
from coopdesk.plan.model import (
    Action,
    ActionDomain,
    ActionLink,
    ActionStatus,
    BudgetLine,
    Evidence,
    LinkKind,
    Milestone,
    Objective,
    ObjectiveIndicator,
    Plan,
    PolicyPriority,
)
from tests.desk.hand import Hand, builds, cents, partials, some_codes, texts, titles, values, years

places = st.integers(-1, 4)


def _kept(hand: Hand, kind: type, table: str):
    key = hand.id(table)
    return hand.read(lambda work: work.plans.get(kind, key))


def _revised(hand: Hand, kind: type, table: str, **changes):
    kept = _kept(hand, kind, table)
    return replace(kept, version=hand.version(kept), **changes)


def _moved(hand: Hand, kind: type, table: str):
    kept = _kept(hand, kind, table)
    return kept.id, hand.version(kept), hand.draw(places)


@builds(plans.AddPlan)
def _(hand: Hand):
    return plans.AddPlan(hand.id("area"), hand.draw(years), hand.draw(years), hand.draw(titles))


@builds(plans.RevisePlan)
def _(hand: Hand):
    return plans.RevisePlan(_revised(hand, Plan, "plan", title=hand.draw(titles), end_year=hand.draw(years)))


@builds(plans.RemovePlan)
def _(hand: Hand):
    return plans.RemovePlan(hand.id("plan"))


@builds(plans.AddPriority)
def _(hand: Hand):
    return plans.AddPriority(hand.draw(titles), hand.draw(titles), hand.draw(years), hand.draw(st.none() | years))


@builds(plans.RevisePriority)
def _(hand: Hand):
    changed = _revised(hand, PolicyPriority, "policy_priority", last_year=hand.draw(st.none() | years))
    return plans.RevisePriority(changed)


@builds(plans.RemovePriority)
def _(hand: Hand):
    return plans.RemovePriority(hand.id("policy_priority"))


@builds(objectives.AddObjective)
def _(hand: Hand):
    return objectives.AddObjective(hand.id("plan"), hand.draw(titles))


@builds(objectives.ReviseObjective)
def _(hand: Hand):
    return objectives.ReviseObjective(_revised(hand, Objective, "objective", title=hand.draw(titles)))


@builds(objectives.MoveObjective)
def _(hand: Hand):
    return objectives.MoveObjective(*_moved(hand, Objective, "objective"))


@builds(objectives.RemoveObjectives)
def _(hand: Hand):
    return objectives.RemoveObjectives(hand.ids("objective"))


@builds(indicators.AddIndicator)
def _(hand: Hand):
    return indicators.AddIndicator(hand.id("objective"), hand.draw(titles), "", "%", hand.draw(values), 2026,
                                   action_id=hand.maybe("action"))  # fmt: skip


@builds(indicators.ReviseIndicator)
def _(hand: Hand):
    changed = _revised(hand, ObjectiveIndicator, "objective_indicator", target=hand.draw(st.none() | values))
    return indicators.ReviseIndicator(changed)


@builds(indicators.MoveIndicator)
def _(hand: Hand):
    return indicators.MoveIndicator(*_moved(hand, ObjectiveIndicator, "objective_indicator"))


@builds(indicators.RemoveIndicator)
def _(hand: Hand):
    return indicators.RemoveIndicator(hand.id("objective_indicator"))


@builds(objectives.AddDomain)
def _(hand: Hand):
    return objectives.AddDomain(hand.id("objective"), hand.draw(titles), hand.draw(texts))


@builds(objectives.ReviseDomain)
def _(hand: Hand):
    return objectives.ReviseDomain(_revised(hand, ActionDomain, "action_domain", title=hand.draw(titles)))


@builds(objectives.MoveDomain)
def _(hand: Hand):
    return objectives.MoveDomain(*_moved(hand, ActionDomain, "action_domain"))


@builds(objectives.RemoveDomain)
def _(hand: Hand):
    return objectives.RemoveDomain(hand.id("action_domain"))


@builds(actions.AddAction)
def _(hand: Hand):
    extra = {"begin": hand.draw(partials), "end": hand.draw(partials), "nis": hand.draw(some_codes)}
    return actions.AddAction(hand.id("objective"), hand.draw(titles), after=hand.maybe("action") or "", values=extra)


@builds(actions.ReviseAction)
def _(hand: Hand):
    draw = hand.draw
    return actions.ReviseAction(
        _revised(
            hand, Action, "action", title=draw(titles), status=hand.enum(ActionStatus), end=draw(partials),
            progress=draw(st.integers(-1, 101)), domain_id=hand.maybe("action_domain"), remark=draw(texts),
            auto_progress=draw(st.booleans()),
        )
    )  # fmt: skip


@builds(actions.MoveAction)
def _(hand: Hand):
    kept = _kept(hand, Action, "action")
    return actions.MoveAction(kept.id, hand.version(kept), hand.id("objective"), hand.draw(places))


@builds(actions.RemoveActions)
def _(hand: Hand):
    return actions.RemoveActions(hand.ids("action"))


@builds(parts.AddMilestone)
def _(hand: Hand):
    return parts.AddMilestone(hand.id("action"), hand.draw(titles), hand.draw(partials), hand.draw(st.booleans()))


@builds(parts.ReviseMilestone)
def _(hand: Hand):
    return parts.ReviseMilestone(_revised(hand, Milestone, "milestone", done=hand.draw(st.booleans())))


@builds(parts.MoveMilestone)
def _(hand: Hand):
    return parts.MoveMilestone(*_moved(hand, Milestone, "milestone"))


@builds(parts.RemoveMilestone)
def _(hand: Hand):
    return parts.RemoveMilestone(hand.id("milestone"))


@builds(parts.AddBudgetLine)
def _(hand: Hand):
    return parts.AddBudgetLine(hand.id("action"), hand.draw(years), hand.draw(cents))


@builds(parts.ReviseBudgetLine)
def _(hand: Hand):
    return parts.ReviseBudgetLine(_revised(hand, BudgetLine, "budget_line", spent=hand.draw(st.none() | cents)))


@builds(parts.RemoveBudgetLine)
def _(hand: Hand):
    return parts.RemoveBudgetLine(hand.id("budget_line"))


@builds(parts.SetBudget)
def _(hand: Hand):
    return parts.SetBudget(hand.id("action"), hand.draw(years), hand.draw(st.none() | cents))


@builds(parts.LinkOpportunity)
def _(hand: Hand):
    return parts.LinkOpportunity(hand.id("action"), hand.id("opportunity"))


@builds(parts.UnlinkOpportunity)
def _(hand: Hand):
    return parts.UnlinkOpportunity(hand.id("opportunity"), hand.maybe("action") or "")


@builds(indicators.SetTarget)
def _(hand: Hand):
    return indicators.SetTarget(hand.id("objective_indicator"), hand.draw(years), hand.draw(st.none() | values))


@builds(proof.AddEvidence)
def _(hand: Hand):
    links = st.sampled_from(["", "https://www.vdab.be", "vdab.be", "file:///etc/passwd", "geen adres"])
    return proof.AddEvidence(hand.id("action"), hand.draw(titles), hand.draw(links), hand.draw(partials))


@builds(proof.AttachEvidence)
def _(hand: Hand):
    return proof.AttachEvidence(hand.id("action"), hand.draw(titles), hand.draw(st.binary(max_size=8)))


@builds(proof.ReviseEvidence)
def _(hand: Hand):
    return proof.ReviseEvidence(_revised(hand, Evidence, "evidence", title=hand.draw(titles), day=hand.draw(partials)))


@builds(proof.RemoveEvidence)
def _(hand: Hand):
    return proof.RemoveEvidence(hand.id("evidence"))


@builds(proof.LinkAction)
def _(hand: Hand):
    return proof.LinkAction(
        hand.id("action"), hand.enum(LinkKind), hand.draw(st.sampled_from(["employment_rate", "x"]))
    )


@builds(proof.UnlinkAction)
def _(hand: Hand):
    link = _kept(hand, ActionLink, "action_link")
    return proof.UnlinkAction(link.action_id, link.kind, link.target)
