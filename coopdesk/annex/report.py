"""The account of an import: every row of the source is imported, put aside or skipped with its reason, and the sums of
its numbers are those of the file."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal
from itertools import compress

from coopdesk.annex.layout.filled import distinct
from coopdesk.annex.meaning.numbers import Style, column_style, figure_in, read_budget, styled
from coopdesk.annex.merge.sides import Difference, Side, as_text
from coopdesk.annex.model import ActionEntry, FigureEntry, Line, Meaning, Verdict
from coopdesk.annex.reading import ColumnReading, Reading, TableReading
from coopdesk.annex.sheet.model import Cell, CellKind, Sheet, letters
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Unit

MOST = 2_000  # rows that are named one by one
_SUMMED = (Meaning.VALUE, Meaning.BUDGET)


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """The numbers of one column: how many and their sum in the source, in the rows that came in (as the file has them
    and as they are kept), and in the rows that did not. Sums are decimal texts; amounts are in euro."""

    sheet: str
    column: str
    heading: str
    source: int
    source_sum: str
    imported: int
    imported_sum: str
    kept_sum: str
    left_out: int
    left_out_sum: str

    @property
    def equal(self) -> bool:
        """Whether nothing was lost or added on the way."""
        parts = Decimal(self.imported_sum) + Decimal(self.left_out_sum)
        return self.imported_sum == self.kept_sum and Decimal(self.source_sum) == parts


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row that did not come in: where it stands, and why."""

    sheet: str
    row: int
    verdict: str
    reason: str
    cell: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class KeptValue:
    """A value that stays although the file says otherwise: the user or another file brought it. Texts of `as_text`."""

    title: str
    field: str
    mine: str
    file: str
    cell: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole account; `left` names at most MOST rows, the counts are of all."""

    source_rows: int
    imported: int
    flagged: dict[str, int]
    skipped: dict[str, int]
    columns: tuple[ColumnSum, ...]
    hidden_rows: int
    hidden_cells: int
    error_cells: int
    left: tuple[LeftRow, ...] = ()
    kept: tuple[KeptValue, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether rows and sums add up."""
        rows = self.imported + sum(self.flagged.values()) + sum(self.skipped.values())
        return rows == self.source_rows and all(column.equal for column in self.columns)


def report_of(reading: Reading, differences: Iterable[Difference] = ()) -> Report:
    """The account of a reading as it is imported now."""
    flagged = Counter(line.reason for line in reading.of(Verdict.FLAGGED))
    skipped = Counter(line.reason for line in reading.of(Verdict.SKIPPED))
    mine = {table.sheet for table in reading.tables}
    sheets = [sheet for sheet in reading.book.sheets if sheet.name in mine]
    left = [_left(line) for line in reading.lines if line.verdict is not Verdict.IMPORT and line.reason != "blank"]
    kept = tuple(
        KeptValue(d.title, d.field, as_text(d.mine), as_text(d.new), f"{d.origin.sheet}!{d.origin.cell}")
        for d in differences
        if d.side is Side.BOTH and not d.taken
    )
    return Report(
        len(reading.lines), len(reading.of(Verdict.IMPORT)), dict(flagged.most_common()), dict(skipped.most_common()),
        tuple(_columns(reading)), sum(len(s.hidden_rows) for s in sheets), sum(_hidden_cells(s) for s in sheets),
        sum(_error_cells(s) for s in sheets), tuple(left[:MOST]), kept,
    )  # fmt: skip


def _left(line: Line) -> LeftRow:
    doubt = next((d for d in line.doubts if d.reason == line.reason), None)
    cell, raw = (doubt.origin.cell, doubt.origin.raw) if doubt else ("", "")
    return LeftRow(line.sheet, line.row, line.verdict.value, line.reason, cell, raw)


def _hidden_cells(sheet: Sheet) -> int:
    """Filled cells in hidden rows and columns."""
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return 0
    return sum(
        1
        for r, row in enumerate(sheet.rows, 1)
        for c, cell in enumerate(row, 1)
        if cell.filled and (r in sheet.hidden_rows or c in sheet.hidden_columns)
    )


