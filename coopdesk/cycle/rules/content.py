"""The whole content of a plan as one value, as text that is always the same for the same content, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan import model
from coopdesk.plan.model import Part, Plan
from coopdesk.words.marks import N_

# The names are in files on people's computers: never change one. In this order a part follows what it belongs to.
KINDS: Mapping[str, type[Any]] = {
    "objective": model.Objective,
    "domain": model.ActionDomain,
    "action": model.Action,
    "indicator": model.ObjectiveIndicator,
    "milestone": model.Milestone,
    "budget": model.BudgetLine,
    "opportunity": model.OpportunityLink,
    "target": model.IndicatorTarget,
    "evidence": model.Evidence,
    "link": model.ActionLink,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
Key = tuple[str, str]  # name of the kind, id


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A plan with all its parts, versions left out: two contents are equal when people see no difference."""

    plan: Plan
    parts: tuple[Part, ...]

    def by_key(self) -> dict[Key, Part]:
        """Every part under its kind and id."""
        return {key_of(part): part for part in self.parts}

    def of(self, kind: type[Any]) -> list[Any]:
        """The parts of a kind, in their order."""
        return [part for part in self.parts if isinstance(part, kind)]


def key_of(part: Part) -> Key:
    return _NAMES[type(part)], part.id


def content(plan: Plan, parts: Iterable[Part]) -> PlanContent:
    """The content of these parts, in one order whatever order they come in."""
    order = list(KINDS)
    plain = (replace(part, version=1) for part in parts)
    ordered = sorted(plain, key=lambda part: (order.index(key_of(part)[0]), getattr(part, "position", 0), part.id))
    return PlanContent(replace(plan, version=1), tuple(ordered))


def frozen(found: PlanContent) -> str:
    """The content as text."""
    whole = {
        "plan": _written(found.plan),
        # Named "part": a link of an action has a kind of its own.
        "parts": [{"part": key_of(part)[0], **_written(part)} for part in found.parts],
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thawed(text: str, sha256: str) -> PlanContent:
    """The content of a text; Refused when it is not the one that was approved."""
    if digest(text) != sha256:
        raise Refused(N_("This approved version is damaged and cannot be shown. Your plan itself is not affected."))
    whole = json.loads(text)
    hints = {name: get_type_hints(kind) for name, kind in KINDS.items()}
    parts = (_read(KINDS[raw["part"]], hints[raw["part"]], raw) for raw in whole["parts"])
    return content(_read(Plan, get_type_hints(Plan), whole["plan"]), parts)


def digest(text: str) -> str:
    """The SHA-256 of a content."""
    return hashlib.sha256(text.encode()).hexdigest()


def _written(value: Any) -> dict[str, Any]:
    return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name != "version"}


def _plain(value: Any) -> Any:
    match value:
        case PartialDate():
            return f"{value.canonical()}|{value.original}"
        case Decimal():
            return format(value, "f")
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return value


def _read(kind: type[Any], hints: Mapping[str, Any], raw: Mapping[str, Any]) -> Any:
    """A part from what was written; a field that came later keeps its default."""
    return kind(**{name: _value(hints[name], value) for name, value in raw.items() if name in hints})


def _value(hint: Any, raw: Any) -> Any:
    if raw is None:
        return None
    origin = get_origin(hint)
    if origin in (UnionType, Union):
        return _value(next(one for one in get_args(hint) if one is not type(None)), raw)
    if origin is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in raw)
    if hint is PartialDate:
        canonical, _, original = raw.partition("|")
        return PartialDate.parse(canonical, original)
    if hint is date:
        return date.fromisoformat(raw)
    return hint(raw)
