"""Tables that no known wording heads: with the municipalities in a column, or with a column per municipality."""

from __future__ import annotations

from coopdesk.annex.layout.filled import Row, own
from coopdesk.annex.layout.headers import Header, Recognise
from coopdesk.annex.sheet.model import CellKind

_SEARCHED = 40
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
    return len(cells) > 1 and len(figures) * 3 > len(cells) * 2


def by_content(rows: list[Row], is_place: Recognise) -> list[Header]:
    """Where no heading has known words: the columns under which municipalities stand, and the words above those."""
    for number, row in enumerate(rows, start=1):
        at = [i for i, cell in enumerate(row) if cell.kind is CellKind.TEXT and is_place(cell.text)]
        below = rows[number : number + 4]
        if not at or sum(1 for r in below if r[at[0]].filled and is_place(r[at[0]].text)) < min(2, len(below)):
            continue
        top = _top(rows, number, len([c for c in row if c.filled]))
        texts = [(i, (cell.text.strip(),)) for i, cell in enumerate(rows[top - 1]) if cell.filled] if top else []
        if len(texts) > 1 and any(i == at[0] for i, _ in texts):
            return [Header((top,), tuple(texts))]
        width = max(i for r in rows[number - 1 :] for i, c in enumerate(r) if c.filled) + 1
        return [Header((), tuple((i, ("",)) for i in range(width)))]
    return []


def _top(rows: list[Row], number: int, width: int) -> int:
    """The first row of the run of rows that a data row belongs to, if it is all words; 0 when there is none."""
    top = number
    while top > 1 and sum(cell.filled for cell in rows[top - 2]) * 2 >= width:
        top -= 1
    words = all(
        cell.kind is CellKind.TEXT and not cell.text.strip()[:1].isdigit() for cell in rows[top - 1] if cell.filled
    )
    return top if words and top < number else 0
