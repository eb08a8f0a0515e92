"""The route strip: the six steps from area to dossier, each with its state and a click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from coopdesk.shell.icons import paint_icon
from coopdesk.shell.theme import Theme
from coopdesk.start.model import RouteStep, StepKey, StepState
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

TITLES = {
    StepKey.AREA: N_("Area of work"),
    StepKey.ANALYSIS: N_("Analysis"),
    StepKey.OPPORTUNITIES: N_("Opportunities"),
    StepKey.PLAN: N_("Action plan"),
    StepKey.AGREEMENTS: N_("Agreements"),
    StepKey.DOSSIER: N_("Dossier"),
}
STATES = {StepState.TODO: N_("to do"), StepState.BUSY: N_("under way"), StepState.DONE: N_("in place")}
ICONS = {
    StepState.TODO: ("circle_20_regular", "control"),
    StepState.BUSY: ("circle_half_fill_20_regular", "accent"),
    StepState.DONE: ("checkmark_circle_20_filled", "okFg"),
}


def step_note(words: Words, step: RouteStep) -> str:
    """How far a step is, in a few words."""
    match step.key:
        case StepKey.AREA if step.done:
            return words.count("{n} municipality", "{n} municipalities", step.done)
        case StepKey.ANALYSIS if step.total:
            return words.count("{done} of {n} chapter", "{done} of {n} chapters", step.total, done=step.done)
        case StepKey.OPPORTUNITIES if step.total:
            return words.count("{n} chosen", "{n} chosen", step.done)
        case StepKey.PLAN if step.done:
            return words.count("{n} action", "{n} actions", step.done)
        case StepKey.AGREEMENTS if step.total:
            return words.count("{n} in force", "{n} in force", step.done)
        case _:
            return words.say(STATES[step.state])


class StepButton(QAbstractButton):
    """One step: icon of its state, number and name, and how far it is."""

    def __init__(self, theme: Theme, run: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._note = theme, ""
        self._state, self._first, self._last = StepState.TODO, False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _: run())
        theme.changed.connect(self.updateGeometry)

    def show_step(self, title: str, note: str, state: StepState, spoken: str, *, ends: tuple[bool, bool]) -> None:
        """What it shows; `ends` says whether it is the first and whether it is the last."""
        self._note, self._state = note, state
        self._first, self._last = ends
        self.setText(title)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        strong, small = QFontMetrics(theme.font("strong")), QFontMetrics(theme.font("small"))
        wide = max(strong.horizontalAdvance(self.text()), small.horizontalAdvance(self._note))
        return QSize(wide + theme.px(16), theme.px(34) + strong.height() + small.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(76), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line through all steps with the state on it, the name and the note below, centred."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, side = QRectF(self.rect()), theme.px(22)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.token("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("hover") if self.underMouse() else QColor(Qt.GlobalColor.transparent))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), theme.px(4), theme.px(4))
        middle, y = area.center().x(), theme.px(6) + side / 2
        painter.setPen(QPen(theme.token("border"), 2))
        gap = side / 2 + theme.px(6)
        for skip, start, end in ((self._first, area.left(), middle - gap), (self._last, middle + gap, area.right())):
            if not skip:
                painter.drawLine(round(start), round(y), round(end), round(y))
        icon, token = ICONS[self._state]
        paint_icon(painter, icon, QRectF(middle - side / 2, y - side / 2, side, side), theme.token(token))
        self._write(painter, area, round(y + side / 2 + theme.px(3)))
        painter.end()

    def _write(self, painter: QPainter, area: QRectF, top: int) -> None:
        for text, kind, token in ((self.text(), "strong", "text"), (self._note, "small", "text2")):
            font = self._theme.font(kind)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theme.token(token))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(area.width()) - 8)
            painter.drawText(QRectF(area.left(), top, area.width(), metrics.height()),
                             Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, shown)  # fmt: skip
            top += metrics.height()


class RouteStrip(QWidget):
    """The six steps in a row; `go` takes the user to one."""

    def __init__(self, theme: Theme, words: Words, go: Callable[[StepKey], object]) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words.say("Route from area to dossier"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {key: StepButton(theme, partial(go, key)) for key in StepKey}
        for button in self.buttons.values():
            row.addWidget(button, 1)

    def show_route(self, route: Sequence[RouteStep]) -> None:
        """Shows how far every step is."""
        words = self._words
        for n, step in enumerate(route, 1):
            name, note = f"{n} {words.say(TITLES[step.key])}", step_note(words, step)
            state = words.say(STATES[step.state])
            spoken = f"{name}: {state}" if note == state else f"{name}: {state}, {note}"
            self.buttons[step.key].show_step(name, note, step.state, spoken, ends=(n == 1, n == len(route)))
