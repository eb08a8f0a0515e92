"""The dossier's choices as the screen and the command line read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from coopdesk.analysis.model import Chapter, ChapterKind
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries.chapter import chapter_name
from coopdesk.analysis.queries.overview import current
from coopdesk.dossier.issued import IssuedDossier
from coopdesk.dossier.ports import DossierWork, LogoWork
from coopdesk.dossier.rules import standard
from coopdesk.dossier.setup import WRITTEN, DossierSetup, DossierText, HouseStyle, Part, Preset
from coopdesk.dossier.texts import Article, shipped
from coopdesk.kernel.errors import Refused
from coopdesk.words.catalogue import Words


def setup_of(work: DossierWork, area_id: str) -> DossierSetup:
    """The choices of an area: the kept ones, or the standard dossier for the council."""
    return work.dossiers.of_area(area_id) or standard(area_id)


def style_of(work: DossierWork) -> HouseStyle:
    """The house style of the workspace: the kept one, or ours."""
    return work.dossiers.style() or HouseStyle()


def chapter_key(chapter: Chapter) -> str:
    """How a dossier names a chapter of the analysis: standard ones alike in every area, own ones by id."""
    return f"analysis/{chapter.id if chapter.kind is ChapterKind.OWN else chapter.kind.value}"


def chapters_of(work: AnalysisReading, area_id: str, words: Words) -> tuple[tuple[str, str], ...]:
    """The chapters that may be printed, as (key, name), of the latest analysis of an area."""
    analysis = current(work, area_id)
    if analysis is None:
        return ()
    chapters = [chapter for chapter in work.analyses.chapters(analysis.id) if chapter.in_dossier]
    return tuple((chapter_key(c), chapter_name(c, analysis.target, words)) for c in chapters)


def articles_of(work: DossierWork, area_id: str, language: str) -> Mapping[Part, Article]:
    """The texts of an area in a language: its own, else those for all areas, else what ships with the program."""
    own = {(t.part, t.area_id is None): t for t in work.dossiers.texts(area_id) if t.language == language}
    return {part: _article(own, part, language) for part in WRITTEN}


def _article(own: Mapping[tuple[str, bool], DossierText], part: Part, language: str) -> Article:
    found = own.get((part.value, False)) or own.get((part.value, True))
    return Article(found.title, found.text) if found else shipped(language).articles[part]


class ScreenWork(AnalysisReading, LogoWork, Protocol):
    """A unit of work in which the choices, the chapters there are and the logos can be read."""


@dataclass(frozen=True, slots=True)
class DossierScreen:
    """Everything the screen shows beside the pages; `pictures` are those of the logos, empty where a file is gone, and
    `last` is what was issued last."""

    area: str
    setup: DossierSetup
    chapters: tuple[tuple[str, str], ...]
    presets: tuple[Preset, ...]
    style: HouseStyle
    pictures: tuple[bytes, ...]
    articles: Mapping[Part, Article]
    own_texts: tuple[DossierText, ...]
    last: IssuedDossier | None


def read_screen(look: Callable[[], AbstractContextManager[ScreenWork]], area_id: str, words: Words) -> DossierScreen:
    """The screen of an area, read in one moment."""
    with look() as work:
        setup, style = setup_of(work, area_id), style_of(work)
        return DossierScreen(
            work.territory.area(area_id).name,
            setup,
            chapters_of(work, area_id, words),
            tuple(work.dossiers.presets()),
            style,
            tuple(_picture(work, digest) for digest in style.logos),
            articles_of(work, area_id, setup.language),
            tuple(work.dossiers.texts(area_id)),
            next((one for one in work.dossiers.issued() if one.area_id == area_id), None),
        )


def _picture(work: LogoWork, digest: str) -> bytes:
    try:
        return work.attachments.read(digest)
    except Refused:
        return b""
