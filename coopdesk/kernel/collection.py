"""Python's search for objects that only hold each other, and when it is in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for circles while a great many plain values are made: each would look at all of them again, which
    takes as long as making them. What nobody holds any more still goes at once."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                # What was made counts as old, so that the next small search does not look through all of it after all.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
