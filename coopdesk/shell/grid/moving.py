"""Gives rows another place: by dragging at the strip before them, or with Alt+Shift+arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.grid.arrange import Line, Shape, Wish
from coopdesk.shell.grid.listing import Listing

Move = Callable[[Any, str, int], object]  # the row, the heading it comes under, its place there (-1 is last)


class Moving:
    """Where a move leads, told to the page, which knows the command."""

    def __init__(self, context: Context, grid: Listing[Any], move: Move | None) -> None:
        self._context, self._grid, self._move = context, grid, move
        grid.view.gutter.movable = move is not None
        grid.view.gutter.dropped.connect(self.drop)

    def step(self, by: int) -> None:
        """Alt+Shift+Up and Down: one place on, past a heading into the next one."""
        index = self._grid.view.currentIndex()
        line = self._grid.model.line(index)
        if line is None or line.row is None or not self._in_order():
            return
        self._do(line, stepped(self._grid.model.lines, self._grid.shape, index.row(), by))

    def drop(self, at: int, before: int) -> None:
        """A row was dragged and let go before another line."""
        if self._in_order():
            lines = self._grid.model.lines
            self._do(lines[at], dropped(lines, self._grid.shape, at, before))

    def _do(self, line: Line, place: tuple[str, int] | None) -> None:
        if self._move is None or place is None:
            return
        column = max(self._grid.view.currentIndex().column(), 0)
        self._move(line.row, *place)
        found = self._grid.model.at(line.id)
        if found >= 0:
            self._grid.view.go(found, column)
        self._grid.announce(self._context.words.say("Row {n}", n=found + 1))

    def _in_order(self) -> bool:
        """Rows can be moved only while all of them stand in their own order; if not, that is offered."""
        wish = self._grid.wish
        if self._move is None or not (wish.sort or wish.filters or wish.group):
            return self._move is not None
        say = self._context.words.say
        choice = Choice(say("Show all rows in their own order"), self._restore)
        self._context.messages.note(
            say("Rows can be moved when all of them stand in their own order."), choices=(choice,)
        )
        return False

    def _restore(self) -> None:
        self._grid.show_wish(Wish())


def stepped(lines: Sequence[Line], shape: Shape, at: int, by: int) -> tuple[str, int] | None:
    """The heading and the place one step on; None at the end of the list."""
    group = _group_of(shape, lines[at])
    siblings = [n for n, line in enumerate(lines) if line.row is not None and _group_of(shape, line) == group]
    place = siblings.index(at) + by
    if 0 <= place < len(siblings):
        return group, place
    groups = [line.group.id for line in lines if line.group is not None]
    if group not in groups or not 0 <= groups.index(group) + by < len(groups):
        return None
    return groups[groups.index(group) + by], 0 if by > 0 else -1


def dropped(lines: Sequence[Line], shape: Shape, at: int, before: int) -> tuple[str, int]:
    """The heading above the place a row was let go, and how many rows of it stand before that place."""
    above = next((line.group.id for line in reversed(lines[:before]) if line.group is not None), "")
    own = _group_of(shape, lines[at])
    group = above or (own if shape.of_group is None else next((one.group.id for one in lines if one.group), own))
    earlier = [n for n, line in enumerate(lines[:before]) if n != at and line.row is not None]
    return group, sum(_group_of(shape, lines[n]) == group for n in earlier)


def _group_of(shape: Shape, line: Line) -> str:
    return shape.of_group(line.row) if shape.of_group is not None and line.row is not None else ""
