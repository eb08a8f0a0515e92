"""The column beside the pages: for whom, which parts, how they are printed, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.dossier import rules
from coopdesk.dossier.setup import DossierSetup, Part, Readers
from coopdesk.dossier.titles import PARTS, READERS
from coopdesk.dossier.ui.outline import Outline
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.tick import TickField
from coopdesk.shell.labels import IconButton, Label, Picture
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import SectionTitle

WIDE = 272


class Choices(QScrollArea):
    """`chosen` carries the changed setup; the page keeps it."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._setup: DossierSetup | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = QWidget()
        self._column = QVBoxLayout(room)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        readers = [(one, words.say(text)) for one, text in READERS.items()]
        self.readers = ChoiceField(context, words.say("Readers"), readers)
        self.outline = Outline(words, PARTS)
        self.colour = TickField(context, words.say("In colour"))
        self.twins = TickField(context, words.say("Table under each chart"))
        # The names of languages stand in their own language, so that anyone finds theirs.
        self.language = ChoiceField(context, words.say("Language"), [("nl", "Nederlands"), ("en", "English")])
        for part in (self.readers, SectionTitle(words.say("Parts")), self.outline, SectionTitle(words.say("Print")),
                     self.colour, self.twins, self.language, SectionTitle(words.say("Completeness"))):  # fmt: skip
            self._column.addWidget(part)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(4)
        self._column.addLayout(self._remarks)
        self._column.addStretch(1)
        self.setWidget(room)
        self._connect()
        context.theme.changed.connect(self._measure)
        self._measure()

    def show_setup(self, setup: DossierSetup) -> None:
        """Shows what is kept."""
        self._setup = setup
        self.readers.show_value(setup.readers)
        self.outline.show_setup(setup)
        self.colour.show_value(setup.colour)
        self.twins.show_value(setup.twins)
        self.language.show_value(setup.language)

    def show_remarks(self, remarks: Sequence[tuple[str, Place]]) -> None:
        """What is missing, each with the way there; never in the way of the PDF."""
        while (item := self._remarks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = self._context.words
        if not remarks:
            self._remarks.addWidget(Label(words.say("Nothing is missing."), "small", "okFg", wrap=True))
        for text, place in remarks:
            self._remarks.addWidget(self._remark(text, place))

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
        self.readers.committed.connect(lambda value: self._emit(rules.for_readers(self._kept(), Readers(value))))
        self.outline.ticked.connect(lambda part, on: self._emit(rules.ticked(self._kept(), part, on=on)))
        self.outline.moved.connect(self._move)
        self.colour.committed.connect(lambda on: self._emit(replace(self._kept(), colour=bool(on))))
        self.twins.committed.connect(lambda on: self._emit(replace(self._kept(), twins=bool(on))))
        self.language.committed.connect(lambda value: self._emit(replace(self._kept(), language=str(value))))

    def _move(self, part: Part, places: int) -> None:
        self._emit(rules.moved(self._kept(), part, places))

    def _kept(self) -> DossierSetup:
        if self._setup is None:
            raise RuntimeError("choices are made before any were shown")
        return self._setup

    def _emit(self, setup: DossierSetup) -> None:
        if setup != self._setup:
            self.chosen.emit(setup)

    def _measure(self) -> None:
        self.setFixedWidth(self._context.theme.px(WIDE))
