"""The tables of imports."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from coopdesk.annex.model import AnnexKind, Meaning
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText, EnumText, TextTuple


class ImportBatchRecord(Record):
    """One row per import."""

    __tablename__ = "import_batch"
    name: Mapped[str] = column()
    sha256: Mapped[str] = column(index=True)
    kind: Mapped[AnnexKind] = column(EnumText(AnnexKind))
    at: Mapped[date] = column(DayText)
    source_rows: Mapped[int] = column()
    imported: Mapped[int] = column()
    flagged: Mapped[int] = column()
    skipped: Mapped[int] = column()
    added: Mapped[int] = column()
    changed: Mapped[int] = column()
    same: Mapped[int] = column()
    report: Mapped[str] = column()


class KeptColumnRecord(Record):
    """One row per remembered column."""

    __tablename__ = "import_column"
    __table_args__ = (Index(None, "fingerprint", "kind"),)
    fingerprint: Mapped[str] = column()
    kind: Mapped[AnnexKind] = column(EnumText(AnnexKind))
    position: Mapped[int] = column()
    meaning: Mapped[Meaning] = column(EnumText(Meaning))
    indicator: Mapped[str] = column()
    style: Mapped[str] = column()


class RecipeRecord(Record):
    """One row per named way of reading; `places` and `rules` hold pairs as "name=code"."""

    __tablename__ = "import_recipe"
    __table_args__ = (Index(None, "fingerprint", "kind"),)
    fingerprint: Mapped[str] = column()
    kind: Mapped[AnnexKind] = column(EnumText(AnnexKind))
    name: Mapped[str] = column()
    headings: Mapped[tuple[str, ...]] = column(TextTuple)
    accepted: Mapped[tuple[str, ...]] = column(TextTuple)
    places: Mapped[tuple[str, ...]] = column(TextTuple)
    rules: Mapped[tuple[str, ...]] = column(TextTuple)


class CellOriginRecord(Record):
    """One row per field that came from a cell; `thing` is the id of the agreement, membership or action."""

    __tablename__ = "cell_origin"
    import_id: Mapped[str] = column(index=True)
    thing: Mapped[str] = column(index=True)
    field: Mapped[str] = column()
    sheet: Mapped[str] = column()
    cell: Mapped[str] = column()
    raw: Mapped[str] = column()
    value: Mapped[str | None] = column()
