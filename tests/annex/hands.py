"""What a user does on the page of imports: bringing files, waiting, pressing repairs, answering file dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.annex.ui.page import ImportPage


def brought(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    page.take([path])
    settled(qtbot, page)


def settled(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: not page.context.tasks.running, timeout=20_000)


def pressed(page: ImportPage, text: str) -> None:
    """Presses the repair with these words."""
    buttons = page.new.review.problems.findChildren(QPushButton)
    next(button for button in buttons if button.text().strip() == text).click()


def saved(page: ImportPage, path: Path) -> Path:
    """What the next file dialog answers."""
    page.context.messages._files.answer = path  # type: ignore[attr-defined]
    return path
