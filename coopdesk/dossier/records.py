"""The tables of dossier choices, own presets, own texts and the house style."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.dossier.setup import Readers
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText, EnumText, Flag, TextTuple


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
    hides_small: Mapped[bool] = column(Flag())
    large_timeline: Mapped[bool] = column(Flag())
    preset_id: Mapped[str] = column()


class PresetRecord(Record):
    """One row per preset people made."""

    __tablename__ = "dossier_preset"
    name: Mapped[str] = column()
    parts: Mapped[tuple[str, ...]] = column(TextTuple())
    chosen: Mapped[tuple[str, ...]] = column(TextTuple())
    colour: Mapped[bool] = column(Flag())
    twins: Mapped[bool] = column(Flag())
    hides_small: Mapped[bool] = column(Flag())
    large_timeline: Mapped[bool] = column(Flag())


class HouseStyleRecord(Record):
    """At most one row."""

    __tablename__ = "house_style"
    logos: Mapped[tuple[str, ...]] = column(TextTuple())
    logo_names: Mapped[tuple[str, ...]] = column(TextTuple())
    cover: Mapped[str] = column()
    footer: Mapped[str] = column()
    threshold: Mapped[int] = column()


class DossierTextRecord(Record):
    """One row per text people wrote, for an area or for all."""

    __tablename__ = "dossier_text"
    area_id: Mapped[str | None] = column(ForeignKey("area.id"), index=True)
    part: Mapped[str] = column()
    language: Mapped[str] = column()
    title: Mapped[str] = column()
    text: Mapped[str] = column()


class IssuedDossierRecord(Record):
    """One row per dossier that was issued; it outlives the area, so it only names it."""

    __tablename__ = "dossier_issued"
    area_id: Mapped[str] = column(index=True)
    number: Mapped[str] = column()
    title: Mapped[str] = column()
    day: Mapped[date] = column(DayText())
    language: Mapped[str] = column()
    pages: Mapped[int] = column()
    digest: Mapped[str] = column()
    said: Mapped[str] = column()
