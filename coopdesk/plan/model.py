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
    PILLAR = "pillar"


class DomainWord(StrEnum):
    """What this plan calls the optional level between objective and action."""

    ACTION_DOMAIN = "action_domain"
    TRACK = "track"
    BBC_ACTION_PLAN = "bbc_action_plan"


class SplitKey(StrEnum):
    """How the budget of an action is split over its municipalities."""

    NONE = "none"
    INHABITANTS = "inhabitants"
    EQUALLY = "equally"
    OWN = "own"


class LinkKind(StrEnum):
    """What an action rests on beside opportunities: a chapter or a finding of the analysis and an agreement go by their
    id, a figure by the code of its indicator in the catalogue."""

    CHAPTER = "chapter"
    FINDING = "finding"
    FIGURE = "figure"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of an area for a cycle of years, both included; an empty title means "Action plan 2026–2031".

    The own words, in the singular and the plural, stand in the place of those of the two levels where they are filled.
    `code_pattern` proposes the code of a new action, see `coopdesk.plan.codes`; empty means {objective}.{n}.
    """

    id: str
    area_id: str
    begin_year: int
    end_year: int
    title: str = ""
    objective_word: ObjectiveWord = ObjectiveWord.OBJECTIVE
    domain_word: DomainWord = DomainWord.ACTION_DOMAIN
    own_objective: str = ""
    own_objectives: str = ""
    own_domain: str = ""
    own_domains: str = ""
    code_pattern: str = ""
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
    """How an objective, or one of its actions, is measured: a baseline and a target, each with its year.

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
    action_id: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class IndicatorTarget:
    """What an indicator should reach in a year on the way to its target."""

    id: str
    indicator_id: str
    year: int
    value: Decimal
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
    With `auto_progress` the progress follows the milestones. `split` says how the budget is split over the
    municipalities; `shares` are own percentages for it, as "90001=25.5".
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
    auto_progress: bool = False
    split: SplitKey = SplitKey.NONE
    shares: tuple[str, ...] = ()
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
    """What an action costs in a year, in cents: the estimate, what was spent once known, and the own share, which the
    municipalities bear themselves; `source` says who pays the rest."""

    id: str
    action_id: str
    year: int
    cents: int
    spent: int | None = None
    source: str = ""
    own: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that something was done: a note, a link, or a file kept by the hash of its content."""

    id: str
    action_id: str
    title: str
    day: PartialDate | None = None
    link: str = ""
    file_name: str = ""
    sha256: str = ""
    size: int = 0
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class ActionLink:
    """An action that rests on a finding, a figure or an agreement; what is gone since is left out when reading."""

    id: str
    action_id: str
    kind: LinkKind
    target: str
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
    | IndicatorTarget
    | ActionDomain
    | Action
    | Milestone
    | BudgetLine
    | Evidence
    | ActionLink
    | OpportunityLink
    | PolicyPriority
)
