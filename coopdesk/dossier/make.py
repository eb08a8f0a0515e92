"""Makes a dossier from the workspace: for the window, the command line and scripts alike.

Importing this module brings in reportlab and pypdf (about 150 ms), so the window imports it off its own thread, when
the dossier is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coopdesk.dossier.compose.completeness import Remark, remarks
from coopdesk.dossier.compose.dossier import compose
from coopdesk.dossier.compose.gather import ChainWork, Order, gather
from coopdesk.dossier.pdf.finish import Pdf, make_pdf
from coopdesk.dossier.saving import save_pdf
from coopdesk.dossier.setup import DossierSetup
from coopdesk.kernel.progress import Progress, silent
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.words.catalogue import Words, open_words

Look = Callable[[], AbstractContextManager[ChainWork]]


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier as it came out: the file, how complete it is, and what the reader should know of it."""

    pdf: Pdf
    remarks: tuple[Remark, ...]
    setup: DossierSetup


def draft(
    look: Look, order: Order, words: Words, progress: Progress = silent, gazetteer: Gazetteer | None = None
) -> Made:
    """The dossier of an area as bytes; the workspace is let go before the pages are made.

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
    document = compose(chain, spoken)
    progress(2, 3, words.say("Making pages"))
    pdf = make_pdf(document)
    progress(3, 3)
    return Made(pdf, remarks(chain, words), chain.setup)


def make_dossier(look: Look, area_id: str, out: Path, on: date, words: Words, progress: Progress = silent) -> Made:
    """Makes the dossier of an area as it stands on a day and saves it; Refused when the file cannot be written."""
    made = draft(look, Order(area_id, on), words, progress)
    save_pdf(made.pdf.data, made.pdf.pages, out)
    return made
