"""How much of a file is read before it is refused; measured on thousands of public workbooks, of which none but attacks
came near."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, entries, rows, columns and cells of one file; seconds without news and megabytes of the child."""

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 300_000_000
    entries: int = 2_000
    ratio: int = 100
    ratio_from: int = 1_000_000
    rows: int = 1_100_000
    columns: int = 500
    cells: int = 5_000_000
    empty_rows: int = 1_000
    silent_seconds: float = 20.0
    seconds: float = 300.0
    megabytes: int = 1_000


LIMITS = Limits()
