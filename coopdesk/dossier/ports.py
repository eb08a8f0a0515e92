"""What the use cases of the dossier need of storage, and what composing one reads of the other features."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from coopdesk.dossier.issued import IssuedDossier
from coopdesk.dossier.setup import DossierSetup, DossierText, HouseStyle, Preset


class DossierStore(Protocol):
    """Keeps the choices for the dossier of each area, own presets, own texts and the house style."""

    def of_area(self, area_id: str) -> DossierSetup | None:
        """The kept choices of an area, if anything was ever chosen."""
        ...

    def following(self, preset_id: str) -> list[DossierSetup]:
        """The choices that were taken from an own preset."""
        ...

    def add(self, setup: DossierSetup) -> None:
        """Keep the first choices of an area."""
        ...

    def save(self, setup: DossierSetup) -> None:
        """Keep changed choices; Conflict when they changed meanwhile."""
        ...

    def presets(self) -> list[Preset]:
        """The own presets, by name."""
        ...

    def preset(self, id: str) -> Preset:
        """The preset with this id; Conflict when it is gone."""
        ...

    def add_preset(self, preset: Preset) -> None: ...
    def save_preset(self, preset: Preset) -> None: ...
    def remove_preset(self, id: str) -> None: ...

    def style(self) -> HouseStyle | None:
        """The house style, if anything of it was ever changed."""
        ...

    def add_style(self, style: HouseStyle) -> None: ...
    def save_style(self, style: HouseStyle) -> None: ...

    def texts(self, area_id: str) -> list[DossierText]:
        """The own texts that hold for an area: its own and those for all areas."""
        ...

    def text(self, part: str, language: str, area_id: str | None) -> DossierText | None:
        """The text of a part in a language, of exactly this area or of all areas."""
        ...

    def own_text(self, id: str) -> DossierText:
        """The text with this id; Conflict when it is gone."""
        ...

    def add_text(self, text: DossierText) -> None: ...
    def save_text(self, text: DossierText) -> None: ...
    def remove_text(self, id: str) -> None: ...

    def issued(self) -> list[IssuedDossier]:
        """Every issued dossier, the latest first."""
        ...

    def add_issued(self, issued: IssuedDossier) -> None: ...


class Pictures(Protocol):
    """Keeps files by their content."""

    def keep(self, content: bytes) -> str:
        """Keep these bytes; their digest."""
        ...

    def read(self, digest: str) -> bytes:
        """The bytes with this digest; Refused when they are gone."""
        ...


class CellSource(Protocol):
    """A cell something was read from."""

    @property
    def import_id(self) -> str: ...
    @property
    def thing(self) -> str: ...
    @property
    def sheet(self) -> str: ...
    @property
    def cell(self) -> str: ...


class ImportSource(Protocol):
    """The file of an import and its day."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def at(self) -> date: ...


class ImportReading(Protocol):
    """Where things came from; imports keep it, and the dossier only reads it."""

    def origins_of_all(self, things: Collection[str]) -> Sequence[CellSource]:
        """The cells these things were read from, earliest import first."""
        ...

    def find(self, id: str) -> ImportSource | None:
        """One import, or None when it was undone."""
        ...


class DossierWork(Protocol):
    """A unit of work in which the choices can be read and changed."""

    @property
    def dossiers(self) -> DossierStore:
        """The dossier choices of the workspace."""
        ...

    def about(self, subject: str) -> None:
        """Names the subject for the undo text."""
        ...


class LogoWork(DossierWork, Protocol):
    """The same, with the files of the workspace."""

    @property
    def attachments(self) -> Pictures: ...
