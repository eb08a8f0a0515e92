"""Population pyramid: age classes by sex, with another area as an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Anchor, Sheet
from coopdesk.charts.themes import Fill


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


def pyramid(look: Look, classes: Sequence[str], own: Ages, reference: Ages, moment: str, *, title: str) -> Chart:
    """Men to the left, women to the right, own area filled and the reference as an outline."""
    sheet, small = Sheet(look), look.small
    half = max(width(c, small) for c in classes) / 2 + small * 0.7
    top, high = small * 4.2, small * 1.45
    bottom = top + high * len(classes)
    peak = max(float(s) for side in (*own.shares, *reference.shares) for s in side)
    steps = ticks(0, peak, 4)
    _key(sheet, own.name, reference.name)
    for side in _sides(look, own, reference, steps[-1], half):
        _axis(sheet, side, steps, top, bottom)
        _side(sheet, side, classes, bottom, high, names=(own.name, reference.name))
        _outline(sheet, side, bottom, high)
    for i, name in enumerate(classes):
        middle = bottom - high * (i + 0.5) + small * 0.33
        sheet.text(look.width / 2, middle, name, small, sheet.theme.muted, "middle")
    drawing, marks = sheet.build(bottom + small * 1.8)
    return Chart(drawing, marks, title, _told(look, classes, own, reference, moment), _table(look, classes, own))


def _sides(look: Look, own: Ages, reference: Ages, last: float, half: float) -> tuple[_Side, _Side]:
    words, middle, edge = look.words, look.width / 2, look.small * 1.2
    to_left, to_right = Linear(0, last, middle - half, edge), Linear(0, last, middle + half, look.width - edge)
    men, women = own.shares
    other_men, other_women = reference.shares
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
    corner = [(mark, small * 0.95), (mark, small * 0.3), (mark + small * 1.3, small * 0.3)]
    sheet.path(corner, theme.target, 1.5)
    sheet.text(mark + small * 1.8, small * 0.95, reference, small, theme.muted)


def _axis(sheet: Sheet, side: _Side, steps: Sequence[float], top: float, bottom: float) -> None:
    small, theme = sheet.look.small, sheet.theme
    anchor: Anchor = "end" if side.x.end < side.x.start else "start"
    sheet.text(side.x.start, top - small * 0.7, side.head, sheet.look.body, "", anchor, strong=True)
    for value in steps:
        sheet.line(side.x(value), top, side.x(value), bottom, theme.grid)
        sheet.text(side.x(value), bottom + small * 1.3, sheet.look.rate(value), small, theme.muted, "middle")


def _side(
    sheet: Sheet, side: _Side, classes: Sequence[str], bottom: float, high: float, *, names: tuple[str, str]
) -> None:
    look, theme, x = sheet.look, sheet.theme, side.x
    edge, full = (theme.ink if theme.plain else ""), abs(x.end - x.start)
    for i, share in enumerate(side.shares):
        y, far = bottom - high * (i + 1), x(float(share))
        sheet.rect(min(x.start, far), y + 0.8, abs(far - x.start), high - 1.6, side.fill, edge, 0.5)
        spoken = look.words.say(
            "{name}, {who} {age}: {rate}, {people} inhabitants; {other} {other_rate}",
            name=names[0],
            who=side.name,
            age=classes[i],
            rate=look.formats.rate(share),
            people=look.formats.number(side.counts[i]),
            other=names[1],
            other_rate=look.formats.rate(side.compared[i]),
        )
        sheet.mark(min(x.start, x.end), y, full, high, spoken, f"{side.key}/{classes[i]}")


def _outline(sheet: Sheet, side: _Side, bottom: float, high: float) -> None:
    path = [(side.x.start, bottom)]
    for i, share in enumerate(side.compared):
        y, far = bottom - high * i, side.x(float(share))
        path += [(far, y), (far, y - high)]
    path.append((side.x.start, bottom - high * len(side.compared)))
    sheet.path(path, sheet.theme.paper, 3)
    sheet.path(path, sheet.theme.target, 1.5)


def _told(look: Look, classes: Sequence[str], own: Ages, reference: Ages, moment: str) -> str:
    both = [a + b for a, b in zip(*own.shares, strict=True)]
    biggest = max(range(len(classes)), key=lambda i: both[i])
    other = reference.shares[0][biggest] + reference.shares[1][biggest]
    return look.words.say(
        "Population pyramid {moment} of {name} ({people} inhabitants) with {other} as outline. "
        "Largest age group: {age}, {rate} against {other_rate} in {other}.",
        moment=moment,
        name=own.name,
        people=look.formats.number(own.total),
        other=reference.name,
        age=classes[biggest],
        rate=look.formats.rate(both[biggest]),
        other_rate=look.formats.rate(other),
    )


def _table(look: Look, classes: Sequence[str], own: Ages) -> Table:
    say, number, rate = look.words.say, look.formats.number, look.formats.rate
    men, women = own.shares
    rows = tuple(
        (c, number(own.men[i]), number(own.women[i]), rate(men[i]), rate(women[i])) for i, c in enumerate(classes)
    )
    return Table((say("Age"), say("Men"), say("Women"), say("Share of men"), say("Share of women")), rows)
