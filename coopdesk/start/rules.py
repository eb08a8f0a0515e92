"""What needs attention first, how far the route is, and what the next step is: computed from values alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from coopdesk.agreement.model import Agreement
from coopdesk.followup.rules import Due
from coopdesk.kernel.partial_date import month_later
from coopdesk.plan.model import Action, ActionStatus
from coopdesk.plan.rules import days_late
from coopdesk.start.model import Attention, Facts, Matter, NextStep, RouteStep, StepKey, StepState

MONTHS_AHEAD = 6
_WEIGHT = {Matter.LATE_ACTION: 0, Matter.MEASUREMENT: 1, Matter.AGREEMENT: 2, Matter.STALE: 3, Matter.REMARKS: 4}


def attention(
    today: date,
    actions: Iterable[Action] = (),
    due: Iterable[Due] = (),
    agreements: Iterable[tuple[Agreement, date]] = (),
    stale: int = 0,
    remarks: int = 0,
) -> tuple[Attention, ...]:
    """Everything that asks for attention, the most urgent first: what is longest overdue, then what comes nearest,
    then what has no day. `agreements` come with their last day; those beyond six months or already ended are left out.
    """
    found = [
        Attention(Matter.LATE_ACTION, f"{a.code} {a.title}".strip(), a.id, a.end.last, -days)
        for a in actions
        if (days := days_late(a, today)) and a.end is not None
    ]
    found += [
        Attention(Matter.MEASUREMENT, d.indicator.title, d.indicator.id, d.by, (d.by - today).days, period=d.period)
        for d in due
    ]
    limit = month_later(today, MONTHS_AHEAD)
    found += [
        Attention(Matter.AGREEMENT, a.title, a.id, last, (last - today).days)
        for a, last in agreements
        if today <= last <= limit
    ]
    found += [Attention(Matter.STALE, "", count=stale)] if stale else []
    found += [Attention(Matter.REMARKS, "", count=remarks)] if remarks else []
    return tuple(sorted(found, key=urgency))


def urgency(item: Attention) -> tuple[bool, int, int, str]:
    """The order of the list."""
    return item.days is None, item.days or 0, _WEIGHT[item.matter], item.title


def on_schedule(actions: Sequence[Action], today: date) -> tuple[int, int]:
    """How many actions are on schedule, of all that were not stopped: neither late nor put off."""
    counted = [a for a in actions if a.status is not ActionStatus.STOPPED]
    good = [a for a in counted if not days_late(a, today) and a.status is not ActionStatus.POSTPONED]
    return len(good), len(counted)


def route(facts: Facts) -> tuple[RouteStep, ...]:
    """The six steps with their states."""
    f = facts
    return (
        RouteStep(StepKey.AREA, _state(f.municipalities, f.municipalities), f.municipalities),
        RouteStep(StepKey.ANALYSIS, _state(f.chapters_ready, f.chapters), f.chapters_ready, f.chapters),
        RouteStep(StepKey.OPPORTUNITIES, _begun(f.chosen, f.opportunities), f.chosen, f.opportunities),
        RouteStep(StepKey.PLAN, _begun(f.actions, f.actions), f.actions),
        RouteStep(StepKey.AGREEMENTS, _begun(f.active, f.agreements), f.active, f.agreements),
        RouteStep(StepKey.DOSSIER, StepState.DONE if f.dossier_kept else StepState.TODO),
    )


def next_step(facts: Facts) -> NextStep:
    """The first step of the route that is not there yet; when all are, the most urgent thing, else the dossier."""
    f = facts
    if not f.municipalities:
        return NextStep("area", "area")
    if not f.chapters:
        return NextStep("analysis", "analysis")
    if f.next_chapter_id and f.chapters_ready < f.chapters and not f.actions:
        return NextStep("chapter", "analysis", f.next_chapter_id, f.next_chapter_number)
    if not f.actions:
        return NextStep("plan", "plan") if f.chosen else NextStep("opportunities", "opportunities")
    if not f.agreements:
        return NextStep("agreements", "agreements")
    return _urgent(f) or _unfinished(f)


def _urgent(facts: Facts) -> NextStep | None:
    """The most urgent thing, when its day has passed or comes within two weeks."""
    soon = timedelta(days=14).days
    first = next((a for a in facts.attention if a.days is not None and a.days <= soon), None)
    return None if first is None else NextStep(first.matter.value, PAGES[first.matter], first.id)


def _unfinished(facts: Facts) -> NextStep:
    if facts.next_chapter_id:
        return NextStep("chapter", "analysis", facts.next_chapter_id, facts.next_chapter_number)
    return NextStep("dossier", "dossier")


PAGES = {
    Matter.LATE_ACTION: "plan",
    Matter.MEASUREMENT: "followup",
    Matter.AGREEMENT: "agreements",
    Matter.STALE: "analysis",
    Matter.REMARKS: "import",
}


def _state(done: int, total: int) -> StepState:
    """Done when all are, busy when some."""
    if total and done == total:
        return StepState.DONE
    return StepState.BUSY if total else StepState.TODO


def _begun(done: int, total: int) -> StepState:
    """Done as soon as one is."""
    if done:
        return StepState.DONE
    return StepState.BUSY if total else StepState.TODO
