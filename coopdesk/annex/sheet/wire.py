"""How a book travels from the child process: lines of JSON, since nothing a hostile file wrote may be unpickled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet

_PACK = 200
_KINDS = {kind: number for number, kind in enumerate(CellKind)}
_BY_NUMBER = list(CellKind)


def lines(book: Book) -> Iterator[str]:
    """The book line by line: its facts, then per sheet its facts and its rows in packs."""
    facts = {
        "name": book.name, "sha256": book.sha256, "format": book.format, "encoding": book.encoding,
        "separator": book.separator, "date1904": book.date1904, "notes": list(book.notes),
    }  # fmt: skip
    yield json.dumps({"book": facts})
    for sheet in book.sheets:
        yield json.dumps({"sheet": _facts(sheet)})
        for start in range(0, len(sheet.rows), _PACK):
            yield json.dumps({"rows": [[_pack(c) for c in row] for row in sheet.rows[start : start + _PACK]]})
    yield json.dumps({"end": True})


def _facts(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name, "hidden": sheet.hidden, "outside": sheet.outside,
        "merges": [[m.top, m.left, m.bottom, m.right] for m in sheet.merges],
        "hidden_rows": sorted(sheet.hidden_rows), "hidden_columns": sorted(sheet.hidden_columns),
    }  # fmt: skip


def _pack(cell: Cell) -> Any:
    if not cell.filled:
        return None
    if cell.kind is CellKind.TEXT:
        return cell.text
    return [_KINDS[cell.kind], cell.text, cell.shape]


def book_from(messages: Iterable[dict[str, Any]]) -> Book:
    """The book that was sent."""
    facts: dict[str, Any] = {}
    sheets: list[Sheet] = []
    about: dict[str, Any] | None = None
    rows: list[tuple[Cell, ...]] = []
    for message in messages:
        if "rows" in message:
            rows.extend(tuple(_unpack(item) for item in row) for row in message["rows"])
            continue
        if about is not None:
            sheets.append(_sheet(about, rows))
            about, rows = None, []
        facts = message.get("book", facts)
        about = message.get("sheet")
    return Book(**{**facts, "notes": tuple(facts["notes"])}, sheets=tuple(sheets))


def _sheet(about: dict[str, Any], rows: list[tuple[Cell, ...]]) -> Sheet:
    return Sheet(
        about["name"], tuple(rows), about["hidden"], tuple(Merge(*m) for m in about["merges"]),
        frozenset(about["hidden_rows"]), frozenset(about["hidden_columns"]), about["outside"],
    )  # fmt: skip


def _unpack(item: Any) -> Cell:
    if item is None:
        return BLANK
    if isinstance(item, str):
        return Cell(CellKind.TEXT, item)
    return Cell(_BY_NUMBER[item[0]], item[1], item[2])
