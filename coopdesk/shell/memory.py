"""What a screen remembers between two visits: widths, views, the pane that was shut."""

from __future__ import annotations

from typing import Protocol


class ViewMemory(Protocol):
    """Remembered view state as text by key; the settings keep it."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, value: str) -> None: ...


class ShortMemory:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self._kept.get(key)

    def put(self, key: str, value: str) -> None:
        self._kept[key] = value
