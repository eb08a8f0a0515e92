"""What a careful reader would say about the file as a whole."""

from __future__ import annotations

from coopdesk.annex.layout.filled import distinct
from coopdesk.annex.model import ActionEntry, Line, Meaning
from coopdesk.annex.reading import FileFlag, TableReading
from coopdesk.annex.sheet.model import Book, CellKind, Sheet, letters
from coopdesk.plan.model import SplitKey


def file_flags(book: Book, tables: list[TableReading]) -> tuple[FileFlag, ...]:
    """Hidden rows, columns and sheets, the other date system, formulas without a value, error cells, personal data."""
    flags: list[FileFlag] = []
    for sheet in book.sheets:
        flags.extend(_sheet(sheet, tables))
    if book.date1904:
        flags.append(FileFlag("date1904"))
    flags.extend(FileFlag(note) for note in book.notes)
    return tuple(flags)


def untold(lines: list[Line]) -> list[FileFlag]:
    """What the file tells of actions and an import cannot make again: a budget per year in another form than that of
    an export, own percentages, files."""
    flags: list[FileFlag] = []
    entries = [(line, entry) for line in lines for entry in line.entries if isinstance(entry, ActionEntry)]
    unread = {(line.sheet, line.row) for line, entry in entries if Meaning.YEARS in dict(entry.origins)
              and not entry.years}  # fmt: skip
    own = {(line.sheet, line.row) for line, entry in entries if entry.split == SplitKey.OWN}
    files = {(line.sheet, line.row) for line, entry in entries if any(proof.is_file for proof in entry.evidence)}
    for reason, rows in (("told_columns", unread), ("own_percentages", own), ("evidence_files", files)):
        flags.extend(
            FileFlag(reason, sheet, tuple(sorted(row for name, row in rows if name == sheet)))
            for sheet in sorted({name for name, _ in rows})
        )
    return flags


def _sheet(sheet: Sheet, tables: list[TableReading]) -> list[FileFlag]:
    if sheet.hidden:
        return [FileFlag("hidden_sheet", sheet.name)] if sheet.rows else []
    mine = [table for table in tables if table.sheet == sheet.name]
    flags = [FileFlag("turned", sheet.name)] if sheet.turned and mine else []
    if sheet.hidden_rows:
        flags.append(FileFlag("hidden_rows", sheet.name, tuple(sorted(sheet.hidden_rows))))
    hidden = [letters(c) for c in sorted(sheet.hidden_columns) if c <= sheet.width]
    if hidden:
        flags.append(FileFlag("hidden_column", sheet.name, columns=tuple(hidden)))
    if sheet.outside:
        flags.append(FileFlag("outside", sheet.name, rows=(sheet.outside,)))
    flags.extend(_gaps(sheet) if mine else [])
    personal = [letters(c.column) for t in mine for c in t.columns if c.meaning is Meaning.PERSONAL]
    if personal:
        flags.append(FileFlag("personal_data_column", sheet.name, columns=tuple(personal)))
    return flags


def _gaps(sheet: Sheet) -> list[FileFlag]:
    """Formulas that were saved without a value, and error cells."""
    kinds = {cell.kind for cell in distinct(sheet)}
    flags = []
    for kind, reason in ((CellKind.UNCOMPUTED, "formula_without_value"), (CellKind.ERROR, "error_cells")):
        if kind in kinds:
            found = {
                (r, c) for r, row in enumerate(sheet.rows, 1) for c, cell in enumerate(row, 1) if cell.kind is kind
            }
            columns = tuple(letters(c) for c in sorted({c for _, c in found}))
            flags.append(FileFlag(reason, sheet.name, tuple(sorted({r for r, _ in found})), columns))
    return flags
