"""The fields of an action and of its one budget line that a row of an annex can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coopdesk.annex.merge.sides import Value
from coopdesk.annex.model import ActionEntry, Meaning
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import ActionStatus, BudgetLine, SplitKey

FIELDS = {
    Meaning.CODE: "code", Meaning.TITLE: "title", Meaning.LEAD: "lead", Meaning.STATUS: "status",
    Meaning.PROGRESS: "progress", Meaning.BEGIN: "begin", Meaning.END: "end", Meaning.PLACE: "nis",
    Meaning.PRIORITY: "priorities", Meaning.REMARK: "remark", Meaning.PARTNERS: "partners",
    Meaning.GROUPS: "target_groups", Meaning.REPORTING: "reporting_codes", Meaning.YEARLY: "yearly",
    Meaning.DESCRIPTION: "description", Meaning.SPLIT: "split",
}  # fmt: skip
MONEY = {Meaning.BUDGET: "cents", Meaning.SPENT: "spent", Meaning.OWN: "own", Meaning.FUNDING: "source"}
UNTOUCHED = {
    Meaning.STATUS: ActionStatus.PLANNED.value, Meaning.PROGRESS: "0", Meaning.YEARLY: "False",
    Meaning.SPLIT: SplitKey.NONE.value,
}  # fmt: skip


def values(entry: ActionEntry) -> dict[Meaning, Value]:
    """What a row says of an action, by meaning; empty where it says nothing."""
    status = ActionStatus(entry.status) if entry.status else None
    done = 100 if status is ActionStatus.DONE else None
    # Own percentages are no part of the file, and the key is nothing without them.
    split = SplitKey(entry.split) if entry.split not in ("", SplitKey.OWN) else None
    return {
        Meaning.CODE: entry.code.strip(), Meaning.TITLE: " ".join(entry.title.split()),
        Meaning.LEAD: " ".join(entry.lead.split()), Meaning.STATUS: status,
        Meaning.PROGRESS: round(entry.progress * 100) if entry.progress is not None else done,
        Meaning.BEGIN: entry.begin.date, Meaning.END: entry.end.date, Meaning.PLACE: entry.nis,
        Meaning.PRIORITY: entry.priorities, Meaning.REMARK: _remark(entry), Meaning.PARTNERS: entry.partners,
        Meaning.GROUPS: entry.groups, Meaning.REPORTING: entry.reporting, Meaning.YEARLY: entry.yearly,
        Meaning.DESCRIPTION: entry.description, Meaning.SPLIT: split,
    }  # fmt: skip


def _remark(entry: ActionEntry) -> str:
    """The remark, and the words of the budget where they hold no amount."""
    budget = entry.budget_text if entry.budget is None else ""
    return "\n".join(text for text in (entry.remark, budget) if text).strip()


def money(entry: ActionEntry) -> dict[Meaning, Value]:
    """What a row says of the budget, by meaning; only what it says."""
    told: dict[Meaning, Value] = {
        Meaning.BUDGET: entry.budget, Meaning.SPENT: entry.spent, Meaning.OWN: entry.own,
        Meaning.FUNDING: entry.funding,
    }  # fmt: skip
    return {meaning: value for meaning, value in told.items() if value not in (None, "")}


def summed(lines: list[BudgetLine]) -> dict[Meaning, Value]:
    """The same of the lines of an action, as an export adds them up."""
    told: dict[Meaning, Value] = {Meaning.FUNDING: ", ".join(dict.fromkeys(one.source for one in lines if one.source))}
    for meaning in (Meaning.BUDGET, Meaning.SPENT, Meaning.OWN):
        known = [cents for one in lines if (cents := getattr(one, MONEY[meaning])) is not None]
        told[meaning] = sum(known) if known else None
    return told


def is_spread(mine: list[BudgetLine], entry: ActionEntry) -> bool:
    """Whether a row has another sum than the budget of several years beside it, which a sum cannot change."""
    lines = mine if len(entry.years) <= 1 else [
        BudgetLine("", "", one.year, one.cents, one.spent, one.source, one.own) for one in entry.years
    ]  # fmt: skip
    return len(lines) > 1 and any(summed(lines)[meaning] != value for meaning, value in money(entry).items())


def budget_line(
    lines: list[BudgetLine], action_id: str, year: int, new: Mapping[Meaning, Value]
) -> BudgetLine | None:  # fmt: skip
    """The one budget line of an action as the file has it, made if there is none; None where nothing changes. What
    would make the own share more than the estimate is left out."""
    if not new or len(lines) > 1:
        return None
    there = lines[0] if lines else BudgetLine(new_id(), action_id, year, 0)
    told = replace(there, **{MONEY[meaning]: value for meaning, value in new.items()})  # type: ignore[arg-type]
    if told.own is not None and told.own > told.cents:
        told = replace(told, own=there.own if there.own is not None and there.own <= told.cents else None)
    return told if told != there or not lines else None
