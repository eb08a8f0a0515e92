"""The tables of the plan."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import ActionStatus, DomainWord, LinkKind, ObjectiveWord, SplitKey
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DecimalText, EnumText, Flag, PartialDateText, TextTuple


class PlanRecord(Record):
    """One row per plan."""

    __tablename__ = "plan"
    area_id: Mapped[str] = column(ForeignKey("area.id"), index=True)
    begin_year: Mapped[int] = column()
    end_year: Mapped[int] = column()
    title: Mapped[str] = column()
    objective_word: Mapped[ObjectiveWord] = column(EnumText(ObjectiveWord))
    domain_word: Mapped[DomainWord] = column(EnumText(DomainWord))
    own_objective: Mapped[str] = column()
    own_objectives: Mapped[str] = column()
    own_domain: Mapped[str] = column()
    own_domains: Mapped[str] = column()
    code_pattern: Mapped[str] = column()


class ObjectiveRecord(Record):
    """One row per objective."""

    __tablename__ = "objective"
    plan_id: Mapped[str] = column(ForeignKey("plan.id"), index=True)
    code: Mapped[str] = column()
    title: Mapped[str] = column()
    description: Mapped[str] = column()
    position: Mapped[int] = column()


class ObjectiveIndicatorRecord(Record):
    """One row per indicator of an objective or of one of its actions."""

    __tablename__ = "objective_indicator"
    objective_id: Mapped[str] = column(ForeignKey("objective.id"), index=True)
    title: Mapped[str] = column()
    indicator: Mapped[str] = column()
    unit: Mapped[str] = column()
    baseline: Mapped[Decimal | None] = column(DecimalText())
    baseline_year: Mapped[int | None] = column()
    target: Mapped[Decimal | None] = column(DecimalText())
    target_year: Mapped[int | None] = column()
    position: Mapped[int] = column()
    action_id: Mapped[str | None] = column(ForeignKey("action.id"), index=True)


class IndicatorTargetRecord(Record):
    """One row per indicator and year."""

    __tablename__ = "indicator_target"
    indicator_id: Mapped[str] = column(ForeignKey("objective_indicator.id"), index=True)
    year: Mapped[int] = column()
    value: Mapped[Decimal] = column(DecimalText())


class ActionDomainRecord(Record):
    """One row per action domain."""

    __tablename__ = "action_domain"
    objective_id: Mapped[str] = column(ForeignKey("objective.id"), index=True)
    title: Mapped[str] = column()
    code: Mapped[str] = column()
    position: Mapped[int] = column()


class ActionRecord(Record):
    """One row per action."""

    __tablename__ = "action"
    plan_id: Mapped[str] = column(ForeignKey("plan.id"), index=True)
    objective_id: Mapped[str] = column(ForeignKey("objective.id"), index=True)
    domain_id: Mapped[str | None] = column(ForeignKey("action_domain.id"), index=True)
    code: Mapped[str] = column()
    title: Mapped[str] = column()
    description: Mapped[str] = column()
    lead: Mapped[str] = column()
    status: Mapped[ActionStatus] = column(EnumText(ActionStatus))
    progress: Mapped[int] = column()
    begin: Mapped[PartialDate | None] = column(PartialDateText())
    end: Mapped[PartialDate | None] = column(PartialDateText())
    nis: Mapped[tuple[str, ...]] = column(TextTuple())
    partners: Mapped[tuple[str, ...]] = column(TextTuple())
    target_groups: Mapped[tuple[str, ...]] = column(TextTuple())
    priorities: Mapped[tuple[str, ...]] = column(TextTuple())
    reporting_codes: Mapped[tuple[str, ...]] = column(TextTuple())
    yearly: Mapped[bool] = column(Flag())
    remark: Mapped[str] = column()
    position: Mapped[int] = column()
    auto_progress: Mapped[bool] = column(Flag())
    split: Mapped[SplitKey] = column(EnumText(SplitKey))
    shares: Mapped[tuple[str, ...]] = column(TextTuple())


class MilestoneRecord(Record):
    """One row per milestone."""

    __tablename__ = "milestone"
    action_id: Mapped[str] = column(ForeignKey("action.id"), index=True)
    title: Mapped[str] = column()
    due: Mapped[PartialDate | None] = column(PartialDateText())
    done: Mapped[bool] = column(Flag())
    position: Mapped[int] = column()


class BudgetLineRecord(Record):
    """One row per action, year and source of money."""

    __tablename__ = "budget_line"
    action_id: Mapped[str] = column(ForeignKey("action.id"), index=True)
    year: Mapped[int] = column()
    cents: Mapped[int] = column()
    spent: Mapped[int | None] = column()
    source: Mapped[str] = column()
    own: Mapped[int | None] = column()


class EvidenceRecord(Record):
    """One row per note, link or file that shows what was done."""

    __tablename__ = "evidence"
    action_id: Mapped[str] = column(ForeignKey("action.id"), index=True)
    title: Mapped[str] = column()
    day: Mapped[PartialDate | None] = column(PartialDateText())
    link: Mapped[str] = column()
    file_name: Mapped[str] = column()
    sha256: Mapped[str] = column()
    size: Mapped[int] = column()
    position: Mapped[int] = column()


class ActionLinkRecord(Record):
    """One row per action and thing it rests on; the target is of several kinds, so no foreign key holds it."""

    __tablename__ = "action_link"
    action_id: Mapped[str] = column(ForeignKey("action.id"), index=True)
    kind: Mapped[LinkKind] = column(EnumText(LinkKind))
    target: Mapped[str] = column(index=True)


class OpportunityLinkRecord(Record):
    """One row per action that answers an opportunity."""

    __tablename__ = "action_opportunity"
    action_id: Mapped[str] = column(ForeignKey("action.id"), index=True)
    opportunity_id: Mapped[str] = column(ForeignKey("opportunity.id"), index=True)


class PolicyPriorityRecord(Record):
    """One row per Flemish policy priority."""

    __tablename__ = "policy_priority"
    code: Mapped[str] = column()
    title: Mapped[str] = column()
    first_year: Mapped[int] = column()
    last_year: Mapped[int | None] = column()
    source: Mapped[str] = column()
