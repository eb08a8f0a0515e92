"""Shares as people say them: almost three in four."""

from __future__ import annotations

from decimal import Decimal

from coopdesk.words.marks import N_

NEAR = Decimal(4)  # points within which "almost" and "more than" are fair
EXACT = Decimal("0.75")
_FRACTIONS: tuple[tuple[Decimal, str, str, str], ...] = (
    (Decimal(25), N_("One in four of them"), N_("Almost one in four of them"), N_("More than one in four of them")),
    (
        Decimal(100) / 3,
        N_("One in three of them"),
        N_("Almost one in three of them"),
        N_("More than one in three of them"),
    ),
    (Decimal(50), N_("Half of them"), N_("Almost half of them"), N_("More than half of them")),
    (
        Decimal(200) / 3,
        N_("Two in three of them"),
        N_("Almost two in three of them"),
        N_("More than two in three of them"),
    ),
    (
        Decimal(75),
        N_("Three in four of them"),
        N_("Almost three in four of them"),
        N_("More than three in four of them"),
    ),
    (Decimal(90), N_("Nine in ten of them"), N_("Almost nine in ten of them"), N_("More than nine in ten of them")),
)


def in_words(share_pct: Decimal) -> str | None:
    """The message id for a share of people in percent, or None where no simple fraction is near."""
    fraction, exact, almost, more = min(_FRACTIONS, key=lambda known: abs(known[0] - share_pct))
    if abs(share_pct - fraction) > NEAR:
        return None
    if abs(share_pct - fraction) <= EXACT:
        return exact
    return almost if share_pct < fraction else more
