"""A difference between an approved plan and the present one in words: what was promised, and what there is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coopdesk.cycle.fields import FIELDS, LEVELS, NOTHING, Names, said
from coopdesk.cycle.rules.content import Key, PlanContent, key_of
from coopdesk.cycle.rules.difference import Difference, FieldChange, difference
from coopdesk.plan import model as m
from coopdesk.plan.rules import natural_key
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_


class What(StrEnum):
    """What happened to something since the plan was approved."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


WHAT: Mapping[What, str] = {
    What.ADDED: N_("New"), What.REMOVED: N_("Gone"), What.CHANGED: N_("Changed"), What.MOVED: N_("Moved"),
}  # fmt: skip
KIND_WORDS: Mapping[str, str] = {
    "objective": N_("Objective"), "domain": N_("Action domain"), "action": N_("Action"), "indicator": N_("Indicator"),
    "milestone": N_("Milestone"), "budget": N_("Budget"), "opportunity": N_("Opportunity"),
    "target": N_("Target value"), "evidence": N_("Evidence"), "link": N_("Link"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that differs, finished: of which action (its id, empty without one), what it is about, what happened,
    which field, and the two texts."""

    id: str
    group: str
    action_id: str
    subject: str
    what: What
    field: str = ""
    old: str = ""
    new: str = ""


def told(before: PlanContent, after: PlanContent, words: Words, town: Names) -> tuple[Line, ...]:
    """Every difference in words, in the order of the present plan; what is gone stands where it stood. `town` names a
    municipality by its NIS code."""
    return _Teller(before, after, words, town).all()


def summary(words: Words, lines: Iterable[Line]) -> str:
    """3 nieuw · 1 weg · 12 gewijzigd · 2 verplaatst, by what people count: actions and objectives for what came and
    went, fields for what changed."""
    found = Counter(line.what for line in lines)
    if not found:
        return words.say("Nothing has changed since.")
    parts = (
        words.count("{n} new", "{n} new", found[What.ADDED]),
        words.count("{n} gone", "{n} gone", found[What.REMOVED]),
        words.count("{n} changed", "{n} changed", found[What.CHANGED]),
        words.count("{n} moved", "{n} moved", found[What.MOVED]),
    )
    return " · ".join(text for what, text in zip(What, parts, strict=True) if found[what])


class _Teller:
    """Knows both contents by key, so that every part can be named although it may be in one of them only."""

    def __init__(self, before: PlanContent, after: PlanContent, words: Words, town: Names) -> None:
        self._words, self._town = words, town
        self._old, self._new = before.by_key(), after.by_key()
        self._found: Difference = difference(before, after)

    def all(self) -> tuple[Line, ...]:
        lines = [*self._came(), *self._went(), *self._changed(), *self._moved()]
        return tuple(sorted(lines, key=self._place))

    def _came(self) -> Iterator[Line]:
        here = {key_of(part) for part in self._found.added}
        for part in self._found.added:
            if self._owner(part) not in here:
                yield self._line(key_of(part), What.ADDED, new=self._gist(part))

    def _went(self) -> Iterator[Line]:
        gone = {key_of(part) for part in self._found.removed}
        for part in self._found.removed:
            if self._owner(part) not in gone:
                yield self._line(key_of(part), What.REMOVED, old=self._gist(part))

    def _changed(self) -> Iterator[Line]:
        for change in self._found.changed:
            if change.field in FIELDS and not (
                change.field in ("objective_id", "domain_id") and self._is_moved(change)
            ):
                yield self._line(
                    change.key, What.CHANGED, FIELDS[change.field], self._value(change.field, change.old),
                    self._value(change.field, change.new),
                )  # fmt: skip

    def _is_moved(self, change: FieldChange) -> bool:
        return change.key in self._found.moved

    def _moved(self) -> Iterator[Line]:
        for key in self._found.moved:
            old, new = self._home(self._old[key]), self._home(self._new[key])
            same = old == new
            here = self._words.say("other place in the order")
            yield self._line(key, What.MOVED, old="" if same else old, new=here if same else new)

    def _line(self, key: Key, what: What, field: str = "", old: str = "", new: str = "") -> Line:
        part = self._new.get(key) or self._old.get(key)
        label = self._words.say(field) if field else ""
        if part is None:
            name = self._words.say("The plan itself")
            return Line(f"{key}/{field}", "", "", name, what, label, old, new)
        action = self._action(part)
        return Line(
            f"{key[0]} {key[1]} {what} {field}", self._objective(part), action.id if action else "",
            self._subject(part, action), what, label, old, new,
        )  # fmt: skip

    # Who is what -----------------------------------------------------------------------------------------------------

    def _part(self, kind: str, id: str | None) -> Any:
        key = (kind, id or "")
        return self._new.get(key) or self._old.get(key)

    def _owner(self, part: m.Part) -> Key | None:
        """What a part belongs to: of a new action its milestones need not be named one by one."""
        match part:
            case m.IndicatorTarget():
                return ("indicator", part.indicator_id)
            case m.ObjectiveIndicator() if part.action_id:
                return ("action", part.action_id)
            case m.Action() | m.ActionDomain() | m.ObjectiveIndicator():
                return None
            case m.Objective() | m.Plan() | m.PolicyPriority():
                return None
            case _:
                return ("action", part.action_id)

    def _action(self, part: m.Part) -> m.Action | None:
        if isinstance(part, m.Action):
            return part
        owner = self._owner(part)
        if owner is None:
            return None
        held = self._part(*owner)
        return held if isinstance(held, m.Action) else self._action(held) if held is not None else None

    def _objective(self, part: m.Part) -> str:
        """The objective a part stands under, itself included."""
        action = self._action(part)
        if action is not None:
            return action.objective_id
        if isinstance(part, m.IndicatorTarget):
            part = self._part("indicator", part.indicator_id) or part
        return part.id if isinstance(part, m.Objective) else str(getattr(part, "objective_id", ""))

    def _subject(self, part: m.Part, action: m.Action | None) -> str:
        """1.3 Werkplekleren › Mijlpaal “Akkoord”."""
        own = self._own(part)
        if action is None or part is action:
            return own
        return f"{self._own(action)} › {own}"

    def _own(self, part: m.Part) -> str:
        match part:
            case m.Action() | m.Objective() | m.ActionDomain():
                return f"{part.code} {part.title}".strip()
            case m.BudgetLine():
                return self._words.say("Budget {year}", year=str(part.year))
            case m.IndicatorTarget():
                return self._words.say("Target for {year}", year=str(part.year))
            case m.Milestone() | m.ObjectiveIndicator() | m.Evidence():
                kind = self._words.say(KIND_WORDS[key_of(part)[0]])
                return f"{kind} “{part.title}”"
            case _:
                return self._words.say(KIND_WORDS[key_of(part)[0]])

    def _gist(self, part: m.Part) -> str:
        """What is worth saying of something that came or went."""
        match part:
            case m.BudgetLine():
                return self._words.formats.money(part.cents)
            case m.IndicatorTarget():
                return self._words.formats.exact(part.value)
            case m.Milestone() if part.due is not None:
                return self._words.formats.partial(part.due)
            case m.Action():
                return self._home(part)
            case _:
                return ""

    def _home(self, part: Any) -> str:
        """The level a part stands under."""
        domain = self._part("domain", getattr(part, "domain_id", None))
        held = domain or self._part("objective", getattr(part, "objective_id", None))
        return self._own(held) if held is not None else ""

    # What values say -------------------------------------------------------------------------------------------------

    def _value(self, field: str, value: Any) -> str:
        if field in LEVELS and value:
            held = self._part(LEVELS[field], value)
            return self._own(held) if held is not None else NOTHING
        return said(field, value, self._words, self._town)

    def _place(self, line: Line) -> tuple[Any, ...]:
        objective, action = self._part("objective", line.group), self._part("action", line.action_id)
        return (
            objective is not None,
            objective.position if objective is not None else 0,
            line.group,
            natural_key(action.code) if action is not None else (),
            line.action_id,
            line.id.startswith("action"),
        )


def group_titles(before: PlanContent, after: PlanContent, words: Words) -> dict[str, str]:
    """The headings of the lines: the objectives of both, and one for the plan itself."""
    found = {o.id: f"{o.code} {o.title}".strip() for o in (*before.of(m.Objective), *after.of(m.Objective))}
    return {"": words.say("The plan itself"), **found}
