"""The line at the foot of the window: what is saved, what is running, where the figures come from."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from coopdesk.shell.labels import Button, Label, Picture
from coopdesk.shell.tasks import Task, Tasks
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words

AFTER = 600  # milliseconds of work that need no mention


class TaskPanel(QWidget):
    """The task at work, from 0.6 seconds on, with how far it is and Cancel."""

    def __init__(self, words: Words, theme: Theme, tasks: Tasks) -> None:
        super().__init__()
        self._words, self._tasks, self._theme = words, tasks, theme
        self._title, self._bar = Label("", "small"), QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(words.say("Cancel"), run=self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._title, self._bar, self._cancel):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._show)
        self.hide()
        tasks.started.connect(self._started)
        tasks.progressed.connect(self._progressed)
        tasks.ended.connect(self._next)

    @property
    def text(self) -> str:
        return self._title.text()

    def _started(self, task: Task) -> None:
        if self._tasks.running[0] is task:
            self._timer.start()

    def _next(self, ended: Task) -> None:
        self.hide()
        self._timer.stop()
        if self._tasks.running:
            self._timer.start()

    def _show(self) -> None:
        if self._tasks.running:
            self._bar.setRange(0, 0)
            self._bar.setFixedWidth(self._theme.px(160))
            self._tell(self._tasks.running[0], "")
            self._cancel.setEnabled(not self._tasks.running[0].stopping)
            self.show()

    def _progressed(self, task: Task, done: int, total: int, what: str) -> None:
        if self._tasks.running and self._tasks.running[0] is task and self.isVisible():
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._tell(task, what)

    def _tell(self, task: Task, what: str) -> None:
        text = f"{task.title} · {what}" if what else task.title
        self._title.setText(text)
        self._bar.setAccessibleName(text)

    def _stop(self) -> None:
        if self._tasks.running:
            self._tasks.running[0].cancel()
            self._cancel.setEnabled(False)
            self._title.setText(self._words.say("Stopping…"))


class Foot(QFrame):
    """Saved text and task at the left; facts, totals and zoom at the right."""

    def __init__(self, words: Words, theme: Theme, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._words, self._theme = words, theme
        self._mark, self._saved = Picture("checkmark_circle_16_regular", "okFg"), Label("", "small", "text2")
        self.tasks = TaskPanel(words, theme, tasks)
        self._totals, self._facts, self._zoom = (Label("", "small", "text2") for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._saved)
        row.addWidget(self.tasks)
        row.addStretch(1)
        for label in (self._totals, self._facts, self._zoom):
            row.addWidget(label)
        self._saved.hide()
        self._mark.hide()
        theme.changed.connect(self._show_zoom)
        self._show_zoom()

    @property
    def saved(self) -> str:
        return self._saved.text()

    def show_saved(self, text: str) -> None:
        """When the last change was kept, in finished words; empty without a workspace."""
        self._saved.setText(text)
        self._saved.setVisible(bool(text))
        self._mark.setVisible(bool(text))

    def show_facts(self, text: str) -> None:
        """What the figures on show are and where they come from, in a few words."""
        self._facts.setText(text)

    def show_totals(self, text: str) -> None:
        """Count, sum and average of what is chosen in a list."""
        self._totals.setText(text)

    def _show_zoom(self) -> None:
        self._zoom.setText(self._words.say("Zoom {percent}%", percent=self._theme.percent))
