"""Imports while the program runs, one thread at a time.

Python locks each module by itself. When two threads import a package whose parts import each other, such as SQLAlchemy,
each finds half of what the other is making, and one of them fails. So whatever is imported after the start, on the GUI
thread or on a worker, is imported through here.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

ALL_THERE = threading.Event()  # set once every screen has come in
_ONE = threading.RLock()


def load(name: str) -> Any:
    """The module of this name."""
    with _ONE:
        return import_module(name)


@contextmanager
def importing() -> Iterator[None]:
    """Around a function of the GUI thread that imports inside. Once all screens are there it has nothing left to
    import, and does not wait for a worker that has."""
    if ALL_THERE.is_set():
        yield
        return
    with _ONE:
        yield
