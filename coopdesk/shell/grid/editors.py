"""The widgets in which cells are typed: a line, a date with its calendar, a taller text, or a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.calendar import CalendarPopup
from coopdesk.shell.grid.kinds import ChoiceKind, Typing
from coopdesk.shell.grid.offers import Offers
from coopdesk.shell.theme import current_theme
from coopdesk.words.reading import read_date

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QLineEdit):
    """One line, filling the cell. `leaving` names the step of Enter or Tab pressed while names are offered: the list
    of names takes these keys before the delegate sees them."""

    leaving = Signal(int, int)
    offers: Offers | None = None  # Qt sends events before there is one, and after it is gone

    def __init__(self, parent: QWidget, names: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.offers = Offers(self, names) if names else None
        if self.offers is not None:
            self.textEdited.connect(self.offers.look)
            self.offers.activated.connect(self.setText)

    def event(self, event: QEvent) -> bool:
        if self.offers is not None and opens_list(event):
            self.offers.offer_all()
            return True
        step = ending(event)
        if step is not None and self.offers is not None and self.offers.is_open:
            if self.offers.chosen:
                self.setText(self.offers.chosen)
            self.offers.close_list()
            QTimer.singleShot(0, self, lambda: self.leaving.emit(*step))
            event.accept()
            return True
        return super().event(event)


class DateEditor(LineEditor):
    """A date typed as people type it; Alt+Down or the picture opens a calendar."""

    def __init__(self, parent: QWidget, typing: Typing) -> None:
        super().__init__(parent)
        self._typing = typing
        tip = typing.words.say("Calendar (Alt+Down)")
        opener = QAction(current_theme().icon("calendar_ltr"), tip, self)
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)

    def open_calendar(self) -> None:
        """The month of the typed date, or this one."""
        try:
            day = read_date(self.text(), self._typing.today).first
        except Invalid:
            day = self._typing.today
        CalendarPopup(self, day, self._take).open_under()

    def event(self, event: QEvent) -> bool:
        if opens_list(event):
            self.open_calendar()
            return True
        return super().event(event)

    def _take(self, day: date) -> None:
        self.setText(self._typing.words.formats.field_day(day))
        self.setFocus()


class ChoiceEditor(QComboBox):
    """One of a list; opens at once, and choosing one keeps it: with Enter or Tab one goes on, as from any cell. Esc
    leaves the cell as it was."""

    leaving = Signal(int, int)
    dismissed = Signal()

    def __init__(self, parent: QWidget, kind: ChoiceKind, icons: Callable[[str], str] | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        for choice in kind.choices():
            if choice.icon:
                self.addItem(theme.icon(choice.icon), choice.text)
            else:
                self.addItem(choice.text)
        self.setMaxVisibleItems(15)
        self._step, self._searching = (0, 0), False
        self.activated.connect(self._chosen)
        # Opened at once it would close again with the key or click that asked for it.
        QTimer.singleShot(0, self, self.showPopup)

    def showPopup(self) -> None:
        """The list takes Enter and Tab for itself; asked last, this is told of them first."""
        super().showPopup()
        self.view().installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter only goes to the first choice that begins so; Qt would take it as chosen."""
        self._searching = True
        super().keyPressEvent(event)
        self._searching = False

    def _chosen(self, _: int) -> None:
        if not self._searching:
            self.leaving.emit(*self._step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.hidePopup()
            QTimer.singleShot(0, self, self.dismissed.emit)
            return True
        # The list acts on Enter as soon as it is asked whether the key is a shortcut.
        step = step_of(event) if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) else None
        if step is None or not self.view().isVisible():
            return super().eventFilter(watched, event)
        self._step = step
        self.setCurrentIndex(self.view().currentIndex().row())
        self.hidePopup()
        QTimer.singleShot(0, self, lambda: self.leaving.emit(*step))
        return True


class TextEditor(QPlainTextEdit):
    """Several lines; Alt+Enter breaks a line, Enter keeps the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)

    def event(self, event: QEvent) -> bool:
        alt = isinstance(event, QKeyEvent) and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self.insertPlainText("\n")
            return True
        return super().event(event)

    def put(self, text: str, *, over: bool) -> None:
        """Shows a text, all of it chosen where the next key is to replace it."""
        self.setPlainText(text)
        if over:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)


def _is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in ENTER


def opens_list(event: QEvent) -> bool:
    """Alt+Down: opens what there is to choose from."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() == Qt.Key.Key_Down
        and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    )


def ending(event: QEvent) -> tuple[int, int] | None:
    """Where a key that ends editing goes, as rows down and columns right; None when it edits on."""
    return step_of(event) if event.type() == QEvent.Type.KeyPress else None


def step_of(event: QEvent) -> tuple[int, int] | None:
    """Where Enter or Tab goes, with Shift the other way."""
    if not isinstance(event, QKeyEvent):
        return None
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return (-1 if back else 1, 0)
    if event.key() == Qt.Key.Key_Tab:
        return (0, 1)
    return (0, -1) if event.key() == Qt.Key.Key_Backtab else None
