"""Numbers and dates of a cell in their plain form, and what the display format of the cell tells about them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Context, Decimal, InvalidOperation

from coopdesk.annex.sheet.model import Cell, CellKind

# Excel itself keeps and shows fifteen digits; the rest of a stored double is noise such as 0.70000000000000007.
_FIFTEEN = Context(prec=15)
# Digits that are already in the form in which numbers are kept.
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
_PLAIN_LENGTH = 15
_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 (a spreadsheet day has no zone)
_LEAP_BUG = 60
# The built-in number formats that tell something, by their number: percentages and dates.
BUILT_IN = {9: "%", 10: "%", 14: "day", 15: "day", 16: "day", 17: "month", 22: "day"}


def plain_number(text: str, shape: str = "") -> Cell:
    """A number cell from the digits in the file; an error cell for what no number can be."""
    if len(text) <= _PLAIN_LENGTH and _PLAIN.fullmatch(text):
        return Cell(CellKind.NUMBER, text, shape)
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return Cell(CellKind.ERROR, text)
    if not value.is_finite() or abs(value.adjusted()) > 300:
        return Cell(CellKind.ERROR, text)
    exact = value if value == value.to_integral_value() and abs(value) < 10**18 else _FIFTEEN.plus(value)
    digits = format(exact, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Cell(CellKind.NUMBER, digits or "0", shape)


def serial_day(text: str, shape: str, *, date1904: bool) -> Cell:
    """A date cell from a serial number, or an error cell that keeps the number when it is no day of the calendar."""
    try:
        serial = float(text)
        if serial < 1:
            return Cell(CellKind.TEXT, text)
        if not date1904 and serial < _LEAP_BUG:
            serial += 1
        day = _EPOCHS[date1904] + timedelta(days=int(serial))
    except (ValueError, OverflowError):
        return Cell(CellKind.ERROR, text)
    return Cell(CellKind.DATE, day.date().isoformat(), shape)


def format_shape(code: str) -> str:
    """ "%", "day", "month", "year" or "" for a number format such as 0.00%, dd/mm/yyyy, mmm/yy, yyyy, 0."""
    bare = _LITERALS.sub("", code.split(";", maxsplit=1)[0]).lower()
    if bare in ("general", "@") or "e+" in bare:
        return ""
    if "%" in bare:
        return "%"
    if "d" in bare:
        return "day"
    if "y" in bare:
        return "month" if "m" in bare else "year"
    return ""
