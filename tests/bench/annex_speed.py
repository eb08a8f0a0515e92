"""How fast a large annex comes in, beside unzipping and parsing it only: `python -m tests.bench.annex_speed [ROWS]`.

The file has twelve columns of which ten hold figures. Times are of one run and this computer; the ratio is what counts.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from datetime import date
from pathlib import Path
from xml.parsers import expat

import openpyxl
import psutil

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.queries import read_annex
from coopdesk.figures.catalogue import INDICATORS
from coopdesk.kernel.clock import SystemClock
from coopdesk.opening import opened
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import open_words

FIGURES = 10


def written(path: Path, rows: int) -> None:
    """A sheet with a municipality, a period and ten rates in each row."""
    codes = [m.nis_code for m in open_gazetteer().at(date(2024, 12, 31))]
    words = open_words("nl")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Cijfers")
    sheet.append(["NIS-code", "Jaar", *(words.say(i.title) for i in INDICATORS[:FIGURES])])
    for at in range(rows):
        year = 1900 + at // len(codes) % 120
        sheet.append([codes[at % len(codes)], year, *((400 + (at * 7 + n) % 500) / 10 for n in range(FIGURES))])
    book.save(path)


def floor(path: Path) -> float:
    """Seconds to unzip and parse the sheet, without looking at it."""
    started = time.perf_counter()
    parser = expat.ParserCreate()
    with zipfile.ZipFile(path) as archive, archive.open("xl/worksheets/sheet1.xml") as part:
        parser.ParseFile(part)
    return time.perf_counter() - started


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cijfers.xlsx"
        written(path, rows)
        least = floor(path)
        before = psutil.Process().memory_info().rss
        clock = SystemClock()
        with opened(Path(folder) / "werk", clock) as found:
            started = time.perf_counter()
            reading = read_annex(path, open_gazetteer(), clock.today())
            read = time.perf_counter()
            tally = found.desk.do(ImportAnnex(reading, path.read_bytes(), clock.today())).tally
            done = time.perf_counter()
        grown = (psutil.Process().memory_info().rss - before) / 1_000_000
    told = (
        f"{rows} rows, {tally.added} figures: floor {least:.2f} s",
        f"read and understood {read - started:.1f} s",
        f"written {done - read:.1f} s",
        f"ratio {(done - started) / least:.0f}",
        f"main process +{grown:.0f} MB",
    )
    sys.stdout.write("; ".join(told) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
