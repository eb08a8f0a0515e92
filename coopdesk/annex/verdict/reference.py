"""The day an annex shows the state of, and the day whose municipalities it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from coopdesk.annex.layout.filled import distinct
from coopdesk.annex.layout.model import SheetLayout, Table
from coopdesk.annex.meaning.dates import read_text
from coopdesk.annex.meaning.places import PlaceKind, Setting, read_nis, read_place
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.sheet.model import CellKind
from coopdesk.kernel.partial_date import PartialDate

_TOLD = re.compile(
    r"(?:toestand|situatie|stand|versie|peildatum|per|op|d\.?d\.?|datum)(?: van| op| per| in)?:? "
    r"(?P<day>\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}[/\-]\d{4}|\d{4}-\d{2}(?:-\d{2})?"
    r"|\d{1,2} [a-z]+ \d{4}|[a-z]+ \d{4}|\d{4})",
    re.IGNORECASE,
)
_LONGEST = 60
_CODE_LENGTHS = (4, 5)
_EXPLAINED = re.compile(r"^(\*+|\(\d\)|[¹²³†‡°]) ?[=:]? ?(\S.*)$")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_ ]?(0[1-9]|1[0-2])?(?!\d)")


def reference_of(layouts: Iterable[SheetLayout], name: str) -> PartialDate | None:
    """The day told in a title or a note, else the month or year in the name of the file."""
    for layout in layouts:
        for row in (*layout.titles, *range(max(1, len(layout.rows) - 5), len(layout.rows) + 1)):
            for cell in layout.rows[row - 1]:
                found = _TOLD.search(cell.text) if cell.kind is CellKind.TEXT else None
                told = read_text(found["day"]).limit.date if found else None
                if told is not None:
                    return told
    found = _IN_NAME.search(name)
    if found is None:
        return None
    year = int(found[1])
    return PartialDate.month(year, int(found[2]), name) if found[2] else PartialDate.year(year, name)


def vintage_of(tables: Iterable[Table], register: Register, near: date) -> date:
    """The day on which most of the municipalities named exist; `near` decides between days that do equally well."""
    tables = list(tables)
    cells = [cell for table in tables for column in table.different() for cell in column]
    heads = {words[-1].strip() for table in tables for column, words in table.headings if column in table.crossed}
    texts = heads | {c.text.strip() for c in cells if c.kind is CellKind.TEXT and len(c.text) < _LONGEST}
    numbers = {c.text.zfill(5) for c in cells if len(c.text) in _CODE_LENGTHS and c.kind is CellKind.NUMBER}
    codes = {code for code in {*numbers, *map(read_nis, texts)} if code in register.by_nis}
    days = [near, *register.change_days(), date(near.year + 20, 1, 1)]
    named = {text: register.named(text) for text in texts if not text[:1].isdigit()}
    # A name that means one municipality on all those days tells nothing of the day.
    names = {text for text, those in named.items() if any(not m.on(day) for m in those for day in days)}

    def score(day: date) -> tuple[int, int]:
        valid = sum(1 for code in codes if register.by_nis[code].on(day))
        setting = Setting(day, flemish=True)
        valid += sum(1 for n in names if read_place(n, register, setting).kind is PlaceKind.MATCHED)
        return valid, -abs((day - near).days)

    return max(days, key=score)


def footnote_marks(layout: SheetLayout) -> dict[str, str]:
    """What the signs *, ** and (1) stand for, as the notes of a sheet explain them."""
    marks: dict[str, str] = {}
    for cell in distinct(layout.sheet):
        found = _EXPLAINED.match(cell.text.strip()) if cell.kind is CellKind.TEXT else None
        if found:
            marks.setdefault(found[1], found[2])
    return marks
