"""Which lines a list shows and in which order: filtered, sorted, grouped and folded. Pure, so that it is tested by
itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.kinds import ChoiceKind
from coopdesk.shell.matching import plain

UNGROUPED = "-"
UNKNOWN = (1, ())  # the key of a row of which a column says nothing


@dataclass(frozen=True, slots=True)
class Toggle:
    """A filter that is on or off, such as "late": `title` is a msgid."""

    key: str
    title: str
    holds: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked to see. `group` is the column whose values are headings, UNGROUPED for none, and empty for
    the headings of the page."""

    text: str = ""
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    toggles: frozenset[str] = frozenset()
    sort: str = ""
    down: bool = False
    folded: frozenset[str] = frozenset()
    group: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are sought, without accents and capitals."""
        return _words(self.text)

    @property
    def filters(self) -> bool:
        """Whether rows may be hidden by a filter."""
        return bool(self.text.strip() or self.toggles or any(self.facets.values()))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a row, or a heading when `group` is there."""

    id: str
    row: Any = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a list is made of: its columns, the group of a row and its toggles."""

    columns: tuple[Column[Any], ...]
    of_group: Callable[[Any], str] | None = None
    toggles: tuple[Toggle, ...] = ()
    _texts: dict[str, tuple[Any, str]] = field(default_factory=dict, compare=False, repr=False)
    _lines: dict[str, Line] = field(default_factory=dict, compare=False, repr=False)

    def searched(self, row: Any) -> str:
        """All texts of a row, without accents and capitals; put together once, for rows are frozen."""
        kept = self._texts.get(row.id)
        if kept is None or kept[0] is not row:
            kept = self._texts[row.id] = (row, plain(" ".join(column.text(row) for column in self.columns)))
        return kept[1]

    def line(self, row: Any) -> Line:
        """The line of a row, the same one as long as it is the same row: making thousands anew takes longer than
        putting them in order."""
        kept = self._lines.get(row.id)
        if kept is None or kept.row is not row:
            kept = self._lines[row.id] = Line(row.id, row)
        return kept

    def forget(self, rows: Sequence[Any]) -> None:
        """Keeps no texts and lines but those of these rows."""
        for kept in (self._texts, self._lines):
            if len(kept) > 2 * len(rows):
                kept.clear()

    def column(self, key: str) -> Column[Any]:
        return next(column for column in self.columns if column.key == key)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    return tuple(plain(text).split())


def sort_key(column: Column[Any]) -> Callable[[Any], Any]:
    """How rows are put in order by a column: choices as in their list, texts as people count, nothing known last."""
    if column.sort is not None:
        return column.sort
    if isinstance(column.kind, ChoiceKind):
        order = {choice.value: at for at, choice in enumerate(column.kind.choices())}
        return lambda row: order.get(column.raw(row), len(order))

    value_of = column.value or column.text

    def key(row: Any) -> tuple[int, Any]:
        value = value_of(row)
        if value is None or value in ("", ()):
            return UNKNOWN
        text = "|".join(value) if isinstance(value, tuple) else value
        return (0, _natural(text) if isinstance(text, str) else text)

    return key


def in_order(rows: Sequence[Any], column: Column[Any], *, down: bool) -> list[Any]:
    """Rows in order of a column; what is not known stands last, upwards and downwards, as in a spreadsheet."""
    key = sort_key(column)
    known: list[tuple[Any, Any]] = []
    unknown: list[Any] = []
    for row in rows:
        if (place := key(row)) == UNKNOWN:
            unknown.append(row)
        else:
            known.append((place, row))
    known.sort(key=itemgetter(0), reverse=down)
    return [row for _, row in known] + unknown


@lru_cache(maxsize=20_000)
def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    parts = re.findall(r"\d+|\D+", plain(text))
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def passing(rows: Sequence[Any], shape: Shape, wish: Wish, without: str = "") -> list[Any]:
    """The rows that pass the filters, that of the column `without` left out."""
    found = list(rows)
    for toggle in shape.toggles:
        if toggle.key in wish.toggles:
            found = [row for row in found if toggle.holds(row)]
    for key, wanted in wish.facets.items():
        if wanted and key != without:
            facets_of = shape.column(key).facets_of
            found = [row for row in found if wanted.intersection(facets_of(row))]
    for word in wish.words:
        found = [row for row in found if word in shape.searched(row)]
    return found


def facet_counts(rows: Sequence[Any], shape: Shape, wish: Wish, key: str) -> dict[str, int]:
    """The values of a column among the rows that pass the other filters, with how many rows have each."""
    counts: dict[str, int] = dict.fromkeys(sorted(wish.facets.get(key, ())), 0)
    column = shape.column(key)
    ordered = sorted(rows, key=sort_key(column)) if not column.facets else rows
    for row in passing(ordered, shape, wish, without=key):
        for value in column.facets_of(row):
            counts[value] = counts.get(value, 0) + 1
    found = sorted(counts, key=plain) if column.facets else list(dict.fromkeys(_in_order(ordered, column, counts)))
    return {value: counts[value] for value in found}


def _in_order(rows: Sequence[Any], column: Column[Any], counts: Mapping[str, int]) -> list[str]:
    seen = [value for row in rows for value in column.facets_of(row) if value in counts]
    return [*seen, *counts]


def value_of(column: Column[Any], row: Any) -> str:
    """The heading a row comes under when its list is grouped by a column; of several values the first."""
    return f"by {next(iter(column.facets_of(row)), '')}"


def by_values(rows: Sequence[Any], column: Column[Any], wish: Wish) -> list[Group]:
    """A heading for every value of a column, in the order of the column."""
    found: dict[str, int] = {}
    for row in in_order(rows, column, down=wish.down and wish.sort == column.key):
        found[value_of(column, row)] = found.get(value_of(column, row), 0) + 1
    return [Group(key, key.removeprefix("by ") or "–", "", str(n)) for key, n in found.items()]


def held(rows: Sequence[Any], shown: Sequence[str]) -> list[Any]:
    """The rows in the order they stood in, as a spreadsheet leaves them while one types; those that were not there
    stand after the one they follow now."""
    place = {one: at for at, one in enumerate(shown)}
    after: dict[int, list[Any]] = {}
    last = -1
    for row in rows:
        if row.id in place:
            last = place[row.id]
            after.setdefault(last, []).insert(0, row)
        else:
            after.setdefault(last, []).append(row)
    return [row for at in sorted(after) for row in after[at]]


def arrange(
    rows: Sequence[Any], groups: Sequence[Group], shape: Shape, wish: Wish, shown: Sequence[str] = ()
) -> list[Line]:
    """The lines to show. Groups stay in their order; one without rows shows as long as nothing is filtered. Rows that
    are `shown`, by their ids from top to bottom, stay in that order."""
    if wish.group and wish.group != UNGROUPED:
        column = shape.column(wish.group)
        groups, shape = by_values(rows, column, wish), replace(shape, of_group=lambda row: value_of(column, row))
    found = passing(rows, shape, wish)
    if wish.sort:
        found = in_order(found, shape.column(wish.sort), down=wish.down)
    if shown:
        found = held(found, shown)
    if shape.of_group is None or wish.group == UNGROUPED:
        return [shape.line(row) for row in found]
    under: dict[str, list[Line]] = {group.id: [] for group in groups}
    for row in found:
        under.setdefault(shape.of_group(row), []).append(shape.line(row))
    return _headed(groups, under, wish)


def _headed(groups: Sequence[Group], under: Mapping[str, list[Line]], wish: Wish) -> list[Line]:
    """The headings with the rows under them; one under a folded heading is away with its rows."""
    held = {group.under for group in groups if under[group.id]}
    lines: list[Line] = []
    for group in groups:
        if group.under in wish.folded:
            continue
        if under[group.id] or group.id in held or not wish.filters:
            lines.append(Line(f"group {group.id}", group=group))
        if group.id not in wish.folded:
            lines.extend(under[group.id])
    return lines
