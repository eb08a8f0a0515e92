"""Imports the screens ahead of their first visit."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QThreadPool

WARM_AFTER = 1500  # milliseconds: the first screen stands there by then
FEATURES = (
    "territory", "analysis", "opportunity", "plan", "agreement", "followup", "contacts", "figures", "dossier", "annex",
)  # fmt: skip


def warm_up() -> None:
    """Import the screens on a worker, so that the first visit to one does not wait for it."""

    def load() -> None:
        for feature in FEATURES:
            import_module(f"coopdesk.{feature}.ui.page")

    QThreadPool.globalInstance().start(load)
