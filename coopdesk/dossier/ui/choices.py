"""The column beside the pages: for whom, which parts, how they are printed, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.dossier import rules
from coopdesk.dossier.setup import DossierSetup, HouseStyle, Preset
from coopdesk.dossier.ui.design import DesignPanel
from coopdesk.dossier.ui.outline import Moved, Outline, Ticked
from coopdesk.dossier.ui.presets import PresetRow
from coopdesk.shell.context import Context
from coopdesk.shell.labels import IconButton, Label, Picture
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import SegmentedControl

WIDE = 296
PARTS, DESIGN, CHECK = "parts", "design", "check"


class Choices(QWidget):
    """`chosen` carries the changed setup; the page keeps it."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._setup: DossierSetup | None = None
        self.readers, self.outline, self.design = PresetRow(context), Outline(words), DesignPanel(context)
        self.tabs = SegmentedControl(words.say("What to choose"))
        self._stack = QStackedWidget()
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(6)
        check = QWidget()
        room = QVBoxLayout(check)
        room.setContentsMargins(0, 4, 12, 4)
        room.addLayout(self._remarks)
        room.addStretch(1)
        self._add(PARTS, words.say("Parts"), self.outline)
        self._add(DESIGN, words.say("Layout"), scrolled(self.design))
        self._add(CHECK, words.say("To do"), scrolled(check))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.readers, self.tabs):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_tab)
        self._connect()
        context.theme.changed.connect(self._measure)
        self._measure()

    def show_setup(
        self, setup: DossierSetup, chapters: Sequence[tuple[str, str]], presets: Sequence[Preset], style: HouseStyle,
        pictures: Sequence[bytes],
    ) -> None:  # fmt: skip
        """Shows what is kept: the choices, the chapters (key, name) there are, own presets, and the house style with
        the pictures of its logos."""
        self._setup = setup
        self.readers.show_setup(setup, presets)
        self.outline.show_setup(setup, chapters)
        self.design.show_setup(setup, style, pictures)

    def show_tab(self, key: str) -> None:
        """Brings a tab to the front."""
        self.tabs.show_current(key)
        self._stack.setCurrentIndex(self.tabs.keys.index(key))

    def show_remarks(self, remarks: Sequence[tuple[str, Place]]) -> None:
        """What is missing, each with the way there; never in the way of the PDF."""
        while (item := self._remarks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = self._context.words
        many = words.say("To do ({n})", n=len(remarks)) if remarks else words.say("To do")
        self.tabs.rename(CHECK, many)
        if not remarks:
            self._remarks.addWidget(Label(words.say("Nothing is missing."), "small", "okFg", wrap=True))
        for text, place in remarks:
            self._remarks.addWidget(self._remark(text, place))

    def _add(self, key: str, title: str, widget: QWidget) -> None:
        self.tabs.add(key, title)
        self._stack.addWidget(widget)

    def _remark(self, text: str, place: Place) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Picture("warning_16_filled", "warnFg"))
        row.addWidget(Label(text, "small", wrap=True), 1)
        tip = self._context.words.say("Go there: {what}", what=text)
        row.addWidget(IconButton("arrow_right", tip, lambda: self._context.go.to(place)))
        return line

    def _connect(self) -> None:
        self.readers.chosen.connect(self._emit)
        self.design.chosen.connect(self._emit)
        self.outline.ticked.connect(self._tick)
        self.outline.moved.connect(self._move)

    def _tick(self, ticked: Ticked) -> None:
        self._emit(rules.ticked(self._kept(), ticked.name, on=ticked.on, siblings=ticked.siblings))

    def _move(self, moved: Moved) -> None:
        self._emit(rules.moved(self._kept(), moved.name, moved.places, moved.siblings))

    def _kept(self) -> DossierSetup:
        if self._setup is None:
            raise RuntimeError("choices are made before any were shown")
        return self._setup

    def _emit(self, setup: DossierSetup) -> None:
        if setup != self._setup:
            self.chosen.emit(setup)

    def _measure(self) -> None:
        self.setFixedWidth(self._context.theme.px(WIDE))


def scrolled(room: QWidget) -> QScrollArea:
    """A column that scrolls where the window is too low for it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(room)
    return scroll
