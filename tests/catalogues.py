"""The translations as they stand in the .po files now: compiled before anything reads them."""

from __future__ import annotations

import runpy
from pathlib import Path


def compile_catalogues() -> None:
    """Write the .mo files that are missing or older than their sources."""
    runpy.run_path(str(Path(__file__).resolve().parents[1] / "packaging" / "catalogues.py"), run_name="__main__")
