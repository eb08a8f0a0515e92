"""How fast large annexes come in: `python -m tests.bench.annex_speed [ROWS] [--peer PYTHON]`.

The figures stand in a long list, one observation a row, in twelve columns: NIS code, municipality, province, year,
indicator, age, value, unit, source, status, remark and day of publication, of which five are text, four numbers, one is
a date and the remark is blank in two rows of three. The floor is unzipping the sheet and parsing it with expat, with
handlers that only count. The agreements stand in a list of seven columns with dates written in eight ways.

A peer, a Python that has pandas and openpyxl, reads the same file into a frame and does nothing more; without one that
line is left out. Times are of one run on this computer; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

import psutil

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.queries import read_annex
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.model import letters
from coopdesk.kernel.clock import SystemClock
from coopdesk.opening import opened, prepare_writing
from coopdesk.territory.gazetteer import open_gazetteer

AGREEMENTS = 20_000
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "xl/worksheets/sheet1.xml"
FIGURES = ["NIS-code", "Gemeente", "Provincie", "Jaar", "Indicator", "Leeftijd", "Waarde", "Eenheid", "Bron", "Status",
           "Opmerking", "Publicatiedatum"]  # fmt: skip
SERIES = [("Werkzaamheidsgraad", "20-64", "%"), ("Werkloosheidsgraad", "15-64", "%"), ("Inwoners", "Totaal", "aantal"),
          ("Werkzoekenden zonder werk", "Totaal", "aantal")]  # fmt: skip
SHOWN = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y", "%Y-%m-%d", "%d %B %Y", "%m/%Y", "%Y", "%d %b %Y")
Value = str | int | float | date | None


def figures(rows: int) -> Iterator[list[Value]]:
    places = sorted(open_gazetteer().at(date(2024, 12, 31)), key=lambda m: m.nis_code)
    for at, (year, (title, age, unit), place) in zip(
        range(rows), product(range(1900, 2100), SERIES, places), strict=False
    ):
        value = (at * 7919 % 8700 + 300) / 100 if unit == "%" else at * 7919 % 90_000
        yield [int(place.nis_code), place.name, place.province, year, title, age, value, unit, "Steunpunt Werk",
               ("definitief", "voorlopig")[at % 2], "raming" if at % 3 == 0 else None, date(2023, 3, 15)]  # fmt: skip


def agreements(rows: int) -> Iterator[list[Value]]:
    places = sorted(open_gazetteer().at(date(2024, 12, 31)), key=lambda m: m.nis_code)
    for at in range(rows):
        place, begin = places[at % len(places)], date(2015, 1, 1) + timedelta(days=at % 3000)
        begins, ends = (
            begin.strftime(SHOWN[at % len(SHOWN)]),
            (begin + timedelta(days=2000)).strftime(SHOWN[at // 3 % len(SHOWN)]),
        )
        yield [
            at + 1,
            int(place.nis_code),
            f"Stad {place.name}",
            place.province,
            f"Overeenkomst {at // 7}",
            begins,
            ends,
        ]


def written(path: Path, headings: list[str], rows: Iterable[list[Value]]) -> None:
    """A workbook as Excel saves it: shared strings, styles, one sheet."""
    strings: dict[str, int] = {}
    lines = [_row(at, row, strings) for at, row in enumerate([list[Value](headings), *rows], start=1)]
    known = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/xl/{part}" ContentType="{TYPES}.{kind}+xml"/>' for part, kind in (
            ("workbook.xml", "sheet.main"), ("worksheets/sheet1.xml", "worksheet"), ("styles.xml", "styles"),
            ("sharedStrings.xml", "sharedStrings"))) + "</Types>",
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{SPACE}" xmlns:r="{RELATED}"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{SPACE}"><fonts count="1"><font><sz val="11"/></font></fonts>'
        '<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SPACE}" uniqueCount="{len(strings)}">{known}</sst>',
        SHEET: f'<worksheet xmlns="{SPACE}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{content}')


def _relations(parts: list[tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="rId{at}" Type="{RELATED}/{kind}" Target="{part}"/>'
                     for at, (kind, part) in enumerate(parts, start=1))  # fmt: skip
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def _row(at: int, row: list[Value], strings: dict[str, int]) -> str:
    cells = []
    for column, value in enumerate(row, start=1):
        place = f'<c r="{letters(column)}{at}"'
        if isinstance(value, str):
            cells.append(f'{place} t="s"><v>{strings.setdefault(value, len(strings))}</v></c>')
        elif isinstance(value, date):
            cells.append(f'{place} s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>')
        elif value is not None:
            cells.append(f"{place}><v>{value}</v></c>")
    return f'<row r="{at}" spans="1:{len(row)}">{"".join(cells)}</row>'


def floor(path: Path) -> float:
    """Seconds to unzip and parse the sheet, counting elements and pieces of text."""
    counted = [0, 0, 0]

    def start(name: str, attributes: dict[str, str]) -> None:
        counted[0] += 1

    def end(name: str) -> None:
        counted[1] += 1

    def data(text: str) -> None:
        counted[2] += 1

    started = time.perf_counter()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    with zipfile.ZipFile(path) as archive, archive.open(SHEET) as part:
        parser.ParseFile(part)
    return time.perf_counter() - started


class Peak(threading.Thread):
    """The most memory this process takes while it runs, beyond what it had, in megabytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._me = psutil.Process()
        self._before = self._most = self._me.memory_info().rss
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.02):
            self._most = max(self._most, self._me.memory_info().rss)

    def grown(self) -> float:
        self._over.set()
        self.join()
        return (max(self._most, self._me.memory_info().rss) - self._before) / 1_048_576


