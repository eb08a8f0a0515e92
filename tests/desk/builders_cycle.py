"""How commands about the plan over the years are filled in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from coopdesk.annex.partner.commands import Added, Taken, TakePartnerBook
from coopdesk.annex.partner.model import Frame, Part
from coopdesk.cycle.catalogue import open_catalogue
from coopdesk.cycle.commands import reasons, starting, versions
from coopdesk.cycle.model import Fate, PlanVersion
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, ActionStatus
from tests.desk.hand import TODAY, Hand, builds, cents, days, partials, texts, titles, years

CATALOGUE = open_catalogue("nl")
priorities = st.sampled_from(["WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4", "OLD-1"])


@builds(reasons.NoteReason)
def _(hand: Hand):
    draw = hand.draw
    return reasons.NoteReason(hand.id("plan"), draw(priorities), draw(years), draw(texts), TODAY)


@builds(reasons.ServePriority)
def _(hand: Hand):
    return reasons.ServePriority(hand.id("action"), hand.draw(priorities))


@builds(reasons.AddActionForPriority)
def _(hand: Hand):
    draw = hand.draw
    return reasons.AddActionForPriority(hand.id("plan"), draw(priorities), draw(years), draw(titles), "Doel")


@builds(starting.AddFromTemplates)
def _(hand: Hand):
    chosen = hand.draw(st.lists(st.sampled_from(CATALOGUE.templates), max_size=3, unique_by=lambda one: one.key))
    begin = PartialDate.month(hand.draw(years), 3)
    return starting.AddFromTemplates(
        hand.id("area"), hand.maybe("plan") or "", begin, tuple(chosen), CATALOGUE.ambitions
    )  # fmt: skip


@builds(starting.StartNextPlan)
def _(hand: Hand):
    begin = hand.draw(st.integers(2030, 2045))
    fates = tuple((action, hand.enum(Fate)) for action in hand.ids("action"))
    return starting.StartNextPlan(hand.id("plan"), begin, begin + hand.draw(st.integers(-1, 6)), fates)


@builds(starting.MakeActionsOfChosen)
def _(hand: Hand):
    return starting.MakeActionsOfChosen(hand.id("area"), hand.maybe("plan") or "", hand.draw(years), "Doel")


@builds(TakePartnerBook)
def _(hand: Hand):
    draw, key = hand.draw, hand.id("action")
    action = hand.read(lambda work: work.plans.get(Action, key))
    values = {
        Part.END: draw(partials), Part.PROGRESS: draw(st.integers(-1, 101)), Part.SPENT: draw(st.none() | cents),
        Part.COMMENT: draw(texts), Part.STATUS: hand.enum(ActionStatus),
    }  # fmt: skip
    version = hand.version(action)
    cells = [Taken(action.id, version, part, value) for part, value in values.items() if draw(st.booleans())]
    cells.append(Taken(action.id, version, Part.BEGIN, note=draw(texts)))
    added = (Added(hand.id("objective"), draw(titles), ((Part.END, draw(partials)),)),) if draw(st.booleans()) else ()
    return TakePartnerBook(Frame(action.plan_id, "Ann Peeters", "2026-H2"), tuple(cells), added)


@builds(versions.FixPlan)
def _(hand: Hand):
    return versions.FixPlan(hand.id("plan"), hand.draw(titles), hand.draw(days), hand.draw(texts), TODAY)


def _version(hand: Hand) -> PlanVersion:
    key = hand.id("plan_version")
    return hand.read(lambda work: work.cycles.get(PlanVersion, key))


@builds(versions.ReviseVersion)
def _(hand: Hand):
    kept = _version(hand)
    return versions.ReviseVersion(
        replace(kept, name=hand.draw(titles), body=hand.draw(texts), version=hand.version(kept))
    )  # fmt: skip


@builds(versions.RemoveVersion)
def _(hand: Hand):
    return versions.RemoveVersion(hand.id("plan_version"))
