"""Pages of a produced PDF as pictures, made by pdfium at the sharpness of the screen or printer."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence

from PySide6.QtGui import QImage

from coopdesk.kernel.turns import PDFIUM

POINTS_PER_INCH = 72


class PdfPages:
    """An open PDF; pages are drawn one at a time, so memory holds what is looked at and no more.

    Pages with equal `looks` look the same, in this PDF and in an earlier one.
    """

    def __init__(self, data: bytes, looks: Sequence[Hashable] = ()) -> None:
        """Opens the bytes of a PDF made by this program; without `looks` each page is like no other."""
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - megabytes that only a preview needs

        with PDFIUM:
            self._document = pypdfium2.PdfDocument(data)
            self.sizes = [self._size(at) for at in range(len(self._document))]
        self.is_open = True
        self.looks = list(looks) or [object() for _ in self.sizes]

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, at: int, scale: float, *, grey: bool = False) -> QImage:
        """One page as a picture, `scale` pixels to a point."""
        return self.band(at, scale, 0, self.rows(at, scale), grey=grey)

    def rows(self, at: int, scale: float) -> int:
        """How many rows of pixels a page has."""
        return math.ceil(self.sizes[at][1] * scale)

    def band(self, at: int, scale: float, first: int, count: int, *, grey: bool = False) -> QImage:
        """A part of a page: so many rows of pixels from the first one on, counted from the top."""
        # pdfium's wrapper takes points and rounds them up to pixels: half a pixel less is the pixel that is meant.
        top, below = (max(one - 0.5, 0) / scale for one in (first, self.rows(at, scale) - first - count))
        kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
        with PDFIUM:
            page = self._document[at]
            bitmap = page.render(scale=scale, crop=(0, below, 0, top), prefer_bgrx=True, grayscale=grey)
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind).copy()
            bitmap.close()
            page.close()
        return image

    def text(self, at: int) -> str:
        """The words of a page, for whoever listens instead of looks."""
        with PDFIUM:
            page = self._document[at]
            shown = page.get_textpage()
            text = str(shown.get_text_range())
            shown.close()
            page.close()
        return text

    def close(self) -> None:
        """Lets go of the document."""
        with PDFIUM:
            self._document.close()
        self.is_open = False

    def _size(self, at: int) -> tuple[float, float]:
        width, height = self._document.get_page_size(at)
        return float(width), float(height)
