"""Who lives in the area by age and sex, beside the widest place that has the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from coopdesk.analysis.model import OWN_AREA
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.extra import Extra, smallest
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.pyramid import AgeClass, Ages, pyramid
from coopdesk.figures.queries import Reader, sources_of

# The catalogue follows the bands of the sources, which are of unequal width. Those of two and three years are taken
# together: a row of two years has no room for its name.
_CLASSES = {
    AgeClass("0–14", 15): ("population_0_14",),
    AgeClass("15–19", 5): ("population_15_17", "population_18_19"),
    AgeClass("20–24", 5): ("population_20_24",),
    AgeClass("25–54", 30): ("population_25_54",),
    AgeClass("55–64", 10): ("population_55_64",),
    AgeClass("65+", 35, last=99): ("population_65_plus",),
}
_SEXES = ("sex=m", "sex=f")


def ages_view(basis: Basis) -> Extra | None:
    """The latest year up to that of the analysis in which every class is known for men and women; None without one."""
    readers = [Reader(basis.work, basis.gazetteer, sex) for sex in _SEXES]
    for year in sorted((y for y in _years(readers) if y <= basis.analysis.year), reverse=True):
        ids = list[str]()
        own = _ages(basis, readers, OWN_AREA, year, ids)
        if own is not None and own.total:
            beside = ((place, _ages(basis, readers, place, year, ids)) for place in reversed(basis.references))
            place, reference = next(((p, ages) for p, ages in beside if ages is not None and ages.total), ("", None))
            title, say = _title(basis, own, reference, place), basis.words.say
            draw = partial(_draw, own=own, reference=reference, moment=str(year), title=title)
            shown = say("Inhabitants by age and sex, {year}, in % of all inhabitants", year=year)
            found = sources_of(basis.work, ids)
            least = smallest(*own.men, *own.women)
            return Extra("ages", title, say("Inhabitants by age and sex"), shown, draw, found, tuple(ids), least)
    return None


def _draw(look: Look, own: Ages, reference: Ages | None, moment: str, title: str) -> Chart:
    return pyramid(look, list(_CLASSES), own, reference, moment, title=title)


def _years(readers: Sequence[Reader]) -> set[int]:
    """The years in which all classes may be known."""
    years = [set(reader.years(code)) for reader in readers for codes in _CLASSES.values() for code in codes]
    return set.intersection(*years)


def _ages(basis: Basis, readers: Sequence[Reader], place: str, year: int, ids: list[str]) -> Ages | None:
    """The people of a place by class; None where one is not known for all of its municipalities."""
    sides = list[tuple[int, ...]]()
    read = list[str]()
    for reader in readers:
        counts = list[int]()
        for codes in _CLASSES.values():
            found = [reader.figure(code, basis.place(place), str(year)) for code in codes]
            if any(one.value is None or one.missing for one in found):
                return None
            counts.append(sum(int(one.value or 0) for one in found))
            read += [each for one in found for each in one.observation_ids]
        sides.append(tuple(counts))
    ids += read
    return Ages(basis.name(place), *sides)


def _title(basis: Basis, own: Ages, reference: Ages | None, place: str) -> str:
    """The class whose share differs most from that of the place beside it, or else the largest."""
    say, rate = basis.words.say, basis.words.formats.rate
    names = [one.name for one in _CLASSES]
    if reference is None:
        at = max(range(len(names)), key=own.both.__getitem__)
        return say("Largest age group {age}: {rate} of the inhabitants", age=names[at], rate=rate(own.both[at]))
    apart = [abs(mine - other) for mine, other in zip(own.both, reference.both, strict=True)]
    at = max(range(len(names)), key=apart.__getitem__)
    return say(
        "Age group {age}: {rate} of the inhabitants, against {other_rate} in {place}",
        age=names[at], rate=rate(own.both[at]), other_rate=rate(reference.both[at]), place=basis.prose(place),
    )  # fmt: skip
