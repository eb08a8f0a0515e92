"""How fast Coopdesk is beside a bare Qt window, in one run: `python -m tests.bench`.

Ratios, because seconds say something of one computer only. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from coopdesk.analysis.commands import StartAnalysis
from coopdesk.example.make import make_example
from coopdesk.figures.catalogue import INDICATORS
from coopdesk.figures.model import Observation, Source
from coopdesk.kernel.clock import SystemClock
from coopdesk.kernel.ids import new_id
from coopdesk.opening import opened
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import open_gazetteer

ROOT = Path(__file__).resolve().parents[2]
CLOCK = SystemClock()
RUNS = 5  # after one to warm up
RIVIERENLAND = ("12002", "12007", "12009", "12021", "12025", "12026", "12029", "12030", "12034", "12035")
FIRST, USABLE, EDIT, SCREEN, MEMORY, ZOOM = 1.8, 5.0, 5.0, 100.0, 2.5, 0.5


class Bring:
    """Figures of 300 municipalities, 25 years and 50 indicators, as one import."""

    label = "Import"

    def run(self, work: Any) -> None:
        source = Source(new_id(), 1, "proef", "", CLOCK.today())
        work.figures.add(source)
        codes = [m.nis_code for m in open_gazetteer().at(date(2024, 12, 31))]
        known = [i.code for i in INDICATORS]
        indicators = [*known, *(f"own_{n}" for n in range(50 - len(known)))][:50]
        made = new_id()
        rows = [
            Observation(new_id(), 1, indicator, code, str(2001 + year), Decimal(500 + (at * 7 + year * 3) % 300) / 10,
                        source_id=source.id, import_id=made)
            for indicator in indicators
            for at, code in enumerate(codes)
            for year in range(25)
        ]  # fmt: skip
        work.figures.add_batch(made, rows)


def workspaces(folder: Path) -> tuple[Path, Path]:
    """A folder with the example, and one that has the large import beside it."""
    small, large = folder / "small", folder / "large"
    for place in (small, large):
        with opened(place / "workspace", CLOCK) as found:
            make_example(found.desk, CLOCK)
            if place == large:
                area = found.desk.do(AddArea("Rivierenland", RIVIERENLAND, 2020, 2025))
                found.desk.do(Bring())
                found.desk.do(StartAnalysis(area, 2025, 2015))
    return small, large


def measured(what: str, folder: Path) -> dict[str, Any]:
    """One child process; moments become milliseconds since it was started."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.child", what, str(folder)]
    # As installed: with compiled modules, whatever the shell says about writing them.
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled")}
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, cwd=ROOT, env=compiled, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    for name in ("first", "usable"):
        if isinstance(found.get(name), float):
            found[name] = (found[name] - began) * 1000
    return found


def line(name: str, value: str, goal: str, *, met: bool) -> bool:
    sys.stdout.write(f"{name:<46} {value:>26}   {goal:<12} {'' if met else 'MISSED'}\n")
    return met


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        small, large = workspaces(Path(name))
        runs = [{what: measured(what, small) for what in ("bare", "first", "usable")} for _ in range(RUNS + 1)][1:]
        edits, screens = measured("edit", small), measured("screens", large)

    def middle(what: str, key: str) -> float:
        return statistics.median(run[what][key] for run in runs)

    bare, held = middle("bare", "first"), middle("bare", "memory")
    first, ready, memory = middle("first", "first"), middle("usable", "usable"), middle("usable", "memory")
    slowest = max(screens["later"], key=lambda screen: screens["later"][screen])
    worst = screens["later"][slowest]
    met = [
        line("first paint", f"{first:.0f} ms = {first / bare:.2f} x bare", f"<= {FIRST} x", met=first <= FIRST * bare),
        line("example area usable", f"{ready:.0f} ms = {ready / bare:.2f} x bare", f"<= {USABLE} x",
             met=ready <= USABLE * bare),
        line(f"one edit kept, median (SQLite alone {edits['bare']:.1f} ms)", f"{edits['median']:.1f} ms",
             f"<= {EDIT} ms", met=edits["median"] <= EDIT),
        line(f"slowest screen change ({slowest})", f"{worst:.0f} ms", f"<= {SCREEN:.0f} ms", met=worst <= SCREEN),
        line("memory when idle", f"{memory:.0f} MB = {memory / held:.2f} x bare", f"<= {MEMORY} x",
             met=memory <= MEMORY * held),
        line("another zoom, every screen visited",
             f"{screens['zoom']:.0f} ms = {screens['zoom'] / screens['replaced']:.2f} x Qt's own", f"<= {ZOOM} x",
             met=screens["zoom"] <= ZOOM * screens["replaced"]),
    ]  # fmt: skip
    sys.stdout.write(
        f"\nbare window: {bare:.0f} ms, {held:.0f} MB; screens with 375.000 figures (first visit, later):\n"
    )
    for screen, took in screens["later"].items():
        sys.stdout.write(f"  {screen:<16} {screens['first'][screen]:>7.0f} ms {took:>7.0f} ms\n")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
