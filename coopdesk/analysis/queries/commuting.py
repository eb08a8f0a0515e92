"""Where the people of the area work: municipalities by where they go to, as a table in shades."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.extra import Extra
from coopdesk.analysis.queries.maps import limits
from coopdesk.analysis.queries.split import Split, split_by
from coopdesk.charts.heat import HeatRow, heat_table
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.figures.queries import sources_of

_MOST = 8  # places of work; the others are taken together
_ROUND = tuple(Decimal(n) for n in (10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000))
_CLASSES = 4


def commuting_view(basis: Basis, threshold: int) -> Extra | None:
    """From each municipality to the places most of them work in; a number of people below the threshold is in what is
    taken together. None without figures by place of work."""
    split = split_by(basis, ("outgoing_commuters",), "to")
    if split is None:
        return None
    names = list(split.sums)[:_MOST]
    rows = [row for code in basis.codes if (row := _row(basis, split, code, names, threshold)) is not None]
    if not rows or not names:
        return None
    say, formats = basis.words.say, basis.words.formats
    title = say("Most commuters go to {name} ({number})", name=names[0], number=formats.number(split.sums[names[0]]))
    heads = [*names, say("elsewhere")]
    draw = partial(_draw, heads=heads, rows=rows, title=title, why=say("not known, or few people"))
    period = formats.period(split.period)
    unit = say("People who live in the municipality of the row and work in that of the column, {period}", period=period)
    name, ids = say("Commuters by place of work"), split.ids
    return Extra("commuting", title, name, unit, draw, sources_of(basis.work, sorted(ids)), ids, max(threshold, 1))


def _row(basis: Basis, split: Split, code: str, names: list[str], threshold: int) -> HeatRow | None:
    """The numbers of one municipality; None where none is known."""
    known = {part: one.value for place, part, one in split.found if place == code and one.value is not None}
    if not known:
        return None
    shown = [known.get(name) for name in names]
    shown = [None if value is not None and 0 < value < threshold else value for value in shown]
    rest = sum(known.values(), Decimal(0)) - sum((value for value in shown if value is not None), Decimal(0))
    return basis.name(code), [*shown, None if 0 < rest < threshold else rest]


def _draw(look: Look, heads: list[str], rows: list[HeatRow], title: str, why: str) -> Chart:
    values = [value for _, cells in rows for value in cells if value is not None]
    between = [limit for limit in _ROUND if values and min(values) < limit <= max(values)][-_CLASSES:]
    text = look.formats.number
    return heat_table(look, heads, rows, between or limits(values, None), title=title, why=why, text=text)
