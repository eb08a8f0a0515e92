"""What the workspace keeps of an import: the file, how its columns were read, and where every value stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coopdesk.annex.model import AnnexKind, Meaning


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import: the file by name and hash (its bytes are an attachment under that hash) and the count of its rows.

    `source_rows` = `imported` + `flagged` + `skipped`; `added`, `changed` and `same` count the things the imported rows
    stand for. `report` is the account of its rows as JSON, empty for imports of before there was one.
    """

    id: str
    name: str
    sha256: str
    kind: AnnexKind
    at: date
    source_rows: int
    imported: int
    flagged: int
    skipped: int
    added: int
    changed: int
    same: int
    report: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class KeptColumn:
    """How a column of tables with this heading fingerprint was read; used again for the next file of that shape."""

    id: str
    fingerprint: str
    kind: AnnexKind
    position: int
    meaning: Meaning
    indicator: str = ""
    style: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """How files with this heading fingerprint are read and what is done with their doubts, under a name of its own.

    The columns are `KeptColumn`s of the same fingerprint; `headings` are theirs, to recognise it by; `places` and
    `rules` hold pairs as "name=code".
    """

    id: str
    fingerprint: str
    kind: AnnexKind
    name: str
    headings: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """The cell from which a field of an agreement, a membership or an action came, and the value kept then; None for
    imports of before values were kept."""

    id: str
    import_id: str
    thing: str
    field: str
    sheet: str
    cell: str
    raw: str
    value: str | None = None
    version: int = 1
