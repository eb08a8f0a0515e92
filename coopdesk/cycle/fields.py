"""What the fields of a plan are called, and how a value in one of them reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import ActionStatus, SplitKey
from coopdesk.plan.wording import SPLITS, STATUSES
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

NOTHING = "–"
MONEY = frozenset({"cents", "spent", "own"})
LEVELS: Mapping[str, str] = {"objective_id": "objective", "domain_id": "domain"}
FIELDS: Mapping[str, str] = {
    "title": N_("Title"), "code": N_("No."), "description": N_("Description"), "lead": N_("Lead"),
    "status": N_("Status"), "progress": N_("Progress"), "begin": N_("Begin date"), "end": N_("End date"),
    "nis": N_("Municipalities"), "partners": N_("Partners"), "target_groups": N_("Target groups"),
    "priorities": N_("Flemish priority"), "reporting_codes": N_("Other reporting codes"), "yearly": N_("Every year"),
    "remark": N_("Remark"), "objective_id": N_("Objective"), "domain_id": N_("Action domain"),
    "due": N_("Date"), "done": N_("Reached"), "year": N_("Year"), "cents": N_("Estimate"), "spent": N_("Spent"),
    "own": N_("Own share"), "source": N_("Source"), "unit": N_("Unit"), "baseline": N_("Baseline"),
    "baseline_year": N_("Year of baseline"), "target": N_("Target value"), "target_year": N_("Year of target value"),
    "value": N_("Target value"), "link": N_("Link"), "day": N_("Date"), "split": N_("Split of the budget"),
    "shares": N_("Own percentages"), "auto_progress": N_("Progress follows milestones"),
    "begin_year": N_("First year"), "end_year": N_("Last year"),
}  # fmt: skip
Names = Callable[[str], str]


def said(field: str, value: Any, words: Words, town: Names) -> str:
    """A value as people read it; `town` names a municipality by its NIS code."""
    if value is None or value in ("", ()):
        return NOTHING
    if field == "nis":
        return words.formats.listing([town(code) for code in value])
    if field == "progress":
        return f"{value}%"
    return words.formats.money(value) if field in MONEY else _plain(value, words)


def _plain(value: Any, words: Words) -> str:
    texts: dict[type, Callable[[], str]] = {
        ActionStatus: lambda: words.say(STATUSES[value]),
        SplitKey: lambda: words.say(SPLITS[value]),
        PartialDate: lambda: words.formats.partial(value),
        bool: lambda: words.say("yes") if value else words.say("no"),
        Decimal: lambda: words.formats.exact(value),
        tuple: lambda: ", ".join(value),
    }
    return texts.get(type(value), lambda: str(value))()
