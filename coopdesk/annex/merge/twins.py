"""Which action of the plan a row of an annex is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from coopdesk.annex.merge.homes import bare
from coopdesk.annex.merge.sides import Known
from coopdesk.annex.model import ActionEntry, Entry, Meaning
from coopdesk.plan.model import Action

_ALIKE = 75  # of a hundred


@dataclass(slots=True)
class Paired:
    """Rows of new actions, rows beside the action they are about, and rows with the code of an action that is called
    something else altogether, of which only a person can say which of both they are."""

    new: list[ActionEntry] = field(default_factory=list)
    known: list[tuple[Action, ActionEntry]] = field(default_factory=list)
    doubtful: list[tuple[Action, ActionEntry]] = field(default_factory=list)


def paired(there: Iterable[Action], entries: Iterable[Entry], before: Known, *, same: bool | None) -> Paired:
    """`same` says what a person said of rows that only share a code with an action: that they are that action, that
    they are others, or nothing yet."""
    free, found = list(there), Paired()
    for entry in entries:
        if not isinstance(entry, ActionEntry):
            continue
        sure = _sure(free, entry, before)
        kept = sure or _coded(free, entry)
        if kept is None or (sure is None and same is False):
            found.new.append(entry)
            continue
        # Two rows never change the same action: the second would undo what the first says.
        free.remove(kept)
        (found.doubtful if sure is None and same is None else found.known).append((kept, entry))
    return found


def _sure(free: list[Action], entry: ActionEntry, before: Known) -> Action | None:
    """The action with that code and about that title; else the one that came under that code and title and was numbered
    anew; else the one with that title, unless both have a code and those differ."""
    title = bare(entry.title)
    called = [action for action in free if bare(action.title) == title]
    coded = [action for action in free if entry.code and action.code == entry.code]
    for action in (*(one for one in coded if one in called), *(one for one in coded if _is_about(one, entry, before))):
        return action
    renumbered = (a for a in called if entry.code and before.values.get((a.id, Meaning.CODE)) == entry.code)
    return next(renumbered, None) or next((a for a in called if not coded and not (a.code and entry.code)), None)


def _is_about(action: Action, entry: ActionEntry, before: Known) -> bool:
    """Whether the title of a row is, in more words or a little otherwise, that of an action now or when it came."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - megabytes that only a title in other words needs

    title, words = bare(entry.title), set(bare(entry.title).split())
    for name in map(bare, filter(None, (action.title, before.values.get((action.id, Meaning.TITLE))))):
        told = set(name.split())
        if words <= told or told <= words or fuzz.token_sort_ratio(title, name) >= _ALIKE:
            return True
    return False


def _coded(free: list[Action], entry: ActionEntry) -> Action | None:
    return next((action for action in free if entry.code and action.code == entry.code), None)
