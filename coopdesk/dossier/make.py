"""Makes a dossier from the workspace: for the window, the command line and scripts alike.

Importing this module brings in reportlab and pypdf (about 150 ms), so the window imports it off its own thread, when
the dossier is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.dossier.commands import IssueDossier
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.completeness import Remark, remarks
from coopdesk.dossier.compose.dossier import compose
from coopdesk.dossier.compose.gather import ChainWork, Order, gather
from coopdesk.dossier.compose.onepage import FULL
from coopdesk.dossier.compose.places import place_values
from coopdesk.dossier.formats import check_suffix, save_as
from coopdesk.dossier.issued import as_issued, dumped, lines_of, next_number
from coopdesk.dossier.model import Attachment, Document
from coopdesk.dossier.office.xlsx import MEDIA_TYPE, make_xlsx
from coopdesk.dossier.pdf.finish import Pdf, make_pdf
from coopdesk.dossier.pdf.parts import PartCache
from coopdesk.dossier.rules import printed
from coopdesk.dossier.setup import DossierSetup, Part
from coopdesk.followup.history import done_days
from coopdesk.kernel.progress import Progress, silent
from coopdesk.plan.model import ActionStatus
from coopdesk.plan.queries import plan_of
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.words.catalogue import Words, open_words

Look = Callable[[], AbstractContextManager[ChainWork]]


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier as it came out: the file, how complete it is, and what the places in its texts say."""

    pdf: Pdf
    remarks: tuple[Remark, ...]
    setup: DossierSetup
    document: Document
    values: Mapping[str, str] = field(default_factory=dict)


def draft(
    look: Look,
    order: Order,
    words: Words,
    progress: Progress = silent,
    gazetteer: Gazetteer | None = None,
    cache: PartCache | None = None,
) -> Made:
    """The dossier of an area as bytes; the workspace is let go before the pages are made.

    A `cache` that is handed in again spares the sections that did not change; the bytes are the same without it.

    `words` are those of the window, for the remarks; the dossier itself is in the language of its choices.
    """
    progress(0, 3, words.say("Reading"))
    known = gazetteer or open_gazetteer()
    with look() as work:
        own = gather(work, known, order, words)
        chain = own if own.setup.language == words.language else None
        spoken = open_words(own.setup.language) if chain is None else words
        if chain is None:
            chain = gather(work, known, order, spoken)
    progress(1, 3, words.say("Composing"))
    progress(2, 3, words.say("Making pages"))
    document, pdf = _pages(chain, spoken, cache)
    progress(3, 3)
    return Made(pdf, remarks(chain, words), chain.setup, document, place_values(chain, spoken))


def _pages(chain: Chain, words: Words, cache: PartCache | None) -> tuple[Document, Pdf]:
    """The document of a chain and its pages; one for the council that runs over is made again with less on it."""
    document = _with_tables(compose(chain, words), words)
    pdf = make_pdf(document, cache=cache)
    if printed(chain.setup) != (Part.ONE_PAGE,):
        return document, pdf
    for room in reversed(range(FULL)):
        if pdf.pages == 1:
            break
        document = _with_tables(compose(chain, words, room), words)
        pdf = make_pdf(document, cache=cache)
    return document, pdf


def _with_tables(document: Document, words: Words) -> Document:
    """The document with its own tables inside as a workbook: who reads the PDF can reckon on."""
    about = words.say("Every table of this document, as a workbook")
    inside = Attachment(words.say("Tables.xlsx"), make_xlsx(document), MEDIA_TYPE, about)
    return replace(document, attachments=(inside,))


def done_in(desk: Desk[Any], area_id: str, on: date) -> Mapping[str, date]:
    """The day on which each finished action was set to done, of the plan of an area that holds on a day."""
    with desk.look() as work:
        plan = plan_of(work, area_id, on.year)
        actions = work.plans.actions(plan.id) if plan is not None else []
    return done_days(desk, [action.id for action in actions if action.status is ActionStatus.DONE])


def make_dossier(desk: Desk[Any], area_id: str, out: Path, on: date, words: Words, progress: Progress = silent) -> Made:
    """Makes the dossier of an area as it stands on a day and saves it; Refused when the file cannot be written."""
    check_suffix(out)
    made = draft(desk.look, Order(area_id, on, done=done_in(desk, area_id, on)), words, progress)
    save_as(made.document, made.pdf, out)
    return made


def to_issue(look: Look, area_id: str, made: Made, on: date, cache: PartCache | None = None) -> IssueDossier:
    """The command that issues a dossier as it stands on a day, with its number in the header and on the cover."""
    with look() as work:
        number = next_number(work.dossiers.issued(), on.year)
    spoken = open_words(made.setup.language)
    said = spoken.say("No. {number}, {day}", number=number, day=spoken.formats.long_day(on))
    document = _with_tables(as_issued(made.document, said), spoken)
    pdf = make_pdf(document, cache=cache)
    kept = dumped(lines_of(document))
    return IssueDossier(area_id, number, document.title, on, made.setup.language, pdf.pages, pdf.data, kept)
