"""Imports while the program runs, one thread at a time.

Python locks each module by itself. When two threads import a package whose parts import each other, such as SQLAlchemy,
each finds half of what the other is making, and one of them fails. So whatever is imported after the start, on the GUI
thread or on a worker, is imported through here.
"""

from __future__ import annotations

import threading
from importlib import import_module
from typing import Any

ONE_AT_A_TIME = threading.RLock()  # held around a function that imports inside


def load(name: str) -> Any:
    """The module of this name."""
    with ONE_AT_A_TIME:
        return import_module(name)
