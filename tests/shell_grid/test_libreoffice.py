"""The other side of the clipboard for real: LibreOffice writes what is pasted here and reads what is copied here."""

from __future__ import annotations

import csv
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.shell_grid.conftest import Bench, click, press

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here"),
]
Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TSV = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false"


def converted(source: Path, to: str, filters: str = "") -> Path:
    """A file as LibreOffice writes it in another form."""
    assert OFFICE is not None
    command = [OFFICE, f"-env:UserInstallation=file://{source.parent}/profile", "--headless", "--convert-to", to]
    command += [f"--infilter={filters}"] if filters else []
    command += ["--outdir", str(source.parent / "out"), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    made = source.parent / "out" / f"{source.stem}.{to.split(':', maxsplit=1)[0]}"
    assert made.exists(), done.stderr
    return made


def sheet(folder: Path) -> Path:
    """A workbook with a line break, a quote, a date, an amount and a percentage."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Naam", "Toestand", "Einde", "Bedrag", "Uren"])
    page.append(['Job "groot"\nen klein', "Bezig", "31/05/2027", 1250.5, 7.5])
    page.append(['"De Brug" vzw', "Klaar", "mei 2028", 12, 3])
    path = folder / "lijst.xlsx"
    book.save(path)
    return path


def put(text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def check(bench: Bench) -> None:
    a, b = bench.memory.jobs["a"], bench.memory.jobs["b"]
    assert (a.name, a.state, a.cents, a.hours) == ('Job "groot" en klein', "busy", 1250_50, Decimal("7.5"))
    assert (b.name, b.state, b.cents, b.hours) == ('"De Brug" vzw', "done", 12_00, 3)
    assert a.end is not None
    assert b.end is not None
    assert (a.end.canonical(), b.end.canonical()) == ("2027-05-31", "2028-05")
    assert bench.memory.steps == ["Paste cells"]


def test_tab_separated_text_that_libreoffice_writes_is_pasted(tested: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    text = converted(sheet(tmp_path), TSV).read_text("utf-8")
    tested.choose("a", "name")
    put(text)
    press(tested, qtbot, Key.Key_V, Ctrl)
    check(tested)


def test_the_table_that_libreoffice_writes_is_pasted(tested: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    html = converted(sheet(tmp_path), "html:HTML (StarCalc)").read_text("utf-8")
    tested.choose("a", "name")
    put(html=html)
    press(tested, qtbot, Key.Key_V, Ctrl)
    check(tested)


def test_what_is_copied_here_opens_in_libreoffice_cell_by_cell(tested: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    click(tested, qtbot, "a", "name")
    click(tested, qtbot, "e", "hours", Shift)
    press(tested, qtbot, Key.Key_C, Ctrl | Shift)
    data = QGuiApplication.clipboard().mimeData()
    page = tmp_path / "kopie.html"
    page.write_text(data.html(), "utf-8")
    made = converted(page, "xlsx", "HTML (StarCalc)")
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(made).active.iter_rows()]
    assert rows[0][:5] == ["Naam", "Toestand", "Einde", "Bedrag", "Uren"]
    assert rows[1][0] == "Jobbeurs"
    assert (rows[1][3], rows[1][4]) == (100, 7.5)
    assert [row[0] for row in rows[1:]][4].replace("\n", " ") == "Taal op de vloer"
    copied = list(csv.reader(data.text().splitlines(), dialect="excel-tab"))
    assert copied[1] == ["Jobbeurs", "Bezig", "30/06/2026", "100", "7,5"]
