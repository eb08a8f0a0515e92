"""What the plan's page asks of the rest of the program, given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coopdesk.desk.command import Command
from coopdesk.plan.queries import ActionRow
from coopdesk.shell.place import Place


@dataclass(frozen=True, slots=True)
class Linked:
    """Something an action is linked to: icon, finished text, the place to go to, and the command that takes the link
    away where it is one a person made."""

    icon: str
    text: str
    place: Place
    unlink: Command | None = None


@dataclass(frozen=True, slots=True)
class Linkable:
    """Something an action could be linked to: finished text and the command that does it."""

    text: str
    command: Command


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting of a steering group or another body, and the place where it is noted."""

    id: str
    day: date
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Neighbours:
    """`people` are names to complete leads from, `municipalities` the (NIS code, name) pairs of an area, `measured` the
    latest measurement of indicators by their id, `linked` what else an action is linked to and `linkable` what it
    could be, `used` where actions and indicators, by their ids, are spoken of elsewhere, in finished words,
    `inhabitants` how many people live in municipalities, and `gatherings` the meetings of an area, the earliest
    first."""

    people: Callable[[], Sequence[str]] = tuple
    municipalities: Callable[[str], Sequence[tuple[str, str]]] = lambda area_id: ()
    measured: Callable[[Sequence[str]], Mapping[str, Decimal]] = lambda ids: {}
    linked: Callable[[ActionRow], Sequence[Linked]] = lambda row: ()
    linkable: Callable[[ActionRow], Sequence[Linkable]] = lambda row: ()
    used: Callable[[Sequence[str], Sequence[str]], Sequence[str]] = lambda actions, indicators: ()
    inhabitants: Callable[[Sequence[str]], Mapping[str, Decimal]] = lambda codes: {}
    gatherings: Callable[[str], Sequence[Gathering]] = lambda area_id: ()
