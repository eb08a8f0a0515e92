"""The pages in a window of their own: one beside the other, in grey as the printer makes them, at any size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.preview import Preview
from coopdesk.shell.context import Context
from coopdesk.shell.fields.tick import TickField
from coopdesk.shell.labels import Button, Label


class PrintPreview(QDialog):
    """The page viewer as large as the screen allows; Esc closes it."""

    def __init__(
        self, parent: QWidget, context: Context, data: bytes, deeds: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        """Shows the pages of these bytes; `deeds` are the buttons at the right, such as printing."""
        super().__init__(parent)
        say = context.words.say
        self.setWindowTitle(say("Print preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.preview = Preview(context.words)
        self.grey = TickField(context, say("In grey"))
        self.page = QLineEdit("1")
        self.page.setAccessibleName(say("Go to page"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(say("Go to page"), "body", "text2"))
        row.addWidget(self.page)
        row.addWidget(self.grey)
        row.addStretch(1)
        buttons = [Button(text, "", "", run) for text, run in deeds]
        for button in (*buttons, Button(say("Close"), "", "primary", self.close)):
            button.setAutoDefault(False)  # Enter after the number of a page prints nothing and closes nothing
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        pages = PdfPages(data)
        self.page.setValidator(QIntValidator(1, max(len(pages), 1), self.page))
        digits = self.page.fontMetrics().horizontalAdvance(f"{len(pages)}0")
        self.page.setFixedWidth(digits + context.theme.px(28))
        self.preview.show_pages(pages)
        self.page.editingFinished.connect(lambda: self.preview.viewer.go_to(int(self.page.text()) - 1))
        self.preview.viewer.page_changed.connect(self._show_number)
        self.grey.committed.connect(lambda on: self.preview.viewer.show_grey(on=bool(on)))
        self.resize(parent.size().expandedTo(QSize(960, 640)))
        self.finished.connect(lambda _: self.preview.viewer.let_go())
        self.preview.viewer.setFocus()

    def _show_number(self, at: int) -> None:
        self.page.setText(str(at + 1))
