"""The list of remembered mappings: rename, remove, hand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coopdesk.annex.kept import Recipe
from coopdesk.annex.recipes.commands import RemoveRecipe, RenameRecipe
from coopdesk.annex.ui.wording import KINDS
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import TextKind
from coopdesk.shell.grid.looks import Title
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_


def recipe_list(context: Context, add: Action, menu: Sequence[Action]) -> Grid[Recipe]:
    """A row per remembered mapping; the name can be changed in place."""
    words = context.words
    empty = EmptyState(
        "bookmark",
        words.say("No mapping remembered yet"),
        words.say(
            "When you change how a file is read, that is remembered for the next file with the same column titles."
        ),
        second=add,
        words=words,
    )
    return Grid(
        context, _columns(words), name="recipes", label=N_("Remembered mappings"), empty=empty,
        remove=_removal, menu=lambda: menu, tall=False,
    )  # fmt: skip


def _columns(words: Words) -> list[Column[Recipe]]:
    return [
        Column("name", N_("Name"), lambda r: r.name, edit=_renamed, kind=TextKind(required=True), width=30,
               look=lambda _: Title()),
        Column("kind", N_("Kind"), lambda r: words.say(KINDS[r.kind]), width=14, filter=True),
        Column("headings", N_("Column titles"), lambda r: " · ".join(filter(None, r.headings)), width=50, stretch=True,
               tip=lambda r: "\n".join(filter(None, r.headings))),
    ]  # fmt: skip


def _renamed(row: Recipe, name: Any) -> RenameRecipe:
    return RenameRecipe(row.id, row.version, str(name))


def _removal(rows: Sequence[Recipe]) -> Any:
    if not rows:
        return None
    removals = tuple(RemoveRecipe(row.id) for row in rows)
    return removals[0] if len(removals) == 1 else Batch(removals, N_("Remove mappings"))
