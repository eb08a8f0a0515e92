"""What the plan over the years asks of the rest of the program, given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doors:
    """`towns` gives the municipalities of an area today as (NIS code, name)."""

    towns: Callable[[str], Sequence[tuple[str, str]]] = lambda area_id: ()
