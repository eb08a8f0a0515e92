"""The tables of figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped

from coopdesk.figures.model import ObservationState, ObservationStatus
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText, DecimalText, EnumText


class SourceRecord(Record):
    """One row per file or typed source."""

    __tablename__ = "figure_source"
    name: Mapped[str] = column()
    sha256: Mapped[str] = column()
    at: Mapped[date] = column(DayText)
    remark: Mapped[str] = column()


class ObservationRecord(Record):
    """One row per value; the index serves the question every screen asks: an indicator in a period for some places."""

    __tablename__ = "observation"
    __table_args__ = (Index(None, "indicator", "period", "place"),)
    indicator: Mapped[str] = column()
    place: Mapped[str] = column()
    period: Mapped[str] = column()
    value: Mapped[Decimal | None] = column(DecimalText)
    state: Mapped[ObservationState] = column(EnumText(ObservationState))
    status: Mapped[ObservationStatus] = column(EnumText(ObservationStatus))
    breakdown: Mapped[str] = column()
    definition: Mapped[int] = column()
    source_id: Mapped[str | None] = column(ForeignKey("figure_source.id"), index=True)
    import_id: Mapped[str | None] = column(index=True)
    sheet: Mapped[str] = column()
    cell: Mapped[str] = column()
    raw: Mapped[str] = column()
    imported: Mapped[str | None] = column()
