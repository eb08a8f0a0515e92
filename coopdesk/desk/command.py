"""The shape of everything that changes the workspace."""

from __future__ import annotations

from typing import Any, Protocol


class Command(Protocol):
    """A change the user asks for: its label is the English text of the menu and the history, `run` makes the change.

    `run` gets the unit of work, raises a UserError to refuse, and may return what the caller needs (such as a new id).
    """

    @property
    def label(self) -> str: ...

    def run(self, work: Any) -> Any: ...
