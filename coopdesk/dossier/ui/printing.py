"""Sends the pages of the PDF to a printer through the system's own dialog: what was previewed is what is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from coopdesk.dossier.ui.imposition import Side, booklet
from coopdesk.dossier.ui.pages import POINTS_PER_INCH, PdfPages
from coopdesk.kernel.errors import Cancelled, Refused
from coopdesk.kernel.progress import Progress, silent
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

Sheet = tuple[tuple[float, float], Callable[[QPainter], None]]  # how large, and what is drawn on it

# Points of a page that are drawn at once. A whole A4 would take 140 MiB and hold up the window for as long as Qt packs
# it. Bands are counted in whole dots, so that nothing is lost where they meet.
_BAND = 120
A4_LYING = (842.0, 595.0)
_FINEST = 600  # dots per inch beyond which nobody sees the difference


def ask_printer(parent: QWidget, words: Words, pages: int) -> QPrinter | None:
    """The printer and pages the user chose; None when they think better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(words.say("Cooperation dossier"))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words.say("Print dossier"))
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def ask_booklet_printer(parent: QWidget, words: Words) -> QPrinter | None:
    """The printer for a booklet: both sides, turned over the short edge, all pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(words.say("Cooperation dossier"))
    printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
    _lay_out(printer, A4_LYING)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words.say("Print as booklet"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_booklet(pages: PdfPages, printer: QPrinter, progress: Progress = silent) -> int:
    """Two pages to a side of an A4 in the order of a booklet; how many sides were printed."""
    half = A4_LYING[0] / 2

    def draw(painter: QPainter, side: Side) -> None:
        for at, left in ((side.left, 0.0), (side.right, half)):
            if at is not None:
                _draw(painter, pages, at, printer, Room(left, 0.0, half, A4_LYING[1]))

    return _print(printer, [(A4_LYING, partial(draw, side=side)) for side in booklet(len(pages))], progress)


def print_pages(pages: PdfPages, printer: QPrinter, progress: Progress = silent) -> int:
    """Prints the chosen pages, each upright or landscape as it is; how many were printed."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages), len(pages))
    sheets = [(pages.sizes[at], partial(_draw, pages=pages, at=at, printer=printer)) for at in range(first - 1, last)]
    return _print(printer, sheets, progress)


def _print(printer: QPrinter, sheets: Sequence[Sheet], progress: Progress) -> int:
    """One sheet after the other, off the thread of the window: at 600 dots per inch a page takes a second.

    Refused when the printer does not take them; nothing more goes to it after Cancel.
    """
    painter = QPainter()
    try:
        for number, (size, draw) in enumerate(sheets):
            progress(number, len(sheets))
            _lay_out(printer, size)
            if number:
                printer.newPage()
            elif not painter.begin(printer):
                raise Refused(N_("The printer does not take the pages. Check whether it is on, and print again."))
            draw(painter)
    except Cancelled:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(sheets)


def _lay_out(printer: QPrinter, size: tuple[float, float]) -> None:
    upright = QSizeF(min(size), max(size))
    page = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = size[0] > size[1]
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page, way, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the sheet in points, in which a page stands as large as it can, in the middle."""

    left: float
    top: float
    width: float
    height: float


def _draw(painter: QPainter, pages: PdfPages, at: int, printer: QPrinter, room: Room | None = None) -> None:
    """One page in bands, at the resolution of the printer; without a room it fills the sheet."""
    width, height = pages.sizes[at]
    room = room or Room(0, 0, width, height)
    scale = min(room.width / width, room.height / height)
    left = room.left + (room.width - width * scale) / 2
    above = room.top + (room.height - height * scale) / 2
    dots = min(printer.resolution(), _FINEST) / POINTS_PER_INCH * scale
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    target = printer.resolution() / POINTS_PER_INCH
    size, corner = scale * target / dots, (round(left * target), round(above * target))
    total, deep = pages.rows(at, dots), max(round(_BAND * dots), 1)
    for first in range(0, total, deep):
        image = pages.band(at, dots, first, min(deep, total - first), grey=grey)
        where = QRectF(corner[0], corner[1] + first * size, image.width() * size, image.height() * size)
        painter.drawImage(where, image)
