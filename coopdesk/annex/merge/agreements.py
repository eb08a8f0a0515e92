"""Agreements of an annex beside those that are there: rows of one agreement become one with its members and parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from coopdesk.agreement.model import Agreement
from coopdesk.agreement.ports import AgreementStore
from coopdesk.agreement.rules import checked
from coopdesk.annex.merge.boards import Joining, joining, write_boards
from coopdesk.annex.merge.groups import UNTOUCHED, Group, cell_of, fields, grouped, values, values_of
from coopdesk.annex.merge.memberships import Memberships, compare_memberships, note_memberships
from coopdesk.annex.merge.pairing import paired
from coopdesk.annex.merge.sides import Difference, Known, Origins, Side, as_text, known, settle
from coopdesk.annex.merge.tally import Comparison, Import, Tally, kept_count
from coopdesk.annex.model import Choices, Entry, Meaning, Origin
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id

_DATES = (Meaning.BEGIN, Meaning.END)


@dataclass(frozen=True, slots=True)
class Found:
    """A group beside the agreement it is already kept as.

    `revised` is that agreement with what the annex changes, None where it stays; `undated` tells that the dates of the
    annex cannot be taken over; `boards` who comes in and who goes; `memberships` whose own begin or end changes;
    `differences` are those of its fields.
    """

    group: Group
    kept: Agreement | None
    boards: Joining
    revised: Agreement | None = None
    undated: bool = False
    differences: tuple[Difference, ...] = ()
    memberships: Memberships = field(default_factory=Memberships)

    @property
    def is_changed(self) -> bool:
        """Whether an agreement that is there becomes another."""
        joins = bool(self.boards.rows or self.boards.leaving or self.memberships.changed)
        return self.kept is not None and (self.revised is not None or joins)


@dataclass(frozen=True, slots=True)
class AgreementMerge:
    """Every agreement of the annex with what is already there."""

    found: tuple[Found, ...]

    @property
    def comparison(self) -> Comparison:
        """The counts and the differences."""
        new = sum(1 for f in self.found if f.kept is None)
        changed = sum(1 for f in self.found if f.is_changed)
        undated = sum(1 for f in self.found if f.undated)
        differences = tuple(
            d for f in self.found for d in (*f.differences, *f.boards.differences, *f.memberships.differences)
        )
        tally = Tally(new, changed, len(self.found) - new - changed, undated=undated, kept=kept_count(differences))
        cells = (row.origins[0][1] for f in self.found for row in f.boards.rows if row.origins)
        return Comparison(tally, differences, frozenset((o.sheet, o.row) for o in cells))


def compare_agreements(
    store: AgreementStore, imports: Origins, entries: Iterable[Entry], choices: Choices = Choices()  # noqa: B008
) -> AgreementMerge:  # fmt: skip
    """What the file changes; a field the file leaves empty keeps what the user put there."""
    pairs = paired(store, grouped(entries))
    there = {kept.id for _, kept in pairs if kept is not None}
    members = [member.id for member in store.members() if member.agreement_id in there] if there else []
    before = known(imports, [*there, *members])
    return AgreementMerge(tuple(_found(store, group, kept, before, choices) for group, kept in pairs))


def _found(store: AgreementStore, group: Group, kept: Agreement | None, before: Known, choices: Choices) -> Found:
    boards = joining(store, group, kept, before, choices)
    if kept is None:
        return Found(group, None, boards)
    differences = _differences(group, kept, before, choices)
    taken = [Meaning(d.field) for d in differences if d.taken]
    revised, dated = _revised(kept, group, taken)
    if not dated:
        differences = [replace(d, taken=d.taken and d.field not in _DATES) for d in differences]
    memberships = compare_memberships(store.members(kept.id), group, kept, before, choices)
    return Found(group, kept, boards, None if revised == kept else revised, not dated, tuple(differences), memberships)


def _differences(group: Group, kept: Agreement, before: Known, choices: Choices) -> list[Difference]:
    found, told = [], values(group)
    for meaning, mine in values_of(kept).items():
        base = before.base(kept.id, meaning.value, mine, UNTOUCHED.get(meaning, ""))
        side, taken = settle(mine, told[meaning], base, choices.rule(meaning.value))
        if side is not Side.NONE:
            cell = cell_of(group, meaning)
            found.append(Difference(kept.id, kept.title, meaning.value, base, mine, told[meaning], cell, side, taken))
    return found


def _revised(kept: Agreement, group: Group, taken: list[Meaning]) -> tuple[Agreement, bool]:
    """The agreement with these fields of the annex, and whether its dates could be taken over: those that would end
    before they begin leave what is there."""
    if not taken:
        return kept, True
    try:
        return checked(replace(kept, **fields(group, taken))), True  # type: ignore[arg-type]
    except Invalid:
        undated = [meaning for meaning in taken if meaning not in _DATES]
        return replace(kept, **fields(group, undated)), False  # type: ignore[arg-type]


def write_agreements(store: AgreementStore, merge: AgreementMerge, into: Import) -> None:
    """Adds agreements with members and parties; changes those that are there."""
    for found in merge.found:
        if found.kept is None:
            agreement = _new(found.group, into)
            store.add(agreement)
        elif found.is_changed:
            agreement = found.revised or found.kept
            if found.revised is not None:
                store.save(found.revised)
        else:
            continue
        write_boards(store, agreement, found.group, found.boards, into)
        _write_memberships(store, found, into)
        into.note(agreement.id, _noted(found), _brought(found))


def _write_memberships(store: AgreementStore, found: Found, into: Import) -> None:
    """Saves the memberships that change, and remembers what the file said of all that were there."""
    if found.kept is None:
        return
    left = {party.nis_code for party in found.boards.leaving}
    for member in found.memberships.changed:
        if member.nis_code not in left:
            store.save(member)
    members = {member.nis_code: member for member in store.members(found.kept.id)}
    note_memberships(members, found.group, found.memberships.differences, into)


def _new(group: Group, into: Import) -> Agreement:
    first = cell_of(group, Meaning.PLACE)
    return checked(
        Agreement(
            id=new_id(), source_file=into.name, source_digest=into.sha256, source_sheet=first.sheet,
            source_cell=first.cell, import_id=into.id, **fields(group, values(group)),  # type: ignore[arg-type]
        )
    )  # fmt: skip


def _brought(found: Found) -> dict[Meaning, str]:
    """The values of an agreement as they are remembered to compare with later."""
    told = {meaning: as_text(value) for meaning, value in values(found.group).items()}
    return {**told, Meaning.PLACE: as_text(tuple(found.boards.brought))}


def _noted(found: Found) -> tuple[tuple[Meaning, Origin], ...]:
    """The cells of the first row, and the cell of each field that counts. What goes without saying has none; what stays
    the user's own is not noted, so that the next file asks again."""
    stays, taken = ({d.field for d in found.differences if d.taken is so} for so in (False, True))
    said = [m for m, text in _brought(found).items() if text and (text != UNTOUCHED.get(m) or m in taken)]
    told = dict(found.group.rows[0].origins) | {meaning: cell_of(found.group, meaning) for meaning in said}
    return tuple((meaning, origin) for meaning, origin in told.items() if meaning not in stays)
