"""What can go wrong in ways a person can do something about."""

from __future__ import annotations

from typing import Any


class UserError(Exception):
    """Something to tell the user: an English message id with named fields, put into words where it is shown."""

    def __init__(self, msgid: str, /, **fields: Any) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.fields = fields

    def __str__(self) -> str:
        return self.msgid.format_map(self.fields) if self.fields else self.msgid


class Invalid(UserError):
    """A value or a rule: shown at the field, the typed text stays."""


class Conflict(UserError):
    """What the user saw was changed or removed meanwhile."""


class Busy(UserError):
    """Another change is being written; nothing was started."""


class Refused(UserError):
    """A file, a disk or a workspace that cannot be used; what was there is untouched."""


class Damaged(Refused):
    """A workspace whose database is not whole; a backup can be put in its place."""


class Cancelled(Exception):
    """The user stopped a long piece of work; everything it did is rolled back."""
