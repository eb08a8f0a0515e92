"""The tables of areas."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText, EnumText, Flag
from coopdesk.territory.model import AreaKind


class AreaRecord(Record):
    """One row per area."""

    __tablename__ = "area"
    name: Mapped[str] = column()
    kind: Mapped[AreaKind] = column(EnumText(AreaKind))
    begin_year: Mapped[int] = column()
    end_year: Mapped[int] = column()
    legal_form: Mapped[str] = column()
    source: Mapped[str] = column()
    is_verified: Mapped[bool] = column(Flag)
    remark: Mapped[str] = column()
    is_example: Mapped[bool] = column(Flag)


class AreaMembershipRecord(Record):
    """One row per municipality in an area."""

    __tablename__ = "area_membership"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True)
    nis_code: Mapped[str] = column(index=True)
    begin_date: Mapped[date | None] = column(DayText)
    end_date: Mapped[date | None] = column(DayText)


class BenchmarkRecord(Record):
    """One row per place an area compares itself with."""

    __tablename__ = "benchmark"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True)
    place: Mapped[str] = column()
    reason: Mapped[str] = column()
    position: Mapped[int] = column()


class MapLayerRecord(Record):
    """One row per set of boundaries the user brought along."""

    __tablename__ = "map_layer"
    name: Mapped[str] = column()
    sha256: Mapped[str] = column()
    at: Mapped[date] = column(DayText)
    system: Mapped[str] = column()
    municipalities: Mapped[int] = column()
    shapes: Mapped[str] = column()
