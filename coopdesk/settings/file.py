"""Keeps the settings a person chose, and what windows remember, in one small file."""

from __future__ import annotations

import json
from pathlib import Path

from platformdirs import user_config_path

from coopdesk.settings.schema import BY_KEY


def own_settings() -> Settings:
    """Those of the person at this computer."""
    return Settings(user_config_path("Coopdesk", appauthor=False) / "settings.json")


class Settings:
    """Chosen settings by key, and remembered view state beside them. A file that cannot be read counts as none: the
    program must start, and defaults lose nobody's work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._chosen, self._remembered = _load(path)

    @property
    def folder(self) -> Path:
        """Where the settings live; made when it is not there."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return self._path.parent

    def chosen(self, key: str) -> str:
        """The value of a setting, or its default; never a value that is not among its choices."""
        setting = BY_KEY[key]
        value = self._chosen.get(key, setting.default)
        return value if not setting.choices or value in dict(setting.choices) else setting.default

    def choose(self, key: str, value: str) -> None:
        """Set a setting; it holds at once."""
        assert key in BY_KEY, key
        self._chosen[key] = value
        self._save()

    def get(self, key: str) -> str | None:
        """What a window remembered, such as its column widths."""
        return self._remembered.get(key)

    def put(self, key: str, value: str) -> None:
        if self._remembered.get(key) != value:
            self._remembered[key] = value
            self._save()

    def _save(self) -> None:
        self.folder.mkdir(exist_ok=True)
        text = json.dumps({"chosen": self._chosen, "remembered": self._remembered}, ensure_ascii=False, indent=1)
        beside = self._path.with_suffix(".part")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self._path)


def _load(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return _texts(found["chosen"]), _texts(found["remembered"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}, {}


def _texts(found: dict[str, object]) -> dict[str, str]:
    return {key: value for key, value in found.items() if isinstance(value, str)}
