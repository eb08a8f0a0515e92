"""A newer list in the window: what differs is shown cell by cell, and one press decides for a whole column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coopdesk.agreement.commands.agreements import ReviseAgreement
from coopdesk.annex.ui.delta import DELTA
from coopdesk.annex.ui.page import ImportPage
from tests.annex.hands import brought, pressed, settled
from tests.annex.test_agreements_again import covered, dender, kept, without

TAKE, KEEP = "Neem wat in het bestand staat", "Behoud altijd mijn waarde"  # of the first card


def deltas(page: ImportPage) -> dict[tuple[int, str], str]:
    """What changes, by row and title of the column, as a screen reader says it."""
    model = page.new.review.preview.model()
    found = {}
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if index.data(DELTA) is not None:
                title = model.headerData(column, Qt.Orientation.Horizontal)
                found[row, title] = index.data(Qt.ItemDataRole.AccessibleTextRole).replace("\xa0", " ")
    return found


def told(page: ImportPage) -> str:
    return "\n".join(label.text() for label in page.new.review.problems.findChildren(QLabel))


def test_a_newer_list_shows_what_changes_and_asks_about_municipalities(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    desk = page.context.desk
    brought(qtbot, page, write(dender("Aalst", "Lede", "Ninove", remark="Proef")))
    page.new.review.button.click()
    settled(qtbot, page)
    desk.do(ReviseAgreement(replace(kept(desk), remark="Zelf bijgehouden")))
    without(desk, "41034")
    brought(qtbot, page, write(dender("Aalst", "Lede", "Haaltert", end="31/12/2028", remark="Vervolg")))
    assert deltas(page) == {
        (0, "Gemeente"): "blijft Aalst en Ninove; in het bestand staat Aalst",
        (0, "Einddatum"): "was 31 dec 2027, wordt 31 dec 2028",
        (0, "Opmerking"): "blijft Zelf bijgehouden; in het bestand staat Vervolg",
        (1, "Gemeente"): "blijft –; in het bestand staat Lede",
    }
    assert "‘Dender’: niet meer in het bestand: Ninove" in told(page)
    assert "‘Dender’: door jou weggehaald, maar wel in het bestand: Lede" in told(page)
    pressed(page, KEEP)
    settled(qtbot, page)
    assert "Zelf bijgehouden" not in told(page)
    pressed(page, TAKE)
    settled(qtbot, page)
    assert "niet meer in het bestand" not in told(page)
    page.new.review.button.click()
    settled(qtbot, page)
    assert (covered(desk), kept(desk).remark) == ({"41002", "41024", "41034"}, "Zelf bijgehouden")
    desk.undo()
    assert covered(desk) == {"41002", "41048"}
