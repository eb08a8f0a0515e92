"""The table of opportunities."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.opportunity.model import OpportunityState
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import EnumText, TextTuple


class OpportunityRecord(Record):
    """One row per opportunity."""

    __tablename__ = "opportunity"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True)
    title: Mapped[str] = column()
    reason: Mapped[str] = column()
    state: Mapped[OpportunityState] = column(EnumText(OpportunityState))
    impact: Mapped[int] = column()
    feasibility: Mapped[int] = column()
    nis: Mapped[tuple[str, ...]] = column(TextTuple())
    indicator: Mapped[str] = column()
    rule: Mapped[str] = column()
    finding_id: Mapped[str] = column()
    remark: Mapped[str] = column()
    position: Mapped[int] = column()
