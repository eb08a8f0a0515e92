"""Remembers how a list was looked at: its order, filters and folds, and the views that were given a name."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from coopdesk.shell.grid.arrange import UNGROUPED, Shape, Wish
from coopdesk.shell.grid.marking import Mark, read_marks
from coopdesk.shell.memory import ViewMemory


class Kept:
    """Kept with the settings of this user, not in the workspace: how one looks at a plan is no part of the plan, gives
    no step to undo, and should not travel to a partner with the names of people that filters hold."""

    def __init__(self, memory: ViewMemory, name: str, shape: Shape) -> None:
        self._memory, self._shape = memory, shape
        self._wish_key, self._views_key = f"grid.{name}.wish", f"grid.{name}.views"
        self._marks_key = f"grid.{name}.marks"

    def wish(self) -> Wish:
        """What was last asked; what no longer exists in this list is left out, and so is the text."""
        return self.read(_loaded(self._memory.get(self._wish_key)))

    def keep(self, wish: Wish) -> None:
        """A text that is sought is of the moment: it is not remembered."""
        self._memory.put(self._wish_key, json.dumps({**written(wish), "text": ""}))

    def views(self) -> dict[str, dict[str, Any]]:
        """The views with a name, by name."""
        return _loaded(self._memory.get(self._views_key))

    def marks(self) -> tuple[Mark, ...]:
        """The marks as they were last."""
        kept = _loaded(self._memory.get(self._marks_key)).get("marks", [])
        return self.read_marks(kept)

    def read_marks(self, kept: Sequence[Mapping[str, str]]) -> tuple[Mark, ...]:
        """Marks as they were written."""
        return read_marks(kept, {column.key for column in self._shape.columns})

    def keep_marks(self, marks: Sequence[Mark]) -> None:
        self._memory.put(self._marks_key, json.dumps({"marks": [mark.written() for mark in marks]}))

    def keep_views(self, views: Mapping[str, Mapping[str, Any]]) -> None:
        self._memory.put(self._views_key, json.dumps(views))

    def read(self, kept: Mapping[str, Any]) -> Wish:
        """A wish as it was written, as far as this list still knows its columns."""
        keys = {column.key for column in self._shape.columns}
        toggles = {toggle.key for toggle in self._shape.toggles}
        facets: dict[str, list[str]] = kept.get("facets", {})
        return Wish(
            text=str(kept.get("text", "")),
            facets={key: frozenset(values) for key, values in facets.items() if key in keys},
            toggles=frozenset(kept.get("toggles", ())) & toggles,
            sort=kept.get("sort", "") if kept.get("sort") in keys else "",
            down=bool(kept.get("down")),
            folded=frozenset(kept.get("folded", ())),
            group=kept.get("group", "") if kept.get("group") in keys | {UNGROUPED} else "",
        )


def written(wish: Wish) -> dict[str, Any]:
    """A wish as plain values."""
    return {
        "text": wish.text,
        "facets": {key: sorted(values) for key, values in wish.facets.items() if values},
        "toggles": sorted(wish.toggles),
        "sort": wish.sort,
        "down": wish.down,
        "folded": sorted(wish.folded),
        "group": wish.group,
    }


def _loaded(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
