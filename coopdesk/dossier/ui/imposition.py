"""Which pages go on which side of which sheet of a booklet that is folded once and stapled in its back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: the pages at the left and the right, counted from 0; None is white."""

    left: int | None
    right: int | None


def booklet(pages: int) -> tuple[Side, ...]:
    """The sides in the order of printing: front and back of the outer sheet first, the middle of the booklet last.

    Printed on both sides and turned over the short edge, the stack can be folded and stapled as it comes out.
    """
    whole = -(-pages // 4) * 4

    def page(at: int) -> int | None:
        return at if at < pages else None

    sides: list[Side] = []
    for sheet in range(whole // 4):
        first, last = 2 * sheet, whole - 1 - 2 * sheet
        sides += [Side(page(last), page(first)), Side(page(first + 1), page(last - 1))]
    return tuple(sides)
