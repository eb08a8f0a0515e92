"""The texts of the arrangements: what ships with the program, rewritten for one area or for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from coopdesk.dossier.commands import ResetText, WriteText
from coopdesk.dossier.setup import WRITTEN, DossierText, Part
from coopdesk.dossier.texts import Article, filled, places_in, shipped
from coopdesk.dossier.titles import PARTS
from coopdesk.dossier.ui.choices import scrolled
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.widgets import Card, NoteBar

_AREA, _ALL = "area", "all"
_LINES = 9


@dataclass(frozen=True, slots=True)
class TextsShown:
    """The texts of an area in the language of its dossier: those that hold, those people wrote, and what the places in
    them are filled in with."""

    area_id: str
    area: str
    language: str
    articles: Mapping[Part, Article]
    own: Sequence[DossierText]
    values: Mapping[str, str]


class TextsView(QWidget):
    """A list of texts at the left, the chosen one at the right; leaving a field keeps what was typed."""

    rewritten = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, say = context, context.words.say
        self._shown: TextsShown | None = None
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(say("Texts of the dossier"))
        self.scope = ChoiceField(context, say("Applies to"))
        self.title = TextField(context, say("Title"), required=True, limit=200)
        self.text = NoteField(context, say("Text"), lines=_LINES)
        self.insert = Button(say("Fill in…"), "text_add", "", self._places)
        self.reset = Button(say("Back to the standard text"), "arrow_undo", "", self._reset)
        self._state = Label("", "small", "text2", wrap=True)
        self.filled = Card()
        self.filled.body.addWidget(Label(say("As it stands in the dossier"), "small", "text2"))
        self._filled = Label("", "body", wrap=True)
        self.filled.body.addWidget(self._filled)
        advice = NoteBar(say("The standard texts are neutral samples, not legal advice. Have yours checked."))
        room = QWidget()
        right = QVBoxLayout(room)
        right.setContentsMargins(0, 0, 12, 0)
        right.setSpacing(8)
        tools = QHBoxLayout()
        tools.addWidget(self.insert)
        tools.addWidget(self.reset)
        tools.addStretch(1)
        for part in (advice, self.scope, self.title, self.text):
            right.addWidget(part)
        right.addLayout(tools)
        right.addWidget(self._state)
        right.addWidget(self.filled)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(scrolled(room), 1)
        self.list.currentRowChanged.connect(lambda _: self._show_text())
        self.scope.committed.connect(lambda _: self._show_text())
        self.title.committed.connect(lambda _: self._write(self.title))
        self.text.committed.connect(lambda _: self._write(self.text))
        self.text.edit.textChanged.connect(self._fill)
        context.theme.changed.connect(self._measure)
        self._measure()

    def show_texts(self, shown: TextsShown) -> None:
        """Shows what is kept; the chosen text stays chosen."""
        self._shown, at = shown, max(self.list.currentRow(), 0)
        say = self._context.words.say
        quiet = QSignalBlocker(self.list)
        self.list.clear()
        for part in WRITTEN:
            own = self._own(part, self._scope_id) or self._own(part, None)
            name = say(PARTS[part])
            item = QListWidgetItem(say("{part} · own text", part=name) if own else name, self.list)
            item.setSizeHint(QSize(0, max(30, self.fontMetrics().height() + 12)))
            item.setData(Qt.ItemDataRole.UserRole, part.value)
        self.list.setCurrentRow(at)
        quiet.unblock()
        scopes = [(_AREA, say("Only {area}", area=shown.area)), (_ALL, say("All areas of this workspace"))]
        kept = self.scope.value() or _AREA
        self.scope.offer(scopes)
        self.scope.show_value(kept)
        self._show_text()

    def choose(self, part: str) -> None:
        """Brings the text of a part to the front."""
        codes = [one.value for one in WRITTEN]
        if part in codes:
            self.list.setCurrentRow(codes.index(part))
            self.text.edit.setFocus()

    @property
    def part(self) -> Part:
        """The part whose text is on show."""
        return WRITTEN[max(self.list.currentRow(), 0)]

    @property
    def _scope_id(self) -> str | None:
        assert self._shown is not None
        return None if self.scope.value() == _ALL else self._shown.area_id

    def _own(self, part: Part, area_id: str | None) -> DossierText | None:
        assert self._shown is not None
        found = (t for t in self._shown.own if t.part == part and t.area_id == area_id)
        return next((t for t in found if t.language == self._shown.language), None)

    def _show_text(self) -> None:
        if self._shown is None:
            return
        say, own = self._context.words.say, self._own(self.part, self._scope_id)
        article = Article(own.title, own.text) if own else self._standing()
        self.title.show_value(article.title)
        self.text.show_value(article.text)
        self.reset.setEnabled(own is not None)
        area = self._shown.area
        if own is not None:
            text = say("Your own text for {area}.", area=area) if own.area_id else say("Your own text for all areas.")
        elif self._own(self.part, None):
            text = say("Your own text for all areas. What you change here holds for {area} only.", area=area)
        else:
            text = say("The standard text.")
        self._state.setText(text)
        self._fill()

    def _fill(self) -> None:
        """Shows the text with its places filled in, while it is typed; a text without places says it already."""
        text = self.text.text
        self.filled.setVisible(bool(places_in(text)))
        self._filled.setText(filled(text, self._shown.values if self._shown is not None else {}))

    def _standing(self) -> Article:
        """What holds where nothing was written for the chosen scope."""
        assert self._shown is not None
        if self._scope_id is None:
            return shipped(self._shown.language).articles[self.part]
        return self._shown.articles[self.part]

    def _write(self, near: TextField | NoteField) -> None:
        shown = self._shown
        if shown is None:
            return
        own, typed = self._own(self.part, self._scope_id), Article(self.title.text.strip(), self.text.text.strip())
        if own is None and typed == self._standing():
            return
        text = DossierText(
            own.id if own else "", self._scope_id, self.part.value, shown.language, typed.title, typed.text,
            own.version if own else 1,
        )  # fmt: skip
        if self._context.submit(WriteText(text), near):
            self.rewritten.emit()

    def _reset(self) -> None:
        own = self._own(self.part, self._scope_id)
        if own is not None and self._context.submit(ResetText(own.id), self.reset):
            self.rewritten.emit()
            self._context.messages.note(self._context.words.say("The standard text is back."), undo=True)

    def _places(self) -> None:
        self.menu().exec(self.insert.mapToGlobal(QPoint(0, self.insert.height())))

    def menu(self) -> QMenu:
        """What can be filled in, each with what it says now."""
        menu, shown = QMenu(self), self._shown
        for code, name in shipped(shown.language).places.items() if shown else ():
            value = shown.values.get(code, "") if shown else ""
            brief = value if len(value) <= 48 else f"{value[:47]}…"
            menu.addAction(f"{name}: {brief or '–'}", partial(self._put, name))
        return menu

    def _put(self, name: str) -> None:
        edit: QPlainTextEdit = self.text.edit
        edit.insertPlainText("{" + name + "}")
        edit.setFocus()

    def _measure(self) -> None:
        self.list.setFixedWidth(self._context.theme.px(248))
