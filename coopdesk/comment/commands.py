"""Writing, changing and removing comments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coopdesk.comment.model import Comment
from coopdesk.comment.ports import CommentWork
from coopdesk.comment.rules import checked
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.words.marks import N_

SHOWN = 40  # letters of a comment that name it in the undo menu


@dataclass(frozen=True, slots=True)
class AddComment:
    """Notes something beside a thing, or beside one field of it; returns the id of the comment."""

    about: str
    thing_id: str
    text: str
    day: date
    field: str = ""
    label: str = N_("Add comment")

    def run(self, work: CommentWork) -> str:
        made = checked(Comment(new_id(), self.about, self.thing_id, self.field, self.text, self.day))
        work.comments.add(made)
        work.about(made.text[:SHOWN])
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseComment:
    """Keeps another text for a comment."""

    id: str
    seen_version: int
    text: str
    label: str = N_("Change comment")

    def run(self, work: CommentWork) -> None:
        kept = work.comments.get(self.id)
        if kept.version != self.seen_version:
            raise Conflict(N_("This comment was changed since you opened it."))
        changed = checked(replace(kept, text=self.text))
        work.comments.save(changed)
        work.about(changed.text[:SHOWN])


@dataclass(frozen=True, slots=True)
class RemoveComment:
    """Removes a comment."""

    id: str
    label: str = N_("Remove comment")

    def run(self, work: CommentWork) -> None:
        kept = work.comments.get(self.id)
        work.comments.remove(kept.id)
        work.about(kept.text[:SHOWN])
