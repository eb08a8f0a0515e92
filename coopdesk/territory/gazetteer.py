"""The municipalities of Flanders through time, with what they merged into; read once and passed around."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from coopdesk.kernel.resources import resource
from coopdesk.territory.model import KnownArea, Municipality

PROVINCES = ("Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen")
FLANDERS = "region:flanders"
PROVINCE = "province:"
AREA = "area:"


class Gazetteer:
    """All municipalities by NIS code: 308 on 31 December 2018, 300 from 2019, 285 from 2025.

    `invented` are those of the example area: known by code, but never among the municipalities of Flanders, and only
    offered to choose from in the workspace of the example.
    """

    def __init__(
        self,
        municipalities: Iterable[Municipality],
        invented: Iterable[Municipality] = (),
        *,
        offers_invented: bool = False,
    ) -> None:
        self._flanders = {m.nis_code: m for m in municipalities}
        examples = {m.nis_code: m for m in invented}
        self._all = self._flanders | examples
        self._offered = list(examples.values()) if offers_invented else []
        self._parts: dict[str, list[str]] = {}
        for m in self._all.values():
            if m.successor:
                self._parts.setdefault(m.successor, []).append(m.nis_code)

    def __iter__(self) -> Iterator[Municipality]:
        return iter(self._flanders.values())

    def find(self, nis_code: str) -> Municipality | None:
        return self._all.get(nis_code)

    def at(self, day: date) -> list[Municipality]:
        """The municipalities that exist on a day, by name."""
        return sorted((m for m in self._flanders.values() if m.exists_on(day)), key=lambda m: m.name)

    def readable(self) -> list[Municipality]:
        """Those a spreadsheet may speak of, of any time: in the example its invented ones too."""
        return [*self._flanders.values(), *self._offered]

    def offered(self, day: date) -> list[Municipality]:
        """The municipalities to choose from on a day: in the example those of the example first."""
        return [*self._offered, *self.at(day)]

    def name(self, nis_code: str) -> str:
        """The name, or the code itself when it is not a municipality of Flanders."""
        found = self._all.get(nis_code)
        return found.name if found else nis_code

    def names(self, nis_codes: Iterable[str]) -> list[str]:
        return sorted(self.name(code) for code in nis_codes)

    def on(self, nis_code: str, day: date) -> str:
        """The code of the municipality this one belongs to on a day: itself, or what it merged into by then.

        A day before the municipality existed gives the code itself: its parts are several, see `parts_of`.
        """
        found = self._all.get(nis_code)
        while found and found.successor and found.valid_to is not None and found.valid_to < day:
            nis_code = found.successor
            found = self._all.get(nis_code)
        return nis_code

    def heir_among(self, nis_code: str, known: Container[str]) -> str:
        """The code itself or the first of its successors that is among those known; itself when none is."""
        found: Municipality | None = self._all.get(nis_code)
        while found is not None:
            if found.nis_code in known:
                return found.nis_code
            found = self._all.get(found.successor) if found.successor else None
        return nis_code

    def parts_of(self, nis_code: str, day: date) -> list[str]:
        """The codes that made up this municipality's ground on a day: itself, or those it was merged from.

        Antwerpen kept its code when Borsbeek joined it in 2025: before, its ground was that of both.
        """
        found = self._all.get(nis_code)
        if found is None:
            return [nis_code]
        if found.valid_from <= day:
            return [self.on(nis_code, day), *(p for p in self._parts.get(nis_code, ()) if self._all[p].exists_on(day))]
        parts = self._parts.get(nis_code, [])
        return [code for part in parts for code in self.parts_of(part, day)] or [nis_code]

    def province(self, nis_code: str, day: date) -> str:
        """The province it lies in on a day; empty when not known. Zwijndrecht changed province in 2025."""
        found = self._all.get(self.on(nis_code, day))
        return found.province if found else ""

    def in_province(self, province: str, day: date) -> list[str]:
        """The codes of a province on a day."""
        return [m.nis_code for m in self.at(day) if m.province == province]

    def by_name(self, name: str, day: date) -> str | None:
        """The code with exactly this name on a day, or what a former municipality of that name has become by then."""
        same = [m for m in self._all.values() if m.name.casefold() == name.strip().casefold()]
        for m in same:
            if m.exists_on(day):
                return m.nis_code
        return self.on(same[0].nis_code, day) if same else None

    def code_named(self, name: str) -> str | None:
        """The oldest code with exactly this name: of two Hasselts the one before the merger."""
        same = [m for m in self._all.values() if m.name.casefold() == name.strip().casefold()]
        return min(same, key=lambda m: m.valid_from).nis_code if same else None

    def merged_into(self, nis_code: str) -> tuple[str, ...]:
        """The former municipalities that went up in this one; the one that kept its code among them."""
        parts = self._parts.get(nis_code, [])
        merged_on = max((self._all[part].valid_to or date.min for part in parts), default=date.min)
        return (*parts, nis_code) if self._all[nis_code].valid_from < merged_on else tuple(parts)

    def of_place(self, place: str, day: date, areas: Mapping[str, Iterable[str]] | None = None) -> list[str]:
        """The codes a place stands for on a day: a NIS code, `province:NAME`, `region:flanders` or `area:ID`."""
        if place == FLANDERS:
            return [m.nis_code for m in self.at(day)]
        if place.startswith(PROVINCE):
            return self.in_province(place.removeprefix(PROVINCE), day)
        members: Iterable[str] = [place]
        if place.startswith(AREA):
            members = (areas or {}).get(place.removeprefix(AREA), ())
        return list(dict.fromkeys(code for member in members for code in self.parts_of(member, day)))


def open_gazetteer(*, offers_invented: bool = False) -> Gazetteer:
    """The municipalities that ship with the program (REFNIS, © Statbel, CC BY 4.0), and those of the example."""
    files = (resource("territory/municipalities.csv"), resource("example/municipalities.csv"))
    flanders, invented = ([_municipality(row) for row in _rows(file)] for file in files)
    return Gazetteer(flanders, invented, offers_invented=offers_invented)


def known_areas() -> list[KnownArea]:
    """The steering areas known from public sources; those not confirmed by one are marked so."""
    return [
        KnownArea(
            row["name"],
            row["kind"],
            row["province"],
            tuple(name for name in row["municipalities"].split("|") if name),
            row["source"],
            is_verified=row["verified"] == "1",
        )
        for row in _rows(resource("territory/steering_areas.csv"))
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def _municipality(row: dict[str, str]) -> Municipality:
    return Municipality(
        row["nis"],
        row["name"],
        row["province"],
        row["arrondissement"],
        row["centrumstad"] == "1",
        date.fromisoformat(row["valid_from"]),
        date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        row["successor_nis"] or None,
        float(row["longitude"]),
        float(row["latitude"]),
    )