def brought_in(path: Path, folder: Path) -> tuple[Reading, float, float]:
    """Seconds until the file is understood, and until it is committed, as `coopdesk import` goes about it."""
    clock = SystemClock()
    with opened(folder, clock) as found:
        started = time.perf_counter()
        prepare_writing()
        reading = read_annex(path, open_gazetteer(), clock.today())
        understood = time.perf_counter() - started
        found.desk.do(ImportAnnex(reading, path.read_bytes(), clock.today()))
        return reading, understood, time.perf_counter() - started


def peer(python: str, path: Path) -> float | None:
    """Seconds pandas with openpyxl takes to read the file; None where that Python has neither."""
    code = ("import sys, time, pandas; t = time.perf_counter(); pandas.read_excel(sys.argv[1], engine='openpyxl'); "
            "print(time.perf_counter() - t)")  # fmt: skip
    done = subprocess.run([python, "-c", code, str(path)], capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None


def main(rows: int, python: str) -> None:
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as name:
        folder, path = Path(name), Path(name) / "cijfers.xlsx"
        written(path, FIGURES, figures(rows))
        open_gazetteer()
        least = floor(path)
        peak = Peak()
        peak.start()
        reading, understood, done = brought_in(path, folder / "werk")
        grown = peak.grown()
        least = (least + floor(path)) / 2
        say(f"{rows} rows of {len(FIGURES)}, {len(reading.entries)} figures: floor {least:.2f} s, ")
        say(f"understood {understood:.2f} s, committed {done:.2f} s\n")
        say(f"  ratio to the floor {done / least:.2f}; main process +{grown:.0f} MiB\n")
        if (other := peer(python, path)) is not None:
            say(f"  pandas with openpyxl, reading only: {other:.2f} s, {other / done:.1f} times as long\n")
        written(path, ["Nr", "NIS-code", "Gemeente", "Provincie", "Samenwerkingsverband", "Begin", "Einde"],
                agreements(AGREEMENTS))  # fmt: skip
        started = time.perf_counter()
        reading = read_annex(path, open_gazetteer(), SystemClock().today())
        seconds = time.perf_counter() - started
        say(f"{AGREEMENTS} rows of agreements, {len(reading.entries)} imported: understood in {seconds:.2f} s\n")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rows", nargs="?", type=int, default=100_000)
    options.add_argument("--peer", default=sys.executable, help="a Python that has pandas and openpyxl")
    given = options.parse_args()
    main(given.rows, given.peer)
