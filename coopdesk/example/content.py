"""Reads the example area: invented municipalities, people and figures, with days counted from the day it is made."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Observation
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.kernel.resources import resource


def content() -> dict[str, Any]:
    """What the example consists of, except for its figures."""
    found: dict[str, Any] = json.loads(resource("example/voorbeeldstreek.json").read_text(encoding="utf-8"))
    return found


def municipality_codes() -> tuple[str, ...]:
    """The codes of the invented municipalities; no real NIS code begins with 9."""
    with resource("example/municipalities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row["nis"] for row in csv.DictReader(file, delimiter=";"))


def observations(source_id: str, import_id: str) -> list[Observation]:
    """The invented figures of ten years; those by age and sex only of the last one."""
    with resource("example/figures.csv").open(encoding="utf-8", newline="") as file:
        return [
            Observation(
                new_id(), 1, row["indicator"], row["place"], row["period"], Decimal(row["value"]),
                breakdown=row["breakdown"], definition=BY_CODE[row["indicator"]].definition_version,
                source_id=source_id, import_id=import_id, sheet="cijfers", cell=f"D{line}", raw=row["value"],
            )
            for line, row in enumerate(csv.DictReader(file, delimiter=";"), start=2)
        ]  # fmt: skip


def day(text: str, today: date) -> PartialDate | None:
    """A day as the example writes it: `+36d` from today, or a date in which Y0 stands for this year (`Y0+1-06`)."""
    if not text:
        return None
    if text.endswith("d") and text[0] in "+-":
        return PartialDate.day(today + timedelta(days=int(text[:-1])))
    if text.startswith("Y0"):
        rest = text[2:]
        shift = int(rest[:2]) if rest[:1] == "+" or (rest[:2] in ("-1", "-2") and rest[2:3] == "-") else 0
        text = f"{today.year + shift}{rest[2:] if shift else rest}"
    return PartialDate.parse(text)


def held(text: str, today: date) -> date:
    """The day of a meeting, written as in `day`."""
    found = day(text, today)
    return today if found is None else found.first


def period(text: str, today: date) -> str:
    """A half-year counted back from the last one that is over: `-1` is that one, `-4` three before it."""
    last = today.year * 2 + (1 if today.month > 6 else 0) - 1
    at = last + int(text) + 1
    return f"{at // 2}-H{at % 2 + 1}"
