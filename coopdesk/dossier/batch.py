"""A dossier for each municipality of an area in one go, into a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coopdesk.dossier.compose.gather import Order
from coopdesk.dossier.filenames import free_name, safe_name
from coopdesk.dossier.make import Look, draft
from coopdesk.dossier.saving import save_pdf
from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress, silent
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of it: files that are new, that were there with exactly this content, and that got another name because
    another file stood there."""

    made: tuple[Path, ...] = ()
    same: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()


def towns_of(look: Look, gazetteer: Gazetteer, area_id: str, on: date) -> tuple[str, ...]:
    """The municipalities of an area on a day, by name."""
    with look() as work:
        return tuple(sorted(members(work, area_id, gazetteer, on), key=gazetteer.name))


def make_each(
    look: Look, order: Order, folder: Path, words: Words, gazetteer: Gazetteer, progress: Progress = silent,
    towns: tuple[str, ...] = (),
) -> Batch:  # fmt: skip
    """A PDF per municipality, with the choices of the area. A file that is there is never written over: with the same
    content it is left, with another the new one gets a number. What was made before a stop or a refusal stays."""
    if not folder.is_dir():
        text = N_("“{folder}” cannot be written to. What was there is untouched. Choose another folder.")
        raise Refused(text, folder=str(folder))
    codes = towns or towns_of(look, gazetteer, order.area_id, order.on)
    made: list[Path] = []
    same: list[Path] = []
    beside: list[Path] = []
    for at, code in enumerate(codes):
        name = gazetteer.name(code)
        progress(at, len(codes), name)
        one = draft(look, Order(order.area_id, order.on, order.setup, code, order.done), words, silent, gazetteer)
        wanted = folder / f"{safe_name(words.say('Dossier {name}', name=name))}.pdf"
        if _reads(wanted, one.pdf.data):
            same.append(wanted)
            continue
        out = free_name(folder, wanted.stem, ".pdf")
        save_pdf(one.pdf.data, one.pdf.pages, out)
        (made if out == wanted else beside).append(out)
    progress(len(codes), len(codes))
    return Batch(tuple(made), tuple(same), tuple(beside))


def _reads(path: Path, data: bytes) -> bool:
    """Whether a file is there with exactly this content."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
