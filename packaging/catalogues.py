"""Compiles the translations: one .mo per language from the .po files of all packages; also the build hook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface as _Hook
except ImportError:  # a plain checkout compiles without the build backend
    _Hook = object  # type: ignore[assignment,misc]


def merged(folder: Path) -> Catalog:
    """The catalogue of one language, from every .po file in its folder."""
    whole = Catalog(locale=folder.name, domain="coopdesk")
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file, locale=folder.name)
        for message in part:
            if message.id and not message.fuzzy:
                whole.add(message.id, message.string, context=message.context)
    return whole


def compile_all(locales: Path) -> list[Path]:
    """Write LC_MESSAGES/coopdesk.mo for each language whose .po files are newer."""
    made = []
    for folder in sorted(p for p in locales.iterdir() if p.is_dir()):
        target = folder / "LC_MESSAGES" / "coopdesk.mo"
        sources = list(folder.glob("*.po"))
        if target.exists() and all(p.stat().st_mtime <= target.stat().st_mtime for p in sources):
            continue
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as file:
            write_mo(file, merged(folder))
        made.append(target)
    return made


class CustomBuildHook(_Hook):
    """Called by the build backend before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        resources = Path(self.root) / "resources"
        compile_all(resources / "locale")
        if version != "editable":  # an editable install reads the folder of the checkout
            build_data["force_include"][str(resources)] = "coopdesk/resources"


if __name__ == "__main__":
    for path in compile_all(Path(__file__).resolve().parents[1] / "resources" / "locale"):
        print(path)
