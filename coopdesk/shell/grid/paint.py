"""Paints what a cell holds: titles on two lines, states, bars, marked dates and the heading rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption

from coopdesk.shell.grid.column import Group
from coopdesk.shell.grid.compared import paint_compared
from coopdesk.shell.grid.looks import Bar, Compared, Look, Marked, PillLook, Quiet, Title
from coopdesk.shell.icons import paint_icon
from coopdesk.shell.matching import spans
from coopdesk.shell.theme import Theme, current_theme
from coopdesk.shell.widgets import paint_pill

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT = MIDDLE | Qt.AlignmentFlag.AlignLeft, MIDDLE | Qt.AlignmentFlag.AlignRight
ELIDE = Qt.TextElideMode.ElideRight
CHEVRON = 34  # the room for the fold mark of a heading row, and the indent of the rows under it


def paint_text(
    painter: QPainter, rect: QRectF, text: str, *, right: bool = False, lines: int = 1, sought: Sequence[str] = ()
) -> None:
    """A text in the font and colour of the painter, cut with an ellipsis where it does not fit; what is sought in it
    stands on a coloured ground."""
    one_line = text.replace("\n", " ")
    metrics = painter.fontMetrics()
    if lines == 1 or metrics.horizontalAdvance(one_line) <= rect.width():
        shown = metrics.elidedText(one_line, ELIDE, int(rect.width()) + 1)
        _mark_found(painter, rect, shown, sought, right=right)
        painter.drawText(rect, RIGHT if right else LEFT, shown)
        return
    found = _broken(one_line, painter, rect.width(), lines)
    top = rect.center().y() - metrics.height() * len(found) / 2
    for at, line in enumerate(found):
        place = QRectF(rect.x(), top + at * metrics.height(), rect.width(), metrics.height())
        _mark_found(painter, place, line, sought, right=False)
        painter.drawText(place, LEFT, line)


def _mark_found(painter: QPainter, rect: QRectF, shown: str, sought: Sequence[str], *, right: bool) -> None:
    """The ground under found words, with a line under it: not by colour alone."""
    found = spans(shown, sought) if sought else ()
    if not found:
        return
    metrics, theme = painter.fontMetrics(), current_theme()
    left = rect.right() - metrics.horizontalAdvance(shown) if right else rect.x()
    for start, end in found:
        x, wide = left + metrics.horizontalAdvance(shown[:start]), metrics.horizontalAdvance(shown[start:end])
        ground = QRectF(x - 1, rect.center().y() - metrics.height() / 2, wide + 2, metrics.height())
        painter.fillRect(ground, theme.token("warnBg"))
        painter.fillRect(QRectF(ground.x(), ground.bottom() - 2, ground.width(), 2), theme.token("warnFg"))


def _broken(text: str, painter: QPainter, width: float, lines: int) -> list[str]:
    """The text over so many lines, the last one elided."""
    layout = QTextLayout(text, painter.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a word wider than its column goes on below
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    found = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    found[-1] = painter.fontMetrics().elidedText(found[-1], ELIDE, int(width) + 1)
    return found


def paint_title(
    painter: QPainter, rect: QRectF, text: str, look: Title, theme: Theme, sought: Sequence[str] = ()
) -> None:
    """The name of a row, with its number before it and its count behind it."""
    room, size = QRectF(rect), theme.px(15)
    if look.number:
        painter.setPen(theme.token("text2"))
        wide = painter.fontMetrics().horizontalAdvance("0.00") + theme.px(8)
        wide = max(wide, painter.fontMetrics().horizontalAdvance(look.number) + theme.px(8))
        painter.drawText(room, LEFT, look.number)
        room.setLeft(room.left() + wide)
    if look.badge:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.token("text2"))
        wide = painter.fontMetrics().horizontalAdvance(look.badge)
        painter.drawText(room, RIGHT, look.badge)
        mark = QRectF(room.right() - wide - size - theme.px(4), room.center().y() - size / 2, size, size)
        paint_icon(painter, f"{look.badge_icon}_16_regular", mark, theme.token("text2"))
        room.setRight(mark.left() - theme.px(8))
        painter.setFont(theme.font("body"))
    painter.setPen(theme.token("text"))
    paint_text(painter, room, text, lines=2, sought=sought)


def paint_bar(painter: QPainter, rect: QRectF, text: str, look: Bar, theme: Theme, sought: Sequence[str] = ()) -> None:
    """A share as a bar with the figure at its right."""
    high, wide = theme.px(6), rect.width() - theme.px(48)
    groove = QRectF(rect.x(), rect.center().y() - high / 2, max(wide, 0), high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token("neutralBg"))
    painter.drawRoundedRect(groove, high / 2, high / 2)
    share = min(max(look.share, 0.0), 1.0)
    if share > 0:
        painter.setBrush(theme.token("okFg" if look.full else "accent"))
        filled = QRectF(groove.x(), groove.y(), max(high, groove.width() * share), high)
        painter.drawRoundedRect(filled, high / 2, high / 2)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.token("text2"))
    paint_text(painter, rect, text, right=True)


def paint_marked(
    painter: QPainter, rect: QRectF, text: str, look: Marked, theme: Theme, sought: Sequence[str] = ()
) -> None:
    """A text with a mark before it; it starts where the texts of unmarked cells of the column start."""
    size = theme.px(15)
    if not look.icon:
        paint_text(painter, rect.adjusted(theme.px(20), 0, 0, 0), text, sought=sought)
        return
    colour = theme.token(f"{look.tone}Fg")
    paint_icon(painter, look.icon, QRectF(rect.x(), rect.center().y() - size / 2, size, size), colour)
    painter.setFont(theme.font("strong"))
    painter.setPen(colour)
    paint_text(painter, rect.adjusted(theme.px(20), 0, 0, 0), text, sought=sought)


def paint_look(
    painter: QPainter, rect: QRectF, text: str, look: Look, theme: Theme, sought: Sequence[str] = ()
) -> None:
    """A cell with a look of its own."""
    _PAINTERS[type(look)](painter, rect, text, look, theme, sought)


def _paint_pill(
    painter: QPainter, rect: QRectF, text: str, look: PillLook, theme: Theme, sought: Sequence[str] = ()
) -> None:
    paint_pill(painter, rect, text, look.icon, look.tone)


def _paint_quiet(
    painter: QPainter, rect: QRectF, text: str, look: Quiet, theme: Theme, sought: Sequence[str] = ()
) -> None:
    painter.setPen(theme.token("text2"))
    paint_text(painter, rect, text, sought=sought)


_PAINTERS: dict[type[Any], Callable[[QPainter, QRectF, str, Any, Theme, Sequence[str]], None]] = {
    Title: paint_title,
    PillLook: _paint_pill,
    Bar: paint_bar,
    Marked: paint_marked,
    Quiet: _paint_quiet,
    Compared: paint_compared,
}


def paint_mark(painter: QPainter, rect: QRectF, tone: str, theme: Theme) -> None:
    """A cell that meets a condition of the user: a coloured ground and a flag, so that it never rests on colour."""
    side = theme.px(12)
    painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.token(f"{tone}Bg"))
    place = QRectF(rect.right() - side - 3, rect.bottom() - side - 4, side, side)
    paint_icon(painter, "flag_16_regular", place, theme.token(f"{tone}Fg"))


def paint_corner(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The mark of a comment: the folded corner of a spreadsheet."""
    side = theme.px(9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token("warnFg"))
    corner = rect.topRight()
    painter.drawPolygon([corner - QPointF(side, 0), corner, corner + QPointF(0, side)])


