"""Keeps comments in the database."""

from __future__ import annotations

from collections.abc import Collection

from coopdesk.comment.model import Comment
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlCommentStore:
    """The comments of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._table = Table(rows, "comment", Comment)

    def get(self, id: str) -> Comment:
        """One comment; Conflict when it is gone."""
        return self._table.get(id)

    def on(self, about: str) -> list[Comment]:
        """All on things of one table, in the order they were written: ids sort by time."""
        return sorted(self._table.where(about=about), key=lambda comment: comment.id)

    def of_things(self, about: str, ids: Collection[str]) -> list[Comment]:
        """Those on some things."""
        return [comment for comment in self.on(about) if comment.thing_id in ids]

    def add(self, comment: Comment) -> None:
        """Keep a new one."""
        self._table.add(comment)

    def save(self, comment: Comment) -> None:
        """Keep a changed one; Conflict when it changed meanwhile."""
        self._table.save(comment)

    def remove(self, id: str) -> None:
        """Forget one."""
        self._table.remove(id)
