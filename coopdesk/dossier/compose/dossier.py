"""Puts the chosen parts together as a finished document: same chain, words and choices, same document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopdesk.dossier.compose.agreements import agreements
from coopdesk.dossier.compose.analysis import analysis
from coopdesk.dossier.compose.annexes import annexes
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.closing import followup, sources
from coopdesk.dossier.compose.frame import document, furniture
from coopdesk.dossier.compose.front import cover, summary
from coopdesk.dossier.compose.goals import objectives, opportunities
from coopdesk.dossier.compose.onepage import FULL, one_page
from coopdesk.dossier.compose.parties import parties
from coopdesk.dossier.compose.plan import plan
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.compose.written import (
    communication,
    consultation,
    data_exchange,
    monitoring,
    roles,
    signatures,
    situation,
    term,
    vision,
)
from coopdesk.dossier.model import Block, Document, Paper, Section
from coopdesk.dossier.rules import printed
from coopdesk.dossier.setup import Part
from coopdesk.words.catalogue import Words

Maker = Callable[[Writer], Sequence[Section]]


@dataclass(frozen=True, slots=True)
class _Upright:
    """A part of one run of upright pages."""

    make: Callable[[Writer], list[Block]]

    def __call__(self, writer: Writer) -> Sequence[Section]:
        return (Section(tuple(self.make(writer))),)


MAKERS: dict[Part, Maker] = {
    Part.ONE_PAGE: _Upright(one_page),
    Part.SUMMARY: _Upright(summary),
    Part.PARTIES: _Upright(parties),
    Part.SITUATION: _Upright(situation),
    Part.ANALYSIS: _Upright(analysis),
    Part.VISION: _Upright(vision),
    Part.OBJECTIVES: _Upright(objectives),
    Part.OPPORTUNITIES: _Upright(opportunities),
    Part.PLAN: plan,
    Part.AGREEMENTS: _Upright(agreements),
    Part.ROLES: _Upright(roles),
    Part.CONSULTATION: _Upright(consultation),
    Part.MONITORING: _Upright(monitoring),
    Part.DATA: _Upright(data_exchange),
    Part.COMMUNICATION: _Upright(communication),
    Part.FOLLOWUP: _Upright(followup),
    Part.TERM: _Upright(term),
    Part.SIGNATURES: _Upright(signatures),
    Part.ANNEX: annexes,
    Part.SOURCES: _Upright(sources),
}
# Parts follow each other on a page; these are handed out by themselves, and begin on a new one.
_ALONE = frozenset({Part.ONE_PAGE, Part.SUMMARY, Part.ANNEX})
_FEW = 2  # blocks: a heading and that there is nothing yet


def compose(chain: Chain, words: Words, room: int = FULL) -> Document:
    """The document of a chain, in these words, with the parts its choices name; `room` is that of the council page."""
    writer, parts = Writer(chain, words), printed(chain.setup)
    named = f"{chain.title} · {words.say('Cooperation dossier')}"
    return document(
        words,
        chain.on,
        words.say("Cooperation dossier {area}", area=chain.title),
        furniture(words, chain.on, named, chain.style.footer, contents=Part.CONTENTS in parts),
        _sections(writer, parts, room),
        cover=cover(writer) if Part.COVER in parts else None,
        colour=chain.setup.colour,
    )


def _sections(writer: Writer, parts: tuple[Part, ...], room: int) -> tuple[Section, ...]:
    """The parts on their pages; a dossier never has no page at all."""
    sections: list[Section] = []
    for part in (p for p in parts if p in MAKERS):
        made = (Section(tuple(one_page(writer, room))),) if part is Part.ONE_PAGE else MAKERS[part](writer)
        for at, section in enumerate(made):
            last = sections[-1] if sections else None
            alone = at == 0 and part in _ALONE and len(section.blocks) > _FEW
            apart = last is None or alone or _lies(section) or _lies(last)
            if apart or last is None:
                sections.append(section)
            else:
                sections[-1] = Section(last.blocks + section.blocks)
    if not sections and Part.COVER not in parts:
        sections.append(Section(tuple(situation(writer))))
    return tuple(sections)


def _lies(section: Section) -> bool:
    return section.landscape or section.paper is not Paper.A4
