"""When something goes wrong that nobody foresaw: nothing is lost, the user can work on, and a report can be sent that
holds nothing of what is in the workspace."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from coopdesk.shell.dialog import Dialog
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

STEPS = 10


def report_text(error: BaseException, version: str, labels: Sequence[str]) -> str:
    """What a developer needs: versions, where in the code, and the kinds of the last steps. Never a message of an
    error, a value or a name: those may hold what people typed."""
    lines = [
        f"Coopdesk {version}", f"Qt {qVersion()}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}", "",
    ]  # fmt: skip
    for link in _chain(error):
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        lines += [f"  {_short(f.filename)}:{f.lineno} {f.name}" for f in traceback.extract_tb(link.__traceback__)]
    return "\n".join([*lines, "", "Last steps:", *(f"  {label}" for label in labels[-STEPS:])])


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what it came from, the first cause first."""
    found: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in found:
        found.insert(0, link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return found


def _short(file: str) -> str:
    """The end of a path: the folders before it name people."""
    return "/".join(Path(file).parts[-3:])


class CrashDialog(Dialog):
    """Says that nothing is lost, and offers the report to read, copy or save."""

    def __init__(self, parent: QWidget | None, words: Words, report: str, save: Callable[[str], object]) -> None:
        say = words.say
        super().__init__(
            parent, say("Something went wrong in Coopdesk"),
            say("Your data are safe: every change was already saved. You can work on. If it happens again, send this "
                "report to the helpdesk. It holds no data from your workspace."),
        )  # fmt: skip
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(say("Report"))
        self.body.addWidget(self.report)
        self.add_button(say("Copy report"), lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        self.add_button(say("Save report…"), lambda: save(self.report.toPlainText()))
        self.add_button(say("Work on"), self.close, primary=True)
        self.resize(current_theme().px(640), current_theme().px(460))


class CrashReporter(QObject):
    """Catches what nobody caught, on any thread, and shows it on the GUI thread.

    `labels` gives the kinds of the latest steps (their msgids, without subjects); `save` asks where to write a report.
    """

    caught = Signal(object)

    def __init__(
        self, words: Words, version: str, window: Callable[[], QWidget | None], labels: Callable[[], Sequence[str]],
        save: Callable[[str], object], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._words, self._version, self._window, self._labels, self._save = words, version, window, labels, save
        self._before = sys.excepthook, threading.excepthook
        self.dialog: CrashDialog | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on every uncaught error comes here."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._main
        threading.excepthook = self._thread

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = self._before

    def _main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        traceback.print_exception(kind, error, trace)
        self.caught.emit(error)

    def _thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            self._main(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, error: BaseException) -> None:
        """One dialog at a time; what comes while it is open goes into the same report."""
        report = report_text(error, self._version, self._labels())
        if self.dialog is not None:
            self.dialog.report.appendPlainText(f"\n{report}")
            return
        self.dialog = CrashDialog(self._window(), self._words, report, self._save)
        self.dialog.destroyed.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
