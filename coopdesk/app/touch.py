"""The first key, click or file over the window: from then on an edit may come, and it should not wait for an import."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from coopdesk.kernel.loading import load

# Files can be dropped on a window that nobody has clicked yet.
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.DragEnter)


class FirstTouch(QObject):
    """Watches a window that is on show until someone touches it, then gets ready to write on a worker.

    A workspace that is only open holds no SQLAlchemy in memory; by the time the first words are typed it is there.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            watched.removeEventFilter(self)
            QThreadPool.globalInstance().start(load("coopdesk.storage.unit").get_ready_to_write)
        return False
