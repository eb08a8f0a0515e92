"""What the plan over the years asks of the rest of the program, given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coopdesk.cycle.queries.differences import DifferenceReport
from coopdesk.kernel.workbook import Workbook
from coopdesk.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Doors:
    """`towns` gives the municipalities of an area today as (NIS code, name), `bodies` names who may decide,
    `area_name` the name of an area; `save_book` asks for a file of this name and saves a workbook in it, which is made
    once that is known; `save_pdf` saves a difference report on paper. `send` and `take_back`
    are the two ways of a partner workbook, over a window."""

    towns: Callable[[str], Sequence[tuple[str, str]]] = lambda area_id: ()
    bodies: Callable[[], Sequence[str]] = tuple
    area_name: Callable[[str], str] = str
    save_book: Callable[[str, Callable[[], Workbook]], object] = lambda name, make: None
    save_pdf: Callable[[DifferenceReport], object] = lambda report: None
    send: Callable[[Plan, QWidget | None], object] = lambda plan, over: None
    take_back: Callable[[Plan, QWidget | None], object] = lambda plan, over: None
