"""A `.coopdesk` file: a complete, verified copy of a workspace that may travel (zip of database and attachments)."""

from __future__ import annotations

import json
import os
import zipfile
from hashlib import sha256
from pathlib import Path

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.ids import new_id
from coopdesk.storage.backup import copy_database
from coopdesk.storage.verify import problems
from coopdesk.storage.workspace import ATTACHMENTS, DATABASE, Workspace

MANIFEST = "manifest.json"
FORMAT = 1
_MOST_BYTES = 4 << 30


def save_copy(workspace: Workspace, target: Path) -> None:
    """Write a copy of the workspace beside the target, read it back, and swap it in."""
    database = target.with_name(f".{target.name}.{new_id()}.db")
    part = target.with_name(f".{target.name}.{new_id()}.part")
    try:
        copy_database(workspace.database, database)
        files = {DATABASE: database}
        attachments = workspace.folder / ATTACHMENTS
        if attachments.is_dir():
            files |= {f"{ATTACHMENTS}/{p.name}": p for p in sorted(attachments.iterdir()) if len(p.name) == 64}
        hashes = {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as zipped:
            zipped.writestr(MANIFEST, json.dumps({"format": FORMAT, "files": hashes}, indent=1))
            for name, path in files.items():
                zipped.write(path, name)
        _read_back(part, hashes)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise Refused("The copy could not be written to “{name}”: {reason}", name=target.name,
                      reason=error.strerror or "") from error  # fmt: skip
    finally:
        database.unlink(missing_ok=True)
        part.unlink(missing_ok=True)


def _read_back(part: Path, hashes: dict[str, str]) -> None:
    with zipfile.ZipFile(part) as zipped:
        for name, digest in hashes.items():
            if sha256(zipped.read(name)).hexdigest() != digest:
                raise Refused("The copy could not be verified; try another disk.")


def unpack(file: Path, folder: Path) -> None:
    """Make a new workspace folder from a `.coopdesk` file; Refused, and nothing left behind, when it is not whole."""
    if (folder / DATABASE).exists():
        raise Refused("There is already a workspace in {folder}.", folder=folder)
    try:
        with zipfile.ZipFile(file) as zipped:
            contents = _verified(zipped, file.name)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Refused("“{name}” is not a whole Coopdesk file. Ask for a new copy.", name=file.name) from error
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    if problems(folder / DATABASE):
        (folder / DATABASE).unlink()
        raise Refused("“{name}” is not a whole Coopdesk file. Ask for a new copy.", name=file.name)


def _verified(zipped: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    manifest = json.loads(zipped.read(MANIFEST))
    if manifest["format"] > FORMAT:
        raise Refused("“{name}” was made with a newer Coopdesk. Install the newest version to open it.", name=name)
    if sum(info.file_size for info in zipped.infolist()) > _MOST_BYTES:
        raise ValueError(name)
    contents = {}
    for path, digest in manifest["files"].items():
        if path != DATABASE and not (
            path.startswith(f"{ATTACHMENTS}/") and path.removeprefix(f"{ATTACHMENTS}/") == digest
        ):
            raise ValueError(path)
        content = zipped.read(path)
        if sha256(content).hexdigest() != digest:
            raise ValueError(path)
        contents[path] = content
    if DATABASE not in contents:
        raise ValueError(name)
    return contents
