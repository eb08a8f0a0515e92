"""Expiries: what ends in which half-year, as a strip of columns above a list in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coopdesk.agreement import rules
from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import ends_soon
from coopdesk.agreement.wording import until
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.grid.column import Group
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

NEVER = "never"
MOST = 12
LEAST = 4  # a lone agreement does not fill the height


@dataclass(frozen=True, slots=True)
class Half:
    """Half a year with the agreements whose last day falls in it; `near` of them end within six months."""

    id: str
    label: str
    count: int
    near: int
    past: bool


def half_of(day: date | None) -> str:
    """The half-year of a day as it is kept: 2025-H2; NEVER without a last day."""
    return NEVER if day is None else f"{day.year:04}-H{1 if day.month < 7 else 2}"


def half_of_row(row: AgreementRow) -> str:
    """The half-year in which an agreement ends."""
    return half_of(rules.last_day(row.agreement))


def by_expiry(rows: Sequence[AgreementRow]) -> list[AgreementRow]:
    """The agreements that have been concluded, by last day; those without one at the end."""
    shown = [row for row in rows if row.state is not AgreementState.IN_PREPARATION]
    return sorted(shown, key=lambda r: (rules.last_day(r.agreement) or date.max, r.agreement.title))


def halves(words: Words, rows: Sequence[AgreementRow], day: date) -> list[Half]:
    """Every half-year from the first to the last in which something ends, empty ones between them too."""
    ends = [row for row in rows if rules.last_day(row.agreement) is not None]
    counts: dict[str, list[AgreementRow]] = {}
    for row in ends:
        counts.setdefault(half_of_row(row), []).append(row)
    if not counts:
        return []
    keys = _from_to(min(counts), max(counts))
    return [
        Half(key, words.formats.partial(PartialDate.parse(key)), len(counts.get(key, ())),
             sum(ends_soon(r) for r in counts.get(key, ())), key < half_of(day))
        for key in keys
    ][-MOST * 2 :]  # fmt: skip


def groups(words: Words, rows: Sequence[AgreementRow], day: date) -> list[Group]:
    """The headings of the list: half-years with something in them, and at the end what never ends."""
    found = []
    for key in dict.fromkeys(half_of_row(row) for row in rows):
        inside = [row for row in rows if half_of_row(row) == key]
        right = words.count("{n} agreement", "{n} agreements", len(inside))
        if key == NEVER:
            found.append(Group(key, words.say("Without an end date"), right=right))
            continue
        nearest = rules.last_day(inside[0].agreement)
        left = (nearest - day).days if nearest else -1
        facts = words.say("nothing runs any more") if left < 0 else until(words, left)
        found.append(Group(key, words.formats.partial(PartialDate.parse(key)), facts, right))
    return found


def _from_to(first: str, last: str) -> list[str]:
    year, half = int(first[:4]), int(first[6])
    keys = [first]
    while keys[-1] < last:
        year, half = (year, 2) if half == 1 else (year + 1, 1)
        keys.append(f"{year:04}-H{half}")
    return keys


class HalfYearStrip(QWidget):
    """A column per half-year, as high as what ends in it; `chosen` carries the half-year. Arrow keys walk."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._halves: list[Half] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.say("Expiries by half-year"))
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as six lines of text."""
        return QSize(320, current_theme().px(124))

    def minimumSizeHint(self) -> QSize:
        """The width is free, the height is not."""
        return QSize(120, self.sizeHint().height())

    def show_halves(self, shown: list[Half]) -> None:
        """Other half-years."""
        self._halves = shown
        self._at = next((i for i, half in enumerate(shown) if not half.past), max(0, len(shown) - 1))
        self.setVisible(bool(shown))
        self.setAccessibleDescription("; ".join(self.told(half) for half in shown if half.count))
        self.update()

    def told(self, half: Half) -> str:
        """A column in words."""
        ends = self._words.count("{n} agreement ends", "{n} agreements end", half.count)
        return f"{half.label}: {ends}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Columns from a base line, the number above each, the half-year below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(len(self._halves)):
            self._paint_column(painter, at)
        painter.end()

    def _paint_column(self, painter: QPainter, at: int) -> None:
        theme, half, room = current_theme(), self._halves[at], self._room(at)
        small, line = theme.font("small"), theme.px(19)
        base = room.bottom() - 2 * line
        most = max(LEAST, *(h.count for h in self._halves))
        high = (base - room.top() - line) * half.count / most
        wide = min(room.width() * 0.62, theme.px(56))
        bar = QRectF(room.center().x() - wide / 2, base - high, wide, high)
        painter.setPen(QPen(theme.token("warnFg"), 1.5) if half.near else Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("control" if half.past else "warnBg" if half.near else "accent"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QPen(theme.token("border"), 1))
        painter.drawLine(int(room.left()), int(base), int(room.right()), int(base))
        painter.setFont(theme.font("small strong"))
        painter.setPen(theme.token("warnFg" if half.near else "text"))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        if half.count:
            number = self._words.formats.number(half.count)
            painter.drawText(QRectF(room.left(), bar.top() - line, room.width(), line), centre, number)
        painter.setFont(small)
        painter.setPen(theme.token("text2"))
        year, part = half.id[:4], half.id[5:]
        top = QRectF(room.left(), base + 2, room.width(), line)
        painter.drawText(top, centre, self._words.say("H1") if part == "H1" else self._words.say("H2"))
        if part == "H1" or at == 0:
            painter.setPen(theme.token("text"))
            painter.drawText(top.translated(0, line - 2), Qt.AlignmentFlag.AlignHCenter, year)
        if at == self._at and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.token("focus"), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)

    def _room(self, at: int) -> QRectF:
        count = max(len(self._halves), 8)
        wide = min(self.width() / count, current_theme().px(84))
        return QRectF(at * wide, 0, wide, self.height())

    def _under(self, x: float) -> int | None:
        return next((i for i in range(len(self._halves)) if self._room(i).left() <= x < self._room(i).right()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk, Enter chooses."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._halves:
            self._at = max(0, min(self._at + step, len(self._halves) - 1))
            self.setAccessibleDescription(self.told(self._halves[self._at]))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._halves:
            self.chosen.emit(self._halves[self._at].id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the half-year."""
        found = self._under(event.position().x())
        if found is not None:
            self._at = found
            self.update()
            self.chosen.emit(self._halves[found].id)

    def event(self, event: QEvent) -> bool:
        """The column under the mouse in words."""
        if isinstance(event, QHelpEvent):
            found = self._under(event.pos().x())
            QToolTip.showText(event.globalPos(), self.told(self._halves[found]) if found is not None else "", self)
            return True
        return super().event(event)
