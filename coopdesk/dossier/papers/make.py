"""Makes any of the other documents from the workspace, as the dossier is made."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from coopdesk.dossier.compose.gather import ChainWork
from coopdesk.dossier.model import Document
from coopdesk.dossier.papers.changes import compose_changes, read_changes
from coopdesk.dossier.papers.halfyear import compose_halfyear, read_halfyear
from coopdesk.dossier.papers.order import ChangesOrder, HalfYearOrder, OverviewOrder, PaperOrder
from coopdesk.dossier.papers.overview import Cell, compose_overview, overview_sheet, read_overview
from coopdesk.dossier.pdf.finish import Pdf, make_pdf
from coopdesk.kernel.progress import Progress, silent
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words, open_words

Look = Callable[[], AbstractContextManager[ChainWork]]
_PAPERS: dict[type, tuple[Callable[..., Any], Callable[..., Document]]] = {
    OverviewOrder: (read_overview, compose_overview),
    HalfYearOrder: (read_halfyear, compose_halfyear),
    ChangesOrder: (read_changes, compose_changes),
}


def paper(look: Look, order: PaperOrder, words: Words, gazetteer: Gazetteer, progress: Progress = silent) -> Pdf:
    """The document that was ordered, in its own language; the workspace is let go before the pages are made."""
    read, compose = _PAPERS[type(order)]
    spoken = words if order.language == words.language else open_words(order.language)
    progress(0, 2, words.say("Reading"))
    with look() as work:
        facts = read(work, gazetteer, order, spoken)
    progress(1, 2, words.say("Making pages"))
    made = make_pdf(compose(facts, spoken))
    progress(2, 2)
    return made


def overview_table(
    look: Look, order: OverviewOrder, words: Words, gazetteer: Gazetteer
) -> tuple[str, list[str], list[list[Cell]], str]:
    """The overview as title, headings, rows and note of a workbook."""
    spoken = words if order.language == words.language else open_words(order.language)
    with look() as work:
        return overview_sheet(read_overview(work, gazetteer, order, spoken), spoken)
