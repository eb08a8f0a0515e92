"""The workbook of one partner: what goes out, what comes back, and what follows from the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from coopdesk.plan.model import Action, BudgetLine, Objective
from coopdesk.words.marks import N_

MARK = "coopdesk"  # heads the hidden column with the identifiers
BASE_SHEET = "coopdesk-basis"  # holds every value as it was sent


class Part(StrEnum):
    """A column a partner may fill in. The names are in files on people's computers: never change one."""

    BEGIN = "begin"
    END = "end"
    STATUS = "status"
    PROGRESS = "progress"
    SPENT = "spent"
    COMMENT = "comment"
    REMARK = "remark"


PARTS: Mapping[Part, str] = {
    Part.BEGIN: N_("Begin date"), Part.END: N_("End date"), Part.STATUS: N_("Status"), Part.PROGRESS: N_("Progress"),
    Part.SPENT: N_("Spent {year}"), Part.COMMENT: N_("Comment {period}"), Part.REMARK: N_("Remark"),
}  # fmt: skip
FIXED = ("code", "title", "objective", "description")


@dataclass(frozen=True, slots=True)
class Frame:
    """Of which plan and partner a workbook is, and over which half-year and year it asks."""

    plan_id: str
    partner: str
    half: str

    @property
    def year(self) -> int:
        return int(self.half[:4])


@dataclass(frozen=True, slots=True)
class Own:
    """An action of a partner as the plan has it; `comment` is that of the half-year asked for."""

    action: Action
    objective: Objective
    lines: tuple[BudgetLine, ...]
    comment: str = ""

    def value(self, part: Part) -> Any:
        """What stands in a column: a date, a status, a percentage, cents or a text."""
        match part:
            case Part.SPENT:
                return self.lines[0].spent if len(self.lines) == 1 else None
            case Part.COMMENT:
                return self.comment
            case _:
                return getattr(self.action, part.value)

    def takes(self, part: Part) -> bool:
        """Whether a value that comes back can be kept: money of several sources is split in the program, and progress
        that follows the milestones changes by them."""
        if part is Part.SPENT:
            return len(self.lines) <= 1
        return not (part is Part.PROGRESS and self.action.auto_progress)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What was typed in a cell and means nothing there, with the reason as a message id and its fields."""

    text: str
    reason: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row that came back: its values by column as far as the column was found. `base` is what was sent, None when
    that is not in the file any more. `id` is empty for a row the partner added."""

    id: str
    title: str
    values: Mapping[Part, Any]
    base: Mapping[Part, Any] | None
    at: int
    fixed: tuple[str, ...] = ()
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A whole workbook that came back. `sent` are the ids it went out with, `lost` the columns that are gone."""

    frame: Frame
    rows: tuple[ReturnedRow, ...]
    sent: tuple[str, ...]
    lost: tuple[Part, ...] = ()


class Choice(StrEnum):
    """What becomes of a cell: theirs, ours, or ours with theirs in the remark. A new row: theirs adds it."""

    THEIRS = "theirs"
    OURS = "ours"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value that differs. `clash` says that both sides changed it, or that nobody knows who did."""

    own: Own
    part: Part
    ours: Any
    theirs: Any
    base: Any
    known: bool
    clash: bool
    choice: Choice

    @property
    def id(self) -> str:
        return f"{self.own.action.id} {self.part}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came back beside what there is: cells to decide on, new rows, and what is only told."""

    frame: Frame
    cells: tuple[Cell, ...] = ()
    added: tuple[ReturnedRow, ...] = ()
    removed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    lost: tuple[Part, ...] = ()
    same: int = 0
