"""Puts the chosen parts together as a finished document: same chain, words and choices, same document."""

from __future__ import annotations

from collections.abc import Callable

from coopdesk.dossier.compose.agreements import agreements, signatures
from coopdesk.dossier.compose.analysis import analysis
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.closing import articles, followup, sources
from coopdesk.dossier.compose.plain import contacts, cover, opportunities, parties, situation, summary
from coopdesk.dossier.compose.plan import plan
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Block, Document, Furniture, Section
from coopdesk.dossier.rules import printed
from coopdesk.dossier.setup import Part
from coopdesk.words.catalogue import LANGUAGES, Words

Maker = Callable[[Writer], list[Block]]

MAKERS: dict[Part, Maker] = {
    Part.SUMMARY: summary,
    Part.PARTIES: parties,
    Part.SITUATION: situation,
    Part.ANALYSIS: analysis,
    Part.OPPORTUNITIES: opportunities,
    Part.PLAN: plan,
    Part.AGREEMENTS: agreements,
    Part.ARTICLES: articles,
    Part.FOLLOWUP: followup,
    Part.SIGNATURES: signatures,
    Part.CONTACTS: contacts,
    Part.SOURCES: sources,
}
_LANDSCAPE = frozenset({Part.PLAN})
# Short parts follow each other on a page; these begin on a new one.
_ALONE = frozenset({Part.SUMMARY, Part.ANALYSIS, Part.PLAN, Part.AGREEMENTS, Part.ARTICLES, Part.SIGNATURES})


def compose(chain: Chain, words: Words) -> Document:
    """The document of a chain, in these words, with the parts its choices name."""
    writer, parts = Writer(chain, words), printed(chain.setup)
    title = words.say("Cooperation dossier {area}", area=chain.area.name)
    furniture = Furniture(
        header_left=f"{chain.area.name} · {words.say('Cooperation dossier')}",
        header_right=words.say("Draft"),
        footer_left=words.say("Made on {day}", day=words.formats.long_day(chain.on)),
        page=words.say("Page {page} of {total}", page="{page}", total="{total}"),
        contents=words.say("Contents") if Part.CONTENTS in parts else "",
        contents_line=words.say("{title}, page {page}", title="{title}", page="{page}"),
        too_long=words.say("[shortened]"),
    )
    return Document(
        title=title,
        author="Coopdesk",
        language=LANGUAGES[words.language].replace("_", "-"),
        on=chain.on,
        furniture=furniture,
        cover=cover(writer) if Part.COVER in parts else None,
        sections=_sections(writer, parts),
        colour=chain.setup.colour,
    )


def _sections(writer: Writer, parts: tuple[Part, ...]) -> tuple[Section, ...]:
    """The parts on their pages; a dossier never has no page at all."""
    sections: list[Section] = []
    for part in (p for p in parts if p in MAKERS):
        blocks, landscape = tuple(MAKERS[part](writer)), part in _LANDSCAPE
        last = sections[-1] if sections else None
        if last is None or landscape or last.landscape or part in _ALONE:
            sections.append(Section(blocks, landscape))
        else:
            sections[-1] = Section(last.blocks + blocks)
    if not sections and Part.COVER not in parts:
        sections.append(Section(tuple(situation(writer))))
    return tuple(sections)
