"""Every hostile file gets a named verdict, soon, in a process that stays small, while the program does not grow."""

from __future__ import annotations

import time
from pathlib import Path

import psutil
import pytest

from coopdesk.annex.sheet.limits import LIMITS
from coopdesk.annex.sheet.process import open_book
from coopdesk.annex.sheet.refusal import OTHERS, REASONS
from coopdesk.kernel.errors import Refused
from tests.annex.hostile import FILES

SECONDS, MEGABYTE = 20.0, 1_000_000


class Peak:
    """The most memory that reading took, watched the way the program watches it."""

    def __init__(self) -> None:
        self.mine = psutil.Process()
        self.before = self.mine.memory_info().rss
        self.child = self.grown = 0

    def __call__(self, done: int, total: int, what: str = "") -> None:
        self.grown = max(self.grown, self.mine.memory_info().rss - self.before)
        for child in self.mine.children():
            try:
                self.child = max(self.child, child.memory_info().rss)
            except psutil.Error:
                continue


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gets_its_verdict_within_its_limits(tmp_path: Path, name: str) -> None:
    make, expected = FILES[name]
    path = tmp_path / "bijlage.xlsx"
    path.write_bytes(make())
    peak, started = Peak(), time.monotonic()
    assert verdict(path, peak) == expected
    assert time.monotonic() - started < SECONDS
    assert peak.child <= LIMITS.megabytes * MEGABYTE
    assert peak.grown <= 50 * MEGABYTE


def verdict(path: Path, peak: Peak) -> str | None:
    """The cause the file is refused for; None when it was read."""
    try:
        open_book(path, peak)
    except Refused as error:
        told = {text: code for code, text in REASONS.items()} | dict.fromkeys(OTHERS.values(), "not_a_sheet")
        return told[error.msgid]
    return None
