"""Imports the screens, and reads the font of the charts, ahead of their first visit."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QThreadPool

WARM_AFTER = 1500  # milliseconds: the first screen stands there by then
FEATURES = (
    "territory", "analysis", "opportunity", "plan", "agreement", "followup", "contacts", "figures", "dossier", "annex",
)  # fmt: skip


def warm_up() -> None:
    """Do this on a worker, so that the first visit to a screen does not wait for it."""

    def load() -> None:
        for feature in FEATURES:
            import_module(f"coopdesk.{feature}.ui.page")
        import_module("coopdesk.charts.fonts").read_fonts()

    QThreadPool.globalInstance().start(load)
