from __future__ import annotations

import sys
import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.shell.crash import CrashReporter, report_text
from coopdesk.shell.window import Window


def broken(name: str) -> None:
    try:
        {}[name]
    except KeyError as error:
        raise ValueError(f"{name} has no agreement") from error


def caught(name: str) -> BaseException:
    try:
        broken(name)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_holds_no_contents() -> None:
    text = report_text(caught("Ann Peeters"), "0.1.0", ["Add action"] * 20)
    assert "Ann Peeters" not in text
    assert "KeyError" in text
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert text.count("Add action") == 10
    assert "0.1.0" in text


def test_an_error_on_a_worker_is_shown_and_can_be_copied(qtbot: QtBot, window: Window, capsys) -> None:
    reporter = CrashReporter(window.words, "0.1.0", lambda: window, lambda: ["Add action"], lambda text: None)
    reporter.install()
    try:
        thread = threading.Thread(target=broken, args=("Ann Peeters",))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: reporter.dialog is not None)
        assert "ValueError" in reporter.dialog.report.toPlainText()
        assert "Ann" not in reporter.dialog.report.toPlainText()
        reporter.dialog.close()
        qtbot.waitUntil(lambda: reporter.dialog is None)
    finally:
        reporter.remove()
    assert sys.excepthook is not reporter._main
    assert QApplication.instance() is not None
