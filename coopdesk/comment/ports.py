"""What comments need of storage."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from coopdesk.comment.model import Comment


class CommentStore(Protocol):
    """The comments of one unit of work. `get` raises Conflict when the comment is gone."""

    def get(self, id: str) -> Comment: ...
    def on(self, about: str) -> list[Comment]:
        """All on things of one table, in the order they were written."""

    def of_things(self, about: str, ids: Collection[str]) -> list[Comment]: ...
    def add(self, comment: Comment) -> None: ...
    def save(self, comment: Comment) -> None: ...
    def remove(self, id: str) -> None: ...


class CommentWork(Protocol):
    """The unit of work as comments see it."""

    @property
    def comments(self) -> CommentStore: ...
    def about(self, subject: str) -> None: ...
