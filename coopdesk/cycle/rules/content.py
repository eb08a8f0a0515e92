"""The whole content of a plan as one value, as text that is always the same for the same content, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
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
    readers = {name: _readers(kind) for name, kind in KINDS.items()}
    parts = (_read(KINDS[raw["part"]], readers[raw["part"]], raw) for raw in whole["parts"])
    return content(_read(Plan, _readers(Plan), whole["plan"]), parts)


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


Read = Callable[[Any], Any]


def _read(kind: type[Any], readers: Mapping[str, Read], raw: Mapping[str, Any]) -> Any:
    """A part from what was written; a field that came later keeps its default."""
    return kind(**{
        name: None if value is None else readers[name](value) for name, value in raw.items() if name in readers
    })  # fmt: skip


def _readers(kind: type[Any]) -> Mapping[str, Read]:
    """What reads each field of a kind."""
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _reader(hint: Any) -> Read:
    origin = get_origin(hint)
    if origin in (UnionType, Union):
        return _reader(next(one for one in get_args(hint) if one is not type(None)))
    if origin is tuple:
        each = _reader(get_args(hint)[0])
        return lambda raw: tuple(each(one) for one in raw)
    if hint is PartialDate:
        return _partial
    return date.fromisoformat if hint is date else hint


def _partial(raw: str) -> PartialDate:
    canonical, _, original = raw.partition("|")
    return PartialDate.parse(canonical, original)
