"""A workbook as a value, before anyone writes it as a file: sheets of columns and cells, free of any library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | date | None


class Shape(StrEnum):
    """How the numbers of a column are shown."""

    PLAIN = "plain"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column under a heading. `open` cells may be typed in although the sheet is protected; `choices` is the list to
    choose from, `between` the whole numbers that are taken. Money is given in euros, a percentage as 45 for 45%."""

    title: str
    shape: Shape = Shape.PLAIN
    width: int = 0
    hidden: bool = False
    open: bool = False
    choices: tuple[str, ...] = ()
    between: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: lines of text, headings, rows, and a remark under them.

    `strong` are the rows (from 0) that head others. A protected sheet can be typed in where a column is open, also in
    the `spare` empty rows below, of which every column but the hidden ones is open.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    above: tuple[str, ...] = ()
    note: str = ""
    strong: frozenset[int] = field(default=frozenset())
    protected: bool = False
    hidden: bool = False
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file, and what it says of itself to who looks for it."""

    title: str
    sheets: tuple[Sheet, ...]
    properties: tuple[tuple[str, str], ...] = ()


WriteBook = Callable[[Workbook], bytes]
