"""The municipalities and OCMWs of an agreement in an annex beside those that take part in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coopdesk.agreement.model import Agreement, AgreementMember, Party, PartyKind
from coopdesk.agreement.ports import AgreementStore
from coopdesk.agreement.rules import checked_member
from coopdesk.annex.merge.groups import Group, cell_of
from coopdesk.annex.merge.memberships import brought, own
from coopdesk.annex.merge.sides import Difference, Known, Side, as_text
from coopdesk.annex.merge.tally import Import
from coopdesk.annex.model import Choices, Meaning, MemberEntry, Origin, Rule
from coopdesk.annex.model import Party as Board
from coopdesk.kernel.ids import new_id

Key = tuple[str, PartyKind]
_PLACE = Meaning.PLACE.value
_OCMW = "OCMW "


@dataclass(frozen=True, slots=True)
class Joining:
    """What becomes of the boards of one agreement: the rows with a board that comes in, the parties that go, what
    differs, and the boards to remember as brought by the file."""

    rows: tuple[MemberEntry, ...] = ()
    leaving: tuple[Party, ...] = ()
    differences: tuple[Difference, ...] = ()
    brought: frozenset[str] = frozenset()


def boards(row: MemberEntry) -> tuple[Key, ...]:
    """The boards of a row: a NIS code, or the name of what has none, with the kind."""
    who = row.nis or row.name
    if row.party is Board.BOTH:
        return (who, PartyKind.MUNICIPALITY), (who, PartyKind.OCMW)
    return ((who, PartyKind.OCMW if row.party is Board.OCMW else PartyKind.MUNICIPALITY),)


def joining(store: AgreementStore, group: Group, kept: Agreement | None, before: Known, choices: Choices) -> Joining:
    """What no file ever brought comes in, unless the agreement covers it already without its signature. What was taken
    out since it came and stands in another file than the last is asked, and so is what the last file had and this one
    has not: neither returns nor goes by itself."""
    new = {key: row for row in group.rows for key in boards(row)}
    told = frozenset(map(_text, new))
    if kept is None:
        return Joining(group.rows, brought=told)
    covered = frozenset(member.nis_code for member in store.members(kept.id))
    mine = _mine(store, kept, covered)
    here = mine.keys() | {(nis, PartyKind.MUNICIPALITY) for nis in covered}
    base, ever = before.parts(kept.id, _PLACE), before.ever.get((kept.id, _PLACE), frozenset())
    absent = [key for key in new if key not in here]
    back = [key for key in absent if _text(key) in ever]
    gone = [key for key in mine if _text(key) in base and key not in new]
    side = Side.MINE if told == base else Side.BOTH
    rule = choices.rule(_PLACE)
    taken = side is Side.BOTH and rule is Rule.SOURCE
    coming = [key for key in absent if taken or key not in back]
    differences = [
        Difference(kept.id, kept.title, _PLACE, "", (), (_shown(key, new[key].name),),
                   _place(new[key], group), side, taken)
        for key in back
    ]  # fmt: skip
    if gone:
        differences.insert(0, _left(group, kept, [mine[key] for key in gone], side, taken=taken))
    asked = side is Side.BOTH and rule is Rule.ASK
    remembered = told - set(map(_text, back if asked else ())) | set(map(_text, gone if asked else ()))
    rows = tuple(row for row in group.rows if not set(coming).isdisjoint(boards(row)))
    return Joining(rows, tuple(mine[key] for key in gone if taken), tuple(differences), remembered)


def _left(group: Group, kept: Agreement, gone: list[Party], side: Side, *, taken: bool) -> Difference:
    """What the file no longer has, beside the first that it has."""
    first = group.rows[0]
    there = (_shown(boards(first)[0], first.name),)
    mine = (*there, *(_shown(_key(party), party.name) for party in gone))
    cell = cell_of(group, Meaning.PLACE)
    return Difference(kept.id, kept.title, _PLACE, as_text(mine), mine, there, cell, side, taken)


def _mine(store: AgreementStore, kept: Agreement, covered: frozenset[str]) -> Mapping[Key, Party]:
    """The boards that take part: a party whose municipality was taken out of the agreement no longer does."""
    return {_key(party): party for party in store.parties(kept.id) if not party.nis_code or party.nis_code in covered}


def _key(party: Party) -> Key:
    name = party.name.removeprefix(_OCMW) if party.kind is PartyKind.OCMW else party.name
    return party.nis_code or name, party.kind


def _text(key: Key) -> str:
    return f"{key[0]}|{key[1].value}"


def _shown(key: Key, name: str) -> str:
    """A code, which screens turn into a name, or the name of another board."""
    return key[0] if key[1] is PartyKind.MUNICIPALITY else _OCMW + name.removeprefix(_OCMW)


def _place(row: MemberEntry, group: Group) -> Origin:
    return dict(row.origins).get(Meaning.PLACE) or cell_of(group, Meaning.PLACE)


def write_boards(store: AgreementStore, agreement: Agreement, group: Group, change: Joining, into: Import) -> None:
    """Adds the boards that come in, with a membership for each municipality; removes those that go, with what they
    decided, and the membership of a municipality of which none is left."""
    members = {member.nis_code: member for member in store.members(agreement.id)}
    parties = {_key(party): party for party in store.parties(agreement.id)}
    for party in change.leaving:
        for decision in store.decisions((party.id,)):
            store.remove(decision)
        store.remove(party)
        del parties[_key(party)]
    left = {who for who, _ in parties}
    for nis in {party.nis_code for party in change.leaving} - left:
        store.remove(members.pop(nis))
    for row in change.rows:
        if row.nis and row.nis not in members:
            members[row.nis] = _member(store, agreement, row, group, into)
        for key in boards(row):
            if key not in parties:
                parties[key] = _party(
                    store, agreement, row, key, max((p.position for p in parties.values()), default=-1)
                )


def _party(store: AgreementStore, agreement: Agreement, row: MemberEntry, key: Key, last: int) -> Party:
    name = _OCMW + row.name if key[1] is PartyKind.OCMW else row.name
    made = Party(new_id(), agreement.id, last + 1, name, key[1], nis_code=row.nis)
    store.add(made)
    return made


def _member(
    store: AgreementStore, agreement: Agreement, row: MemberEntry, group: Group, into: Import
) -> AgreementMember:  # fmt: skip
    """A membership; its own dates only where they are not those of the agreement."""
    told = own(row, group)
    made = checked_member(AgreementMember(new_id(), agreement.id, row.nis, told["begin_date"], told["end_date"]))
    store.add(made)
    into.note(made.id, row.origins, brought(row, group))
    return made