def _error_cells(sheet: Sheet) -> int:
    if not any(cell.kind is CellKind.ERROR for cell in distinct(sheet)):
        return 0
    return sum(1 for row in sheet.rows for cell in row if cell.kind is CellKind.ERROR)


def _columns(reading: Reading) -> Iterable[ColumnSum]:
    sheets = {sheet.name: sheet for sheet in reading.book.sheets}
    lines: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in reading.lines:
        lines[line.sheet, line.block].append(line)
    for table in reading.tables:
        mine = [x for x in lines[table.sheet, table.block] if table.first <= x.row <= table.last]
        kept = _kept_sums(mine)
        summed = [column for column in table.columns if column.meaning in _SUMMED]
        came = [line.verdict is Verdict.IMPORT for line in mine]
        for column in summed:
            cells = sheets[table.sheet].down(column.column)
            stack = [cells[line.row - 1] for line in mine]
            yield _sum(table, column, stack, came, kept.get(column.column, Decimal(0)))


def _kept_sums(lines: Iterable[Line]) -> dict[int, Decimal]:
    """By column, the sum of the values as they are kept."""
    values: defaultdict[int, list[Decimal]] = defaultdict(list)
    for line in lines:
        for entry in line.entries if line.verdict is Verdict.IMPORT else ():
            if isinstance(entry, FigureEntry):
                if entry.value is not None:
                    values[entry.origin.column].append(entry.value)
            elif isinstance(entry, ActionEntry) and entry.budget is not None:
                column = dict(entry.origins)[Meaning.BUDGET].column if entry.origins else 0
                values[column].append(Decimal(entry.budget) / 100)
    return {column: sum(found, Decimal(0)) for column, found in values.items()}


def _sum(table: TableReading, column: ColumnReading, cells: list[Cell], came: list[bool], kept: Decimal) -> ColumnSum:
    """The account of one column: its cells, and whether the row of each came in."""
    # Cells of a sheet that are alike are one, and by identity each is read once.
    ids = list(map(id, cells))
    different = dict(zip(ids, cells, strict=True))
    style, budget = _style(column, list(different.values())), column.meaning is Meaning.BUDGET
    read = {one: _number(cell, style, budget=budget) for one, cell in different.items()}
    values = [read[one] for one in ids]
    numbers = [n for n in values if n is not None]
    inside = [n for n in compress(values, came) if n is not None]
    total, within = sum(numbers, Decimal(0)), sum(inside, Decimal(0))
    return ColumnSum(
        table.sheet, letters(column.column), column.heading, len(numbers), _plain(total), len(inside), _plain(within),
        _plain(kept), len(numbers) - len(inside), _plain(total - within),
    )  # fmt: skip


def _style(column: ColumnReading, cells: list[Cell]) -> Style:
    known = BY_CODE.get(column.indicator)
    counts = known is not None and known.unit in (Unit.PERSONS, Unit.JOBS)
    return styled(column_style(cells, rate=column.unit == "%", count=counts), column.style)


def _number(cell: Cell, style: Style, *, budget: bool) -> Decimal | None:
    if cell.kind is CellKind.BLANK:
        return None
    if budget:
        cents = read_budget(cell)
        return None if cents is None else Decimal(cents) / 100
    return figure_in(cell, style).value


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f") if value else "0"


def dump(report: Report) -> str:
    """The account as it is kept."""
    return json.dumps(asdict(report), ensure_ascii=False)


def load(text: str) -> Report | None:
    """A kept account; None for imports of before there was one."""
    if not text:
        return None
    data = json.loads(text)
    return Report(
        **data
        | {
            "columns": tuple(ColumnSum(**one) for one in data["columns"]),
            "left": tuple(LeftRow(**one) for one in data["left"]),
            "kept": tuple(KeptValue(**one) for one in data["kept"]),
        }
    )
