"""The tables of the plan over the years.

They name the plan and its actions without a foreign key: the plan, which knows nothing of them, can then be removed,
and taking that back finds everything again.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.cycle.model import Fate
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText, EnumText


class PriorityReasonRecord(Record):
    """One row per priority, year and place that was left out for a reason."""

    __tablename__ = "priority_reason"
    plan_id: Mapped[str] = column(index=True)
    code: Mapped[str] = column()
    year: Mapped[int] = column()
    reason: Mapped[str] = column()
    noted: Mapped[date] = column(DayText())
    nis: Mapped[str] = column()


class PlanVersionRecord(Record):
    """One row per approved version."""

    __tablename__ = "plan_version"
    plan_id: Mapped[str] = column(index=True)
    name: Mapped[str] = column()
    decided: Mapped[date] = column(DayText())
    body: Mapped[str] = column()
    sha256: Mapped[str] = column()
    fixed: Mapped[date] = column(DayText())


class FrozenContentRecord(Record):
    """One row per approved version, with all of it."""

    __tablename__ = "plan_version_content"
    version_id: Mapped[str] = column(ForeignKey("plan_version.id"), index=True)
    text: Mapped[str] = column()


class SuccessionRecord(Record):
    """One row per action that came from an earlier plan."""

    __tablename__ = "action_succession"
    plan_id: Mapped[str] = column(index=True)
    action_id: Mapped[str] = column(index=True)
    predecessor_plan_id: Mapped[str] = column()
    predecessor_id: Mapped[str] = column(index=True)
    fate: Mapped[Fate] = column(EnumText(Fate))
