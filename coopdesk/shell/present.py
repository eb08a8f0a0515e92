"""Presenting, for a meeting: what stands around the page goes, and its words grow."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from coopdesk.shell.page import Page
from coopdesk.shell.theme import Theme

SIZE = 130  # percent


class Stage(Protocol):
    """What the window lends: its parts and the page on show."""

    @property
    def page(self) -> Page | None: ...
    def around(self) -> list[QWidget]: ...


class Presenting:
    """On or off; off puts everything back as it was."""

    def __init__(self, stage: Stage, theme: Theme) -> None:
        self._stage, self._theme = stage, theme
        self._hidden: list[QWidget] = []
        self._percent = 0
        self._had_detail = False

    @property
    def on(self) -> bool:
        return bool(self._percent)

    def toggle(self) -> None:
        """F11."""
        if self.on:
            self.stop()
        else:
            self._start()

    def stop(self) -> None:
        """Everything comes back; nothing happens while it is off."""
        if not self.on:
            return
        percent, self._percent = self._percent, 0
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        page = self._stage.page
        if self._had_detail and page is not None and page.has_detail:
            page.detail.open()
        self._theme.zoom_to(percent)

    def _start(self) -> None:
        self._percent = self._theme.percent
        self._hidden = [widget for widget in self._stage.around() if not widget.isHidden()]
        for widget in self._hidden:
            widget.hide()
        page = self._stage.page
        self._had_detail = page is not None and page.has_detail and page.detail.isVisible()
        if self._had_detail and page is not None:
            page.detail.shut()
        self._theme.zoom_to(max(SIZE, self._percent))
