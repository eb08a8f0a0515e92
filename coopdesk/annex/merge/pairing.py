"""Which agreement that is there the rows of an annex are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable

from coopdesk.agreement.model import Agreement
from coopdesk.agreement.ports import AgreementStore
from coopdesk.annex.merge.groups import Group
from coopdesk.kernel.partial_date import PartialDate

Pairs = list[tuple[Group, Agreement | None]]
_Found = dict[int, Agreement]


def paired(store: AgreementStore, groups: list[Group]) -> Pairs:
    """Each group with its agreement: with that title and begin; else with that title and a term that overlaps, which
    began otherwise; else with that begin and exactly those municipalities, which is called otherwise. The last two only
    where nothing else could be meant."""
    found, free = _by_name(groups, store.agreements())
    if free and len(found) < len(groups):
        covered: defaultdict[str, set[str]] = defaultdict(set)
        for member in store.members():
            covered[member.agreement_id].add(member.nis_code)

        def told(begin: PartialDate | None, codes: Iterable[str], *, named: bool) -> Hashable:
            known = frozenset(codes)
            return (begin.canonical(), known) if begin and known and named else None

        _pair(groups, free, found, lambda group: _bare(group.title), lambda kept: _bare(kept.title), _overlap)
        _pair(
            groups, free, found,
            lambda group: told(group.begin.date, [row.nis for row in group.rows if row.nis], named=_is_named(group)),
            lambda kept: told(kept.begin_date, covered[kept.id], named=True),
        )  # fmt: skip
    return [(group, found.get(at)) for at, group in enumerate(groups)]


def _by_name(groups: list[Group], agreements: list[Agreement]) -> tuple[_Found, list[Agreement]]:
    """By place in the list, the agreements with that title and begin, that with the same end first; and the others."""
    there: defaultdict[Hashable, list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        there[_bare(agreement.title), _canonical(agreement.begin_date)].append(agreement)
    found: _Found = {}
    for at, group in enumerate(groups):
        if alike := there[_bare(group.title), _canonical(group.begin.date)]:
            same_end = [kept for kept in alike if _canonical(kept.end_date) == _canonical(group.end.date)]
            found[at] = (same_end or alike)[0]
            alike.remove(found[at])
    return found, [kept for alike in there.values() for kept in alike]


def _pair(
    groups: list[Group], free: list[Agreement], found: _Found, of_group: Callable[[Group], Hashable],
    of_kept: Callable[[Agreement], Hashable], fits: Callable[[Agreement, Group], bool] = lambda kept, group: True,
) -> None:  # fmt: skip
    """Adds the pairs of which each fits the other and nothing else; None stands for what can have no pair."""
    taken = {kept.id for kept in found.values()}
    there: defaultdict[Hashable, list[Agreement]] = defaultdict(list)
    for kept in free:
        if kept.id not in taken:
            there[of_kept(kept)].append(kept)
    there.pop(None, None)
    candidates = {at: [kept for kept in there.get(of_group(group), ()) if fits(kept, group)]
                  for at, group in enumerate(groups) if at not in found}  # fmt: skip
    wanted = Counter(kept.id for those in candidates.values() for kept in those)
    found.update({at: those[0] for at, those in candidates.items() if len(those) == 1 and wanted[those[0].id] == 1})


def _is_named(group: Group) -> bool:
    """Whether the rows have a name of their own: else they are called by their municipality."""
    return any(row.agreement for row in group.rows)


def _overlap(kept: Agreement, group: Group) -> bool:
    """Whether both terms share a day: a term that begins after the other ended is the next agreement of that name.
    Where a begin or end is not known, terms that end alike do."""
    (begin, end), (first, last) = (kept.begin_date, kept.end_date), (group.begin.date, group.end.date)
    if begin and end and first and last:
        return begin.first <= last.last and first.first <= end.last
    return end is not None and _canonical(end) == _canonical(last)


def _canonical(day: PartialDate | None) -> str:
    return day.canonical() if day else ""


def _bare(title: str) -> str:
    return " ".join(title.split()).casefold()
