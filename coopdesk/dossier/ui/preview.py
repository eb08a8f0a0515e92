"""The pages with their tools: which page, how large, and all pages in small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.thumbnails import Thumbnails
from coopdesk.dossier.ui.viewer import Fit, PageViewer
from coopdesk.shell.context import Context
from coopdesk.shell.labels import Button, IconButton, Label


class Preview(QWidget):
    """Shows the PDF as it will come out of the printer."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.viewer = PageViewer(context.words)
        self.small = Thumbnails(context.words)
        self._waiting = Label(self._words.say("The pages are being made…"), "body", "text2")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.viewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._tools())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(self._stack, 1)
        row.addWidget(self.small)
        column.addLayout(row, 1)
        self.small.chosen.connect(self.viewer.go_to)
        self.viewer.page_changed.connect(self._show_place)

    def show_pages(self, pages: PdfPages) -> None:
        """Shows a PDF that was just made."""
        self.viewer.show_pages(pages)
        self.small.show_pages(pages)
        self._stack.setCurrentWidget(self.viewer)
        self._show_place(self.viewer.current)

    def show_nothing(self) -> None:
        """No pages: there is nothing that could be made."""
        self._waiting.setText("")
        self._stack.setCurrentWidget(self._waiting)
        self.small.show_nothing()

    def step(self, pages: int) -> None:
        """So many pages on."""
        self.viewer.go_to(self.viewer.current + pages)

    def _tools(self) -> QHBoxLayout:
        say, row = self._words.say, QHBoxLayout()
        row.setSpacing(4)
        self._place = Label("", "body", "text2")
        self._percent = Label("", "body", "text2")
        row.addWidget(IconButton("chevron_left", say("Previous page"), lambda: self.step(-1)))
        row.addWidget(self._place)
        row.addWidget(IconButton("chevron_right", say("Next page"), lambda: self.step(1)))
        row.addStretch(1)
        row.addWidget(IconButton("zoom_out", say("Smaller"), lambda: self._zoom(1 / 1.25)))
        row.addWidget(self._percent)
        row.addWidget(IconButton("zoom_in", say("Larger"), lambda: self._zoom(1.25)))
        row.addWidget(Button(say("Page width"), "", "flat", lambda: self._fit(Fit.WIDTH)))
        row.addWidget(Button(say("Whole page"), "", "flat", lambda: self._fit(Fit.PAGE)))
        row.addWidget(Button(say("Two pages"), "", "flat", lambda: self._fit(Fit.SPREAD)))
        return row

    def _zoom(self, factor: float) -> None:
        self.viewer.zoom_by(factor)
        self._show_place(self.viewer.current)

    def _fit(self, fit: Fit) -> None:
        self.viewer.fit(fit)
        self._show_place(self.viewer.current)

    def _show_place(self, at: int) -> None:
        pages = self.viewer.pages
        total = len(pages) if pages is not None else 0
        self._place.setText(self._words.say("{page} / {total}", page=at + 1, total=total))
        self._percent.setText(f"{self.viewer.percent}%")
        self.small.show_current(at)
