"""The action plan: objectives, optional action domains, actions and what belongs to them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coopdesk.kernel.partial_date import PartialDate


class ActionStatus(StrEnum):
    """Where an action stands, as people say it; lateness is computed from the dates and never stored."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    POSTPONED = "postponed"
    STOPPED = "stopped"


class ObjectiveWord(StrEnum):
    """What this plan calls its first level."""

    OBJECTIVE = "objective"
    AMBITION = "ambition"
    POLICY_OBJECTIVE = "policy_objective"


class DomainWord(StrEnum):
    """What this plan calls the optional level between objective and action."""

    ACTION_DOMAIN = "action_domain"
    TRACK = "track"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of an area for a cycle of years, both included; an empty title means "Action plan 2026–2031"."""

    id: str
    area_id: str
    begin_year: int
    end_year: int
    title: str = ""
    objective_word: ObjectiveWord = ObjectiveWord.OBJECTIVE
    domain_word: DomainWord = DomainWord.ACTION_DOMAIN
    version: int = 1


@dataclass(frozen=True, slots=True)
class Objective:
    """What the partners want to reach; `code` is the free code of the plan, such as 1 or AP04."""

    id: str
    plan_id: str
    code: str
    title: str
    description: str = ""
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class ObjectiveIndicator:
    """How an objective is measured: a baseline and a target, each with its year.

    `indicator` is the code in the catalogue of figures, empty for an indicator of the plan itself. `unit` is "%" for a
    share in percent, otherwise the word for what is counted.
    """

    id: str
    objective_id: str
    title: str
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    baseline_year: int | None = None
    target: Decimal | None = None
    target_year: int | None = None
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class ActionDomain:
    """An optional level under an objective."""

    id: str
    objective_id: str
    title: str
    code: str = ""
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the partners will do.

    `progress` is a whole percentage, `nis` are the municipalities (none means all of the area), `lead` and `partners`
    are names, `priorities` codes of Flemish policy priorities, `reporting_codes` other external reporting codes.
    """

    id: str
    plan_id: str
    objective_id: str
    code: str
    title: str
    domain_id: str | None = None
    description: str = ""
    lead: str = ""
    status: ActionStatus = ActionStatus.PLANNED
    progress: int = 0
    begin: PartialDate | None = None
    end: PartialDate | None = None
    nis: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    reporting_codes: tuple[str, ...] = ()
    yearly: bool = False
    remark: str = ""
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of an action that is reached or not."""

    id: str
    action_id: str
    title: str
    due: PartialDate | None = None
    done: bool = False
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What an action costs in a year, in cents: the estimate, and what was spent once known."""

    id: str
    action_id: str
    year: int
    cents: int
    spent: int | None = None
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class OpportunityLink:
    """An action that answers an opportunity."""

    id: str
    action_id: str
    opportunity_id: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class PolicyPriority:
    """A Flemish policy priority in force from a year, up to and including another year when it ended."""

    id: str
    code: str
    title: str
    first_year: int
    last_year: int | None = None
    source: str = ""
    version: int = 1

    def holds_in(self, year: int) -> bool:
        """Whether the priority is in force in a year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


Part = (
    Plan
    | Objective
    | ObjectiveIndicator
    | ActionDomain
    | Action
    | Milestone
    | BudgetLine
    | OpportunityLink
    | PolicyPriority
)
