"""The pane at the right keeps every field whole, whatever stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.shell.detail import DetailPane
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Label, Paragraph
from tests.shell.conftest import Typist

SOURCE = "Bron: " + " en ".join(f"https://www.voorbeeld.be/nieuws/{n}/lokale-besturen-en-vdab" for n in range(9))


def test_a_long_source_under_the_fields_takes_none_of_their_room(qtbot: QtBot, typist: Typist) -> None:
    pane = DetailPane(typist.words)
    qtbot.addWidget(pane)
    together = QWidget()
    column = QVBoxLayout(together)
    fields = [TextField(typist, "Waarom dit gebied"), TextField(typist, "Vergelijkingsgebied toevoegen")]
    for field in fields:
        column.addWidget(field)
    source = Label(SOURCE, "small", "text2", wrap=True)
    pane.body.addWidget(together)
    pane.body.addWidget(source)
    pane.resize(320, 400)
    with qtbot.waitExposed(pane):
        pane.show()

    assert source.sizeHint().width() > source.width(), "narrower than it would like to be"
    assert source.height() >= source.heightForWidth(source.width())
    assert all(field.height() >= field.minimumSizeHint().height() for field in fields)
    assert source.y() == together.geometry().bottom() + 1 + pane.body.spacing()


def test_a_paragraph_that_was_narrow_for_a_moment_gives_its_room_back(qtbot: QtBot, typist: Typist) -> None:
    text = Paragraph(SOURCE)
    qtbot.addWidget(text)
    text.resize(420, 10)
    text.show()
    wide = text.minimumHeight()
    text.resize(160, text.height())
    assert text.minimumHeight() > wide
    text.resize(420, text.height())
    assert text.minimumHeight() == wide
