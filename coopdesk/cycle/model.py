"""The plan over the years: why a priority was left out, what was approved, and which action followed which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of an action at the end of a policy cycle."""

    CONTINUED = "continued"
    RESTARTED = "restarted"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class PriorityReason:
    """Why a plan has no action for a Flemish priority in a year, in one municipality or (`nis` empty) in all of the
    area, and on which day that was noted."""

    id: str
    plan_id: str
    code: str
    year: int
    reason: str
    noted: date
    nis: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan as it was approved: by whom, on which day, and the SHA-256 of its content."""

    id: str
    plan_id: str
    name: str
    decided: date
    body: str
    sha256: str
    fixed: date
    version: int = 1


@dataclass(frozen=True, slots=True)
class FrozenContent:
    """The whole content of an approved version as text; apart from it, so that a list of versions stays light."""

    id: str
    version_id: str
    text: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Succession:
    """An action that came from an action of the plan before; that one may be gone since."""

    id: str
    plan_id: str
    action_id: str
    predecessor_plan_id: str
    predecessor_id: str
    fate: Fate
    version: int = 1


Thing = PriorityReason | PlanVersion | FrozenContent | Succession
