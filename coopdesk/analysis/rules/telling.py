"""Sentences made from figures: a message with named figures, put into words with the figures alive or written out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.analysis.model import LiveFigure, Measure
from coopdesk.analysis.rules import live
from coopdesk.words.catalogue import Words

_POINTS = (Measure.GAP_PP, Measure.RISE_PP, Measure.FALL_PP, Measure.BELOW_PP, Measure.ABOVE_PP)
_SHARES = (Measure.SHARE_PCT, Measure.RISE_PCT, Measure.FALL_PCT)
_HEADS = (Measure.EXTRA_PERSONS, Measure.POPULATION)


@dataclass(frozen=True, slots=True)
class Names:
    """Names in a row, joined as the language does."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An English message id with its fields; texts in fields are names or years and stay as they are."""

    msgid: str
    fields: Mapping[str, str | Names | LiveFigure | Told]


Fields = dict[str, str | Names | LiveFigure | Told]


@dataclass(frozen=True, slots=True)
class Shown:
    """How a value of an indicator is written: `percent` for rates, the decimals it is known in."""

    percent: bool
    digits: int


def number_text(figure: LiveFigure, value: Decimal | None, words: Words, shown: Shown) -> str:
    """A figure as prose writes it: 72,6%, 7,4 procentpunt, 5.160; an en dash when there is none."""
    formats = words.formats
    if figure.measure in _POINTS:
        return formats.points(value, prose=True, sign=False)
    if figure.measure in _SHARES:
        return formats.rate(value, 0 if figure.measure is Measure.SHARE_PCT else 1)
    if figure.measure in _HEADS:
        return formats.number(value)
    return formats.rate(value, shown.digits) if shown.percent else formats.number(value, shown.digits)


def rounded(figure: LiveFigure, value: Decimal | None, shown: Shown) -> Decimal | None:
    """A value with the decimals in which its text shows it, so that only a visible difference makes a text stale."""
    if value is None:
        return None
    if figure.measure in _HEADS or figure.measure is Measure.SHARE_PCT:
        digits = 0
    else:
        digits = 1 if figure.measure else shown.digits
    return value.quantize(Decimal(1).scaleb(-digits), "ROUND_HALF_UP")


def plain(told: Told, words: Words, shown: Callable[[str], Shown]) -> str:
    """The sentence with its figures written out."""
    said = _said(told, words, lambda figure: number_text(figure, figure.seen, words, shown(figure.indicator)))
    return said[:1].upper() + said[1:]


def alive(told: Told, words: Words) -> str:
    """The sentence with its figures as live figures."""
    said = _said(told, words, live.token)
    return said[:1].upper() + said[1:]


def _said(told: Told, words: Words, figure: Callable[[LiveFigure], str]) -> str:
    """One sentence, its fields first."""
    fields: dict[str, str] = {}
    for key, field in told.fields.items():
        match field:
            case LiveFigure():
                fields[key] = figure(field)
            case Names():
                fields[key] = words.formats.listing(field.names)
            case Told():
                fields[key] = _said(field, words, figure)
            case _:
                fields[key] = field
    return words.say(told.msgid, **fields)
