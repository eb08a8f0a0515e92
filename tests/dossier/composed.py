"""Dossiers composed from a workspace, and what stands in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.compose.dossier import compose
from coopdesk.dossier.compose.gather import Order, gather
from coopdesk.dossier.model import Document, FigureBlock, TableBlock
from coopdesk.dossier.setup import CONTACTS, DossierSetup, Part, Readers
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words

ON = date(2026, 11, 24)
GAZETTEER = open_gazetteer(offers_invented=True)


def whole(area: str, *more: str) -> DossierSetup:
    """Everything there is, with these parts within parts."""
    setup = rules.standard(area, Readers.VDAB)
    chosen = tuple(n for n in setup.parts if n not in (Part.ONE_PAGE, CONTACTS) or n in more)
    return replace(setup, chosen=chosen)


def composed(desk: Desk[Any], area: str, words: Words, setup: DossierSetup | None = None, focus: str = "") -> Document:
    with desk.look() as work:
        return compose(gather(work, GAZETTEER, Order(area, ON, setup or whole(area), focus), words), words)


def blocks(document: Document, kind: type) -> list[Any]:
    found = [block for section in document.sections for block in section.blocks if isinstance(block, kind)]
    if kind is TableBlock:
        found += [figure.twin for figure in blocks(document, FigureBlock) if figure.twin is not None]
    return found


def table(document: Document, title: str) -> TableBlock:
    return next(one for one in blocks(document, TableBlock) if one.caption.endswith(title))


def annexed(document: Document, name: str = "") -> list[TableBlock]:
    """The tables of figures in the annex."""
    return [t for t in blocks(document, TableBlock) if t.caption.startswith("Tabel B1.") and name in t.caption]


def everything(document: Document) -> str:
    """All text of a document, drawings by their alternative text."""
    return "\n".join(repr(block) for section in document.sections for block in section.blocks)
