"""What the plan's page asks of the rest of the program, given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.shell.place import Place


@dataclass(frozen=True, slots=True)
class Linked:
    """Something an action is linked to: icon, finished text and the place to go to."""

    icon: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Neighbours:
    """`people` are names to complete leads from, `municipalities` the (NIS code, name) pairs of an area, `measured` the
    latest measurement of indicators of objectives by their id, `linked` what else an action is linked to by its id and
    the ids of the opportunities it answers."""

    people: Callable[[], Sequence[str]] = tuple
    municipalities: Callable[[str], Sequence[tuple[str, str]]] = lambda area_id: ()
    measured: Callable[[Sequence[str]], Mapping[str, Decimal]] = lambda ids: {}
    linked: Callable[[str, Sequence[str]], Sequence[Linked]] = lambda action_id, opportunity_ids: ()
