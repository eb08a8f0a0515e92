"""The small parts screens are made of: cards, figures, states, headings, chips and remarks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.bars import ICONS, Choice
from coopdesk.shell.empty import EmptyState
from coopdesk.shell.icons import paint_icon
from coopdesk.shell.labels import Button, IconButton, Label, Picture
from coopdesk.shell.segmented import SegmentedControl
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

__all__ = [
    "Button", "Card", "Chip", "EmptyState", "IconButton", "KpiCard", "Label", "NoteBar", "Picture", "Pill",
    "SectionTitle", "SegmentedControl", "action_button", "paint_pill",
]  # fmt: skip


class Card(QFrame):
    """A white surface with a border; put things in `body`."""

    def __init__(self, title: str = "", right: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self._title: Label | None = None
        if title or right is not None:
            row = QHBoxLayout()
            self._title = Label(title, "strong", wrap=True)
            row.addWidget(self._title, 1)
            if right is not None:
                row.addWidget(right)
            self.body.addLayout(row)

    def set_title(self, text: str) -> None:
        """Another heading, for a card made with one."""
        if self._title is not None:
            self._title.setText(text)


class KpiCard(QFrame):
    """One figure that counts: what it is, the figure large, and one line beside it. All texts finished."""

    def __init__(self, label: str = "", figure: str = "", note: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 10)
        column.setSpacing(0)
        self._label, self._figure = Label("", "small", "text2", wrap=True), Label("", "kpi")
        self._note = Label("", "small", "text2", wrap=True)
        for part in (self._label, self._figure, self._note):
            column.addWidget(part)
        column.addStretch(1)
        self.show_figure(label, figure, note)

    def show_figure(self, label: str, figure: str, note: str = "", tone: str = "text") -> None:
        """Shows another figure; `tone` is a token such as errFg, and the note says in words what it means."""
        self._label.setText(label)
        self._figure.setText(figure)
        self._figure.tone(tone)
        self._note.setText(note)
        self.setAccessibleName(f"{label}: {figure}. {note}")


class Pill(QWidget):
    """A state as icon, words and colour, never colour alone. Tones: ok, warn, err, info, neutral."""

    def __init__(self, text: str = "", icon: str = "circle_16_regular", tone: str = "neutral") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)
        self.show_state(text, icon, tone)

    def show_state(self, text: str, icon: str, tone: str) -> None:
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._text, self._icon, self._tone)
        painter.end()


def pill_size(text: str) -> QSize:
    """The room a pill takes."""
    theme = current_theme()
    metrics = _metrics("small")
    return QSize(metrics.horizontalAdvance(text) + theme.px(36), metrics.height() + theme.px(7))


def paint_pill(painter: QPainter, rect: QRectF, text: str, icon: str, tone: str) -> None:
    """Paints a pill at the left of a rectangle, for delegates as well."""
    theme, metrics = current_theme(), _metrics("small")
    size, side = pill_size(text), theme.px(15)
    width, height = min(rect.width(), size.width()), min(rect.height(), size.height())
    shape = QRectF(rect.x(), rect.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token(f"{tone}Bg"))
    painter.drawRoundedRect(shape, height / 2, height / 2)
    colour = theme.token(f"{tone}Fg")
    paint_icon(painter, icon, QRectF(shape.x() + theme.px(8), shape.center().y() - side / 2, side, side), colour)
    painter.setFont(theme.font("small"))
    painter.setPen(colour)
    inner = shape.adjusted(theme.px(27), 0, -theme.px(6), 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Chip(Button):
    """A filter that is on or off; `on` is checked. A press tells `run`."""

    def __init__(self, text: str, run: Callable[[], object] | None = None, *, on: bool = False) -> None:
        super().__init__(text, "", "chip", run)
        self.setCheckable(True)
        self.setChecked(on)

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)


class SectionTitle(Label):
    """A heading inside a page or pane."""

    def __init__(self, text: str, kind: str = "strong") -> None:
        super().__init__(text, kind)


class NoteBar(QFrame):
    """A remark in the page with, if wanted, one thing to do about it. Tones: info, ok, warn, err."""

    def __init__(self, text: str = "", tone: str = "info", choice: Choice | None = None, icon: str = "") -> None:
        super().__init__()
        self.setObjectName("note")
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Picture(icon or ICONS[tone], f"{tone}Fg", 18), 0, Qt.AlignmentFlag.AlignTop)
        self._text = Label("", "small", f"{tone}Fg", wrap=True)
        row.addWidget(self._text, 1)
        if choice is not None:
            row.addWidget(Button(choice.text, choice.icon, run=choice.run), 0, Qt.AlignmentFlag.AlignTop)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)


def action_button(action: Action, words: Words, kind: str = "") -> Button:
    """A button for an action; its tooltip shows the shortcut."""
    text = action.plain(words)
    button = Button(text, action.icon, kind, action.run)
    keys = action.shortcut or action.key_text
    button.setToolTip(f"{text.rstrip('…')} ({keys})" if keys else "")
    button.setEnabled(action.enabled())
    return button


def _metrics(kind: str) -> QFontMetrics:
    return QFontMetrics(current_theme().font(kind))
