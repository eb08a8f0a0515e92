"""A window that is worked by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from tests.gallery import settle, studio
from tests.stories.keyboard import Keyboard, Studio


class Strays(QObject):
    """Widgets that were a window of their own for a moment: they flash, and take the focus along."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        own = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if own and not isinstance(watched, Window | QDialog | QMenu) and watched.windowType() != Qt.WindowType.ToolTip:
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """One window for all: making the example takes seconds."""
    with studio(True, tmp_path_factory.mktemp("keyboard")) as made:
        made[0].resize(1280, 680)
        strays = Strays()
        QApplication.instance().installEventFilter(strays)
        yield made
        QApplication.instance().removeEventFilter(strays)
        assert strays.found == []


@pytest.fixture
def keys(workplace: Studio) -> Iterator[Keyboard]:
    """Each begins at the start, with the plan as the example has it."""
    window, _, opened = workplace
    last = opened.desk.history.undoable
    window.go.to(Place("start"))
    window.activateWindow()
    settle(window, 5)
    yield Keyboard(window)
    for dialog in window.findChildren(QDialog):
        dialog.close()
    while opened.desk.history.undoable != last:
        opened.desk.undo()
