"""What the desk asks of storage: a unit to write in, a moment to read from, and the steps taken so far."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from coopdesk.kernel.changes import Step

W_co = TypeVar("W_co", covariant=True)


class Kind(StrEnum):
    """How a step came about."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class StepHead:
    """A step without its rows: enough for menus and the history list."""

    id: str
    kind: Kind
    label: str
    subject: str
    at: datetime
    who: str = ""


class Unit(Protocol[W_co]):
    """One transaction for writing; leaving it without `commit` undoes everything."""

    @property
    def work(self) -> W_co: ...
    def put_back(self, step: Step) -> None:
        """Put every row as it was before the step; Conflict when a row no longer reads as the step left it."""

    def commit(self, kind: Kind, label: str, subject: str = "", undoes: str | None = None) -> Step:
        """Make it last, with the step itself, in the same transaction."""


class Ledger(Protocol[W_co]):
    """Where the desk keeps and finds everything."""

    def write(self) -> AbstractContextManager[Unit[W_co]]: ...
    def read(self) -> AbstractContextManager[W_co]: ...
    def step(self, id: str) -> Step: ...
    def heads(self, limit: int, *, undoable: bool = False) -> list[StepHead]:
        """The latest steps, oldest first; those of an older schema cannot be undone and are left out if asked."""

    def history(self, table: str, row_id: str | None = None) -> list[Step]:
        """The steps that touched one row, or any row of a table, oldest first."""
