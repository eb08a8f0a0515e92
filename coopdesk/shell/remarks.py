"""Comments on rows and cells as a list sees them; what keeps them is passed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from coopdesk.desk.command import Command


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment: the row it is on, the column it is about (empty for the whole row), its text and day."""

    id: str
    row_id: str
    key: str
    text: str
    day: date
    version: int = 1


class RemarkBook(Protocol):
    """Where comments are kept: those on rows of one kind, and the commands that change them."""

    def read(self, about: str) -> Sequence[Remark]: ...
    def add(self, about: str, row_id: str, key: str, text: str) -> Command: ...
    def revise(self, remark: Remark, text: str) -> Command: ...
    def remove(self, remark: Remark) -> Command: ...


@dataclass(slots=True)
class Noted:
    """The comments of one list, found by their place."""

    all: Sequence[Remark] = ()
    _places: dict[tuple[str, str], list[Remark]] = field(default_factory=dict)

    def show(self, remarks: Sequence[Remark]) -> None:
        """These are the comments now."""
        self.all, self._places = tuple(remarks), {}
        for remark in remarks:
            self._places.setdefault((remark.row_id, remark.key), []).append(remark)

    def at(self, row_id: str, key: str) -> Sequence[Remark]:
        """Those on one cell, or with an empty key on the row as a whole."""
        return self._places.get((row_id, key), ()) if self._places else ()

    def of_row(self, row_id: str) -> Sequence[Remark]:
        """Those on a row and any of its cells."""
        return [remark for remark in self.all if remark.row_id == row_id]
