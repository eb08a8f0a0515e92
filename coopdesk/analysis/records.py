"""The tables of analyses, chapters and findings."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.analysis.model import ChapterKind, ChapterState, ChartKind
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DecimalText, EnumText, Flag, TextTuple


class AnalysisRecord(Record):
    """One row per area and year."""

    __tablename__ = "analysis"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True)
    year: Mapped[int] = column()
    since: Mapped[int] = column()
    target: Mapped[Decimal] = column(DecimalText())


class ChapterRecord(Record):
    """One row per chapter."""

    __tablename__ = "chapter"
    analysis_id: Mapped[str] = column(ForeignKey("analysis.id"), index=True)
    kind: Mapped[ChapterKind] = column(EnumText(ChapterKind))
    name: Mapped[str] = column()
    title: Mapped[str] = column()
    state: Mapped[ChapterState] = column(EnumText(ChapterState))
    indicator: Mapped[str] = column()
    chart: Mapped[ChartKind] = column(EnumText(ChartKind))
    commentary: Mapped[str] = column()
    in_dossier: Mapped[bool] = column(Flag())
    position: Mapped[int] = column()


class FindingRecord(Record):
    """One row per finding."""

    __tablename__ = "finding"
    analysis_id: Mapped[str] = column(ForeignKey("analysis.id"), index=True)
    rule: Mapped[str] = column()
    statement: Mapped[str] = column()
    indicator: Mapped[str] = column()
    period: Mapped[str] = column()
    nis: Mapped[tuple[str, ...]] = column(TextTuple())
    observation_ids: Mapped[tuple[str, ...]] = column(TextTuple())
