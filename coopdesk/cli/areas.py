"""The commands about areas and their figures."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal
from typing import Any

from coopdesk.cli.reaching import CLOCK, existing, me, say, say_json, the_area
from coopdesk.example.make import make_example
from coopdesk.figures.queries import Gap, GapLine, gap
from coopdesk.figures.rules import rounded
from coopdesk.kernel.errors import Refused
from coopdesk.opening import opened
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.territory.queries import place_name
from coopdesk.territory.rules import cycle_of
from coopdesk.words.catalogue import Words


def run_example(options: Namespace, words: Words) -> int:
    """Fill a new workspace."""
    with opened(options.workspace, CLOCK, me) as found:
        make_example(found.desk, CLOCK)
    say(words.say("The example area is in {folder}.", folder=options.workspace))
    return 0


def run_area(options: Namespace, words: Words) -> int:
    """Make an area; the workspace too when there is none."""
    gazetteer = open_gazetteer()
    unknown = [code for code in options.nis if gazetteer.find(code) is None]
    if unknown:
        raise Refused("Not a municipality of Flanders: {codes}.", codes=words.formats.listing(unknown))
    begin, end = cycle_of(CLOCK.today().year)
    with opened(options.workspace, CLOCK, me) as found:
        found.desk.do(AddArea(options.name, tuple(options.nis), begin, end))
    say(words.count("“{name}” is made with {n} municipality.", "“{name}” is made with {n} municipalities.",
                    len(set(options.nis)), name=options.name))  # fmt: skip
    return 0


def run_gap(options: Namespace, words: Words) -> int:
    """The gap of an area."""
    gazetteer = open_gazetteer()
    with existing(options) as found, found.desk.look() as work:
        area = the_area(work, options.area)
        table = gap(work, gazetteer, area.id, options.year, options.target)
        areas = work.territory.areas()
    if table.whole.rate is None:
        raise Refused("There are no employment rates of {year} for “{name}”.", year=options.year, name=area.name)
    if options.json:
        say_json(_as_json(area.name, table, gazetteer))
        return 0
    formats = words.formats
    for line in (table.whole, *table.parts, *table.references):
        name = area.name if line is table.whole else place_name(line.place, gazetteer, words, areas)
        extra = formats.number(line.extra_persons)
        rate, points = formats.rate(line.rate, 2), formats.points(line.gap_pp, 2, sign=False)
        say(f"{name:<34} {rate:>8} {points:>12} {extra:>9}")
    return 0


def _as_json(name: str, table: Gap, gazetteer: Gazetteer) -> dict[str, Any]:
    return {
        "area": name,
        "year": table.year,
        "target": _number(table.target, 4),
        "population_period": table.population_period,
        **_line(table.whole),
        "municipalities": {
            line.place: {"name": gazetteer.name(line.place), **_line(line)} for line in table.parts
        },
        "references": {line.place: _line(line) for line in table.references},
        "sources": [source.name for source in table.sources],
    }  # fmt: skip


def _line(line: GapLine) -> dict[str, Any]:
    return {
        "rate": _number(line.rate, 4),
        "gap_pp": _number(line.gap_pp, 4),
        "extra_persons": line.extra_persons,
        "surplus": line.surplus,
        "population": _number(line.population, 2),
        "employed": _number(line.employed, 2),
        "missing": list(line.missing),
    }


def _number(value: Decimal | None, digits: int) -> float | int | None:
    if value is None:
        return None
    shown = rounded(value, digits)
    return int(shown) if shown == shown.to_integral_value() else float(shown)
