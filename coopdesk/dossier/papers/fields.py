"""What the parts of a plan and their fields are called, and how a value reads, where two plans are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

from coopdesk.cycle.rules.content import PlanContent
from coopdesk.cycle.rules.difference import PLACES
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Part, SplitKey
from coopdesk.plan.wording import SPLITS, STATUSES
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

KINDS: Mapping[str, str] = {
    "plan": N_("Plan"), "objective": N_("Objective"), "domain": N_("Action domain"), "action": N_("Action"),
    "indicator": N_("Indicator"), "milestone": N_("Milestone"), "budget": N_("Budget"),
    "opportunity": N_("Opportunity"), "target": N_("Target"), "evidence": N_("Evidence"), "link": N_("Link"),
}  # fmt: skip
FIELDS: Mapping[str, str] = {
    "title": N_("Title"), "code": N_("No."), "description": N_("Description"), "lead": N_("Lead"),
    "status": N_("Status"), "progress": N_("Progress"), "begin": N_("Begin"), "end": N_("End"),
    "nis": N_("Municipalities"), "partners": N_("Partners"), "target_groups": N_("Target groups"),
    "priorities": N_("Priorities"), "reporting_codes": N_("Reporting codes"), "remark": N_("Remark"),
    "begin_year": N_("First year"), "end_year": N_("Last year"), "baseline": N_("Baseline"), "target": N_("Target"),
    "baseline_year": N_("Year of the baseline"), "target_year": N_("Year of the target"), "unit": N_("Unit"),
    "due": N_("Due"), "done": N_("Done"), "year": N_("Year"), "cents": N_("Estimate"), "spent": N_("Spent"),
    "source": N_("Source"), "own": N_("Own share"), "split": N_("Split"), "shares": N_("Shares"),
    "yearly": N_("Every year"), "objective_id": N_("Objective"), "domain_id": N_("Action domain"),
    "indicator": N_("Indicator"), "value": N_("Value"), "day": N_("Date"), "link": N_("Link"),
    "file_name": N_("File"),
}  # fmt: skip
_CODES: dict[StrEnum, str] = {code: text for table in (STATUSES, SPLITS) for code, text in table.items()}
_MONEY = frozenset({"cents", "spent", "own"})
_SAID = frozenset({"title", "code", *PLACES})
_EMPTY: tuple[Any, ...] = ("", None, (), False, SplitKey.NONE)


def label(part: Any) -> str:
    """A part by its number and title."""
    return f"{getattr(part, 'code', '')} {getattr(part, 'title', '')}".strip() or "–"


def owner(part: Part, of: PlanContent) -> str:
    """The action, objective or indicator a part belongs to."""
    found = of.by_key()
    for kind in ("action", "objective", "indicator"):
        above = found.get((kind, str(getattr(part, f"{kind}_id", "") or "")))
        if above is not None:
            return label(above)
    return "–"


def whole(part: Part, words: Words, names: Mapping[str, str]) -> str:
    """A part in a line or more: its title, and what else was filled in."""
    lines = [label(part)] if hasattr(part, "title") else []
    for one in fields(part):
        value = getattr(part, one.name)
        if one.name in FIELDS and one.name not in _SAID and value not in _EMPTY:
            lines.append(f"{words.say(FIELDS[one.name])}: {field_text(one.name, value, words, names)}")
    return "\n".join(lines) or "–"


def field_text(field: str, value: Any, words: Words, names: Mapping[str, str]) -> str:
    """A value of a field as people read it; `names` are those of municipalities by code."""
    if value is None or value in ("", ()):
        return "–"
    if field in _MONEY:
        return words.formats.money(value)
    if field == "progress":
        return f"{value}%"
    readers: tuple[tuple[type, Callable[[Any], str]], ...] = (
        (bool, lambda found: words.say("yes") if found else words.say("no")),
        (PartialDate, words.formats.partial),
        (StrEnum, lambda found: words.say(_CODES.get(found, found.value))),
        (tuple, lambda found: words.formats.listing([names.get(str(one), str(one)) for one in found])),
    )
    return next((read(value) for kind, read in readers if isinstance(value, kind)), str(value))
