"""Names of files that every system takes."""

from __future__ import annotations

import re
from pathlib import Path

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
_LONGEST = 120


def safe_name(text: str) -> str:
    """The text as the name of a file without its extension: nothing a system refuses or takes for a path."""
    kept = " ".join(_UNSAFE.sub(" ", text).split())[:_LONGEST].strip(". ")
    if not kept or kept.partition(".")[0].rstrip().casefold() in _RESERVED:
        return f"{kept} -".strip() if kept else "Dossier"
    return kept


def free_name(folder: Path, name: str, suffix: str) -> Path:
    """The first of `name`, `name (2)`, `name (3)`… that does not exist in the folder yet."""
    at, path = 1, folder / f"{name}{suffix}"
    while path.exists():
        at += 1
        path = folder / f"{name} ({at}){suffix}"
    return path
