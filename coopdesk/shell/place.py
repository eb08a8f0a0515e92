"""Where the user is, and the way back and forth between the places seen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the object shown on it and the view of the page; empty for whatever it showed last."""

    page: str
    id: str = ""
    view: str = ""


class Navigator(QObject):
    """Goes from screen to screen and remembers the way, as a browser does; `went` carries the Place."""

    went = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        return self._seen[self._at] if self._at >= 0 else None

    @property
    def can_back(self) -> bool:
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        return self._at + 1 < len(self._seen)

    def recent(self, limit: int) -> list[Place]:
        """The places seen last, newest first, each page once, without the present one."""
        pages = {place.page: place for place in self._seen[: self._at]}
        here = self.here.page if self.here else ""
        return [place for place in reversed(pages.values()) if place.page != here][:limit]

    def things(self, limit: int) -> list[Place]:
        """The things gone to last, newest first, each once."""
        return list(dict.fromkeys(place for place in reversed(self._seen) if place.id))[:limit]

    def to(self, place: Place) -> None:
        """Go there; going where one is shows it again without a new step in the way."""
        if place != self.here:
            self._seen = [*self._seen[: self._at + 1], place][-REMEMBERED:]
            self._at = len(self._seen) - 1
        self.went.emit(place)

    def back(self) -> None:
        if self.can_back:
            self._at -= 1
            self.went.emit(self.here)

    def forward(self) -> None:
        if self.can_forward:
            self._at += 1
            self.went.emit(self.here)

    def forget(self) -> None:
        """Another workspace: the way behind is gone."""
        self._seen, self._at = [], -1
