"""What goes to the printer: the pages of the PDF, on sheets of their size, or in the order of a booklet."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coopdesk.dossier.model import Heading, Paper, Paragraph, Section, Tone
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.ui.fullscreen import PrintPreview
from coopdesk.dossier.ui.imposition import Side, booklet
from coopdesk.dossier.ui.page import DossierPage
from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.printing import print_booklet, print_pages
from coopdesk.dossier.ui.viewer import PageViewer
from coopdesk.kernel.errors import Cancelled, Refused
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import open_words
from tests.dossier.sample import document, figure


@pytest.fixture
def pages() -> PdfPages:
    large = Section((Heading("Tijdlijn"), figure()), landscape=True, paper=Paper.A3)
    made = document(blocks=(Section((Heading("Tekst"), figure())), large))
    return PdfPages(make_pdf(made).data)


def printer(path: Path) -> QPrinter:
    found = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found.setOutputFileName(str(path))
    return found


def test_each_page_is_printed_on_a_sheet_of_its_own_size(qapp: Any, pages: PdfPages, tmp_path: Path) -> None:
    assert print_pages(pages, printer(tmp_path / "a.pdf")) == 4
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    sizes = [tuple(round(side, -1) for side in opened.get_page_size(at)) for at in range(len(opened))]
    opened.close()
    assert sizes == [(600, 840), (600, 840), (600, 840), (1190, 840)]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_cancelling_stops_before_the_next_page_and_a_printer_that_refuses_is_told(
    qapp: Any, pages: PdfPages, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int, what: str = "") -> None:
        seen.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(pages, printer(tmp_path / "a.pdf"), stop)
    assert seen == [(0, 4), (1, 4), (2, 4)]
    with pytest.raises(Refused, match="printer"):
        print_pages(pages, printer(tmp_path / "not" / "there.pdf"))


def test_a_range_prints_only_those_pages_and_grey_holds_no_colour(qapp: Any, pages: PdfPages, tmp_path: Path) -> None:
    grey = printer(tmp_path / "a.pdf")
    grey.setFromTo(1, 1)
    grey.setColorMode(QPrinter.ColorMode.GrayScale)
    assert print_pages(pages, grey) == 1
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    picture = opened[0].render(scale=0.3).to_pil().convert("RGB")
    opened.close()
    assert all(max(pixel) - min(pixel) < 12 for _, pixel in picture.getcolors(1 << 20))


def test_a_booklet_has_two_pages_to_a_side(qapp: Any, pages: PdfPages, tmp_path: Path) -> None:
    assert print_booklet(pages, printer(tmp_path / "a.pdf")) == 2
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert [round(opened.get_page_size(at)[0], -1) for at in range(len(opened))] == [840, 840]
    left, right = (
        opened[0].render(scale=0.3, crop=crop).to_pil().convert("L") for crop in ((0, 0, 421, 0), (421, 0, 0, 0))
    )
    opened.close()
    assert left.getextrema()[0] < 128  # the last page
    assert right.getextrema()[0] < 160  # the cover


def test_the_outer_sheet_holds_the_first_and_the_last_pages() -> None:
    assert booklet(8) == (Side(7, 0), Side(1, 6), Side(5, 2), Side(3, 4))
    assert booklet(5)[0] == Side(None, 0)
    assert booklet(0) == ()


@given(st.integers(1, 400))
def test_every_page_is_in_a_booklet_once_and_reads_on_when_it_is_folded(count: int) -> None:
    sides = booklet(count)
    shown = [at for side in sides for at in (side.left, side.right) if at is not None]
    assert sorted(shown) == list(range(count))
    assert len(sides) % 2 == 0
    # Leafing through: the right of each front, then the left of its back, inwards; and outwards again.
    inwards = [at for front, back in zip(sides[::2], sides[1::2], strict=True) for at in (front.right, back.left)]
    outwards = [at for front, back in zip(sides[-2::-2], sides[::-2], strict=True) for at in (back.right, front.left)]
    assert [at for at in (*inwards, *outwards) if at is not None] == list(range(count))


def test_the_pages_have_a_window_of_their_own_in_grey_too(qtbot: QtBot, qapp: Any, desk: Any, clock: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    theme = Theme(qapp, "light", contrast=lambda: False)
    window = Window(open_words("nl"), clock, theme, ShortMemory(), Facts("0"))
    qtbot.addWidget(window)
    gazetteer = open_gazetteer()
    spec = PageSpec("dossier", "Dossier", "document_pdf", "", lambda context: DossierPage(context, gazetteer, bytes))
    context = window.open(desk, [spec], areas=Areas(list))
    shown = PrintPreview(parent, context, make_pdf(document(3)).data, ())
    shown.show()
    qtbot.addWidget(shown)
    viewer = shown.preview.viewer
    shown.page.selectAll()
    qtbot.keyClicks(shown.page, "4")
    qtbot.keyClick(shown.page, Qt.Key.Key_Return)
    assert viewer.current == 3
    assert sum(one.value() < 140 for one in _colours_of(shown.page)) > 20
    qtbot.keyClick(viewer, Qt.Key.Key_Home)
    assert shown.page.text() == "1"
    assert any(c.saturation() > 80 for c in _colours(viewer))
    viewer.show_grey(on=True)
    assert all(c.saturation() < 20 for c in _colours(viewer))


def _colours_of(widget: QWidget) -> list[QColor]:
    shown = widget.grab().toImage()
    return [shown.pixelColor(x, y) for x in range(shown.width()) for y in range(shown.height())]


def _colours(viewer: PageViewer) -> list[QColor]:
    """Colours on the first page, within its edge."""
    shown, page = viewer.viewport().grab().toImage(), viewer.places[0].adjusted(3, 3, -3, -3)
    places = ((x, y) for x in range(page.left(), page.right(), 9) for y in range(page.top(), page.bottom(), 9))
    return [shown.pixelColor(x, y) for x, y in places]


@pytest.mark.parametrize("fold", [False, True])
@pytest.mark.parametrize("dots", [96, 203, 300])
def test_no_line_of_a_page_is_lost_between_what_is_drawn_at_once(
    qapp: Any, tmp_path: Path, dots: int, fold: bool
) -> None:
    rows = Paragraph(
        "\n".join("Een regel over de hele breedte van de bladspiegel, met letters" for _ in range(60)), Tone.SMALL
    )
    data = make_pdf(replace(document(blocks=(Section((rows,)),)), cover=None)).data
    found, pages = printer(tmp_path / "a.pdf"), PdfPages(data)
    found.setResolution(dots)
    (print_booklet if fold else print_pages)(pages, found)
    with pypdfium2.PdfDocument(data) as meant, pypdfium2.PdfDocument(tmp_path / "a.pdf") as printed:
        at = len(pages) - 1
        wanted = ink_of(meant[at].render(scale=2).to_pil())
        if fold:
            side = next(n for n, one in enumerate(booklet(len(pages))) if at in (one.left, one.right))
            half = printed[side].get_size()[0] / 2
            crop = (0, 0, half, 0) if booklet(len(pages))[side].left == at else (half, 0, 0, 0)
            shown = ink_of(printed[side].render(scale=2 * 2**0.5, crop=crop).to_pil())
        else:
            shown = ink_of(printed[at].render(scale=2).to_pil())
    assert len(wanted) == len(shown) == 62
    assert all(abs(one - other) <= 2 for one, other in zip(wanted, shown, strict=True))


def ink_of(picture: Image.Image) -> list[int]:
    """How high each line of ink is, in dots."""
    grey = picture.convert("L")
    dark = [grey.crop((0, y, grey.width, y + 1)).getextrema()[0] < 200 for y in range(grey.height)]
    return [len(list(run)) for inked, run in groupby(dark) if inked]
