"""Comments of the workspace for the lists of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coopdesk.comment.commands import AddComment, RemoveComment, ReviseComment
from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import Clock
from coopdesk.shell.remarks import Remark


class Comments:
    """Reads the comments on one kind of thing, and gives the commands that change them."""

    def __init__(self, desk: Desk[Any], clock: Clock) -> None:
        self._desk, self._clock = desk, clock

    def read(self, about: str) -> Sequence[Remark]:
        """In the order they were written."""
        with self._desk.look() as work:
            found = work.comments.on(about)
        return [Remark(c.id, c.thing_id, c.field, c.text, c.day, c.version) for c in found]

    def add(self, about: str, row_id: str, key: str, text: str) -> AddComment:
        """One more, of today."""
        return AddComment(about, row_id, text, self._clock.today(), key)

    def revise(self, remark: Remark, text: str) -> ReviseComment:
        """Another text."""
        return ReviseComment(remark.id, remark.version, text)

    def remove(self, remark: Remark) -> RemoveComment:
        """One less."""
        return RemoveComment(remark.id)
