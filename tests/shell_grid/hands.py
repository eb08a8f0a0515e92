"""The hands of a user of the grid: what is typed, pasted and dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.shell_grid.conftest import Bench, press

Key = Qt.Key
Ctrl, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


def editor() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def put(text: str, html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(bench: Bench, qtbot: QtBot, text: str, html: str = "") -> None:
    put(text, html)
    press(bench, qtbot, Key.Key_V, Ctrl)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Real mouse events: down, over, up."""
    moves = (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, (start + end) / 2, LEFT),
        (QEvent.Type.MouseMove, end, LEFT),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    )
    for kind, at, held in moves:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        where = QPointF(at)
        event = QMouseEvent(kind, where, QPointF(widget.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def selected(bench: Bench) -> set[tuple[str, str]]:
    lines, columns = bench.grid.model.lines, bench.grid.shape.columns
    found = bench.grid.view.selectionModel().selectedIndexes()
    return {(lines[i.row()].id, columns[i.column()].key) for i in found if lines[i.row()].row is not None}
