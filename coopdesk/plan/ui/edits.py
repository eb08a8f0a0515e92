"""The commands that changed cells and fields of an action ask for. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coopdesk.kernel.errors import Invalid
from coopdesk.plan.commands.actions import MoveAction, ReviseAction
from coopdesk.plan.commands.parts import AddBudgetLine, RemoveBudgetLine, ReviseBudgetLine
from coopdesk.plan.queries import ActionRow
from coopdesk.shell.grid.batch import Batch
from coopdesk.words.marks import N_

MONEY = {"budget": "cents", "own": "own", "spent": "spent", "source": "source"}
_EMPTY = {"progress": 0, "yearly": False, "auto_progress": False}


def edited(row: ActionRow, values: Mapping[str, Any], first_year: int) -> Any:
    """The one command for the changed cells of a row."""
    fields: dict[str, Any] = {
        key: _EMPTY[key] if value is None and key in _EMPTY else value for key, value in values.items()
    }
    if "domain" in fields:
        fields["domain_id"] = fields.pop("domain")
    money = {MONEY[key]: fields.pop(key) for key in tuple(fields) if key in MONEY}
    commands: list[Any] = [*_moved(row, fields)]
    if fields:
        # What was moved just before is a version further, and its old level is not under its new objective.
        now = replace(row.action, version=row.action.version + 1, domain_id=None) if commands else row.action
        commands.append(ReviseAction(replace(now, **fields)))
    if money:
        commands.append(_money(row, money, first_year))
    return commands[0] if len(commands) == 1 else Batch(tuple(commands), subject=row.action.title)


def together(rows: Sequence[ActionRow], key: str, value: Any) -> Any:
    """The one command that sets a field of several actions; None when they all have that value."""
    commands = tuple(
        ReviseAction(replace(row.action, **{key: value})) for row in rows if getattr(row.action, key) != value
    )
    return Batch(commands, N_("Change several actions")) if commands else None


def joined(rows: Sequence[ActionRow], key: str, more: Sequence[str]) -> Any:
    """The one command that adds names or codes to a list of several actions; None when all have them."""
    commands = []
    for row in rows:
        kept: tuple[str, ...] = getattr(row.action, key)
        if missing := tuple(one for one in more if one not in kept):
            changes: dict[str, Any] = {key: (*kept, *missing)}
            commands.append(ReviseAction(replace(row.action, **changes)))
    return Batch(tuple(commands), N_("Change several actions")) if commands else None


def budget_year(row: ActionRow, first_year: int) -> int:
    """The year an amount without a year is for: that of the line there is, else the one the action begins in."""
    if row.lines:
        return row.lines[0].year
    return first_year if row.action.begin is None else row.action.begin.first.year


def _moved(row: ActionRow, fields: dict[str, Any]) -> list[MoveAction]:
    objective = fields.pop("objective", None)
    if objective is None or objective == row.objective.id:
        return []
    return [MoveAction(row.id, row.action.version, objective)]


def _money(row: ActionRow, money: Mapping[str, Any], first_year: int) -> Any:
    if len(row.lines) > 1:
        raise Invalid(N_("This budget is spread over several lines. Change them in the pane at the right."))
    if row.lines and "cents" in money and money["cents"] is None:
        return RemoveBudgetLine(row.lines[0].id)
    found = {key: value for key, value in money.items() if not (key in ("cents", "source") and value is None)}
    if row.lines:
        return ReviseBudgetLine(replace(row.lines[0], **found))
    # An own share or what was spent may be typed before anyone made an estimate.
    cents = found.pop("cents", None) or max(found.get("own") or 0, 0)
    return AddBudgetLine(row.id, budget_year(row, first_year), cents, **found)
