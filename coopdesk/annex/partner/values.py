"""Values of a partner workbook as a cell shows them, as the hidden sheet keeps them, and read back from a cell."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from coopdesk.annex.partner.model import Part, Unreadable
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.kernel.workbook import Value
from coopdesk.plan.model import ActionStatus
from coopdesk.plan.wording import STATUSES
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_
from coopdesk.words.reading import read_date, read_number

DATES, TEXTS = (Part.BEGIN, Part.END), (Part.COMMENT, Part.REMARK)
YEARS, EPOCH = range(1900, 2201), date(1899, 12, 30)


def shown(part: Part, value: Any, words: Words) -> Value:
    """A value as people see it in the sheet; a day is a real date and money a real amount."""
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        return value.first if value.precision is Precision.DAY else words.formats.field_partial(value)
    if part is Part.STATUS:
        return words.say(STATUSES[value])
    if part is Part.SPENT:
        return Decimal(value) / 100
    return value if isinstance(value, int) else str(value)


def kept(part: Part, value: Any) -> str:
    """A value as the hidden sheet keeps it: the same in every language and every program."""
    if value is None:
        return ""
    return value.canonical() if isinstance(value, PartialDate) else str(value)


def thawed(part: Part, text: str) -> Any:
    """The value of a text of the hidden sheet; a text that was touched there is no value and reads as None."""
    try:
        if part in DATES:
            return PartialDate.parse(text) if text else None
        if part is Part.STATUS:
            return ActionStatus(text)
        if part in (Part.PROGRESS, Part.SPENT):
            return int(text) if text else None
    except (Invalid, ValueError):
        return None
    return plain(text)


def read(part: Part, cell: Cell, words: Words, today: date) -> Any:
    """What a cell says, or Unreadable with the reason. An empty cell means nothing was filled in."""
    if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
        return Unreadable(cell.text, N_("“{text}” is an error in the sheet."), {"text": cell.text})
    if part in TEXTS:
        return plain(cell.text)
    if not cell.filled or not cell.text.strip():
        return None if part not in (Part.STATUS, Part.PROGRESS) else Unreadable("", N_("Fill this in."))
    try:
        if part in DATES:
            return _date(cell, today)
        return _status(cell.text, words) if part is Part.STATUS else _amount(part, cell)
    except Invalid as error:
        return Unreadable(cell.text, error.msgid, error.fields)


def plain(text: str) -> str:
    """A text without what spreadsheets add or cannot hold: line ends of other systems, spaces at the end of lines."""
    bare = re.sub(r"\r\n?", "\n", text)
    bare = "".join(c for c in bare if c == "\n" or c.isprintable())
    return "\n".join(line.strip() for line in bare.split("\n")).strip()


def _date(cell: Cell, today: date) -> PartialDate:
    if cell.day is not None:
        # A year typed in a cell that shows dates: Excel makes 2027 the 2,027th day of its calendar, in July 1905.
        serial = (cell.day - EPOCH).days
        return PartialDate.year(serial) if serial in YEARS else PartialDate.day(cell.day)
    if cell.number is not None and cell.number in YEARS:
        return PartialDate.year(int(cell.number))
    if cell.kind is not CellKind.TEXT:
        raise Invalid(N_("“{text}” is not a date."), text=cell.text)
    return read_date(cell.text, today)


def _status(text: str, words: Words) -> ActionStatus:
    typed = text.strip().casefold()
    for code, name in STATUSES.items():
        if typed in (words.say(name).casefold(), name.casefold(), code.value):
            return code
    raise Invalid(N_("“{text}” is not in the list."), text=text.strip())


def _amount(part: Part, cell: Cell) -> int:
    """A whole percentage, or cents."""
    try:
        number = cell.number if cell.number is not None else read_number(cell.text.replace("€", "").removesuffix("%"))
    except (Invalid, InvalidOperation) as error:
        raise Invalid(N_("“{text}” is not a number."), text=cell.text) from error
    if part is Part.PROGRESS:
        number = number * 100 if cell.shape == "%" else number
        if number != int(number) or not 0 <= number <= 100:
            raise Invalid(N_("Progress goes from 0 to 100%."))
        return int(number)
    cents = number * 100
    if cents != int(cents) or cents < 0:
        raise Invalid(N_("“{text}” is no amount in euros and cents."), text=cell.text)
    return int(cents)
