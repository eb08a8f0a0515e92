"""Agreements of an annex beside those that are there: rows of one agreement become one with its members and parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from coopdesk.agreement.model import Agreement, AgreementMember, Party, PartyKind, Stage
from coopdesk.agreement.ports import AgreementStore
from coopdesk.agreement.rules import checked, checked_member
from coopdesk.annex.merge.sides import Difference, Known, Origins, Side, Value, as_text, known, settle
from coopdesk.annex.merge.tally import Comparison, Import, Tally, kept_count
from coopdesk.annex.model import Choices, Entry, Limit, LimitState, Meaning, MemberEntry, Origin
from coopdesk.annex.model import Party as Board
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one agreement, with the begin and end most of them give."""

    title: str
    begin: Limit
    end: Limit
    rows: tuple[MemberEntry, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A group beside the agreement it is already kept as, and the rows whose municipality or board is not yet in it.

    `ended` is that agreement with the end of the annex, None where the end stays; `undated` tells that the end of the
    annex cannot be taken over; `difference` that the ends differ.
    """

    group: Group
    kept: Agreement | None
    missing: tuple[MemberEntry, ...]
    ended: Agreement | None = None
    undated: bool = False
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class AgreementMerge:
    """Every agreement of the annex with what is already there."""

    found: tuple[Found, ...]

    @property
    def comparison(self) -> Comparison:
        """The counts and the differences."""
        new = sum(1 for f in self.found if f.kept is None)
        changed = sum(1 for f in self.found if f.kept is not None and (f.missing or f.ended))
        undated = sum(1 for f in self.found if f.undated)
        differences = tuple(f.difference for f in self.found if f.difference is not None)
        tally = Tally(new, changed, len(self.found) - new - changed, undated=undated, kept=kept_count(differences))
        cells = (row.origins[0][1] for f in self.found for row in f.missing if row.origins)
        return Comparison(tally, differences, frozenset((o.sheet, o.row) for o in cells))


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


def compare_agreements(
    store: AgreementStore, imports: Origins, entries: Iterable[Entry], choices: Choices = Choices()  # noqa: B008
) -> AgreementMerge:  # fmt: skip
    """Known by title and begin."""
    there = {_key(a.title, a.begin_date.canonical() if a.begin_date else ""): a for a in store.agreements()}
    pairs = [
        (group, there.get(_key(group.title, group.begin.date.canonical() if group.begin.date else "")))
        for group in grouped(entries)
    ]
    before = known(imports, [kept.id for _, kept in pairs if kept is not None])
    found = []
    for group, kept in pairs:
        if kept is None:
            found.append(Found(group, None, group.rows))
            continue
        have = {(p.nis_code or p.name, p.kind) for p in store.parties(kept.id)}
        missing = tuple(row for row in group.rows if not {(row.nis or row.name, k) for k in _kinds(row)} <= have)
        found.append(_beside(group, kept, missing, before, choices))
    return AgreementMerge(tuple(found))


def _beside(
    group: Group, kept: Agreement, missing: tuple[MemberEntry, ...], before: Known, choices: Choices
) -> Found:  # fmt: skip
    """What the annex says of an agreement that is there; an end it leaves empty keeps what the user put there."""
    mine, new = _ending(kept.end_date, is_open=kept.is_open_ended), _told_end(group)
    base = before.base(kept.id, Meaning.END.value, mine)
    side, taken = settle(mine, new, base, choices.rule(Meaning.END.value))
    if side is Side.NONE:
        return Found(group, kept, missing)
    difference = Difference(kept.id, kept.title, Meaning.END.value, base, mine, new, _end_cell(group), side, taken)
    if not taken:
        return Found(group, kept, missing, difference=difference)
    try:
        ended = checked(replace(kept, **_end(group)))  # type: ignore[arg-type]
    except Invalid:
        return Found(group, kept, missing, undated=True, difference=replace(difference, taken=False))
    return Found(group, kept, missing, ended, difference=difference)


def _ending(end: PartialDate | None, *, is_open: bool) -> Value:
    return LimitState.OPEN.value if is_open else end


def _told_end(group: Group) -> Value:
    return _ending(group.end.date, is_open=group.end.state is LimitState.OPEN)


def _end_cell(group: Group) -> Origin:
    """The cell of the end that counts."""
    row = next((row for row in group.rows if row.end == group.end), group.rows[0])
    told = dict(row.origins)
    return next((told[m] for m in (Meaning.END, Meaning.TERM, Meaning.BEGIN) if m in told), row.origins[0][1])


def _end(group: Group) -> dict[str, object]:
    end = group.end
    return {"end_date": end.date, "is_open_ended": end.state is LimitState.OPEN, "end_text": end.text}


def _key(title: str, begin: str) -> tuple[str, str]:
    return " ".join(title.split()).casefold(), begin


def write_agreements(store: AgreementStore, merge: AgreementMerge, into: Import) -> None:
    """Adds agreements with members and parties; gives those that are there what the annex has more."""
    for found in merge.found:
        agreement = _agreement(store, found, into)
        if agreement is None:
            continue
        members = {m.nis_code for m in store.members(agreement.id)}
        position = len(store.parties(agreement.id))
        for row in found.missing:
            if row.nis and row.nis not in members:
                members.add(row.nis)
                _member(store, agreement, row, found.group, into)
            for kind in _kinds(row):
                name = f"OCMW {row.name}" if kind is PartyKind.OCMW else row.name
                store.add(Party(new_id(), agreement.id, position, name, kind, nis_code=row.nis))
                position += 1


def _agreement(store: AgreementStore, found: Found, into: Import) -> Agreement | None:
    group, kept = found.group, found.kept
    if kept is not None:
        if not found.missing and found.ended is None:
            return None
        if found.ended is not None:
            store.save(found.ended)
            into.note(kept.id, _noted(group), _brought(group))
        return kept
    first = next((o for m, o in group.rows[0].origins if m is Meaning.PLACE), group.rows[0].origins[0][1])
    stage = Stage.PREPARATION if group.rows[0].in_preparation else Stage.CONCLUDED
    remark = "\n".join(dict.fromkeys(row.remark for row in group.rows if row.remark))
    made = Agreement(
        id=new_id(), title=group.title, stage=stage, begin_date=group.begin.date, end_date=group.end.date,
        is_open_ended=group.end.state is LimitState.OPEN, begin_text=group.begin.text, end_text=group.end.text,
        remark=remark, source_file=into.name, source_digest=into.sha256, source_sheet=first.sheet,
        source_cell=first.cell, import_id=into.id,
    )  # fmt: skip
    store.add(checked(made))
    into.note(made.id, _noted(group), _brought(group))
    return made


def _brought(group: Group) -> dict[Meaning, str]:
    """The values of an agreement as they are remembered to compare with later."""
    begin = as_text(group.begin.date)
    return {Meaning.AGREEMENT: group.title, Meaning.BEGIN: begin, Meaning.END: as_text(_told_end(group))}


def _noted(group: Group) -> tuple[tuple[Meaning, Origin], ...]:
    """The cells of the first row, with that of the end that counts."""
    told = dict(group.rows[0].origins)
    if _told_end(group):
        told[Meaning.END] = _end_cell(group)
    return tuple(told.items())


def _member(store: AgreementStore, agreement: Agreement, row: MemberEntry, group: Group, into: Import) -> None:
    """A membership; its own dates only where they are not those of the agreement."""
    begin = row.begin.date if row.begin.date != group.begin.date else None
    end = row.end.date if row.end.date != group.end.date else None
    made = checked_member(AgreementMember(new_id(), agreement.id, row.nis, begin, end))
    store.add(made)
    into.note(made.id, row.origins)


def _kinds(row: MemberEntry) -> tuple[PartyKind, ...]:
    if row.party is Board.BOTH:
        return PartyKind.MUNICIPALITY, PartyKind.OCMW
    return (PartyKind.OCMW,) if row.party is Board.OCMW else (PartyKind.MUNICIPALITY,)
