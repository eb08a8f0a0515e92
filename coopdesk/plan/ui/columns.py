"""The columns of the plan and the commands their cells ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import SetBudget
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui import wording
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import (
    Choice,
    ChoiceKind,
    DateKind,
    ManyKind,
    MoneyKind,
    NameKind,
    PercentageKind,
    TextKind,
)
from coopdesk.shell.grid.looks import Bar, Look, Marked, Title
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Lists:
    """What may be chosen in cells, asked for when an editor opens."""

    people: Callable[[], Sequence[str]]
    partners: Callable[[], Sequence[str]]
    municipalities: Callable[[], Sequence[tuple[str, str]]]
    priorities: Callable[[], Sequence[str]]
    first_year: Callable[[], int]


def edited(row: ActionRow, values: Mapping[str, Any], first_year: int) -> Any:
    """The one command for the changed cells of a row."""
    fields = {key: value for key, value in values.items() if key != "budget"}
    if fields.get("progress", 0) is None:
        fields["progress"] = 0
    commands: list[Any] = []
    if fields:
        commands.append(ReviseAction(replace(row.action, **fields)))
    if "budget" in values:
        commands.append(SetBudget(row.id, budget_year(row, first_year), values["budget"]))
    return commands[0] if len(commands) == 1 else Batch(tuple(commands), subject=row.action.title)


def budget_year(row: ActionRow, first_year: int) -> int:
    """The year an amount without a year is for: that of the line there is, else the one the action begins in."""
    if row.lines:
        return row.lines[0].year
    return first_year if row.action.begin is None else row.action.begin.first.year


def plan_columns(words: Words, lists: Lists, today: Callable[[], date]) -> list[Column[ActionRow]]:
    """Everything the list can show; half of it waits behind Columns."""
    formats = words.formats

    def edit(key: str) -> Callable[[ActionRow, Any], Any]:
        return lambda row, value: edited(row, {key: value}, lists.first_year())

    def towns() -> dict[str, str]:
        return dict(lists.municipalities())

    def places(row: ActionRow) -> tuple[str, ...]:
        names = towns()
        return tuple(names.get(nis, nis) for nis in row.action.nis) or (words.say("whole area"),)

    free = ManyKind(lambda: [Choice(name, name) for name in lists.partners()], free=True)
    return [
        Column("title", N_("Action"), lambda r: r.action.title, edit=edit("title"), kind=TextKind(required=True),
               look=lambda r: Title(r.action.code), width=34, stretch=True,
               spoken=lambda r: f"{r.action.code} {r.action.title}"),
        Column("code", N_("No."), lambda r: r.action.code, edit=edit("code"), kind=TextKind(), width=7, hidden=True),
        Column("lead", N_("Lead"), lambda r: r.action.lead, edit=edit("lead"), kind=NameKind(lists.people), width=15,
               filter=True),
        Column("status", N_("Status"), lambda r: wording.status(words, r.action.status),
               value=lambda r: r.action.status, edit=edit("status"), width=15, filter=True,
               kind=ChoiceKind(lambda: wording.status_choices(words)),
               look=lambda r: wording.STATUS_LOOKS[r.action.status]),
        Column("progress", N_("Progress"), lambda r: f"{r.action.progress}%", value=lambda r: r.action.progress,
               edit=edit("progress"), kind=PercentageKind(whole=True), width=14,
               look=lambda r: Bar(r.action.progress / 100, full=r.action.progress == 100)),
        Column("end", N_("End date"), lambda r: formats.partial(r.action.end), value=lambda r: r.action.end,
               edit=edit("end"), kind=DateKind(), width=17, look=_end_look,
               spoken=lambda r: wording.end_spoken(words, r), tip=lambda r: wording.end_spoken(words, r)),
        Column("begin", N_("Begin date"), lambda r: formats.partial(r.action.begin), value=lambda r: r.action.begin,
               edit=edit("begin"), kind=DateKind(), width=14, hidden=True),
        Column("nis", N_("Municipalities"), lambda r: ", ".join(places(r)), value=lambda r: r.action.nis,
               edit=edit("nis"), kind=ManyKind(lambda: [Choice(nis, name) for nis, name in towns().items()]),
               facets=places, filter=True, width=20, hidden=True),
        Column("partners", N_("Partners"), lambda r: ", ".join(r.action.partners), value=lambda r: r.action.partners,
               edit=edit("partners"), kind=free, facets=lambda r: r.action.partners, width=20, hidden=True),
        Column("budget", N_("Budget"), lambda r: formats.money(r.budget), value=lambda r: r.budget,
               edit=edit("budget"), kind=MoneyKind(), right=True, width=12, hidden=True),
        Column("priorities", N_("Flemish priority"), lambda r: ", ".join(r.action.priorities),
               value=lambda r: r.action.priorities, edit=edit("priorities"),
               kind=ManyKind(lambda: [Choice(code, code) for code in lists.priorities()]),
               facets=lambda r: r.action.priorities, width=16, hidden=True),
        Column("remark", N_("Remark"), lambda r: r.action.remark, edit=edit("remark"), kind=TextKind(lines=True),
               width=24, hidden=True),
    ]  # fmt: skip


def _end_look(row: ActionRow) -> Look:
    return Marked("clock_16_filled") if row.days_late else Marked()
