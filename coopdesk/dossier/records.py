"""The table of dossier choices."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.dossier.setup import Readers
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import EnumText, Flag, TextTuple


class DossierSetupRecord(Record):
    """One row per area whose dossier was ever changed."""

    __tablename__ = "dossier_setup"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True, unique=True)
    readers: Mapped[Readers] = column(EnumText(Readers))
    parts: Mapped[tuple[str, ...]] = column(TextTuple())
    chosen: Mapped[tuple[str, ...]] = column(TextTuple())
    colour: Mapped[bool] = column(Flag())
    language: Mapped[str] = column()
    twins: Mapped[bool] = column(Flag())
