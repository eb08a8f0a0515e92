"""What differs between two contents of a plan, so completely that the one can be made of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from coopdesk.cycle.rules.content import Key, PlanContent, content, key_of
from coopdesk.plan.model import Part

PLAN: Key = ("plan", "")
PLACES = ("objective_id", "domain_id")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a part, or of the plan itself, that reads otherwise."""

    key: Key
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """From one content to another: parts that came, parts that went, and fields that changed."""

    added: tuple[Part, ...] = ()
    removed: tuple[Part, ...] = ()
    changed: tuple[FieldChange, ...] = ()
    moved: tuple[Key, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


def difference(before: PlanContent, after: PlanContent) -> Difference:
    """Everything that differs. `moved` names the parts that people moved: those that another part pushed aside are not
    among them, although their position changed."""
    old, new = before.by_key(), after.by_key()
    both = [key for key in new if key in old]
    changed = [
        *_changes(PLAN, before.plan, after.plan),
        *(change for key in both for change in _changes(key, old[key], new[key])),
    ]
    return Difference(
        tuple(part for key, part in new.items() if key not in old),
        tuple(part for key, part in old.items() if key not in new),
        tuple(changed),
        tuple(_moved(both, old, new)),
    )


def applied(found: PlanContent, by: Difference) -> PlanContent:
    """The content after a difference."""
    parts = found.by_key()
    for part in by.removed:
        del parts[key_of(part)]
    plan = found.plan
    for change in by.changed:
        if change.key == PLAN:
            plan = replace(plan, **{change.field: change.new})
        else:
            parts[change.key] = replace(parts[change.key], **{change.field: change.new})
    return content(plan, [*parts.values(), *by.added])


def _changes(key: Key, old: Any, new: Any) -> Iterable[FieldChange]:
    for one in fields(old) if old != new else ():
        before, after = getattr(old, one.name), getattr(new, one.name)
        if before != after:
            yield FieldChange(key, one.name, before, after)


def _moved(keys: Sequence[Key], old: dict[Key, Part], new: dict[Key, Part]) -> Iterable[Key]:
    """What went to another parent, or stands in another order among those that stayed together."""
    together: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in keys:
        if not hasattr(new[key], "position"):
            continue
        if _place(old[key]) != _place(new[key]):
            yield key
        else:
            together[key[0], str(getattr(new[key], "action_id", "")), *_place(new[key])].append(key)
    for siblings in together.values():
        was = sorted(siblings, key=lambda key: (getattr(old[key], "position", 0), key[1]))
        now = sorted(siblings, key=lambda key: (getattr(new[key], "position", 0), key[1]))
        if was == now:
            continue
        rank = {key: at for at, key in enumerate(was)}
        stayed = _longest_rise([rank[key] for key in now])
        yield from (key for at, key in enumerate(now) if at not in stayed)


def _place(part: Part) -> tuple[str, ...]:
    return tuple(str(getattr(part, name, "") or "") for name in PLACES)


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """Where the longest rising row of these ranks stands: the most that can be said to have stayed in order."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int] = {}
    for at, rank in enumerate(ranks):
        length = bisect_left(ends, rank)
        if length == len(ends):
            ends.append(rank)
            tails.append(at)
        else:
            ends[length], tails[length] = rank, at
        before[at] = tails[length - 1] if length else -1
    found, at = set[int](), tails[-1] if tails else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
