"""Every document the example area has, as a reader would order it, made from one workspace on one day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coopdesk.agreement.model import CooperationClass
from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.compose.gather import Order
from coopdesk.dossier.make import draft
from coopdesk.dossier.papers.choices import paper_choices
from coopdesk.dossier.papers.make import paper
from coopdesk.dossier.papers.order import ChangesOrder, HalfYearOrder, OverviewOrder, PaperOrder
from coopdesk.dossier.pdf.finish import Pdf
from coopdesk.dossier.setup import TIMELINE, DossierSetup, Part, Readers
from coopdesk.kernel.clock import Clock
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import open_words

Maker = Callable[[], Pdf]
NAMES = (*(readers.value for readers in Readers), "municipality", "timeline", "overview-area", "overview-province",
         "overview-flanders", "half-year", "changes")  # fmt: skip


def every_document(
    desk: Desk[Any], area: str, clock: Clock, gazetteer: Gazetteer, language: str, *, colour: bool = True
) -> dict[str, Maker]:
    """The documents by name; nothing is made before it is asked for."""
    on, words = clock.today(), open_words(language)
    choices = paper_choices(desk.look, gazetteer, area, on)

    def dossier(setup: DossierSetup, focus: str = "") -> Maker:
        chosen = replace(setup, language=language, colour=colour)
        return lambda: draft(desk.look, Order(area, on, chosen, focus), words, gazetteer=gazetteer).pdf

    def other(order: PaperOrder) -> Maker:
        return lambda: paper(desk.look, replace(order, language=language, colour=colour), words, gazetteer)

    council = rules.standard(area)
    timeline = replace(council, chosen=(Part.PLAN.value, TIMELINE), large_timeline=True)
    every = tuple(CooperationClass)
    found: dict[str, Maker] = {readers.value: dossier(rules.standard(area, readers)) for readers in Readers}
    return found | {
        "municipality": dossier(council, choices.towns[0][0]),
        "timeline": dossier(timeline),
        "overview-area": other(OverviewOrder(on, area, classes=every)),
        "overview-province": other(OverviewOrder(on, province="Limburg")),
        "overview-flanders": other(OverviewOrder(on)),
        "half-year": other(HalfYearOrder(on, area, choices.halves[0])),
        "changes": other(ChangesOrder(on, area, choices.versions[0][0])),
    }
