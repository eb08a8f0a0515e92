"""Splitting an amount over municipalities, to the cent.

Every part is first rounded down to whole cents; the cents that are left go one by one to the parts that lost most, and
between equals to the municipality named first. So the parts always add up to the whole, and none is more than a cent
away from its exact share (decision 0033).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from coopdesk.plan.model import Action, SplitKey


def split(cents: int, weights: Mapping[str, Decimal]) -> dict[str, int]:
    """The amount over places in proportion to their weights; empty when no weight is above zero."""
    exact = {place: Fraction(weight) for place, weight in weights.items() if weight > 0}
    whole = sum(exact.values())
    if not whole:
        return {}
    wanted = {place: cents * weight / whole for place, weight in exact.items()}
    parts = {place: share.numerator // share.denominator for place, share in wanted.items()}
    left = cents - sum(parts.values())
    order = sorted(parts, key=lambda place: parts[place] - wanted[place])
    for place in order[:left]:
        parts[place] += 1
    return parts


def written(shares: Mapping[str, Decimal]) -> tuple[str, ...]:
    """Own percentages as an action keeps them."""
    return tuple(f"{place}={share:f}" for place, share in shares.items())


def own_shares(action: Action) -> dict[str, Decimal]:
    """The own percentages of an action by municipality; what is not a number is left out."""
    found: dict[str, Decimal] = {}
    for one in action.shares:
        place, _, text = one.partition("=")
        try:
            found[place] = Decimal(text)
        except InvalidOperation:
            continue
    return found


def weights(action: Action, places: Sequence[str], inhabitants: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What each municipality weighs by the key of an action; places without a known weight are missing."""
    match action.split:
        case SplitKey.EQUALLY:
            return dict.fromkeys(places, Decimal(1))
        case SplitKey.INHABITANTS:
            return {place: inhabitants[place] for place in places if place in inhabitants}
        case SplitKey.OWN:
            known = own_shares(action)
            return {place: known[place] for place in places if place in known}
        case SplitKey.NONE:
            return {}


def added(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Several splits added up per place, such as those of every year."""
    found: dict[str, int] = {}
    for one in parts:
        for place, cents in one.items():
            found[place] = found.get(place, 0) + cents
    return found
