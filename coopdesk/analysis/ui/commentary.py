"""The words beside the figures: state, text with live figures, what changed, and the opportunity suggested."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from coopdesk.analysis.model import ChapterState, LiveFigure
from coopdesk.analysis.queries.basis import shown
from coopdesk.analysis.rules.telling import number_text
from coopdesk.analysis.ui.text import LiveText
from coopdesk.analysis.ui.wording import STATE_LOOKS, STATE_NAMES
from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.widgets import Button, Card, Label, NoteBar


@dataclass(frozen=True, slots=True)
class Offer:
    """A figure that can be put in the text: under which heading, in which words."""

    heading: str
    text: str
    figure: LiveFigure


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed opportunity in words, with the rule behind it."""

    title: str
    reason: str
    why: str


class CommentaryCard(Card):
    """`text_kept` and `state_kept` carry what the user changed; the other signals are the buttons."""

    text_kept = Signal(str)
    state_kept = Signal(object)
    draft_asked = Signal()
    refresh_asked = Signal()
    suggestion_kept = Signal()

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__()
        self._context, self._offers = context, list[Offer]()
        states = [(one, words.say(STATE_NAMES[one]), STATE_LOOKS[one][0]) for one in ChapterState]
        self.state = ChoiceField(context, "", states)
        self.state.box.setMinimumContentsLength(14)
        self.state.box.setAccessibleName(words.say("State of the chapter"))
        self.state.committed.connect(self.state_kept)
        head = QHBoxLayout()
        head.addWidget(Label(words.say("Commentary"), "strong"), 1)
        head.addWidget(self.state)
        self.body.addLayout(head)
        self._suggestion, self._suggested, self._why = self._suggestion_bar()
        self.body.addWidget(self._suggestion)
        self.body.addLayout(self._tools())
        self._stale = NoteBar("", "warn", Choice(words.say("Update"), self.refresh_asked.emit))
        self.body.addWidget(self._stale)
        self.text = LiveText(context.theme, self._wording)
        self.text.setAccessibleName(words.say("Commentary"))
        self.text.setPlaceholderText(words.say("Write what stands out, or have a first version drafted."))
        self.text.setMinimumHeight(context.theme.px(170))
        self.text.committed.connect(self.text_kept)
        self.text.textChanged.connect(self._count)
        self.body.addWidget(self.text, 1)

    def show_text(self, text: str, changed: dict[LiveFigure, str]) -> None:
        """The kept text; what changed is said in a bar, the first change in full."""
        self.text.show_text(text, changed)
        self._stale.setVisible(bool(changed))
        if changed:
            words, told = self._context.words, next(iter(changed.values()))
            more = words.count("{n} more figure changed.", "{n} more figures changed.", len(changed) - 1)
            self._stale.show_text(f"{told} {more}" if len(changed) > 1 else told)
        self._draft.setVisible(not text.strip())
        self._count()

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """The opportunity the figures suggest, or none."""
        self._suggestion.setVisible(suggestion is not None)
        if suggestion is not None:
            words = self._context.words
            self._suggested.show_text(words.say("Suggested opportunity: {title}", title=suggestion.title))
            self._why.setText(f"{suggestion.reason} {words.say('Why? {reason}', reason=suggestion.why)}")

    def offer(self, offers: Sequence[Offer]) -> None:
        """The figures that can be put in the text."""
        self._offers = list(offers)
        self._insert.setEnabled(bool(offers))

    def choose_figure(self) -> None:
        """Lets the user choose a figure to put where the cursor is."""
        menu = QMenu(self)
        headings = list(dict.fromkeys(one.heading for one in self._offers))
        for heading in headings:
            under = menu.addMenu(heading)
            for one in (found for found in self._offers if found.heading == heading):
                under.addAction(one.text).triggered.connect(self._inserter(one.figure))
        menu.popup(self._insert.mapToGlobal(QPoint(0, self._insert.height())))

    def _inserter(self, figure: LiveFigure) -> Callable[[], None]:
        return lambda: self.text.insert_figure(figure)

    def _wording(self, figure: LiveFigure) -> str:
        return number_text(figure, figure.seen, self._context.words, shown(figure.indicator))

    def _tools(self) -> QHBoxLayout:
        words = self._context.words
        row = QHBoxLayout()
        self._insert = Button(words.say("Insert figure"), "add", "", self.choose_figure)
        self._insert.setToolTip(words.say("A figure that follows the data ({keys})", keys="Ctrl+Shift+I"))
        self._draft = Button(words.say("Draft a first version"), "data_trending", "", self.draft_asked.emit)
        self._words = Label("", "small", "text2")
        row.addWidget(self._insert)
        row.addWidget(self._draft)
        row.addStretch(1)
        row.addWidget(self._words)
        return row

    def _suggestion_bar(self) -> tuple[QWidget, NoteBar, Label]:
        words = self._context.words
        box = Card()
        box.setObjectName("note")
        box.setProperty("tone", "info")
        box.body.setContentsMargins(0, 0, 12, 10)
        box.body.setSpacing(0)
        bar = NoteBar("", "info", Choice(words.say("Keep as opportunity"), self.suggestion_kept.emit), "lightbulb")
        why = Label("", "small", "infoFg", wrap=True)
        inner = QHBoxLayout()
        inner.setContentsMargins(38, 0, 0, 0)
        inner.addWidget(why)
        box.body.addWidget(bar)
        box.body.addLayout(inner)
        return box, bar, why

    def _count(self) -> None:
        self._words.setText(self._context.words.count("{n} word", "{n} words", self.text.count_words()))
