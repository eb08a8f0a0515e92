"""The tables of the follow-up.

Measurements and notes name what they are of without a foreign key: the plan, which knows nothing of the follow-up, can
then remove an action or an indicator, and taking that back finds everything again.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText, DecimalText


class MeasurementRecord(Record):
    """One row per indicator and period."""

    __tablename__ = "measurement"
    indicator_id: Mapped[str] = column(index=True)
    period: Mapped[str] = column()
    value: Mapped[Decimal] = column(DecimalText())
    remark: Mapped[str] = column()
    source: Mapped[str] = column()


class ProgressNoteRecord(Record):
    """One row per action and half-year."""

    __tablename__ = "progress_note"
    action_id: Mapped[str] = column(index=True)
    period: Mapped[str] = column()
    text: Mapped[str] = column()


class MeetingRecord(Record):
    """One row per meeting."""

    __tablename__ = "meeting"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True)
    body: Mapped[str] = column()
    day: Mapped[date] = column(DayText())
    decisions: Mapped[str] = column()
    minutes: Mapped[str] = column()
