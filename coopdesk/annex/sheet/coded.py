"""Rows kept as numbers into a table of distinct cells: a large sheet says the same few things over and over."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Self, overload

from coopdesk.annex.sheet.model import BLANK, Cell, Row

NUMBER = "I"


class CodedRows(Sequence[Row]):
    """The rows of a sheet, made when they are asked for; like other rows they end at their last filled cell.

    `cells[0]` is blank; `codes` holds `width` numbers a row.
    """

    __slots__ = ("cells", "codes", "width")

    def __init__(self, cells: Sequence[Cell], codes: array[int], width: int) -> None:
        """Raises ValueError where the numbers do not fit the table."""
        if not cells or cells[0].filled or (width and len(codes) % width) or max(codes, default=0) >= len(cells):
            raise ValueError("codes")
        self.cells = cells
        self.codes = codes
        self.width = width

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """These rows coded."""
        listed = list(rows)
        width = max((len(row) for row in listed), default=0)
        known: dict[Cell, int] = {BLANK: 0}
        codes = array(NUMBER)
        for row in listed:
            codes.extend(known.setdefault(cell, len(known)) if cell.filled else 0 for cell in row)
            codes.extend([0] * (width - len(row)))
        if not width:
            # Rows without a cell are still rows.
            return cls((BLANK,), array(NUMBER, [0] * len(listed)), min(1, len(listed)))
        return cls(tuple(known), codes, width)

    def __len__(self) -> int:
        return len(self.codes) // self.width if self.width else 0

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        length = len(self)
        if not -length <= at < length:
            raise IndexError(at)
        start = (at % length) * self.width
        return self._row(self.codes[start : start + self.width])

    def __iter__(self) -> Iterator[Row]:
        for start in range(0, len(self.codes), self.width or 1):
            yield self._row(self.codes[start : start + self.width])

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    __hash__ = None  # type: ignore[assignment]

    def _row(self, codes: array[int]) -> Row:
        end = len(codes)
        while end and not codes[end - 1]:
            end -= 1
        return tuple(map(self.cells.__getitem__, codes[:end]))

    def padded(self) -> list[Row]:
        """All rows in the full width."""
        cells = tuple(map(self.cells.__getitem__, self.codes))
        return [cells[start : start + self.width] for start in range(0, len(cells), self.width or 1)]

    def column(self, at: int) -> array[int]:
        """The codes of a column, counted from 0, from top to bottom."""
        return self.codes[at :: self.width]

    def down(self, at: int) -> list[Cell]:
        """The cells of a column, counted from 0; blank ones beside the last."""
        if at >= self.width:
            return [BLANK] * len(self)
        return list(map(self.cells.__getitem__, self.column(at)))
