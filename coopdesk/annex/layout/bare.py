"""Tables that no known wording heads: with the municipalities in a column, or with a column per municipality."""

from __future__ import annotations

import re

from coopdesk.annex.layout.filled import Row, own
from coopdesk.annex.layout.headers import Header, Recognise, is_units, is_year, with_levels
from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import Cell, CellKind

_SEARCHED, _NEAR = 40, 12
_TIMED = re.compile(r"(?!\d+[/.-]\d+[/.-]).{0,14}(?<!\d)(?:19|20)\d{2}(?!\d).{0,14}")
_FIGURES = (CellKind.NUMBER, CellKind.ERROR, CellKind.UNCOMPUTED)


def find_crossed(rows: list[Row], is_place: Recognise) -> tuple[Header, frozenset[int]] | None:
    """The heading of a table with a column per municipality, and those columns (from 1): places side by side, and under
    them mostly figures."""
    for number, row in enumerate(rows[:_SEARCHED], start=1):
        at = own(row)
        texts = [i for i in at if row[i].kind is CellKind.TEXT and i > 0]
        if len(texts) < 2:
            continue
        places = [i for i in texts if is_place(row[i].text)]
        if len(places) < 2 or len(places) * 5 < len(texts) * 3 or not _figures_below(rows, number, places):
            continue
        first = min(places)
        words = [(i, (" ".join(row[i].text.split()),)) for i in range(len(row)) if row[i].filled or i < first]
        return Header((number,), tuple(words)), frozenset(i + 1 for i in places)
    return None


def _figures_below(rows: list[Row], number: int, places: list[int]) -> bool:
    cells = [row[i] for row in rows[number : number + 10] for i in places if row[i].filled]
    figures = [c for c in cells if c.kind in _FIGURES or not any(letter.isalpha() for letter in c.text)]
    # The same sign in every cell says who takes part.
    return len({c.text for c in cells}) > 1 and len(figures) * 3 > len(cells) * 2


def by_content(rows: list[Row], is_place: Recognise) -> list[Header]:
    """Where no heading has known words: the columns under which municipalities stand, and the words above those."""
    for number, row in enumerate(rows, start=1):
        at = [i for i, cell in enumerate(row) if cell.kind is CellKind.TEXT and is_place(cell.text)]
        below = rows[number : number + 4]
        if not at or sum(1 for r in below if r[at[0]].filled and is_place(r[at[0]].text)) < min(2, len(below)):
            continue
        top = _top(rows, number)
        if top:
            header = _with_groups(rows, top)
            heads = dict(header.words)
            # The corner over the municipalities is often left blank.
            return [Header(header.rows, tuple(sorted({at[0]: ("",), **heads}.items())))]
        width = max(i for r in rows[number - 1 :] for i, c in enumerate(r) if c.filled) + 1
        return [Header((), tuple((i, ("",)) for i in range(width)))]
    return []


def _with_groups(rows: list[Row], top: int) -> Header:
    """The heading at a row, together with a row above it that names groups of its columns."""
    named = top > 1 and (len(own(rows[top - 2])) > 1 or any(cell.merged for cell in rows[top - 2]))
    upper = with_levels(rows[:top], top - 1, _nothing) if named else None
    return upper if upper is not None and top in upper.rows else with_levels(rows, top, _nothing)


def _nothing(_text: str) -> dict[Meaning, float]:
    return {}


def _top(rows: list[Row], number: int) -> int:
    """The last row above a row of data that is all words, years or months, one for most columns; 0 when there is none.
    Between the two there may be rows of provinces and regions, which look like data."""
    width = sum(cell.filled for cell in rows[number - 1])
    for above in range(number - 1, max(0, number - _NEAR), -1):
        cells = [rows[above - 1][i] for i in own(rows[above - 1])]
        if len(cells) > 1 and (len(cells) + 1) * 2 >= width and all(map(_may_head, cells)):
            return above - 1 if is_units(rows[above - 1]) and above > 1 else above
    return 0


def _may_head(cell: Cell) -> bool:
    if is_year(cell) or cell.kind is CellKind.DATE or _TIMED.fullmatch(cell.text):
        return True
    return cell.kind is CellKind.TEXT and not cell.text.strip()[:1].isdigit() and any(map(str.isalpha, cell.text))
