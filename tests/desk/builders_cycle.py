"""How commands about the plan over the years are filled in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from coopdesk.cycle.catalogue import open_catalogue
from coopdesk.cycle.commands import reasons, starting, versions
from coopdesk.cycle.model import Fate, PlanVersion
from coopdesk.kernel.partial_date import PartialDate
from tests.desk.hand import TODAY, Hand, builds, days, texts, titles, years

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
