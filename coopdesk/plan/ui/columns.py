"""The columns of the plan: every field of an action, half of them behind Columns until they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from coopdesk.plan.model import SplitKey
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.edits import edited
from coopdesk.plan.wording import SPLITS
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
    choices,
)
from coopdesk.shell.grid.looks import Bar, Look, Marked, Quiet, Title
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
    plan: Callable[[], PlanView | None] = lambda: None


def plan_columns(words: Words, lists: Lists) -> list[Column[ActionRow]]:
    """Everything the list can show."""
    made = _Columns(words, lists)
    return [*made.first(), *made.places(), *made.money(), *made.codes(), *made.counts()]


class _Columns:
    """Makes them, block by block."""

    def __init__(self, words: Words, lists: Lists) -> None:
        self._words, self._lists = words, lists

    def _edit(self, key: str) -> Callable[[ActionRow, Any], Any]:
        return lambda row, value: edited(row, {key: value}, self._lists.first_year())

    def first(self) -> list[Column[ActionRow]]:
        """What everyone looks at."""
        words, edit, formats = self._words, self._edit, self._words.formats
        return [
            Column("title", N_("Action"), lambda r: r.action.title, edit=edit("title"), kind=TextKind(required=True),
                   look=lambda r: Title(r.action.code), width=34, stretch=True,
                   spoken=lambda r: f"{r.action.code} {r.action.title}"),
            Column("code", N_("No."), lambda r: r.action.code, edit=edit("code"), kind=TextKind(), width=7,
                   hidden=True),
            Column("lead", N_("Lead"), lambda r: r.action.lead, edit=edit("lead"),
                   kind=NameKind(self._lists.people), width=15, filter=True),
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
            Column("begin", N_("Begin date"), lambda r: formats.partial(r.action.begin),
                   value=lambda r: r.action.begin, edit=edit("begin"), kind=DateKind(), width=14, hidden=True),
            Column("yearly", N_("Every year"), lambda r: self._yes(r.action.yearly), value=lambda r: r.action.yearly,
                   edit=edit("yearly"), kind=self._yes_no(), width=10, hidden=True),
            Column("description", N_("Description"), lambda r: r.action.description, edit=edit("description"),
                   kind=TextKind(lines=True), width=30, hidden=True),
        ]  # fmt: skip

    def places(self) -> list[Column[ActionRow]]:
        """Under what, where, with whom and for whom."""
        edit, lists = self._edit, self._lists
        free = ManyKind(lambda: [Choice(name, name) for name in lists.partners()], free=True)
        groups = ManyKind(lambda: [Choice(name, name) for name in self._groups()], free=True)
        return [
            Column("objective", N_("Objective"), lambda r: r.objective.title, value=lambda r: r.objective.id,
                   sort=lambda r: r.objective.position, edit=edit("objective"), kind=ChoiceKind(self._objectives),
                   facets=lambda r: (r.objective.title,), width=24, hidden=True),
            Column("domain", N_("Level under the objective"), lambda r: r.domain.title if r.domain else "",
                   value=lambda r: r.domain.id if r.domain else None, edit=edit("domain"),
                   kind=ChoiceKind(self._domains), facets=lambda r: (r.domain.title if r.domain else "–",), width=20,
                   hidden=True),
            Column("nis", N_("Municipalities"), lambda r: ", ".join(self._towns(r)), value=lambda r: r.action.nis,
                   edit=edit("nis"), kind=ManyKind(lambda: [Choice(n, t) for n, t in lists.municipalities()]),
                   facets=self._towns, filter=True, width=20, hidden=True),
            Column("partners", N_("Partners"), lambda r: ", ".join(r.action.partners),
                   value=lambda r: r.action.partners, edit=edit("partners"), kind=free,
                   facets=lambda r: r.action.partners, width=20, hidden=True),
            Column("target_groups", N_("Target groups"), lambda r: ", ".join(r.action.target_groups),
                   value=lambda r: r.action.target_groups, edit=edit("target_groups"), kind=groups,
                   facets=lambda r: r.action.target_groups, width=20, hidden=True),
        ]  # fmt: skip

    def money(self) -> list[Column[ActionRow]]:
        """What it costs, and who pays."""
        edit = self._edit

        def amount(key: str, title: str) -> Column[ActionRow]:
            def value(row: ActionRow) -> Any:
                return getattr(row, key)

            return Column(key, title, lambda r: self._money(value(r)), value=value, edit=edit(key), kind=MoneyKind(),
                          right=True, width=12, hidden=True)  # fmt: skip

        return [
            amount("budget", N_("Budget")),
            amount("own", N_("Own share")),
            amount("spent", N_("Spent")),
            Column("source", N_("Funding"), wording.funding, edit=edit("source"), kind=TextKind(), width=18,
                   facets=lambda r: tuple(line.source for line in r.lines if line.source), hidden=True),
            Column("split", N_("Split over municipalities"), lambda r: self._words.say(SPLITS[r.action.split]),
                   value=lambda r: r.action.split, edit=edit("split"), width=18, hidden=True,
                   kind=ChoiceKind(lambda: choices(self._words, SPLITS)),
                   look=lambda r: Quiet() if r.action.split is SplitKey.NONE else None),
        ]  # fmt: skip

    def codes(self) -> list[Column[ActionRow]]:
        """What it is reported under, and what was remarked."""
        edit = self._edit
        priorities = ManyKind(lambda: [Choice(code, code) for code in self._lists.priorities()])
        return [
            Column("priorities", N_("Flemish priority"), lambda r: ", ".join(r.action.priorities),
                   value=lambda r: r.action.priorities, edit=edit("priorities"), kind=priorities,
                   facets=lambda r: r.action.priorities, width=16, hidden=True),
            Column("reporting_codes", N_("Other reporting codes"), lambda r: ", ".join(r.action.reporting_codes),
                   value=lambda r: r.action.reporting_codes, edit=edit("reporting_codes"),
                   kind=ManyKind(list, free=True), facets=lambda r: r.action.reporting_codes, width=16,
                   hidden=True),
            Column("remark", N_("Remark"), lambda r: r.action.remark, edit=edit("remark"), kind=TextKind(lines=True),
                   width=24, hidden=True),
        ]  # fmt: skip

    def counts(self) -> list[Column[ActionRow]]:
        """What belongs to an action, changed in the pane at the right."""
        return [
            Column("auto_progress", N_("Progress from milestones"), lambda r: self._yes(r.action.auto_progress),
                   value=lambda r: r.action.auto_progress, edit=self._edit("auto_progress"), kind=self._yes_no(),
                   width=12, hidden=True),
            Column("milestones", N_("Milestones"), lambda r: wording.reached(self._words, r),
                   sort=lambda r: len(r.milestones), width=12, hidden=True),
            Column("indicators", N_("Indicators"), lambda r: ", ".join(one.title for one in r.indicators), width=20,
                   hidden=True),
            Column("evidence", N_("Pieces of evidence"), lambda r: ", ".join(one.title for one in r.evidence), width=20,
                   hidden=True),
            Column("smart", N_("SMART"), lambda r: wording.smart_short(self._words, r.smart),
                   sort=lambda r: r.smart.met, tip=lambda r: wording.smart(self._words, r.smart), width=10,
                   hidden=True),
        ]  # fmt: skip

    def _towns(self, row: ActionRow) -> tuple[str, ...]:
        names = dict(self._lists.municipalities())
        return tuple(names.get(nis, nis) for nis in row.action.nis) or (self._words.say("whole area"),)

    def _groups(self) -> Sequence[str]:
        view = self._lists.plan()
        found = {name for row in view.rows for name in row.action.target_groups} if view else set()
        return sorted(found, key=str.casefold)

    def _objectives(self) -> list[Choice]:
        view = self._lists.plan()
        return [Choice(one.id, one.objective.title, (one.objective.code,)) for one in view.objectives] if view else []

    def _domains(self) -> list[Choice]:
        view = self._lists.plan()
        none = Choice(None, self._words.say("none"), ("–",))
        found = [(one, domain) for one in view.objectives for domain in one.domains] if view else []
        return [none, *(Choice(domain.id, domain.title, (domain.code,) if domain.code else ()) for _, domain in found)]

    def _money(self, cents: int | None) -> str:
        return self._words.formats.money(cents)

    def _yes(self, on: bool) -> str:  # noqa: FBT001 - a value, not a switch
        return self._words.say("yes") if on else ""

    def _yes_no(self) -> ChoiceKind:
        yes = Choice(True, self._words.say("yes"), ("ja", "j", "x", "1", "yes"))  # noqa: FBT003 - the value stored
        no = Choice(False, self._words.say("no"), ("nee", "n", "0", "no"))  # noqa: FBT003 - the value stored
        return ChoiceKind(lambda: [yes, no])


def _end_look(row: ActionRow) -> Look:
    return Marked("clock_16_filled") if row.days_late else Marked()
