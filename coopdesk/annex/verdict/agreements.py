"""Rows of a list of agreements: one municipality or several, a begin, an end, and what is doubtful about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from coopdesk.annex.meaning.members import MembersRead, labelled, read_members
from coopdesk.annex.meaning.places import (
    PlaceKind,
    PlaceRead,
    Setting,
    board_of,
    is_aggregate,
    read_code,
    read_nis,
    read_place,
)
from coopdesk.annex.meaning.terms import REVERSED, is_duration, read_begin, read_end, read_term, reversed_limits
from coopdesk.annex.model import Doubt, Limit, LimitState, Line, Meaning, MemberEntry, Origin, Party, Verdict
from coopdesk.annex.verdict.ground import Ground, MeantTable, Source, judged, skipped, term_of
from coopdesk.annex.verdict.rows import no_data
from coopdesk.annex.wording import simple

_PREPARED = re.compile(
    r"in voorbereiding|nog niet (?:ondertekend|afgesloten|goedgekeurd)|in onderhandeling|in opmaak", re.I
)


_DECLINED = re.compile(
    r"geen (?:interesse|deelname|samenwerking|\w*overeenkomst)|niet ge[iï]nteresseerd|(?:stapt|stapte) (?:er )?niet in"
    r"|(?:neemt|nam) niet deel|doet niet mee|niet toegetreden|uitgestapt v[óo][óo]r",
    re.IGNORECASE,
)
# As `simple` writes them: dashes and slashes leave nothing.
_NONE = frozenset({"", "nee", "neen", "geen", "geen overeenkomst", "nog geen", "nog geen overeenkomst", "nvt", "n v t",
                   "no", "niet", "nog niet", "zonder", "geen so"})  # fmt: skip
_YES = frozenset({"ja", "yes", "x", "oui", "v", "waar", "true", "j", "1"})


_MARKED = re.compile(r"(\*+|\(\d\)|[¹²³†‡°])$")


@dataclass(frozen=True, slots=True)
class _Dates:
    begin: Limit
    end: Limit
    doubts: list[Doubt]


def read_agreements(meant: MeantTable, ground: Ground) -> list[Line]:
    """A line for every row of the body."""
    sources = [Source(meant, n, meant.table.row(n)) for n in range(meant.table.first, meant.table.last + 1)]
    silent_means_none = _silent_means_none(sources, ground)
    lines: list[Line] = []
    seen: dict[tuple[object, ...], int] = {}
    heading = ""
    for source in sources:
        line = _line(source, ground, heading, silent_means_none=silent_means_none)
        if line.reason == "section_heading" and not meant.has(Meaning.AGREEMENT):
            heading = source.text(Meaning.PLACE)
        elif line.reason in ("province_heading", "total"):
            heading = ""
        key = _key(line) if line.verdict is Verdict.IMPORT else ()
        if key and key in seen:
            line = skipped(source, "duplicate", seen[key])
        elif key:
            seen[key] = source.number
        lines.append(line)
    return lines


def _key(line: Line) -> tuple[object, ...]:
    """What makes two rows say exactly the same."""
    members = [entry for entry in line.entries if isinstance(entry, MemberEntry)]
    return tuple((e.nis, e.party, e.agreement, e.begin.date, e.end.date, e.end.state) for e in members)


def _silent_means_none(sources: list[Source], ground: Ground) -> bool:
    """Whether a municipality without dates stands there for having no agreement: only if many do, or if the table has
    a column for the agreement that is empty too."""
    if sources and sources[0].meant.has(Meaning.AGREEMENT):
        return True
    data = [s for s in sources if not no_data(s, ground.register) and s.text(Meaning.PLACE)]
    silent = [s for s in data if not _says_something(s)]
    return len(silent) * 3 > len(data)


def _says_something(source: Source) -> bool:
    """Whether a row has a name or dates of an agreement; a dash or "geen" everywhere says that there is none."""
    asked = (Meaning.AGREEMENT, Meaning.BEGIN, Meaning.END, Meaning.TERM)
    said = [simple(source.text(meaning)) for meaning in asked if source.cell(meaning).filled]
    unsure = any("?" in source.text(meaning) for meaning in asked)
    return unsure or any(text not in _NONE for text in said)


def _denied(source: Source) -> bool:
    """Whether a cell says that there is no agreement, instead of staying empty."""
    return any(simple(source.text(meaning)) in _NONE - {""} for meaning in (Meaning.AGREEMENT, Meaning.TERM))


def _declined(source: Source) -> bool:
    """Whether a row says in so many words that a municipality takes no part."""
    return _DECLINED.search(f"{source.text(Meaning.STATUS)} {source.text(Meaning.REMARK)}") is not None


def _title(source: Source) -> str:
    """The name of the agreement; a column with "ja" and "nee" has no names."""
    title = source.text(Meaning.AGREEMENT)
    return "" if simple(title) in _YES or simple(title) in _NONE else title


def _line(source: Source, ground: Ground, heading: str, *, silent_means_none: bool) -> Line:
    reason = no_data(source, ground.register)
    if reason:
        return skipped(source, reason)
    area = _no_municipality(source, ground)
    if area:
        return skipped(source, area)
    prepared = _is_prepared(source, ground)
    if not _says_something(source) and (silent_means_none or _declined(source) or _denied(source)) and not prepared:
        return skipped(source, "no_agreement")
    dates = _dates(source, ground)
    places, doubts, label = _places(source, dates, ground)
    doubts = [*doubts, *dates.doubts]
    if prepared:
        doubts.insert(0, Doubt("in_preparation", source.origin(Meaning.PLACE)))
    title = _title(source) or label or heading
    kept = [place for place in places if _kept(place, ground)]
    kept = [_on_board(place, board_of(source.text(Meaning.BOARD))) for place in kept]
    entries = tuple(_entry(source, place, dates, title, prepared=prepared) for place in kept)
    return judged(source, entries, doubts, ground.choices)


def _on_board(place: PlaceRead, board: Party | None) -> PlaceRead:
    """A member with the board that a column of its own names; what the name itself says goes first."""
    return replace(place, party=board) if board and place.party is Party.MUNICIPALITY else place


def _kept(place: PlaceRead, ground: Ground) -> bool:
    """Whether a place can be kept: a municipality, or a name that a person wants kept as it is written."""
    as_text = place.kind is PlaceKind.UNKNOWN and PlaceKind.UNKNOWN.value in ground.choices.accepted
    return bool(place.nis) or (as_text and bool(place.name))


def _no_municipality(source: Source, ground: Ground) -> str:
    """A row of a region or province, or of a place outside Flanders, by its code or its name."""
    nis = read_nis(source.text(Meaning.NIS))
    if labelled(source.cell(Meaning.PLACE).text, ground.register)[1]:
        return ""
    if is_aggregate(source.text(Meaning.PLACE)):
        return PlaceKind.AGGREGATE.value
    if nis:
        kind = read_code(nis, ground.register)
        return kind.value if kind in (PlaceKind.AGGREGATE, PlaceKind.OUTSIDE) else ""
    place = read_place(source.text(Meaning.PLACE), ground.register, Setting(None, flemish=True))
    return place.kind.value if place.kind in (PlaceKind.AGGREGATE, PlaceKind.OUTSIDE) else ""


def _is_prepared(source: Source, ground: Ground) -> bool:
    """Whether the row says so, or carries the mark that a footnote explains so."""
    said = " ".join(source.text(m) for m in (Meaning.STATUS, Meaning.REMARK, Meaning.BEGIN, Meaning.END, Meaning.TERM))
    if _PREPARED.search(said):
        return True
    marked = _MARKED.search(source.text(Meaning.PLACE)) or _MARKED.search(source.text(Meaning.AGREEMENT))
    return marked is not None and _PREPARED.search(ground.marks.get(marked[1], "")) is not None


def _dates(source: Source, ground: Ground) -> _Dates:
    begin, end = Limit(), Limit()
    doubts: list[Doubt] = []
    meaning = term_of(source)
    if meaning is not None:
        term = read_term(source.cell(meaning), date1904=ground.date1904)
        begin, end = term.begin, term.end
        _add(doubts, term.doubt, source.origin(meaning))
    if source.meant.has(Meaning.BEGIN) and meaning is not Meaning.BEGIN and begin.state is LimitState.UNKNOWN:
        cell = source.cell(Meaning.BEGIN)
        if cell.filled and not source.meant.has(Meaning.END, Meaning.TERM) and is_duration(cell.text):
            _add(doubts, "duration_without_start", source.origin(Meaning.BEGIN))
        else:
            read = read_begin(cell, date1904=ground.date1904)
            begin = read.limit
            _add(doubts, read.doubt, source.origin(Meaning.BEGIN))
    if source.meant.has(Meaning.END) and end.state is LimitState.UNKNOWN:
        read = read_end(source.cell(Meaning.END), date1904=ground.date1904)
        end = read.limit
        _add(doubts, read.doubt, source.origin(Meaning.END))
    if reversed_limits(begin, end) and not any(d.reason == REVERSED for d in doubts):
        _add(doubts, REVERSED, source.origin(Meaning.END))
    return _Dates(begin, end, doubts)


def _add(doubts: list[Doubt], reason: str, origin: Origin) -> None:
    if reason:
        doubts.append(Doubt(reason, origin))


def _places(source: Source, dates: _Dates, ground: Ground) -> tuple[list[PlaceRead], list[Doubt], str]:
    """The municipalities of a row with what is doubtful about them, and the name that stands before them."""
    origin = source.origin(Meaning.PLACE)
    text = source.text(Meaning.PLACE) or source.text(Meaning.NIS)
    nis = read_nis(source.text(Meaning.NIS))
    if nis in ground.register.by_nis:
        named = read_place(text, ground.register, Setting(None, flemish=True))
        known = ground.register.by_nis[nis]
        told = PlaceRead(PlaceKind.MATCHED, nis, known.name, named.party)
        return [told], _contradiction(named, nis, origin, ground), ""
    begin = dates.begin.date.first if dates.begin.date else None
    found = members_on(source.texts(Meaning.PLACE), begin, ground)
    if found.everyone or found.vague or not found.places:
        return [], [Doubt("unknown_members", origin)], found.label
    doubts = [
        Doubt(place.kind.value, origin, ground.proposal(place), place.name)
        for place in found.places
        if place.kind is not PlaceKind.MATCHED
    ]
    return list(found.places), doubts, found.label


def _contradiction(named: PlaceRead, nis: str, origin: Origin, ground: Ground) -> list[Doubt]:
    """A code and a name that mean two different municipalities; a namesake under another code is no contradiction."""
    if named.kind is not PlaceKind.MATCHED or named.nis == nis:
        return []
    codes = {m.nis for m in ground.register.named(named.name)}
    return [] if nis in codes else [Doubt("name_and_code_differ", origin, ground.register.by_nis[nis].name)]


def members_on(text: str, begin: date | None, ground: Ground) -> MembersRead:
    """The municipalities of a cell on the day that gives most of them: the begin, else the day of the annex or the day
    whose municipalities it lists. An agreement that began cannot be of a municipality that had ceased to exist."""
    shown = ground.reference or ground.vintage
    days = [shown] if begin is None else [begin, *(day for day in (shown, ground.vintage) if day > begin)]
    best = read_members(text, ground.register, Setting(days[0], flemish=True))
    for day in days[1:]:
        found = read_members(text, ground.register, Setting(day, flemish=True))
        if _clear(found.places) > _clear(best.places):
            best = found
    return best


def _clear(places: tuple[PlaceRead, ...]) -> int:
    return sum(1 for place in places if place.kind is PlaceKind.MATCHED)


def _entry(source: Source, place: PlaceRead, dates: _Dates, title: str, *, prepared: bool) -> MemberEntry:
    return MemberEntry(
        place.nis, place.name, place.party, title, dates.begin, dates.end,
        prepared, source.text(Meaning.REMARK), source.origins(),
    )  # fmt: skip
