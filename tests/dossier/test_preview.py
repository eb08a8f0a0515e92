"""The pages beside the choices: two at a time, and after a change only what changed is drawn again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.dossier.model import Heading, Paragraph, Section
from coopdesk.dossier.pdf.finish import Pdf, make_pdf
from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.preview import Preview
from coopdesk.dossier.ui.thumbnails import Thumbnails
from coopdesk.dossier.ui.viewer import Fit, PageViewer
from coopdesk.words.catalogue import Words
from tests.dossier.sample import document


class CountedPages(PdfPages):
    """Counts how often each page is drawn."""

    def __init__(self, data: bytes, looks: Sequence[Hashable] = ()) -> None:
        super().__init__(data, looks)
        self.drawn = Counter[int]()

    def image(self, at: int, scale: float, *, grey: bool = False) -> QImage:
        self.drawn[at] += 1
        return super().image(at, scale, grey=grey)


def made(*texts: str, colour: bool = True) -> Pdf:
    """A dossier with a page of its own for each text."""
    sections = tuple(Section((Heading(f"Deel {at}"), Paragraph(text))) for at, text in enumerate(texts))
    return make_pdf(document(blocks=sections, colour=colour))


def opened(pdf: Pdf) -> CountedPages:
    return CountedPages(pdf.data, pdf.looks)


@pytest.fixture
def small(qtbot: QtBot, qapp: QApplication, words: Words) -> Thumbnails:
    found = Thumbnails(words)
    qtbot.addWidget(found)
    return found


def settled(qtbot: QtBot, small: Thumbnails) -> None:
    qtbot.waitUntil(lambda: not small.busy)
    assert all(isinstance(small.item(at).data(Qt.ItemDataRole.UserRole), QImage) for at in range(small.count()))


def test_a_changed_paragraph_has_only_its_own_page_drawn_again_in_small(qtbot: QtBot, small: Thumbnails) -> None:
    small.show_pages(opened(made("een", "twee", "drie", "vier")))
    settled(qtbot, small)
    after = opened(made("een", "twee", "drie anders", "vier"))
    small.show_pages(after)
    settled(qtbot, small)
    changed = len(after) - 2
    assert after.drawn == {changed: 1}


def test_a_part_left_out_takes_its_pages_along_and_colours_are_drawn_anew(qtbot: QtBot, small: Thumbnails) -> None:
    small.show_pages(opened(made("een", "twee", "drie")))
    settled(qtbot, small)
    fewer = opened(made("een", "twee"))
    small.show_pages(fewer)
    settled(qtbot, small)
    assert small.count() == len(fewer)
    grey = opened(made("een", "twee", colour=False))
    small.show_pages(grey)
    settled(qtbot, small)
    assert set(grey.drawn) == set(range(len(grey)))


def test_pages_that_look_the_same_say_so_and_others_do_not() -> None:
    before, after = made("een", "twee").looks, made("een", "anders").looks
    assert [a == b for a, b in zip(before, after, strict=True)] == [True] * (len(before) - 1) + [False]


@pytest.mark.parametrize("width", [500, 801, 1400])
def test_two_pages_stand_beside_each_other_and_whole(
    qtbot: QtBot, qapp: QApplication, words: Words, width: int
) -> None:
    viewer = PageViewer(words)
    qtbot.addWidget(viewer)
    viewer.resize(width, 700)
    viewer.show()
    viewer.show_pages(opened(made("een", "twee", "drie", "vier")))
    viewer.fit(Fit.SPREAD)
    places = viewer.places
    assert all(left.top() == right.top() and left.right() < right.left() for left, right in zip(
        places[::2], places[1::2], strict=False))  # fmt: skip
    assert all(above.top() < below.top() for above, below in pairwise(places[::2]))
    assert all(rect.right() <= viewer.viewport().width() for rect in places)
    viewer.let_go()


def test_the_size_of_the_pages_is_chosen_from_a_menu_that_says_what_holds(
    qtbot: QtBot, qapp: QApplication, words: Words
) -> None:
    preview = Preview(words)
    qtbot.addWidget(preview)
    preview.resize(900, 700)
    preview.show()
    preview.show_pages(opened(made("een", "twee")))

    def ticked() -> list[str]:
        return [action.text() for action in preview.sizes().actions() if action.isChecked()]

    def choose(name: str) -> None:
        next(action for action in preview.sizes().actions() if action.text() == name).trigger()

    assert ticked() == ["Hele pagina"]
    choose("Twee pagina's")
    assert ticked() == ["Twee pagina's"]
    choose("150%")
    assert (ticked(), preview.viewer.percent) == (["150%"], 150)
    preview.viewer.let_go()
