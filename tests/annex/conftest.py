"""Annexes made for a test, read the way the program reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import Choices
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.reader import read_book
from coopdesk.territory.gazetteer import open_gazetteer

TODAY = date(2026, 11, 24)
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def register() -> Register:
    return register_of(open_gazetteer())


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Sequence[Sequence[Any]]], Path]:
    """Writes rows into the first sheet of a workbook."""

    def written(rows: Sequence[Sequence[Any]], name: str = "bijlage.xlsx") -> Path:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return written


@pytest.fixture
def read(register: Register, write: Callable[..., Path]) -> Read:
    """Reads rows, or a file, into a reading."""

    def reading(source: Path | Sequence[Sequence[Any]], choices: Choices = Choices()) -> Reading:  # noqa: B008
        path = source if isinstance(source, Path) else write(source)
        return interpret(read_book(path), register, TODAY, choices)

    return reading
