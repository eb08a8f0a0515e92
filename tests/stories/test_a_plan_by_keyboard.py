"""A plan worked through without a mouse: made, typed, moved, removed and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from tests.gallery import settle, studio

Key = Qt.Key
Ctrl, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


class Keyboard:
    """Presses keys wherever the focus is."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle(self.window, 40)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        settle(self.window)


@pytest.fixture
def desk_of(tmp_path: Path) -> Iterator[tuple[Window, Keyboard]]:
    with studio(True, tmp_path) as (window, _, _opened):
        window.resize(1280, 680)
        window.activateWindow()
        settle(window, 50)
        yield window, Keyboard(window)


def plan(window: Window) -> PlanPage:
    assert isinstance(window.page, PlanPage)
    return window.page


def titles(window: Window) -> list[str]:
    return [row.action.title for row in plan(window).grid.rows]


def test_a_plan_is_worked_through_without_a_mouse(desk_of: tuple[Window, Keyboard]) -> None:
    window, keys = desk_of
    window.go.to(Place("plan", view="table"))
    page = plan(window)
    page.setFocus()
    before = titles(window)
    page.grid.setFocus()
    keys.press(Key.Key_N, Ctrl)
    keys.type("Fietspool")
    keys.press(Key.Key_Return)
    assert "Fietspool" in titles(window)
    made = next(row for row in page.grid.rows if row.action.title == "Fietspool")
    page.grid.select(made.id, "title")
    keys.press(Key.Key_Tab)
    keys.press(Key.Key_F2)
    keys.type("Xavier Wils")  # a name no list completes: a popup takes the focus of the window offscreen
    keys.press(Key.Key_Return)
    assert next(row for row in page.grid.rows if row.id == made.id).action.lead == "Xavier Wils"
    page.grid.select(made.id, "title")
    page.grid.setFocus()
    orders = [titles(window)]
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Up):
        keys.press(key, Alt | Shift)
        orders.append(titles(window))
    assert len({tuple(order) for order in orders}) > 1
    page.grid.select(made.id, "title")
    keys.press(Key.Key_Delete, Ctrl)
    assert titles(window) == before
    keys.press(Key.Key_Z, Ctrl)
    current = page.grid.current()
    assert current is not None
    assert current.action.title == "Fietspool", "undo brings the selection back too"
    keys.press(Key.Key_F6)
    assert not page.grid.view.hasFocus()
