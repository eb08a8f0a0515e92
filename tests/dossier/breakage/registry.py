"""The list of breakages, each under the number of the condition that it violates."""

from __future__ import annotations

from collections.abc import Callable

from tests.dossier.breakage.tool import Broken

Breakage = Callable[[Broken], None]
BREAKAGES: dict[str, Breakage] = {}


def breaks(*numbers: str) -> Callable[[Breakage], Breakage]:
    """Register a function that makes a file fail these conditions."""

    def register(breakage: Breakage) -> Breakage:
        """Add the breakage to the list."""
        BREAKAGES.update(dict.fromkeys(numbers, breakage))
        return breakage

    return register
