"""The rows of an annex that stand for one agreement, and what they say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from coopdesk.agreement.model import Agreement, Stage
from coopdesk.annex.merge.sides import Value
from coopdesk.annex.model import Entry, Limit, LimitState, Meaning, MemberEntry, Origin
from coopdesk.annex.model import Party as Board
from coopdesk.kernel.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one agreement, with the begin and end most of them give."""

    title: str
    begin: Limit
    end: Limit
    rows: tuple[MemberEntry, ...]


def grouped(entries: Iterable[Entry]) -> list[Group]:
    """Rows with the same name of agreement and the same begin belong together; a row without a name stands alone.

    A municipality that comes back in an agreement with another begin means the next agreement of that name.
    """
    rows: dict[tuple[str, str], list[MemberEntry]] = {}
    for entry in entries:
        if isinstance(entry, MemberEntry):
            named = " ".join(entry.agreement.split()).casefold()
            key = (named, "") if named else (f"{entry.nis or entry.name}|{entry.party}", _text(entry.begin))
            rows.setdefault(key, []).append(entry)
    groups: list[Group] = []
    for those in rows.values():
        groups.extend(_group(part) for part in _terms(those))
    return groups


def _terms(rows: list[MemberEntry]) -> list[list[MemberEntry]]:
    """The rows of one name, cut where the same municipality begins anew."""
    parts: list[list[MemberEntry]] = []
    for row in rows:
        fitting = next((p for p in parts if all(_board(r) != _board(row) for r in p)), None)
        if fitting is None:
            parts.append([row])
        else:
            fitting.append(row)
    return parts


def _board(row: MemberEntry) -> tuple[str, Board]:
    return row.nis or row.name, row.party


def _group(rows: list[MemberEntry]) -> Group:
    # Begin and end come from one row: the most usual of each could end before it begins.
    counted = Counter((_text(row.begin), _text(row.end)) for row in rows)
    most = max(counted.values())
    usual = next(row for row in rows if counted[_text(row.begin), _text(row.end)] == most)
    return Group(rows[0].agreement or rows[0].name, usual.begin, usual.end, tuple(rows))


def _text(limit: Limit) -> str:
    return limit.date.canonical() if limit.date else limit.state.value


# What an agreement says of itself where no file said anything.
UNTOUCHED = {Meaning.STATUS: Stage.CONCLUDED.value}
_STAND_IN = {
    Meaning.END: (Meaning.TERM, Meaning.BEGIN), Meaning.BEGIN: (Meaning.TERM,), Meaning.AGREEMENT: (Meaning.PLACE,),
    Meaning.STATUS: (Meaning.REMARK, Meaning.PLACE),
}  # fmt: skip


def values(group: Group) -> dict[Meaning, Value]:
    """What the rows say of the agreement, by meaning; empty where they say nothing."""
    prepared = any(row.in_preparation for row in group.rows)
    return {
        Meaning.AGREEMENT: " ".join(group.title.split()), Meaning.BEGIN: group.begin.date,
        Meaning.END: _ending(group.end.date, is_open=group.end.state is LimitState.OPEN),
        Meaning.STATUS: Stage.PREPARATION if prepared else Stage.CONCLUDED,
        Meaning.REMARK: "\n".join(dict.fromkeys(row.remark for row in group.rows if row.remark)),
    }  # fmt: skip


def values_of(kept: Agreement) -> dict[Meaning, Value]:
    """The same of an agreement as it is kept."""
    return {
        Meaning.AGREEMENT: kept.title, Meaning.BEGIN: kept.begin_date,
        Meaning.END: _ending(kept.end_date, is_open=kept.is_open_ended), Meaning.STATUS: kept.stage,
        Meaning.REMARK: kept.remark,
    }  # fmt: skip


def _ending(end: PartialDate | None, *, is_open: bool) -> Value:
    return LimitState.OPEN.value if is_open else end


def fields(group: Group, meanings: Iterable[Meaning]) -> dict[str, object]:
    """What these meanings fill in of an agreement."""
    told = values(group)
    filled: dict[Meaning, dict[str, object]] = {
        Meaning.AGREEMENT: {"title": told[Meaning.AGREEMENT]},
        Meaning.BEGIN: {"begin_date": group.begin.date, "begin_text": group.begin.text},
        Meaning.END: {"end_date": group.end.date, "is_open_ended": group.end.state is LimitState.OPEN,
                      "end_text": group.end.text},
        Meaning.STATUS: {"stage": told[Meaning.STATUS]}, Meaning.REMARK: {"remark": told[Meaning.REMARK]},
    }  # fmt: skip
    return {name: value for meaning in meanings for name, value in filled[meaning].items()}


def cell_of(group: Group, meaning: Meaning) -> Origin:
    """The cell that says it: in the row whose begin, end, status or remark counts, else in the first."""
    counts = {
        Meaning.BEGIN: lambda row: row.begin == group.begin, Meaning.END: lambda row: row.end == group.end,
        Meaning.STATUS: lambda row: row.in_preparation, Meaning.REMARK: lambda row: bool(row.remark),
    }.get(meaning)  # fmt: skip
    row = next(filter(counts, group.rows), group.rows[0]) if counts else group.rows[0]
    told = dict(row.origins)
    return next((told[m] for m in (meaning, *_STAND_IN.get(meaning, ())) if m in told), row.origins[0][1])
