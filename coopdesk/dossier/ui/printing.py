"""Sends the pages of the PDF to a printer through the system's own dialog: what was previewed is what is printed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from coopdesk.dossier.ui.imposition import booklet
from coopdesk.dossier.ui.pages import POINTS_PER_INCH, PdfPages
from coopdesk.words.catalogue import Words

_BAND = 400  # points of a page that are drawn at once: a whole A4 at 1200 dpi would take 400 MiB
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


def print_booklet(pages: PdfPages, printer: QPrinter) -> int:
    """Two pages to a side of an A4 in the order of a booklet; how many sides were printed."""
    painter, sides = QPainter(), booklet(len(pages))
    for number, side in enumerate(sides):
        _lay_out(printer, A4_LYING)
        if number:
            printer.newPage()
        elif not painter.begin(printer):
            return 0
        for at, left in ((side.left, 0.0), (side.right, A4_LYING[0] / 2)):
            if at is not None:
                _draw(painter, pages, at, printer, Room(left, 0.0, A4_LYING[0] / 2, A4_LYING[1]))
    painter.end()
    return len(sides)


def print_pages(pages: PdfPages, printer: QPrinter) -> int:
    """Prints the chosen pages, each upright or landscape as it is; how many were printed."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages), len(pages))
    painter, done = QPainter(), 0
    for at in range(first - 1, last):
        _lay_out(printer, pages.sizes[at])
        if done:
            printer.newPage()
        elif not painter.begin(printer):
            return 0
        _draw(painter, pages, at, printer)
        done += 1
    painter.end()
    return done


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
    target, top = printer.resolution() / POINTS_PER_INCH, 0.0
    while top < height:
        band = min(_BAND, height - top)
        image = pages.band(at, dots, top, band, grey=grey)
        size = scale * target
        painter.drawImage(QRectF(left * target, above * target + top * size, width * size, band * size), image)
        top += band