def paint_problem(painter: QPainter, rect: QRectF, cell: QRect, typed: str, theme: Theme) -> None:
    """What was typed and could not be kept: red ground, mark and the typed text."""
    painter.fillRect(cell, theme.token("errBg"))
    size = theme.px(15)
    mark = QRectF(rect.x(), rect.center().y() - size / 2, size, size)
    paint_icon(painter, "error_circle_16_filled", mark, theme.token("errFg"))
    painter.setPen(theme.token("errFg"))
    paint_text(painter, rect.adjusted(theme.px(20), 0, 0, 0), typed or "–")


def paint_group(painter: QPainter, rect: QRectF, group: Group, *, folded: bool, theme: Theme) -> None:
    """A heading row over the whole width: fold mark, title, facts under it and facts at the right."""
    size, pad = theme.px(16), theme.px(16)
    rect = rect.adjusted(theme.px(CHEVRON / 2) if group.under else 0, 0, 0, 0)
    mark = QRectF(rect.x() + theme.px(10), rect.center().y() - size / 2, size, size)
    paint_icon(painter, f"chevron_{'right' if folded else 'down'}_16_regular", mark, theme.token("text2"))
    small, strong = QFontMetrics(theme.font("small")), QFontMetrics(theme.font("strong"))
    painter.setFont(theme.font("small"))
    painter.setPen(theme.token("text2"))
    painter.drawText(rect.adjusted(0, 0, -pad, 0), RIGHT, group.right)
    room = rect.adjusted(theme.px(CHEVRON), 0, -pad - small.horizontalAdvance(group.right) - pad, 0)
    if group.facts:
        top = room.center().y() - (strong.height() + small.height()) / 2
        below = QRectF(room.x(), top + strong.height(), room.width(), small.height())
        paint_text(painter, below, group.facts)
        room = QRectF(room.x(), top, room.width(), strong.height())
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.token("text"))
    paint_text(painter, room, group.title)
