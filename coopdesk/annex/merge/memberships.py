"""The begin and end of one municipality's own taking part in an agreement, beside those that a newer annex gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coopdesk.agreement.model import Agreement, AgreementMember
from coopdesk.agreement.rules import checked_member
from coopdesk.annex.merge.groups import Group
from coopdesk.annex.merge.sides import Difference, Known, Side, as_text, settle
from coopdesk.annex.merge.tally import Import
from coopdesk.annex.model import Choices, Limit, Meaning, MemberEntry, Origin
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate

_NAMES = {Meaning.BEGIN: "begin_date", Meaning.END: "end_date"}
_LIKE_OTHERS = "="  # remembered for a municipality without a date of its own: it begins and ends with the agreement


@dataclass(frozen=True, slots=True)
class Memberships:
    """The memberships that change, and what differs."""

    changed: tuple[AgreementMember, ...] = ()
    differences: tuple[Difference, ...] = ()


def own(row: MemberEntry, group: Group) -> dict[str, PartialDate | None]:
    """The dates of a row, None where they are those of the agreement or not given."""
    pairs = {Meaning.BEGIN: (row.begin, group.begin), Meaning.END: (row.end, group.end)}
    return {_NAMES[m]: mine.date if mine.date != all_.date else None for m, (mine, all_) in pairs.items()}


def brought(row: MemberEntry, group: Group) -> dict[Meaning, str]:
    """The dates of a row as they are remembered to compare with later."""
    return {meaning: as_text(own(row, group)[name]) or _LIKE_OTHERS for meaning, name in _NAMES.items()}


def compare_memberships(
    members: Iterable[AgreementMember], group: Group, kept: Agreement, before: Known, choices: Choices
) -> Memberships:
    """What the file changes of the municipalities it names and the agreement has."""
    rows = {row.nis: row for row in reversed(group.rows) if row.nis}
    changed, differences = [], []
    for member in members:
        row = rows.get(member.nis_code)
        if row is None:
            continue
        found = _differences(member, row, group, kept, before, choices)
        told = own(row, group)
        taken = {_NAMES[Meaning(d.field)]: told[_NAMES[Meaning(d.field)]] for d in found if d.taken}
        try:
            made = checked_member(replace(member, **taken))  # type: ignore[arg-type]
        except Invalid:
            made, found = member, [replace(d, taken=False) for d in found]
        changed.extend([made] if made != member else [])
        differences.extend(found)
    return Memberships(tuple(changed), tuple(differences))


def _differences(
    member: AgreementMember, row: MemberEntry, group: Group, kept: Agreement, before: Known, choices: Choices
) -> list[Difference]:
    found = []
    whole: dict[Meaning, tuple[Limit, PartialDate | None]] = {
        Meaning.BEGIN: (row.begin, kept.begin_date), Meaning.END: (row.end, kept.end_date),
    }  # fmt: skip
    for meaning, (limit, of_all) in whole.items():
        mine: PartialDate | None = getattr(member, _NAMES[meaning])
        new = brought(row, group)[meaning] if limit.date else ""
        # Imports of before these dates were compared remembered nothing of them, and were trusted.
        base = before.values.get((member.id, meaning.value)) or (as_text(mine) or _LIKE_OTHERS)
        known = base if member.id in before.things else None
        side, taken = settle(as_text(mine) or _LIKE_OTHERS, new, known, choices.rule(meaning.value))
        if side is not Side.NONE:
            cell = _cell(row, meaning)
            found.append(Difference(member.id, f"{kept.title} · {row.name}", meaning.value, known, mine or of_all,
                                    limit.date, cell, side, taken))  # fmt: skip
    return found


def _cell(row: MemberEntry, meaning: Meaning) -> Origin:
    told = dict(row.origins)
    return next(
        (told[m] for m in (meaning, Meaning.TERM, Meaning.BEGIN, Meaning.PLACE) if m in told), row.origins[0][1]
    )


def note_memberships(
    members: Mapping[str, AgreementMember], group: Group, differences: Iterable[Difference], into: Import
) -> None:
    """Remembers what the file said of the memberships; what stays the user's own is not, so that it is asked again."""
    stays = {(d.thing, d.field) for d in differences if not d.taken}
    for row in {row.nis: row for row in reversed(group.rows) if row.nis}.values():
        member = members.get(row.nis)
        if member is None:
            continue
        told = {m: text for m, text in brought(row, group).items() if (member.id, m.value) not in stays}
        into.note(member.id, tuple((meaning, _cell(row, meaning)) for meaning in told), told)
