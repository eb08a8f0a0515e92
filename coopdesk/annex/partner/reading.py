"""Reads a partner workbook that came back: sorted, with columns added, saved by another program, under other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from coopdesk.annex.partner.compose import heading
from coopdesk.annex.partner.model import BASE_SHEET, FIXED, MARK, Frame, Part, Returned, ReturnedRow
from coopdesk.annex.partner.values import plain, read, thawed
from coopdesk.annex.sheet.model import BLANK, Book, Cell, Row, Sheet
from coopdesk.kernel.errors import Invalid, Refused
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

NOT_OURS = N_("“{file}” is no partner workbook of this plan. Choose the file that the partner sent back.")


@dataclass(frozen=True, slots=True)
class _Base:
    """The hidden sheet."""

    frame: Frame
    titles: Mapping[Part, str]
    rows: Mapping[str, Mapping[Part, Any]]
    fixed: Mapping[str, tuple[str, ...]]


def read_returned(book: Book, frame: Frame, words: Words, today: date) -> Returned:
    """What a workbook says. `frame` is used where the hidden sheet is gone; Refused when it is no workbook of ours."""
    base = _base(book)
    if base is not None and base.frame.plan_id != frame.plan_id:
        raise Refused(NOT_OURS, file=book.name)
    found = next((hit for sheet in book.sheets if sheet.name != BASE_SHEET and (hit := _table(sheet))), None)
    if found is None:
        raise Refused(NOT_OURS, file=book.name)
    sheet, head = found
    used = base.frame if base is not None else frame
    titles = {part: heading(part, used, words) for part in Part} | dict(base.titles if base is not None else {})
    places = _places(sheet.rows[head], titles, words)
    lines, seen = [], set[str]()
    for at in range(head + 1, len(sheet.rows)):
        line = _line(sheet.rows[at], places, base, (at + 1, words, today))
        if line is None:
            continue
        # A row that was copied carries the identifier of its original: only the first one is that action.
        double = line.id in seen
        seen.add(line.id)
        lines.append(_as_new(line) if double and line.id else line)
    lost = tuple(part for part in Part if part.value not in places)
    return Returned(used, tuple(lines), tuple(base.rows) if base is not None else (), lost)


def _table(sheet: Sheet) -> tuple[Sheet, int] | None:
    """The sheet with the column of identifiers, and the row of its headings."""
    for at, row in enumerate(sheet.rows[:40]):
        if any(cell.text.strip().casefold() == MARK for cell in row):
            return sheet, at
    return None


def _places(row: Row, titles: Mapping[Part, str], words: Words) -> dict[str, int]:
    """Where each column stands now, by its heading."""
    say = words.say
    wanted = {MARK: MARK, "code": say("No."), "title": say("Action"), "objective": say("Objective"),
              "description": say("Description"), **{part.value: title for part, title in titles.items()}}  # fmt: skip
    texts = [plain(cell.text).casefold() for cell in row]
    return {name: texts.index(title.casefold()) for name, title in wanted.items() if title.casefold() in texts}


def _line(
    row: Row, places: Mapping[str, int], base: _Base | None, reading: tuple[int, Words, date]
) -> ReturnedRow | None:  # fmt: skip
    def cell(name: str) -> Cell:
        at = places.get(name, -1)
        return row[at] if 0 <= at < len(row) else BLANK

    at, words, today = reading
    action_id, title = cell(MARK).text.strip(), " ".join(plain(cell("title").text).split())
    if not action_id and not title:
        return None
    values = {part: read(part, cell(part.value), words, today) for part in Part if part.value in places}
    sent = base.rows.get(action_id) if base is not None else None
    fixed = base.fixed.get(action_id, ()) if base is not None else ()
    touched = tuple(
        name for name, was in zip(FIXED, fixed, strict=False) if name in places and plain(cell(name).text) != plain(was)
    )
    return ReturnedRow(action_id, title, values, sent, at, touched, plain(cell("objective").text))


def _as_new(line: ReturnedRow) -> ReturnedRow:
    return ReturnedRow("", line.title, line.values, None, line.at, (), line.objective)


def _base(book: Book) -> _Base | None:
    """The hidden sheet; None when it is gone or no longer whole."""
    sheet = next((s for s in book.sheets if s.name.casefold() == BASE_SHEET), None)
    if sheet is None or len(sheet.rows) < 3:
        return None
    names = [cell.text for cell in sheet.rows[0]]
    if names[: len(FIXED) + 1] != [MARK, *FIXED]:
        return None
    facts = [cell.text for cell in sheet.rows[1]]
    columns = {Part(name): at for at, name in enumerate(names) if name in set(Part)}
    titles = {part: plain(_at(sheet.rows[2], at)) for part, at in columns.items()}
    rows, fixed = {}, {}
    for row in sheet.rows[3:]:
        if action_id := _at(row, 0).strip():
            rows[action_id] = {part: thawed(part, _at(row, at)) for part, at in columns.items()}
            fixed[action_id] = tuple(_at(row, at) for at in range(1, len(FIXED) + 1))
    if len(facts) < 3 or not _is_half(facts[2]):
        return None
    return _Base(Frame(facts[0], facts[1], facts[2]), titles, rows, fixed)


def _is_half(text: str) -> bool:
    try:
        return PartialDate.parse(text).precision is Precision.HALF
    except Invalid:
        return False


def _at(row: Row, at: int) -> str:
    return row[at].text if at < len(row) else ""
