"""A `.coopdesk` file: a complete, verified copy of a workspace that may travel (zip of database and attachments)."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.ids import new_id
from coopdesk.storage.backup import copy_database
from coopdesk.storage.failures import not_written
from coopdesk.storage.schema import is_newer, revision_of
from coopdesk.storage.verify import problems
from coopdesk.storage.workspace import ATTACHMENTS, DATABASE, Workspace

MANIFEST = "manifest.json"
FORMAT = 1
_MOST_BYTES = 4 << 30
_CHUNK = 1 << 20
_ATTACHMENT = re.compile(rf"{ATTACHMENTS}/[0-9a-f]{{64}}")
# What zipfile and json raise on files that are cut short, changed, encrypted or packed in a way they do not know.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError)


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
        reason = error.strerror or ""
        refused = Refused("The copy could not be written to “{name}”: {reason}", name=target.name, reason=reason)
        raise not_written(error, refused) from error
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
    if folder.exists() and any(folder.iterdir()):
        raise Refused("There is already a workspace in {folder}.", folder=folder)
    beside = folder.with_name(f".{folder.name}.{new_id()}.part")
    try:
        beside.mkdir(parents=True)
        _fill(beside, file)
        if folder.exists():
            folder.rmdir()
        beside.replace(folder)
    except OSError as error:
        refused = Refused("The workspace could not be written: {reason}", reason=error.strerror or "")
        raise not_written(error, refused) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _fill(folder: Path, file: Path) -> None:
    try:
        with _opened(file) as zipped:
            for path, digest in _listed(zipped, file.name).items():
                _extract(zipped, path, digest, folder / path)
    except _UNREADABLE as error:
        raise _not_whole(file.name) from error
    if problems(folder / DATABASE) or revision_of(folder / DATABASE) is None:
        raise _not_whole(file.name)
    if is_newer(folder / DATABASE):
        raise _newer(file.name)


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except OSError as error:
        raise _not_whole(file.name) from error


def _listed(zipped: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The paths the manifest names with their hashes; ValueError when any is not a file of a workspace."""
    manifest = json.loads(zipped.read(MANIFEST))
    told = manifest if isinstance(manifest, dict) else {}
    made_with, files = told.get("format"), told.get("files")
    if isinstance(made_with, int) and made_with > FORMAT:
        raise _newer(name)
    if made_with != FORMAT or not isinstance(files, dict) or DATABASE not in files:
        raise ValueError(MANIFEST)
    if sum(info.file_size for info in zipped.infolist()) > _MOST_BYTES:
        raise ValueError(name)
    for path, digest in files.items():
        if path != DATABASE and (_ATTACHMENT.fullmatch(path) is None or path != f"{ATTACHMENTS}/{digest}"):
            raise ValueError(path)
    return files


def _extract(zipped: zipfile.ZipFile, path: str, digest: str, target: Path) -> None:
    """One file, hashed while it is written, so that a large workspace never has to fit in memory."""
    target.parent.mkdir(exist_ok=True)
    found = sha256()
    with zipped.open(path) as source, target.open("wb") as out:
        while chunk := source.read(_CHUNK):
            found.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    if found.hexdigest() != digest:
        raise ValueError(path)


def _not_whole(name: str) -> Refused:
    return Refused("“{name}” is not a whole Coopdesk file. Ask for a new copy.", name=name)


def _newer(name: str) -> Refused:
    return Refused("“{name}” was made with a newer Coopdesk. Install the newest version to open it.", name=name)
