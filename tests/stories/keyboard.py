"""Someone who has only a keyboard: every key goes to what has the focus, as the system sends it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coopdesk.app.session import Session
from coopdesk.opening import Opened
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.window import Window
from tests.gallery import settle

Key = Qt.Key
Studio = tuple[Window, Session, Opened]
NONE, Ctrl, Shift, Alt = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


class Keyboard:
    """Presses keys wherever the focus is."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self._focused(), key, modifier)
            settle(self.window, 5)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)
        settle(self.window, 5)

    def _focused(self) -> QWidget:
        """A system gives the focus back to the window when a dialog closes; without a screen nothing does."""
        if QApplication.focusWidget() is None:
            (QApplication.activeModalWidget() or self.window).activateWindow()
            settle(self.window, 5)
        return QApplication.focusWidget() or self.window

    def do(self, command: str) -> None:
        """A command by its name, in the field of Ctrl+K."""
        self.press(Key.Key_K, Ctrl)
        self.type(command)
        settle(self.window, 1)
        found = self.window.topbar.field.results.current
        assert found is not None, f"{command} is not found"
        assert command.lower() in found.text.lower(), f"{command} comes after {found.text}"
        self.press(Key.Key_Return)

    def to(self, widget: QWidget, back: bool = False) -> None:
        """Tabs on until something has the focus."""
        for _ in range(60):
            focused = QApplication.focusWidget()
            if focused is widget or (focused is not None and widget.isAncestorOf(focused)):
                return
            self.press(Key.Key_Backtab if back else Key.Key_Tab, Shift if back else NONE)
        raise AssertionError(f"{widget} is not reached")


def plan(window: Window) -> PlanPage:
    assert isinstance(window.page, PlanPage)
    return window.page


def titles(window: Window) -> list[str]:
    return [row.action.title for row in plan(window).grid.rows]


def choose(keys: Keyboard, title: str) -> ActionRow:
    """By its name, in the field of Ctrl+K."""
    keys.do("Actieplan")
    keys.do("Als tabel")
    keys.press(Key.Key_K, Ctrl)
    keys.type(title)
    while not (found := keys.window.topbar.field.results.current) or not found.kind.startswith("Acties"):
        keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    current = plan(keys.window).grid.current()
    assert current is not None
    assert title in current.action.title
    return current
