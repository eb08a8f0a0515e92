"""Vacancies by occupation and, where the jobseekers are known too, how many of them there are for each vacancy."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.extra import Extra, smallest
from coopdesk.analysis.queries.split import Split, split_by
from coopdesk.charts.dots import Dot, dot_plot
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.figures.queries import sources_of

_MOST = 20  # occupations: those with most vacancies
_FEWEST = 3


def occupations_view(basis: Basis) -> Extra | None:
    """The occupations with most vacancies, from few to many jobseekers for each; without jobseekers by their vacancies.
    None with fewer than three occupations."""
    vacancies = split_by(basis, ("open_vacancies", "vacancies"), "occupation")
    if vacancies is None or sum(value > 0 for value in vacancies.sums.values()) < _FEWEST:
        return None
    wanted = [name for name, value in vacancies.sums.items() if value > 0][:_MOST]
    seekers = split_by(basis, ("jobseekers",), "occupation", vacancies.period)
    both = [name for name in wanted if seekers is not None and name in seekers.sums]
    if seekers is not None and len(both) >= _FEWEST:
        return _tightness(basis, vacancies, seekers, both)
    dots = [Dot(name, vacancies.sums[name]) for name in wanted]
    say, number = basis.words.say, basis.words.formats.number
    title = say("Most vacancies: {name} ({number})", name=dots[0].name, number=number(dots[0].value))
    heads = (say("Occupation"), say("Vacancies"))
    draw = partial(_draw, heads=heads, dots=dots, overall=None, digits=0, title=title)
    return _extra(basis, title, say("Vacancies by occupation"), (vacancies,), draw)


def _tightness(basis: Basis, vacancies: Split, seekers: Split, names: list[str]) -> Extra:
    jobs, people, say = vacancies.sums, seekers.sums, basis.words.say
    dots = sorted((Dot(name, people[name] / jobs[name]) for name in names), key=lambda dot: (dot.value, dot.name))
    overall = Dot(say("these occupations"), _sum(people, names) / _sum(jobs, names))
    number = basis.words.formats.number(dots[0].value, 1)
    title = say("Fewest jobseekers per vacancy: {name} ({number})", name=dots[0].name, number=number)
    heads = (say("Occupation"), say("Jobseekers per vacancy"))
    draw = partial(_draw, heads=heads, dots=dots, overall=overall, digits=1, title=title)
    return _extra(basis, title, say("Jobseekers per vacancy by occupation"), (vacancies, seekers), draw)


def _sum(values: Mapping[str, Decimal], names: list[str]) -> Decimal:
    return sum((values[name] for name in names), Decimal(0))


def _extra(basis: Basis, title: str, name: str, splits: tuple[Split, ...], draw: partial[Chart]) -> Extra:
    """People are counted by their smallest number; vacancies are no people."""
    words, ids = basis.words, tuple(each for split in splits for each in split.ids)
    period = words.formats.period(splits[0].period)
    unit = f"{name}, {period}"
    unknown = sum(split.unknown for split in splits)
    if unknown:
        more = words.count("without {n} unknown figure", "without {n} unknown figures", unknown)
        unit = f"{unit}; {more}"
    least = smallest(*(int(value) for split in splits[1:] for value in split.sums.values()))
    return Extra("occupations", title, name, unit, draw, sources_of(basis.work, sorted(ids)), ids, least)


def _draw(look: Look, heads: tuple[str, str], dots: list[Dot], overall: Dot | None, digits: int, title: str) -> Chart:
    return dot_plot(look, heads, dots, lambda value: look.formats.number(value, digits), overall, title=title)
