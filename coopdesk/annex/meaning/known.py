"""The register of names as it ships with the program: municipalities, sub-municipalities, French and other names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from coopdesk.annex.meaning.register import Municipality, Part, Register
from coopdesk.kernel.resources import resource
from coopdesk.territory.gazetteer import Gazetteer

_QUALIFIED = re.compile(r"(?P<name>.*?) ?\((?P<tail>.*)\)")


def register_of(gazetteer: Gazetteer) -> Register:
    """The names of the municipalities (REFNIS, © Statbel) and those of their parts (Provincies in Cijfers)."""
    municipalities = [
        Municipality(m.nis_code, m.name, m.province, m.arrondissement, m.valid_from, m.valid_to, m.successor or "")
        for m in gazetteer.readable()
    ]
    alternatives = [(row["name"], row["nis"]) for row in _rows("annex/alternative_names.csv")]
    parts = [_part(row["deelgemeente"], row["nis_2025"]) for row in _rows("territory/submunicipalities.csv")]
    outside = [(name, row["nis"]) for row in _rows("territory/outside.csv") for name in (row["name"], row["french"])]
    return Register(municipalities, alternatives, parts, [(name, nis) for name, nis in outside if name])


def _part(name: str, nis: str) -> Part:
    found = _QUALIFIED.fullmatch(name)
    return Part(found["name"], nis, found["tail"]) if found else Part(name, nis)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with resource(name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")
