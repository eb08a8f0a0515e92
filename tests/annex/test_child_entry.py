"""The built program reads a spreadsheet by starting itself."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coopdesk.annex.sheet.wire import book_from, messages

ROOT = Path(__file__).resolve().parents[2]


def lines_of(*arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "coopdesk", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return list(messages(io.BytesIO(done.stdout)))


def test_the_program_itself_reads_a_file_for_another_process(write: Callable[..., Path]) -> None:
    path = write([["Gemeente", "Waarde"], ["Aalst", 1]], "naïef.xlsx")
    book = book_from([line for line in lines_of("--read-annex", str(path)) if "progress" not in line])
    assert [cell.text for cell in book.sheets[0].rows[1]] == ["Aalst", "1"]


def test_a_file_that_cannot_be_read_is_named_by_its_cause(tmp_path: Path) -> None:
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04")
    assert "refused" in lines_of("--read-annex", str(tmp_path / "stuk.xlsx"))[-1]


def test_neither_a_window_nor_a_database_is_loaded_for_reading(tmp_path: Path) -> None:
    code = (
        "import sys, runpy; sys.argv = ['coopdesk', '--read-annex', 'none.xlsx']\n"
        "try: runpy.run_module('coopdesk', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "import openpyxl\n"
        "print(sorted({'PySide6', 'sqlalchemy', 'reportlab'} & set(sys.modules)), openpyxl.LXML)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] False"
