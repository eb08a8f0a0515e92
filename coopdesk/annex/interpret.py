"""From a book to a reading: tables, columns, kind, and a line with a verdict for every row. Pure, so that a changed
choice costs a new reading of the same cells and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from coopdesk.annex.laid import laid_out
from coopdesk.annex.layout.filled import Row
from coopdesk.annex.layout.model import SheetLayout, Table
from coopdesk.annex.meaning.columns import UNSURE, Assigned, assign, fingerprint, ticked_columns
from coopdesk.annex.meaning.content import Content, contents, sample
from coopdesk.annex.meaning.kinds import guess_kind, is_key, names_fields
from coopdesk.annex.meaning.numbers import styled
from coopdesk.annex.meaning.order import is_month_first
from coopdesk.annex.meaning.periods import read_period
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.meaning.series import Series, read_series
from coopdesk.annex.model import AnnexKind, Choices, ColumnChoice, Line, Meaning, Verdict
from coopdesk.annex.reading import ColumnReading, Reading, TableReading
from coopdesk.annex.sheet.model import Book
from coopdesk.annex.verdict.actions import read_actions
from coopdesk.annex.verdict.agreements import read_agreements
from coopdesk.annex.verdict.crossed import read_crossed
from coopdesk.annex.verdict.figures import ValueColumn, value_columns
from coopdesk.annex.verdict.flags import file_flags, untold
from coopdesk.annex.verdict.ground import Ground, MeantTable
from coopdesk.annex.verdict.quick import read_figures
from coopdesk.annex.verdict.reference import footnote_marks, reference_of, vintage_of
from coopdesk.annex.verdict.repeats import without_repeats

_EXAMPLES, _LOOKED_AT = 3, 2_000
# What was made on a day is not about that day.
_MADE = re.compile(
    r"(?:stand|versie|datum|bron|update|laatste?|export|opgemaakt|afgedrukt|geactualiseerd|gegenereerd|download)\w*\b",
    re.I,
)
MONTH_FIRST = "mdy"  # said of a column that writes 12/31/2025


@dataclass(frozen=True, slots=True)
class _Found:
    """A table with what stands in its columns and what it is about."""

    index: int
    table: Table
    rows: list[Row]
    content: list[Content]
    ticked: frozenset[int]
    kind: AnnexKind | None


def interpret(book: Book, register: Register, today: date, choices: Choices = Choices()) -> Reading:  # noqa: B008
    """Everything the book says, as far as it can be known without asking."""
    register = register.deciding(choices.places) if choices.places else register
    book, layouts = laid_out(book, register, hidden=choices.hidden_sheets)
    found = _found(layouts, register)
    kind = choices.kind or _main_kind(found)
    reference = reference_of(layouts, book.name)
    near = reference.last if reference else today
    used = [f for f in found if kind is not None and (f.kind is kind or choices.kind is not None)]
    used = [f for f in used if len(used) == 1 or not is_key(f.table, kind)]
    vintage = vintage_of([f.table for f in used], register, near)
    period, origin = _period(book, [_layout_of(f.table, layouts) for f in used] or layouts, choices)
    lines: list[Line] = []
    readings: list[TableReading] = []
    for f in used:
        ground = Ground(register, today, choices, book.date1904, reference.last if reference else None, vintage,
                        footnote_marks(_layout_of(f.table, layouts)))  # fmt: skip
        here = _period(book, [_layout_of(f.table, layouts)], choices, f.table)[0]
        reading, more = _read(f, kind, ground, book, layouts, here)
        readings.append(reading)
        lines.extend(more)
    if kind is AnnexKind.FIGURES:
        lines = without_repeats(lines, choices)
    lines.extend(_others(book, layouts, [f.table for f in used]))
    position = {sheet.name: at for at, sheet in reversed(list(enumerate(book.sheets)))}
    lines.sort(key=lambda line: (position[line.sheet], line.row, line.block))
    flags = (*file_flags(book, readings), *untold(lines))
    return Reading(book, kind, tuple(readings), tuple(lines), flags, reference, period, origin, choices)


def _layout_of(table: Table, layouts: list[SheetLayout]) -> SheetLayout:
    return next(layout for layout in layouts if layout.sheet is table.sheet)


def _found(layouts: list[SheetLayout], register: Register) -> list[_Found]:
    tables = [table for layout in layouts for table in layout.tables]
    alike: dict[str, list[Table]] = {}
    for table in tables:
        alike.setdefault(fingerprint(table), []).append(table)
    # A column means the same in every sheet where it has this heading.
    rows = {mark: sample(those) for mark, those in alike.items()}
    content = {mark: contents(rows[mark], len(those[0].columns), register) for mark, those in alike.items()}
    found = []
    for index, (table, mark) in enumerate(zip(tables, map(fingerprint, tables), strict=True)):
        ticked = ticked_columns(table, content[mark], register)
        kind = guess_kind(table, content[mark], ticked)
        if kind is AnnexKind.ACTIONS and names_fields(rows[mark]):
            kind = None
        found.append(_Found(index, table, rows[mark], content[mark], ticked, kind))
    return found


def _main_kind(found: list[_Found]) -> AnnexKind | None:
    """The kind with most rows."""
    rows: dict[AnnexKind, int] = {}
    for f in found:
        if f.kind is not None:
            rows[f.kind] = rows.get(f.kind, 0) + len(f.table.body())
    return max(rows, key=lambda kind: rows[kind]) if rows else None


def _period(book: Book, layouts: list[SheetLayout], choices: Choices, table: Table | None = None) -> tuple[str, str]:
    """The period for figures without a year, and where it was found: chosen, in the sheet or in the name of the file.

    Every sheet speaks for itself: sheets per year have their year in a title or on their tab.
    """
    if choices.period:
        return choices.period, "chosen"
    for layout in layouts:
        titles = _titles(layout, table)
        told = (
            _one_period(" ".join(titles))
            or _one_period(" ".join(t for t in titles if not _MADE.match(t)))
            or _one_period(layout.sheet.name)
        )
        if told:
            return told, "title"
    told = _one_period(PurePath(book.name).stem.replace("_", " "))
    return (told, "name") if told else ("", "")


def _one_period(text: str) -> str:
    """The period a text names, if it names just one: a range of years says nothing of a figure without a year."""
    return read_period(text) if len(set(re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text))) == 1 else ""


def _titles(layout: SheetLayout, table: Table | None = None) -> list[str]:
    """What stands above a table: of a table further down or beside another its own titles, where it has any."""
    apart = table is not None and (table.block > 0 or table is not layout.tables[0])
    own = table.titles() if table is not None and apart else []
    return own or [c.text for row in layout.titles for c in layout.rows[row - 1] if c.filled and not c.merged]


def _read(
    found: _Found, kind: AnnexKind | None, ground: Ground, book: Book, layouts: list[SheetLayout], period: str
) -> tuple[TableReading, list[Line]]:
    table = found.table
    mark = fingerprint(table)
    choices = {column: choice for print_, column, choice in ground.choices.columns if print_ == mark}
    assigned = assign(table, kind or AnnexKind.AGREEMENTS, found.rows, found.content, choices, found.ticked)
    month_first = _month_first(table, assigned, choices)
    unsure = frozenset(a.meaning for a in assigned if a.sure <= UNSURE and a.meaning is not Meaning.IGNORE)
    meant = MeantTable(table, tuple(a.meaning for a in assigned), month_first, found.ticked, unsure)
    values: list[ValueColumn] = []
    stem = PurePath(book.name).stem.replace("_", " ")
    around = "\n".join((*_titles(_layout_of(table, layouts), table), table.sheet.name, stem))
    if kind is AnnexKind.FIGURES and table.crossed:
        lines = read_crossed(meant, ground, period, around)
    elif kind is AnnexKind.FIGURES:
        values = _styled(value_columns(meant, around, ground, _chosen(table, choices)), table, choices)
        lines = read_figures(meant, values, ground, period, around)
    elif kind is AnnexKind.ACTIONS:
        lines = read_actions(meant, ground)
    else:
        lines = read_agreements(meant, ground)
    columns = _columns(found, assigned, values, lines, period, choices)
    reading = TableReading(found.index, table.sheet.name, table.block, table.header_rows, table.first, table.last,
                           columns, kind, mark)  # fmt: skip
    return reading, lines


def _month_first(table: Table, assigned: list[Assigned], choices: dict[int, ColumnChoice]) -> frozenset[int]:
    """The positions of the columns that write the month before the day, by what they hold or by what a person says."""
    dated = [at for at, one in enumerate(assigned) if one.meaning in (Meaning.BEGIN, Meaning.END)]
    body = table.body() if dated else []
    said = [at for at, column in enumerate(table.columns)
            if column in choices and choices[column].style == MONTH_FIRST]  # fmt: skip
    return frozenset([*said, *(at for at in dated if is_month_first(table.row(n)[at] for n in body))])


def _chosen(table: Table, choices: dict[int, ColumnChoice]) -> dict[int, Series]:
    chosen = {}
    for at, (column, words) in enumerate(table.headings):
        choice = choices.get(column)
        if choice is not None and choice.meaning is Meaning.VALUE and choice.indicator:
            # Whom the figures are about stays what the heading says: women are not everyone.
            said = read_series(words)
            chosen[at] = Series(choice.indicator, choice.period or said.period, "", said.unit, said.breakdown)
    return chosen


def _styled(values: list[ValueColumn], table: Table, choices: dict[int, ColumnChoice]) -> list[ValueColumn]:
    """The columns of values with the writing of numbers a person chose for them."""
    styles = {column: choice.style for column, choice in choices.items()}
    return [replace(v, style=styled(v.style, styles.get(table.columns[v.at], ""))) for v in values]


def _columns(
    found: _Found,
    assigned: list[Assigned],
    values: list[ValueColumn],
    lines: list[Line],
    period: str,
    choices: dict[int, ColumnChoice],
) -> tuple[ColumnReading, ...]:
    table = found.table
    series = {value.at: value.series for value in values}
    doubts: dict[int, int] = {}
    for line in (one for one in lines if one.verdict is Verdict.FLAGGED):
        for doubt in line.doubts:
            doubts[doubt.origin.column] = doubts.get(doubt.origin.column, 0) + 1
    columns = []
    for at, (column, words) in enumerate(table.headings):
        one = series.get(at, Series())
        columns.append(
            ColumnReading(
                table=found.index,
                column=column,
                heading=" · ".join(w for w in words if w),
                examples=_examples(table, at),
                meaning=assigned[at].meaning,
                sure=min(1.0, assigned[at].sure),
                indicator=one.indicator,
                period=one.period or (period if at in series else ""),
                unit=one.unit,
                doubts=doubts.get(column, 0),
                style=choices[column].style if column in choices else "",
                breakdown=one.breakdown,
            )
        )
    return tuple(columns)


def _examples(table: Table, at: int) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for number in table.body()[:_LOOKED_AT]:
        cell = table.row(number)[at]
        if cell.filled and not cell.merged:
            seen.setdefault(f"{cell.day:%d/%m/%Y}" if cell.day else " ".join(cell.text.split()), None)
        if len(seen) == _EXAMPLES:
            break
    return tuple(seen)


def _others(book: Book, layouts: list[SheetLayout], used: list[Table]) -> Iterable[Line]:
    """The rows outside the tables that are read: titles, headings, other sheets, hidden sheets."""
    laid = {layout.sheet.name for layout in layouts}
    for sheet in book.sheets:
        mine = [table for table in used if table.sheet is sheet]
        inside = set[int]().union(*(range(table.first, table.last + 1) for table in mine))
        outside = [n for n in range(1, len(sheet.rows) + 1) if n not in inside]
        for number in outside:
            reason = _reason_outside(number, sheet.rows[number - 1], mine, hidden=sheet.name not in laid)
            yield Line(sheet.name, number, 0, Verdict.SKIPPED, reason)


def _reason_outside(number: int, row: tuple[object, ...], tables: list[Table], *, hidden: bool) -> str:
    if hidden:
        return "hidden_sheet"
    if not tables:
        return "other_sheet"
    if any(number in table.header_rows for table in tables):
        return "header"
    first = min(table.first for table in tables)
    if number < first:
        return "title" if any(getattr(cell, "filled", False) for cell in row) else "blank"
    return "other_table"


def with_column(choices: Choices, table: TableReading, column: int, choice: ColumnChoice) -> Choices:
    """The choices with one column changed."""
    kept = tuple(c for c in choices.columns if (c[0], c[1]) != (table.fingerprint, column))
    return replace(choices, columns=(*kept, (table.fingerprint, column, choice)))
