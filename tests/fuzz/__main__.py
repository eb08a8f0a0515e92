"""Looks for files and rows that upset the reading of annexes, guided by the code they reach:

    python -m tests.fuzz reader --seconds 60      the bytes of a file, as the child process reads them
    python -m tests.fuzz interpret --seconds 60   the cells of a sheet, as the program understands them

It needs atheris, which exists for Linux only and is no part of the set-up: `pip install --group fuzz`. What it finds is
kept under DIR (--keep) and becomes a test. It ends with the number of runs, or with the fault and the input behind it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is missing (Linux only): pip install --group fuzz")

os.environ["OPENPYXL_LXML"] = "False"  # as for the process that reads: a checker of PDFs brings lxml along
with atheris.instrument_imports(include=["coopdesk.annex"]):
    from tests.fuzz.seeds import files, rows
    from tests.fuzz.targets import interpret_cells, mutated, read_bytes

LONGEST = {"reader": 200_000, "interpret": 4_000}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("target", choices=["reader", "interpret"])
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "coopdesk-fuzz")
    given = options.parse_args()
    seeds = given.keep / given.target
    seeds.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(files() if given.target == "reader" else rows()):
        (seeds / f"seed-{number:03}").write_bytes(content)
    arguments = [sys.argv[0], str(seeds), f"-max_total_time={given.seconds}", f"-max_len={LONGEST[given.target]}",
                 "-timeout=20", "-rss_limit_mb=1000", f"-artifact_prefix={given.keep}/"]  # fmt: skip
    if given.target == "reader":
        atheris.Setup(arguments, read_bytes, custom_mutator=lambda *told: mutated(*told, atheris.Mutate))
    else:
        atheris.Setup(arguments, interpret_cells)
    atheris.Fuzz()


main()
