"""Imports the screens, and reads the font of the charts, ahead of their first visit."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool

from coopdesk.kernel.loading import load

WARM_AFTER = 1500  # milliseconds: the first screen stands there by then
FEATURES = (
    "territory", "analysis", "opportunity", "plan", "agreement", "followup", "contacts", "figures", "dossier", "annex",
)  # fmt: skip


def warm_up() -> None:
    """Do this on a worker, so that the first visit to a screen does not wait for it."""

    def ahead() -> None:
        for feature in FEATURES:
            load(f"coopdesk.{feature}.ui.page")
        load("coopdesk.charts.fonts").read_fonts()

    QThreadPool.globalInstance().start(ahead)
