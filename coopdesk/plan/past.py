"""What happened to an action, in words: who looks back sees what was changed from what to what, when and by whom."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from coopdesk.kernel.changes import Plain, Row, RowChange, Step
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import ActionStatus, SplitKey
from coopdesk.plan.wording import SPLITS, STATUSES
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

# The columns worth telling, per table, with what they are called.
FIELDS: Mapping[str, Mapping[str, str]] = {
    "action": {
        "title": N_("Title"), "code": N_("No."), "status": N_("Status"), "progress": N_("Progress"),
        "begin": N_("Begin date"), "end": N_("End date"), "lead": N_("Lead"), "objective_id": N_("Objective"),
        "domain_id": N_("Level under the objective"), "nis": N_("Municipalities"), "partners": N_("Partners"),
        "target_groups": N_("Target groups"), "priorities": N_("Flemish priority"),
        "reporting_codes": N_("Other reporting codes"), "yearly": N_("Every year"),
        "description": N_("Description"), "remark": N_("Remark"), "split": N_("Split over municipalities"),
        "auto_progress": N_("Progress from milestones"),
    },
    "milestone": {"title": N_("Milestone"), "due": N_("Date"), "done": N_("Reached")},
    "budget_line": {"cents": N_("Estimate"), "own": N_("Own share"), "spent": N_("Spent"), "source": N_("Funding")},
    "evidence": {"title": N_("Evidence"), "day": N_("Date")},
    "objective_indicator": {"title": N_("Indicator"), "baseline": N_("Baseline"), "target": N_("Target value")},
}  # fmt: skip
_MONEY, _DAYS, _LISTS = (
    ("cents", "own", "spent"),
    ("begin", "end", "due", "day"),
    ("partners", "target_groups", "priorities", "reporting_codes"),
)
_FLAGS = ("yearly", "done", "auto_progress")
LONGEST = 60  # characters of a text


@dataclass(frozen=True, slots=True)
class Event:
    """One step: when, what it was called, a line per changed field, and who was at work, if that was noted."""

    at: datetime
    label: str
    changes: tuple[str, ...]
    who: str = ""


def told(steps: Iterable[Step], words: Words, names: Callable[[str], str]) -> list[Event]:
    """The steps in words, newest first. `names` gives what an id or a NIS code is called."""
    found: dict[str, Event] = {}
    for step in steps:
        lines = tuple(line for change in step.rows for line in _lines(change, words, names))
        label = words.say(step.label)
        if step.undoes is not None:
            label = words.say("Taken back or brought back: {step}", step=label)
        kept = found.get(step.id)
        found[step.id] = Event(step.at, label, (*(kept.changes if kept else ()), *lines), step.who)
    return sorted(found.values(), key=lambda event: event.at)[::-1]


def _lines(change: RowChange, words: Words, names: Callable[[str], str]) -> Iterable[str]:
    fields = FIELDS.get(change.table, {})
    main = next(iter(fields), "")
    if change.before is None or change.after is None:
        whole = change.after or change.before or {}
        text = _value(main, whole.get(main), words, names)
        made = change.before is None
        yield (
            words.say("{field} added: {value}", field=words.say(fields[main]), value=text)
            if made
            else words.say("{field} removed: {value}", field=words.say(fields[main]), value=text)
        )
        return
    for name, title in fields.items():
        if change.before.get(name) != change.after.get(name):
            old, new = (_value(name, row.get(name), words, names) for row in (change.before, change.after))
            yield words.say("{field}: {old} → {new}", field=_titled(words.say(title), change, name), old=old, new=new)


def _titled(title: str, change: RowChange, name: str) -> str:
    """A field of a part is told with the part it belongs to."""
    row: Row = change.after or {}
    if change.table == "budget_line":
        return f"{title} {row.get('year')}"
    return f"{title} “{row.get('title')}”" if change.table != "action" and name != "title" else title


def _value(name: str, value: Plain, words: Words, names: Callable[[str], str]) -> str:
    if value is None or value in ("", "[]"):
        return "–"
    for known, tell in _TELLERS:
        if name in known:
            return tell(value, words, names)
    text = str(value).replace("\n", " ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _day(value: Plain, words: Words, names: Callable[[str], str]) -> str:
    canonical, _, original = str(value).partition("|")
    return words.formats.partial(PartialDate.parse(canonical, original))


def _listed(value: Plain, words: Words, names: Callable[[str], str]) -> str:
    return ", ".join(json.loads(str(value)))


def _places(value: Plain, words: Words, names: Callable[[str], str]) -> str:
    return ", ".join(names(code) for code in json.loads(str(value)))


Teller = Callable[[Plain, Words, Callable[[str], str]], str]
_TELLERS: tuple[tuple[tuple[str, ...], Teller], ...] = (
    (("status",), lambda value, words, names: words.say(STATUSES[ActionStatus(str(value))])),
    (("split",), lambda value, words, names: words.say(SPLITS[SplitKey(str(value))])),
    (("progress",), lambda value, words, names: f"{value}%"),
    (_MONEY, lambda value, words, names: words.formats.money(int(value or 0))),
    (_DAYS, _day),
    (_LISTS, _listed),
    (("nis",), _places),
    (("objective_id", "domain_id"), lambda value, words, names: names(str(value))),
    (_FLAGS, lambda value, words, names: words.say("yes") if value else words.say("no")),
)
