"""Rows of an action plan: actions under headings, with status, budget and municipalities."""

from __future__ import annotations

import re
from decimal import Decimal

from coopdesk.annex.meaning.dates import IMPRECISE
from coopdesk.annex.meaning.members import MembersRead
from coopdesk.annex.meaning.numbers import read_budget, read_share
from coopdesk.annex.meaning.places import PlaceKind
from coopdesk.annex.meaning.terms import REVERSED, read_begin, read_end, read_term, reversed_limits
from coopdesk.annex.meaning.words import status_of
from coopdesk.annex.model import ActionEntry, Doubt, Limit, LimitState, Line, Meaning
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.sheet.shapes import plain_number
from coopdesk.annex.verdict.agreements import members_on
from coopdesk.annex.verdict.further import read_further
from coopdesk.annex.verdict.ground import Ground, MeantTable, Source, judged, skipped, term_of
from coopdesk.annex.verdict.groups import Groups
from coopdesk.annex.verdict.rows import no_data
from coopdesk.kernel.partial_date import Precision

_CLEAR = (PlaceKind.MATCHED, PlaceKind.AGGREGATE, PlaceKind.OUTSIDE)
_MORE = re.compile(r"(WSE[- ]?LR ?)(\d)((?:\s*(?:[,;/+&]|en)\s*\d\b)+)")  # "WSE-LR2, 3 en 4"
_PRIORITY = re.compile(r"\b[A-Z]{2,}(?:-[A-Z]+)*[- ]?[A-Z]*\d+\b")


def read_actions(meant: MeantTable, ground: Ground) -> list[Line]:
    """A line for every row of the body; headings give the objective of the actions under them."""
    groups = Groups(meant)
    lines: list[Line] = []
    codes: set[str] = set()
    for number in range(meant.table.first, meant.table.last + 1):
        source = Source(meant, number, meant.table.row(number))
        reason = no_data(source, ground.register)
        if groups.is_note(source) and reason != "total":
            lines.append(skipped(source, "footnote"))
        elif groups.is_heading(source, reason):
            lines.append(skipped(source, "section_heading"))
        elif reason in ("blank", "repeated_header", "total") or (reason and len(source.filled()) == 1):
            groups.part(reason)
            lines.append(skipped(source, reason))
        elif not source.text(Meaning.TITLE):
            lines.append(_untitled(source, ground))
        else:
            lines.append(_line(source, groups, codes, ground))
    return lines


def _untitled(source: Source, ground: Ground) -> Line:
    filled = source.filled()
    if len(filled) <= 1:
        return skipped(source, "footnote")
    if all(source.cells[at].kind is not CellKind.TEXT for at in filled):
        return skipped(source, "total")
    return judged(source, (), [Doubt("no_title", source.spot(filled[0]))], ground.choices)


def _line(source: Source, groups: Groups, codes: set[str], ground: Ground) -> Line:
    begin, end, doubts = _dates(source, ground)
    members = _members(source, begin, ground)
    doubts.extend(
        Doubt(place.kind.value, source.origin(Meaning.PLACE), _name(place.nis, ground), place.name)
        for place in members.places
        if place.kind not in _CLEAR
    )
    if members.vague or any(place.kind in (PlaceKind.AGGREGATE, PlaceKind.OUTSIDE) for place in members.places):
        doubts.append(Doubt("unknown_members", source.origin(Meaning.PLACE)))
    code, title = groups.named(source)
    if code and code in codes:
        doubts.append(Doubt("duplicate_code", source.origin(Meaning.CODE)))
    codes.add(code)
    status, progress = _status(source)
    entry = ActionEntry(
        code=code,
        title=title,
        objective=groups.over(source, Meaning.OBJECTIVE),
        track=groups.over(source, Meaning.TRACK),
        lead=source.text(Meaning.LEAD),
        status=status,
        progress=progress,
        begin=begin,
        end=end,
        budget=read_budget(source.cell(Meaning.BUDGET)),
        budget_text=source.text(Meaning.BUDGET),
        nis=tuple(sorted({place.nis for place in members.places if place.nis})),
        all_members=members.everyone,
        priorities=_priorities(source),
        remark=_with_names(source.cell(Meaning.REMARK).text.strip(), members, ground),
        origins=source.origins(),
        **read_further(source),
    )
    if Meaning.TITLE in source.meant.unsure:
        doubts.insert(0, Doubt("title_guessed", source.origin(Meaning.TITLE), source.meant.heading(Meaning.TITLE)))
    if source.text(Meaning.STATUS) and not status and progress is None:
        doubts.append(Doubt("unknown_status", source.origin(Meaning.STATUS)))
    return judged(source, (entry,), doubts, ground.choices)


