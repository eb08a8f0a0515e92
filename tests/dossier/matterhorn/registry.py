"""The list of checks, each under the number of its failure condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.dossier.matterhorn.model import PdfModel

Check = Callable[[PdfModel], Iterator[str]]
CHECKS: dict[str, Check] = {}


def checkpoint(number: str) -> Callable[[Check], Check]:
    """Register a function that yields what fails this condition."""

    def register(check: Check) -> Check:
        """Add the check to the list."""
        if number in CHECKS:
            raise ValueError(f"checkpoint {number} has a check already")
        CHECKS[number] = check
        return check

    return register
