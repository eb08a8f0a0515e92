"""Who is in work, looks for work or does neither, of the people of 20-64: in the area and its municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from coopdesk.analysis.model import OWN_AREA
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.extra import Extra, smallest
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.stacked import Parts, stacked
from coopdesk.figures.queries import sources_of
from coopdesk.figures.rules import rounded

_INACTIVE = "inactive_persons"
_LOOKS = (0, 1, 3)  # of the states of a theme: strong, light, and quiet for who does neither


def activity_view(basis: Basis) -> Extra | None:
    """The latest year with the people of 20-64, those in work and those who do neither; None without one.

    Who looks for work is what is left: all three are of the same people in the same year, or there is no chart.
    """
    year = basis.year(_INACTIVE)
    if not year or basis.reader.population_period(str(year)) != str(year):
        return None
    ids = list[str]()
    found = [_parts(basis, place, year, ids) for place in (OWN_AREA, *basis.codes)]
    own, rows = found[0], [one for one in found[1:] if one is not None]
    if own is None or not rows:
        return None
    say, title = basis.words.say, _title(basis, own)
    ordered = [own, *sorted(rows, key=lambda row: (row.shares[0], row.name))]
    draw = partial(_draw, rows=ordered, moment=str(year), title=title)
    shown = say("People aged 20–64, {year}, in %; who looks for work is what is left of the inhabitants", year=year)
    least = smallest(*(count for row in ordered for count in row.counts))
    return Extra(
        "activity", title, say("People aged 20–64 by what they do"), shown, draw, sources_of(basis.work, ids),
        tuple(ids), least,
    )  # fmt: skip


def _parts(basis: Basis, place: str, year: int, ids: list[str]) -> Parts | None:
    """The three parts of a place; None where one is not known for all of it, or where they do not add up."""
    whole, read = basis.reader.whole(basis.place(place), str(year))
    neither = basis.reader.figure(_INACTIVE, basis.place(place), str(year))
    if whole.missing or neither.missing or whole.count is None or whole.base is None or neither.value is None:
        return None
    counts = [
        int(rounded(value, 0)) for value in (whole.count, whole.base - whole.count - neither.value, neither.value)
    ]
    if min(counts) < 0:
        return None
    ids += [*read, *neither.observation_ids]
    return Parts(basis.name(place), tuple(counts), own=place == OWN_AREA)


def _draw(look: Look, rows: Sequence[Parts], moment: str, title: str) -> Chart:
    say = look.words.say
    names = (say("in work"), say("looking for work"), say("neither"))
    fills = [look.theme.states[at] for at in _LOOKS]
    return stacked(look, names, rows, moment, title=title, unit=say("people"), fills=fills)


def _title(basis: Basis, own: Parts) -> str:
    """How many are not in work, and how many of them look for it."""
    formats, (_, looking, neither) = basis.words.formats, own.counts
    apart = Parts("", (looking, neither)).shares[0]
    return basis.words.say(
        "{rate} of the people aged 20–64 are not in work; {part} of them look for it",
        rate=formats.rate(100 - own.shares[0]), part=formats.rate(apart, 0),
    )  # fmt: skip
