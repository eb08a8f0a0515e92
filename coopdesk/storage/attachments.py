"""Keeps imported and attached files by the hash of their content, so that an origin can always be opened again."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.ids import new_id
from coopdesk.storage.failures import not_written


class Attachments:
    """A folder of files named by SHA-256. A file that no row speaks of does no harm, so keeping one needs no undo."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Keep these bytes; their SHA-256 in hexadecimal."""
        digest = sha256(content).hexdigest()
        target = self._folder / digest
        if not target.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes with this hash; Refused when they are gone or were changed."""
        try:
            content = (self._folder / digest).read_bytes()
        except OSError as error:
            raise Refused("The attached file is no longer in the workspace.") from error
        if sha256(content).hexdigest() != digest:
            raise Refused("The attached file was changed outside Coopdesk and is not trusted.")
        return content

    def damaged(self) -> list[str]:
        """The names of kept files whose content no longer has the hash of their name."""
        if not self._folder.is_dir():
            return []
        names = sorted(p for p in self._folder.iterdir() if len(p.name) == 64)
        return [p.name for p in names if sha256(p.read_bytes()).hexdigest() != p.name]


def write_whole(target: Path, content: bytes) -> None:
    """Write a file beside its target, force it to disk and swap it in, so that the target is whole at any moment."""
    beside = target.with_name(f".{target.name}.{new_id()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        refused = Refused("“{name}” could not be written: {reason}", name=target.name, reason=error.strerror or "")
        raise not_written(error, refused) from error
