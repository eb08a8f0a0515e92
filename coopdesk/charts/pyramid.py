"""Population pyramid: age classes by sex, with another area as an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import width, wrap
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Anchor, Sheet
from coopdesk.charts.themes import Fill


@dataclass(frozen=True, slots=True)
class AgeClass:
    """An age class by name, with the years of age in it; an open one is drawn up to the last year it is given."""

    name: str
    years: int = 5
    last: int = 0


@dataclass(frozen=True, slots=True)
class Ages:
    """People per age class, men and women."""

    name: str
    men: tuple[int, ...]
    women: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.men) + sum(self.women)

    @property
    def shares(self) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
        """Percentages of the whole population, men and women; Σ÷Σ, so all 0 when nobody lives there."""
        total = self.total or 1
        return tuple(Decimal(100 * v) / total for v in self.men), tuple(Decimal(100 * v) / total for v in self.women)

    @property
    def both(self) -> tuple[Decimal, ...]:
        """The share of each class, men and women together."""
        return tuple(men + women for men, women in zip(*self.shares, strict=True))


@dataclass(frozen=True, slots=True)
class _Frame:
    """The rows: each as tall as the years in its class, so that the surface of a bar is its number of people."""

    sheet: Sheet
    classes: Sequence[AgeClass]
    bottom: float
    year: float

    def rows(self) -> list[tuple[AgeClass, float, float]]:
        """Each class with its upper edge and its height, the youngest at the bottom."""
        found, low = list[tuple[AgeClass, float, float]](), self.bottom
        for one in self.classes:
            low -= one.years * self.year
            found.append((one, low, one.years * self.year))
        return found


@dataclass(frozen=True, slots=True)
class _Side:
    """Men or women: what is drawn from the middle outwards."""

    key: str
    name: str
    head: str
    counts: tuple[int, ...]
    shares: tuple[Decimal, ...]
    compared: tuple[Decimal, ...]
    x: Linear
    fill: Fill


def pyramid(
    look: Look, classes: Sequence[AgeClass], own: Ages, reference: Ages | None, moment: str, *, title: str
) -> Chart:
    """Men to the left, women to the right, own area filled and the reference as an outline.

    Classes may be of unequal width: lengths are shares per year of age, and an open class says how far it is drawn.
    """
    sheet, small = Sheet(look), look.small
    half = max(width(c.name, small) for c in classes) / 2 + small * 0.7
    year = small * 1.3 / min(5, *(c.years for c in classes))
    frame = _Frame(sheet, classes, small * 4.2 + year * sum(c.years for c in classes), year)
    sides = [_per_year(classes, shares) for each in (own, reference) if each is not None for shares in each.shares]
    steps = ticks(0, max(v for side in sides for v in side), 4)
    _key(sheet, own.name, reference.name if reference else "")
    for side in _sides(look, own, reference, steps[-1], half):
        _axis(sheet, side, steps, small * 4.2, frame.bottom)
        _side(frame, side, names=(own.name, reference.name if reference else ""))
        if reference is not None:
            _outline(frame, side)
    for one, top, high in frame.rows():
        sheet.text(look.width / 2, top + high / 2 + small * 0.33, one.name, small, sheet.theme.muted, "middle")
    drawing, marks = sheet.build(_note(frame) + small * 0.4)
    told = _told(look, classes, own, reference, moment)
    return Chart(drawing, marks, title, told, _table(look, classes, own))


def _per_year(classes: Sequence[AgeClass], shares: Sequence[Decimal]) -> list[float]:
    return [float(share) / one.years for one, share in zip(classes, shares, strict=True)]


def _sides(look: Look, own: Ages, reference: Ages | None, last: float, half: float) -> tuple[_Side, _Side]:
    words, middle, edge = look.words, look.width / 2, look.small * 1.6
    to_left, to_right = Linear(0, last, middle - half, edge), Linear(0, last, middle + half, look.width - edge)
    men, women = own.shares
    other_men, other_women = reference.shares if reference is not None else ((), ())
    return (
        _Side("men", words.say("men"), words.say("Men"), own.men, men, other_men, to_left, Fill(look.theme.accent)),
        _Side("women", words.say("women"), words.say("Women"), own.women, women, other_women, to_right,
              look.theme.states[1]),
    )  # fmt: skip


def _key(sheet: Sheet, own: str, reference: str) -> None:
    small, theme = sheet.look.small, sheet.theme
    sheet.rect(0, small * 0.15, small * 0.8, small * 0.85, Fill(theme.accent))
    sheet.rect(small * 0.8, small * 0.15, small * 0.8, small * 0.85, theme.states[1])
    mark = small * 3.6 + sheet.text(small * 2.1, small * 0.95, own, small, theme.muted)
    if not reference:
        return
    corner = [(mark, small * 0.95), (mark, small * 0.3), (mark + small * 1.3, small * 0.3)]
    sheet.path(corner, theme.target, 1.5)
    sheet.text(mark + small * 1.8, small * 0.95, reference, small, theme.muted)


def _axis(sheet: Sheet, side: _Side, steps: Sequence[float], top: float, bottom: float) -> None:
    look, small, theme = sheet.look, sheet.look.small, sheet.theme
    anchor: Anchor = "end" if side.x.end < side.x.start else "start"
    sheet.text(side.x.start, top - small * 0.7, side.head, look.body, "", anchor, strong=True)
    for value in steps:
        sheet.line(side.x(value), top, side.x(value), bottom, theme.grid)
        sheet.text(side.x(value), bottom + small * 1.3, look.rate(value), small, theme.muted, "middle")


def _side(frame: _Frame, side: _Side, *, names: tuple[str, str]) -> None:
    sheet, theme, x = frame.sheet, frame.sheet.theme, side.x
    edge, full = (theme.ink if theme.plain else ""), abs(x.end - x.start)
    for i, (one, top, high) in enumerate(frame.rows()):
        far = x(float(side.shares[i]) / one.years)
        sheet.rect(min(x.start, far), top + 0.8, abs(far - x.start), high - 1.6, side.fill, edge, 0.5)
        sheet.mark(min(x.start, x.end), top, full, high, _spoken(sheet.look, side, i, one, names),
                   f"{side.key}/{one.name}")  # fmt: skip


def _spoken(look: Look, side: _Side, at: int, one: AgeClass, names: tuple[str, str]) -> str:
    spoken = look.words.say(
        "{name}, {who} {age}: {rate}, {people} inhabitants",
        name=names[0],
        who=side.name,
        age=one.name,
        rate=look.formats.rate(side.shares[at]),
        people=look.formats.number(side.counts[at]),
    )
    return f"{spoken}; {names[1]} {look.formats.rate(side.compared[at])}" if side.compared else spoken


def _outline(frame: _Frame, side: _Side) -> None:
    sheet, x = frame.sheet, side.x
    path = [(x.start, frame.bottom)]
    for share, (one, top, high) in zip(side.compared, frame.rows(), strict=True):
        far = x(float(share) / one.years)
        path += [(far, top + high), (far, top)]
    path.append((x.start, path[-1][1]))
    sheet.path(path, sheet.theme.paper, 3)
    sheet.path(path, sheet.theme.target, 1.5)


def _note(frame: _Frame) -> float:
    """How the bars are to be read; returns where the text ends."""
    sheet, look = frame.sheet, frame.sheet.look
    text = look.words.say("Share of all inhabitants per year of age: the surface of a bar is its number of people.")
    opened = [one for one in frame.classes if one.last]
    if opened:
        text += " " + look.words.say("{age} is drawn up to {last}.", age=opened[0].name, last=opened[0].last)
    y = frame.bottom + look.small * 1.6
    for line in wrap(text, look.width, look.small):
        y += look.small * 1.3
        sheet.text(0, y, line, look.small, sheet.theme.muted)
    return y


def _told(look: Look, classes: Sequence[AgeClass], own: Ages, reference: Ages | None, moment: str) -> str:
    words, both = look.words, own.both
    biggest = max(range(len(classes)), key=lambda i: both[i])
    age, rate, people = classes[biggest].name, look.formats.rate(both[biggest]), look.formats.number(own.total)
    if reference is None:
        return words.say(
            "Population pyramid {moment} of {name} ({people} inhabitants). Largest age group: {age}, {rate}.",
            moment=moment, name=own.name, people=people, age=age, rate=rate,
        )  # fmt: skip
    return words.say(
        "Population pyramid {moment} of {name} ({people} inhabitants) with {other} as outline. "
        "Largest age group: {age}, {rate} against {other_rate} in {other}.",
        moment=moment, name=own.name, people=people, other=reference.name, age=age, rate=rate,
        other_rate=look.formats.rate(reference.both[biggest]),
    )  # fmt: skip


def _table(look: Look, classes: Sequence[AgeClass], own: Ages) -> Table:
    say, number, rate = look.words.say, look.formats.number, look.formats.rate
    men, women = own.shares
    rows = tuple(
        (c.name, number(own.men[i]), number(own.women[i]), rate(men[i]), rate(women[i])) for i, c in enumerate(classes)
    )
    return Table((say("Age"), say("Men"), say("Women"), say("Share of men"), say("Share of women")), rows)
