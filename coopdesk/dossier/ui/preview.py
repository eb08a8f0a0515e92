"""The pages with their tools: which page, how large, and all pages in small."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.thumbnails import Thumbnails
from coopdesk.dossier.ui.viewer import Fit, PageViewer
from coopdesk.shell.labels import Button, IconButton, Label
from coopdesk.words.catalogue import Words

_PERCENTS = (50, 75, 100, 150, 200)


class Preview(QWidget):
    """Shows the PDF as it will come out of the printer."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.viewer = PageViewer(words)
        self.small = Thumbnails(words)
        self._waiting = Label(self._words.say("The pages are being made…"), "body", "text2")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pages = QWidget()  # a stack without one would show its first page as a window of its own
        self._stack = QStackedLayout(pages)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.viewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._tools())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(pages, 1)
        row.addWidget(self.small)
        column.addLayout(row, 1)
        self.small.chosen.connect(self.viewer.go_to)
        self.viewer.page_changed.connect(self._show_place)
        self.viewer.scaled.connect(self._show_size)

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
        self._percent = Button("100%", "chevron_down", "flat", self._ask_size, say("Size of the pages"))
        self._percent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        row.addWidget(IconButton("chevron_left", say("Previous page"), lambda: self.step(-1)))
        row.addWidget(self._place)
        row.addWidget(IconButton("chevron_right", say("Next page"), lambda: self.step(1)))
        row.addStretch(1)
        row.addWidget(IconButton("zoom_out", say("Smaller"), lambda: self.viewer.zoom_by(1 / 1.25)))
        row.addWidget(self._percent)
        row.addWidget(IconButton("zoom_in", say("Larger"), lambda: self.viewer.zoom_by(1.25)))
        return row

    def sizes(self) -> QMenu:
        """How large the pages can be; what holds now is ticked."""
        say, menu, viewer = self._words.say, QMenu(self), self.viewer
        fits = ((Fit.WIDTH, say("Page width")), (Fit.PAGE, say("Whole page")), (Fit.SPREAD, say("Two pages")))
        for fit, name in fits:
            action = menu.addAction(name, partial(viewer.fit, fit))
            action.setCheckable(True)
            action.setChecked(viewer.fitted is fit)
        menu.addSeparator()
        for percent in _PERCENTS:
            action = menu.addAction(f"{percent}%", partial(viewer.zoom_to, percent / 100))
            action.setCheckable(True)
            action.setChecked(viewer.fitted is None and viewer.percent == percent)
        return menu

    def _ask_size(self) -> None:
        self.sizes().exec(self._percent.mapToGlobal(QPoint(0, self._percent.height())))

    def _show_place(self, at: int) -> None:
        pages = self.viewer.pages
        total = len(pages) if pages is not None else 0
        self._place.setText(self._words.say("{page} / {total}", page=at + 1, total=total))
        self.small.show_current(at)

    def _show_size(self) -> None:
        self._percent.setText(f"{self.viewer.percent}%")
        self._percent.setAccessibleName(self._words.say("Size of the pages: {percent}%", percent=self.viewer.percent))
