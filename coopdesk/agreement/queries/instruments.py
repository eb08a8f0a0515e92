"""The instruments of cooperation that are known beforehand; any other may be typed."""

from __future__ import annotations

import csv

from coopdesk.agreement.model import CooperationClass, Instrument
from coopdesk.kernel.resources import resource


def known_instruments() -> list[Instrument]:
    """The catalogue that ships with the program, in its order."""
    with resource("agreement/instruments.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return [Instrument(row["name"], CooperationClass(row["class"]), row["source"]) for row in rows]
