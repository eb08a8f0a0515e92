"""Rows of a table that are no data, whatever the table is about: blank, repeated, totals, headings, footnotes."""

from __future__ import annotations

import re

from coopdesk.annex.meaning.places import PlaceKind, Setting, read_nis, read_place
from coopdesk.annex.meaning.register import Register, fold
from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.verdict.ground import Source

_TOTAL = re.compile(
    r"^(?:(?:algemeen |sub|deel|eind|provincie ?)?tota(?:al|len)\b|som\b|subtot|tot\. ?\S|aantal(?: gemeenten"
    r"| (?:lokale )?besturen| overeenkomsten| leden| steden en gemeenten)? ?:? ?\d*$|gemiddelde?\b"
    r"|totale (?:kost\w*|budget|raming|bedrag|uitgaven?|middelen)$|grand total|waarvan\b|eindtotaal|eindsom"
    r"|\d+ (?:gemeenten|(?:lokale )?besturen|overeenkomsten|steden en gemeenten)$)|\btotaal:?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:[*¹²³†(\[]|bron\b|bronnen\b|nota\b|noot\b|opm(?:erking)?\b|legende\b|geen selecties"
    r"|toelichting\b|©|gegenereerd"
    r"|afgedrukt|op(?:gemaakt|gesteld) (?:door|op)|versie (?:van|dd|\d)"
    r"|laatste (?:update|wijziging|actualisering|bijwerking)"
    r"|(?:deze|de gegevens in deze) (?:lijst|tabel)\b|dit (?:document|overzicht)\b|gelieve\b|vragen\? |onder voorbehoud"
    r"|zie ook\b|let op\b|einde (?:lijst|rapport|tabel)\b|-{2,}|laatst bijgewerkt|stand op"
    r"|datum export|synthetisch|disclaimer|pagina \d)|^[\w<>.* -]{1,12} ?= ?\S",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^(?:provincies?|prov\.?|arrondissement|arr\.?|regio|referentieregio)\b[ :]", re.IGNORECASE)
_COUNTED = re.compile(r"[ :–-]*[(\[]?\d+ ?(?:gemeenten?|besturen|bestuur|overeenkomsten?)?[)\]]?$", re.IGNORECASE)
_LONG = 60
# In which of its first texts a row may say that it is a total, and what columns say of a figure that is none: "Totaal"
# of both sexes, "Totaal aantal werkzoekenden".
TOLD = 2
NO_TOTAL = frozenset({Meaning.BREAKDOWN, Meaning.INDICATOR, Meaning.UNIT, Meaning.PERIOD, Meaning.REMARK})


def no_data(source: Source, register: Register) -> str:  # noqa: PLR0911 (one answer per reason)
    """Why a row is no data: a reason code, or empty when it may be data."""
    table = source.meant.table
    if not any(cell.filled for cell in source.cells):
        return "blank"
    if source.number in table.repeated:
        return "repeated_header"
    own = source.filled()
    if not own:
        return "blank"
    texts = [source.cells[at].text.strip() for at in own if source.cells[at].kind is CellKind.TEXT]
    if _calls_itself_total(source) or (len(own) <= TOLD and _is_nowhere(source) and any(map(_is_total, texts))):
        return "total"
    if len(own) == 1 and texts:
        return _alone(texts[0], own[0], source, register)
    if len(own) == 2 and texts and _NOTE.search(texts[0]) and len(texts[0]) > _LONG:
        return "footnote"
    return ""


def _calls_itself_total(source: Source) -> bool:
    silent = {at for at, meaning in enumerate(source.meant.meanings) if meaning in NO_TOTAL}
    texts = [source.cells[at] for at in source.filled() if at not in silent and source.cells[at].kind is CellKind.TEXT]
    return any(map(may_be_total, texts[:TOLD]))


def _is_nowhere(source: Source) -> bool:
    return not source.text(Meaning.PLACE) and not source.text(Meaning.NIS)


def _is_total(text: str) -> bool:
    return len(text) < _LONG and _TOTAL.search(text) is not None


def may_be_total(cell: Cell) -> bool:
    """Whether a row with this cell may be a total."""
    return cell.kind is CellKind.TEXT and _is_total(cell.text.strip())


def _alone(text: str, at: int, source: Source, register: Register) -> str:
    """A single filled cell: the name of a province, a note, or data of which nothing else is known."""
    if _HEADING.match(text) or fold(text) in register.provinces - _municipal(register):
        return "province_heading"
    if _COUNTED.search(text) and fold(_COUNTED.sub("", text)) in register.provinces:
        return "province_heading"
    if _NOTE.search(text) or len(text) > 2 * _LONG:
        return "footnote"
    if at not in (source.meant.at(Meaning.PLACE), source.meant.at(Meaning.NIS)):
        return "" if source.meant.has(Meaning.TITLE) else "footnote"
    return _lone_place(text, source, register)


def _lone_place(text: str, source: Source, register: Register) -> str:
    place = read_place(text, register, Setting(None, flemish=True))
    if place.kind is PlaceKind.AGGREGATE and fold(text) in register.provinces:
        return "province_heading"
    if fold(text) in register.provinces and _heads_province(source, register):
        return "province_heading"
    if place.kind is not PlaceKind.UNKNOWN or place.marked or read_nis(text):
        return ""
    if _after_the_data(source):
        return "footnote"
    # The name of an area over its municipalities; a slip of the pen looks like a municipality.
    if source.meant.has(Meaning.BEGIN, Meaning.END, Meaning.TERM) and not register.alike(text):
        return "section_heading"
    return "footnote" if " " in text.strip() else ""


def _heads_province(source: Source, register: Register) -> bool:
    """Whether "Antwerpen" alone is the province: where other provinces stand alone too, or a municipality follows that
    comes before it in the alphabet."""
    table, at = source.meant.table, source.meant.at(Meaning.PLACE)
    names = {n: table.row(n)[at].text.strip() for n in table.body()}
    lone = [names[n] for n in names if sum(cell.filled for cell in table.row(n)) == 1]
    alone = {fold(_HEADING.sub("", name)) for name in lone}
    after = next((name for n, name in names.items() if n > source.number and name), "")
    below = read_place(after, register, Setting(None, flemish=True))
    of_it = below.nis in register.by_nis and fold(register.by_nis[below.nis].province) == fold(names[source.number])
    first = not any(name for n, name in names.items() if n < source.number)
    return len(alone & register.provinces) > 1 or (of_it and (first or fold(below.name) < fold(names[source.number])))


def _municipal(register: Register) -> set[str]:
    return {fold(m.name) for m in register.by_nis.values()}


def _after_the_data(source: Source) -> bool:
    body = source.meant.table.body()
    return bool(body) and source.number >= body[-1]
