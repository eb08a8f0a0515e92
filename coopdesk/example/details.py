"""What belongs to the actions of the example: words, budget per year, indicators, evidence and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.example import content
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.indicators import AddIndicator, SetTarget
from coopdesk.plan.commands.objectives import AddDomain
from coopdesk.plan.commands.parts import AddBudgetLine, RemoveBudgetLine
from coopdesk.plan.commands.proof import AddEvidence, LinkAction
from coopdesk.plan.model import Action, BudgetLine, LinkKind, SplitKey
from coopdesk.plan.shares import written
from coopdesk.work import SqlWork


def fill_in(desk: Desk[SqlWork], plan_id: str, found: Mapping[str, Any], today: date) -> None:
    """Gives the actions of a plan everything the screens can show."""
    with desk.look() as work:
        actions = {action.code: action for action in work.plans.actions(plan_id)}
    for code, details in found["details"].items():
        _action(desk, actions[code], details, today)
    for code, (title, codes) in found["domains"].items():
        domain = desk.do(AddDomain(actions[code].objective_id, title))
        for one in codes:
            _revise(desk, actions[one].id, domain_id=domain)


def _action(desk: Desk[SqlWork], action: Action, details: Mapping[str, Any], today: date) -> None:
    shares = {nis: Decimal(share) for nis, share in details.get("shares", {}).items()}
    _revise(
        desk, action.id, description=details.get("description", ""), yearly=details.get("yearly", False),
        split=SplitKey(details.get("split", "none")), shares=written(shares),
    )  # fmt: skip
    if "budget" in details:
        _budget(desk, action.id, details["budget"], today.year)
    if "indicator" in details:
        _indicator(desk, action, details["indicator"], today.year)
    for title, link, when in details.get("evidence", ()):
        desk.do(AddEvidence(action.id, title, link, content.day(when, today)))
    if details.get("figure") in BY_CODE:
        desk.do(LinkAction(action.id, LinkKind.FIGURE, details["figure"]))
    if details.get("auto"):
        _revise(desk, action.id, auto_progress=True)


def _budget(desk: Desk[SqlWork], action_id: str, lines: list[Any], year: int) -> None:
    """In the place of the one amount there is."""
    with desk.look() as work:
        kept = [part for part in work.plans.parts_of(action_id) if isinstance(part, BudgetLine)]
    for line in kept:
        desk.do(RemoveBudgetLine(line.id))
    for after, cents, own, spent, source in lines:
        desk.do(AddBudgetLine(action_id, year + after, cents, spent, source, own))


def _indicator(desk: Desk[SqlWork], action: Action, found: list[Any], year: int) -> None:
    title, unit, baseline, target, steps = found
    last = year + max(after for after, _ in steps)
    made = desk.do(
        AddIndicator(
            action.objective_id, title, "", unit, Decimal(baseline), year - 1, Decimal(target), last, action.id
        )
    )
    for after, value in steps:
        desk.do(SetTarget(str(made), year + after, Decimal(value)))


def _revise(desk: Desk[SqlWork], action_id: str, **changes: Any) -> None:
    with desk.look() as work:
        action = work.plans.get(Action, action_id)
    desk.do(ReviseAction(replace(action, **changes)))
