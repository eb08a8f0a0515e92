"""The date field: understands what people type, and has a calendar for who rather points."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.shell.calendar import CalendarPopup
from coopdesk.shell.fields.field import Typist
from coopdesk.shell.fields.text import LineField
from coopdesk.shell.theme import current_theme
from coopdesk.words.marks import N_
from coopdesk.words.reading import read_date


class DateField(LineField):
    """A date as precise as it is known: 31/5, 31-5-26, 31 mei, mei 2026, Q3 2026, 2026, vandaag, +2w.

    The value is a PartialDate or None; with `whole_days` only days are taken. Alt+Down opens the calendar.
    """

    def __init__(
        self, typist: Typist, label: str, *, required: bool = False, hint: str = "", whole_days: bool = False
    ) -> None:
        super().__init__(typist, label, required=required, hint=hint)
        self._whole_days = whole_days
        self._open_action = QAction(self)
        current_theme().changed.connect(self._dress_calendar)
        self._dress_calendar()
        self._open_action.setToolTip(typist.words.say("Calendar (Alt+Down)"))
        self._open_action.triggered.connect(self.open_calendar)
        self.line.addAction(self._open_action, QLineEdit.ActionPosition.TrailingPosition)

    def _dress_calendar(self) -> None:
        self._open_action.setIcon(current_theme().icon("calendar_ltr"))

    def open_calendar(self) -> None:
        """Shows the calendar under the field, at its date or today."""
        CalendarPopup(self.line, self._shown_day(), self.take).open_under()

    def take(self, day: date) -> None:
        """A day chosen in the calendar."""
        self.line.setText(self._typist.words.formats.field_day(day))
        self.commit()
        self.line.setFocus()

    def _shown_day(self) -> date:
        try:
            found = self._read()
        except Invalid:
            found = None
        return found.first if found is not None else self._typist.clock.today()

    def _meaning(self, text: str) -> PartialDate | None:
        if not text.strip("–"):
            return None
        found = read_date(text, self._typist.clock.today())
        if self._whole_days and found.precision != Precision.DAY:
            raise Invalid(N_("Type a day, for example 31/5/2026."))
        return found

    def _wording(self, value: Any) -> str:
        return self._typist.words.formats.field_partial(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)
