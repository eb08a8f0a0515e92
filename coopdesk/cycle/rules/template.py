"""A kind of action from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from coopdesk.kernel.partial_date import PartialDate, last_day_of_term, month_later


@dataclass(frozen=True, slots=True)
class TemplateMilestone:
    """A step, mostly reached so many months after the begin."""

    title: str
    after: int


@dataclass(frozen=True, slots=True)
class TemplateIndicator:
    """How such an action is measured; `unit` as in the plan."""

    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of action with what mostly belongs to it, in one language; lasts `months`, or the whole plan if yearly."""

    key: str
    ambition: str
    title: str
    description: str
    target_groups: tuple[str, ...]
    partners: tuple[str, ...]
    priorities: tuple[str, ...]
    indicators: tuple[TemplateIndicator, ...]
    milestones: tuple[TemplateMilestone, ...]
    months: int
    yearly: bool

    @property
    def id(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All kinds of action, and what each ambition is called, in the order of the catalogue."""

    ambitions: tuple[tuple[str, str], ...]
    templates: tuple[Template, ...]


def months_on(begin: PartialDate, months: int) -> PartialDate:
    """The month in which a term from a begin ends."""
    end = last_day_of_term(begin.first, months) if months else begin.first
    return PartialDate.month(end.year, end.month)


def begin_in(day: PartialDate) -> PartialDate:
    """The month after a day: work mostly begins with a new month."""
    first = month_later(day.first.replace(day=1), 1)
    return PartialDate.month(first.year, first.month)