def _dates(source: Source, ground: Ground) -> tuple[Limit, Limit, list[Doubt]]:
    begin, end = Limit(), Limit()
    doubts: list[Doubt] = []

    def note(doubt: str, meaning: Meaning) -> None:
        # In a plan "najaar 2024" is as precise as anyone means it; only a date without a year says too little.
        if doubt and doubt != IMPRECISE:
            doubts.append(Doubt(doubt, source.origin(meaning)))

    meaning = term_of(source)
    if meaning is not None:
        term = read_term(source.cell(meaning), date1904=ground.date1904)
        begin, end = term.begin, _certain(term.begin, term.end)
        note(term.doubt, meaning)
    if source.meant.has(Meaning.BEGIN) and meaning is not Meaning.BEGIN and begin.state is LimitState.UNKNOWN:
        read = read_begin(source.cell(Meaning.BEGIN), date1904=ground.date1904)
        begin = read.limit
        note(read.doubt, Meaning.BEGIN)
    if source.meant.has(Meaning.END) and end.state is LimitState.UNKNOWN:
        read = read_end(source.cell(Meaning.END), date1904=ground.date1904)
        end = read.limit
        note(read.doubt, Meaning.END)
    if reversed_limits(begin, end):
        note(REVERSED, Meaning.END)
    return begin, end, doubts


def _certain(begin: Limit, end: Limit) -> Limit:
    """ "2024-2025" as the timing of an action may be two years or one working year from September to June: where it
    begins is certain, where it ends is left to a person, with the text kept."""
    years = (
        begin.date is not None and end.date is not None and Precision.YEAR is begin.date.precision is end.date.precision
    )
    if years and begin.date and end.date and end.date.first.year == begin.date.first.year + 1:
        return Limit(text=end.text)
    return end


def _members(source: Source, begin: Limit, ground: Ground) -> MembersRead:
    text = source.texts(Meaning.PLACE)
    if not text.strip():
        return MembersRead()
    return members_on(text, begin.date.first if begin.date else None, ground)


def _with_names(remark: str, members: MembersRead, ground: Ground) -> str:
    """The remark with the names of places that a person wants kept as the text they are."""
    if PlaceKind.UNKNOWN.value not in ground.choices.accepted:
        return remark
    names = [place.name for place in members.places if place.kind is PlaceKind.UNKNOWN]
    return "\n".join(filter(None, (remark, ", ".join(names))))


def _name(nis: str, ground: Ground) -> str:
    known = ground.register.by_nis.get(nis)
    return known.name if known else ""


def _status(source: Source) -> tuple[str, Decimal | None]:
    """The status and the progress, which many plans write in one column."""
    progress = read_share(_as_number(source.cell(Meaning.PROGRESS)))
    cell = source.cell(Meaning.STATUS)
    share = read_share(cell) if cell.filled else None
    status = "" if share is not None else status_of(cell.text) or ""
    if cell.kind is CellKind.BLANK and source.cell(Meaning.PROGRESS).kind is CellKind.TEXT and progress is None:
        status = status_of(source.cell(Meaning.PROGRESS).text) or ""
    return status, progress if progress is not None else share


def _as_number(cell: Cell) -> Cell:
    """A bare number in a column of progress, which a file of text gives as text."""
    bare = cell.text.strip().replace(",", ".")
    return plain_number(bare) if cell.kind is CellKind.TEXT and re.fullmatch(r"\d{1,3}(\.\d+)?", bare) else cell


def _priorities(source: Source) -> tuple[str, ...]:
    found: list[str] = []
    for at, meaning in enumerate(source.meant.meanings):
        if meaning is Meaning.PRIORITY:
            found.extend(_PRIORITY.findall(_MORE.sub(_each, source.cells[at].text)))
    return tuple(sorted(set(found)))


def _each(found: re.Match[str]) -> str:
    """Codes of which only the first has its letters, each in full."""
    return " ".join(found[1] + digit for digit in re.findall(r"\d", found[2] + found[3]))
