"""How a book travels from the child process: lines of JSON and plain numbers, since nothing a hostile file wrote may be
unpickled."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from coopdesk.annex.sheet.coded import NUMBER, CodedRows
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet

_KINDS = {kind: number for number, kind in enumerate(CellKind)}
_BY_NUMBER = list(CellKind)
_PIECE = 1 << 20


def send(book: Book, write: Callable[[bytes], object]) -> None:
    """The book: its facts, then per sheet its facts, its distinct cells and the numbers of its rows, as they are."""
    facts = {
        "name": book.name, "sha256": book.sha256, "format": book.format, "encoding": book.encoding,
        "separator": book.separator, "date1904": book.date1904, "notes": list(book.notes),
    }  # fmt: skip
    write(line({"book": facts}))
    for sheet in book.sheets:
        rows = sheet.rows if isinstance(sheet.rows, CodedRows) else CodedRows.of(sheet.rows)
        write(line({"sheet": _facts(sheet)}))
        write(line({"cells": [_pack(cell) for cell in rows.cells]}))
        codes = memoryview(rows.codes).cast("B")
        for start in range(0, len(codes), _PIECE):
            piece = codes[start : start + _PIECE]
            write(line({"codes": len(piece), "width": rows.width}))
            write(bytes(piece))
    write(line({"end": True}))


def line(message: dict[str, Any]) -> bytes:
    """A message as a line; "codes" tells how many bytes follow it."""
    return json.dumps(message).encode() + b"\n"


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


def messages(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    """What was sent, message by message, until the stream ends or no longer makes sense."""
    for said in stream:
        try:
            message: dict[str, Any] = json.loads(said)
        except ValueError:
            return
        if "codes" in message:
            if message["codes"] > _PIECE:
                return
            message["bytes"] = stream.read(message["codes"])
        yield message


def book_from(messages: Iterable[dict[str, Any]]) -> Book:
    """The book that was sent; ValueError when it contradicts itself."""
    facts: dict[str, Any] = {}
    sheets: list[Sheet] = []
    about: dict[str, Any] | None = None
    cells: list[Cell] = []
    codes, width = array(NUMBER), 0
    for message in messages:
        if "cells" in message:
            cells = [_unpack(item) for item in message["cells"]]
        elif "codes" in message:
            codes.frombytes(message["bytes"])
            width = message["width"]
        else:
            if about is not None:
                sheets.append(_sheet(about, CodedRows(cells, codes, width)))
                about, codes, width = None, array(NUMBER), 0
            facts = message.get("book", facts)
            about = message.get("sheet")
    return Book(**{**facts, "notes": tuple(facts["notes"])}, sheets=tuple(sheets))


def _sheet(about: dict[str, Any], rows: CodedRows) -> Sheet:
    return Sheet(
        about["name"], rows, about["hidden"], tuple(Merge(*m) for m in about["merges"]),
        frozenset(about["hidden_rows"]), frozenset(about["hidden_columns"]), about["outside"],
    )  # fmt: skip


def _unpack(item: Any) -> Cell:
    if item is None:
        return BLANK
    if isinstance(item, str):
        return Cell(CellKind.TEXT, item)
    return Cell(_BY_NUMBER[item[0]], item[1], item[2])
