"""Starts the program: something to see at once, then the real window, then the workspace.

What is imported here is on the way to the first paint, so it is little.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coopdesk.app.asked import parse
from coopdesk.app.sight import FirstSight
from coopdesk.app.single import Single
from coopdesk.settings.file import own_settings

STARTED = 3000  # milliseconds: by then the first screen stands there


def start(arguments: Sequence[str]) -> int:
    """Run the window until it is closed."""
    asked = parse(arguments)
    if not _has_screen():
        # Qt would end the process with a core dump and advice that is of no use to a coordinator.
        sys.stderr.write(
            "There is no screen here, so no window can open; see coopdesk --help for what works without.\n"
        )
        return 1
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    collect_later(app)
    settings = own_settings()
    single = Single(str(asked.workspace or "own"))
    if single.is_second(asked.file):
        return 0
    with (settings.folder / "faults.log").open("w", encoding="utf-8") as log:
        faulthandler.enable(log)
        sight = FirstSight(settings)
        sight.seen.connect(
            lambda: sight.give_way(import_module("coopdesk.app.program").begin(app, settings, single, asked))
        )
        sight.show()
        code = app.exec()
        faulthandler.disable()
    return code


def collect_later(app: QApplication) -> None:
    """Collect no garbage while the program starts: what it makes then stays, and looking through it again and again
    takes a twentieth of the time. What is there afterwards is not looked through any more."""
    gc.disable()

    def again() -> None:
        gc.freeze()
        gc.enable()

    QTimer.singleShot(STARTED, app, again)


def _has_screen() -> bool:
    """Whether Qt can show a window: on Linux that takes a display, unless another platform was asked for."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
