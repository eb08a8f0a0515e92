"""A first version of the commentary, drafted from the figures; a person reads it and makes it theirs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from coopdesk.analysis.model import LiveFigure, Measure
from coopdesk.analysis.rules import fractions
from coopdesk.analysis.rules.gap import VISIBLE, GapRow, GapTable
from coopdesk.analysis.rules.telling import Fields, Names, Told
from coopdesk.words.marks import N_

Paragraph = list[Told]
SLIGHT = Decimal(1)


def gap_commentary(table: GapTable, target: str) -> list[Paragraph]:
    """Where the area stands, whom it lacks and where they live, who fell back, and how others do."""
    if table.own.now is None:
        return [_missing(table)] if table.unknown else []
    paragraphs = [_standing(table, target), _needed(table, target), _falling(table), _beside(table), _missing(table)]
    return [paragraph for paragraph in paragraphs if paragraph]


def _standing(table: GapTable, target: str) -> Paragraph:
    """The rate of the area, its movement and its distance to the target."""
    own = table.own
    fields: Fields = {"year": str(table.year), "rate": table.rate(own), "area": own.name}
    first = Told(N_("In {year} {rate} of people aged 20 to 64 in {area} are in work."), fields)
    change = own.change_pp
    gap = table.gap(own)
    if own.gap_pp is not None and own.gap_pp <= 0:
        return [first, *_moved(table), Told(N_("The target of {target} has been reached."), {"target": target})]
    if change is None:
        return [first, Told(N_("That is {gap} below the target of {target}."), {"gap": gap, "target": target})]
    moved = abs(change)
    if moved < VISIBLE:
        told = N_("That is as much as in {since}, and {gap} below the target of {target}.")
        return [first, Told(told, {"since": str(table.since), "gap": gap, "target": target})]
    told = (
        N_("That is {change} more than in {since}, but {gap} below the target of {target}.")
        if change > 0
        else N_("That is {change} less than in {since}, and {gap} below the target of {target}.")
    )
    fields = {"change": _change(table, own), "since": str(table.since), "gap": gap, "target": target}
    return [first, Told(told, fields)]


def _moved(table: GapTable) -> Paragraph:
    """The movement alone, for an area that reached the target."""
    change = table.own.change_pp
    if change is None or abs(change) < VISIBLE:
        return []
    told = N_("That is {change} more than in {since}.") if change > 0 else N_("That is {change} less than in {since}.")
    return [Told(told, {"change": _change(table, table.own), "since": str(table.since)})]


def _change(table: GapTable, row: GapRow) -> LiveFigure:
    """The movement of a row as a positive figure: a rise or a fall."""
    change = row.change_pp or Decimal(0)
    measure = Measure.RISE_PP if change > 0 else Measure.FALL_PP
    return table.quote(row, abs(change), measure, str(table.since))


def _needed(table: GapTable, target: str) -> Paragraph:
    """How many people that is, and in which municipalities most of them live."""
    if not table.own.extra_persons:
        return []
    first = Told(
        N_("To reach {target} with the same population, {extra} more people have to be in work."),
        {"target": target, "extra": table.persons(table.own)},
    )
    heavy = table.heaviest[:2]
    share = table.share_pct(heavy)
    part = None if share is None else fractions.in_words(share)
    if len(table.heaviest) <= 2 or part is None:
        return [first, *_heaviest(table)]
    fields: Fields = {"part": Told(part, {})} | _two(table, heavy)
    return [first, Told(N_("{part} live in {first} ({extra}) or {second} ({others})."), fields)]


def _heaviest(table: GapTable) -> Paragraph:
    """The municipality that lacks most people, when there is more than one."""
    heavy = table.heaviest
    if len(heavy) < 2:
        return []
    fields: Fields = {"name": heavy[0].name, "extra": table.persons(heavy[0]), "share": table.share(heavy[0])}
    return [Told(N_("Most of them live in {name}: {extra} people, {share} of the total."), fields)]


def _two(table: GapTable, heavy: list[GapRow]) -> Fields:
    """Two municipalities with the people each lacks."""
    first, second = heavy
    return {
        "first": first.name,
        "extra": table.persons(first),
        "second": second.name,
        "others": table.persons(second),
    }


def _falling(table: GapTable) -> Paragraph:
    """Which municipalities fell back since the earlier year."""
    falling = table.falling
    if not falling:
        return []
    row = falling[0]
    if len(falling) == 1:
        slight = -(row.change_pp or Decimal(0)) < SLIGHT
        told = (
            N_("In {name} the rate fell slightly, from {before} to {now}.")
            if slight
            else N_("In {name} the rate fell from {before} to {now}.")
        )
        before = replace(table.quote(row, row.before), period=str(table.since))
        return [Told(told, {"name": row.name, "before": before, "now": table.rate(row)})]
    fields: Fields = {
        "since": str(table.since),
        "names": Names(tuple(r.name for r in falling[:4])),
        "name": row.name,
        "change": _change(table, row),
    }
    if len(falling) > 4:
        told = N_("Since {since} the rate fell in {n} municipalities, most of all in {name}, by {change}.")
        return [Told(told, fields | {"n": str(len(falling))})]
    return [Told(N_("Since {since} the rate fell in {names}. The fall is largest in {name}: {change}."), fields)]


def _beside(table: GapTable) -> Paragraph:
    """The distance to the last of the places beside the area, which is the widest one."""
    known = [row for row in table.references if row.now is not None]
    if not known or table.own.now is None:
        return []
    other = known[-1]
    name, rate = other.prose or other.name, table.rate(other)
    difference = table.own.now - (other.now or Decimal(0))
    if abs(difference) < VISIBLE:
        return [Told(N_("The area is level with {other} ({rate})."), {"other": name, "rate": rate})]
    below = difference < 0
    told = (
        N_("The area is {points} below {other} ({rate}).")
        if below
        else N_("The area is {points} above {other} ({rate}).")
    )
    measure = Measure.BELOW_PP if below else Measure.ABOVE_PP
    points = table.quote(table.own, abs(difference), measure, other.place)
    return [Told(told, {"points": points, "other": name, "rate": rate})]


def _missing(table: GapTable) -> Paragraph:
    """Which municipalities have no figure."""
    if not table.unknown:
        return []
    names = Names(tuple(row.name for row in table.unknown))
    return [Told(N_("There is no figure for {year} for {names}."), {"year": str(table.year), "names": names})]
