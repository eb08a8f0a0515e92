"""The workspaces opened before, newest first."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path

from coopdesk.settings.file import Settings
from coopdesk.shell.welcome import Recent
from coopdesk.words.catalogue import Words

KEY, MOST = "recent", 10


@dataclass(frozen=True, slots=True)
class Remembered:
    """A workspace by its folder, with the names of its areas and the day it was last open."""

    folder: str
    name: str
    day: str


class RecentWorkspaces:
    """Kept among what windows remember; one whose folder is gone is left out."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> list[Remembered]:
        try:
            found = json.loads(self._settings.get(KEY) or "[]")
            known = [Remembered(str(one["folder"]), str(one["name"]), str(one["day"])) for one in found]
        except (ValueError, KeyError, TypeError):
            return []
        return [one for one in known if (Path(one.folder) / "desk.db").exists()]

    def remember(self, one: Remembered) -> None:
        others = [other for other in self.all() if other.folder != one.folder]
        self._settings.put(KEY, json.dumps([asdict(o) for o in (one, *others)][:MOST], ensure_ascii=False))

    def last(self) -> Path | None:
        known = self.all()
        return Path(known[0].folder) if known else None

    def name_of(self, folder: str) -> str:
        return next((one.name for one in self.all() if one.folder == folder), "")

    def entries(self, run: Callable[[Path], object], words: Words) -> list[Recent]:
        """The same for the welcome screen."""
        return [
            Recent(one.name, words.formats.day(date.fromisoformat(one.day)), partial(run, Path(one.folder)))
            for one in self.all()
        ]
