"""Keeps dossier choices, own presets, own texts and the house style in the database."""

from __future__ import annotations

from coopdesk.dossier.issued import IssuedDossier
from coopdesk.dossier.setup import DossierSetup, DossierText, HouseStyle, Preset
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlDossierStore:
    """Everything about dossiers in one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._setups = Table(rows, "dossier_setup", DossierSetup)
        self._presets = Table(rows, "dossier_preset", Preset)
        self._styles = Table(rows, "house_style", HouseStyle)
        self._texts = Table(rows, "dossier_text", DossierText)
        self._issued = Table(rows, "dossier_issued", IssuedDossier)

    def of_area(self, area_id: str) -> DossierSetup | None:
        """The kept choices of an area, if anything was ever chosen."""
        return next(iter(self._setups.where(area_id=area_id)), None)

    def following(self, preset_id: str) -> list[DossierSetup]:
        """The choices that were taken from an own preset."""
        return self._setups.where(preset_id=preset_id)

    def add(self, setup: DossierSetup) -> None:
        """Keep the first choices of an area."""
        self._setups.add(setup)

    def save(self, setup: DossierSetup) -> None:
        """Keep changed choices; Conflict when they changed meanwhile."""
        self._setups.save(setup)

    def presets(self) -> list[Preset]:
        """The own presets, by name."""
        return sorted(self._presets.where(), key=lambda preset: preset.name.casefold())

    def preset(self, id: str) -> Preset:
        """The preset with this id; Conflict when it is gone."""
        return self._presets.get(id)

    def add_preset(self, preset: Preset) -> None:
        self._presets.add(preset)

    def save_preset(self, preset: Preset) -> None:
        self._presets.save(preset)

    def remove_preset(self, id: str) -> None:
        self._presets.remove(id)

    def style(self) -> HouseStyle | None:
        """The house style, if anything of it was ever changed."""
        return self._styles.find(HouseStyle().id)

    def add_style(self, style: HouseStyle) -> None:
        self._styles.add(style)

    def save_style(self, style: HouseStyle) -> None:
        self._styles.save(style)

    def texts(self, area_id: str) -> list[DossierText]:
        """The own texts that hold for an area: its own and those for all areas."""
        return [text for text in self._texts.where(order_by=("id",)) if text.area_id in (area_id, None)]

    def text(self, part: str, language: str, area_id: str | None) -> DossierText | None:
        """The text of a part in a language, of exactly this area or of all areas."""
        found = self._texts.where(area_id=area_id, part=part, language=language)
        return next(iter(found), None)

    def own_text(self, id: str) -> DossierText:
        """The text with this id; Conflict when it is gone."""
        return self._texts.get(id)

    def add_text(self, text: DossierText) -> None:
        self._texts.add(text)

    def save_text(self, text: DossierText) -> None:
        self._texts.save(text)

    def remove_text(self, id: str) -> None:
        self._texts.remove(id)

    def issued(self) -> list[IssuedDossier]:
        """Every issued dossier, the latest first."""
        return sorted(self._issued.where(), key=lambda one: one.id, reverse=True)

    def add_issued(self, issued: IssuedDossier) -> None:
        self._issued.add(issued)

    def forget(self, area_id: str) -> None:
        """Take the choices and texts of an area away, as the area itself goes."""
        for setup in self._setups.where(area_id=area_id):
            self._setups.remove(setup.id)
        for text in self._texts.where(area_id=area_id):
            self._texts.remove(text.id)
