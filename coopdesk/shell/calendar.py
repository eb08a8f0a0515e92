"""The calendar that opens under a date, in a field and in a cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget


class CalendarPopup(QFrame):
    """A month with weeks from Monday; Enter or a click takes a day, Esc closes."""

    def __init__(self, near: QWidget, day: date, take: Callable[[date], object]) -> None:
        super().__init__(near, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take_day, self._near = take, near
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Belgium))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def open_under(self) -> None:
        """Under what it belongs to, or above it where the screen ends."""
        self.adjustSize()
        near = self._near
        at = near.mapToGlobal(QPoint(0, near.height() + 2))
        room = near.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        if at.y() + self.height() > room.bottom():
            at.setY(near.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(at)
        self.show()
        self.calendar.setFocus()

    def _take(self, chosen: QDate) -> None:
        self.close()
        self._take_day(date(chosen.year(), chosen.month(), chosen.day()))
