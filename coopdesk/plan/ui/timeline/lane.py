"""The lane of the meetings above the bars: which steering group met, or will meet, when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from coopdesk.plan.ui.neighbours import Gathering
from coopdesk.plan.ui.timeline.paint import Stand
from coopdesk.shell.grid.paint import paint_text
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

SPOT, PAD = 5, 4  # pixels: the radius of a meeting, and the air around it


def lane_height() -> int:
    """How high the lane is."""
    theme = current_theme()
    return round(QFontMetricsF(theme.font("small")).height()) + theme.px(2 * PAD)


def spot_of(one: Gathering, rect: QRectF, stand: Stand) -> QPointF:
    """The middle of a meeting in its lane."""
    x = rect.x() + stand.scale.x(one.day) + stand.scale.day / 2 - stand.left
    return QPointF(x, rect.center().y())


def gathering_at(gatherings: Sequence[Gathering], rect: QRectF, stand: Stand, spot: QPointF) -> Gathering | None:
    """The meeting under the mouse: a target is larger than what is painted."""
    reach = current_theme().px(12)
    near = [(abs(spot_of(one, rect, stand).x() - spot.x()), one) for one in gatherings]
    found = min(near, key=lambda pair: pair[0], default=None)
    return found[1] if found is not None and found[0] <= reach and rect.contains(spot) else None


def paint_lane(painter: QPainter, rect: QRectF, gatherings: Sequence[Gathering], stand: Stand) -> None:
    """A ring per meeting, filled once it was held; its name behind it where there is room before the next."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small"))
    radius, air = theme.px(SPOT), theme.px(PAD)
    spots = [spot_of(one, rect, stand) for one in gatherings]
    for at, (one, spot) in enumerate(zip(gatherings, spots, strict=True)):
        painter.setPen(QPen(theme.token("accent"), 1.5))
        painter.setBrush(theme.token("accent") if one.day <= stand.today else theme.token("surface"))
        painter.drawEllipse(spot, radius, radius)
        until = spots[at + 1].x() - radius if at + 1 < len(spots) else rect.right()
        room = QRectF(spot.x() + radius + air, rect.y(), until - spot.x() - radius - 2 * air, rect.height())
        if room.width() >= theme.px(40):
            painter.setPen(theme.token("text2"))
            paint_text(painter, room, one.name)


def spoken(words: Words, gatherings: Sequence[Gathering]) -> str:
    """All meetings in words."""
    day = words.formats.long_day
    return ". ".join(words.say("{name}, {day}", name=one.name, day=day(one.day)) for one in gatherings)


def paint_title(painter: QPainter, rect: QRectF, words: Words) -> None:
    """What the lane is, before it."""
    theme = current_theme()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.token("text2"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words.say("Consultation"))
