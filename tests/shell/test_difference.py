"""A change in a long text is read at a glance, and not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from coopdesk.shell.difference import DifferenceText, changed_words
from coopdesk.shell.grid.looks import Compared, Quiet, beside
from coopdesk.shell.grid.paint import paint_look
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words
from coopdesk.words.differing import Fate

OLD = "Werkplekleren bij drie woonzorgcentra, met steun van het OCMW van Lindemeer en zonder eigen aandeel."
NEW = "Werkplekleren bij vier woonzorgcentra, met steun van het OCMW van Lindemeer en een klein eigen aandeel."


def test_the_whole_change_is_one_text_with_what_went_and_came(qtbot: QtBot, words: Words) -> None:
    shown = DifferenceText(words)
    qtbot.addWidget(shown)
    shown.show_change(OLD, NEW)
    assert shown.toPlainText().startswith("Werkplekleren bij drie vier woonzorgcentra,")
    assert "line-through" in shown.toHtml()
    assert "underline" in shown.toHtml()
    assert shown.accessibleDescription() == "Weg: drie … zonder. Nieuw: vier … een klein"
    shown.show_change("<b>31 mei</b>", "30 juni")
    assert shown.toPlainText().split() == ["<b>31", "mei</b>", "30", "juni"]


def test_who_hears_the_list_hears_the_words_that_differ(words: Words) -> None:
    assert changed_words(words, OLD, NEW) == "Weg: drie … zonder. Nieuw: vier … een klein"
    assert changed_words(words, "31 mei", "30 juni") == "30 juni"


def test_a_cell_shows_the_words_that_differ_on_their_ground(qapp: object) -> None:
    theme, image = current_theme(), QImage(260, 44, QImage.Format.Format_RGB32)
    for fate, ground in ((Fate.GONE, "errBg"), (Fate.CAME, "okBg")):
        look = beside(OLD, NEW, fate)
        assert isinstance(look, Compared)
        image.fill(theme.token("surface"))
        painter = QPainter(image)
        painter.setFont(theme.font("body"))
        paint_look(painter, QRectF(0, 0, 260, 44), "", look, theme)
        painter.end()
        seen = {image.pixelColor(x, y).name() for x in range(260) for y in range(44)}
        assert theme.token(ground).name() in seen
    assert beside("31 mei", "30 juni", Fate.GONE) == Quiet()
