"""Small numbers of people: which figures of a column are left out so that nobody can be recognised."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def left_out(values: Sequence[Decimal | None], threshold: int) -> frozenset[int]:
    """The places in a column of counts that are not printed.

    Counts above 0 and below the threshold are; and where that is a single one, the next smallest goes with it, because
    a total less all the others would give it away. None is not known and gives nothing away.
    """
    known = [(value, at) for at, value in enumerate(values) if value is not None and value > 0]
    small = {at for value, at in known if value < threshold}
    others = [(value, at) for value, at in known if at not in small]
    if len(small) == 1 and others:
        small.add(min(others)[1])
    return frozenset(small)
