"""The changes a coordinator makes to areas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.territory.model import Area, AreaKind, AreaMembership, Benchmark, MapLayer
from coopdesk.territory.ports import LayerWork, RemovalWork, TerritoryWork
from coopdesk.territory.rules import checked_area, checked_membership
from coopdesk.words.marks import N_

CHANGED = N_("This was changed since you opened it.")


@dataclass(frozen=True, slots=True)
class AddArea:
    """Make an area of these municipalities; the id of the new area."""

    name: str
    nis_codes: tuple[str, ...]
    begin_year: int
    end_year: int
    kind: AreaKind = AreaKind.STEERING_AREA
    legal_form: str = ""
    source: str = ""
    is_verified: bool = True
    is_example: bool = False
    label: str = N_("Add area")

    def run(self, work: TerritoryWork) -> str:
        area = checked_area(
            Area(new_id(), 1, self.name, self.kind, self.begin_year, self.end_year, self.legal_form, self.source,
                 self.is_verified, "", self.is_example)
        )  # fmt: skip
        same = [a for a in work.territory.areas() if a.name.casefold() == area.name.casefold() and a.kind == area.kind]
        if same:
            raise Invalid("There is already an area called “{name}”.", name=area.name)
        work.about(area.name)
        work.territory.add(area)
        for code in dict.fromkeys(self.nis_codes):
            work.territory.add(AreaMembership(new_id(), 1, area.id, code))
        return area.id


@dataclass(frozen=True, slots=True)
class ReviseArea:
    """Change name, period, kind, legal form or remark of an area."""

    area: Area
    label: str = N_("Change area")

    def run(self, work: TerritoryWork) -> None:
        area = checked_area(self.area)
        work.about(area.name)
        work.territory.save(area)


@dataclass(frozen=True, slots=True)
class RemoveArea:
    """Take an area away, with its members and how its dossier is printed; refused while an analysis or a plan is still
    kept for it."""

    id: str
    label: str = N_("Remove area")

    def run(self, work: RemovalWork) -> None:
        area = work.territory.area(self.id)
        work.about(area.name)
        work.area_choices.forget(area.id)
        for membership in work.territory.memberships(self.id):
            work.territory.remove(membership)
        for benchmark in work.territory.benchmarks(self.id):
            work.territory.remove(benchmark)
        work.territory.remove(area)


@dataclass(frozen=True, slots=True)
class AddMunicipalities:
    """Take municipalities into an area, from a day if given."""

    area_id: str
    nis_codes: tuple[str, ...]
    begin_date: date | None = None
    label: str = N_("Add municipality")

    def run(self, work: TerritoryWork) -> None:
        area = work.territory.area(self.area_id)
        work.about(area.name)
        there = work.territory.memberships(self.area_id)
        for code in dict.fromkeys(self.nis_codes):
            new = AreaMembership(new_id(), 1, self.area_id, code, self.begin_date)
            work.territory.add(checked_membership(new, there))


@dataclass(frozen=True, slots=True)
class ReviseMembership:
    """Change from and until when a municipality belongs to an area."""

    id: str
    seen_version: int
    begin_date: date | None
    end_date: date | None
    label: str = N_("Change membership")

    def run(self, work: TerritoryWork) -> None:
        membership = work.territory.membership(self.id)
        if membership.version != self.seen_version:
            raise Conflict(CHANGED)
        work.about(work.territory.area(membership.area_id).name)
        changed = replace(membership, begin_date=self.begin_date, end_date=self.end_date)
        work.territory.save(checked_membership(changed, work.territory.memberships(membership.area_id)))


@dataclass(frozen=True, slots=True)
class RemoveMunicipalities:
    """Take municipalities out of an area, as if they had never been in it."""

    membership_ids: tuple[str, ...]
    label: str = N_("Remove municipality")

    def run(self, work: TerritoryWork) -> None:
        for membership_id in self.membership_ids:
            membership = work.territory.membership(membership_id)
            work.about(work.territory.area(membership.area_id).name)
            work.territory.remove(membership)


@dataclass(frozen=True, slots=True)
class AddBenchmark:
    """Compare an area with another place."""

    area_id: str
    place: str
    reason: str = ""
    label: str = N_("Add comparison area")

    def run(self, work: TerritoryWork) -> str:
        there = work.territory.benchmarks(self.area_id)
        if any(b.place == self.place for b in there):
            raise Invalid("You already compare with this area.")
        work.about(work.territory.area(self.area_id).name)
        new = Benchmark(new_id(), 1, self.area_id, self.place, self.reason.strip(), len(there))
        work.territory.add(new)
        return new.id


@dataclass(frozen=True, slots=True)
class RemoveBenchmark:
    """No longer compare with a place."""

    id: str
    label: str = N_("Remove comparison area")

    def run(self, work: TerritoryWork) -> None:
        benchmark = work.territory.benchmark(self.id)
        work.about(work.territory.area(benchmark.area_id).name)
        work.territory.remove(benchmark)


@dataclass(frozen=True, slots=True)
class AddMapLayer:
    """Use these boundaries for the maps, in place of those there were; the file is kept as attachment."""

    layer: MapLayer
    content: bytes
    label: str = N_("Add own boundaries")

    def run(self, work: LayerWork) -> str:
        work.about(self.layer.name)
        if not self.layer.municipalities:
            raise Invalid(N_("“{file}” holds no municipality that is known here."), file=self.layer.name)
        for other in work.territory.layers():
            work.territory.remove(other)
        work.attachments.keep(self.content)
        made = replace(self.layer, id=new_id(), version=1)
        work.territory.add(made)
        return made.id


@dataclass(frozen=True, slots=True)
class RemoveMapLayers:
    """Draw the maps with tiles again; the kept file stays."""

    label: str = N_("Remove own boundaries")

    def run(self, work: TerritoryWork) -> None:
        layers = work.territory.layers()
        if not layers:
            raise Invalid(N_("There are no own boundaries."))
        work.about(layers[-1].name)
        for layer in layers:
            work.territory.remove(layer)
