"""A reading as plain JSON values, for the command line and for anyone who checks the import."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from coopdesk.annex.model import (
    ActionEntry,
    Entry,
    FigureEntry,
    FigureState,
    Limit,
    LimitState,
    Line,
    MemberEntry,
    Verdict,
)
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.model import letters

_STATUSES = {
    "planned": "gepland", "running": "lopend", "done": "afgerond", "postponed": "uitgesteld", "stopped": "stopgezet",
}  # fmt: skip


def to_json(reading: Reading) -> dict[str, Any]:
    """Records, skipped and flagged rows, flags of the file, the mapping and the counts."""
    return {
        "file": {"name": reading.book.name, "sha256": reading.book.sha256, "format": reading.book.format,
                 "encoding": reading.book.encoding},
        "kind": reading.kind.value if reading.kind else None,
        "records": [_record(entry, line) for line in reading.of(Verdict.IMPORT) for entry in line.entries],
        "skipped": [_row(line) for line in reading.of(Verdict.SKIPPED)],
        "flagged": [_flagged(line) for line in reading.of(Verdict.FLAGGED)],
        "file_flags": [_flag(flag.reason, flag.sheet, flag.rows, flag.columns) for flag in reading.flags],
        "columns": [
            {"sheet": table.sheet, "block": table.block or None, "column": letters(column.column),
             "heading": column.heading, "meaning": column.meaning.value, "indicator": column.indicator or None,
             "period": column.period or None}
            for table in reading.tables for column in table.columns
        ],
        "counts": {verdict.value: len(reading.of(verdict)) for verdict in Verdict} | {"source": len(reading.lines)},
    }  # fmt: skip


def _row(line: Line) -> dict[str, Any]:
    row: dict[str, Any] = {"sheet": line.sheet, "row": line.row, "reason": line.reason}
    if line.block:
        row["block"] = line.block
    if line.duplicate_of:
        row["duplicate_of"] = line.duplicate_of
    return row


def _flagged(line: Line) -> dict[str, Any]:
    doubts = [
        {"reason": d.reason, "cell": d.origin.cell, "raw": d.origin.raw, "proposal": d.proposal} for d in line.doubts
    ]
    return {**_row(line), "doubts": doubts}


def _flag(reason: str, sheet: str, rows: tuple[int, ...], columns: tuple[str, ...]) -> dict[str, Any]:
    flag: dict[str, Any] = {"reason": reason}
    if sheet:
        flag["sheet"] = sheet
    if rows:
        flag["rows"] = list(rows)
    if columns:
        flag["columns"] = list(columns)
    return flag


def _record(entry: Entry, line: Line) -> dict[str, Any]:
    source: dict[str, Any] = {"sheet": line.sheet, "row": line.row}
    if line.block:
        source["block"] = line.block
    match entry:
        case MemberEntry():
            record = _member(entry)
        case FigureEntry():
            record = _figure(entry)
            source["col"] = letters(entry.origin.column)
        case ActionEntry():
            record = _action(entry)
    if line.warnings:
        record["warnings"] = list(line.warnings)
    return {**record, "source": source}


def _limit(name: str, limit: Limit) -> dict[str, Any]:
    date = limit.date if limit.state is LimitState.DATE else None
    return {
        name: date.canonical() if date else None,
        f"{name}_precision": date.precision.value if date else None,
        f"{name}_state": limit.state.value,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _member(entry: MemberEntry) -> dict[str, Any]:
    record: dict[str, Any] = {
        "kind": "agreements", "nis": entry.nis, "name": entry.name, "party": entry.party.value,
        **_limit("begin", entry.begin), **_limit("end", entry.end),
    }  # fmt: skip
    if entry.agreement:
        record["agreement"] = entry.agreement
    if entry.in_preparation:
        record["status"] = "in_voorbereiding"
    return record


def _figure(entry: FigureEntry) -> dict[str, Any]:
    return {
        "kind": "figures", "nis": entry.nis, "value": float(entry.value) if entry.value is not None else None,
        "state": entry.state.value if entry.state is not FigureState.UNREADABLE else "error",
        "period": entry.period or None, "heading": entry.heading, "catalogue": entry.indicator or None,
        "unit": "%" if entry.unit == "%" else None,
    }  # fmt: skip


def _action(entry: ActionEntry) -> dict[str, Any]:
    return {
        "kind": "actions", "code": entry.code or None, "title": entry.title, "objective": entry.objective or None,
        "status": _STATUSES.get(entry.status), "progress": _number(entry.progress),
        **_limit("begin", entry.begin), **_limit("end", entry.end),
        "budget": entry.budget / 100 if entry.budget is not None else None, "nis": list(entry.nis),
        "all_members": entry.all_members, "wse_lr": list(entry.priorities),
    }  # fmt: skip
