"""Makes the workbook of one partner: its own actions only, open where it may fill in; what was sent is hidden in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coopdesk.annex.partner.model import BASE_SHEET, FIXED, MARK, PARTS, Frame, Own, Part
from coopdesk.annex.partner.values import kept, shown
from coopdesk.kernel.workbook import Shape, Sheet, SheetColumn, Value, Workbook
from coopdesk.plan.wording import STATUSES
from coopdesk.words.catalogue import Words

SPARE = 20  # rows to add actions in
_WIDTHS = {Part.BEGIN: 16, Part.END: 16, Part.STATUS: 14, Part.PROGRESS: 12, Part.SPENT: 14}


def partner_book(frame: Frame, rows: Sequence[Own], area: str, today: date, words: Words) -> Workbook:
    """The workbook for one partner."""
    say = words.say
    title = say("{area}: actions of {partner}", area=area, partner=frame.partner)
    line = say(
        "Fill in the white columns up to and including {day}; add actions in the empty rows below. Send this file back "
        "as a workbook.", day=words.formats.period(frame.half),
    )  # fmt: skip
    columns = (
        SheetColumn(MARK, hidden=True), SheetColumn(say("No."), width=9), SheetColumn(say("Action"), width=38),
        SheetColumn(say("Objective"), width=28), SheetColumn(say("Description"), width=40),
        *(_column(part, frame, words) for part in Part),
    )  # fmt: skip
    sheet = Sheet(
        say("Actions"), columns, tuple(_row(own, words) for own in rows), (title, line), protected=True, spare=SPARE
    )
    return Workbook(title, (sheet, _base(frame, rows, words, today)), ((MARK, frame.plan_id),))


def heading(part: Part, frame: Frame, words: Words) -> str:
    """The heading of a column a partner fills in."""
    period = words.formats.period(frame.half)
    return words.say(PARTS[part], year=str(frame.year), period=period)


def fixed(own: Own) -> tuple[str, ...]:
    """What a partner reads and may not change, in the order of the sheet."""
    objective = f"{own.objective.code} {own.objective.title}".strip()
    return own.action.code, own.action.title, objective, own.action.description


def _column(part: Part, frame: Frame, words: Words) -> SheetColumn:
    title = heading(part, frame, words)
    match part:
        case Part.STATUS:
            choices = tuple(words.say(text) for text in STATUSES.values())
            return SheetColumn(title, width=_WIDTHS[part], open=True, choices=choices)
        case Part.PROGRESS:
            return SheetColumn(title, Shape.PERCENT, _WIDTHS[part], open=True, between=(0, 100))
        case Part.SPENT:
            return SheetColumn(title, Shape.MONEY, _WIDTHS[part], open=True)
        case _:
            return SheetColumn(title, width=_WIDTHS.get(part, 40), open=True)


def _row(own: Own, words: Words) -> tuple[Value, ...]:
    return (own.action.id, *fixed(own), *(shown(part, own.value(part), words) for part in Part))


def _base(frame: Frame, rows: Sequence[Own], words: Words, today: date) -> Sheet:
    """Everything as it was sent, under the names of the columns and their headings."""
    head = (MARK, *FIXED, *(part.value for part in Part))
    titles = ("", "", "", "", "", *(heading(part, frame, words) for part in Part))
    facts = (frame.plan_id, frame.partner, frame.half, today.isoformat())
    lines: list[tuple[Value, ...]] = [(*facts, *([None] * (len(head) - len(facts)))), titles]
    lines += [(own.action.id, *fixed(own), *(kept(part, own.value(part)) for part in Part)) for own in rows]
    return Sheet(BASE_SHEET, tuple(SheetColumn(name) for name in head), tuple(lines), hidden=True, protected=True)
