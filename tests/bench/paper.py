"""How fast a dossier is made beside a bare one and beside other engines, in one run: `python -m tests.bench.paper`.

The floor is the least reportlab can do: one pass, cells that are wrapped beforehand, its C part, no contents, no tags.
The peers make the same content with a table of contents where they can; they live in an environment of their own
(`PEERS=/path/to/python` with typst, fpdf2 and weasyprint) and are left out without one. Exit code 1: a goal is missed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
RUNS = 5
FLOOR, MEMORY, PREVIEW = 2.2, 150.0, 300.0


def measured(what: str, python: str = sys.executable, script: str = "-m") -> dict[str, Any]:
    """One child process: seconds of processor, pages and the most memory it held, in MiB."""
    target = ["-m", "tests.bench.paper_child", what] if script == "-m" else [script, what]
    done = subprocess.run([python, *target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def median(what: str, key: str, runs: list[dict[str, Any]]) -> float:
    value = statistics.median(run[key] for run in runs)
    sys.stdout.write(f"{what:34} {key:8} {value:10.2f}\n")
    return float(value)


def main() -> int:
    """Alternating runs, so that a busy moment hits all alike."""
    ours: list[dict[str, Any]] = []
    floor: list[dict[str, Any]] = []
    for _ in range(RUNS):
        ours.append(measured("ours"))
        floor.append(measured("floor"))
    preview = [measured("preview") for _ in range(RUNS)]
    sys.stdout.write(f"pages: ours {ours[0]['pages']}, floor {floor[0]['pages']}, preview {preview[0]['pages']}\n")
    ratio = median("ours", "seconds", ours) / median("floor", "seconds", floor)
    memory = median("ours", "memory", ours)
    shown = median("a changed paragraph, in ms", "milliseconds", preview)
    sys.stdout.write(f"ours beside the floor: {ratio:.2f} (goal {FLOOR})\n")
    held = ratio <= FLOOR and memory <= MEMORY and shown <= PREVIEW
    peers = os.environ.get("PEERS")
    for name in ("typst", "fpdf2", "weasyprint") if peers else ():
        peer = measured(name, str(peers), str(HERE / "paper_peers.py"))
        times = peer["seconds"] / statistics.median(run["seconds"] for run in ours)
        sys.stdout.write(
            f"{name:34} seconds  {peer['seconds']:10.2f}   {times:.1f} times ours, {peer['memory']:.0f} MiB\n"
        )
        held = held and times > 1
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
